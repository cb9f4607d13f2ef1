// Dates as files write them. Day or month first is a property of the column and never guessed from one cell.
#pragma once
#include "core/base/date.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <string_view>

namespace duedesk {

enum class DateOrder : std::uint8_t { Undecided, Dmy, Mdy, Ymd };

enum class DateFault : std::uint8_t { None, Empty, NotADate, NotInCalendar, SerialNumber, OutOfRange };
QString dateFaultText(DateFault f);
QString dateFaultRemedy(DateFault f);

// What one cell says about the column's order: Fixed needs none (2025-01-31, 20250131, 31 Jan 2025), Same reads alike
// either way (03/03/2025), Either leaves two dates.
enum class DateEvidence : std::uint8_t { Empty, Fixed, Same, Dmy, Mdy, Either, Bad };
DateEvidence dateEvidence(std::string_view cell);

// A date of three numbers of two digits at most: its year when that comes first (25-10-01 is 2025) and when it comes last,
// whichever of day and month comes first then; 0 = there is no such day in that order.
struct ShortDate {
    int yearFirst = 0, yearLast = 0;
    bool dashed = false; // as dates with the year first mostly are
};
std::optional<ShortDate> shortDate(std::string_view cell);

// Two-digit years: 00-69 are 2000-2069, 70-99 are 1970-1999.
inline constexpr int firstTwoDigitYear = 1970;

struct DateReading {
    Date date;
    bool twoDigitYear = false;
};
DateFault readDate(std::string_view cell, DateOrder order, DateReading& out);

} // namespace duedesk
