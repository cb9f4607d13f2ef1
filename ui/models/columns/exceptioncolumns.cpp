#include "ui/models/columns/exceptioncolumns.h"

#include "ui/models/listcolumns.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = ExceptionLine;

Tone stateTone(const Book&, const Line& l)
{
    switch (l.state) {
    case ExceptionState::RanOut: return Tone::Bad;
    case ExceptionState::Paid: return Tone::Good;
    case ExceptionState::Running: return Tone::Plain;
    default: return Tone::Muted;
    }
}

} // namespace

std::vector<Column> exceptionColumns(const ExceptionBoxPtr& box)
{
    const auto lineOf = [box](std::uint32_t row) -> const Line& { return box->line(row); };
    return dressed<Line>(
        exceptionList(), lineOf,
        {
            {.id = u"name"_s, .width = 200, .strong = true},
            {.id = u"number"_s, .width = 110, .none = Lang::tr("the account")},
            {.id = u"kind"_s, .width = 104, .fromWidth = 1100},
            {.id = u"state"_s, .width = 92, .toneOf = stateTone},
            {.id = u"until"_s, .width = 104, .descending = true},
            {.id = u"cost_days"_s,
             .width = 76,
             .descending = true,
             .tooltip = [](const Book&, const Line&) { return Lang::tr("Days by which it puts payment off"); }},
            {.id = u"base"_s, .width = 112, .fromWidth = 700, .strong = true, .descending = true, .sums = true},
            {.id = u"reason"_s, .width = 150, .fromWidth = 840, .tone = Tone::Muted},
            {.id = u"granted_by"_s, .width = 96, .fromWidth = 1200, .tone = Tone::Muted},
            {.id = u"day"_s, .width = 104, .fromWidth = 960, .descending = true},
            {.id = u"owner"_s, .width = 96, .fromWidth = 1400, .tone = Tone::Muted},
        });
}

} // namespace duedesk
