#include "ui/models/columns/keptcolumns.h"

#include "ui/models/format.h"
#include "ui/models/listcolumns.h"

using namespace Qt::StringLiterals;

namespace duedesk {

QString recordText(const PromiseRecord& r, Currency base)
{
    return Lang::tr("%1 of %2 kept, %3 partly, %4 broken \u00b7 %5 % of %6")
        .arg(countText(r.kept), countText(r.kept + r.partly + r.broken), countText(r.partly), countText(r.broken),
             r.keptByMoney().toText(0), amountWithUnit(r.judgedBase, base));
}

std::vector<Column> keptColumns(const KeptBoxPtr& box)
{
    using Line = KeptLine;
    const auto lineOf = [box](std::uint32_t row) -> const Line& { return box->line(row); };
    const auto record = [](const Book& book, const Line& l) { return recordText(l.record, book.info().base); };
    return dressed<Line>(keptList(), lineOf,
                         {
                             {.id = u"by"_s, .width = 80, .tone = Tone::Muted},
                             {.id = u"name"_s, .width = 240, .strong = true, .none = Lang::tr("(nobody named)")},
                             {.id = u"kept_count_pct"_s, .width = 110, .strong = true, .tooltip = record},
                             {.id = u"kept_money_pct"_s, .width = 110, .strong = true, .tooltip = record},
                             {.id = u"judged"_s, .width = 130, .descending = true},
                             {.id = u"kept"_s, .width = 76, .descending = true},
                             {.id = u"partly_kept"_s, .width = 76, .descending = true},
                             {.id = u"broken"_s, .width = 76, .descending = true},
                             {.id = u"owner"_s, .width = 120, .tone = Tone::Muted},
                         });
}

} // namespace duedesk
