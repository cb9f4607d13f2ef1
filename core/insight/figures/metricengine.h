// The one pass behind every metric: for days that share their exchange rates it collects open money by age,
// sales by stretch of days and debits closed by payments, per group, and turns them into figures.
#pragma once
#include "core/insight/figures/metrics.h"
#include "core/insight/figures/openscan.h"
#include "core/insight/figures/segmentmap.h"

namespace duedesk {

// Sales per group in stretches of days between boundaries, as running sums: S(a..b) is one subtraction.
class SalesTable {
public:
    // first..last are the days that can be added; boundaries are the days on which asked stretches start.
    SalesTable(std::int32_t first, std::int32_t last, std::vector<std::int32_t> boundaries, std::uint32_t groups);
    // For a day that covers() and a group below the number of them: a hot loop, unchecked.
    void add(std::int32_t day, std::uint32_t group, std::int64_t amount)
    {
        addChecked(m_sums.data()[(std::size_t(m_slot.data()[day - m_first]) + 1) * m_groups + group], amount);
    }
    bool covers(std::int32_t day) const { return day >= m_first && day <= m_last; }
    void close(); // after the last add
    // Sum of the days from..to; `from` and to + 1 are boundaries, or lie outside first..last.
    std::int64_t between(std::int32_t from, std::int32_t to, std::uint32_t group) const
    {
        return before(to + 1, group) - before(from, group);
    }

private:
    std::int64_t before(std::int32_t day, std::uint32_t group) const
    {
        if (day <= m_first || m_slots == 0)
            return 0;
        const std::size_t slot = day > m_last ? m_slots : m_slot.data()[day - m_first];
        return m_sums.data()[slot * m_groups + group];
    }
    std::int32_t m_first, m_last;
    std::uint32_t m_groups;
    std::size_t m_slots = 0;
    std::vector<std::uint32_t> m_slot; // per day
    std::vector<std::int64_t> m_sums;  // (slot + 1) x group, before the slot once closed
};

class MetricEngine {
public:
    // `days` ascend; all but the last are ends of consecutive months, and the book's rates are the same on all.
    MetricEngine(const Book& book, std::vector<Date> days, Segment by, int window);

    KpiTable table(std::size_t j) const;
    std::array<std::int64_t, 5> wholeAging(std::size_t j) const; // prepaid and intercompany included

private:
    struct Closings {
        std::int64_t amount = 0;
        Int128 toPay = 0, late = 0;
        bool isZero() const { return amount == 0; }
    };
    using Ages = std::array<std::int64_t, 5>;

    SalesTable makeSales() const;
    void collectDebits();
    void collectCreditNotes();
    void level(const DebitChunk& c, std::uint32_t i, std::uint32_t group, std::uint32_t row);
    void closing(const DebitChunk& c, std::uint32_t i, std::uint32_t group);
    void addClosing(const DebitChunk& c, std::uint32_t i, std::uint32_t group, std::size_t j, std::int32_t day);
    void missing(const DebitChunk& c, std::uint32_t i);
    // The first level on or after a day that is not after the last.
    std::size_t levelFrom(std::int32_t day) const
    {
        const std::int32_t begin = m_levelDays.front();
        return day <= begin ? 0 : m_levelFrom[std::size_t(day - begin)];
    }
    bool inWindow(std::int32_t day, std::size_t j) const
    {
        return day <= m_days[j].days() && day > m_days[j].days() - m_window;
    }
    const Ages& ages(std::size_t levelIndex, std::uint32_t g) const { return m_levels[levelIndex * m_stride + g]; }
    bool isBlank(std::size_t j, std::uint32_t g) const;
    void fill(Kpi& k, std::size_t j, std::uint32_t g) const;
    void fillDso(Kpi& k, std::size_t j, std::uint32_t g, std::int64_t current) const;
    Ratio countback(std::int64_t ar, Date d, std::uint32_t g) const;

    const Book& m_book;
    const Ledger& m_ledger;
    std::vector<Date> m_days;
    Segment m_by;
    int m_window;
    RatesAt m_rates;
    SegmentMap m_map;
    bool m_withSales;              // false by status
    std::uint32_t m_hidden;        // group of what is out of metrics
    std::uint32_t m_stride;        // groups with the hidden one
    std::vector<std::uint8_t> m_counts; // per customer row: in metrics
    Date m_historyStart;           // first of the book's first month; invalid = empty book
    std::vector<std::int32_t> m_levelDays; // end of the month before the first day, then the days
    std::vector<std::array<int, 3>> m_edges;
    std::vector<std::uint16_t> m_levelFrom; // per day after the first level: first level on or after it
    std::vector<Ages> m_levels;    // level x group
    std::vector<Closings> m_closings; // day x group
    std::vector<MissingCounts> m_missing; // per day
    SalesTable m_sales;
};

// The last day of each of the last `months` months up to D, the last one being D itself.
std::vector<Date> monthEnds(Date d, int months);

} // namespace duedesk
