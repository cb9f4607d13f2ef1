#include "core/insight/calls/nextstep.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/callcontact.h"

#include <algorithm>

namespace duedesk {
namespace {

Words kindWords(NextActionKind kind)
{
    switch (kind) {
    case NextActionKind::TryAgain: return Lang::words("try again");
    case NextActionKind::CallBack: return Lang::words("call back");
    case NextActionKind::Snooze: return Lang::words("back on the list");
    case NextActionKind::Escalate: return Lang::words("go to the next rung");
    case NextActionKind::FindPerson: return Lang::words("find a person");
    case NextActionKind::PutBack:
    case NextActionKind::FollowUp: break;
    }
    return Lang::words("follow up");
}

Words actionWords(const NextAction& n)
{
    const Words note = nextActionNote(n);
    return note.isEmpty() ? kindWords(n.kind) : Lang::words("%1: %2", kindWords(n.kind), note);
}

// Open items of the payer, and the earliest due date from D on.
std::pair<bool, Date> openAndDue(const Book& book, std::uint32_t payer, Date d)
{
    bool any = false;
    Date due;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [c, i] = book.ledger().debit(row);
            if (openAt(*c, i, d.days()) <= 0)
                continue;
            any = true;
            if (const Date then(c->due[i]); then >= d && (!due.isValid() || then < due))
                due = then;
        }
    });
    return {any, due};
}

} // namespace

NextStep nextStepOf(const Book& book, const CallRow* row, std::uint32_t payer, Date d)
{
    if (row && row->lane != Lane::NotOnList && !row->nextStep.isEmpty())
        return {true, row->nextStep, row->nextDate.isValid() ? row->nextDate : d};
    const PayerPast past = payerPast(book, payer, d);
    if (past.next && !past.nextDone && past.next->due >= d && past.next->kind != NextActionKind::PutBack)
        return {true, actionWords(*past.next), past.next->due};
    if (past.promisedUntil.isValid())
        return {true, Lang::words("see whether the promise is kept"), std::max(past.promisedUntil, d)};
    if (Words why = noContactReason(book, payer, d); !why.isEmpty())
        return {true, Lang::words("none: %1", std::move(why)), {}};
    const auto [any, due] = openAndDue(book, payer, d);
    if (!any)
        return {true, Lang::words("none: nothing is open"), {}};
    const BusinessCalendar& calendar = book.calendar();
    if (due.isValid()) {
        Date before = due - 1;
        while (before > d && !calendar.isBusinessDay(before))
            before = before - 1;
        return {false, Lang::words("look at it before %1, when it falls due", DayWord{due, d}),
                before > d ? before : calendar.addBusinessDays(d, 1)};
    }
    return {false, Lang::words("follow up"), calendar.addBusinessDays(d, book.policyAt(d).followUpDays)};
}

} // namespace duedesk
