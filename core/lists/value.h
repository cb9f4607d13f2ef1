// What stands in a cell of a list: one typed value that the window, files and the command line each write their own way.
// Lists are made of such values (listspec.h); only here does one become what a file takes.
#pragma once
#include "core/base/words.h"
#include "core/exchange/tablewriter.h"
#include "core/insight/figures/ratio.h"

#include <variant>

namespace duedesk {

// How a value is meant; how it is written and how it sorts follow from it.
enum class ValueKind : std::uint8_t {
    Text,
    Codes, // several short texts, one a line
    Money, // in its own currency
    Day,
    Moment, // an instant
    Number, // a count
    Bare, // a number that is not grouped: days late, a rank
    Days, // a count of days
    Percent, // a ratio that is in percent
    Tenths, // a ratio in days, shown with one digit
};

// monostate = there is none; so is an invalid day, an instant of 0 and an empty ratio. "" is a text like any other.
using Value = std::variant<std::monostate, QString, Money, Date, InstantCell, Number, Ratio>;

bool isNone(const Value& value);
bool isZero(const Value& value); // an amount or a number that is 0
inline bool isTextKind(ValueKind kind) { return kind == ValueKind::Text || kind == ValueKind::Codes; }
inline bool isFigureKind(ValueKind kind)
{
    return kind == ValueKind::Money || kind >= ValueKind::Number; // set to the right
}

// The place among values of its column; what there is none of stands before all others. Texts have none: 0.
std::int64_t orderOf(const Value& value);
// As files and the command line take it: exact decimals, ISO days; codes in one line with "; " between.
Cell toCell(ValueKind kind, const Value& value);
QString plainValue(ValueKind kind, const Value& value);

// What the parts of a line are as values.
inline Value asValue(Value v) { return v; }
inline Value asValue(QString text) { return text; }
inline Value asValue(const Words& words) { return say(words); }
inline Value asValue(Money m) { return m; }
inline Value asValue(Date d) { return d; }
inline Value asValue(Ratio r) { return r; }
inline Value asValue(int n) { return Number{n}; }
inline Value asValue(std::int64_t n) { return Number{qint64(n)}; }

} // namespace duedesk
