// Business days: the working weekdays minus a set of holidays.
#pragma once
#include "core/base/date.h"

#include <vector>

namespace duedesk {

class BusinessCalendar {
public:
    BusinessCalendar() = default;
    // workdays: bit 0 = Monday .. bit 6 = Sunday; holidays in any order.
    explicit BusinessCalendar(std::vector<Date> holidays, unsigned workdays = 0b0011111);

    bool isBusinessDay(Date d) const;
    // The n-th business day after d (n >= 0); n = 0 gives d itself, business day or not.
    Date addBusinessDays(Date d, int n) const;
    // Business days in (from, to]; negative when to < from.
    int businessDaysBetween(Date from, Date to) const;

private:
    std::vector<Date> m_holidays; // ascending
    unsigned m_workdays = 0b0011111;
};

} // namespace duedesk
