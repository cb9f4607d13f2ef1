#include "core/insight/calls/callmoney.h"

#include "core/insight/calls/calllist.h"
#include "core/insight/figures/aging.h"

#include <algorithm>
#include <cmath>

namespace duedesk {

namespace {

constexpr std::int64_t probabilityUnit = 1'000'000'000;

void add(std::int64_t& sum, std::int64_t amount) { sum = narrow(Int128(sum) + amount); }

} // namespace

OpenByPayer::OpenByPayer(const Book& book, Date d)
{
    groupDebits(book, d);
    groupCredits(book, d);
}

void OpenByPayer::groupDebits(const Book& book, Date d)
{
    const Ledger& l = book.ledger();
    const OpenItems items = openItems(book, d);
    m_lineStart.assign(std::size_t(book.customers().size()) + 1, 0);
    m_lines.resize(items.rows.size());
    std::vector<std::uint32_t> payers(items.rows.size());
    for (std::size_t k = 0; k < items.rows.size(); ++k) {
        const auto [c, i] = l.debit(items.rows[k]);
        payers[k] = book.payerRow(c->customer[i]);
        ++m_lineStart[payers[k] + 1];
    }
    for (std::size_t g = 1; g < m_lineStart.size(); ++g)
        m_lineStart[g] += m_lineStart[g - 1];
    std::vector<std::uint32_t> at(m_lineStart.begin(), m_lineStart.end() - 1);
    for (std::size_t k = 0; k < items.rows.size(); ++k) {
        const auto [c, i] = l.debit(items.rows[k]);
        m_lines[at[payers[k]]++] = {items.open[k], items.rows[k], c->customer[i],
                                    c->date[i],    c->due[i],     c->currency[i]};
    }
}

void OpenByPayer::groupCredits(const Book& book, Date d)
{
    const Ledger& l = book.ledger();
    std::vector<std::pair<std::uint32_t, UnappliedLine>> found;
    l.forEachUnapplied([&](const UnappliedCredit& u) {
        const std::int64_t amount = l.unappliedAt(u, d.days());
        const auto [c, i] = l.credit(u.credit);
        if (amount <= 0 || c->customer[i] == noRow)
            return;
        const auto kind = CreditKind(c->kind[i]);
        found.emplace_back(
            book.payerRow(c->customer[i]),
            UnappliedLine{amount, c->currency[i], kind == CreditKind::Payment || kind == CreditKind::CreditNote});
    });
    m_creditStart.assign(std::size_t(book.customers().size()) + 1, 0);
    for (const auto& [payer, line] : found)
        ++m_creditStart[payer + 1];
    for (std::size_t g = 1; g < m_creditStart.size(); ++g)
        m_creditStart[g] += m_creditStart[g - 1];
    m_credits.resize(found.size());
    std::vector<std::uint32_t> at(m_creditStart.begin(), m_creditStart.end() - 1);
    for (const auto& [payer, line] : found)
        m_credits[at[payer]++] = line;
}

std::int64_t unpaidIn30(const BehaviourModel& model, std::uint32_t payer, std::uint32_t segment, Date invoiced,
                        Date due, Date d)
{
    const double p = model.unpaidAfter(payer, segment, invoiced, due, d, 30);
    return std::clamp<std::int64_t>(std::llround(p * double(probabilityUnit)), 0, probabilityUnit);
}

CallMoney::CallMoney(const Book& book, const BehaviourModel& model, Date d)
    : m_book(book), m_model(model), m_day(d), m_policy(book.policyAt(d)), m_rates(book.ratesAt(d)), m_states(book, d),
      m_open(book, d)
{
}

Int128& CallMoney::net(std::uint16_t currency)
{
    for (Net& n : m_net)
        if (n.currency == currency)
            return n.amount;
    return m_net.emplace_back(currency, 0).amount;
}

// A payer with a past carries its segment; the others are looked up once.
std::uint32_t CallMoney::segmentOf(std::uint32_t payer)
{
    const PayerHistory& history = m_model.history(payer);
    if (history.known() > 0)
        return history.segment();
    if (m_segments.empty())
        m_segments = paymentSegments(m_book);
    return m_segments[payer];
}

// Few payers have anything scheduled: the others cost nothing.
void CallMoney::readSchedule(std::uint32_t payer)
{
    m_statuses.reset();
    bool any = false;
    for (const std::uint32_t site : m_book.paidBy(payer))
        for (const std::uint32_t row : m_book.rowsOf<PayerStatus>(site))
            any = any || isScheduledAhead(&m_book.rows<PayerStatus>()[row], m_day);
    if (any)
        m_statuses.emplace(m_book, payer, m_day);
}

void CallMoney::addScheduled(PayerMoney& m, const OpenLine& line, std::int64_t restBase)
{
    if (!m_statuses)
        return;
    const auto [c, i] = m_book.ledger().debit(line.debit);
    const PayerStatus* s = m_statuses->of(DebitId(c->id[i]));
    if (!isScheduledAhead(s, m_day))
        return;
    add(m.scheduled, restBase);
    if (!m.scheduledFor.isValid() || s->scheduledFor < m.scheduledFor)
        m.scheduledFor = s->scheduledFor;
}

void CallMoney::addLine(PayerMoney& m, const OpenLine& line, std::uint32_t payer)
{
    const int days = m_day.days() - line.due;
    const int bucket = bucketOf(days, m_policy.bucketEdges);
    const bool rated = m_rates.has(line.currency);
    const std::int64_t openBase = m_rates.convert(line.open, line.currency);
    add(m.open, openBase);
    add(m.bucket[std::size_t(bucket)], openBase);
    if (!rated) {
        m_missing.resize(std::max(m_missing.size(), std::size_t(line.currency) + 1));
        ++m_missing[line.currency];
    }
    const ItemState state = m_states.of(line.debit);
    const std::int64_t rest = line.open - state.held();
    const std::int64_t restBase = m_rates.convert(rest, line.currency);
    if (days <= 0) {
        if (days >= -7)
            m.largestDueSoon = std::max(m.largestDueSoon, restBase);
        return;
    }
    ++m.pastDueItems;
    add(m.pastDue, openBase);
    m.oldestDays = std::max(m.oldestDays, days);
    add(m.disputed, m_rates.convert(state.disputed, line.currency));
    add(m.promised, m_rates.convert(state.agreed(), line.currency));
    if (!rated)
        m.unrated = Currency::fromIndex(line.currency);
    net(line.currency) += rest;
    if (restBase <= 0)
        return;
    addScheduled(m, line, restBase);
    m.restBucket = std::max(m.restBucket, bucket);
    m_restSum += restBase;
    m_ageSum += Int128(restBase) * m_policy.ageFactor[std::size_t(bucket) - 1];
    m_riskSum +=
        Int128(restBase) * unpaidIn30(m_model, payer, segmentOf(payer), Date(line.date), Date(line.due), m_day);
}

PayerMoney CallMoney::of(std::uint32_t payer)
{
    PayerMoney m;
    m_net.clear();
    m_riskSum = m_ageSum = m_restSum = 0;
    readSchedule(payer);
    for (const OpenLine& line : m_open.lines(payer))
        addLine(m, line, payer);
    for (const UnappliedLine& credit : m_open.unapplied(payer)) {
        add(m.unapplied, m_rates.convert(credit.amount, credit.currency));
        if (credit.free)
            net(credit.currency) -= credit.amount;
    }
    for (const Net& n : m_net)
        if (n.amount > 0)
            add(m.tbc, m_rates.convert(narrow(n.amount), n.currency));
    m.rest = narrow(m_restSum);
    if (m_restSum > 0) {
        m.ageFactor = divideHalfEven(m_ageSum, m_restSum);
        m.risk = divideHalfEven(m_riskSum * 10000, m_restSum * probabilityUnit);
    }
    return m;
}

std::vector<MissingRate> CallMoney::missing() const
{
    std::vector<MissingRate> out;
    for (std::size_t i = 0; i < m_missing.size(); ++i)
        if (m_missing[i] > 0)
            out.push_back({Currency::fromIndex(std::uint16_t(i)), m_missing[i]});
    return out;
}

} // namespace duedesk
