// Items and credits while files are staged: those of the book, then those of this call, and what is open of them.
#include "core/exchange/stager.h"

#include <algorithm>

namespace duedesk {

std::string_view Stager::itemNumber(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.number;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->number[i];
}

std::uint32_t Stager::itemCustomer(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_stagedCustomer[item - bookItems()];
    const auto [c, i] = m_book.ledger().debit(item);
    return c->customer[i];
}

std::uint32_t Stager::itemCompany(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_stagedCompany[item - bookItems()];
    const auto [c, i] = m_book.ledger().debit(item);
    return c->company[i];
}

DebitKind Stager::itemKind(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.kind;
    const auto [c, i] = m_book.ledger().debit(item);
    return DebitKind(c->kind[i]);
}

Currency Stager::itemCurrency(std::uint32_t item) const
{
    if (item >= bookItems())
        return Currency::fromIndex(m_report.staged.debits[item - bookItems()].row.currency);
    const auto [c, i] = m_book.ledger().debit(item);
    return Currency::fromIndex(c->currency[i]);
}

std::int64_t Stager::itemAmount(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.amount;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->amount[i];
}

std::int32_t Stager::itemDate(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.date;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->date[i];
}

DebitId Stager::itemId(std::uint32_t item) const
{
    if (item >= bookItems())
        return DebitId(m_report.staged.debits[item - bookItems()].row.id);
    const auto [c, i] = m_book.ledger().debit(item);
    return DebitId(c->id[i]);
}

std::uint32_t Stager::findItem(std::string_view number, std::uint32_t customerSlot, std::uint32_t company,
                               DebitKind kind) const
{
    std::uint32_t found = noRow;
    m_items.find(itemHash(number, customerSlot), [&](std::uint32_t item) {
        if (itemCustomer(item) != customerSlot || itemCompany(item) != company || itemKind(item) != kind
            || itemNumber(item) != number || m_replacedItems.contains(item))
            return false;
        found = item;
        return true;
    });
    return found;
}

CreditKind Stager::creditKind(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.kind;
    const auto [c, i] = m_book.ledger().credit(k);
    return CreditKind(c->kind[i]);
}

std::string_view Stager::creditReference(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.reference;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->reference[i];
}

std::uint32_t Stager::creditCustomer(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_stagedCreditCustomer[k - bookCredits()];
    const auto [c, i] = m_book.ledger().credit(k);
    return c->customer[i];
}

std::uint32_t Stager::creditCompany(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_stagedCreditCompany[k - bookCredits()];
    const auto [c, i] = m_book.ledger().credit(k);
    return c->company[i];
}

std::int64_t Stager::creditAmount(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.amount;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->amount[i];
}

std::int32_t Stager::creditDate(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.date;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->date[i];
}

Currency Stager::creditCurrency(std::uint32_t k) const
{
    if (k >= bookCredits())
        return Currency::fromIndex(m_report.staged.credits[k - bookCredits()].row.currency);
    const auto [c, i] = m_book.ledger().credit(k);
    return Currency::fromIndex(c->currency[i]);
}

CreditId Stager::creditId(std::uint32_t k) const
{
    if (k >= bookCredits())
        return CreditId(m_report.staged.credits[k - bookCredits()].row.id);
    const auto [c, i] = m_book.ledger().credit(k);
    return CreditId(c->id[i]);
}

std::vector<std::uint32_t> Stager::findCredits(std::string_view reference, std::uint32_t customerSlot,
                                               CreditKind kind) const
{
    std::vector<std::uint32_t> found;
    m_credits.find(hashBytes(reference), [&](std::uint32_t k) {
        if (creditKind(k) == kind && (customerSlot == noRow || creditCustomer(k) == customerSlot)
            && creditReference(k) == reference && !m_replacedCredits.contains(k) && found.size() < 64)
            found.push_back(k);
        return false;
    });
    return found;
}

std::uint32_t Stager::addCredit(CreditKind kind, std::uint32_t customerSlot, std::uint32_t company, Currency currencyOf,
                                std::int32_t day, std::int64_t amount, std::string_view reference, std::int32_t cleared,
                                bool indexed)
{
    StagedImport& s = m_report.staged;
    StagedCredit c;
    c.customer = m_customers[customerSlot].id;
    c.company = company == 0 ? CompanyId() : m_companies[company].now.id;
    c.row.id = m_ids.next(Table::Credit);
    c.row.kind = kind;
    c.row.currency = currencyOf.index();
    c.row.date = day;
    c.row.clearedOn = cleared;
    c.row.amount = amount;
    c.row.reference = indexed ? s.text.keep(reference) : reference;
    const auto row = bookCredits() + std::uint32_t(s.credits.size());
    s.credits.push_back(c);
    m_stagedCreditCustomer.push_back(customerSlot);
    m_stagedCreditCompany.push_back(company);
    if (indexed)
        m_credits.add(hashBytes(reference), row);
    (company == 0 ? m_linesWithoutCompany : m_companies[company].used) = true;
    return row;
}

void Stager::loadLedger()
{
    if (m_ledgerLoaded)
        return;
    m_ledgerLoaded = true;
    const Ledger& l = m_book.ledger();
    m_items.reserve(l.debitCount);
    for (std::uint32_t row = 0; row < l.debitCount; ++row) {
        const auto [c, i] = l.debit(row);
        if (!c->isGone(i))
            m_items.add(itemHash(c->number[i], c->customer[i]), row);
    }
    m_credits.reserve(l.creditCount);
    for (std::uint32_t row = 0; row < l.creditCount; ++row) {
        const auto [c, i] = l.credit(row);
        if (!c->isGone(i))
            m_credits.add(hashBytes(c->reference[i]), row);
    }
}

std::int64_t Stager::appliedInBook(std::uint32_t bookCredit)
{
    if (m_appliedInBook.empty()) {
        m_appliedInBook.assign(bookCredits(), 0);
        for (const auto& c : m_book.ledger().debitChunks)
            for (std::size_t k = 0; k < c->credit.size(); ++k)
                if (c->credit[k] != noRow)
                    m_appliedInBook[c->credit[k]] += c->settled[k];
    }
    return m_appliedInBook[bookCredit];
}

// Amount less everything that is not over by `day`; what starts later counts too, so open never falls below zero.
std::int64_t Stager::openFor(std::uint32_t item, std::int32_t day) const
{
    std::int64_t open = itemAmount(item);
    std::uint32_t inBook = item;
    if (item >= bookItems()) {
        open -= m_taken[item - bookItems()];
        inBook = m_itemReplaces.empty() ? noRow : m_itemReplaces[item - bookItems()];
        if (inBook == noRow)
            return open;
    } else if (const auto it = m_takenInBook.find(item); it != m_takenInBook.end()) {
        open -= it->second;
    }
    const auto [c, i] = m_book.ledger().debit(inBook);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        std::int32_t until = c->until.empty() ? farFuture : c->until[k];
        if (c->credit[k] != noRow)
            if (const auto r = m_reversed.find(c->credit[k]); r != m_reversed.end())
                until = std::min(until, r->second);
        if (until > day && until > c->from[k])
            open -= c->settled[k];
    }
    return open;
}

void Stager::take(std::uint32_t item, std::int64_t amount)
{
    if (item >= bookItems())
        m_taken[item - bookItems()] += amount;
    else
        m_takenInBook[item] += amount;
}

void Stager::settle(std::uint32_t item, CreditId credit, std::int32_t day, std::int64_t amount, std::string_view reason)
{
    StagedImport& s = m_report.staged;
    StagedSettlement x;
    x.id = m_ids.next(credit ? Table::Allocation : Table::WriteOff);
    x.debit = itemId(item);
    x.credit = credit;
    x.date = day;
    x.amount = amount;
    x.reason = s.text.keep(reason);
    s.settlements.push_back(x);
    take(item, amount);
}

} // namespace duedesk
