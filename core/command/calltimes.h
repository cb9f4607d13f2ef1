// When a payer is called next: after a voicemail, after nobody answered, and when they asked for it. Every time is checked
// against the calling hours and days of all zones they may be in.
#pragma once
#include "core/command/command.h"
#include "core/insight/calls/callzones.h"

namespace duedesk {

class CallTimes {
public:
    CallTimes(const Book& book, const Contact* contact, std::uint32_t payer, const Context& x);

    // Whose clock a time is read by: theirs, or the book's where their zone is not known, or only a country of several.
    const QString& zone() const { return m_zone; }
    // The instant they asked for, by that clock: in the future, at most 90 days ahead, on a business day there and within
    // calling hours. Fields of errors: date, time.
    Result<Instant> callBack(Date day, int minute) const;
    // On that day, at the other half of it than now.
    Instant otherHalf(Date day) const;
    // In three hours; 0 where that is another day, or they are closed then.
    Instant laterToday() const;

private:
    Outcome isOpenAt(Instant at) const;
    const Book& m_book;
    const BusinessCalendar& m_days; // theirs, else the book's
    CallWindow m_window;
    QString m_zone;
    Instant m_now;
    Date m_today;
};

} // namespace duedesk
