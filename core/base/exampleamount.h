// How an amount is written, for remedies: "1250.00", "1250" or "1250.000" by the digits of the currency. Who reads the
// error copies it as it stands.
#pragma once
#include "core/base/currency.h"

#include <QString>

namespace duedesk {

QString exampleAmount(Currency currency); // of no currency: with two digits

} // namespace duedesk
