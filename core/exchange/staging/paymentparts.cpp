// Rows of payments in the order of their days: allocations, write-offs, reversals, and what the book has of them already.
#include "core/exchange/staging/paymentrows.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace duedesk {

// Is there an allocation in the book that this row already stands for? Each is matched once.
bool PaymentRows::matchesBook(const PaymentRow& r, std::uint32_t bookCredit)
{
    const std::uint32_t inBook = m_lines.inBook(r.item);
    if (inBook == noRow)
        return false;
    const auto [c, i] = m_book.ledger().debit(inBook);
    const std::int32_t from = std::max({r.day, c->date[i], m_lines.creditDate(bookCredit)});
    for (const bool exact : {true, false})
        for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
            const std::uint64_t key = (std::uint64_t(inBook) << 32) | k;
            if (c->credit[k] != bookCredit || c->from[k] != from || m_matched.contains(key))
                continue;
            // Clipped then, it was the rest of the invoice or of the payment.
            const bool fits = exact ? c->settled[k] == r.allocated : !r.allocated || c->settled[k] < *r.allocated;
            if (!fits)
                continue;
            m_matched.insert(key);
            return true;
        }
    return false;
}

// Somebody took this very row back since it was posted: that stays, until the row says something else.
bool PaymentRows::staysTakenBack(const PaymentRow& r, const PaymentGroup& g)
{
    const std::uint32_t inBook = m_lines.inBook(r.item);
    if (inBook == noRow)
        return false;
    const auto [c, i] = m_book.ledger().debit(inBook);
    if (!m_hand.isTakenBack(inBook, g.credit, std::max({r.day, c->date[i], m_lines.creditDate(g.credit)}), r.allocated))
        return false;
    const QString reference = toQString(g.reference);
    const Words remedy = Lang::words("allocate it here if the file is right");
    const QString field = headingOf(Field::InvoiceNo);
    m_tally.warn(r.file, r.line,
                 r.allocated ? Complaint{Lang::words("%1 of %2 for %3 was taken back here, and stays so",
                                                     Money{*r.allocated, Currency::fromIndex(g.currency)}, reference,
                                                     numberOf(r.item)),
                                         remedy,
                                         field,
                                         {}}
                             : Complaint{Lang::words("what of %1 went to %2 was taken back here, and stays so",
                                                     reference, numberOf(r.item)),
                                         remedy,
                                         field,
                                         {}});
    return true;
}

// Less is allocated than the row asks for, or than its invoice would take: by what.
void PaymentRows::sayClipped(const PaymentRow& r, const PaymentGroup& g, std::int64_t open, std::int64_t left,
                             std::int64_t amount)
{
    const Currency c = Currency::fromIndex(g.currency);
    const auto made = m_hand.unconfirmed(m_lines.inBook(r.item));
    const std::int64_t wanted = std::min(r.allocated.value_or(m_lines.itemAmount(r.item)), left);
    const bool byHand = !made.empty() && amount < wanted;
    if (!byHand && (!r.allocated || amount == *r.allocated))
        return;
    const Money taken{amount, c};
    m_tally.warn(r.file, r.line,
                 {byHand        ? Lang::words("%1 was written off here, %2: %3 is allocated", numberOf(r.item),
                                              writtenOffWords(made, c), taken)
                  : left < open ? Lang::words("is more than is left of the payment: %1 is allocated", taken)
                                : Lang::words("is more than is open: %1 is allocated", taken),
                  byHand || open <= left ? Lang::words("the rest of the payment stays unapplied")
                                         : Lang::words("look at what else the payment settles"),
                  headingOf(Field::Allocated), r.allocated ? Money{*r.allocated, c}.toPlain() : QString()});
}

void PaymentRows::applyAllocation(PaymentRow& r, PaymentGroup& g)
{
    const bool fresh = g.credit == noRow;
    if (fresh) {
        g.credit = m_lines.addCredit(creditKindOf(g.kind), g.customer,
                                     g.company != 0                 ? g.company
                                     : !m_options.company.isEmpty() ? m_parties.statedCompany()
                                                                    : m_parties.slot(g.customer).company,
                                     Currency::fromIndex(g.currency), g.day, g.amount, g.reference, g.cleared, false);
        m_tally.tookCredit(r.file, g.amount, Currency::fromIndex(g.currency));
    }
    const Took untouched = g.known ? Took::Unchanged : Took::Added;
    if (r.item == noRow || r.allocated == std::int64_t(0) || g.kind == PaymentKind::Recovery)
        return countRow(r, untouched);
    if (g.credit < m_lines.bookCredits() && (matchesBook(r, g.credit) || staysTakenBack(r, g)))
        return countRow(r, Took::Unchanged);
    if (const auto reversed = m_lines.reversedOn(g.credit); reversed && *reversed <= r.day)
        return rejectRow(r,
                         {u"comes after the payment was reversed"_s, u"give the new payment a reference of its own"_s,
                          headingOf(Field::Date), Date(r.day).toIso()});
    const std::int32_t from = m_lines.effective(r.item, g.credit, r.day);
    const std::int64_t open = m_lines.openFor(r.item, from);
    const std::int64_t left = g.amount - g.used;
    const std::int64_t wanted = r.allocated.value_or(open);
    const std::int64_t amount = std::max<std::int64_t>(0, std::min({wanted, open, left}));
    sayClipped(r, g, open, left, amount);
    if (amount > 0) {
        m_lines.settle(r.item, m_lines.creditId(g.credit), r.day, amount);
        g.used += amount;
    }
    countRow(r, !g.known ? Took::Added : amount > 0 ? Took::Changed : Took::Unchanged);
}

// The one payment or deposit of this reference; noRow after rejecting the row.
std::uint32_t PaymentRows::onlyCredit(PaymentRow& r, const PaymentGroup& g, CreditKind kind)
{
    auto found = m_lines.findCredits(g.reference, g.customerGiven ? g.customer : noRow, kind);
    const auto paymentKind = kind == CreditKind::Payment ? PaymentKind::Payment : PaymentKind::Deposit;
    m_groupIndex.find(hashBytes(g.reference, std::uint64_t(paymentKind)), [&](std::uint32_t i) { // those of this call
        const PaymentGroup& x = m_groups[i];
        if (x.kind == paymentKind && x.credit != noRow && x.credit >= m_lines.bookCredits()
            && x.reference == g.reference && (!g.customerGiven || x.customer == g.customer))
            found.push_back(x.credit);
        return false;
    });
    if (found.size() > 1 && r.item != noRow)
        std::erase_if(found, [&](std::uint32_t k) { return m_lines.creditCustomer(k) != g.customer; });
    if (found.empty() && kind == CreditKind::Payment)
        return onlyCredit(r, g, CreditKind::Deposit);
    if (found.size() == 1)
        return found.front();
    rejectRow(r, {found.empty() ? u"is no payment of the files or the book"_s : u"names several payments"_s,
                  found.empty() ? u"import the payment first"_s : u"give the customer_id"_s,
                  headingOf(Field::PaymentRef), toQString(g.reference)});
    return noRow;
}

void PaymentRows::applyReversal(PaymentRow& r, PaymentGroup& g)
{
    const std::uint32_t credit = onlyCredit(r, g, CreditKind::Payment);
    if (credit == noRow)
        return;
    const Currency c = m_lines.creditCurrency(credit);
    std::optional<std::int32_t> before;
    if (credit < m_lines.bookCredits()) {
        const auto [k, i] = m_book.ledger().credit(credit);
        if (k->reversedOn[i] != farFuture)
            before = k->reversedOn[i];
    }
    if (const auto now = m_lines.reversedOn(credit))
        before = now;
    if (before && *before == r.day)
        return countRow(r, Took::Unchanged);
    if (before)
        return rejectRow(r, {u"is already reversed on "_s + Date(*before).toIso(), u"one payment bounces once"_s,
                             headingOf(Field::Date), Date(r.day).toIso()});
    if (g.amount != m_lines.creditAmount(credit) || g.currency != c.index())
        return rejectRow(r, {u"differs from the payment, "_s + Money{m_lines.creditAmount(credit), c}.toString(),
                             u"a reversal takes the whole payment back"_s, headingOf(Field::Amount),
                             Money{g.amount, c}.toPlain()});
    if (r.day < m_lines.creditDate(credit))
        return rejectRow(r, {u"is before the payment, "_s + Date(m_lines.creditDate(credit)).toIso(),
                             u"correct the date"_s, headingOf(Field::Date), Date(r.day).toIso()});
    m_lines.reverse(credit, r.day);
    const std::uint32_t row =
        m_lines.addCredit(CreditKind::Reversal, m_lines.creditCustomer(credit), m_lines.creditCompany(credit), c, r.day,
                          g.amount, g.reference, -farFuture);
    m_tally.staged().credits[row - m_lines.bookCredits()].row.reverses = m_lines.creditId(credit).value;
    countRow(r, Took::Added);
}

void PaymentRows::applyRow(PaymentRow& r)
{
    PaymentGroup& g = m_groups[r.group];
    switch (g.kind) {
    case PaymentKind::WriteOff: return applyWriteOff(r, g);
    case PaymentKind::Reversal: return applyReversal(r, g);
    default: return applyAllocation(r, g);
    }
}

// Rows by (date, file row): counted by day, because days are few.
std::vector<std::uint32_t> PaymentRows::byDay() const
{
    const auto [low, high] = std::minmax_element(
        m_payments.begin(), m_payments.end(), [](const PaymentRow& a, const PaymentRow& b) { return a.day < b.day; });
    const std::int32_t first = low->day;
    std::vector<std::uint32_t> start(std::size_t(high->day - first) + 2, 0);
    for (const PaymentRow& r : m_payments)
        ++start[std::size_t(r.day - first) + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> order(m_payments.size());
    for (std::uint32_t i = 0; i < m_payments.size(); ++i)
        order[start[std::size_t(m_payments[i].day - first)]++] = i;
    return order;
}

// The rows of a day are scattered over payments and invoices: what the next ones touch is asked for early.
void PaymentRows::fetchAhead(const std::vector<std::uint32_t>& order, std::size_t at) const
{
    if (at + 16 < order.size())
        __builtin_prefetch(&m_payments[order[at + 16]]);
    if (at + 8 >= order.size())
        return;
    const PaymentRow& r = m_payments[order[at + 8]];
    __builtin_prefetch(&m_groups[r.group], 1);
    if (r.item != noRow)
        m_lines.prefetch(r.item);
}

// All payment files of the call are read: rows apply by (date, file row).
void PaymentRows::finish(const std::function<bool(double)>& goOn)
{
    if (m_payments.empty())
        return;
    settlePayers();
    resolveCredits();
    checkSums();
    if (std::none_of(m_groups.begin(), m_groups.end(),
                     [](const PaymentGroup& g) { return g.kind == PaymentKind::Reversal; }))
        m_groupIndex.clear(); // only reversals look payments up by reference
    m_tally.staged().credits.reserve(m_tally.staged().credits.size() + m_groups.size());
    m_tally.staged().settlements.reserve(m_tally.staged().settlements.size() + m_payments.size());
    const std::vector<std::uint32_t> order = byDay();
    matchWriteOffs(order);
    int untilCheck = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        fetchAhead(order, at);
        if (++untilCheck % 65536 == 0 && !goOn(double(untilCheck) / double(order.size())))
            return;
        PaymentRow& r = m_payments[order[at]];
        if (!r.dropped)
            applyRow(r);
    }
    tellConfirmed();
    std::vector<PaymentRow>().swap(m_payments);
    std::vector<PaymentGroup>().swap(m_groups);
    m_groupIndex.clear();
}

} // namespace duedesk
