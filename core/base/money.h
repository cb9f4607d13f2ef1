// Amounts of money: int64 minor units with their currency. Sums are checked (128 bit inside); adding two
// currencies is a programming error, mixed sums are a MoneyBag.
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

// num / den rounded half to even; den > 0. Throws std::overflow_error beyond int64.
std::int64_t divideHalfEven(Int128 num, Int128 den);
// Throws std::overflow_error when v does not fit.
std::int64_t narrow(Int128 v);

struct Money {
    std::int64_t minor = 0;
    Currency currency;

    // Plain decimals with the currency's digits, "-" in front, no grouping: "1234.50".
    QString toPlain() const;
    std::string toPlainString() const;
    // The same, with "USD" behind.
    QString toString() const;

    Money operator+(Money o) const; // same currency; checked
    Money operator-(Money o) const;
    Money operator-() const { return {-minor, currency}; }
    bool operator==(const Money&) const = default;
};

std::string plainDecimal(std::int64_t minor, int exponent);

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
