#include "core/insight/ratio.h"

#include "core/base/error.h"

#include <limits>

namespace duedesk {

Ratio Ratio::of(Int128 numerator, Int128 denominator)
{
    if (denominator <= 0)
        return none("nothing to divide by");
    // Below this bound the quotient in ten-thousandths fits 64 bits and the product fits 128.
    constexpr Int128 largest = std::numeric_limits<std::int64_t>::max() / 10000 - 1;
    const Int128 whole = numerator / denominator;
    if (whole > largest || whole < -largest)
        return none("too large to show");
    const Int128 rest = numerator - whole * denominator; // so that the product stays small
    return {narrow(whole * 10000 + divideHalfEven(rest * 10000, denominator)), ""};
}

QString Ratio::toPlain() const { return e4 ? QString::fromStdString(plainDecimal(*e4, 4)) : QString(); }

QString Ratio::toText(int digits) const
{
    if (!e4)
        return QStringLiteral("n/a");
    invariant(digits >= 0 && digits <= 4, "a ratio has four decimals");
    std::int64_t unit = 1;
    for (int d = digits; d < 4; ++d)
        unit *= 10;
    return QString::fromStdString(plainDecimal(divideHalfEven(*e4, unit), digits));
}

} // namespace duedesk
