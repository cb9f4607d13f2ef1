// The columns of TableDress: which are shown, how wide, in what order, and how they are kept.
#include "ui/widgets/tabledress.h"

#include "ui/shell/theme.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {
constexpr int cellPadding = 22; // both sides of a cell, and a pixel for rounding
}

void TableDress::measure()
{
    const auto& columns = m_model->columns();
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const bool first = m_needed.empty();
    m_needed.resize(columns.size(), 0);
    const Book& book = *m_model->book();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& c = columns[i];
        const QFontMetrics m(theme().font(c.strong ? TextRole::Strong : TextRole::Body));
        const auto grow = [&](int line) {
            m_needed[i] = std::max(m_needed[i], m.horizontalAdvance(m_model->text(line, int(i))) + cellPadding);
        };
        if (c.kind == CellKind::Figure && c.key) {
            // The widest figure is the largest or the smallest; past fifty thousand rows a sample stands for all.
            const int step = std::max(1, rows / 50'000);
            int least = 0, most = 0;
            std::int64_t low = c.key(book, m_model->rowAt(0)), high = low;
            for (int line = 0; line < rows; line += step) {
                const std::int64_t k = c.key(book, m_model->rowAt(line));
                if (k < low)
                    low = k, least = line;
                if (k > high)
                    high = k, most = line;
            }
            grow(least);
            grow(most);
        } else if (first && (c.kind == CellKind::Text || c.kind == CellKind::Clock)) {
            for (int line = 0; line < std::min(rows, 200); ++line)
                grow(line);
        }
    }
}

void TableDress::applyColumns()
{
    m_applying = true;
    const auto& columns = m_model->columns();
    const int scale = theme().look().bodyPixels;
    int room = viewport()->width(), last = -1;
    std::vector<int> widths(columns.size(), 0);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& c = columns[i];
        const auto chosen = m_chosen.find(c.id);
        const bool visible = chosen != m_chosen.end() ? chosen->second : c.shown && width() >= c.fromWidth;
        setColumnHidden(int(i), !visible);
        if (!visible)
            continue;
        const auto given = m_widths.find(c.id);
        widths[i] = given != m_widths.end() ? given->second : c.width * scale / 13;
        if (given == m_widths.end() && c.kind == CellKind::Figure && !m_needed.empty())
            widths[i] = std::max(widths[i], m_needed[i]);
        room -= widths[i];
    }
    for (int v = 0; v < m_model->columnCount(); ++v)
        if (const int c = horizontalHeader()->logicalIndex(v); !isColumnHidden(c))
            last = c; // takes what is left over
    // First goes what no cell and no heading needs, then
    const QFontMetrics heading(theme().font(TextRole::CaptionStrong));
    for (std::size_t i = 0; i < columns.size() && room < 0 && !m_needed.empty(); ++i) {
        const CellKind kind = columns[i].kind;
        const bool measured = kind == CellKind::Text || kind == CellKind::Figure || kind == CellKind::Clock;
        if (widths[i] == 0 || !measured || m_widths.contains(columns[i].id))
            continue;
        const int least = std::max(m_needed[i], heading.horizontalAdvance(columns[i].title) + cellPadding);
        const int less = std::clamp(widths[i] - least, 0, -room);
        widths[i] -= less;
        room += less;
    }
    // rather a shorter bar or name than a list that scrolls sideways; figures keep their room.
    for (std::size_t i = columns.size(); i-- > 0 && room < 0;) { // who it is stands first and gives way last
        const bool soft = columns[i].kind != CellKind::Figure && columns[i].kind != CellKind::Clock
                          && columns[i].kind != CellKind::Check;
        if (widths[i] == 0 || !soft || m_widths.contains(columns[i].id))
            continue;
        const int less = std::min(-room, widths[i] / 4);
        widths[i] -= less;
        room += less;
    }
    // Texts that are cut get what there is to spare, at most half as much again; the rest is the last column's.
    for (std::size_t i = 0; i < columns.size() && room > 0 && !m_needed.empty(); ++i) {
        const bool text = columns[i].kind == CellKind::Text || columns[i].kind == CellKind::Clock;
        if (widths[i] == 0 || !text || m_widths.contains(columns[i].id) || int(i) == last)
            continue;
        const int more = std::clamp(m_needed[i] - widths[i], 0, std::min(room, widths[i] / 2));
        widths[i] += more;
        room -= more;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (widths[i] > 0)
            horizontalHeader()->resizeSection(int(i), widths[i]);
    m_applying = false;
}

void TableDress::sortBy(int section)
{
    const bool downFirst = m_model->columns()[std::size_t(section)].descending;
    const Qt::SortOrder first = downFirst ? Qt::DescendingOrder : Qt::AscendingOrder;
    const Qt::SortOrder second = downFirst ? Qt::AscendingOrder : Qt::DescendingOrder;
    // Up, down, and back to the order the list came in.
    if (m_model->sortColumn() != section)
        m_model->sort(section, first);
    else if (m_model->sortOrder() == first)
        m_model->sort(section, second);
    else
        m_model->sort(-1);
    emit columnsChanged();
}

QMenu* TableDress::columnMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto& columns = m_model->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        QAction* a = menu->addAction(columns[i].title.isEmpty() ? tr("Ticks") : columns[i].title);
        a->setCheckable(true);
        a->setChecked(!isColumnHidden(int(i)));
        connect(a, &QAction::toggled, this, [this, id = columns[i].id](bool on) {
            m_chosen[id] = on;
            applyColumns();
            emit columnsChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this, [this] {
        m_chosen.clear();
        m_widths.clear();
        for (int i = 0; i < m_model->columnCount(); ++i)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(i), i);
        m_model->sort(-1);
        applyColumns();
        emit columnsChanged();
    });
    return menu;
}

QJsonObject TableDress::saveState() const
{
    const auto& columns = m_model->columns();
    QJsonArray order;
    for (int v = 0; v < m_model->columnCount(); ++v)
        order.append(columns[std::size_t(horizontalHeader()->logicalIndex(v))].id);
    QJsonObject chosen, widths;
    for (const auto& [id, on] : m_chosen)
        chosen.insert(id, on);
    for (const auto& [id, width] : m_widths)
        widths.insert(id, width);
    QJsonObject state{{u"order"_s, order}, {u"chosen"_s, chosen}, {u"widths"_s, widths}};
    if (m_model->sortColumn() >= 0) {
        state.insert(u"sort"_s, columns[std::size_t(m_model->sortColumn())].id);
        state.insert(u"descending"_s, m_model->sortOrder() == Qt::DescendingOrder);
    }
    return state;
}

void TableDress::restoreState(const QJsonObject& state)
{
    m_chosen.clear();
    m_widths.clear();
    const QJsonObject chosen = state.value(u"chosen"_s).toObject(), widths = state.value(u"widths"_s).toObject();
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        m_chosen[it.key()] = it->toBool();
    for (auto it = widths.begin(); it != widths.end(); ++it)
        m_widths[it.key()] = std::clamp(it->toInt(), 32, 2000);
    int visual = 0; // columns that are new since then stay behind those that were known
    for (const auto id : state.value(u"order"_s).toArray())
        if (const int c = m_model->columnOf(id.toString()); c >= 0)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), visual++);
    for (int c = 0; c < m_model->columnCount(); ++c) // boxes stand in front, wherever an older order puts them
        if (m_model->columns()[std::size_t(c)].kind == CellKind::Check)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), 0);
    if (const int c = m_model->columnOf(state.value(u"sort"_s).toString()); c >= 0)
        m_model->sort(c, state.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    applyColumns();
}

} // namespace duedesk
