#include "core/base/calendar.h"

#include <algorithm>

namespace duedesk {

BusinessCalendar::BusinessCalendar(std::vector<Date> holidays, unsigned workdays)
    : m_holidays(std::move(holidays)), m_workdays((workdays & 0x7f) != 0 ? workdays & 0x7f : 0b0011111)
{
    std::sort(m_holidays.begin(), m_holidays.end());
}

bool BusinessCalendar::isBusinessDay(Date d) const
{
    return ((m_workdays >> (d.weekday() - 1)) & 1U) != 0
           && !std::binary_search(m_holidays.begin(), m_holidays.end(), d);
}

Date BusinessCalendar::addBusinessDays(Date d, int n) const
{
    while (n > 0) {
        d = d + 1;
        if (isBusinessDay(d))
            --n;
    }
    return d;
}

int BusinessCalendar::businessDaysBetween(Date from, Date to) const
{
    if (to < from)
        return -businessDaysBetween(to, from);
    int n = 0;
    for (Date d = from + 1; d <= to; d = d + 1)
        n += isBusinessDay(d) ? 1 : 0;
    return n;
}

} // namespace duedesk
