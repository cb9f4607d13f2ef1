#include "core/insight/figures/ratio.h"

#include "core/base/error.h"
#include "core/base/money.h"

#include <limits>

namespace duedesk {
namespace {

constexpr std::int64_t largest64 = std::numeric_limits<std::int64_t>::max();

Ratio figure(std::int64_t e4)
{
    return isFigure(e4) ? Ratio{e4, ""} : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "too large to show"));
}

} // namespace

Ratio Ratio::of(Int128 numerator, Int128 denominator)
{
    if (denominator <= 0)
        return none("nothing to divide by");
    std::int64_t scaled = 0; // in 64 bits where the figures fit, as they do for all but the largest books
    if (numerator >= 0 && !__builtin_mul_overflow(numerator, 10000, &scaled) && denominator <= (largest64 >> 1)) {
        const auto den = std::int64_t(denominator);
        const std::int64_t q = scaled / den, twice = 2 * (scaled % den);
        return figure(q + std::int64_t(twice > den || (twice == den && (q & 1) != 0)));
    }
    // Below this bound the quotient in ten-thousandths fits 64 bits and the product fits 128.
    constexpr Int128 largest = largest64 / 10000 - 1;
    const Int128 whole = numerator / denominator;
    if (whole > largest || whole < -largest)
        return none("too large to show");
    const Int128 rest = numerator - whole * denominator; // so that the product stays small
    return figure(narrow(whole * 10000 + divideHalfEven(rest * 10000, denominator)));
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
