// Which money counts towards what a payer agreed to, promise or instalment: payments to its lines in a window of
// days, what was credited since, and the payer's other money. The one place that both are judged from.
#pragma once
#include "core/domain/book.h"

namespace duedesk {

// The days whose entries count. Entries of the day it was made count only where it was written down later: else
// they were known when it was given.
struct PaymentWindow {
    std::int32_t madeOn = 0;
    bool firstDay = false;
    std::int32_t through = 0;

    PaymentWindow(Date made, Date enteredOn, bool imported, Date last)
        : madeOn(made.days()), firstDay(imported || (enteredOn.isValid() && enteredOn > made)), through(last.days())
    {
    }
    Date first() const { return Date(firstDay ? madeOn : madeOn + 1); }
    Date last() const { return Date(through); }
    bool holds(std::int32_t day) const { return (day > madeOn || (firstDay && day == madeOn)) && day <= through; }
};

// What is judged: a promise or a plan of this payer. Exactly one of the ids is set.
struct Agreement {
    PromiseId promise;
    PlanId plan;
    std::uint32_t payer = noRow; // customer row
    Currency currency;
};

struct AgreedTally { // minor units, as of d
    std::int64_t paid = 0;     // payments to the lines in the window
    std::int64_t ownMoney = 0; // the part of it that came with a payment of this payer dated in the window
    std::int64_t credited = 0; // credit notes and write-offs to the lines since, at most each line's amount
};
AgreedTally tallyLines(const Book& book, const std::vector<PromiseLine>& lines, const PaymentWindow& window,
                       std::uint32_t payer, Date d);
// Payments to one debit in the window that hold at d.
std::int64_t paidTo(const Ledger& l, std::uint32_t debitRow, const PaymentWindow& window, Date d);
// The payer's money in the window that did not go to these lines, nor to those of its other promises and plans.
std::int64_t otherMoney(const Book& book, const Agreement& agreement, const std::vector<PromiseLine>& lines,
                        const AgreedTally& tally, const PaymentWindow& window, Date d);
// counted >= target − t, t = min(max(1 % of target, 25 base), 10 % of target), t not rounded. Without a rate the
// 25 base are unknown and up to 10 % short is tolerated: `caveat` says so where it mattered.
bool reaches(const Book& book, std::int64_t counted, std::int64_t target, Currency currency, Date d, Words& caveat);

} // namespace duedesk
