// Instalments of a plan as people say them, beside the words for "later".
#pragma once
#include "core/base/money.h"
#include "core/command/command.h"

namespace duedesk {

// "3 monthly from 24 nov", "4 weekly" (from five business days on), "500 24 nov; 500 22 dec". Equal parts of the sum
// where amounts are not named. Refused with field "instalments".
Result<std::vector<PlanInstalment>> parseInstalments(const QString& words, Money sum, Date today,
                                                     const BusinessCalendar& calendar);

} // namespace duedesk
