// Days, times and amounts as sentences of the core write them: English, short, the same on every machine.
// Lists format by locale in the window; these are for summaries, reasons and explanations.
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

#include <QString>

namespace duedesk {

// With the year where it is not that of `today`; "" when invalid.
QString weekdayWords(Date d, Date today); // "Mon 17 Nov"
QString dayWords(Date d, Date today);     // "12 May"
QString clockWords(int minuteOfDay);        // "09:30"
QString lateWords(Instant due, Instant now); // "25 min late", "5 h late", "3 days late"; "" before a minute has passed
QString moneyWords(Money m); // "1,250.00 EUR"
// Ten-thousandths as a plain decimal with `digits` places, half-even: (12500, 2) = "1.25".
QString decimalWords(std::int64_t e4, int digits);
QString countWords(int n, QStringView one, QStringView many); // "1 promise", "2 promises"

} // namespace duedesk
