#include "core/insight/figures/contactrates.h"

#include "core/insight/calls/callpast.h"
#include "core/insight/figures/openscan.h"
#include "core/insight/people/callcontact.h"

#include <algorithm>
#include <map>

namespace duedesk {
namespace {

void finish(ContactRates& r)
{
    constexpr const char* nobodyTried = QT_TRANSLATE_NOOP("duedesk::Lang", "no attempts in the period");
    r.connectRate = r.attempts > 0 ? Ratio::of(r.connects, r.attempts) : Ratio::none(nobodyTried);
    r.rightPartyRate = r.attempts > 0 ? Ratio::of(r.rightParty, r.attempts) : Ratio::none(nobodyTried);
    r.coverage = r.pastDue > 0 ? Ratio::of(r.covered, r.pastDue)
                               : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing past due"));
}

class RatesCount {
public:
    RatesCount(const Book& book, Date d, int days) : m_book(book), m_day(d), m_from(d - (days - 1)) {}
    ContactRatesTable make()
    {
        readTalks();
        readMoney();
        ContactRatesTable out;
        for (auto& [key, rates] : m_of) {
            rates.owner = {key.second, key.second};
            out.total.attempts += rates.attempts;
            out.total.connects += rates.connects;
            out.total.rightParty += rates.rightParty;
            addChecked(out.total.pastDue, rates.pastDue);
            addChecked(out.total.covered, rates.covered);
            finish(rates);
            out.rows.push_back(rates);
        }
        finish(out.total);
        out.missing = m_missing.list();
        return out;
    }

private:
    ContactRates& of(std::uint32_t payer)
    {
        const QString& owner = m_book.customers()[payer].owner;
        const bool none = owner.isEmpty();
        return m_of[{none, none ? QStringLiteral("(none)") : owner}];
    }
    void readTalks()
    {
        m_reached.resize(m_book.customers().size());
        const Date covered = m_day - (m_book.policyAt(m_day).coverageDays - 1);
        m_book.rows<Activity>().forEach([&](std::uint32_t, const Activity& a) {
            const std::uint32_t customer = m_book.customerRow(a.customer);
            if (a.day > m_day || customer == noRow)
                return;
            const std::uint32_t payer = m_book.payerRow(customer);
            const bool right = reachedRightParty(m_book, a);
            if (right && a.day >= covered)
                m_reached[payer] = true;
            if (a.day < m_from || !isAttempt(a))
                return;
            ContactRates& r = of(payer);
            ++r.attempts;
            r.connects += isConnect(a) ? 1 : 0;
            r.rightParty += right ? 1 : 0;
        });
    }
    void readMoney()
    {
        const RatesAt rates = m_book.ratesAt(m_day);
        const auto add = [&](const DebitChunk& c, std::uint32_t i, std::uint32_t, std::int64_t open) {
            const std::uint32_t payer = m_book.payerRow(c.customer[i]);
            if (c.due[i] >= m_day.days() || !rulesOf(m_book.customers()[c.customer[i]].status).inMetrics
                || !noContactReason(m_book, payer, m_day).isEmpty())
                return;
            if (!rates.has(c.currency[i])) {
                m_missing.count(c.currency[i]);
                return;
            }
            const std::int64_t base = rates.convert(open, c.currency[i]);
            ContactRates& r = of(payer);
            addChecked(r.pastDue, base);
            if (m_reached[payer])
                addChecked(r.covered, base);
        };
        forEachOpen(m_book.ledger(), m_day, add);
    }

    const Book& m_book;
    Date m_day, m_from;
    std::map<std::pair<bool, QString>, ContactRates> m_of;
    std::vector<bool> m_reached; // by payer
    MissingCounts m_missing;
};

} // namespace

ContactRatesTable contactRates(const Book& book, Date d, int days) { return RatesCount(book, d, days).make(); }

} // namespace duedesk
