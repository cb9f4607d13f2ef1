#include "core/insight/itemstate.h"

#include "core/insight/promises.h"

#include <algorithm>

namespace duedesk {
namespace {

// Payments to the debit that took effect after the promise was made and hold at D.
std::int64_t paidSince(const Ledger& l, std::uint32_t debitRow, const Promise& p, Date d)
{
    const auto [c, i] = l.debit(debitRow);
    const bool sameDay = p.imported || p.madeOn < p.enteredOn;
    std::int64_t paid = 0;
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        const std::int32_t from = c->from[k];
        if (from > d.days() || from < p.madeOn.days() || (from == p.madeOn.days() && !sameDay) || c->credit[k] == noRow)
            continue;
        if (!c->until.empty() && c->until[k] <= d.days())
            continue;
        const auto [cc, ci] = l.credit(c->credit[k]);
        if (CreditKind(cc->kind[ci]) != CreditKind::CreditNote) // as promises are judged
            paid += c->settled[k];
    }
    return paid;
}

} // namespace

ItemStates::ItemStates(const Book& book, Date d)
{
    addDisputes(book, d);
    addPromises(book, d);
}

void ItemStates::addDisputes(const Book& book, Date d)
{
    book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) {
        if (x.openedOn > d || (x.resolvedOn.isValid() && x.resolvedOn <= d))
            return;
        const std::uint32_t row = book.ledger().debitRow(x.debit);
        const std::int64_t open = row == noRow ? 0 : book.ledger().open(row, d);
        if (open == 0)
            return;
        ItemState& s = m_states[row];
        s.disputed = x.amount == 0 ? open : std::min(open, s.disputed + x.amount);
    });
}

void ItemStates::addPromises(const Book& book, Date d)
{
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        if (p.madeOn > d || !judge(book, p, d).live())
            return;
        for (const PromiseLine& line : promiseLines(book, p)) {
            const std::uint32_t row = book.ledger().debitRow(line.debit);
            const std::int64_t open = row == noRow ? 0 : book.ledger().open(row, d);
            if (open == 0)
                continue;
            ItemState& s = m_states[row];
            const std::int64_t waits = std::max<std::int64_t>(0, line.amount - paidSince(book.ledger(), row, p, d));
            s.promised += std::min(waits, open - s.disputed - s.promised);
        }
    });
}

} // namespace duedesk
