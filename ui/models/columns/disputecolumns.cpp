#include "ui/models/columns/disputecolumns.h"

#include "ui/models/format.h"
#include "ui/models/listcolumns.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = DisputeLine;

Tone stateTone(const Book&, const Line& l)
{
    return l.kind == DisputeRowKind::Deduction          ? Tone::Warn
           : l.kind == DisputeRowKind::Residue          ? Tone::Muted
           : l.standing.overdue                         ? Tone::Bad
           : l.standing.state == DisputeState::Resolved ? Tone::Muted
                                                        : Tone::Plain;
}

QString sinceText(const Book&, const Line& l)
{
    return (l.dispute == noRow ? Lang::tr("Paid short on %1") : Lang::tr("Opened on %1")).arg(dateText(l.day));
}

} // namespace

std::vector<Column> disputeColumns(const DisputeBoxPtr& box)
{
    const auto lineOf = [box](std::uint32_t row) -> const Line& { return box->line(row); };
    return dressed<Line>(
        disputeList(), lineOf,
        {
            {.id = u"name"_s, .width = 190, .strong = true},
            {.id = u"number"_s, .width = 112},
            {.id = u"open"_s, .width = 112, .strong = true, .descending = true, .blankZero = true},
            {.id = u"currency"_s, .width = 52, .tone = Tone::Muted},
            {.id = u"kind"_s, .width = 124},
            {.id = u"state"_s, .width = 116, .toneOf = stateTone},
            {.id = u"age"_s, .width = 68, .fromWidth = 700, .descending = true, .tooltip = sinceText},
            {.id = u"target"_s,
             .width = 104,
             .toneOf = [](const Book&, const Line& l) { return l.standing.overdue ? Tone::Bad : Tone::Plain; },
             .noneLast = true},
            {.id = u"owner"_s, .width = 88, .fromWidth = 1000, .tone = Tone::Muted},
            {.id = u"department"_s, .width = 110, .fromWidth = 1260, .tone = Tone::Muted},
            {.id = u"responsible"_s, .width = 110, .fromWidth = 1400, .tone = Tone::Muted},
            {.id = u"root_cause"_s, .width = 130, .fromWidth = 1450, .tone = Tone::Muted},
            {.id = u"reason"_s, .width = 240, .fromWidth = 1150, .tone = Tone::Muted},
            {.id = u"base"_s, .width = 112, .fromWidth = 1500, .descending = true, .tone = Tone::Muted, .sums = true},
        });
}

} // namespace duedesk
