// What is open of the items and left of the credits, all that is staged counted.
#include "core/exchange/staging/stagedlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::uint64_t creditHash(CreditId id) { return (std::uint64_t(id.value) + 1) * 0x9e3779b97f4a7c15ULL; }

} // namespace

std::int64_t StagedLines::appliedInBook(std::uint32_t bookCredit)
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

std::int64_t StagedLines::appliedBefore(std::uint32_t credit)
{
    if (credit < bookCredits())
        return appliedInBook(credit);
    const auto it = m_carriedApplied.find(credit);
    return it == m_carriedApplied.end() ? 0 : it->second;
}

// Amount less everything that is not over by `day`; what starts later counts too, so open never falls below zero.
std::int64_t StagedLines::openFor(std::uint32_t item, std::int32_t day) const
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

std::int32_t StagedLines::effective(std::uint32_t item, std::uint32_t credit, std::int32_t day) const
{
    return std::max({day, itemDate(item), credit == noRow ? day : creditDate(credit)});
}

void StagedLines::take(std::uint32_t item, std::int64_t amount)
{
    if (item >= bookItems())
        m_taken[item - bookItems()] += amount;
    else
        m_takenInBook[item] += amount;
}

void StagedLines::settle(std::uint32_t item, CreditId credit, std::int32_t day, std::int64_t amount,
                         std::string_view reason)
{
    StagedImport& s = m_tally.staged();
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

void StagedLines::confirm(std::uint32_t item, const HandPostings::WriteOff& made, std::int32_t day,
                          std::string_view reference)
{
    StagedImport& s = m_tally.staged();
    m_hand.confirm(made.id);
    if (const auto carried = m_carriedWriteOffs.find(made.id); carried != m_carriedWriteOffs.end()) {
        s.settlements[carried->second].date = day;
        s.settlements[carried->second].reason = s.text.keep(reference);
        return;
    }
    s.retractedWriteOffs.push_back(made.id);
    take(item, -made.amount);
    settle(item, {}, day, made.amount, reference);
}

// What is staged so far, found by its credit: each reversal would read all of it otherwise.
void StagedLines::indexSettlements()
{
    const StagedImport& s = m_tally.staged();
    if (m_stagedItems.empty())
        for (std::uint32_t i = 0; i < s.debits.size(); ++i)
            m_stagedItems[s.debits[i].row.id] = bookItems() + i;
    for (; m_settlementsIndexed < s.settlements.size(); ++m_settlementsIndexed)
        if (const CreditId credit = s.settlements[m_settlementsIndexed].credit; credit.value != 0)
            m_settlementsByCredit.add(creditHash(credit), m_settlementsIndexed);
}

// What the payment settled is open again from that day on.
void StagedLines::reverse(std::uint32_t credit, std::int32_t day)
{
    m_reversed[credit] = day;
    indexSettlements();
    const CreditId idOf = creditId(credit);
    m_settlementsByCredit.find(creditHash(idOf), [&](std::uint32_t i) {
        const StagedSettlement& x = m_tally.staged().settlements[i];
        if (x.credit != idOf)
            return false;
        const auto it = m_stagedItems.find(x.debit.value);
        const bool staged = it != m_stagedItems.end();
        const std::uint32_t item = staged ? it->second : m_book.ledger().debitRow(x.debit);
        const bool carried =
            staged && !m_itemReplaces.empty() && m_itemReplaces[item - bookItems()] != noRow && credit < bookCredits();
        if (item != noRow && !carried)
            take(item, -x.amount);
        return false;
    });
}

std::optional<std::int32_t> StagedLines::reversedOn(std::uint32_t credit) const
{
    const auto it = m_reversed.find(credit);
    return it == m_reversed.end() ? std::nullopt : std::optional(it->second);
}

void StagedLines::prefetch(std::uint32_t item) const
{
    if (item < bookItems())
        return;
    __builtin_prefetch(&m_tally.staged().debits[item - bookItems()].row.amount);
    __builtin_prefetch(&m_taken[item - bookItems()], 1);
}

} // namespace duedesk
