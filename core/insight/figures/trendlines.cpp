#include "core/insight/figures/trendlines.h"

#include "core/insight/figures/aging.h"
#include "core/insight/figures/metricengine.h"
#include "core/insight/figures/ratesruns.h"

#include <algorithm>

namespace duedesk {
namespace {

// Month ends as levels, and for each day the first level that is not before it (the number of levels where
// none is).
class Levels {
public:
    explicit Levels(const std::vector<Date>& days)
    {
        for (const Date d : days)
            m_days.push_back(d.days());
        std::uint32_t level = 0;
        for (std::int32_t d = m_days.front(); d <= m_days.back(); ++d) {
            level += m_days[level] < d;
            m_from.push_back(level);
        }
    }
    std::uint32_t size() const { return std::uint32_t(m_days.size()); }
    std::int32_t day(std::uint32_t level) const { return m_days.data()[level]; }
    std::uint32_t from(std::int32_t day) const
    {
        if (day <= m_days.front())
            return 0;
        return day > m_days.back() ? size() : m_from.data()[day - m_days.front()];
    }

private:
    std::vector<std::int32_t> m_days;
    std::vector<std::uint32_t> m_from;
};

// Keeps the segments that show something: `shows(group)`; None keeps its one.
template <class F> std::vector<std::uint32_t> shownGroups(const SegmentMap& map, Segment by, F&& shows)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t g = 0; g < map.size(); ++g)
        if (by == Segment::None || shows(g))
            out.push_back(g);
    map.sort(out);
    return out;
}

using Ages = std::array<std::int64_t, 5>;

class AgingSums {
public:
    AgingSums(const Book& book, const SegmentMap& map, Segment by, std::size_t months)
        : m_book(book), m_map(map), m_own(by == Segment::Currency), m_ages(months * map.size())
    {
    }
    // Adds the days of one run of rates, the first of which is month `at`.
    void addRun(const std::vector<Date>& run, std::size_t at)
    {
        const Levels levels(run);
        const RatesAt rates = m_book.ratesAt(run.back());
        std::vector<std::array<int, 3>> edges;
        for (const Date d : run)
            edges.push_back(m_book.policyAt(d).bucketEdges);
        const std::size_t groups = m_map.size();
        Ages* const out = m_ages.data() + at * groups;
        std::uint32_t first = 0;
        for (const auto& chunk : m_book.ledger().debitChunks) {
            const DebitChunk& c = *chunk;
            const std::uint32_t n = c.count;
            for (std::uint32_t i = 0; i < n; ++i) {
                const std::int32_t settled = c.settledOn.data()[i];
                std::uint32_t level = levels.from(c.date.data()[i]);
                if (level >= levels.size() || settled <= levels.day(level))
                    continue;
                const std::uint32_t group = m_map.ofDebit(c, i, first + i);
                for (; level < levels.size() && levels.day(level) < settled; ++level) {
                    const std::int64_t open = openAt(c, i, levels.day(level));
                    const int bucket = bucketOf(levels.day(level) - c.due.data()[i], edges.data()[level]);
                    addChecked(out[level * groups + group].data()[bucket],
                               m_own ? open : rates.convert(open, c.currency.data()[i]));
                }
            }
            first += DebitChunk::capacity;
        }
    }
    const Ages& at(std::size_t month, std::uint32_t group) const { return m_ages[month * m_map.size() + group]; }

private:
    const Book& m_book;
    const SegmentMap& m_map;
    bool m_own;
    std::vector<Ages> m_ages;
};

AgingTrend agingTrendByStatus(const Book& book, const std::vector<Date>& days)
{
    AgingTrend out;
    out.months = days;
    std::vector<Aging> each;
    for (const Date d : days)
        each.push_back(aging(book, d, Segment::Status));
    for (const Aging& a : each)
        for (const AgingRow& r : a.rows)
            if (std::none_of(out.segments.begin(), out.segments.end(),
                             [&](const SegmentKey& k) { return k.key == r.segment.key; })
                && r.total != 0)
                out.segments.push_back(r.segment);
    std::sort(out.segments.begin(), out.segments.end(),
              [](const SegmentKey& a, const SegmentKey& b) { return a.key < b.key; });
    for (const Aging& a : each)
        for (const SegmentKey& k : out.segments) {
            out.bucket.emplace_back();
            for (const AgingRow& r : a.rows)
                if (r.segment.key == k.key)
                    out.bucket.back() = r.bucket;
        }
    out.missing = each.back().missing;
    return out;
}

class DsoSums {
public:
    DsoSums(const Book& book, const SegmentMap& map, const std::vector<Date>& run, int window)
        : m_book(book), m_map(map), m_levels(run), m_rates(book.ratesAt(run.back())), m_stride(map.size() + 1),
          m_ar((m_levels.size() + 1) * m_stride), m_sales(makeSales(run, window))
    {
        for (std::uint32_t row = 0; row < book.customers().size(); ++row)
            m_counts.push_back(rulesOf(book.customers()[row].status).inMetrics);
        addDebits();
        addCreditNotes();
        std::int64_t* const ar = m_ar.data();
        for (std::size_t k = m_stride, n = m_ar.size(); k < n; ++k) // changes to levels
            addChecked(ar[k], ar[k - m_stride]);
        m_sales.close();
    }
    std::int64_t ar(std::size_t level, std::uint32_t group) const { return m_ar.data()[level * m_stride + group]; }
    std::int64_t sales(Date from, Date to, std::uint32_t group) const
    {
        return m_sales.between(from.days(), to.days(), group);
    }

private:
    SalesTable makeSales(const std::vector<Date>& run, int window) const
    {
        std::vector<std::int32_t> starts;
        for (const Date d : run) {
            starts.push_back(d.days() + 1);
            starts.push_back(d.days() + 1 - window);
        }
        return SalesTable(run.front().days() + 1 - window, run.back().days(), std::move(starts), m_stride);
    }
    void change(std::uint32_t level, std::uint32_t group, std::int64_t amount)
    {
        addChecked(m_ar.data()[level * m_stride + group], amount);
    }
    void addDebits()
    {
        const std::uint16_t base = m_rates.base().index();
        std::uint32_t first = 0;
        for (const auto& chunk : m_book.ledger().debitChunks) {
            const DebitChunk& c = *chunk;
            const std::uint32_t n = c.count;
            const bool ends = !c.until.empty();
            for (std::uint32_t i = 0; i < n; ++i) {
                const std::uint32_t group =
                    m_counts.data()[c.customer.data()[i]] ? m_map.ofDebit(c, i, first + i) : m_stride - 1;
                const bool sale =
                    DebitKind(c.kind.data()[i]) != DebitKind::FinanceCharge && m_sales.covers(c.date.data()[i]);
                if (sale)
                    m_sales.add(c.date.data()[i], group, m_rates.convert(c.amount.data()[i], c.currency.data()[i]));
                if (c.settledOn.data()[i] <= m_levels.day(0))
                    continue;
                if (c.currency.data()[i] != base) {
                    addForeign(c, i, group);
                    continue;
                }
                change(m_levels.from(c.date.data()[i]), group, c.amount.data()[i]);
                for (std::uint32_t k = c.first.data()[i], end = c.first.data()[i + 1]; k < end; ++k) {
                    change(m_levels.from(c.from.data()[k]), group, -c.settled.data()[k]);
                    if (ends && c.until.data()[k] != farFuture)
                        change(m_levels.from(c.until.data()[k]), group, c.settled.data()[k]);
                }
            }
            first += DebitChunk::capacity;
        }
    }
    // What is open is converted as a whole on each day, so its parts cannot be summed.
    void addForeign(const DebitChunk& c, std::uint32_t i, std::uint32_t group)
    {
        std::int64_t before = 0;
        for (std::uint32_t level = m_levels.from(c.date[i]); level < m_levels.size(); ++level) {
            const std::int64_t now = m_rates.convert(openAt(c, i, m_levels.day(level)), c.currency[i]);
            change(level, group, now - before);
            before = now;
            if (m_levels.day(level) >= c.settledOn[i])
                return;
        }
    }
    void addCreditNotes()
    {
        for (const auto& chunk : m_book.ledger().creditChunks) {
            const CreditChunk& c = *chunk;
            for (std::uint32_t i = 0; i < c.count; ++i) {
                if (CreditKind(c.kind.data()[i]) != CreditKind::CreditNote || !m_sales.covers(c.date[i]))
                    continue;
                const bool counts = c.customer[i] >= m_counts.size() || m_counts[c.customer[i]];
                m_sales.add(c.date[i], counts ? m_map.ofCredit(c, i) : m_stride - 1,
                            -m_rates.convert(c.amount[i], c.currency[i]));
            }
        }
    }

    const Book& m_book;
    const SegmentMap& m_map;
    Levels m_levels;
    RatesAt m_rates;
    std::uint32_t m_stride; // groups, and one for what is out of metrics
    std::vector<std::uint8_t> m_counts;
    std::vector<std::int64_t> m_ar;
    SalesTable m_sales;
};

} // namespace

AgingTrend agingTrend(const Book& book, Date d, int months, Segment by)
{
    AgingTrend out;
    out.months = monthEnds(d, months);
    if (out.months.empty())
        return out;
    if (by == Segment::Status)
        return agingTrendByStatus(book, out.months);
    const SegmentMap map(book, by, d);
    AgingSums sums(book, map, by, out.months.size());
    std::size_t at = 0;
    for (const std::vector<Date>& run : runsOfRates(book, out.months, false)) {
        sums.addRun(run, at);
        at += run.size();
    }
    const std::vector<std::uint32_t> groups = shownGroups(map, by, [&](std::uint32_t g) {
        for (std::size_t m = 0; m < out.months.size(); ++m)
            if (sums.at(m, g) != Ages{})
                return true;
        return false;
    });
    for (const std::uint32_t g : groups)
        out.segments.push_back(map.key(g));
    out.bucket.reserve(out.months.size() * groups.size());
    for (std::size_t m = 0; m < out.months.size(); ++m)
        for (const std::uint32_t g : groups)
            out.bucket.push_back(sums.at(m, g));
    if (by != Segment::Currency)
        out.missing = aging(book, d, Segment::None).missing;
    return out;
}

DsoTrend dsoTrend(const Book& book, Date d, int months, Segment by, int days)
{
    DsoTrend out;
    out.months = monthEnds(d, months);
    if (out.months.empty() || by == Segment::Status)
        return out;
    const int window = std::max(days, 1);
    const SegmentMap map(book, by, d);
    std::vector<std::uint32_t> groups(map.size());
    for (std::uint32_t g = 0; g < map.size(); ++g)
        groups[g] = g;
    map.sort(groups);
    std::vector<std::uint8_t> shown(groups.size(), by == Segment::None);
    std::size_t at = 0;
    for (auto* column : {&out.ar, &out.sales, &out.dso})
        column->resize(out.months.size() * groups.size());
    const auto add = [&, ars = out.ar.data(), sold = out.sales.data(), dsos = out.dso.data(),
                      show = shown.data()](std::int64_t ar, std::int64_t sales, std::size_t s) {
        show[s] = std::uint8_t(show[s] | unsigned(ar != 0) | unsigned(sales != 0));
        ars[at] = ar;
        sold[at] = sales;
        dsos[at++] = sales > 0 ? Ratio::of(Int128(ar) * window, sales).e4.value_or(DsoTrend::empty) : DsoTrend::empty;
    };
    for (const std::vector<Date>& run : runsOfRates(book, out.months, false)) {
        const DsoSums sums(book, map, run, window);
        for (std::size_t m = 0; m < run.size(); ++m)
            for (std::size_t s = 0, n = groups.size(); s < n; ++s)
                add(sums.ar(m, groups[s]), sums.sales(run[m] - (window - 1), run[m], groups[s]), s);
    }
    if (std::find(shown.begin(), shown.end(), 0) != shown.end()) // segments without anything in any month leave
        for (auto* column : {&out.ar, &out.sales, &out.dso}) {
            std::size_t n = 0;
            for (std::size_t m = 0; m < out.months.size(); ++m)
                for (std::size_t s = 0; s < groups.size(); ++s)
                    if (shown[s])
                        (*column)[n++] = (*column)[m * groups.size() + s];
            column->resize(n);
        }
    for (std::size_t s = 0; s < groups.size(); ++s)
        if (shown[s])
            out.segments.push_back(map.key(groups[s]));
    return out;
}

} // namespace duedesk
