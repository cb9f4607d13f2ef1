// A column of a list as a row of a table: what it shows, how it sorts, what it looks like. Lists are made of
// these; there is no class per column and no knob per list.
#pragma once
#include "core/domain/book.h"
#include "core/exchange/tablewriter.h"

#include <QString>
#include <array>
#include <functional>

namespace duedesk {

enum class CellKind : std::uint8_t {
    Text,   // left
    Figure, // right-aligned, digits of one width
    Aging,  // a bar of the five buckets
    Chips,  // text() split at '\n' into chips
    Clock,  // a dot of calling hours, then text()
    Check,  // a box, checked while the row is ticked; a click ticks it
};
enum class Tone : std::uint8_t { Plain, Muted, Good, Warn, Bad };

// `row` is what the list's order holds: a customer row, a debit row, an index into a call list. Functions are
// pure, are called while painting and therefore allocate nothing but what they return.
struct Column {
    using TextOf = std::function<QString(const Book&, std::uint32_t row)>;

    QString id{};             // stable: order, width and choice are kept by it
    QString title{};
    CellKind kind = CellKind::Text;
    int width = 120;          // pixels at 13 px body
    int fromWidth = 0;        // shown where the list is at least this wide, unless the user chose
    bool shown = true;        // by default
    bool strong = false;
    bool descending = false;  // the first click sorts downwards
    TextOf text{};            // what is shown, copied and read aloud
    std::function<std::int64_t(const Book&, std::uint32_t row)> key{};  // none: sorts by text
    std::function<Tone(const Book&, std::uint32_t row)> tone{};      // none: plain
    TextOf tooltip{};         // none: the text where it is cut
    std::function<std::array<std::int64_t, 5>(const Book&, std::uint32_t row)> bar{}; // Aging
    std::function<std::int64_t(const Book&, std::uint32_t row)> sum{}; // base minor units for the sum of the selection
    // What files get of what is more than a text: an amount, a number, a day. None: the text.
    std::function<Cell(const Book&, std::uint32_t row)> cell{};
};

// The value of a column in a file: its cell() where it has one, else its text.
Cell fileCell(const Column& column, const Book& book, std::uint32_t row);
Cell countCell(std::int64_t n); // empty for 0, which the list shows as nothing

} // namespace duedesk
