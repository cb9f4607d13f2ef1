// What building a ledger and changing one share: a row appended to a chunk, what its settlements make of a debit, and
// what a chunk and a ledger list of their rows. Of core/domain alone.
#pragma once
#include "core/domain/ledgerbuilder.h"

#include <algorithm>

namespace duedesk::ledgerparts {

using DebitChunks = std::vector<std::shared_ptr<const DebitChunk>>;

// Sets row i of a column that is absent (empty) while every row holds `absent`.
template <class T> void setOptional(std::vector<T>& column, std::uint32_t i, T value, T absent, std::uint32_t capacity)
{
    if (column.empty()) {
        if (value == absent)
            return;
        column.assign(capacity, absent);
    }
    column[i] = value;
}

// Writes the columns of a new row, not its settlements; its place in the chunk.
std::uint32_t append(DebitChunk& c, const DebitRow& r);
std::uint32_t append(CreditChunk& c, const CreditRow& r);

// What a debit is with its settlements.
struct Settled {
    std::int64_t open = 0; // after all of them; < 0 = settled beyond its amount on some day
    std::int32_t settledOn = farFuture;
    std::uint8_t flags = 0;
};
// `inOrder` are those that take effect, by settlesBefore(); isPayment(credit row).
template <class F>
Settled settle(std::int64_t amount, std::int32_t date, std::span<const Settlement> inOrder, F&& isPayment)
{
    Settled out;
    bool ends = false, below = false, closedByPayment = false;
    for (const Settlement& s : inOrder) {
        if (s.credit == noRow)
            out.flags |= HasWriteOff;
        ends = ends || s.until != farFuture;
    }
    if (ends)
        out.flags |= HasReversal;
    std::int64_t open = amount;
    std::int32_t closedOn = date; // a zero amount is settled on its own date
    const auto apply = [&](std::int32_t day, std::int64_t delta, std::uint32_t credit) {
        open -= delta;
        below = below || open < 0;
        if (open == 0) {
            closedOn = day;
            closedByPayment = credit != noRow && isPayment(credit);
        }
    };
    if (!ends) {
        for (const Settlement& s : inOrder)
            apply(s.from, s.amount, s.credit);
    } else { // starts and ends in the order of days, ends first
        struct Event {
            std::int32_t day;
            bool starts;
            std::int64_t delta;
            std::uint32_t credit;
        };
        std::vector<Event> events;
        for (const Settlement& s : inOrder) {
            events.push_back({s.from, true, s.amount, s.credit});
            if (s.until != farFuture)
                events.push_back({s.until, false, -s.amount, s.credit});
        }
        std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
            return a.day != b.day ? a.day < b.day : a.starts < b.starts;
        });
        for (const Event& e : events)
            apply(e.day, e.delta, e.credit);
    }
    out.open = below ? -1 : open;
    out.settledOn = open == 0 ? closedOn : farFuture;
    if (open == 0 && closedByPayment && (out.flags & HasWriteOff) == 0)
        out.flags |= ClosedByPayment;
    return out;
}

// The day from which nothing is left of a credit, with all that was allocated from it and the latest day of that.
std::int32_t appliedOn(const CreditChunk& c, std::uint32_t i, std::int64_t applied, std::int32_t last);

// Lists the unapplied credits of a chunk whose first row is `base`; appliedOn, reversedOn, first and debits stand.
void listUnapplied(CreditChunk& c, std::uint32_t base, const DebitChunks& debits);

void summarize(DebitChunk& c);  // firstDate, lastEvent
void summarize(CreditChunk& c); // firstDate, lastDate, lastPayment
void summarize(Ledger& l);      // the same of the whole, from its chunks

} // namespace duedesk::ledgerparts
