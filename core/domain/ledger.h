// The posted lines of the book as columns: debits with what settled them, and credits. Lines are kept in
// chunks of 4,096 rows that hold every column of their rows, so hot loops run over raw arrays and a copy of
// the ledger shares all chunks. with() gives the next ledger and copies the chunks that a change touches.
//
// open(i, D)      = amount - allocations in effect at D - write-offs dated <= D
// unapplied(c, D) = amount - its allocations in effect at D      (payments, deposits, credit notes dated <= D)
// An allocation is in effect from max(its date, debit date, credit date) until its payment is reversed.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/id.h"
#include "core/domain/rows.h"
#include "core/domain/textcolumn.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace duedesk {

struct Company;
struct Customer;

enum class DebitKind : std::uint8_t { Invoice, DebitNote, FinanceCharge };
enum class CreditKind : std::uint8_t { Payment, CreditNote, Deposit, Reversal, Recovery };
enum class DueSource : std::uint8_t { Given, RowTerms, CustomerTerms, PolicyDefault };

QString debitKindName(DebitKind k);   // "invoice", as in files
QString creditKindName(CreditKind k);

inline constexpr std::int32_t farFuture = 0x7fffffff; // a day that never comes
inline constexpr std::uint16_t noCompany = 0;         // company number 0 = none

// One settlement of a debit; `credit` is noRow for a write-off.
struct Settlement {
    std::int32_t from;   // day it takes effect
    std::int32_t until;  // first day it no longer does (its payment was reversed); farFuture = for good
    std::int64_t amount;
    std::uint32_t credit;
    std::uint32_t id = 0; // of the allocation or write-off
};
// The order in which the settlements of one debit are kept.
inline bool settlesBefore(const Settlement& a, const Settlement& b)
{
    if (a.from != b.from)
        return a.from < b.from;
    if ((a.credit == noRow) != (b.credit == noRow))
        return b.credit == noRow; // write-offs last
    return a.id < b.id;
}

// A settlement that never takes effect, because its payment was reversed before: it counts again when the reversal goes.
struct IdleSettlement {
    std::uint32_t row; // of the chunk
    Settlement settlement;
};

struct DebitChunk {
    static constexpr std::uint32_t capacity = 4096;
    std::uint32_t count = 0;
    std::array<std::int64_t, capacity> id;
    std::array<std::int64_t, capacity> amount; // > 0, or 0
    std::array<std::int32_t, capacity> date; // invoice date, days
    std::array<std::int32_t, capacity> due;
    std::array<std::int32_t, capacity> settledOn; // first day from which open stays 0; farFuture = open
    std::array<std::uint32_t, capacity> customer; // customer row
    std::array<std::uint16_t, capacity> company; // company row + 1; 0 = none
    std::array<std::uint16_t, capacity> currency; // Currency::index()
    std::array<std::uint16_t, capacity> product; // Ledger::products
    std::array<std::int16_t, capacity> terms; // row's terms days; -1 = none given
    std::array<std::uint8_t, capacity> kind; // DebitKind
    std::array<std::uint8_t, capacity> dueSource; // DueSource
    std::array<std::uint8_t, capacity> flags; // DebitFlag
    std::array<std::uint32_t, capacity + 1> first; // settlements of row i: [first[i], first[i+1])
    // Settlements of the rows, by row and then by `from`.
    std::vector<std::int32_t> from;
    std::vector<std::int32_t> until; // empty = none of this chunk ends
    std::vector<std::int64_t> settled;
    std::vector<std::uint32_t> credit;
    std::vector<std::uint32_t> settlementId; // allocation, or write-off where credit is noRow
    std::vector<IdleSettlement> idle; // by row
    // Rows that are still open after every posted line, ascending, and what is open of them then.
    std::vector<std::uint16_t> openRows;
    std::vector<std::int64_t> openAmounts;
    std::int32_t firstDate = farFuture; // earliest of the rows
    std::int32_t lastEvent = -farFuture; // latest date of a row, or day a settlement takes effect
    TextColumn number, poNumber;
    // Mostly absent: an empty vector means "none in this chunk".
    std::vector<std::int64_t> netAmount;
    std::vector<std::int32_t> serviceDate, deliveredOn;
    std::vector<std::uint16_t> billingFormat; // Ledger::billingFormats

    std::span<const std::int32_t> fromOf(std::uint32_t i) const
    {
        return {from.data() + first[i], first[i + 1] - first[i]};
    }
    // The line was retracted since the ledger was read: its row stays, on no day and without text, amount or settlement.
    bool isGone(std::uint32_t i) const { return date[i] == farFuture; }
};
enum DebitFlag : std::uint8_t {
    ClosedByPayment = 1, // the settlement that brought open to 0 for good was a payment's, none a write-off
    HasWriteOff = 2,
    HasReversal = 4, // some settlement ends
};

// What is open of row i of a chunk at the end of day `d`; 0 before the debit's own date.
inline std::int64_t openAt(const DebitChunk& c, std::uint32_t i, std::int32_t d)
{
    if (c.date[i] > d || c.settledOn[i] <= d)
        return 0;
    std::int64_t open = c.amount[i];
    const std::uint32_t end = c.first[i + 1];
    if (c.until.empty()) {
        for (std::uint32_t k = c.first[i]; k < end && c.from[k] <= d; ++k)
            open -= c.settled[k];
    } else {
        for (std::uint32_t k = c.first[i]; k < end && c.from[k] <= d; ++k)
            if (d < c.until[k])
                open -= c.settled[k];
    }
    return open;
}

// A credit that is unapplied on some day: few are, so they are listed.
struct UnappliedCredit {
    std::uint32_t credit; // row
    std::uint32_t first, count; // its settlements in CreditChunk::unappliedSettlements
    bool operator==(const UnappliedCredit&) const = default;
};

struct CreditChunk {
    static constexpr std::uint32_t capacity = 4096;
    std::uint32_t count = 0;
    std::array<std::int64_t, capacity> id;
    std::array<std::int64_t, capacity> amount;
    std::array<std::int32_t, capacity> date;
    std::array<std::int32_t, capacity> reversedOn; // farFuture = not reversed
    std::array<std::int32_t, capacity> appliedOn; // first day from which unapplied stays 0; <= date = never unapplied
    std::array<std::uint32_t, capacity> customer; // customer row; noRow = nobody knows yet who paid
    std::array<std::uint16_t, capacity> company;
    std::array<std::uint16_t, capacity> currency;
    std::array<std::uint8_t, capacity> kind; // CreditKind
    // Debit rows that credit i was allocated to, ascending, each once: [first[i], first[i+1]) of debits.
    std::array<std::uint32_t, capacity + 1> first;
    std::vector<std::uint32_t> debits;
    std::vector<UnappliedCredit> unapplied; // by row
    std::vector<Settlement> unappliedSettlements; // `credit` holds the debit row here
    std::int32_t firstDate = farFuture, lastDate = -farFuture;
    std::vector<std::int32_t> lastPayment; // per company number; -farFuture = none
    TextColumn reference;
    std::vector<std::int32_t> clearedOn; // empty = none in this chunk
    std::vector<std::int32_t> knownOn; // the day a payment dated ahead came into the book; farFuture = not ahead
    std::vector<std::uint32_t> reverses; // credit row a reversal takes out; empty = none

    bool isGone(std::uint32_t i) const { return date[i] == farFuture; } // as of a debit
};

struct PostedChange;

struct Ledger {
    std::vector<std::shared_ptr<const DebitChunk>> debitChunks;
    std::vector<std::shared_ptr<const CreditChunk>> creditChunks;
    std::uint32_t debitCount = 0, creditCount = 0;
    IdIndex debitIndex, creditIndex;

    Dictionary products, billingFormats;

    Groups debitGroups, creditGroups; // rows per customer row, ascending; retracted ones are not among them
    std::int32_t firstDate = farFuture; // earliest debit or credit
    std::int32_t lastEvent = -farFuture; // latest date of any line, settlement or reversal
    std::vector<std::int32_t> lastPayment; // per company number: latest payment date; -farFuture = none

    // The ledger after the change. Cost: the lines changed, and one chunk copy for each chunk they touch. Refused with
    // the first line that breaks an equation of the ledger, on any day, or names what is not there.
    Result<std::shared_ptr<const Ledger>> with(const PostedChange& change, const Rows<Customer>& customers,
                                               const Rows<Company>& companies) const;

    struct DebitRef {
        const DebitChunk* chunk;
        std::uint32_t i;
    };
    DebitRef debit(std::uint32_t row) const { return {debitChunks[row >> 12].get(), row & 4095}; }
    struct CreditRef {
        const CreditChunk* chunk;
        std::uint32_t i;
    };
    CreditRef credit(std::uint32_t row) const { return {creditChunks[row >> 12].get(), row & 4095}; }

    std::uint32_t debitRow(DebitId id) const { return debitIndex.rowOf(id.value); }
    std::uint32_t creditRow(CreditId id) const { return creditIndex.rowOf(id.value); }
    std::span<const std::uint32_t> debitsOf(std::uint32_t customer) const;
    std::span<const std::uint32_t> creditsOf(std::uint32_t customer) const;
    std::int64_t open(std::uint32_t debitRow, Date d) const
    {
        const auto [c, i] = debit(debitRow);
        return openAt(*c, i, d.days());
    }
    // f(row, open) for every debit that is still open after every posted line, ascending by row; for D >= lastEvent these
    // are exactly those open at D that are dated <= D.
    template <class F> void forEachOpenAtLast(F&& f) const
    {
        std::uint32_t base = 0;
        for (const auto& c : debitChunks) {
            for (std::size_t k = 0, n = c->openRows.size(); k < n; ++k)
                f(base + c->openRows[k], c->openAmounts[k]);
            base += DebitChunk::capacity;
        }
    }
    // f(const UnappliedCredit&) for every credit that is unapplied on some day, ascending by row.
    template <class F> void forEachUnapplied(F&& f) const
    {
        for (const auto& c : creditChunks)
            for (const UnappliedCredit& u : c->unapplied)
                f(u);
    }
    const UnappliedCredit* unappliedOf(std::uint32_t creditRow) const; // null = unapplied on no day
    std::int64_t unappliedAt(const UnappliedCredit& u, std::int32_t d) const;
};

// One debit in readable form, for lists and messages; loops use the columns.
struct DebitView {
    DebitId id;
    std::uint32_t row;
    DebitKind kind;
    std::uint32_t customer; // row
    std::uint16_t company;
    QString number, poNumber;
    Date date, due;
    DueSource dueSource;
    std::int64_t amount;
    Currency currency;
    int terms;
    QString product;
};
DebitView viewDebit(const Ledger& l, std::uint32_t row);

struct CreditView {
    CreditId id;
    std::uint32_t row;
    CreditKind kind;
    std::uint32_t customer;
    std::uint16_t company;
    QString reference;
    Date date, clearedOn, reversedOn; // invalid = not
    std::int64_t amount;
    Currency currency;
};
CreditView viewCredit(const Ledger& l, std::uint32_t row);

} // namespace duedesk
