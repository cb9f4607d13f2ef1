// Dresses the columns of a list (core/lists/listspec.h) for the window: width, tone, what the mouse tells. What is shown, how
// it sorts and what a file gets follow from the list's own values, so that a page says nothing of its own about a line.
#pragma once
#include "core/lists/listspec.h"
#include "ui/models/column.h"
#include "ui/models/valuetext.h"

namespace duedesk {

template <class Line> struct Dress {
    QString id; // of the list's column
    int width = 120;
    int fromWidth = 0; // as in Column, so are the four that follow
    bool strong = false;
    bool descending = false;
    bool shown = true;
    std::optional<CellKind> cell{}; // none: by the kind of value
    Tone tone = Tone::Plain;
    std::function<Tone(const Book&, const Line&)> toneOf{}; // where it depends on the line
    std::function<QString(const Book&, const Line&)> tooltip{};
    QString none{}; // what is shown where there is no value
    bool blankZero = false; // shows nothing for 0
    bool whole = false; // money without what comes after the point
    bool noneLast = false; // sorts what has no value behind all others
    bool sums = false; // in base: adds up in the sum of the selection
};

inline CellKind cellKindOf(ValueKind kind)
{
    return kind == ValueKind::Codes ? CellKind::Chips : isFigureKind(kind) ? CellKind::Figure : CellKind::Text;
}

// `lineOf(row)` is the line at a row of the list's order, `column` lives as long as the program.
template <class Line, class LineOf>
Column dressed(const ListColumn<Line>& column, const LineOf& lineOf, const Dress<Line>& dress)
{
    const ListColumn<Line>* const of = &column;
    const auto lift = [lineOf](const auto& f) {
        return [lineOf, f](const Book& book, std::uint32_t row) { return f(book, lineOf(row)); };
    };
    Column c{.id = dress.id,
             .title = say(column.title),
             .kind = dress.cell.value_or(cellKindOf(column.kind)),
             .width = dress.width,
             .fromWidth = dress.fromWidth,
             .shown = dress.shown,
             .strong = dress.strong,
             .descending = dress.descending};
    c.text =
        lift([of, none = dress.none, blank = dress.blankZero, whole = dress.whole](const Book& book, const Line& line) {
            const Value value = of->value(book, line);
            if (isNone(value))
                return none;
            if (blank && isZero(value))
                return QString();
            return whole ? wholeValueText(value) : valueText(of->kind, value);
        });
    if (column.order)
        c.key = lift(column.order);
    else if (!isTextKind(column.kind))
        c.key = lift([of, last = dress.noneLast](const Book& book, const Line& line) {
            const Value value = of->value(book, line);
            return last && isNone(value) ? std::numeric_limits<std::int64_t>::max() : orderOf(value);
        });
    c.cell = lift([of](const Book& book, const Line& line) { return toCell(of->kind, of->value(book, line)); });
    if (dress.toneOf)
        c.tone = lift(dress.toneOf);
    else if (dress.tone != Tone::Plain)
        c.tone = [tone = dress.tone](const Book&, std::uint32_t) { return tone; };
    if (dress.tooltip)
        c.tooltip = lift(dress.tooltip);
    if (dress.sums)
        c.sum = c.key;
    return c;
}

// The window's columns of a list, in its order of them.
template <class Line, class LineOf>
std::vector<Column> dressed(const ListSpec<Line>& list, const LineOf& lineOf, const std::vector<Dress<Line>>& dresses)
{
    std::vector<Column> out;
    out.reserve(dresses.size());
    for (const Dress<Line>& d : dresses)
        out.push_back(dressed(list.column(d.id), lineOf, d));
    return out;
}

} // namespace duedesk
