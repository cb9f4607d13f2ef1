#include "core/exchange/stager.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {

void Stager::holidayRow(RowCells& cells)
{
    Holiday h;
    std::int32_t day = 0;
    if (!date(cells, Field::Date, day, true))
        return;
    h.date = Date(day);
    h.calendar = toQString(cells.text(Field::Calendar));
    h.name = toQString(cells.text(Field::Name));
    if (m_knownHolidays.empty())
        m_book.rows<Holiday>().forEach(
            [&](std::uint32_t, const Holiday& k) { m_knownHolidays[{k.date.days(), k.calendar}].before = k; });
    auto& [before, given] = m_knownHolidays[{day, h.calendar}];
    if (std::exchange(given, true))
        return took(fileNumber(), Took::Unchanged);
    if (before && !cells.has(Field::Name))
        h.name = before->name;
    h.id = before ? before->id : HolidayId(m_ids.next(Table::Holiday));
    h.batch = before ? before->batch : m_report.staged.batch.id;
    if (before && *before == h)
        return took(fileNumber(), Took::Unchanged);
    m_report.staged.changes.of<Holiday>().push_back({before, h});
    took(fileNumber(), before ? Took::Changed : Took::Added);
}

void Stager::promiseRow(RowCells& cells)
{
    loadLedger();
    std::string_view customerId, number;
    if (!id(cells, Field::CustomerNo, customerId, true) || !id(cells, Field::InvoiceNo, number, false))
        return;
    const std::uint32_t slot = knownCustomer(customerId);
    if (slot == noRow)
        return rejectCell(cells, Field::CustomerNo, u"is not a customer of the files or the book"_s,
                          u"import the customer or its invoices first"_s);
    PromiseDraft d;
    d.file = fileNumber();
    d.line = cells.row().line;
    d.value = toQString(cells.raw(Field::Amount));
    const std::uint32_t payer = payerOf(slot);
    std::uint32_t item = noRow;
    if (!resolveItem(cells, slot, item))
        return;
    if (item != noRow && payerOf(itemCustomer(item)) != payer)
        return rejectCell(cells, Field::InvoiceNo,
                          u"is an invoice of "_s + customerName(itemCustomer(item))
                              + u", for which this customer does not pay"_s,
                          u"correct the number or the customer"_s);
    Currency c;
    if (!currency(cells, c))
        return;
    if (!c.isValid())
        c = item != noRow ? itemCurrency(item) : Currency::fromIndex(m_customers[slot].currency);
    if (!c.isValid())
        c = m_book.info().base;
    if (item != noRow && itemCurrency(item) != c)
        return rejectCell(cells, Field::Currency, u"is not the invoice's currency, "_s + itemCurrency(item).toString(),
                          u"promise in the currency of the invoice"_s);
    Promise& p = d.promise;
    std::int32_t made = 0, promised = 0;
    if (!money(cells, Field::Amount, c, p.amount) || !date(cells, Field::MadeOn, made, true)
        || !date(cells, Field::PromisedFor, promised, true) || !happened(cells, Field::MadeOn, made))
        return;
    addTotal(p.amount, c);
    if (p.amount <= 0)
        return rejectCell(cells, Field::Amount, u"is not above zero"_s, u"give the amount promised"_s);
    if (promised < made)
        return rejectCell(cells, Field::PromisedFor, u"is before the day it was made"_s, u"correct one of the dates"_s);
    p.currency = c;
    p.customer = m_customers[payer].id;
    p.madeOn = Date(made);
    p.promisedFor = Date(promised);
    p.enteredOn = m_options.today;
    p.imported = true;
    p.takenBy = toQString(cells.text(Field::TakenBy));
    if (item != noRow) {
        p.lines.push_back({itemId(item), p.amount});
        d.items.push_back(item);
    }
    m_promises.push_back(std::move(d));
}

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

// After payments: a promise is checked against what was open on the day it was made.
void Stager::finishPromises()
{
    if (m_promises.empty())
        return;
    std::unordered_map<std::int64_t, std::vector<const StagedSettlement*>> settled;
    for (const PromiseDraft& d : m_promises)
        for (const std::uint32_t item : d.items)
            settled[itemId(item).value];
    std::unordered_map<std::int64_t, std::uint32_t> credits;
    const StagedImport& s = m_report.staged;
    for (std::uint32_t i = 0; i < s.credits.size(); ++i)
        credits[s.credits[i].row.id] = bookCredits() + i;
    for (const StagedSettlement& x : s.settlements)
        if (const auto it = settled.find(x.debit.value); it != settled.end())
            it->second.push_back(&x);
    const auto openOn = [&](std::uint32_t item, std::int32_t day) {
        std::int64_t open = item < bookItems()     ? m_book.ledger().open(item, Date(day))
                            : itemDate(item) > day ? 0
                                                   : itemAmount(item);
        for (const StagedSettlement* x : settled[itemId(item).value]) {
            const auto known = credits.find(x->credit.value);
            const std::uint32_t credit = !x->credit               ? noRow
                                         : known != credits.end() ? known->second
                                                                  : m_book.ledger().creditRow(x->credit);
            const auto reversed = credit == noRow ? m_reversed.end() : m_reversed.find(credit);
            const bool over = reversed != m_reversed.end() && reversed->second <= day;
            if (effective(item, credit, x->date) <= day && !over)
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
            took(d.file, Took::Unchanged);
            continue;
        }
        if (!d.items.empty()) {
            const std::int64_t open = openOn(d.items.front(), p.madeOn.days());
            if (p.amount > open) {
                const ColumnPlan* c = m_report.files[d.file].layout.column(Field::Amount);
                reject(d.file, d.line,
                       {u"is more than was open of its invoice on that day, "_s + Money{open, p.currency}.toString(),
                        u"promise what is open at most"_s, c ? c->heading : headingOf(Field::Amount), d.value});
                continue;
            }
        }
        known.insert(keyOf(p));
        p.id = PromiseId(m_ids.next(Table::Promise));
        p.batch = m_report.staged.batch.id;
        p.operation = m_report.staged.batch.operation;
        m_report.staged.changes.insert(p);
        took(d.file, Took::Added);
    }
}

// Stated for one company, or for all that the call's lines name; lines without company have a record with an empty code.
void Stager::stateCashThrough()
{
    if (!m_options.cashThrough.isValid())
        return;
    if (!m_options.company.isEmpty()) {
        CompanySlot& c = m_companies[companyOf(m_options.company.trimmed().toStdString())];
        c.now.cashThrough = m_options.cashThrough;
        c.used = true;
        return;
    }
    bool any = false;
    for (std::size_t i = 1; i < m_companies.size(); ++i) {
        CompanySlot& c = m_companies[i];
        const bool posted = c.before && i < m_book.ledger().lastPayment.size();
        if (c.now.retractedBy || !(c.used || posted))
            continue;
        c.now.cashThrough = m_options.cashThrough;
        any = true;
    }
    if (!m_linesWithoutCompany && any)
        return;
    for (std::size_t i = 1; i < m_companies.size(); ++i)
        if (CompanySlot& c = m_companies[i]; c.now.code.isEmpty() && !c.now.retractedBy) {
            c.now.cashThrough = m_options.cashThrough;
            return;
        }
    CompanySlot none;
    none.now.id = CompanyId(m_ids.next(Table::Company));
    none.now.name = u"(no company)"_s;
    none.now.cashThrough = m_options.cashThrough;
    none.used = true;
    m_companies.push_back(none);
}

} // namespace duedesk
