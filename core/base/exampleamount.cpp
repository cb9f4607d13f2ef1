#include "core/base/exampleamount.h"

#include "core/base/money.h"

namespace duedesk {

QString exampleAmount(Currency currency)
{
    const int digits = currency.isValid() ? currency.exponent() : 2;
    std::int64_t minor = 1250;
    for (int i = 0; i < digits; ++i)
        minor *= 10;
    return QString::fromStdString(plainDecimal(minor, digits));
}

} // namespace duedesk
