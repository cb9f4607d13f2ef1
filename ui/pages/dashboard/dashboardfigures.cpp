#include "ui/pages/dashboard/dashboardfigures.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/promises.h"
#include "core/insight/calls/decisions.h"
#include "core/insight/figures/standouts.h"
#include "core/insight/figures/targets.h"
#include "ui/models/format.h"
#include "ui/pages/listfilter.h"

#include <algorithm>
#include <cmath>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int trendMonths = 24;
constexpr std::size_t tileRows = 12;

std::optional<double> drawn(const Ratio& r) { return r.has() ? std::optional(r.value()) : std::nullopt; }

QString figure(double v) { return displayLocale().toString(v, 'f', 1); }

QString signedFigure(double v) { return v < 0 ? QString(u'\u2212' + figure(-v)) : QString(u'+' + figure(v)); }

std::optional<double> drawnTarget(const Book& book, const QString& metric, Date day)
{
    const Target* t = targetOf(book, metric, day);
    return t ? std::optional(double(t->value) / 10000.0) : std::nullopt;
}

const Kpi& whole(const KpiTable& t)
{
    static const Kpi none;
    return t.rows.empty() ? none : t.rows.front();
}

// What every KPI shares: target in the caption, value in words, change since the end of last month.
struct Shared {
    const Book& book;
    Date day, before; // before: last month's end
    Currency base() const { return book.info().base; }
    QString money(std::int64_t v) const { return amountWithUnit(v, base()); }
};

void fill(KpiData& k, const Shared& s, const QString& metric, const Ratio& now, const Ratio& then, const QString& unit)
{
    k.value = drawn(now);
    k.target = drawnTarget(s.book, metric, s.day);
    k.valueText = k.value ? Lang::tr("%1 %2").arg(figure(*k.value), unit) : Lang::tr("n/a");
    k.why = k.value ? QString() : Lang::tr("No figure: %1").arg(Lang::tr(now.reason));
    k.caption = k.target ? Lang::tr("target %1").arg(figure(*k.target)) : Lang::tr("no target set");
    if (now.has() && then.has()) {
        k.delta = now.value() - then.value();
        k.deltaText = Lang::tr("%1 since %2").arg(signedFigure(*k.delta), dayText(s.before));
    }
}

KpiData dsoKpi(const Shared& s, const KpiTable& table, const Kpi& then)
{
    const Kpi& now = whole(table);
    KpiData k;
    k.name = Lang::tr("DSO");
    k.lowerIsBetter = true;
    fill(k, s, u"dso"_s, now.dso, then.dso, Lang::tr("days"));
    k.reference = drawn(now.bpdso);
    if (k.reference)
        k.caption = Lang::tr("%1 · best possible %2").arg(k.caption, figure(*k.reference));
    k.scaleMax = std::ceil(std::max({k.value.value_or(0), k.target.value_or(0), 30.0}) * 1.3 / 10) * 10;
    const std::int64_t oneDay = table.days > 0 ? now.sales / table.days : 0;
    k.meaning = Lang::tr("one day = %1 of cash · %2 days to %3")
                    .arg(s.money(oneDay), QString::number(table.days), dateText(s.day));
    k.how.title = Lang::tr("DSO, simple, as of %1").arg(dateText(s.day));
    k.how.meaning = Lang::tr("How many days of sales stand unpaid. One day is %1 of cash (sales ÷ %2).")
                        .arg(s.money(oneDay), QString::number(table.days));
    k.how.formula = Lang::tr("gross open ÷ sales of the last %1 days × %1").arg(table.days);
    k.how.inputs = {
        {Lang::tr("Gross open (without prepaid and intercompany)"), s.money(now.ar)},
        {Lang::tr("Sales, %1 to %2").arg(dayText(s.day - (table.days - 1)), dateText(s.day)), s.money(now.sales)},
        {Lang::tr("Best possible: current ÷ sales × days"), now.bpdso.toText(1)},
        {Lang::tr("Average days delinquent: DSO − best possible"), now.add.toText(1)},
        {Lang::tr("Countback, by calendar month"), now.dsoCountback.toText(1)},
        {Lang::tr("Rolling 12 months"), now.dsoRolling12.toText(1)}};
    k.how.itemsFilter = u""_s;
    return k;
}

KpiData ceiKpi(const Shared& s, const KpiTable& table, const KpiTable& month, const Kpi& then)
{
    const Kpi& now = whole(table);
    KpiData k;
    k.name = Lang::tr("Effectiveness (CEI)");
    fill(k, s, u"cei"_s, now.cei, then.cei, u"%"_s);
    k.meaning = Lang::tr("of what could be collected in %1").arg(displayLocale().standaloneMonthName(s.day.month()));
    k.how.title = Lang::tr("Collection effectiveness, %1 to %2").arg(dayText(s.day.firstOfMonth()), dateText(s.day));
    k.how.meaning = Lang::tr("Of the money that could be collected this month, the share that was.");
    k.how.formula = Lang::tr("(open at start + sales − open at end) ÷ (open at start + sales − current at end) × 100");
    k.how.inputs = {{Lang::tr("Open at start, %1").arg(dateText(s.before)), s.money(then.ar)},
                    {Lang::tr("Sales this month"), s.money(whole(month).sales)},
                    {Lang::tr("Open at end"), s.money(now.ar)},
                    {Lang::tr("Of it current"), s.money(now.ar - now.pastDue)}};
    k.how.itemsFilter = u""_s;
    return k;
}

KpiData currentKpi(const Shared& s, const KpiTable& table, const Kpi& then)
{
    const Kpi& now = whole(table);
    KpiData k;
    k.name = Lang::tr("Current");
    fill(k, s, u"pct_current"_s, now.pctCurrent, then.pctCurrent, u"%"_s);
    k.meaning = Lang::tr("%1 past due of %2 open").arg(amountText(now.pastDue, s.base()), s.money(now.ar));
    k.how.title = Lang::tr("Share of open money that is not yet due, as of %1").arg(dateText(s.day));
    k.how.meaning = Lang::tr("On the due date itself an item is still current.");
    k.how.formula = Lang::tr("current ÷ gross open × 100");
    k.how.inputs = {{Lang::tr("Gross open"), s.money(now.ar)},
                    {Lang::tr("Current"), s.money(now.ar - now.pastDue)},
                    {Lang::tr("Past due"), s.money(now.pastDue)},
                    {Lang::tr("More than 90 days"), Lang::tr("%1 %").arg(now.pct90.toText(1))}};
    k.how.itemsFilter = u"bucket:current"_s;
    return k;
}

KpiData promisesKpi(const Shared& s)
{
    const PromiseRecord now = promiseRecord(s.book, s.day - 89, s.day, s.day);
    const PromiseRecord then = promiseRecord(s.book, s.before - 89, s.before, s.before);
    KpiData k;
    k.name = Lang::tr("Promises kept");
    fill(k, s, u"promises_kept"_s, now.keptByMoney(), then.keptByMoney(), Lang::tr("% by money"));
    const int judged = now.kept + now.partly + now.broken;
    k.meaning = Lang::tr("%1 of %2 judged in 90 days to %3")
                    .arg(QString::number(now.kept), QString::number(judged), dateText(s.day));
    k.how.title = Lang::tr("Promises kept, %1 to %2").arg(dayText(s.day - 89), dateText(s.day));
    k.how.meaning =
        Lang::tr("A promise is judged once its deadline, the promised day and 3 business days, has passed and "
                 "cash is known through it.");
    k.how.formula = Lang::tr("money of promises kept ÷ money of promises judged × 100");
    k.how.inputs = {{Lang::tr("Kept"), QString::number(now.kept)},
                    {Lang::tr("Partly kept"), QString::number(now.partly)},
                    {Lang::tr("Broken"), QString::number(now.broken)},
                    {Lang::tr("Money kept"), s.money(now.keptBase)},
                    {Lang::tr("Money judged"), s.money(now.judgedBase)},
                    {Lang::tr("By count"), Lang::tr("%1 %").arg(now.keptByCount().toText(1))}};
    return k;
}

void fillTrend(DashboardFigures& f, const std::vector<TrendMonth>& months)
{
    f.dso.unit = Lang::tr("days");
    f.dso.target = drawnTarget(*f.book, u"dso"_s, f.day);
    TrendLine simple, countback, best;
    simple.name = Lang::tr("simple");
    countback.name = Lang::tr("countback");
    countback.dash = TrendLine::Dash::Dashed;
    countback.colour = 1;
    best.name = Lang::tr("best possible");
    best.dash = TrendLine::Dash::Dotted;
    best.colour = 2;
    for (const TrendMonth& m : months) {
        const Kpi& k = whole(m.kpi);
        f.dso.months.push_back(m.month);
        simple.values.push_back(drawn(k.dso));
        countback.values.push_back(drawn(k.dsoCountback));
        best.values.push_back(drawn(k.bpdso));
    }
    f.dso.lines = {simple, countback, best};
    const auto edges = f.book->policyAt(f.day).bucketEdges;
    f.heat.currency = f.book->info().base;
    for (int b = 0; b < bucketCount; ++b)
        f.heat.bucketNames[std::size_t(b)] = bucketTitle(b, edges);
    for (std::size_t m = months.size() > 12 ? months.size() - 12 : 0; m < months.size(); ++m) {
        f.heat.months.push_back(months[m].month);
        f.heat.cells.push_back(months[m].bucket);
    }
}

std::vector<TileRow> lateRows(const Book& book, Date day)
{
    std::vector<TileRow> rows;
    for (const LateSegment& late : lateSegments(book, day)) {
        if (rows.size() == tileRows)
            break;
        TileRow row;
        row.name = late.by == Segment::Terms && late.segment.key != u"(none)"
                       ? Lang::tr("%1 days").arg(late.segment.name)
                       : late.segment.name;
        row.note = say(wordsOf(late.by));
        row.bar = late.share.value() / 100;
        row.figures = {Lang::tr("%1 %").arg(displayLocale().toString(late.share.value(), 'f', 0)),
                       shortText(late.pastDue, book.info().base)};
        row.page = u"items"_s;
        row.filter = filterTerm(filterFieldOf(late.by), late.segment.key) + u" -bucket:current"_s;
        rows.push_back(row);
    }
    return rows;
}

std::vector<TileRow> moverRows(const Book& book, Date day)
{
    std::vector<TileRow> rows;
    const Currency base = book.info().base;
    for (const Mover& m : movers(book, day)) {
        if (rows.size() == tileRows)
            break;
        const Customer& c = book.customers()[m.payer];
        TileRow row;
        row.name = c.name;
        row.figures = {shortText(m.pastDue, base),
                       m.change > 0 ? QString(u'+' + shortText(m.change, base)) : shortText(m.change, base)};
        row.tone = m.change > 0 ? 3 : 1;
        row.page = u"accounts"_s;
        row.filter = filterTerm(u"customer"_s, c.externalId);
        rows.push_back(row);
    }
    return rows;
}

QString decisionText(const Decision& d)
{
    switch (d.kind) {
    case DecisionKind::PromiseBroken: return Lang::plural("%1 promises broken", "1 promise broken", d.accounts);
    case DecisionKind::Escalated: return Lang::plural("%1 accounts escalated", "1 account escalated", d.accounts);
    case DecisionKind::WeOweThem: return Lang::plural("%1 wait for us", "1 waits for us", d.accounts);
    case DecisionKind::Avoided: return Lang::plural("%1 avoided", "1 avoided", d.accounts);
    case DecisionKind::OverLimit: return Lang::plural("%1 over their limit", "1 over its limit", d.accounts);
    case DecisionKind::NoContact: return Lang::plural("%1 without a contact", "1 without a contact", d.accounts);
    case DecisionKind::Incomplete: break;
    }
    return Lang::plural("%1 incomplete customers", "1 incomplete customer", d.accounts);
}

} // namespace

DashboardFigures dashboardFigures(const BookPtr& book, Date day)
{
    DashboardFigures f;
    f.book = book;
    f.day = day;
    f.empty = book->ledger().debitCount == 0;
    if (f.empty)
        return f;
    const int days = book->policyAt(day).dsoDays;
    const KpiTable now = kpi(*book, day, Segment::None, days);
    const KpiTable month = kpi(*book, day, Segment::None, day.day()); // sales of the month to the day
    const std::vector<TrendMonth> months = trend(*book, day, trendMonths, Segment::None, days);
    const Date before = day.firstOfMonth() - 1;
    const Kpi then = months.size() >= 2 ? whole(months[months.size() - 2].kpi) : Kpi{};
    const Shared s{*book, day, before};
    f.kpis = {dsoKpi(s, now, then), ceiKpi(s, now, month, then), currentKpi(s, now, then), promisesKpi(s)};
    f.missing = say(missingRateText(now.missing));
    fillTrend(f, months);
    f.dsoHow = f.kpis[0].how;
    f.late = lateRows(*book, day);
    f.movers = moverRows(*book, day);
    return f;
}

AgingBarsData agingBars(const Book& book, Date day, Segment by)
{
    const Aging a = aging(book, day, by);
    AgingBarsData d;
    d.segment = say(wordsOf(by));
    d.currency = book.info().base;
    d.asOf = dateText(day);
    const auto edges = book.policyAt(day).bucketEdges;
    for (int b = 0; b < bucketCount; ++b) {
        d.bucketNames[std::size_t(b)] = bucketTitle(b, edges);
        d.bucketFilters[std::size_t(b)] = bucketFilter(b, edges);
    }
    const RatesAt rates = book.ratesAt(day);
    for (const AgingRow& r : a.rows) {
        if (r.total == 0)
            continue; // unapplied money only: nothing to draw
        AgingBarRow row;
        row.label = by == Segment::Terms && r.segment.key != u"(none)" ? Lang::tr("%1 days").arg(r.segment.name)
                                                                       : r.segment.name;
        row.bucket = r.bucket;
        if (r.currency != d.currency && r.currency.isValid())
            for (std::int64_t& v : row.bucket)
                v = rates.convert(v, r.currency.index());
        if (by != Segment::None)
            row.filter = filterTerm(filterFieldOf(by), r.segment.key);
        d.rows.push_back(row);
    }
    return d;
}

std::vector<TileRow> decisionRows(const Insights& insights)
{
    const Currency base = insights.book->info().base;
    std::vector<TileRow> rows;
    for (const Decision& d : decisions(AccountFigures(insights.book, insights.day, insights.calls))) {
        const QString money = Lang::tr("%1 %2").arg(shortText(d.money, base), base.toString());
        TileRow row;
        row.name = decisionText(d);
        row.note = d.kind == DecisionKind::WeOweThem                   ? Lang::tr("%1 behind").arg(money)
                   : decisionMoney(d.kind) == DecisionMoney::ToCollect ? Lang::tr("%1 to collect").arg(money)
                   : decisionMoney(d.kind) == DecisionMoney::PastDue   ? Lang::tr("%1 past due").arg(money)
                                                                       : Lang::tr("%1 open").arg(money);
        row.tone = d.kind == DecisionKind::PromiseBroken ? 3 : d.kind <= DecisionKind::Avoided ? 2 : 0;
        row.page = u"accounts"_s;
        row.filter = decisionFilter(d.kind);
        rows.push_back(row);
    }
    if (!insights.calls.missingRates.isEmpty()) {
        TileRow row;
        row.name = Lang::tr("Rates missing");
        row.note = say(insights.calls.missingRates);
        row.tone = 2;
        rows.push_back(row);
    }
    return rows;
}

} // namespace duedesk
