// An exact decimal exchange rate: base units per 1 unit of the currency. No double touches money.
#pragma once
#include "core/base/money.h"

#include <QString>
#include <compare>
#include <cstdint>
#include <optional>

namespace duedesk {

class DecimalRate {
public:
    DecimalRate() = default;
    // "1.0837", point as decimal mark, > 0, at most 12 digits after the point and 15 in all.
    static std::optional<DecimalRate> parse(const QString& text);
    static DecimalRate one();
    static DecimalRate fromParts(std::int64_t mantissa, int scale);

    std::int64_t mantissa() const { return m_mantissa; } // value = mantissa / 10^scale
    int scale() const { return m_scale; }
    bool isValid() const { return m_mantissa > 0; }
    QString toString() const;
    bool operator==(const DecimalRate&) const = default;

private:
    std::int64_t m_mantissa = 0;
    int m_scale = 0;
};

// amount (minor units of a currency with exponent `from`) in minor units of a base with exponent `to`,
// rounded once, half to even, narrowed.
std::int64_t convertHalfEven(std::int64_t amount, const DecimalRate& rate, int from, int to);
// The same for a sum within maxBookSum, rounded down and as large as it is.
Int128 worthAt(Int128 sum, const DecimalRate& rate, int from, int to);

} // namespace duedesk
