// An exact quotient rounded once to four decimals, or empty with the reason why there is none.
#pragma once
#include "core/base/money.h"

#include <QString>
#include <optional>

namespace duedesk {

struct Ratio {
    std::optional<std::int64_t> e4; // ten-thousandths
    const char* reason = "";        // why it is empty: "no sales in the window"

    static Ratio of(Int128 numerator, Int128 denominator); // denominator > 0, else empty with "nothing to divide by"
    static Ratio none(const char* why) { return {std::nullopt, why}; }
    bool has() const { return e4.has_value(); }
    double value() const { return e4 ? double(*e4) / 10000.0 : 0.0; }  // for drawing only
    QString toPlain() const;           // "28.3115", "" when empty
    QString toText(int digits) const;  // rounded for people, "n/a" when empty
};

} // namespace duedesk
