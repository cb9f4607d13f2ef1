#include "ui/widgets/flowlayout.h"

#include <QWidget>

namespace duedesk {

FlowLayout::FlowLayout(QWidget* parent, int gap) : QLayout(parent), m_gap(gap) { setContentsMargins(0, 0, 0, 0); }

FlowLayout::~FlowLayout()
{
    for (QLayoutItem* i : m_items)
        delete i;
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && std::size_t(index) < m_items.size() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* i : m_items)
        size = size.expandedTo(i->minimumSize());
    return size;
}

int FlowLayout::place(const QRect& rect, bool move) const
{
    int x = rect.left(), y = rect.top(), line = 0;
    for (QLayoutItem* i : m_items) {
        if (i->isEmpty())
            continue;
        const QSize s = i->sizeHint();
        if (x > rect.left() && x + s.width() > rect.right() + 1) {
            x = rect.left();
            y += line + m_gap;
            line = 0;
        }
        if (move)
            i->setGeometry(QRect(QPoint(x, y), s));
        x += s.width() + m_gap;
        line = std::max(line, s.height());
    }
    return y + line - rect.top();
}

} // namespace duedesk
