// What we noted about invoices as of a day: why one is late, that one is not to be reminded, and how the past-due
// money divides by reason: the bridge from terms to DSO.
#pragma once
#include "core/domain/book.h"
#include "core/insight/figures/ratio.h"
#include "core/insight/figures/segment.h"

namespace duedesk {

// The mark of that kind that rules on D; null = none was made.
const InvoiceMark* markOf(const Book& book, std::uint32_t debitRow, MarkKind kind, Date d);
LateReason lateReasonOf(const Book& book, std::uint32_t debitRow, Date d);
// How many past-due items of one payer there are on D for each reason, those without one under None.
std::array<int, lateReasonCount> lateReasonsOf(const Book& book, std::uint32_t payer, Date d);

struct LateReasonRow {
    LateReason reason = LateReason::None;
    int items = 0;
    std::int64_t pastDue = 0; // base minor units
    Ratio dsoDays;            // past due / S(all) x N: what it adds to DSO
};
struct LateReasons {
    std::vector<LateReasonRow> rows;     // one for each reason with an item, most money first
    std::int64_t pastDue = 0;
    std::vector<MissingRate> missing;
};
// Items past due on D by their reason; customers that metrics leave out are left out.
LateReasons lateReasons(const Book& book, Date d);

} // namespace duedesk
