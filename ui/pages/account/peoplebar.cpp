#include "ui/pages/account/peoplebar.h"

#include "ui/shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 10;
constexpr int cardMinimum = 190;

Token colorOf(Tone t)
{
    switch (t) {
    case Tone::Good: return Token::Good;
    case Tone::Warn: return Token::Warn;
    case Tone::Bad: return Token::Bad;
    case Tone::Muted: return Token::Muted;
    case Tone::Plain: return Token::Text;
    }
    return Token::Text;
}

int lineHeight() { return QFontMetrics(theme().font(TextRole::Body)).lineSpacing() + 1; }

} // namespace

PeopleBar::PeopleBar(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("People, escalation from left to right"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PeopleBar::setPeople(std::vector<PersonCard> people)
{
    const ContactId before = m_current < int(m_people.size()) ? m_people[std::size_t(m_current)].id : ContactId();
    const bool there = hasFocus() && std::ranges::find(people, before, &PersonCard::id) != people.end();
    m_people = std::move(people);
    m_current = m_first = 0;
    for (std::size_t i = 0; i < m_people.size(); ++i)
        if (there ? m_people[i].id == before : m_people[i].chosen)
            m_current = int(i);
    choose(m_current);
    updateGeometry();
}

QSize PeopleBar::minimumSizeHint() const
{
    return {cardMinimum, m_people.empty() ? lineHeight() + 12 : 4 * lineHeight() + 20};
}

int PeopleBar::shown() const
{
    return std::clamp((width() + gap) / (cardMinimum + gap), 1, std::max(1, int(m_people.size())));
}

QRect PeopleBar::cardRect(int i) const
{
    const int n = shown();
    const int w = std::min((width() - gap * (n - 1)) / n, 380);
    return {(i - m_first) * (w + gap), 0, w, height() - 2};
}

void PeopleBar::choose(int i)
{
    m_current = std::clamp(i, 0, std::max(0, int(m_people.size()) - 1));
    m_first = std::clamp(m_first, std::max(0, m_current - shown() + 1), m_current);
    if (!m_people.empty()) {
        const PersonCard& p = m_people[std::size_t(m_current)];
        setAccessibleDescription(QStringList{p.name, p.role, p.phone, p.email, p.badge, p.state}.join(u", "_s));
    } else {
        setAccessibleDescription(tr("Nobody is known here"));
    }
    update();
}

void PeopleBar::showPerson(ContactId id)
{
    const auto it = std::ranges::find(m_people, id, &PersonCard::id);
    if (it == m_people.end())
        return;
    choose(int(it - m_people.begin()));
    setFocus(Qt::OtherFocusReason);
}

void PeopleBar::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    if (m_people.empty()) {
        p.setPen(theme().color(Token::Muted));
        p.drawText(
            rect(), int(Qt::AlignLeft | Qt::AlignVCenter),
            tr("Nobody is known here. Find a person: remittances, purchase orders, the switchboard, our sales owner."));
        return;
    }
    for (int i = m_first; i < std::min(int(m_people.size()), m_first + shown()); ++i)
        paintCard(p, i);
}

void PeopleBar::paintCard(QPainter& p, int i) const
{
    const Theme& t = theme();
    const PersonCard& c = m_people[std::size_t(i)];
    const QRectF r = QRectF(cardRect(i)).adjusted(1, 1, -1, -1);
    const bool here = hasFocus() && i == m_current;
    p.setPen(QPen(t.color(here || c.chosen ? Token::Accent : Token::Line), here ? 2 : 1));
    p.setBrush(here ? t.color(Token::Selected) : t.color(Token::Surface));
    p.drawRoundedRect(r, 8, 8);
    const QRectF in = r.adjusted(11, 8, -8, -6);
    double y = in.top();
    const auto line = [&](const QString& text, TextRole font, Token color) {
        p.setFont(t.font(font));
        p.setPen(t.color(color));
        p.drawText(QRectF(in.left(), y, in.width(), lineHeight()), int(Qt::AlignLeft | Qt::AlignVCenter),
                   QFontMetricsF(p.font()).elidedText(text, Qt::ElideRight, in.width()));
        y += lineHeight();
    };
    line(c.name, TextRole::Strong, Token::Text);
    line(c.badge.isEmpty() ? c.role : QString(c.role + u" · "_s + c.badge), TextRole::Body, Token::Muted);
    line(c.phone.isEmpty() ? (c.email.isEmpty() ? tr("no number, no address") : c.email) : c.phone, TextRole::Body,
         Token::Text);
    const double dot = 7;
    p.setPen(Qt::NoPen);
    p.setBrush(t.color(colorOf(c.tone)));
    p.drawEllipse(QRectF(in.left(), y + (lineHeight() - dot) / 2, dot, dot));
    p.setFont(t.font(TextRole::Body));
    p.setPen(t.color(colorOf(c.tone)));
    p.drawText(QRectF(in.left() + dot + 6, y, in.width() - dot - 6, lineHeight()),
               int(Qt::AlignLeft | Qt::AlignVCenter),
               QFontMetricsF(p.font()).elidedText(c.state, Qt::ElideRight, in.width() - dot - 6));
}

void PeopleBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return choose(m_current - 1);
    case Qt::Key_Right: return choose(m_current + 1);
    case Qt::Key_Home: return choose(0);
    case Qt::Key_End: return choose(int(m_people.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        if (m_people.empty())
            return;
        const PersonCard& c = m_people[std::size_t(m_current)];
        const QString what = c.phone.isEmpty() ? c.email : c.phone;
        if (what.isEmpty())
            return;
        QGuiApplication::clipboard()->setText(what);
        emit copied(tr("%1 copied").arg(what));
        return;
    }
    default: QWidget::keyPressEvent(event);
    }
}

void PeopleBar::mousePressEvent(QMouseEvent* event)
{
    for (int i = m_first; i < std::min(int(m_people.size()), m_first + shown()); ++i)
        if (cardRect(i).contains(event->position().toPoint()))
            return choose(i);
}

void PeopleBar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void PeopleBar::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace duedesk
