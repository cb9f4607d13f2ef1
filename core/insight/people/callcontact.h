// Whom to call at a payer, and whether they can be reached now: the rungs of the ladder, calling hours and
// local time. Shared by the list and by the commands that say what happens next.
#pragma once
#include "core/base/clock.h"
#include "core/base/words.h"
#include "core/domain/book.h"

#include <QString>

namespace duedesk {

// Place on the escalation ladder: AP clerk 1, AP lead 2, finance head 3; 0 = beside it.
int rungOf(ContactRole r);
// The rung above: AP clerk -> AP lead -> finance head -> finance head; AP lead for who stands beside the ladder.
ContactRole nextRung(ContactRole r);
bool hasNumber(const Contact& c); // a phone or a mobile
bool isVerified(const Contact& c, const Policy& policy, Date d); // within the policy's days before D
// Why nobody of this payer is contacted at all, by call or mail: its status once that is in force, or "do not contact"
// ("insolvent since 9 Nov", "not to be contacted"); "" = it may be.
Words noContactReason(const Book& book, std::uint32_t payer, Date d);
// A person, not merged away, without a defect that stands in the way, with a number or an address.
bool isUsable(const Contact& c);

// IANA zone of the contact, else of its site, else of the payer, a country with one time included; "" = not known, or
// more than one (callzones.h).
QString contactZone(const Book& book, const Contact* contact, std::uint32_t payer);

struct CallingHours {
    int from = 0, to = 0; // minutes of the local day; [from, to)
    bool holds(int minute) const { return from <= minute && minute < to; }
};
inline constexpr CallingHours consumerHours{8 * 60, 21 * 60}; // consumers are left alone at night, whatever is agreed
// The contact's own, else the policy's; within consumerHours where the payer is a consumer. Whether it is calling time
// is asked of a CallWindow (callzones.h), which knows the zones and days too.
CallingHours allowedHours(const Book& book, const Contact* contact, std::uint32_t payer, const Policy& policy);

// Local times at one instant; each zone is worked out once.
class LocalTimes {
public:
    explicit LocalTimes(Instant now) : m_now(now) {}
    struct Local {
        int minute = -1;
        Date day;
    }; // minute -1: zone not known
    Local at(const QString& zone) const;
    Instant now() const { return m_now; }

private:
    Instant m_now;
    mutable std::vector<std::pair<QString, Local>> m_known; // few, the one asked last in front
};

// Best usable contact of the payer and its sites for a rung: the rung itself, else the nearest above, people beside
// the ladder, lower rungs; the sponsor last, and only beyond the AP lead; then verified, in calling hours, the billing
// contact, one with a phone. A shared inbox only where there is nobody. noRow when there is none. `without` is passed
// over.
std::uint32_t bestContact(const Book& book, std::uint32_t payer, ContactRole rung, Date d, const LocalTimes& times,
                          ContactId without = {});
// The best usable contact of exactly this role.
std::uint32_t contactOfRole(const Book& book, std::uint32_t payer, ContactRole role, Date d, const LocalTimes& times);
// The ladder of a payer: f(role, contact row) for AP clerk, AP lead, finance head and sponsor, with the best contact of
// exactly that role; noRow where nobody is known.
template <class F> void forEachRung(const Book& book, std::uint32_t payer, Date d, const LocalTimes& times, F&& f)
{
    for (const ContactRole role :
         {ContactRole::ApClerk, ContactRole::ApLead, ContactRole::FinanceHead, ContactRole::Sponsor})
        f(role, contactOfRole(book, payer, role, d, times));
}

} // namespace duedesk
