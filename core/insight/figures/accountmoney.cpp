#include "core/insight/figures/accountmoney.h"

#include "core/insight/figures/metrics.h"
#include "core/insight/figures/openscan.h"

#include <algorithm>
#include <map>

namespace duedesk {

const CallRow* callOf(const CallList& calls, std::uint32_t payer)
{
    const auto it = std::ranges::find(calls.rows, payer, &CallRow::payer);
    return it == calls.rows.end() ? nullptr : &*it;
}

AccountMoney accountMoney(const CallList& calls, const ItemFigures& items, std::uint32_t payer)
{
    const Book& book = *items.book();
    const Date d = items.day();
    AccountMoney m;
    // What is asked for the list decides; a payer without anything past due has no row there.
    if (const CallRow* call = callOf(calls, payer))
        m.toCollect = call->tbc;
    const RatesAt rates = book.ratesAt(d);
    forEachUnapplied(book.ledger(), d, [&](const CreditChunk& c, std::uint32_t i, std::int64_t left) {
        if (book.payerRow(c.customer[i]) == payer)
            addChecked(m.unapplied, rates.convert(left, c.currency[i]));
    });
    m.dsoE4 = dsoImpactOf(book, payer, d, book.policyAt(d).dsoDays, calls.sales);
    m.items = int(items.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const auto [chunk, at] = book.ledger().debit(items.debitRow(i));
        const ItemState s = items.state(i);
        addChecked(m.bucket[std::size_t(items.bucket(i))], items.openBase(i));
        addChecked(m.open, items.openBase(i));
        m.oldestDays = std::max(m.oldestDays, items.daysPastDue(i));
        addChecked(m.promised, rates.convert(s.agreed(), chunk->currency[at]));
        addChecked(m.disputed, rates.convert(s.disputed, chunk->currency[at]));
        const Date when = items.expected(i);
        if (when.isValid() && when <= d + 7)
            addChecked(m.expectedWeek, items.openBase(i));
        if (when.isValid() && when <= d + 30)
            addChecked(m.expectedMonth, items.openBase(i));
    }
    if (const auto limit = book.customers()[payer].creditLimit)
        m.creditLeft = *limit - (m.open - m.unapplied);
    return m;
}

Money moneyToPromise(const Book& book, Date d, std::uint32_t payer, std::int64_t toCollect)
{
    const RatesAt rates = book.ratesAt(d);
    std::map<Currency, std::pair<std::int64_t, std::int64_t>> open; // own, base
    for (const std::uint32_t site : book.paidBy(payer))
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [chunk, i] = book.ledger().debit(row);
            if (chunk->due[i] >= d.days())
                continue;
            if (const std::int64_t amount = openAt(*chunk, i, d.days()); amount > 0) {
                auto& sums = open[Currency::fromIndex(chunk->currency[i])];
                addChecked(sums.first, amount);
                addChecked(sums.second, rates.convert(amount, chunk->currency[i]));
            }
        }
    Currency most = book.info().base;
    std::int64_t largest = 0;
    for (const auto& [currency, sums] : open)
        if (sums.second > largest) {
            largest = sums.second;
            most = currency;
        }
    return {most == book.info().base ? toCollect : open[most].first, most};
}

std::vector<BilledMonth> billedAndPaid(const Book& book, Date d, std::uint32_t payer, int months)
{
    const RatesAt rates = book.ratesAt(d);
    const Date first = d.firstOfMonth().addMonths(1 - months);
    std::vector<BilledMonth> out(std::size_t(std::max(months, 0)));
    for (std::size_t m = 0; m < out.size(); ++m)
        out[m].end = m + 1 == out.size() ? d : first.addMonths(int(m)).endOfMonth();
    const auto add = [&](std::int64_t BilledMonth::* part, std::int32_t date, std::int64_t amount,
                         std::uint16_t currency) {
        const Date at(date);
        if (at < first || at > d)
            return;
        const int month = (at.year() - first.year()) * 12 + at.month() - first.month();
        addChecked(out[std::size_t(month)].*part, rates.convert(amount, currency));
    };
    for (const std::uint32_t customer : book.paidBy(payer)) {
        for (const std::uint32_t row : book.ledger().debitsOf(customer)) {
            const auto [c, i] = book.ledger().debit(row);
            add(&BilledMonth::billed, c->date[i], c->amount[i], c->currency[i]);
        }
        for (const std::uint32_t row : book.ledger().creditsOf(customer)) {
            const auto [c, i] = book.ledger().credit(row);
            if (CreditKind(c->kind[i]) == CreditKind::Payment && c->reversedOn[i] > d.days())
                add(&BilledMonth::paid, c->date[i], c->amount[i], c->currency[i]);
        }
    }
    return out;
}

} // namespace duedesk
