// How amounts, dates and times read on screen: grouped by the locale, with their unit, one way everywhere.
// The C locale has no grouping, so plain English stands in for it.
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace duedesk {

struct Error;

const QLocale& displayLocale();
QDate toQDate(Date d); // invalid stays invalid
Date fromQDate(QDate d);

// Minor units of `c`. An invalid currency reads as two digits.
QString amountText(std::int64_t minor, Currency c);      // "48,210.00"
QString amountWithUnit(std::int64_t minor, Currency c);  // "48,210.00 USD"
QString wholeText(std::int64_t minor, Currency c);       // "48,210", rounded half to even
QString shortText(std::int64_t minor, Currency c);       // "48 k", "1.3 M": axes only
QString sizeText(qint64 bytes);                          // "120 kB", "1.4 MB"
QString countText(qint64 n);                             // "1,284"
QString factorText(std::int64_t e4);                     // "1.66": up to 4 digits, at least 2

// What is wrong as it is told by itself: with a capital, unless it begins with a file or a field.
QString sentenceOf(const Error& e);

QString dateText(Date d);     // "14 Nov 2025", "" when invalid
QString dayText(Date d);      // "14 Nov"
QString weekdayText(Date d);  // "Fri 14 Nov"
QString fullDateText(Date d); // "Fri 14 Nov 2025"
QString minuteText(int minuteOfDay); // "09:30", "" below 0
QString daysText(int days);   // "116 d", "" for 0
QString agoText(Instant at, Instant now); // "2 h ago"; "just now"; a date beyond six days

// Amounts as people type them: the locale's separators, or plain; empty when it is no amount of `c`.
std::optional<std::int64_t> readAmount(const QString& text, Currency c);
// Days as people type them: "14 Nov 2025", "14.11.2025", "2025-11-14", "14 nov" (the next one from `today`).
Date readDate(const QString& text, Date today);

} // namespace duedesk
