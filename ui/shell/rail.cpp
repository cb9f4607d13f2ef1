#include "ui/shell/rail.h"

#include "ui/models/format.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {
constexpr int railWidth = 76; // where the words are short
constexpr int widestRail = 124; // of a wordy language, or of big type
constexpr int sides = 6 + 7;
} // namespace

RailButton::RailButton(const QString& icon, const QString& text, const QString& shortcut, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(shortcut.isEmpty() ? text : QString(text + u" (" + shortcut + u')'));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setBadge(int n)
{
    m_badge = n;
    setAccessibleDescription(n > 0 ? tr("%1 waiting").arg(countText(n)) : QString());
    update();
}

QSize RailButton::sizeHint() const { return {railWidth - sides, 50 + 2 * (theme().look().bodyPixels - 13)}; }

void RailButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        p.setPen(Qt::NoPen);
        p.setBrush(t.color(isChecked() ? Token::AccentSoft : Token::Hover));
        p.drawRoundedRect(rect(), 7, 7);
    }
    if (hasFocus()) {
        p.setPen(QPen(t.color(Token::Accent), 1));
        p.setBrush(Qt::NoBrush);
        p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
    }
    const QColor& ink = t.color(isChecked() ? Token::Accent : Token::Muted);
    const int icon = 20;
    p.drawPixmap(QPointF((width() - icon) / 2.0, 8), iconPixmap(m_icon, ink, icon, devicePixelRatioF()));
    p.setFont(t.font(isChecked() ? TextRole::CaptionStrong : TextRole::Caption));
    p.setPen(ink);
    p.drawText(QRect(0, 30, width(), height() - 32), Qt::AlignHCenter | Qt::AlignTop,
               p.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    if (m_badge <= 0)
        return;
    const QString n = m_badge > 999 ? u"999+"_s : QString::number(m_badge);
    const QFontMetrics m(t.font(TextRole::CaptionStrong));
    const int w = std::max(16, m.horizontalAdvance(n) + 8);
    const QRect badge(width() / 2 + 4, 2, w, 15);
    p.setPen(Qt::NoPen);
    p.setBrush(t.color(Token::Accent));
    p.drawRoundedRect(badge, 7.5, 7.5);
    p.setPen(t.color(Token::OnAccent));
    p.setFont(t.font(TextRole::CaptionStrong));
    p.drawText(badge, Qt::AlignCenter, n);
}

Rail::Rail(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Screens"));
    m_layout->setContentsMargins(6, 10, 7, 8);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
    m_menu = new RailButton(u"menu"_s, tr("Menu"), u"F10"_s, this);
    m_menu->setCheckable(false);
    m_layout->addWidget(m_menu);
    connect(m_menu, &RailButton::clicked, this, &Rail::menuWanted);
    connect(&themeNotifier(), &ThemeNotifier::changed, this, &Rail::fit);
    fit();
}

// As wide as its longest word asks for, within limits.
void Rail::fit()
{
    const QFontMetrics m(theme().font(TextRole::CaptionStrong));
    int widest = m.horizontalAdvance(m_menu->text());
    for (const Entry& e : m_entries)
        widest = std::max(widest, m.horizontalAdvance(e.button->text()));
    setFixedWidth(std::clamp(widest + sides, railWidth, widestRail));
}

void Rail::addEntry(const QString& id, const QString& icon, const QString& text, const QString& shortcut)
{
    auto* button = new RailButton(icon, text, shortcut, this);
    m_layout->insertWidget(int(m_entries.size()), button);
    m_entries.push_back({id, button});
    fit();
    connect(button, &RailButton::clicked, this, [this, id] { emit chosen(id); });
}

void Rail::setCurrent(const QString& id)
{
    for (const Entry& e : m_entries)
        e.button->setChecked(e.id == id);
}

void Rail::setBadge(const QString& id, int n)
{
    for (const Entry& e : m_entries)
        if (e.id == id)
            e.button->setBadge(n);
}

void Rail::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.fillRect(rect(), theme().color(Token::Surface));
    p.fillRect(width() - 1, 0, 1, height(), theme().color(Token::Line));
}

} // namespace duedesk
