#include "core/lists/keptlist.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = KeptLine;
using Kind = ValueKind;

QString keyOf(const Book& book, const Line& l)
{
    if (l.by == KeptBy::Payer)
        return book.customers()[l.payer].externalId;
    return l.by == KeptBy::Clerk && l.name.isEmpty() ? u"(none)"_s : l.by == KeptBy::Clerk ? l.name : QString();
}

template <class Of> auto ofRecord(Of of)
{
    return [of](const Book&, const Line& l) { return std::invoke(of, l.record); };
}

} // namespace

const ListSpec<KeptLine>& keptList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"kept"_s};
        list.text(u"by"_s, Lang::words("Of"), [](const Book&, const Line& l) { return wordsOf(l.by); })
            .printedAs([](const Book&, const Line& l) { return keptByName(l.by); });
        list.print(u"key"_s, Kind::Text, keyOf);
        list.text(u"name"_s, Lang::words("Name"),
                  [](const Book&, const Line& l) {
                      return l.by == KeptBy::Clerk && l.name.isEmpty() ? Value() : asValue(l.name);
                  })
            .printed();
        list.add(u"kept"_s, Lang::words("Kept"), Kind::Number, ofRecord(&PromiseRecord::kept)).printed();
        list.add(u"partly_kept"_s, Lang::words("Partly"), Kind::Number, ofRecord(&PromiseRecord::partly)).printed();
        list.add(u"broken"_s, Lang::words("Broken"), Kind::Number, ofRecord(&PromiseRecord::broken)).printed();
        list.add(u"kept_count_pct"_s, Lang::words("Kept by count"), Kind::Percent,
                 ofRecord(&PromiseRecord::keptByCount))
            .printed();
        list.add(u"kept_money_pct"_s, Lang::words("Kept by money"), Kind::Percent,
                 ofRecord(&PromiseRecord::keptByMoney))
            .printed();
        list.base(u"judged"_s, Lang::words("Judged, in base"), ofRecord(&PromiseRecord::judgedBase)).printed();
        list.owner(&Line::payer);
        return list;
    }();
    return all;
}

} // namespace duedesk
