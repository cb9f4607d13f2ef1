// The lists of figures: aging, items, accounts, kpi, late-segments, movers, trend.
#include "app/ctl/groups.h"
#include "app/ctl/listtable.h"

#include "core/insight/figures/aging.h"
#include "core/insight/figures/metrics.h"
#include "core/insight/figures/openscan.h"
#include "core/insight/figures/standouts.h"
#include "core/insight/find/filter.h"
#include "core/lists/accountlist.h"
#include "core/lists/itemlist.h"

namespace duedesk::ctl {
namespace {

QString plain(std::int64_t minor, Currency c) { return Money{minor, c}.toPlain(); }

Result<Segment> segmentOption(const QCommandLineParser& p)
{
    const QString name = p.isSet(QStringLiteral("by")) ? p.value(QStringLiteral("by")) : QStringLiteral("none");
    if (const auto s = parseSegment(name))
        return *s;
    QStringList names;
    for (int i = 0; i < segmentCount; ++i)
        names += segmentName(Segment(i));
    return fail(usageError("--by", name, QStringLiteral("is not a segment"),
                           u"use one of " + names.join(QStringLiteral(", "))));
}

void warnMissing(Table& t, const std::vector<MissingRate>& missing)
{
    if (const QString text = say(missingRateText(missing)); !text.isEmpty())
        t.warnings += text;
}

// The debit rows of D that a filter lets through.
Result<std::vector<std::uint32_t>> filtered(Session& s, const QString& text)
{
    const auto filter = parseFilter(text, itemFilterFields(), s.book->info().base, s.user);
    if (!filter) {
        Error e = filter.error();
        e.field = QStringLiteral("--filter");
        return fail(std::move(e));
    }
    FilterText lane; // the call list is made only where the filter asks for it
    for (const FilterTerm& t : filter->terms)
        if (!lane && t.kind == FilterTerm::Kind::Field && t.field == u"lane")
            lane = laneOfItems(*s.book, s.calls());
    return filterItems(*s.book, s.day(), openItems(*s.book, s.day()).rows, *filter, lane);
}

Result<Table> agingList(Session& s, const QCommandLineParser& p)
{
    const auto by = segmentOption(p);
    if (!by)
        return std::unexpected<Error>(by.error());
    const QString basis = p.value(QStringLiteral("basis"));
    if (!basis.isEmpty() && basis != u"due" && basis != u"invoice")
        return fail(
            usageError("--basis", basis, QStringLiteral("is not a basis"), QStringLiteral("use due or invoice")));
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    std::vector<std::uint32_t> rows;
    const bool some = p.isSet(QStringLiteral("filter"));
    if (some) {
        auto r = filtered(s, p.value(QStringLiteral("filter")));
        if (!r)
            return std::unexpected<Error>(r.error());
        rows = std::move(*r);
    }
    const Aging a =
        aging(*s.book, s.day(), *by, basis == u"invoice" ? AgeBasis::Invoice : AgeBasis::Due, some ? &rows : nullptr);
    Table t = Table::with("key,name,$current,$d1_30,$d31_60,$d61_90,$d90_plus,$total,$unapplied");
    for (const AgingRow& r : a.rows) {
        QStringList cells{r.segment.key, r.segment.name};
        for (const std::int64_t v : r.bucket)
            cells += plain(v, r.currency);
        cells << plain(r.total, r.currency) << plain(r.unapplied, r.currency);
        t.rows.push_back(cells);
    }
    warnMissing(t, a.missing);
    return t;
}

void agingOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("by"), QStringLiteral("Segment."), QStringLiteral("SEGMENT")},
                  {QStringLiteral("basis"), QStringLiteral("due or invoice."), QStringLiteral("BASIS")},
                  {QStringLiteral("filter"), QStringLiteral("Only items that match."), QStringLiteral("EXPR")}});
}

Result<Table> itemsList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const Book& book = *s.book;
    const Date d = s.day();
    auto rows = filtered(s, p.value(QStringLiteral("filter")));
    if (!rows)
        return std::unexpected<Error>(rows.error());
    const auto only = onlyPayer(s, p);
    if (!only)
        return fail(only.error());
    const ItemFigures figures(s.book, d, nullptr);
    Table t = tableOf(itemList());
    MissingCounts missing;
    for (const std::uint32_t item : figures.itemsOf(*rows)) {
        const ItemAt at = itemAt(figures, item);
        if (!only->takes(book, at.customer()))
            continue;
        if (!figures.hasRate(item))
            missing.count(at.c.currency[at.i]);
        addRow(t, itemList(), book, at);
    }
    warnMissing(t, missing.list());
    return t;
}

void itemsOptions(QCommandLineParser& p)
{
    customerOption(p);
    p.addOptions({{QStringLiteral("filter"), QStringLiteral("Only items that match."), QStringLiteral("EXPR")}});
}

Result<Table> accountsList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.openForReading(); !o)
        return fail(o.error());
    const AccountFigures figures(s.book, s.day(), s.calls());
    Table t = tableOf(accountList());
    for (const std::uint32_t row : figures.payers())
        addRow(t, accountList(), *s.book, AccountAt{figures, row});
    if (!s.calls().missingRates.isEmpty())
        t.warnings += say(s.calls().missingRates);
    return t;
}

QStringList kpiCells(const Kpi& k, Currency base)
{
    return {plain(k.ar, base),        plain(k.pastDue, base),   plain(k.sales, base), k.dso.toPlain(),
            k.dsoRolling12.toPlain(), k.dsoCountback.toPlain(), k.bpdso.toPlain(),    k.add.toPlain(),
            k.cei.toPlain(),          k.pctCurrent.toPlain(),   k.pct90.toPlain(),    k.daysToPay.toPlain(),
            k.daysLate.toPlain()};
}

constexpr const char* kpiColumns =
    "key,$ar,$past_due,$sales,#dso,#dso_rolling12,#dso_countback,#bpdso,#add,#cei,#pct_current,"
    "#pct_90_plus,#days_to_pay,#days_late";

Result<Table> kpiList(Session& s, const QCommandLineParser& p)
{
    const auto by = segmentOption(p);
    if (!by)
        return std::unexpected<Error>(by.error());
    const auto days = intOption(p, QStringLiteral("days"), 90, 1, 3660);
    if (!days)
        return std::unexpected<Error>(days.error());
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const KpiTable k = kpi(*s.book, s.day(), *by, *days);
    Table t = Table::with(kpiColumns);
    for (const Kpi& row : k.rows)
        t.rows.push_back(QStringList{row.segment.key} + kpiCells(row, s.book->info().base));
    warnMissing(t, k.missing);
    return t;
}

void kpiOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("by"), QStringLiteral("Segment."), QStringLiteral("SEGMENT")},
                  {QStringLiteral("days"), QStringLiteral("Window N, 90 unless said."), QStringLiteral("N")}});
}

Result<Table> trendList(Session& s, const QCommandLineParser& p)
{
    const auto by = segmentOption(p);
    if (!by)
        return std::unexpected<Error>(by.error());
    const auto months = intOption(p, QStringLiteral("months"), 24, 1, 600);
    const auto days = intOption(p, QStringLiteral("days"), 90, 1, 3660);
    if (!months || !days)
        return std::unexpected<Error>(months ? days.error() : months.error());
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    Table t = Table::with(QByteArray("@month,").append(kpiColumns).constData());
    for (const TrendMonth& m : trend(*s.book, s.day(), *months, *by, *days)) {
        for (const Kpi& row : m.kpi.rows)
            t.rows.push_back(QStringList{m.month.toIso(), row.segment.key} + kpiCells(row, s.book->info().base));
        if (t.warnings.isEmpty())
            warnMissing(t, m.kpi.missing);
    }
    return t;
}

void trendOptions(QCommandLineParser& p)
{
    kpiOptions(p);
    p.addOption(
        {QStringLiteral("months"), QStringLiteral("How many month ends, 24 unless said."), QStringLiteral("M")});
}

Result<Table> lateSegmentsList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.openForReading(); !o)
        return fail(o.error());
    const Currency base = s.book->info().base;
    Table t = Table::with("by,key,name,$open,$past_due,#past_due_pct");
    for (const LateSegment& x : lateSegments(*s.book, s.day()))
        t.rows.push_back({segmentName(x.by), x.segment.key, x.segment.name, plain(x.open, base), plain(x.pastDue, base),
                          x.share.toPlain()});
    return t;
}

Result<Table> moversList(Session& s, const QCommandLineParser& p)
{
    const auto days = intOption(p, QStringLiteral("days"), 30, 1, 3660);
    if (!days)
        return fail(days.error());
    if (const Outcome o = s.openForReading(); !o)
        return fail(o.error());
    const Currency base = s.book->info().base;
    Table t = Table::with("customer,name,$past_due,$change");
    for (const Mover& m : movers(*s.book, s.day(), *days)) {
        const Customer& c = s.book->customers()[m.payer];
        t.rows.push_back({c.externalId, c.name, plain(m.pastDue, base), plain(m.change, base)});
    }
    return t;
}

void moversOptions(QCommandLineParser& p)
{
    p.addOption(
        {QStringLiteral("days"), QStringLiteral("Against so many days ago, 30 unless said."), QStringLiteral("N")});
}

} // namespace

std::vector<Command> reportCommands()
{
    return {
        {"aging", "[--by SEGMENT] [--basis due|invoice] [--filter EXPR]", "Open money by age.", agingOptions, agingList,
         nullptr},
        {"items", "[--customer ID] [--filter EXPR]", "Debits that are open.", itemsOptions, itemsList, nullptr},
        {"accounts", "", "Who pays us, with what is open and what is late.", nullptr, accountsList, nullptr},
        {"kpi", "[--by SEGMENT] [--days 90]", "DSO, effectiveness and the other metrics.", kpiOptions, kpiList,
         nullptr},
        {"late-segments", "", "The segments that are most past due.", nullptr, lateSegmentsList, nullptr},
        {"movers", "[--days 30]", "Payers whose past-due money changed most.", moversOptions, moversList, nullptr},
        {"trend", "[--months 24] [--by SEGMENT]", "The metrics at each month end.", trendOptions, trendList, nullptr},
    };
}

} // namespace duedesk::ctl
