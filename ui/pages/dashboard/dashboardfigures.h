// What the dashboard shows of a (book, day), worked out off the GUI thread as plain chart values. Every figure
// carries its formula, its inputs and the filter of its items; money is base minor units.
#pragma once
#include "core/insight/figures/aging.h"
#include "core/insight/figures/metrics.h"
#include "core/workbench/workbench.h"
#include "ui/charts/chartdata.h"
#include "ui/charts/rowstile.h"

namespace duedesk {

struct DashboardFigures {
    BookPtr book;
    Date day;
    std::array<KpiData, 4> kpis;      // DSO, CEI, % current, promises kept
    TrendLinesData dso;               // simple, countback, best possible; 24 month ends
    HeatMapData heat;                 // the last 12 of them
    std::vector<TileRow> late;        // segments by the share of their open money that is past due
    std::vector<TileRow> movers;      // payers by the change of their past-due money in 30 days
    QString missing;                  // "3 items in SEK have no rate and are left out"; "" when none
    Derivation dsoHow;
    bool empty = false;               // no line in the book
};
DashboardFigures dashboardFigures(const BookPtr& book, Date day);

// Aging by a segment as bars; rows in another currency than base are converted for drawing.
AgingBarsData agingBars(const Book& book, Date day, Segment by);

// What somebody has to decide: broken promises, avoided accounts, missing people, limits, incomplete customers.
std::vector<TileRow> decisionRows(const Insights& insights);

} // namespace duedesk
