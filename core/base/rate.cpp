#include "core/base/rate.h"

#include "core/base/money.h"

#include <limits>
#include <stdexcept>

namespace duedesk {
namespace {

__extension__ typedef __int128 Wide;

Wide pow10(int n)
{
    Wide p = 1;
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

std::int64_t convertHalfEven(std::int64_t amount, const DecimalRate& rate, int from, int to)
{
    Wide num = Wide(amount) * rate.mantissa();
    Wide den = pow10(rate.scale());
    if (to >= from)
        num *= pow10(to - from);
    else
        den *= pow10(from - to);
    return divideHalfEven(num, den);
}

} // namespace duedesk
