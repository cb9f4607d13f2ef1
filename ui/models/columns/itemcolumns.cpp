#include "ui/models/columns/itemcolumns.h"

#include "core/insight/agreements/invoicemarks.h"
#include "ui/models/format.h"
#include "ui/models/listcolumns.h"

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

using Line = ItemAt;

QString dueTip(const Book&, const Line& at)
{
    switch (DueSource(at.c.dueSource[at.i])) {
    case DueSource::Given: return {};
    case DueSource::RowTerms: return Lang::tr("No due date given: worked out from the item's terms");
    case DueSource::CustomerTerms: return Lang::tr("No due date given: worked out from the customer's terms");
    case DueSource::PolicyDefault: return Lang::tr("No due date given: worked out from the default terms");
    }
    return {};
}

Tone lateTone(const Book&, const Line& at)
{
    const int days = at.f.daysPastDue(at.item);
    return days > 90 ? Tone::Bad : days > 0 ? Tone::Plain : Tone::Muted;
}
Tone baseTone(const Book&, const Line& at) { return at.f.hasRate(at.item) ? Tone::Muted : Tone::Warn; }

QString lateTip(const Book&, const Line& at) { return itemLateText(at.f, at.item); }
QString expectedTip(const Book&, const Line&)
{
    return Lang::tr("The middle of when this payer would pay it, by its own record");
}

std::vector<Dress<Line>> dresses()
{
    return {
        {.id = u"name"_s, .width = 206, .strong = true},
        {.id = u"customer"_s, .width = 92, .fromWidth = 1650, .tone = Tone::Muted},
        {.id = u"number"_s, .width = 130},
        {.id = u"kind"_s, .width = 100, .fromWidth = 1900, .tone = Tone::Muted},
        {.id = u"date"_s, .width = 106, .descending = true, .tone = Tone::Muted},
        {.id = u"due"_s, .width = 106, .tooltip = dueTip},
        {.id = u"currency"_s, .width = 52, .tone = Tone::Muted},
        {.id = u"amount"_s, .width = 112, .fromWidth = 900, .descending = true},
        {.id = u"open"_s, .width = 112, .strong = true, .descending = true},
        {.id = u"open_base"_s,
         .width = 112,
         .fromWidth = 1300,
         .descending = true,
         .toneOf = baseTone,
         .none = Lang::tr("no rate")},
        {.id = u"days_past_due"_s, .width = 94, .descending = true, .toneOf = lateTone, .tooltip = lateTip},
        {.id = u"bucket"_s, .width = 72},
        {.id = u"why_late"_s,
         .width = 110,
         .fromWidth = 1150,
         .tooltip = lateTip}, // the days have it where there is no room
        {.id = u"expected"_s, .width = 104, .tooltip = expectedTip},
        {.id = u"promised"_s, .width = 104, .fromWidth = 1550, .descending = true, .blankZero = true},
        {.id = u"disputed"_s, .width = 104, .fromWidth = 1550, .descending = true, .blankZero = true},
        {.id = u"state"_s, .width = 170, .fromWidth = 1750, .tone = Tone::Muted},
    };
}

// A narrower table: what stands against an item tells more than its first amount.
int narrowWidth(const Column& c)
{
    return c.id == u"why_late"_s   ? 740 // rather none than half a reason
           : c.id == u"expected"_s ? 625
           : c.id == u"date"_s     ? 850
           : c.id == u"state"_s    ? 1005
           : c.id == u"bucket"_s   ? 1080
           : c.id == u"amount"_s   ? 1190
           : c.fromWidth == 0      ? 0
                                   : c.fromWidth + 250;
}

} // namespace

QString itemLateText(const ItemFigures& f, std::uint32_t item)
{
    const InvoiceMark* m = markOf(*f.book(), f.debitRow(item), MarkKind::WhyLate, f.day());
    if (!m || m->late == LateReason::None)
        return {};
    QStringList parts{lateReasonName(m->late), dateText(m->day)};
    for (const QString& more : {m->user, m->note.simplified()})
        if (!more.isEmpty())
            parts.append(more);
    parts[0][0] = parts[0][0].toUpper();
    return parts.join(u" \u00b7 "_s);
}

std::vector<Column> itemColumns(const ItemBoxPtr& box, bool withCustomer)
{
    std::vector<Dress<Line>> all = dresses();
    if (!withCustomer)
        all.erase(all.begin(), all.begin() + 2);
    std::vector<Column> columns =
        dressed<Line>(itemList(), [box](std::uint32_t item) { return itemAt(*box->now, item); }, all);
    const auto open = std::ranges::find(columns, u"open_base"_s, &Column::id);
    open->sum = [box](const Book&, std::uint32_t item) { return box->now->openBase(item); }; // 0 without a rate
    if (withCustomer)
        return columns;
    for (Column& c : columns)
        c.fromWidth = narrowWidth(c);
    Column tick{
        .id = u"tick"_s, .title = {}, .kind = CellKind::Check, .width = 34}; // for a promise, a dispute, a status
    tick.text = [](const Book&, std::uint32_t) { return QString(); };
    columns.insert(columns.begin(), std::move(tick));
    return columns;
}

} // namespace duedesk
