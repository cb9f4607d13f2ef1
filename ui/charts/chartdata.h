// What charts show, as plain values filled by pages: rows of aging, lines of months, one KPI, and the words
// behind a figure. Money is int64 minor units; doubles are for drawing ratios only.
#pragma once
#include "core/base/date.h"
#include "core/base/money.h"

#include <QString>
#include <QStringList>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace duedesk {

// The same data as text: the "show as table" twin of a chart, and what Ctrl+C copies.
struct ChartTable {
    QString caption;                 // what, unit, as of
    QStringList headings;
    std::vector<QStringList> rows;   // as many cells as headings
    bool firstColumnIsText = true;   // all others are figures, right-aligned
    QString toTsv() const;
    QString toHtml() const;          // escaped
};

// Where a figure comes from: formula, inputs, and the filter that lists its items.
struct Derivation {
    QString title;                   // "DSO, simple"
    QString meaning;                 // "One day is 12,300 USD of cash."
    QString formula;
    std::vector<std::pair<QString, QString>> inputs; // label, figure with unit
    QString itemsFilter;             // the list behind it; null = there is none
};

struct AgingBarRow {
    QString label;
    std::array<std::int64_t, 5> bucket{};
    QString filter;                  // selects the row's items: "tier:key"
};
struct AgingBarsData {
    QString segment;                 // "tier"
    Currency currency;
    QString asOf;                    // "14 Nov 2025"
    std::array<QString, 5> bucketNames;
    std::array<QString, 5> bucketFilters;
    std::vector<AgingBarRow> rows;   // any order; the chart shows the largest first
};

struct TrendLine {
    enum class Dash : std::uint8_t { Solid, Dashed, Dotted } dash = Dash::Solid;
    QString name;
    std::vector<std::optional<double>> values; // one a month; empty = not defined, with the reason in the table
    int colour = 0;                  // 0 accent, 1 warm, 2 cold
};
struct TrendLinesData {
    QString unit;                    // "days"
    std::vector<Date> months;        // last day of each
    std::vector<TrendLine> lines;
    std::optional<double> target;
    bool fromZero = false;           // amounts start at nothing, ratios where they begin
};

struct KpiData {
    QString name;                    // "DSO"
    QString caption;                 // "target 42 · best possible 31.8"
    QString valueText;               // "47.2 days", "n/a"
    QString meaning;                 // "one day = 12,300 USD · 90 days to 14 Nov 2025"
    std::optional<double> value, target, reference; // reference: best possible
    double scaleMax = 100;
    bool lowerIsBetter = false;
    std::optional<double> delta;     // since last month's end
    QString deltaText;               // "−1.4 since 31 Oct"
    QString why;                     // reason of an empty value
    Derivation how;
};

struct HeatMapData {
    Currency currency;
    std::vector<Date> months;
    std::array<QString, 5> bucketNames;
    std::vector<std::array<std::int64_t, 5>> cells; // per month
};

} // namespace duedesk
