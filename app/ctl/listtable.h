// A list of the core (core/lists) as a command prints it: the columns that have a heading, in the list's own order, in
// plain decimals and ISO days. The window shows the same values.
#pragma once
#include "app/ctl/table.h"
#include "core/lists/listspec.h"

namespace duedesk::ctl {

Column::Kind columnKind(ValueKind kind);

template <class Line> Table tableOf(const ListSpec<Line>& list)
{
    Table t;
    for (const ListColumn<Line>& c : list.columns)
        if (!c.heading.isEmpty())
            t.columns.push_back({c.heading, columnKind(c.kind)});
    return t;
}

template <class Line> void addRow(Table& t, const ListSpec<Line>& list, const Book& book, const Line& line)
{
    QStringList cells;
    cells.reserve(qsizetype(t.columns.size()));
    for (const ListColumn<Line>& c : list.columns)
        if (!c.heading.isEmpty())
            cells.append(plainValue(c.kind, c.plain(book, line)));
    t.rows.push_back(std::move(cells));
}

} // namespace duedesk::ctl
