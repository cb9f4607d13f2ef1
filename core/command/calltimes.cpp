#include "core/command/calltimes.h"

#include "core/base/words.h"
#include "core/command/common.h"

namespace duedesk {
namespace {

constexpr Instant threeHours = 3 * 3600 * Instant(1000);
constexpr int noon = 12 * 60;
constexpr int afternoon = 13 * 60;
constexpr int furthestCallBack = 90; // days

std::unexpected<Error> wrong(QStringView field, const Words& what, const Words& remedy)
{
    return std::unexpected(badField(field, what, remedy));
}

} // namespace

CallTimes::CallTimes(const Book& book, const Contact* contact, std::uint32_t payer, const Context& x)
    : m_book(book), m_days(book.calendarOf(payer)), m_window(callWindow(book, contact, payer, book.policyAt(x.today))),
      m_now(x.now), m_today(x.today)
{
    if (m_window.zones.empty())
        m_window.zones = {book.info().zone};
    m_zone = m_window.zones.size() == 1 ? m_window.zones.front() : book.info().zone;
}

Outcome CallTimes::isOpenAt(Instant at) const
{
    for (const QString& zone : m_window.zones) {
        if (const Date day = dayIn(zone, at); !m_days.isBusinessDay(day))
            return wrong(u"date", Lang::words("%1 is not a business day there", DayWord{day, m_today, true}),
                         Lang::words("the next one is %1", DayWord{m_days.addBusinessDays(day, 1), m_today, true}));
        if (m_window.hours.holds(minuteOfDayIn(zone, at)))
            continue;
        const Words hours = Lang::words("%1 to %2", ClockWord{m_window.hours.from}, ClockWord{m_window.hours.to});
        if (m_window.zones.size() == 1)
            return wrong(u"time", Lang::words("is outside their calling hours"),
                         Lang::words("choose a time from %1", hours));
        const Instant open = m_window.nextOpening(at);
        return wrong(u"time",
                     Lang::words("is outside calling hours in one of the %1 zones they may be in",
                                 Number{qint64(m_window.zones.size())}),
                     open == 0 ? Lang::words("set their time zone first")
                               : Lang::words("it is %1 in all of them from %2 %3 here", hours,
                                             DayWord{m_book.dayOf(open), m_today, true},
                                             ClockWord{minuteOfDayIn(m_zone, open)}));
    }
    return {};
}

Result<Instant> CallTimes::callBack(Date day, int minute) const
{
    if (!day.isValid())
        return wrong(u"date", Lang::words("is missing"), Lang::words("say the day they asked for"));
    if (minute < 0 || minute >= 24 * 60)
        return wrong(u"time", Lang::words("is missing"), Lang::words("write their time as 14:30"));
    const Instant at = instantIn(m_zone, day, minute);
    const ClockWord clock{minuteOfDayIn(m_zone, m_now)};
    if (at <= m_now)
        return wrong(day < dayIn(m_zone, m_now) ? u"date" : u"time", Lang::words("lies in the past"),
                     m_window.zones.size() == 1 ? Lang::words("it is %1 there", clock)
                                                : Lang::words("it is %1 here", clock));
    if (day - m_today > furthestCallBack)
        return wrong(u"date", Lang::words("is more than 90 days ahead"), Lang::words("choose an earlier day"));
    if (const Outcome o = isOpenAt(at); !o)
        return std::unexpected(o.error());
    return at;
}

Instant CallTimes::otherHalf(Date day) const
{
    const bool morning = minuteOfDayIn(m_zone, m_now) >= noon;
    const Instant wanted =
        instantIn(m_zone, day, morning ? m_window.hours.from : std::max(m_window.hours.from, afternoon));
    const CallWindow::Span open = m_window.on(day);
    return open.isEmpty() || open.holds(wanted) ? wanted : open.from;
}

Instant CallTimes::laterToday() const
{
    const Instant later = m_now + threeHours;
    const bool sameDay = dayIn(m_zone, later) == dayIn(m_zone, m_now) && m_book.dayOf(later) == m_today;
    return sameDay && m_window.isOpen(LocalTimes(later)) ? later : 0;
}

} // namespace duedesk
