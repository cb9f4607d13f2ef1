#include "core/insight/people/callcontact.h"

#include "core/domain/codewords.h"
#include "core/insight/calls/callzones.h"

#include <algorithm>
#include <tuple>

namespace duedesk {
namespace {

int distance(ContactRole role, ContactRole wanted)
{
    const int w = rungOf(wanted), r = rungOf(role);
    if (role == ContactRole::SharedInbox)
        return 9;
    if (role == ContactRole::Sponsor)
        return 6;
    if (r == 0)
        return 2;
    if (r < w)
        return 3 + (w - r); // the nearest below
    return r == w ? 0 : r == w + 1 ? 1 : 3;
}

// The best of the usable contacts that `wanted` lets through.
template <class F>
std::uint32_t bestOf(const Book& book, std::uint32_t payer, ContactRole rung, Date d, const LocalTimes& times,
                     F&& wanted)
{
    const Policy& policy = book.policyAt(d);
    std::uint32_t best = noRow;
    std::tuple<int, bool, bool, bool, bool, std::uint32_t> bestScore;
    const auto consider = [&](std::uint32_t customer) {
        for (const std::uint32_t row : book.contactsOf(customer)) {
            const Contact& c = book.rows<Contact>()[row];
            if (!isUsable(c) || !wanted(c))
                continue;
            const bool closed = !callWindow(book, &c, payer, policy).isHour(times);
            const std::tuple score(distance(c.role, rung), !isVerified(c, policy, d), closed, !c.billing, !hasNumber(c),
                                   row);
            if (best == noRow || score < bestScore) {
                best = row;
                bestScore = score;
            }
        }
    };
    consider(payer);
    for (const std::uint32_t site : book.paidBy(payer))
        if (site != payer)
            consider(site);
    return best;
}

} // namespace

int rungOf(ContactRole r)
{
    switch (r) {
    case ContactRole::ApClerk: return 1;
    case ContactRole::ApLead: return 2;
    case ContactRole::FinanceHead: return 3;
    case ContactRole::Other:
    case ContactRole::Sponsor:
    case ContactRole::SharedInbox: break;
    }
    return 0;
}

ContactRole nextRung(ContactRole r) { return rungOf(r) >= 2 ? ContactRole::FinanceHead : ContactRole::ApLead; }

bool isVerified(const Contact& c, const Policy& policy, Date d)
{
    return c.verifiedOn.isValid() && c.verifiedOn <= d && d - c.verifiedOn <= policy.verifiedDays;
}

bool hasNumber(const Contact& c) { return !c.phone.isEmpty() || !c.mobile.isEmpty(); }

Words noContactReason(const Book& book, std::uint32_t payer, Date d)
{
    const Customer& c = book.customers()[payer];
    const bool inForce = !c.statusSince.isValid() || c.statusSince <= d;
    if (inForce && !rulesOf(c.status).contacted)
        return c.statusSince.isValid() ? Lang::words("%1 since %2", wordsOf(c.status), DayWord{c.statusSince, d})
                                       : wordsOf(c.status);
    return c.doNotContact ? Lang::words("not to be contacted") : Words();
}

bool isUsable(const Contact& c)
{
    if (c.mergedInto)
        return false;
    switch (c.defect) {
    case ContactDefect::None: return hasNumber(c) || !c.email.isEmpty();
    case ContactDefect::Bounced: return hasNumber(c);
    case ContactDefect::WrongNumber:
    case ContactDefect::WrongPerson:
    case ContactDefect::Left: break;
    }
    return false;
}

QString contactZone(const Book& book, const Contact* contact, std::uint32_t payer)
{
    const std::vector<QString> zones = callZones(book, contact, payer);
    return zones.size() == 1 ? zones.front() : QString();
}

CallingHours allowedHours(const Book& book, const Contact* contact, std::uint32_t payer, const Policy& policy)
{
    CallingHours hours{policy.callFrom, policy.callTo};
    if (contact && (contact->callFrom != 0 || contact->callTo != 0))
        hours = {contact->callFrom, contact->callTo};
    if (book.customers()[payer].consumer)
        hours = {std::max(hours.from, consumerHours.from), std::min(hours.to, consumerHours.to)};
    return hours;
}

LocalTimes::Local LocalTimes::at(const QString& zone) const
{
    if (m_now == 0 || zone.isEmpty())
        return {};
    auto it = std::find_if(m_known.begin(), m_known.end(), [&](const auto& k) { return k.first == zone; });
    if (it == m_known.end())
        it = m_known.insert(it, {zone, Local{minuteOfDayIn(zone, m_now), dayIn(zone, m_now)}});
    std::iter_swap(m_known.begin(), it);
    return m_known.front().second;
}

std::uint32_t bestContact(const Book& book, std::uint32_t payer, ContactRole rung, Date d, const LocalTimes& times,
                          ContactId without)
{
    const bool beyondLead = rungOf(rung) > rungOf(ContactRole::ApLead);
    return bestOf(book, payer, rung, d, times,
                  [&](const Contact& c) { return c.id != without && (beyondLead || c.role != ContactRole::Sponsor); });
}

std::uint32_t contactOfRole(const Book& book, std::uint32_t payer, ContactRole role, Date d, const LocalTimes& times)
{
    return bestOf(book, payer, role, d, times, [&](const Contact& c) { return c.role == role; });
}

} // namespace duedesk
