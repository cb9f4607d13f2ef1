#include "ui/models/columns/accountcolumns.h"

#include "core/domain/codewords.h"
#include "ui/models/format.h"
#include "ui/models/listcolumns.h"

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

using Line = AccountAt;

QString nameTip(const Book&, const Line& at)
{
    const Customer& customer = at.customer();
    QStringList lines;
    if (!customer.spellings.isEmpty())
        lines.append(Lang::tr("Also written: %1").arg(customer.spellings.join(u", "_s)));
    if (customer.incomplete)
        lines.append(Lang::tr("Seen only in invoices so far: details are missing"));
    return lines.join(u'\n');
}

Tone laneTone(const Book&, const Line& at)
{
    switch (at.f.lane(at.row)) {
    case Lane::PromiseBroken: return Tone::Bad;
    case Lane::Escalated: return Tone::Warn;
    case Lane::NotOnList:
    case Lane::Waiting: return Tone::Muted;
    default: return Tone::Plain;
    }
}

Tone oldestTone(const Book&, const Line& at) { return at.figure().oldestDays > 90 ? Tone::Bad : Tone::Plain; }
Tone limitTone(const Book&, const Line& at) { return at.figure().limitLeft.value_or(0) < 0 ? Tone::Bad : Tone::Muted; }

Column agingColumn(const AccountBoxPtr& box)
{
    Column aging{
        .id = u"aging"_s, .title = Lang::tr("Aging"), .kind = CellKind::Aging, .width = 120, .descending = true};
    aging.bar = [box](const Book&, std::uint32_t row) { return box->now->of(row).bucket; };
    aging.text = [box](const Book& book, std::uint32_t row) {
        QStringList parts;
        const auto& edges = book.policyAt(box->now->day()).bucketEdges;
        for (int b = 0; b < bucketCount; ++b)
            if (const std::int64_t v = box->now->of(row).bucket[std::size_t(b)]; v != 0)
                parts.append(bucketTitle(b, edges) + u' ' + wholeText(v, book.info().base));
        return parts.join(u", "_s);
    };
    aging.key = [box](const Book&, std::uint32_t row) { return box->now->of(row).bucket[4]; };
    return aging;
}

} // namespace

std::vector<Column> accountColumns(const AccountBoxPtr& box)
{
    std::vector<Column> columns = dressed<Line>(
        accountList(), [box](std::uint32_t row) { return AccountAt{*box->now, row}; },
        {
            {.id = u"name"_s, .width = 230, .strong = true, .tooltip = nameTip},
            {.id = u"customer"_s, .width = 96, .fromWidth = 1300, .tone = Tone::Muted},
            {.id = u"tier"_s, .width = 84, .fromWidth = 950},
            {.id = u"region"_s, .width = 84, .fromWidth = 1600, .tone = Tone::Muted},
            {.id = u"owner"_s, .width = 84, .fromWidth = 950},
            {.id = u"lane"_s, .width = 124, .toneOf = laneTone},
            {.id = u"open"_s, .width = 116, .strong = true, .descending = true, .blankZero = true, .sums = true},
            {.id = u"past_due"_s, .width = 116, .descending = true, .blankZero = true},
            {.id = u"tbc"_s, .width = 116, .fromWidth = 1000, .descending = true, .blankZero = true},
            {.id = u"at_risk"_s, .width = 116, .fromWidth = 1500, .descending = true, .blankZero = true},
            {.id = u"oldest"_s, .width = 72, .descending = true, .toneOf = oldestTone},
            {.id = u"dso_impact"_s, .width = 88, .fromWidth = 1150, .descending = true, .blankZero = true},
            {.id = u"limit_left"_s,
             .width = 112,
             .fromWidth = 1400,
             .toneOf = limitTone,
             .whole = true,
             .noneLast = true},
            {.id = u"industry"_s, .width = 110, .fromWidth = 1700, .tone = Tone::Muted},
            {.id = u"country"_s, .width = 72, .fromWidth = 1700, .tone = Tone::Muted},
            {.id = u"status"_s, .width = 96, .shown = false},
        });
    columns.insert(std::ranges::find(columns, u"oldest"_s, &Column::id), agingColumn(box));
    return columns;
}

} // namespace duedesk
