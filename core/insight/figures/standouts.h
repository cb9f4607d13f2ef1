// What stands out of a book on a day: the segments that are most past due, and the payers whose past-due money moved
// most. Figures only; the dashboard and the command line put them into words.
#pragma once
#include "core/insight/figures/aging.h"
#include "core/insight/figures/ratio.h"

namespace duedesk {

struct LateSegment {
    Segment by = Segment::None;
    SegmentKey segment;
    std::int64_t open = 0, pastDue = 0; // base minor units
    Ratio share;                        // past due of open, percent
};
// Of tier, region, industry, size, product and terms, each where it has two values or more: those with something past due
// and a fiftieth of the money at least (less is noise), the largest share first, then in the order named here.
std::vector<LateSegment> lateSegments(const Book& book, Date d);

struct Mover {
    std::uint32_t payer = noRow; // customer row
    std::int64_t pastDue = 0, change = 0; // base minor units at D; against D − days, each at the rates of its day
};
// Payers whose past-due money changed, the largest change first, whichever way, then by row.
std::vector<Mover> movers(const Book& book, Date d, int days = 30);

} // namespace duedesk
