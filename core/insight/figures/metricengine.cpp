#include "core/insight/figures/metricengine.h"

#include <algorithm>
#include <numeric>

namespace duedesk {
namespace {

constexpr int rollingDays = 365;
constexpr std::int32_t longHistory = 20 * 366; // days; beyond, months without a sale share a stretch

bool isSale(std::uint8_t kind) { return DebitKind(kind) != DebitKind::FinanceCharge; }

bool shows(const Ratio& r) { return r.has() && *r.e4 != 0; }

// First days of the months from..to. In a long history only of those that hold a posted line, and of the
// ones after them: one wrong date must not cost a column for each of a thousand years.
std::vector<std::int32_t> monthStarts(const Ledger& l, Date from, Date to)
{
    std::vector<bool> used;
    if (to - from > longHistory) {
        used.resize(std::size_t(to - from) + 1);
        const auto see = [&](const auto& chunks) {
            for (const auto& c : chunks)
                for (std::uint32_t i = 0; i < c->count; ++i)
                    if (c->date[i] <= to.days())
                        used[std::size_t(Date(c->date[i]).firstOfMonth() - from)] = true;
        };
        see(l.debitChunks);
        see(l.creditChunks);
    }
    std::vector<std::int32_t> out;
    bool before = true;
    for (Date m = from; m <= to; m = m.addMonths(1)) {
        const bool here = used.empty() || used[std::size_t(m - from)];
        if (here || before)
            out.push_back(m.days());
        before = here;
    }
    return out;
}

} // namespace

std::vector<Date> monthEnds(Date d, int months)
{
    std::vector<Date> out;
    for (int back = months - 1; back > 0; --back)
        out.push_back(d.firstOfMonth().addMonths(-back).endOfMonth());
    if (months > 0)
        out.push_back(d);
    return out;
}

MetricEngine::MetricEngine(const Book& book, std::vector<Date> days, Segment by, int window)
    : m_book(book), m_ledger(book.ledger()), m_days(std::move(days)), m_by(by), m_window(std::max(window, 1)),
      m_rates(book.ratesAt(m_days.back())), m_map(book, by, m_days.back()), m_withSales(by != Segment::Status),
      m_hidden(m_map.size()), m_stride(m_map.size() + 1),
      m_historyStart(m_ledger.firstDate == farFuture ? Date() : Date(m_ledger.firstDate).firstOfMonth()),
      m_missing(m_days.size()), m_sales(makeSales())
{
    invariant(m_days.size() == 1 || by != Segment::Status, "status is cut on one day at a time");
    const Rows<Customer>& customers = book.customers();
    m_counts.resize(customers.size());
    for (std::uint32_t row = 0; row < customers.size(); ++row)
        m_counts[row] = rulesOf(customers[row].status).inMetrics;
    m_levelDays.push_back((m_days.front().firstOfMonth() - 1).days());
    for (const Date d : m_days)
        m_levelDays.push_back(d.days());
    for (const std::int32_t d : m_levelDays)
        m_edges.push_back(book.policyAt(Date(d)).bucketEdges);
    std::uint16_t level = 0;
    for (std::int32_t d = m_levelDays.front(); d <= m_levelDays.back(); ++d) {
        level = std::uint16_t(level + (m_levelDays[level] < d));
        m_levelFrom.push_back(level);
    }
    m_levels.resize(m_levelDays.size() * m_stride);
    m_closings.resize(m_days.size() * m_stride);
    collectDebits();
    collectCreditNotes();
    m_sales.close();
}

SalesTable MetricEngine::makeSales() const
{
    const Date last = m_days.back();
    if (!m_withSales || !m_historyStart.isValid() || last < m_historyStart)
        return SalesTable(1, 0, {}, m_stride);
    std::vector<std::int32_t> starts = monthStarts(m_ledger, m_historyStart, last);
    for (const Date d : m_days) {
        starts.push_back(d.days() + 1);
        starts.push_back(d.days() + 1 - m_window);
        starts.push_back(d.days() + 1 - rollingDays);
    }
    return SalesTable(m_historyStart.days(), last.days(), std::move(starts), m_stride);
}

void MetricEngine::collectDebits()
{
    const std::int32_t last = m_levelDays.back();
    const std::uint16_t base = m_rates.base().index();
    std::uint32_t first = 0;
    for (const auto& chunk : m_ledger.debitChunks) {
        const DebitChunk& c = *chunk;
        for (std::uint32_t i = 0; i < c.count; ++i) {
            if (c.date[i] > last)
                continue;
            if (c.currency[i] != base && !m_rates.has(c.currency[i])) {
                missing(c, i);
                continue;
            }
            const std::uint32_t group = m_counts[c.customer[i]] ? m_map.ofDebit(c, i, first + i) : m_hidden;
            if (m_withSales && isSale(c.kind[i]))
                m_sales.add(c.date[i], group, m_rates.convert(c.amount[i], c.currency[i]));
            if (c.settledOn[i] > m_levelDays.front())
                level(c, i, group, first + i);
            if (m_withSales && (c.flags[i] & (ClosedByPayment | HasReversal)) != 0)
                closing(c, i, group);
        }
        first += DebitChunk::capacity;
    }
}

void MetricEngine::level(const DebitChunk& c, std::uint32_t i, std::uint32_t group, std::uint32_t)
{
    std::size_t j = levelFrom(c.date[i]);
    for (; j < m_levelDays.size() && m_levelDays[j] < c.settledOn[i]; ++j) {
        const std::int64_t open = openAt(c, i, m_levelDays[j]);
        if (open == 0)
            continue;
        const int bucket = bucketOf(m_levelDays[j] - c.due[i], m_edges[j]);
        addChecked(m_levels[j * m_stride + group][std::size_t(bucket)], m_rates.convert(open, c.currency[i]));
    }
}

void MetricEngine::closing(const DebitChunk& c, std::uint32_t i, std::uint32_t group)
{
    if ((c.flags[i] & HasReversal) == 0) {
        const std::int32_t day = c.settledOn[i];
        if (day > m_levelDays.back() || day <= m_days.front().days() - m_window)
            return;
        std::size_t j = day <= m_levelDays[1] ? 0 : std::size_t(levelFrom(day)) - 1;
        for (; j < m_days.size() && m_levelDays[j + 1] - m_window < day; ++j)
            addClosing(c, i, group, j, day);
        return;
    }
    // A payment bounced: what closed it, as it stood on each day, is the last settlement then in effect.
    for (std::size_t j = 0; j < m_days.size(); ++j) {
        const std::int32_t d = m_days[j].days();
        std::int64_t open = c.amount[i];
        std::int32_t closed = c.date[i];
        std::uint32_t by = noRow;
        bool writtenOff = false;
        for (std::uint32_t k = c.first[i]; k < c.first[i + 1]; ++k) {
            if (c.from[k] > d || d >= c.until[k])
                continue;
            open -= c.settled[k];
            closed = c.from[k];
            by = c.credit[k];
            writtenOff = writtenOff || by == noRow;
        }
        if (open != 0 || by == noRow || writtenOff || !inWindow(closed, j))
            continue;
        const auto [k, at] = m_ledger.credit(by);
        if (CreditKind(k->kind[at]) == CreditKind::Payment)
            addClosing(c, i, group, j, closed);
    }
}

void MetricEngine::addClosing(const DebitChunk& c, std::uint32_t i, std::uint32_t group, std::size_t j,
                              std::int32_t day)
{
    Closings& sum = m_closings[j * m_stride + group];
    const std::int64_t weight = m_rates.convert(c.amount[i], c.currency[i]);
    addChecked(sum.amount, weight);
    sum.toPay += Int128(weight) * (day - c.date[i]);
    sum.late += Int128(weight) * (day - c.due[i]);
}

void MetricEngine::missing(const DebitChunk& c, std::uint32_t i)
{
    if (!m_counts[c.customer[i]])
        return;
    for (std::size_t j = 0; j < m_days.size(); ++j)
        if (openAt(c, i, m_days[j].days()) != 0 || (isSale(c.kind[i]) && inWindow(c.date[i], j)))
            m_missing[j].count(c.currency[i]);
}

void MetricEngine::collectCreditNotes()
{
    if (!m_withSales)
        return;
    for (const auto& chunk : m_ledger.creditChunks) {
        const CreditChunk& c = *chunk;
        for (std::uint32_t i = 0; i < c.count; ++i) {
            if (CreditKind(c.kind[i]) != CreditKind::CreditNote || !m_sales.covers(c.date[i]))
                continue;
            const bool counts = c.customer[i] >= m_counts.size() || m_counts[c.customer[i]];
            if (c.currency[i] == m_rates.base().index() || m_rates.has(c.currency[i])) {
                m_sales.add(c.date[i], counts ? m_map.ofCredit(c, i) : m_hidden,
                            -m_rates.convert(c.amount[i], c.currency[i]));
                continue;
            }
            for (std::size_t j = 0; j < m_days.size(); ++j)
                if (counts && inWindow(c.date[i], j))
                    m_missing[j].count(c.currency[i]);
        }
    }
}

std::array<std::int64_t, 5> MetricEngine::wholeAging(std::size_t j) const
{
    Ages sum{};
    for (std::uint32_t g = 0; g < m_stride; ++g)
        for (std::size_t b = 0; b < sum.size(); ++b)
            addChecked(sum[b], ages(j + 1, g)[b]);
    return sum;
}

bool MetricEngine::isBlank(std::size_t j, std::uint32_t g) const
{
    if (ages(j + 1, g) != Ages{} || ages(j, g) != Ages{} || !m_closings[j * m_stride + g].isZero())
        return false;
    const std::int32_t d = m_days[j].days();
    return m_sales.between(d + 1 - m_window, d, g) == 0 && m_sales.between(m_days[j].firstOfMonth().days(), d, g) == 0;
}

Ratio MetricEngine::countback(std::int64_t ar, Date d, std::uint32_t g) const
{
    if (ar == 0 || !isFigure(ar))
        return ar == 0 ? Ratio::of(0, 1) : Ratio::none(noFigureWords);
    std::int64_t left = ar, days = 0;
    Date to = d;
    while (m_historyStart.isValid() && to >= m_historyStart) {
        const Date from = to.firstOfMonth();
        const int length = to - from + 1;
        const std::int64_t sales = m_sales.between(from.days(), to.days(), g);
        if (sales > left)
            return Ratio::of(Int128(days) * sales + Int128(left) * length, sales);
        days += length;
        left -= std::max<std::int64_t>(sales, 0);
        if (left == 0)
            return Ratio::of(days, 1);
        to = from - 1;
    }
    return Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "the sales on record do not reach back far enough"));
}

void MetricEngine::fillDso(Kpi& k, std::size_t j, std::uint32_t g, std::int64_t current) const
{
    if (!m_withSales) {
        const Ratio none = Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "sales have no status"));
        k.dso = k.dsoRolling12 = k.dsoCountback = k.bpdso = k.add = k.cei = none;
        k.daysToPay = k.daysLate = Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "settled items have no status"));
        return;
    }
    const Date d = m_days[j];
    const std::int32_t end = d.days();
    const auto perSales = [](std::int64_t money, std::int64_t sales, int days) {
        if (!isFigure(money) || !isFigure(sales))
            return Ratio::none(noFigureWords);
        return sales > 0 ? Ratio::of(Int128(money) * days, sales)
                         : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "no sales in the window"));
    };
    k.sales = m_sales.between(end + 1 - m_window, end, g);
    k.dso = perSales(k.ar, k.sales, m_window);
    k.dsoRolling12 = perSales(k.ar, m_sales.between(end + 1 - rollingDays, end, g), rollingDays);
    k.dsoCountback = countback(k.ar, d, g);
    k.bpdso = perSales(current, k.sales, m_window);
    k.add = perSales(k.ar - current, k.sales, m_window);
    const Ages& before = ages(j, g);
    const Int128 start = std::accumulate(before.begin(), before.end(), Int128(0));
    const Int128 collectable = start + m_sales.between(d.firstOfMonth().days(), end, g);
    k.cei = !isFigure(k.ar) || !isFigure(narrow(collectable)) ? Ratio::none(noFigureWords)
            : collectable - current > 0
                ? Ratio::of((collectable - k.ar) * 100, collectable - current)
                : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing was to be collected"));
    const Closings& closed = m_closings[j * m_stride + g];
    const Ratio none =
        Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing was settled by a payment in the window"));
    k.daysToPay = closed.amount > 0 ? Ratio::of(closed.toPay, closed.amount) : none;
    k.daysLate = closed.amount > 0 ? Ratio::of(closed.late, closed.amount) : none;
}

void MetricEngine::fill(Kpi& k, std::size_t j, std::uint32_t g) const
{
    const Ages& age = ages(j + 1, g);
    for (const std::int64_t v : age)
        addChecked(k.ar, v);
    std::for_each(age.begin() + 1, age.end(), [&](std::int64_t v) { addChecked(k.pastDue, v); });
    fillDso(k, j, g, age[0]);
    const auto share = [&](std::int64_t part) {
        return !isFigure(k.ar) ? Ratio::none(noFigureWords)
               : k.ar > 0      ? Ratio::of(Int128(part) * 100, k.ar)
                               : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing is open"));
    };
    k.pctCurrent = share(age[0]);
    k.pctPastDue = share(k.pastDue);
    k.pct90 = share(age[4]);
}

KpiTable MetricEngine::table(std::size_t j) const
{
    KpiTable out;
    out.asOf = m_days[j];
    out.days = m_window;
    out.by = m_by;
    out.missing = m_missing[j].list();
    std::vector<std::uint32_t> groups;
    std::vector<Kpi> rows(m_map.size());
    for (std::uint32_t g = 0; g < m_map.size(); ++g) {
        const bool whole = m_by == Segment::None;
        if (!whole && isBlank(j, g))
            continue;
        Kpi& k = rows[g];
        fill(k, j, g);
        const bool any = k.ar != 0 || k.sales != 0 || shows(k.cei) || shows(k.daysToPay) || shows(k.daysLate);
        if (whole || any)
            groups.push_back(g);
    }
    m_map.sort(groups);
    out.rows.reserve(groups.size());
    for (const std::uint32_t g : groups) {
        rows[g].segment = m_map.key(g);
        out.rows.push_back(std::move(rows[g]));
    }
    return out;
}

} // namespace duedesk
