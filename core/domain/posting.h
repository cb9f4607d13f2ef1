// Posted lines that come and go with one command, beside the record rows of its ChangeSet: debits, credits, and what
// settles one with the other. What is said of a line never changes, so a change is lines in and lines out, and undo swaps
// the two: a line that comes in again is the old one, with its id.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/domain/ledger.h"

#include <QString>
#include <vector>

namespace duedesk {

struct PostedDebit {
    DebitId id;
    CustomerId customer;
    CompanyId company; // none = of no company
    DebitKind kind = DebitKind::Invoice;
    DueSource dueSource = DueSource::Given;
    Date date, due, serviceDate, deliveredOn; // the last two: invalid = not given
    std::int16_t terms = -1; // days; -1 = none given
    Currency currency;
    std::int64_t amount = 0; // minor units, >= 0
    std::int64_t netAmount = -1; // < 0 = not given
    QString number, poNumber, product, billingFormat;
    bool operator==(const PostedDebit&) const = default;
};

struct PostedCredit {
    CreditId id;
    CustomerId customer; // none = nobody knows yet who paid
    CompanyId company;
    CreditKind kind = CreditKind::Payment;
    Date date, clearedOn; // invalid = not given
    Currency currency;
    std::int64_t amount = 0;
    QString reference;
    CreditId reverses; // of a reversal: the payment it takes out
    bool operator==(const PostedCredit&) const = default;
};

struct PostedAllocation {
    AllocationId id;
    DebitId debit;
    CreditId credit;
    Date date; // its own; it takes effect at max(date, debit date, credit date)
    std::int64_t amount = 0;
    bool operator==(const PostedAllocation&) const = default;
};

struct PostedWriteOff {
    WriteOffId id;
    DebitId debit;
    Date date;
    std::int64_t amount = 0;
    QString reason; // empty where the line was read from a ledger, which does not hold it
    bool operator==(const PostedWriteOff&) const = default;
};

struct PostedLines {
    std::vector<PostedDebit> debits;
    std::vector<PostedCredit> credits;
    std::vector<PostedAllocation> allocations;
    std::vector<PostedWriteOff> writeOffs;
    bool isEmpty() const { return debits.empty() && credits.empty() && allocations.empty() && writeOffs.empty(); }
    bool operator==(const PostedLines&) const = default;
};

// A line that goes takes nothing with it: what settles it, or is settled by it, goes by name in the same change.
struct PostedChange {
    PostedLines in, out;
    bool isEmpty() const { return in.isEmpty() && out.isEmpty(); }
    PostedChange inverted() const { return {out, in}; }
    bool operator==(const PostedChange&) const = default;
};

// What settles debit `row`, as lines; an allocation's date is the day it takes effect.
PostedLines settlementsOf(const Ledger& l, std::uint32_t row);

} // namespace duedesk
