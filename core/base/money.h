// Amounts of money: int64 minor units with their currency. Sums are checked (128 bit inside) and never wrap: one that
// leaves what a figure may be is told as such. Adding two currencies is a programming error, mixed sums are a MoneyBag.
#pragma once
#include "core/base/currency.h"

#include <QString>
#include <cstdint>
#include <map>
#include <optional>

namespace duedesk {

__extension__ typedef __int128 Int128;

// The largest |amount| of one row, in minor units.
inline constexpr std::int64_t maxRowAmount = 1'000'000'000'000'000;

// The most that a book takes in: of one currency on one side (debits, credits, promises), and of a side in base at the
// highest rates known. Ten thousand million million in a currency with two digits; a thousand rows of the largest amount.
inline constexpr std::int64_t maxBookSum = 1'000'000'000'000'000'000;
// Beyond this no figure of a book within its bounds can lie, whatever is added to it or taken off: what is larger is the
// mark of a sum that did not fit, and is shown in words.
inline constexpr std::int64_t maxFigure = 4 * maxBookSum;
constexpr bool isFigure(std::int64_t v) { return v <= maxFigure && v >= -maxFigure; }
inline constexpr const char* noFigureWords = "does not fit";

// v, or the largest number of its sign when it does not fit 64 bits: no figure, and not one again by what is added later.
std::int64_t narrow(Int128 v);
// sum += v, in the same way.
inline void addChecked(std::int64_t& sum, std::int64_t v)
{
    if (__builtin_add_overflow(sum, v, &sum)) [[unlikely]]
        sum = narrow(v < 0 ? -(Int128(1) << 64) : Int128(1) << 64);
}
// num / den rounded half to even, narrowed; den > 0.
std::int64_t divideHalfEven(Int128 num, Int128 den);

struct Money {
    std::int64_t minor = 0;
    Currency currency;

    // Plain decimals with the currency's digits, "-" in front, no grouping: "1234.50"; words when it is no figure.
    QString toPlain() const;
    std::string toPlainString() const;
    // The same, with "USD" behind.
    QString toString() const;

    Money operator+(Money o) const; // same currency; checked
    Money operator-(Money o) const;
    Money operator-() const { return {-minor, currency}; }
    bool operator==(const Money&) const = default;
};

std::string plainDecimal(std::int64_t minor, int exponent); // noFigureWords when it is none

// Reads plain decimals ("1234.5", "-3") exactly: no grouping, point only, no more digits than the
// currency has. Files go through exchange, which knows other notations.
std::optional<Money> parsePlainMoney(const QString& text, Currency currency);

// Sums per currency, ordered by code.
class MoneyBag {
public:
    void add(Money m);
    void add(const MoneyBag& o);
    Money in(Currency c) const; // zero when absent
    bool isZero() const;
    const std::map<Currency, Int128>& amounts() const { return m_amounts; }
    bool operator==(const MoneyBag&) const = default; // a currency that came to zero is not in the bag

private:
    void add(Currency c, Int128 v);
    std::map<Currency, Int128> m_amounts;
};

} // namespace duedesk
