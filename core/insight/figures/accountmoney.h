// The money of one payer as of a day: what is open, promised, contested and expected, what is left of its credit, and what
// was billed and paid month by month. Sums over the customers it pays for, in base minor units.
#pragma once
#include "core/insight/calls/calllist.h"
#include "core/insight/figures/itemfigures.h"

#include <array>

namespace duedesk {

struct AccountMoney {
    std::array<std::int64_t, 5> bucket{}; // gross open by age
    std::int64_t open = 0, unapplied = 0;
    std::int64_t toCollect = 0;
    int oldestDays = 0;
    std::optional<std::int64_t> creditLeft; // limit − (open − unapplied); none without a limit
    std::int64_t dsoE4 = 0; // ten-thousandths of a day that it adds to DSO
    int items = 0; // that are open
    std::int64_t promised = 0, disputed = 0; // of open items; promised with what plans ask for
    std::int64_t expectedWeek = 0, expectedMonth = 0; // open, and expected within 7 and 30 days of D
};
// `calls`: the call list of D. `items`: those of the payer alone, on D.
AccountMoney accountMoney(const CallList& calls, const ItemFigures& items, std::uint32_t payer);
const CallRow* callOf(const CallList& calls, std::uint32_t payer); // null = the payer is not among them

// What a promise is proposed for: the currency that most of the past-due money in base is in, with the money to collect, or
// what is past due in it where it is not the base currency, which has no amount to collect of its own.
Money moneyToPromise(const Book& book, Date d, std::uint32_t payer, std::int64_t toCollect);

struct BilledMonth {
    Date end; // the month's last day; of the last one D
    std::int64_t billed = 0, paid = 0; // debits by their date; payments that were not reversed by D
};
// The last `months` months to D.
std::vector<BilledMonth> billedAndPaid(const Book& book, Date d, std::uint32_t payer, int months);

} // namespace duedesk
