#include "core/insight/callcontact.h"

#include "core/insight/callzones.h"

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
std::uint32_t bestOf(const Book& book, std::uint32_t payer, ContactRole rung, const Policy& policy,
                     const LocalTimes& times, F&& wanted)
{
    std::uint32_t best = noRow;
    std::tuple<int, bool, bool, bool, bool, std::uint32_t> bestScore;
    const auto consider = [&](std::uint32_t customer) {
        for (const std::uint32_t row : book.contactsOf(customer)) {
            const Contact& c = book.rows<Contact>()[row];
            if (!isUsable(c) || !wanted(c))
                continue;
            const int minute = times.at(contactZone(book, &c, payer)).minute;
            const bool closed = minute >= 0 && !callingHours(&c, policy).holds(minute);
            const std::tuple score(distance(c.role, rung), !c.verifiedOn.isValid(), closed, !c.billing, !hasNumber(c),
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

bool hasNumber(const Contact& c) { return !c.phone.isEmpty() || !c.mobile.isEmpty(); }

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
    if (contact && !contact->zone.isEmpty())
        return contact->zone;
    const std::uint32_t site = contact ? book.customerRow(contact->customer) : noRow;
    for (const std::uint32_t row : {site, payer}) {
        if (row == noRow)
            continue;
        const Customer& c = book.customers()[row];
        if (!c.zone.isEmpty())
            return c.zone;
        if (c.country.isEmpty())
            continue;
        if (const auto& zones = zonesOfCountry(c.country); !zones.empty())
            return zones.size() == 1 ? zones.front() : QString();
    }
    return {};
}

CallingHours callingHours(const Contact* contact, const Policy& policy)
{
    if (contact && (contact->callFrom != 0 || contact->callTo != 0))
        return {contact->callFrom, contact->callTo};
    return {policy.callFrom, policy.callTo};
}

CallingHours allowedHours(const Book& book, const Contact* contact, std::uint32_t payer, const Policy& policy)
{
    CallingHours hours = callingHours(contact, policy);
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

std::uint32_t bestContact(const Book& book, std::uint32_t payer, ContactRole rung, const Policy& policy,
                          const LocalTimes& times, ContactId without)
{
    const bool beyondLead = rungOf(rung) > rungOf(ContactRole::ApLead);
    return bestOf(book, payer, rung, policy, times,
                  [&](const Contact& c) { return c.id != without && (beyondLead || c.role != ContactRole::Sponsor); });
}

std::uint32_t contactOfRole(const Book& book, std::uint32_t payer, ContactRole role, const Policy& policy,
                            const LocalTimes& times)
{
    return bestOf(book, payer, role, policy, times, [&](const Contact& c) { return c.role == role; });
}

} // namespace duedesk
