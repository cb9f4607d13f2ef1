// Trends that a chart draws, as bare columns: aging and DSO by month end for the book or for each of many
// segments. Narrower and faster than trend(), with the same figures.
#pragma once
#include "core/insight/figures/metrics.h"

#include <limits>

namespace duedesk {

// The values of month m and segment s stand at [m x segments.size() + s]. Segments in the order of aging rows,
// those that are zero in every month left out (None: always one). Month ends as in trend().
struct AgingTrend {
    std::vector<Date> months;
    std::vector<SegmentKey> segments;
    std::vector<std::array<std::int64_t, 5>> bucket; // base; own currency for Segment::Currency
    std::vector<MissingRate> missing;                // of the last day
};
AgingTrend agingTrend(const Book& book, Date d, int months = 24, Segment by = Segment::None);

struct DsoTrend {
    static constexpr std::int64_t empty = std::numeric_limits<std::int64_t>::min();
    std::vector<Date> months;
    std::vector<SegmentKey> segments;      // none by status: sales have no status
    std::vector<std::int64_t> ar, sales;   // base, prepaid and intercompany out
    std::vector<std::int64_t> dso;         // DSO simple in ten-thousandths of a day; `empty` without sales
};
DsoTrend dsoTrend(const Book& book, Date d, int months = 24, Segment by = Segment::None, int days = 90);

} // namespace duedesk
