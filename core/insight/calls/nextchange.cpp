#include "core/insight/calls/nextchange.h"

#include "core/base/zonetime.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/calls/callzones.h"

#include <set>
#include <tuple>

namespace duedesk {
namespace {

constexpr int dayMinutes = 24 * 60;

class Earliest {
public:
    Earliest(const Book& book, Instant now)
        : m_book(book), m_policy(book.policyAt(book.dayOf(now))), m_now(now),
          m_first(nextTimeIn(book.info().zone, now, 0))
    {
    }
    void actions();
    void addresses();
    void callsTo(std::uint32_t payer);
    void mailTo(std::uint32_t payer);
    Instant first() const { return m_first; }

private:
    void consider(Instant at) { m_first = at > m_now ? std::min(m_first, at) : m_first; }
    void window(const CallWindow& w);

    const Book& m_book;
    const Policy& m_policy;
    Instant m_now, m_first;
    // A zone, its hours, whether days close it: few, and asked for often.
    std::set<std::tuple<QString, int, int, bool>> m_seen;
    CallWindow m_last; // people of one customer mostly share theirs
};

void Earliest::actions()
{
    m_book.rows<NextAction>().forEach([&](std::uint32_t, const NextAction& n) { consider(n.at); });
}

void Earliest::addresses()
{
    constexpr Instant hour = 3'600'000;
    m_book.rows<ContactEvent>().forEach([&](std::uint32_t, const ContactEvent& e) {
        if (e.kind == ContactEventKind::Changed && e.field == u"email")
            consider(e.at + m_policy.addressHoldHours * hour);
    });
}

void Earliest::window(const CallWindow& w)
{
    if (w.hours.from == m_last.hours.from && w.hours.to == m_last.hours.to && w.ownDays == m_last.ownDays
        && w.zones == m_last.zones)
        return;
    m_last = w;
    for (const QString& zone : w.zones) {
        if (!m_seen.emplace(zone, w.hours.from, w.hours.to, w.ownDays).second)
            continue;
        constexpr int lastHour = 60; // the list puts those first that close within it
        for (const int minute : {w.hours.from, w.hours.to, w.hours.to - lastHour})
            consider(nextTimeIn(zone, m_now, (minute + dayMinutes) % dayMinutes));
        if (w.ownDays) // a holiday there begins and ends
            consider(nextTimeIn(zone, m_now, 0));
    }
}

// Whoever may be called there: who is chosen depends on whose hours hold.
void Earliest::callsTo(std::uint32_t payer)
{
    window(callWindow(m_book, nullptr, payer, m_policy));
    forEachMember(m_book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : m_book.contactsOf(site))
            if (const Contact& c = m_book.rows<Contact>()[row]; isUsable(c))
                window(callWindow(m_book, &c, payer, m_policy));
    });
}

void Earliest::mailTo(std::uint32_t payer)
{
    forEachMember(m_book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : m_book.contactsOf(site))
            window(mailWindow(m_book, &m_book.rows<Contact>()[row], payer));
    });
}

} // namespace

Instant nextChange(const Book& book, const CallList& list)
{
    if (list.now == 0)
        return 0;
    Earliest e(book, list.now);
    e.actions();
    e.addresses();
    for (const CallRow& r : list.rows)
        e.callsTo(r.payer);
    book.customers().forEach([&](std::uint32_t row, const Customer& c) {
        if (c.consumer && book.payerRow(row) == row)
            e.mailTo(row);
    });
    return e.first();
}

} // namespace duedesk
