#include "core/lists/itemlist.h"
#include "core/domain/codewords.h"

#include "core/insight/agreements/invoicemarks.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = ItemAt;
using Kind = ValueKind;

template <class Of> auto of(Of value)
{
    return [value](const Book&, const Line& at) { return asValue(value(at)); };
}
template <class Of> auto minor(Of value) // in the item's currency
{
    return [value](const Book&, const Line& at) { return Money{value(at), at.currency()}; };
}
template <class Of> auto place(Of value)
{
    return [value](const Book&, const Line& at) { return std::int64_t(value(at)); };
}

Words whyLate(const Line& at)
{
    const LateReason r = lateReasonOf(*at.f.book(), at.f.debitRow(at.item), at.f.day());
    return r == LateReason::None ? Words() : wordsOf(r);
}

Value openBase(const Line& at)
{
    return at.f.hasRate(at.item) ? Value(Money{at.f.openBase(at.item), at.f.book()->info().base}) : Value();
}

void addIdentity(ListSpec<Line>& list)
{
    ListColumn<Line>& name = list.text(u"name"_s, Lang::words("Customer"), [](const Book& book, const Line& at) {
        return book.customers()[at.customer()].name;
    });
    name.order = [](const Book& book, const Line& at) { return std::int64_t(book.nameRanks()[at.customer()]); };
    list.text(u"customer"_s, Lang::words("Id"),
              [](const Book& book, const Line& at) { return book.customers()[at.customer()].externalId; })
        .printed();
    list.text(u"number"_s, Lang::words("Number"), of([](const Line& at) { return toQString(at.c.number[at.i]); }))
        .printed();
    list.text(u"kind"_s, Lang::words("Kind"), of([](const Line& at) { return wordsOf(DebitKind(at.c.kind[at.i])); }))
        .printedAs(of([](const Line& at) { return debitKindName(DebitKind(at.c.kind[at.i])); }))
        .order = place([](const Line& at) { return at.c.kind[at.i]; });
    list.add(u"date"_s, Lang::words("Date"), Kind::Day, of([](const Line& at) { return Date(at.c.date[at.i]); }))
        .printed();
    list.add(u"due"_s, Lang::words("Due"), Kind::Day, of([](const Line& at) { return Date(at.c.due[at.i]); }))
        .printed();
}

void addMoney(ListSpec<Line>& list)
{
    list.text(u"currency"_s, Lang::words("Cur."), of([](const Line& at) { return at.currency().toString(); }))
        .printed()
        .order = place([](const Line& at) { return at.c.currency[at.i]; });
    list.add(u"amount"_s, Lang::words("Amount"), Kind::Money, minor([](const Line& at) { return at.c.amount[at.i]; }))
        .printed();
    list.add(u"open"_s, Lang::words("Open"), Kind::Money, minor([](const Line& at) { return at.f.open(at.item); }))
        .printed();
    list.add(u"open_base"_s, Lang::words("Open in base"), Kind::Money, of(openBase)).printed();
}

void addState(ListSpec<Line>& list)
{
    list.add(u"days_past_due"_s, Lang::words("Days late"), Kind::Bare,
             of([](const Line& at) { return at.f.daysPastDue(at.item); }))
        .printed();
    list.text(u"bucket"_s, Lang::words("Bucket"),
              of([](const Line& at) { return bucketTitle(at.f.bucket(at.item), at.f.edges()); }))
        .printedAs(of([](const Line& at) { return bucketName(at.f.bucket(at.item), at.f.edges()); }))
        .order = place([](const Line& at) { return at.f.bucket(at.item); });
    list.text(u"why_late"_s, Lang::words("Why late"), of(whyLate));
    list.add(u"expected"_s, Lang::words("Expected"), Kind::Day,
             of([](const Line& at) { return at.f.expected(at.item); }));
    list.add(u"promised"_s, Lang::words("Promised"), Kind::Money,
             minor([](const Line& at) { return at.f.state(at.item).agreed(); }))
        .printed();
    list.add(u"disputed"_s, Lang::words("Disputed"), Kind::Money,
             minor([](const Line& at) { return at.f.state(at.item).disputed; }))
        .printed();
    list.text(u"state"_s, Lang::words("State"), of([](const Line& at) { return itemStateText(at.f, at.item); }));
}

} // namespace

ItemAt itemAt(const ItemFigures& f, std::uint32_t item)
{
    const auto [c, i] = f.book()->ledger().debit(f.debitRow(item));
    return {f, item, *c, i};
}

const ListSpec<ItemAt>& itemList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"items"_s};
        addIdentity(list);
        addMoney(list);
        addState(list);
        return list;
    }();
    return all;
}

QString itemStateText(const ItemFigures& f, std::uint32_t item)
{
    const ItemAt at = itemAt(f, item);
    const ItemState s = f.state(item);
    QStringList parts;
    if (s.disputed > 0)
        parts.append(Lang::tr("disputed"));
    if (s.planned > 0)
        parts.append(Lang::tr("in a plan"));
    if (s.promised > 0)
        parts.append(Lang::tr("promised"));
    if (f.open(item) < at.c.amount[at.i])
        parts.append(Lang::tr("part paid"));
    if (DueSource(at.c.dueSource[at.i]) != DueSource::Given)
        parts.append(Lang::tr("due date worked out"));
    return parts.join(u" \u00b7 "_s);
}

} // namespace duedesk
