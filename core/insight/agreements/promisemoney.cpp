#include "core/insight/agreements/promisemoney.h"

#include "core/insight/calls/callpast.h"

#include <algorithm>

namespace duedesk {
namespace {

template <class F> void forEachSettlement(const Ledger& l, std::uint32_t debitRow, Date d, F&& f)
{
    const auto [c, i] = l.debit(debitRow);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        const std::int32_t until = c->until.empty() ? farFuture : c->until[k];
        if (c->from[k] <= d.days() && d.days() < until)
            f(Settlement{c->from[k], until, c->settled[k], c->credit[k]});
    }
}

bool isMoney(const Ledger& l, std::uint32_t creditRow)
{
    if (creditRow == noRow)
        return false;
    const auto [c, i] = l.credit(creditRow);
    return CreditKind(c->kind[i]) != CreditKind::CreditNote;
}

// The payment behind a settlement is this payer's and is dated in the window.
bool isOwnMoney(const Book& book, const Settlement& s, const PaymentWindow& window, std::uint32_t payer)
{
    const auto [c, i] = book.ledger().credit(s.credit);
    return c->customer[i] != noRow && book.payerRow(c->customer[i]) == payer && window.holds(c->date[i]);
}

bool ended(Date withdrawn, Date replaced, Date d)
{
    return (withdrawn.isValid() && withdrawn <= d) || (replaced.isValid() && replaced <= d);
}

// The debits that the payer's other promises and plans in force are for.
std::vector<std::uint32_t> debitsOfOthers(const Book& book, const Agreement& a, const std::vector<PromiseLine>& own,
                                          Date d)
{
    std::vector<std::uint32_t> rows;
    const auto take = [&](const std::vector<PromiseLine>& lines) {
        for (const PromiseLine& line : lines)
            if (std::none_of(own.begin(), own.end(), [&](const PromiseLine& o) { return o.debit == line.debit; }))
                rows.push_back(book.ledger().debitRow(line.debit));
    };
    forEachMember(book, a.payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site))
            if (const Promise& p = book.rows<Promise>()[row]; p.id != a.promise && p.madeOn <= d
                                                              && p.currency == a.currency
                                                              && !ended(p.withdrawnOn, p.replacedOn, d))
                take(p.lines);
        for (const std::uint32_t row : book.rowsOf<Plan>(site))
            if (const Plan& p = book.rows<Plan>()[row]; p.id != a.plan && p.currency == a.currency && isInForce(p, d))
                take(p.lines);
    });
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

// Money of the window that went to the lines of the payer's other promises keeps those, not this one.
std::int64_t spokenFor(const Book& book, const Agreement& a, const std::vector<PromiseLine>& own,
                       const PaymentWindow& window, Date d)
{
    const Ledger& l = book.ledger();
    Int128 sum = 0;
    for (const std::uint32_t row : debitsOfOthers(book, a, own, d))
        if (row != noRow)
            forEachSettlement(l, row, d, [&](const Settlement& s) {
                if (isMoney(l, s.credit) && window.holds(s.from) && isOwnMoney(book, s, window, a.payer))
                    sum += s.amount;
            });
    return narrow(sum);
}

// An amount compared with one in base, exactly: nothing is rounded that is not shown.
bool isAtMost(std::int64_t amount, Currency currency, std::int64_t base, const RatesAt& rates)
{
    if (currency == rates.base())
        return amount <= base;
    const DecimalRate& rate = rates.rateOf(currency.index());
    Int128 left = Int128(amount) * rate.mantissa(), right = base;
    for (int e = 0; e < rates.base().exponent(); ++e)
        left *= 10;
    for (int e = 0; e < rate.scale() + currency.exponent(); ++e)
        right *= 10;
    return left <= right;
}

} // namespace

AgreedTally tallyLines(const Book& book, const std::vector<PromiseLine>& lines, const PaymentWindow& window,
                       std::uint32_t payer, Date d)
{
    const Ledger& l = book.ledger();
    PaymentWindow since = window; // credits count whenever they come
    since.through = d.days();
    AgreedTally t;
    for (const PromiseLine& line : lines) {
        const std::uint32_t row = l.debitRow(line.debit);
        if (row == noRow)
            continue;
        std::int64_t credited = 0;
        forEachSettlement(l, row, d, [&](const Settlement& s) {
            if (!isMoney(l, s.credit)) {
                credited += since.holds(s.from) ? s.amount : 0;
            } else if (window.holds(s.from)) {
                t.paid += s.amount;
                t.ownMoney += isOwnMoney(book, s, window, payer) ? s.amount : 0;
            }
        });
        t.credited += std::min(credited, line.amount);
    }
    return t;
}

std::int64_t paidTo(const Ledger& l, std::uint32_t debitRow, const PaymentWindow& window, Date d)
{
    std::int64_t paid = 0;
    forEachSettlement(l, debitRow, d, [&](const Settlement& s) {
        if (isMoney(l, s.credit) && window.holds(s.from))
            paid += s.amount;
    });
    return paid;
}

std::int64_t otherMoney(const Book& book, const Agreement& a, const std::vector<PromiseLine>& lines,
                        const AgreedTally& tally, const PaymentWindow& window, Date d)
{
    if (a.payer == noRow)
        return 0;
    const Ledger& l = book.ledger();
    Int128 received = 0;
    forEachMember(book, a.payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.creditsOf(site)) {
            const auto [c, i] = l.credit(row);
            if (CreditKind(c->kind[i]) == CreditKind::Payment && c->currency[i] == a.currency.index()
                && window.holds(c->date[i]) && c->date[i] <= d.days() && c->reversedOn[i] > d.days())
                received += c->amount[i];
        }
    });
    if (received == 0)
        return 0;
    return std::max<std::int64_t>(0, narrow(received - tally.ownMoney - spokenFor(book, a, lines, window, d)));
}

bool reaches(const Book& book, std::int64_t counted, std::int64_t target, Currency currency, Date d, Words& caveat)
{
    const Policy& policy = book.policyAt(d);
    const std::int64_t shortfall = target - counted;
    if (shortfall <= 0)
        return true;
    if (Int128(shortfall) * 10 > target)
        return false;
    if (Int128(shortfall) * 100 <= Int128(target) * policy.promiseTolerancePercent)
        return true;
    const RatesAt rates = book.ratesAt(d);
    if (!rates.has(currency.index())) {
        caveat = Lang::words("No %1 rate: up to 10 % short is tolerated", currency.toString());
        return true;
    }
    return isAtMost(shortfall, currency, policyAmount(policy.promiseToleranceBase, rates.base()), rates);
}

} // namespace duedesk
