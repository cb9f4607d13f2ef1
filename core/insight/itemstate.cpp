#include "core/insight/itemstate.h"

#include "core/insight/plans.h"
#include "core/insight/promisemoney.h"

#include <algorithm>

namespace duedesk {
ItemStates::ItemStates(const Book& book, Date d)
{
    addDisputes(book, d);
    addPlans(book, d);
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

void ItemStates::addPlans(const Book& book, Date d)
{
    book.rows<Plan>().forEach([&](std::uint32_t, const Plan& p) {
        for (const PromiseLine& line : linesToCome(book, p, d)) {
            const std::uint32_t row = book.ledger().debitRow(line.debit);
            ItemState& s = m_states[row];
            s.planned += std::min(line.amount, book.ledger().open(row, d) - s.held());
        }
    });
}

void ItemStates::addPromises(const Book& book, Date d)
{
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        if (p.madeOn > d || !judge(book, p, d).live())
            return;
        const PaymentWindow since(p.madeOn, p.enteredOn, p.imported, d);
        for (const PromiseLine& line : promiseLines(book, p)) {
            const std::uint32_t row = book.ledger().debitRow(line.debit);
            const std::int64_t open = row == noRow ? 0 : book.ledger().open(row, d);
            if (open == 0)
                continue;
            ItemState& s = m_states[row];
            const std::int64_t waits = std::max<std::int64_t>(0, line.amount - paidTo(book.ledger(), row, since, d));
            s.promised += std::min(waits, open - s.held());
        }
    });
}

} // namespace duedesk
