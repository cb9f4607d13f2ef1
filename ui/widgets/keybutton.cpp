#include "ui/widgets/keybutton.h"

#include "ui/shell/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace duedesk {

KeyButton::KeyButton(const QString& text, const QString& key, QWidget* parent) : QPushButton(text, parent), m_key(key)
{
    setAccessibleName(text);
    setAccessibleDescription(key.isEmpty() ? QString() : tr("Key %1").arg(key));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void KeyButton::setPrimary(bool primary)
{
    m_primary = primary;
    update();
}

int KeyButton::capWidth() const
{
    if (m_key.isEmpty())
        return 0;
    return std::max(18, QFontMetrics(theme().font(TextRole::Caption)).horizontalAdvance(m_key) + 10);
}

QSize KeyButton::sizeHint() const
{
    const QFontMetrics m(theme().font(m_primary ? TextRole::Strong : TextRole::Body));
    return {m.horizontalAdvance(text()) + 22 + (m_key.isEmpty() ? 0 : capWidth() + 7),
            29 + theme().look().bodyPixels - 13};
}

void KeyButton::paintEvent(QPaintEvent*)
{
    const Theme& t = theme();
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool active = isEnabled() && (m_primary || isChecked());
    QColor fill =
        active ? t.color(Token::Accent) : t.color(underMouse() && isEnabled() ? Token::Hover : Token::Surface);
    if (isDown())
        fill = active ? fill.darker(115) : t.color(Token::Selected);
    p.setPen(QPen(active ? t.color(Token::Accent) : t.color(hasFocus() ? Token::Accent : Token::Line), 1));
    p.setBrush(fill);
    p.drawRoundedRect(box, 4, 4);
    if (hasFocus() && active) {
        p.setBrush(Qt::NoBrush);
        p.setPen(QPen(t.color(Token::OnAccent), 1));
        p.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3);
    }
    const QColor ink = !isEnabled() ? t.color(Token::Muted) : t.color(active ? Token::OnAccent : Token::Text);
    p.setPen(ink);
    p.setFont(t.font(m_primary ? TextRole::Strong : TextRole::Body));
    p.drawText(QRect(11, 0, width() - 11, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_key.isEmpty())
        return;
    const int w = capWidth(), h = 16 + t.look().bodyPixels - 13;
    const QRectF cap(width() - w - 9.5, (height() - h) / 2.0, w, h);
    p.setPen(QPen(active ? t.color(Token::OnAccent) : t.color(Token::Line), 1));
    p.setBrush(active ? QBrush(Qt::NoBrush) : QBrush(t.color(Token::Surface)));
    p.drawRoundedRect(cap, 3, 3);
    p.setPen(active ? t.color(Token::OnAccent) : t.color(Token::Muted));
    p.setFont(t.font(TextRole::Caption));
    p.drawText(cap, Qt::AlignCenter, m_key);
}

} // namespace duedesk
