// The metrics of receivables: DSO in its methods, delinquency, effectiveness, shares, days to pay.
// Formulas and worked figures: the metrics table of the domain terms. Money is base minor units.
#pragma once
#include "core/insight/figures/ratio.h"
#include "core/insight/figures/segment.h"

namespace duedesk {

struct Kpi {
    SegmentKey segment;
    std::int64_t ar = 0;       // gross, prepaid and intercompany customers out
    std::int64_t pastDue = 0;
    std::int64_t sales = 0;    // S over the window
    Ratio dso, dsoRolling12, dsoCountback, bpdso, add;
    Ratio cei, pctCurrent, pctPastDue, pct90; // percent
    Ratio daysToPay, daysLate;
};

struct KpiTable {
    Date asOf;
    int days = 90;
    Segment by = Segment::None;
    std::vector<Kpi> rows;     // as Aging::rows
    std::vector<MissingRate> missing;
};
KpiTable kpi(const Book& book, Date d, Segment by = Segment::None, int days = 90);

struct TrendMonth {
    Date month;                // its last day, or D in D's month
    KpiTable kpi;
    std::array<std::int64_t, 5> bucket{}; // aging of the whole, base
};
// The last `months` month ends up to D, oldest first (D's own month ends at D). One pass over the events.
std::vector<TrendMonth> trend(const Book& book, Date d, int months = 24, Segment by = Segment::None, int days = 90);

// One customer's past-due AR / S(all) x N, in days. Per customer row.
std::vector<Ratio> dsoImpact(const Book& book, Date d, int days = 90);

// S(D−N+1..D) of the whole book, base minor units.
std::int64_t salesOf(const Book& book, Date d, int days);
// dsoImpact() of the customers of one payer, summed, with S in hand; none counted, or no sales: 0. Ten-thousandths of a day.
std::int64_t dsoImpactOf(const Book& book, std::uint32_t payer, Date d, int days, std::int64_t sales);

// Share of the money in bucket b at D-30 that stands in b+1 at D, for b = current..61-90; percent.
std::array<Ratio, 4> rollRates(const Book& book, Date d);

} // namespace duedesk
