#include "ui/pages/contacts/mergediff.h"

#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int labelWidth = 84;
constexpr int pad = 6;

} // namespace

MergeDiff::MergeDiff(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Values of both entries"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MergeDiff::start(const Contact& keep, const Contact& drop)
{
    m_rows.clear();
    m_keepName = keep.name;
    m_dropName = drop.name;
    m_current = 0;
    for (int i = 0; i < contactFieldCount; ++i) {
        const auto f = ContactField(i);
        Row r{f, contactFieldText(keep, f), contactFieldText(drop, f)};
        if (r.keep.isEmpty() && r.drop.isEmpty())
            continue;
        const bool unknownRole = f == ContactField::Role && keep.role == ContactRole::Other;
        r.fromDropped = r.differs() && !r.drop.isEmpty() && (r.keep.isEmpty() || unknownRole);
        m_rows.push_back(r);
    }
    while (m_current + 1 < int(m_rows.size()) && !m_rows[std::size_t(m_current)].differs())
        ++m_current;
    updateGeometry();
    tell();
}

std::vector<ContactField> MergeDiff::fromDropped() const
{
    std::vector<ContactField> out;
    for (const Row& r : m_rows)
        if (r.fromDropped)
            out.push_back(r.field);
    return out;
}

QString MergeDiff::chosen(ContactField f) const
{
    const auto it = std::ranges::find(m_rows, f, &Row::field);
    return it == m_rows.end() ? QString() : it->fromDropped ? it->drop : it->keep;
}

ContactField MergeDiff::current() const
{
    return m_rows.empty() ? ContactField::Name : m_rows[std::size_t(m_current)].field;
}

void MergeDiff::choose(bool fromDropped)
{
    if (m_rows.empty() || !m_rows[std::size_t(m_current)].differs())
        return;
    m_rows[std::size_t(m_current)].fromDropped = fromDropped;
    tell();
}

void MergeDiff::moveBy(int rows)
{
    m_current = std::clamp(m_current + rows, 0, std::max(0, int(m_rows.size()) - 1));
    tell();
}

// What a screen reader says, and the picture.
void MergeDiff::tell()
{
    if (!m_rows.empty()) {
        const Row& r = m_rows[std::size_t(m_current)];
        const QString title = contactFieldTitle(r.field);
        setAccessibleDescription(r.differs()
                                     ? tr("%1: %2, other value: %3")
                                           .arg(title, r.fromDropped ? r.drop : r.keep, r.fromDropped ? r.keep : r.drop)
                                     : tr("%1: %2, the same in both").arg(title, r.keep));
    }
    update();
}

int MergeDiff::lineHeight() const { return fontMetrics().height() + 10; }

QSize MergeDiff::sizeHint() const { return {300, lineHeight() * (int(m_rows.size()) + 1) + 2}; }

QRect MergeDiff::rowRect(int row) const { return {0, lineHeight() * (row + 1), width(), lineHeight()}; }

bool MergeDiff::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        for (const int k :
             {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape})
            if (key->key() == k) {
                event->accept();
                return true;
            }
    }
    return QWidget::event(event);
}

void MergeDiff::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up: return moveBy(-1);
    case Qt::Key_Down: return moveBy(1);
    case Qt::Key_Left: return choose(false);
    case Qt::Key_Right: return choose(true);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            emit merge();
        else
            moveBy(1);
        return;
    case Qt::Key_Escape: emit cancelled(); return;
    default: QWidget::keyPressEvent(event);
    }
}

void MergeDiff::mousePressEvent(QMouseEvent* event)
{
    const int row = int(event->position().y()) / lineHeight() - 1;
    if (row < 0 || row >= int(m_rows.size()))
        return;
    m_current = row;
    choose(event->position().x() > labelWidth + (width() - labelWidth) / 2);
    tell();
}

void MergeDiff::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Theme& t = theme();
    const int half = (width() - labelWidth) / 2;
    const auto text = [&](const QRect& where, const QString& words, Token ink, bool strong) {
        QFont f = font();
        f.setBold(strong);
        p.setFont(f);
        p.setPen(t.color(ink));
        const QRect inside = where.adjusted(pad, 0, -pad, 0);
        p.drawText(inside, Qt::AlignVCenter | Qt::TextSingleLine,
                   QFontMetrics(f).elidedText(words.simplified(), Qt::ElideRight, inside.width()));
    };
    text(QRect(labelWidth, 0, half, lineHeight()), tr("Stays: %1").arg(m_keepName), Token::Muted, false);
    text(QRect(labelWidth + half, 0, half, lineHeight()), tr("Goes: %1").arg(m_dropName), Token::Muted, false);
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const Row& r = m_rows[std::size_t(i)];
        const QRect all = rowRect(i);
        if (i == m_current)
            p.fillRect(all, t.color(Token::Selected));
        p.fillRect(QRect(0, all.bottom(), width(), 1), t.color(Token::Line));
        text(QRect(0, all.top(), labelWidth, all.height()), contactFieldTitle(r.field), Token::Muted, false);
        const auto value = [&](int left, const QString& words, bool stays) {
            const QString mark = stays && r.differs() ? u"\u2713 "_s : QString();
            text(QRect(left, all.top(), half, all.height()), mark + (words.isEmpty() ? u"\u2013"_s : words),
                 stays ? Token::Text : Token::Muted, stays && r.differs());
        };
        value(labelWidth, r.keep, !r.fromDropped);
        value(labelWidth + half, r.drop, r.fromDropped || !r.differs());
    }
    if (hasFocus() && !m_rows.empty()) {
        p.setPen(t.color(Token::Accent));
        p.drawRect(rowRect(m_current).adjusted(0, 0, -1, -1));
    }
}

} // namespace duedesk
