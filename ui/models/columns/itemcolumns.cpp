#include "ui/models/columns/itemcolumns.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/invoicemarks.h"
#include "ui/models/format.h"

#include <QCoreApplication>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ItemColumns", text); }

struct At { // one item in place
    const ItemFigures& f;
    const DebitChunk& c;
    std::uint32_t i;
    Currency currency() const { return Currency::fromIndex(c.currency[i]); }
};

At at(const ItemFigures& f, std::uint32_t item)
{
    const auto [c, i] = f.book()->ledger().debit(f.debitRow(item));
    return {f, *c, i};
}

// A column whose functions get the figures and the item's place; every list function below is one of these.
template <class Text> Column::TextOf textOf(const ItemBoxPtr& box, Text text)
{
    return [box, text](const Book&, std::uint32_t item) { return text(at(*box->now, item), item); };
}
template <class Key> auto keyOf(const ItemBoxPtr& box, Key key)
{
    return [box, key](const Book&, std::uint32_t item) { return std::int64_t(key(at(*box->now, item), item)); };
}
template <class Value> auto cellOf(const ItemBoxPtr& box, Value value)
{
    return [box, value](const Book&, std::uint32_t item) -> Cell { return value(at(*box->now, item), item); };
}
template <class Pick> auto toneOf(const ItemBoxPtr& box, Pick pick)
{
    return [box, pick](const Book&, std::uint32_t item) { return pick(at(*box->now, item), item); };
}

Tone lateTone(int days) { return days > 90 ? Tone::Bad : days > 0 ? Tone::Plain : Tone::Muted; }

void addCustomer(std::vector<Column>& columns, const ItemBoxPtr& box)
{
    Column id{.id = u"customer"_s, .title = tr("Id"), .width = 92, .fromWidth = 1650};
    id.text =
        textOf(box, [](const At& a, std::uint32_t) { return a.f.book()->customers()[a.c.customer[a.i]].externalId; });
    id.tone = toneOf(box, [](const At&, std::uint32_t) { return Tone::Muted; });
    Column name{.id = u"name"_s, .title = tr("Customer"), .width = 206, .strong = true};
    name.text = textOf(box, [](const At& a, std::uint32_t) { return a.f.book()->customers()[a.c.customer[a.i]].name; });
    name.key = keyOf(box, [](const At& a, std::uint32_t) { return a.f.book()->nameRanks()[a.c.customer[a.i]]; });
    columns.push_back(std::move(name));
    columns.push_back(std::move(id));
}

void addIdentity(std::vector<Column>& columns, const ItemBoxPtr& box)
{
    Column number{.id = u"number"_s, .title = tr("Number"), .width = 130};
    number.text = textOf(box, [](const At& a, std::uint32_t) { return toQString(a.c.number[a.i]); });
    Column kind{.id = u"kind"_s, .title = tr("Kind"), .width = 100, .fromWidth = 1900};
    kind.text = textOf(box, [](const At& a, std::uint32_t) { return say(wordsOf(DebitKind(a.c.kind[a.i]))); });
    kind.key = keyOf(box, [](const At& a, std::uint32_t) { return a.c.kind[a.i]; });
    kind.tone = toneOf(box, [](const At&, std::uint32_t) { return Tone::Muted; });
    Column date{.id = u"date"_s, .title = tr("Date"), .width = 106, .descending = true};
    date.text = textOf(box, [](const At& a, std::uint32_t) { return dateText(Date(a.c.date[a.i])); });
    date.key = keyOf(box, [](const At& a, std::uint32_t) { return a.c.date[a.i]; });
    date.cell = cellOf(box, [](const At& a, std::uint32_t) { return DateCell{Date(a.c.date[a.i])}; });
    date.tone = toneOf(box, [](const At&, std::uint32_t) { return Tone::Muted; });
    Column due{.id = u"due"_s, .title = tr("Due"), .width = 106};
    due.text = textOf(box, [](const At& a, std::uint32_t) { return dateText(Date(a.c.due[a.i])); });
    due.key = keyOf(box, [](const At& a, std::uint32_t) { return a.c.due[a.i]; });
    due.cell = cellOf(box, [](const At& a, std::uint32_t) { return DateCell{Date(a.c.due[a.i])}; });
    due.tooltip = textOf(box, [](const At& a, std::uint32_t) {
        switch (DueSource(a.c.dueSource[a.i])) {
        case DueSource::Given: return QString();
        case DueSource::RowTerms: return tr("No due date given: worked out from the item's terms");
        case DueSource::CustomerTerms: return tr("No due date given: worked out from the customer's terms");
        case DueSource::PolicyDefault: return tr("No due date given: worked out from the default terms");
        }
        return QString();
    });
    for (Column* c : {&number, &kind, &date, &due})
        columns.push_back(std::move(*c));
}

void addMoney(std::vector<Column>& columns, const ItemBoxPtr& box)
{
    Column currency{.id = u"currency"_s, .title = tr("Cur."), .width = 52};
    currency.text = textOf(box, [](const At& a, std::uint32_t) { return a.currency().toString(); });
    currency.key = keyOf(box, [](const At& a, std::uint32_t) { return a.c.currency[a.i]; });
    currency.tone = toneOf(box, [](const At&, std::uint32_t) { return Tone::Muted; });
    Column amount{.id = u"amount"_s,
                  .title = tr("Amount"),
                  .kind = CellKind::Figure,
                  .width = 112,
                  .fromWidth = 900,
                  .descending = true};
    amount.text = textOf(box, [](const At& a, std::uint32_t) { return amountText(a.c.amount[a.i], a.currency()); });
    amount.key = keyOf(box, [](const At& a, std::uint32_t) { return a.c.amount[a.i]; });
    amount.cell = cellOf(box, [](const At& a, std::uint32_t) { return MoneyCell{{a.c.amount[a.i], a.currency()}}; });
    Column open{.id = u"open"_s,
                .title = tr("Open"),
                .kind = CellKind::Figure,
                .width = 112,
                .strong = true,
                .descending = true};
    open.text = textOf(box, [](const At& a, std::uint32_t item) { return amountText(a.f.open(item), a.currency()); });
    open.key = keyOf(box, [](const At& a, std::uint32_t item) { return a.f.open(item); });
    open.cell = cellOf(box, [](const At& a, std::uint32_t item) { return MoneyCell{{a.f.open(item), a.currency()}}; });
    Column base{.id = u"open_base"_s,
                .title = tr("Open in base"),
                .kind = CellKind::Figure,
                .width = 112,
                .fromWidth = 1300,
                .descending = true};
    base.text = textOf(box, [](const At& a, std::uint32_t item) {
        return a.f.hasRate(item) ? amountText(a.f.openBase(item), a.f.book()->info().base) : tr("no rate");
    });
    base.key = keyOf(box, [](const At& a, std::uint32_t item) { return a.f.openBase(item); });
    base.cell = cellOf(box, [](const At& a, std::uint32_t item) {
        return MoneyCell{{a.f.openBase(item), a.f.book()->info().base}, a.f.hasRate(item)};
    });
    base.tone =
        toneOf(box, [](const At& a, std::uint32_t item) { return a.f.hasRate(item) ? Tone::Muted : Tone::Warn; });
    base.sum = base.key;
    for (Column* c : {&currency, &amount, &open, &base})
        columns.push_back(std::move(*c));
}

void addState(std::vector<Column>& columns, const ItemBoxPtr& box)
{
    Column days{
        .id = u"days_past_due"_s, .title = tr("Days late"), .kind = CellKind::Figure, .width = 94, .descending = true};
    days.text = textOf(box, [](const At& a, std::uint32_t item) {
        const int n = a.f.daysPastDue(item);
        return n < 0 ? QString(u'\u2212' + QString::number(-n)) : QString::number(n);
    });
    days.key = keyOf(box, [](const At& a, std::uint32_t item) { return a.f.daysPastDue(item); });
    days.tone = toneOf(box, [](const At& a, std::uint32_t item) { return lateTone(a.f.daysPastDue(item)); });
    Column bucket{.id = u"bucket"_s, .title = tr("Bucket"), .width = 72};
    bucket.text =
        textOf(box, [](const At& a, std::uint32_t item) { return bucketName(a.f.bucket(item), a.f.edges()); });
    bucket.key = keyOf(box, [](const At& a, std::uint32_t item) { return a.f.bucket(item); });
    Column why{.id = u"why_late"_s, .title = tr("Why late"), .width = 110, .fromWidth = 1150};
    why.text = textOf(box, [](const At& a, std::uint32_t item) {
        const LateReason r = lateReasonOf(*a.f.book(), a.f.debitRow(item), a.f.day());
        return r == LateReason::None ? QString() : say(wordsOf(r));
    });
    why.tooltip = textOf(box, [](const At& a, std::uint32_t item) { return itemLateText(a.f, item); });
    days.tooltip = why.tooltip; // there where the column has no room
    Column expected{.id = u"expected"_s, .title = tr("Expected"), .width = 104};
    expected.text = textOf(box, [](const At& a, std::uint32_t item) { return dateText(a.f.expected(item)); });
    expected.key = keyOf(box, [](const At& a, std::uint32_t item) { return a.f.expected(item).days(); });
    expected.cell = cellOf(box, [](const At& a, std::uint32_t item) { return DateCell{a.f.expected(item)}; });
    expected.tooltip = textOf(box, [](const At&, std::uint32_t) {
        return tr("The middle of when this payer would pay it, by its own record");
    });
    const auto money = [&box](const QString& id, const QString& title, std::int64_t (*part)(const ItemState&),
                              int fromWidth) {
        Column c{.id = id,
                 .title = title,
                 .kind = CellKind::Figure,
                 .width = 104,
                 .fromWidth = fromWidth,
                 .descending = true};
        c.text = textOf(box, [part](const At& a, std::uint32_t item) {
            const std::int64_t v = part(a.f.state(item));
            return v == 0 ? QString() : amountText(v, a.currency());
        });
        c.cell = cellOf(box, [part](const At& a, std::uint32_t item) {
            const std::int64_t v = part(a.f.state(item));
            return MoneyCell{{v, a.currency()}, v != 0};
        });
        c.key = keyOf(box, [part](const At& a, std::uint32_t item) { return part(a.f.state(item)); });
        return c;
    };
    columns.push_back(std::move(days));
    columns.push_back(std::move(bucket));
    columns.push_back(std::move(why));
    columns.push_back(std::move(expected));
    columns.push_back(money(u"promised"_s, tr("Promised"), [](const ItemState& s) { return s.agreed(); }, 1550));
    columns.push_back(money(u"disputed"_s, tr("Disputed"), [](const ItemState& s) { return s.disputed; }, 1550));
    Column state{.id = u"state"_s, .title = tr("State"), .width = 170, .fromWidth = 1750};
    state.text = [box](const Book&, std::uint32_t item) { return itemStateText(*box->now, item); };
    state.tone = toneOf(box, [](const At&, std::uint32_t) { return Tone::Muted; });
    columns.push_back(std::move(state));
}

} // namespace

QString itemStateText(const ItemFigures& f, std::uint32_t item)
{
    const At a = at(f, item);
    const ItemState s = f.state(item);
    QStringList parts;
    if (s.disputed > 0)
        parts.append(tr("disputed"));
    if (s.planned > 0)
        parts.append(tr("in a plan"));
    if (s.promised > 0)
        parts.append(tr("promised"));
    if (f.open(item) < a.c.amount[a.i])
        parts.append(tr("part paid"));
    if (DueSource(a.c.dueSource[a.i]) != DueSource::Given)
        parts.append(tr("due date worked out"));
    return parts.join(u" · "_s);
}

QString itemLateText(const ItemFigures& f, std::uint32_t item)
{
    const InvoiceMark* m = markOf(*f.book(), f.debitRow(item), MarkKind::WhyLate, f.day());
    if (!m || m->late == LateReason::None)
        return {};
    QStringList parts{titleOf(m->late), dateText(m->day)};
    for (const QString& more : {m->user, m->note.simplified()})
        if (!more.isEmpty())
            parts.append(more);
    return parts.join(u" \u00b7 "_s);
}

std::vector<Column> itemColumns(const ItemBoxPtr& box, bool withCustomer)
{
    std::vector<Column> columns;
    if (withCustomer)
        addCustomer(columns, box);
    addIdentity(columns, box);
    addMoney(columns, box);
    addState(columns, box);
    if (!withCustomer) { // items that are ticked for a promise, a dispute, a status
        Column tick{.id = u"tick"_s, .title = {}, .kind = CellKind::Check, .width = 34};
        tick.text = [](const Book&, std::uint32_t) { return QString(); };
        columns.insert(columns.begin(), std::move(tick));
    }
    if (!withCustomer) // a narrower table: what stands against an item tells more than its first amount
        for (Column& c : columns)
            c.fromWidth = c.id == u"why_late"_s   ? 740 // rather none than half a reason
                          : c.id == u"expected"_s ? 625
                          : c.id == u"date"_s     ? 850
                          : c.id == u"state"_s    ? 1005
                          : c.id == u"bucket"_s   ? 1080
                          : c.id == u"amount"_s   ? 1190
                          : c.fromWidth == 0      ? 0
                                                  : c.fromWidth + 250;
    return columns;
}

} // namespace duedesk
