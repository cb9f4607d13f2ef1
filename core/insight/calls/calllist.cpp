#include "core/insight/calls/calllist.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/insight/calls/calllanes.h"
#include "core/insight/figures/metrics.h"

#include <algorithm>
#include <limits>

namespace duedesk {
namespace {

struct LaneNames {
    const char* name;
    const char* title;
};
constexpr std::array<LaneNames, laneCount> laneNames = {{
    {"call-back due", QT_TRANSLATE_NOOP("duedesk::Lang", "Call-back due")},
    {"promise broken", QT_TRANSLATE_NOOP("duedesk::Lang", "Promise broken")},
    {"escalated", QT_TRANSLATE_NOOP("duedesk::Lang", "Escalated")},
    {"we owe them", QT_TRANSLATE_NOOP("duedesk::Lang", "We owe them")},
    {"waiting", QT_TRANSLATE_NOOP("duedesk::Lang", "Waiting")},
    {"big and late", QT_TRANSLATE_NOOP("duedesk::Lang", "Big and late")},
    {"routine", QT_TRANSLATE_NOOP("duedesk::Lang", "Routine")},
    {"before due", QT_TRANSLATE_NOOP("duedesk::Lang", "Before due")},
    {"first invoice", QT_TRANSLATE_NOOP("duedesk::Lang", "First invoice")},
    {"not on the list", QT_TRANSLATE_NOOP("duedesk::Lang", "Not on the list")},
}};

// at risk x age x promise x limit x relationship in ten-thousandths of a base unit, rounded once. An order, not
// money: what does not fit stands at the top.
std::int64_t weightOf(const CallRow& r, int exponent)
{
    Int128 units = 1;
    for (int e = 0; e < exponent; ++e)
        units *= 10;
    const Int128 e4 = 10000;
    // Three factors of four digits make ten-thousandths of a unit; the fourth stays in.
    const Int128 num = Int128(r.atRisk) * r.ageFactor * r.promiseFactor * r.limitFactor * r.relationshipFactor;
    const Int128 den = units * e4 * e4 * e4;
    if (num / den >= std::numeric_limits<std::int64_t>::max())
        return std::numeric_limits<std::int64_t>::max();
    return divideHalfEven(num, den);
}

std::int64_t promiseFactor(int broken, const Policy& policy)
{
    std::int64_t f = 10000;
    for (int i = 0; i < broken && f < policy.brokenPromiseCap; ++i)
        f = divideHalfEven(Int128(f) * policy.brokenPromiseFactor, 10000);
    return std::min<std::int64_t>(f, policy.brokenPromiseCap);
}

class Ranking {
public:
    Ranking(const Book& book, const BehaviourModel& model, const CallListOptions& options)
        : m_book(book), m_options(options), m_policy(book.policyAt(options.day)), m_money(book, model, options.day),
          m_lanes(book, options)
    {
        m_list.day = options.day;
        m_list.now = options.now;
    }
    CallList make();

private:
    struct Payer {
        std::uint32_t row;
        Candidate candidate;
    };

    void collect();
    bool hasPast(std::uint32_t payer) const;
    void markLargest();
    void fill(CallRow& row, const Candidate& c) const;
    void sortRows(std::vector<CallRow> rows);
    void views();
    bool before(std::uint32_t a, std::uint32_t b) const // ties by customer id
    {
        return m_book.customers()[a].externalId < m_book.customers()[b].externalId;
    }

    const Book& m_book;
    const CallListOptions& m_options;
    const Policy& m_policy;
    CallMoney m_money;
    LaneTests m_lanes;
    std::vector<Payer> m_payers;
    CallList m_list;
};

bool Ranking::hasPast(std::uint32_t payer) const
{
    bool any = false;
    forEachMember(m_book, payer, [&](std::uint32_t site) {
        any = any || !m_book.activitiesOf(site).empty() || !m_book.nextActionsOf(site).empty()
              || !m_book.promisesOf(site).empty() || !m_book.rowsOf<CustomerRequest>(site).empty()
              || !m_book.rowsOf<ConfirmBy>(site).empty() || !m_book.rowsOf<Plan>(site).empty();
    });
    return any;
}

// Payers with open items, and those who asked to be called whatever they owe.
void Ranking::collect()
{
    std::vector<bool> asked(m_book.customers().size());
    m_book.rows<NextAction>().forEach([&](std::uint32_t, const NextAction& n) {
        if (const std::uint32_t row = m_book.customerRow(n.customer);
            n.kind == NextActionKind::CallBack && row != noRow)
            asked[m_book.payerRow(row)] = true;
    });
    for (std::uint32_t row = 0; row < m_book.customers().size(); ++row) {
        if (!asked[row] && !m_money.hasItems(row))
            continue;
        Payer& p = m_payers.emplace_back(row, Candidate{});
        p.candidate.money = m_money.of(row);
        if (hasPast(row))
            p.candidate.past = payerPast(m_book, row, m_options.day);
    }
}

void Ranking::markLargest()
{
    struct Entry {
        std::int64_t atRisk;
        Payer* payer;
    };
    std::vector<Entry> all;
    for (Payer& p : m_payers)
        if (p.candidate.money.tbc > 0 && m_lanes.blocked(p.row).isEmpty())
            all.push_back({divideHalfEven(Int128(p.candidate.money.tbc) * p.candidate.money.risk, 10000), &p});
    const std::size_t top = (all.size() + 9) / 10;
    std::partial_sort(all.begin(), all.begin() + std::ptrdiff_t(top), all.end(),
                      [this](const Entry& a, const Entry& b) {
                          return a.atRisk != b.atRisk ? a.atRisk > b.atRisk : before(a.payer->row, b.payer->row);
                      });
    for (std::size_t i = 0; i < top; ++i)
        all[i].payer->candidate.largest = true;
}

void Ranking::fill(CallRow& row, const Candidate& c) const
{
    const PayerMoney& m = c.money;
    const Customer& customer = m_book.customers()[row.payer];
    row.tbc = m.tbc;
    row.pastDue = m.pastDue;
    row.open = m.open;
    row.unapplied = m.unapplied;
    row.bucket = m.bucket;
    row.oldestDays = m.oldestDays;
    row.risk = m.risk;
    row.atRisk = divideHalfEven(Int128(m.tbc) * m.risk, 10000);
    row.ageFactor = m.ageFactor;
    row.promiseFactor = promiseFactor(c.past.brokenInWindow, m_policy);
    if (customer.creditLimit && Int128(m.open) - m.unapplied > *customer.creditLimit)
        row.limitFactor = m_policy.limitFactor;
    if (!m_policy.relationshipFactor.empty())
        if (const auto it = m_policy.relationshipFactor.find(customer.tier); it != m_policy.relationshipFactor.end())
            row.relationshipFactor = it->second;
    row.weight = weightOf(row, m_book.info().base.exponent());
}

void Ranking::sortRows(std::vector<CallRow> rows)
{
    struct Key {
        std::int64_t weight;
        std::uint32_t payer, at;
    };
    std::vector<Key> order;
    order.reserve(rows.size());
    for (std::uint32_t at = 0; at < rows.size(); ++at) // those without rank come last, by customer id
        order.push_back({rows[at].lane == Lane::NotOnList ? -1 : rows[at].weight, rows[at].payer, at});
    std::sort(order.begin(), order.end(), [this](const Key& a, const Key& b) {
        return a.weight != b.weight ? a.weight > b.weight : before(a.payer, b.payer);
    });
    m_list.rows.reserve(rows.size());
    for (const Key& key : order) {
        CallRow& row = m_list.rows.emplace_back(std::move(rows[key.at]));
        if (row.lane != Lane::NotOnList)
            row.rank = std::uint32_t(m_list.rows.size());
        ++m_list.count[std::size_t(row.lane)];
        m_list.tbc = narrow(Int128(m_list.tbc) + row.tbc);
    }
}

// Next: call-backs at their minute, then windows that close within the hour, then by weight. Who waits is passed
// over whatever the lane. Avoided: by weight.
void Ranking::views()
{
    std::vector<std::uint32_t> callBacks, closing, others;
    for (std::uint32_t at = 0; at < m_list.rows.size(); ++at) {
        const CallRow& r = m_list.rows[at];
        if (r.avoided)
            m_list.avoided.push_back(at);
        if (r.lane == Lane::CallBack) {
            callBacks.push_back(at);
        } else if (r.lane != Lane::NotOnList && r.whyNot.isEmpty()) {
            (r.closesIn >= 0 && r.closesIn <= 60 ? closing : others).push_back(at);
        }
    }
    const auto asked = [this](std::uint32_t at) {
        Date due;
        Instant when = 0;
        forEachMember(m_book, m_list.rows[at].payer, [&](std::uint32_t site) {
            for (const std::uint32_t row : m_book.nextActionsOf(site))
                if (const NextAction& n = m_book.rows<NextAction>()[row];
                    n.kind == NextActionKind::CallBack && n.due >= due) {
                    due = n.due;
                    when = n.at;
                }
        });
        return std::pair(due, when);
    };
    std::stable_sort(callBacks.begin(), callBacks.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return asked(a) < asked(b); });
    for (const auto* part : {&callBacks, &closing, &others})
        m_list.next.insert(m_list.next.end(), part->begin(), part->end());
}

CallList Ranking::make()
{
    collect();
    markLargest();
    std::vector<CallRow> rows;
    rows.reserve(m_payers.size());
    for (const Payer& p : m_payers) {
        CallRow& row = rows.emplace_back();
        row.payer = p.row;
        fill(row, p.candidate);
        if (!m_lanes.place(row, p.candidate))
            rows.pop_back();
    }
    sortRows(std::move(rows));
    views();
    m_list.sales = salesOf(m_book, m_options.day, m_policy.dsoDays);
    m_list.missingRates = missingRateText(m_money.missing());
    return std::move(m_list);
}

} // namespace

QString laneName(Lane l) { return QString::fromLatin1(laneNames[std::size_t(l)].name); }
QString laneTitle(Lane l) { return Lang::tr(laneNames[std::size_t(l)].title); }

std::optional<Lane> parseLane(const QString& text)
{
    const auto plain = [](const QString& t) { return foldForSearch(t).replace(u'-', u' ').replace(u'_', u' '); };
    const QString wanted = plain(text);
    for (int i = 0; i < laneCount; ++i)
        if (plain(laneName(Lane(i))) == wanted)
            return Lane(i);
    if (wanted == u"call back")
        return Lane::CallBack;
    return std::nullopt;
}

CallList callList(const Book& book, const BehaviourModel& model, const CallListOptions& options)
{
    return Ranking(book, model, options).make();
}

Words nextStepWords(const CallRow& row, Instant now)
{
    return row.askedFor == 0 ? row.nextStep : listed({row.nextStep, late(row.askedFor, now)});
}

int minutesSince(Instant ranked, Instant now)
{
    constexpr Instant minute = 60'000;
    return ranked == 0 || now <= ranked ? 0 : int(now / minute - ranked / minute);
}

int localMinuteAfter(const CallRow& row, int minutes)
{
    return row.localMinute < 0 ? -1 : (row.localMinute + minutes) % (24 * 60);
}

int closesInAfter(const CallRow& row, int minutes)
{
    return row.closesIn < 0 ? -1 : std::max(0, row.closesIn - minutes);
}

FilterText laneOfItems(const Book& book, const CallList& list)
{
    QHash<std::uint32_t, Lane> lanes; // by payer
    for (const CallRow& r : list.rows)
        lanes.insert(r.payer, r.lane);
    return [&book, lanes](const QString& field, std::uint32_t debitRow) {
        const auto [c, i] = book.ledger().debit(debitRow);
        const auto it = lanes.constFind(book.payerRow(c->customer[i]));
        return field != u"lane" || it == lanes.constEnd() ? QString() : laneName(*it);
    };
}

} // namespace duedesk
