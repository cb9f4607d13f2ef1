#include "core/base/rate.h"

#include <algorithm>

namespace duedesk {
namespace {

Int128 pow10(int n)
{
    Int128 p = 1;
    while (n-- > 0)
        p *= 10;
    return p;
}

} // namespace

std::optional<DecimalRate> DecimalRate::parse(const QString& text)
{
    std::int64_t m = 0;
    int scale = -1, digits = 0;
    for (const QChar c : text) {
        if (c == u'.') {
            if (scale >= 0)
                return std::nullopt;
            scale = 0;
            continue;
        }
        if (c < u'0' || c > u'9' || ++digits > 15)
            return std::nullopt;
        m = m * 10 + (c.unicode() - u'0');
        if (scale >= 0 && ++scale > 12)
            return std::nullopt;
    }
    if (m <= 0)
        return std::nullopt;
    return fromParts(m, scale < 0 ? 0 : scale);
}

DecimalRate DecimalRate::one() { return fromParts(1, 0); }

DecimalRate DecimalRate::fromParts(std::int64_t mantissa, int scale)
{
    DecimalRate r;
    r.m_mantissa = mantissa;
    r.m_scale = scale;
    while (r.m_scale > 0 && r.m_mantissa % 10 == 0) {
        r.m_mantissa /= 10;
        --r.m_scale;
    }
    return r;
}

QString DecimalRate::toString() const
{
    QString s = QString::number(m_mantissa).rightJustified(m_scale + 1, u'0');
    if (m_scale > 0)
        s.insert(s.size() - m_scale, u'.');
    return s;
}

namespace {

constexpr std::int64_t powers[] = {1,           10,           100,           1000,           10000,
                                   100000,      1000000,      10000000,      100000000,      1000000000,
                                   10000000000, 100000000000, 1000000000000, 10000000000000, 100000000000000};

// The same in 64 bits, where the figures fit: most do, and lists convert a million of them.
std::optional<std::int64_t> convertNarrow(std::int64_t amount, const DecimalRate& rate, int digits)
{
    std::int64_t num = 0;
    if (digits < 0 || std::size_t(digits) >= std::size(powers) || __builtin_mul_overflow(amount, rate.mantissa(), &num))
        return std::nullopt;
    const std::int64_t den = powers[digits];
    const std::int64_t q = num / den, rest = num % den, twice = 2 * (rest < 0 ? -rest : rest);
    const bool up = twice > den || (twice == den && (q & 1) != 0);
    return up ? q + (num < 0 ? -1 : 1) : q;
}

} // namespace

std::int64_t convertHalfEven(std::int64_t amount, const DecimalRate& rate, int from, int to)
{
    if (const auto quick = convertNarrow(amount, rate, rate.scale() + from - to))
        return *quick;
    return divideHalfEven(Int128(amount) * rate.mantissa() * pow10(std::max(0, to - from)),
                          pow10(rate.scale() + std::max(0, from - to)));
}

Int128 worthAt(Int128 sum, const DecimalRate& rate, int from, int to)
{
    return sum * rate.mantissa() * pow10(std::max(0, to - from)) / pow10(rate.scale() + std::max(0, from - to));
}

} // namespace duedesk
