#include "core/insight/calls/nextstep.h"

#include "core/base/words.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/callcontact.h"

#include <algorithm>

namespace duedesk {
namespace {

QString actionWords(const NextAction& n)
{
    const char* words = "follow up";
    switch (n.kind) {
    case NextActionKind::TryAgain: words = "try again"; break;
    case NextActionKind::CallBack: words = "call back"; break;
    case NextActionKind::Snooze: words = "back on the list"; break;
    case NextActionKind::Escalate: words = "go to the next rung"; break;
    case NextActionKind::FindPerson: words = "find a person"; break;
    case NextActionKind::PutBack:
    case NextActionKind::FollowUp: break;
    }
    return n.note.isEmpty() ? QString::fromLatin1(words) : QString(QLatin1String(words) + u": " + n.note.simplified());
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
        return {true, QStringLiteral("see whether the promise is kept"), std::max(past.promisedUntil, d)};
    if (const QString why = noContactReason(book, payer, d); !why.isEmpty())
        return {true, u"none: " + why, {}};
    const auto [any, due] = openAndDue(book, payer, d);
    if (!any)
        return {true, QStringLiteral("none: nothing is open"), {}};
    const BusinessCalendar& calendar = book.calendar();
    if (due.isValid()) {
        Date before = due - 1;
        while (before > d && !calendar.isBusinessDay(before))
            before = before - 1;
        return {false, u"look at it before " + dayWords(due, d) + u", when it falls due",
                before > d ? before : calendar.addBusinessDays(d, 1)};
    }
    return {false, QStringLiteral("follow up"), calendar.addBusinessDays(d, book.policyAt(d).followUpDays)};
}

} // namespace duedesk
