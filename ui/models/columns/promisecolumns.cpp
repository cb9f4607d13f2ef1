#include "ui/models/columns/promisecolumns.h"

#include "ui/models/columns/keptcolumns.h"
#include "ui/models/listcolumns.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = AgreementAt;

Tone stateTone(const Book&, const Line& at)
{
    const AgreementLine& l = at.line;
    switch (l.lane) {
    case AgreementLane::Broken: return Tone::Bad;
    case AgreementLane::Due:
    case AgreementLane::Elsewhere:
    case AgreementLane::Waiting: return Tone::Warn;
    case AgreementLane::Done:
        return l.state == PromiseState::Kept || l.state == PromiseState::KeptElsewhere ? Tone::Good : Tone::Muted;
    case AgreementLane::Today:
    case AgreementLane::Open: break;
    }
    return Tone::Plain;
}

QString keptText(const Book& book, const PromiseRecord* r)
{
    return r ? Lang::tr("%1, 90 days").arg(recordText(*r, book.info().base))
             : Lang::tr("Nothing was judged in 90 days");
}
QString payerText(const Book& book, const Line& at) { return keptText(book, at.all.rates.ofPayer(at.line.payer)); }
QString clerkText(const Book& book, const Line& at) { return keptText(book, at.all.rates.ofClerk(at.line.takenBy)); }

} // namespace

std::vector<Column> agreementColumns(const AgreementBoxPtr& box)
{
    const auto lineOf = [box](std::uint32_t row) { return box->at(row); };
    return dressed<Line>(
        agreementList(), lineOf,
        {
            {.id = u"name"_s, .width = 210, .strong = true},
            {.id = u"what"_s, .width = 92, .tone = Tone::Muted},
            {.id = u"amount"_s, .width = 112, .descending = true, .blankZero = true},
            {.id = u"currency"_s, .width = 52, .tone = Tone::Muted},
            {.id = u"due"_s, .width = 104},
            {.id = u"deadline"_s, .width = 104, .fromWidth = 1300},
            {.id = u"state"_s, .width = 132, .toneOf = stateTone},
            {.id = u"counted"_s, .width = 112, .fromWidth = 1250, .descending = true, .blankZero = true},
            {.id = u"level"_s,
             .width = 66,
             .fromWidth = 800,
             .tooltip = [](const Book&,
                           const Line&) { return Lang::tr("Promises on these invoices that were not kept"); },
             .blankZero = true},
            {.id = u"payer_keeps"_s, .width = 88, .fromWidth = 950, .tooltip = payerText},
            {.id = u"taken_by"_s,
             .width = 96,
             .fromWidth = 1400,
             .tone = Tone::Muted,
             .tooltip = clerkText}, // there where the rate has no room
            {.id = u"clerk_keeps"_s, .width = 88, .fromWidth = 1550, .tooltip = clerkText},
            {.id = u"owner"_s, .width = 96, .fromWidth = 900, .tone = Tone::Muted},
            {.id = u"made_on"_s, .width = 104, .fromWidth = 1650},
            {.id = u"remark"_s, .width = 240, .fromWidth = 1100, .tone = Tone::Muted},
            {.id = u"base"_s, .width = 112, .fromWidth = 1500, .descending = true, .tone = Tone::Muted, .sums = true},
        });
}

} // namespace duedesk
