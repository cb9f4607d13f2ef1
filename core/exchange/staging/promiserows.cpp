#include "core/exchange/staging/promiserows.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// What makes two promises of one line at most the same.
using PromiseKey = std::array<std::int64_t, 7>;
PromiseKey keyOf(const Promise& p)
{
    const PromiseLine line = p.lines.empty() ? PromiseLine{} : p.lines.front();
    return {p.customer.value,   p.madeOn.days(),  p.promisedFor.days(), p.amount,
            p.currency.index(), line.debit.value, line.amount};
}

} // namespace

void PromiseRows::row(RowCells& cells)
{
    m_lines.load();
    std::string_view customerId, number;
    if (!m_read.id(cells, Field::CustomerNo, customerId, true) || !m_read.id(cells, Field::InvoiceNo, number, false))
        return;
    const std::uint32_t slot = m_parties.knownCustomer(customerId);
    if (slot == noRow)
        return m_tally.rejectCell(cells, Field::CustomerNo, u"is not a customer of the files or the book"_s,
                                  u"import the customer or its invoices first"_s);
    PromiseDraft d;
    d.file = m_tally.fileNumber();
    d.line = cells.row().line;
    d.value = toQString(cells.raw(Field::Amount));
    const std::uint32_t payer = m_parties.payerOf(slot);
    std::uint32_t item = noRow;
    if (!m_lines.resolve(cells, slot, item))
        return;
    if (item != noRow && m_parties.payerOf(m_lines.itemCustomer(item)) != payer)
        return m_tally.rejectCell(cells, Field::InvoiceNo,
                                  u"is an invoice of "_s + m_parties.customerName(m_lines.itemCustomer(item))
                                      + u", for which this customer does not pay"_s,
                                  u"correct the number or the customer"_s);
    Currency c;
    if (!m_read.currency(cells, c))
        return;
    if (!c.isValid())
        c = item != noRow ? m_lines.itemCurrency(item) : Currency::fromIndex(m_parties.slot(slot).currency);
    if (!c.isValid())
        c = m_book.info().base;
    if (item != noRow && m_lines.itemCurrency(item) != c)
        return m_tally.rejectCell(cells, Field::Currency,
                                  u"is not the invoice's currency, "_s + m_lines.itemCurrency(item).toString(),
                                  u"promise in the currency of the invoice"_s);
    Promise& p = d.promise;
    std::int32_t made = 0, promised = 0;
    if (!m_read.money(cells, Field::Amount, c, p.amount) || !m_read.date(cells, Field::MadeOn, made, true)
        || !m_read.date(cells, Field::PromisedFor, promised, true) || !m_read.happened(cells, Field::MadeOn, made))
        return;
    m_tally.addTotal(p.amount, c);
    if (p.amount <= 0)
        return m_tally.rejectCell(cells, Field::Amount, u"is not above zero"_s, u"give the amount promised"_s);
    if (promised < made)
        return m_tally.rejectCell(cells, Field::PromisedFor, u"is before the day it was made"_s,
                                  u"correct one of the dates"_s);
    p.currency = c;
    p.customer = m_parties.slot(payer).id;
    p.madeOn = Date(made);
    p.promisedFor = Date(promised);
    p.enteredOn = m_options.today;
    p.imported = true;
    p.takenBy = toQString(cells.text(Field::TakenBy));
    if (item != noRow) {
        p.lines.push_back({m_lines.itemId(item), p.amount});
        d.items.push_back(item);
    }
    m_promises.push_back(std::move(d));
}

// After payments: a promise is checked against what was open on the day it was made.
void PromiseRows::finish()
{
    if (m_promises.empty())
        return;
    std::unordered_map<std::int64_t, std::vector<const StagedSettlement*>> settled;
    for (const PromiseDraft& d : m_promises)
        for (const std::uint32_t item : d.items)
            settled[m_lines.itemId(item).value];
    std::unordered_map<std::int64_t, std::uint32_t> credits;
    const StagedImport& s = m_tally.staged();
    for (std::uint32_t i = 0; i < s.credits.size(); ++i)
        credits[s.credits[i].row.id] = m_lines.bookCredits() + i;
    for (const StagedSettlement& x : s.settlements)
        if (const auto it = settled.find(x.debit.value); it != settled.end())
            it->second.push_back(&x);
    const auto openOn = [&](std::uint32_t item, std::int32_t day) {
        std::int64_t open = item < m_lines.bookItems()     ? m_book.ledger().open(item, Date(day))
                            : m_lines.itemDate(item) > day ? 0
                                                           : m_lines.itemAmount(item);
        for (const StagedSettlement* x : settled[m_lines.itemId(item).value]) {
            const auto known = credits.find(x->credit.value);
            const std::uint32_t credit = !x->credit               ? noRow
                                         : known != credits.end() ? known->second
                                                                  : m_book.ledger().creditRow(x->credit);
            const auto reversed = credit == noRow ? std::nullopt : m_lines.reversedOn(credit);
            const bool over = reversed && *reversed <= day;
            if (m_lines.effective(item, credit, x->date) <= day && !over)
                open -= x->amount;
        }
        return open;
    };
    std::set<PromiseKey> known;
    m_book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        if (p.lines.size() <= 1)
            known.insert(keyOf(p));
    });
    for (PromiseDraft& d : m_promises) {
        Promise& p = d.promise;
        if (known.contains(keyOf(p))) {
            m_tally.took(d.file, Took::Unchanged);
            continue;
        }
        if (!d.items.empty()) {
            const std::int64_t open = openOn(d.items.front(), p.madeOn.days());
            if (p.amount > open) {
                const ColumnPlan* c = m_tally.report().files[d.file].layout.column(Field::Amount);
                m_tally.reject(
                    d.file, d.line,
                    {u"is more than was open of its invoice on that day, "_s + Money{open, p.currency}.toString(),
                     u"promise what is open at most"_s, c ? c->heading : headingOf(Field::Amount), d.value});
                continue;
            }
        }
        known.insert(keyOf(p));
        p.id = PromiseId(m_ids.next(Table::Promise));
        p.batch = m_tally.staged().batch.id;
        p.operation = m_tally.staged().batch.operation;
        m_tally.staged().changes.insert(p);
        m_tally.took(d.file, Took::Added);
    }
}

} // namespace duedesk
