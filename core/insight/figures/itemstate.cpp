#include "core/insight/figures/itemstate.h"

#include "core/insight/agreements/plans.h"
#include "core/insight/agreements/promisemoney.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>

namespace duedesk {
namespace {

// f(row) for every row of T that may name an item of the payer.
template <class T, class F> void forEachOf(const Book& book, std::uint32_t payer, F&& f)
{
    const Rows<T>& all = book.rows<T>();
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<T>(site))
            f(all[row]);
    });
    for (const std::uint32_t row : book.strays<T>()) {
        const std::uint32_t customer = book.customerRow(all[row].customer);
        if (customer == noRow || (customer != payer && book.payerRow(customer) != payer))
            f(all[row]);
    }
}

class Maker {
public:
    using States = std::unordered_map<std::uint32_t, ItemState>;
    Maker(States& states, const Book& book, Date d, std::uint32_t payer)
        : m_states(states), m_book(book), m_day(d), m_payer(payer)
    {
    }
    void add(const Dispute& x);
    void add(const Plan& p);
    void add(const Promise& p);

private:
    // Where the state of an item is kept; null when it is not asked for, or nothing of it is open.
    ItemState* wanted(std::uint32_t debitRow)
    {
        if (debitRow == noRow || open(debitRow) == 0)
            return nullptr;
        const auto [c, i] = m_book.ledger().debit(debitRow);
        return m_payer == noRow || m_book.payerRow(c->customer[i]) == m_payer ? &m_states[debitRow] : nullptr;
    }
    std::int64_t open(std::uint32_t debitRow) const { return m_book.ledger().open(debitRow, m_day); }

    States& m_states;
    const Book& m_book;
    Date m_day;
    std::uint32_t m_payer; // noRow = everybody
};

void Maker::add(const Dispute& x)
{
    if (x.openedOn > m_day || (x.resolvedOn.isValid() && x.resolvedOn <= m_day))
        return;
    const std::uint32_t row = m_book.ledger().debitRow(x.debit);
    if (ItemState* s = wanted(row))
        s->disputed = x.amount == 0 ? open(row) : std::min(open(row), s->disputed + x.amount);
}

void Maker::add(const Plan& p)
{
    for (const PromiseLine& line : linesToCome(m_book, p, m_day)) {
        const std::uint32_t row = m_book.ledger().debitRow(line.debit);
        if (ItemState* s = wanted(row))
            s->planned += std::min(line.amount, open(row) - s->held());
    }
}

void Maker::add(const Promise& p)
{
    if (p.madeOn > m_day || !judge(m_book, p, m_day).live())
        return;
    const PaymentWindow since(p.madeOn, p.enteredOn, p.imported, m_day);
    for (const PromiseLine& line : promiseLines(m_book, p)) {
        const std::uint32_t row = m_book.ledger().debitRow(line.debit);
        ItemState* s = wanted(row);
        if (!s)
            continue;
        const std::int64_t waits = std::max<std::int64_t>(0, line.amount - paidTo(m_book.ledger(), row, since, m_day));
        s->promised += std::min(waits, open(row) - s->held());
    }
}

} // namespace

// Disputes first, then plans, then promises: each is capped by what the ones before leave.
ItemStates::ItemStates(const Book& book, Date d)
{
    Maker maker(m_states, book, d, noRow);
    book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) { maker.add(x); });
    book.rows<Plan>().forEach([&](std::uint32_t, const Plan& p) { maker.add(p); });
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) { maker.add(p); });
}

ItemStates::ItemStates(const Book& book, Date d, std::uint32_t payer)
{
    Maker maker(m_states, book, d, payer);
    forEachOf<Dispute>(book, payer, [&](const Dispute& x) { maker.add(x); });
    forEachOf<Plan>(book, payer, [&](const Plan& p) { maker.add(p); });
    forEachOf<Promise>(book, payer, [&](const Promise& p) { maker.add(p); });
}

} // namespace duedesk
