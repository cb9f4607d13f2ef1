#include "core/insight/figures/metricengine.h"
#include "core/insight/figures/ratesruns.h"

namespace duedesk {

std::vector<TrendMonth> trend(const Book& book, Date d, int months, Segment by, int days)
{
    std::vector<TrendMonth> out;
    for (const std::vector<Date>& run : runsOfRates(book, monthEnds(d, months), by == Segment::Status)) {
        const MetricEngine engine(book, run, by, days);
        for (std::size_t j = 0; j < run.size(); ++j)
            out.push_back({run[j], engine.table(j), engine.wholeAging(j)});
    }
    return out;
}

} // namespace duedesk
