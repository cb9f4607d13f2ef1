// The loops that every figure over open items shares: debits open at the end of a day, credits unapplied
// then, and the count of items without a rate.
#pragma once
#include "core/base/error.h"
#include "core/domain/book.h"
#include "core/insight/figures/segment.h"

#include <memory>

namespace duedesk {

class MissingCounts {
public:
    void count(std::uint16_t currency, int items = 1)
    {
        if (currency >= m_items.size())
            m_items.resize(currency + 1U);
        m_items[currency] += items;
    }
    std::vector<MissingRate> list() const; // by currency code

private:
    std::vector<int> m_items;
};

// Indexes of a chunk's rows that are dated by d and not settled by then; `out` holds at least a chunk.
std::uint32_t collectUnsettled(const DebitChunk& c, std::int32_t d, std::uint16_t* out);

// f(chunk, i, row, open) for every debit with open > 0 at the end of d, ascending by row.
template <class F> void forEachOpen(const Ledger& l, Date d, F&& f)
{
    const std::int32_t day = d.days();
    if (day >= l.lastEvent) { // nothing happens later: what is open is listed
        std::uint32_t base = 0;
        for (const auto& chunk : l.debitChunks) {
            const DebitChunk& c = *chunk;
            for (std::size_t k = 0, n = c.openRows.size(); k < n; ++k)
                f(c, c.openRows[k], base + c.openRows[k], c.openAmounts[k]);
            base += DebitChunk::capacity;
        }
        return;
    }
    const auto picked = std::make_unique_for_overwrite<std::uint16_t[]>(DebitChunk::capacity);
    std::uint32_t first = 0;
    for (const auto& chunk : l.debitChunks) {
        const DebitChunk& c = *chunk;
        const std::uint32_t n = collectUnsettled(c, day, picked.get());
        for (std::uint32_t k = 0; k < n; ++k) {
            const std::uint32_t i = picked[k];
            if (const std::int64_t open = openAt(c, i, day); open != 0)
                f(c, i, first + i, open);
        }
        first += DebitChunk::capacity;
    }
}

// f(chunk, i, left) for every credit of a known payer with money unapplied at the end of d.
template <class F> void forEachUnapplied(const Ledger& l, Date d, F&& f)
{
    l.forEachUnapplied([&](const UnappliedCredit& u) {
        const auto [c, i] = l.credit(u.credit);
        if (c->customer[i] == noRow)
            return;
        if (const std::int64_t left = l.unappliedAt(u, d.days()); left != 0)
            f(*c, i, left);
    });
}

} // namespace duedesk
