// When somebody may be called: in which zones they may be, the hours that bind there, and the days they are closed. Where
// only a country with several zones is known, a call is allowed when it is calling time in all of them.
#pragma once
#include "core/base/error.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {

// One zone for each time that is kept in a country, over the whole year; by its code ("US") or English name.
// Empty when the country is not known. Safe on any thread.
const std::vector<QString>& zonesOfCountry(const QString& country);

// The zones somebody may be in: the contact's, its site's, the payer's; of whichever says least, the country's.
// Empty = not known.
std::vector<QString> callZones(const Book& book, const Contact* contact, std::uint32_t payer);

struct CallWindow {
    std::vector<QString> zones; // empty = not known: any time will do
    CallingHours hours; // of each of them
    const BusinessCalendar* days = nullptr; // business days there: their own calendar, else the book's
    bool ownDays = false; // a calendar of their own; only that closes a day now, our weekend is ours to decide

    bool isKnown() const { return !zones.empty(); }
    // Within the hours in every zone; true where no zone is known, or the day is not today (times without an instant).
    bool isHour(const LocalTimes& times) const;
    // Minutes until the first zone closes; -1 = it is not calling time, or no zone is known.
    int minutesLeft(const LocalTimes& times) const;
    // A day on which they are closed by a calendar of their own, in some zone; invalid = none.
    Date closedDay(const LocalTimes& times) const;
    bool isOpen(const LocalTimes& times) const { return isHour(times) && !closedDay(times).isValid(); }
    // The instants of a local day at which the hours hold in every zone: [from, to); empty where from >= to.
    struct Span {
        Instant from = 0, to = 0;
        bool isEmpty() const { return from >= to; }
        bool holds(Instant at) const { return from <= at && at < to; }
    };
    Span on(Date day) const;
    // From `now` on, the first instant of the hours in every zone on a business day there; 0 = no zone is known, or no
    // hour fits all of them.
    Instant nextOpening(Instant now) const;
};
// Refused with field "time" where the window is closed: "is outside calling hours: it is 03:00 there"; `what` names the
// hours.
Outcome openNow(const CallWindow& window, const LocalTimes& times, const Words& what);
// For calls. A consumer whose zone is not known is asked about in the book's: that is no excuse for a call at night.
CallWindow callWindow(const Book& book, const Contact* contact, std::uint32_t payer, const Policy& policy);
// For mail: consumers are not written to at night, on any day; everybody else at any time.
CallWindow mailWindow(const Book& book, const Contact* contact, std::uint32_t payer);

} // namespace duedesk
