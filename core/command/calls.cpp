#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/command/calltimes.h"
#include "core/command/common.h"
#include "core/command/contactwork.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {
namespace {

Error wrong(QStringView field, const QString& what, const QString& remedy = {})
{
    Error e;
    e.what = what;
    e.remedy = remedy;
    e.field = field.toString();
    return e;
}

// The last day for which they scheduled, where all of it is scheduled; else invalid.
Date lastRun(const std::vector<StatusDraft>& statuses)
{
    Date last;
    for (const StatusDraft& s : statuses) {
        if (s.state != PayerState::Scheduled)
            return {};
        last = std::max(last, s.scheduledFor);
    }
    return last;
}

// One call while its effects are worked out.
struct Logging {
    const Book& book;
    const LogCall& call;
    const Context& x;
    std::uint32_t payer;
    const Contact* contact; // null = nobody named
    ChangeSet changes;
    QString effect;         // what comes next, for the summary

    const Customer& customer() const { return book.customers()[payer]; }
    const Policy& policy() const { return book.policyAt(x.today); }
    // By when they confirm; invalid = nothing is to be confirmed. Ours to answer, a call-back or a refusal say
    // themselves what comes next.
    Date confirmDay() const
    {
        if (call.confirmBy)
            return *call.confirmBy;
        const bool spoken = call.outcome == CallOutcome::None
                            && (call.kind == ActivityKind::Meeting || call.kind == ActivityKind::Reply);
        const bool theirWord = call.outcome == CallOutcome::Promise || call.outcome == CallOutcome::SaysPaid
                               || call.outcome == CallOutcome::Dispute || call.outcome == CallOutcome::InProcess;
        if (!spoken && !theirWord)
            return {};
        if (const Date run = lastRun(call.statuses); run.isValid())
            return run; // the run itself is what they confirm
        const Date usual = book.calendarOf(payer).addBusinessDays(x.today, policy().confirmDays);
        return call.promise ? std::min(usual, call.promise->promisedFor) : usual;
    }
    CallTimes times() const { return {book, contact, payer, x}; }
    // Tries with this one.
    Tries tries() const
    {
        Tries t = triesOf(book, payer, x.today);
        ++t.back[0];
        return t;
    }
    void next(NextActionKind kind, Date due, Instant at = 0, const QString& note = {})
    {
        addNextAction(changes, book, payer, x, kind, due, at, note);
    }
    void followUp(int businessDays)
    {
        const Date due = book.calendar().addBusinessDays(x.today, businessDays);
        next(NextActionKind::FollowUp, due);
        effect +=
            (effect.isEmpty() ? QString() : QStringLiteral(" ")) + u"Follow-up " + weekdayWords(due, x.today) + u'.';
    }
};

Outcome checkFits(const LogCall& c)
{
    const bool talk = c.kind == ActivityKind::Call || c.kind == ActivityKind::Meeting || c.kind == ActivityKind::Reply;
    if (c.kind == ActivityKind::Call && c.outcome == CallOutcome::None)
        return std::unexpected(
            wrong(u"outcome", QStringLiteral("is missing"), QStringLiteral("say how the call ended")));
    if (c.outcome != CallOutcome::None && !talk)
        return std::unexpected(wrong(u"outcome", u"is not for " + activityKindName(c.kind)));
    const bool callOnly = c.outcome == CallOutcome::Voicemail || c.outcome == CallOutcome::NoAnswer
                          || c.outcome == CallOutcome::WrongNumber || c.outcome == CallOutcome::CallBack;
    if (callOnly && c.kind != ActivityKind::Call)
        return std::unexpected(wrong(u"outcome", outcomeName(c.outcome) + u" is the end of a call only"));
    const bool answered = talk && (c.outcome == CallOutcome::None || (!callOnly || c.outcome == CallOutcome::CallBack));
    if (c.confirmBy && c.confirmBy->isValid() && !answered)
        return std::unexpected(wrong(u"confirm", QStringLiteral("needs somebody who said so"),
                                     QStringLiteral("leave it empty, or say what came of the talk")));
    return {};
}

Outcome promised(Logging& g, Activity& a)
{
    if (!g.call.promise)
        return std::unexpected(
            wrong(u"amount", QStringLiteral("is missing"), QStringLiteral("say how much they promised")));
    const PromiseDraft& draft = *g.call.promise;
    QString remarks;
    const auto id = addPromise(g.changes, remarks, g.book, g.payer, draft, g.call.contact, {}, g.x);
    if (!id)
        return std::unexpected(id.error());
    a.promise = *id;
    g.effect = u"Promise " + moneyWords({draft.amount, draft.currency}) + u" due "
               + dayWords(draft.promisedFor, g.x.today) + u'.' + remarks;
    return {};
}

Outcome saysPaid(Logging& g, Activity& a)
{
    if (const Outcome o = checkText(g.call.reference, u"reference", wordLimit); !o)
        return o;
    if (g.call.claimed.isValid() && g.call.claimed > g.x.today)
        return std::unexpected(wrong(u"date", QStringLiteral("lies in the future"),
                                     QStringLiteral("log a promise for money still to come")));
    a.reference = g.call.reference;
    a.claimed = g.call.claimed;
    const Date due = g.book.calendar().addBusinessDays(g.x.today, g.policy().saysPaidDays);
    g.next(NextActionKind::FollowUp, due);
    g.effect = u"Back " + weekdayWords(due, g.x.today) + u" unless the money is seen.";
    return {};
}

// The next business day, at the other half of the day than now.
Outcome voicemail(Logging& g)
{
    const CallTimes times = g.times();
    const Date due = nextTryDay(g.book, g.payer, g.x.today, g.tries());
    const Instant at = times.otherHalf(due);
    const QString half =
        minuteOfDayIn(times.zone(), at) < 12 * 60 ? QStringLiteral("morning") : QStringLiteral("afternoon");
    g.next(NextActionKind::TryAgain, due, at, half);
    g.effect = u"Next try " + weekdayWords(due, g.x.today) + u", " + half + u'.';
    return {};
}

// In three hours while they can still be called and the day holds another try; else the next day that does.
Outcome noAnswer(Logging& g)
{
    const Tries tries = g.tries();
    const bool another = tries.today() < g.policy().triesPerDay && tries.week() < g.policy().triesPerWeek;
    if (const Instant later = another ? g.times().laterToday() : 0; later != 0) {
        g.next(NextActionKind::TryAgain, g.x.today, later);
        g.effect = u"Next try today " + clockWords(minuteOfDayIn(g.book.info().zone, later)) + u'.';
        return {};
    }
    const Date due = nextTryDay(g.book, g.payer, g.x.today, tries);
    g.next(NextActionKind::TryAgain, due);
    g.effect = u"Next try " + weekdayWords(due, g.x.today) + u'.';
    return {};
}

Outcome callBack(Logging& g)
{
    const Date day = g.call.callBackOn;
    const int minute = g.call.callBackMinute;
    const auto at = g.times().callBack(day, minute);
    if (!at)
        return std::unexpected(at.error());
    g.next(NextActionKind::CallBack, g.book.dayOf(*at), *at);
    const int ours = minuteOfDayIn(g.book.info().zone, *at);
    g.effect = u"Call back " + weekdayWords(day, g.x.today) + u' ' + clockWords(minute)
               + (ours == minute ? QStringLiteral(".") : QString(u" there, " + clockWords(ours) + u" here."));
    return {};
}

// The number or person leaves the ladder; the next contact is tried at once, else somebody must be found.
Outcome wrongNumber(Logging& g)
{
    if (g.contact && g.contact->defect == ContactDefect::None)
        addDefect(g.changes, *g.contact,
                  g.call.wrong == WrongWhat::Person ? ContactDefect::WrongPerson : ContactDefect::WrongNumber,
                  g.call.note, g.x);
    const LocalTimes times(g.x.now);
    const ContactRole rung = g.contact && rungOf(g.contact->role) > 0 ? g.contact->role : ContactRole::ApClerk;
    const std::uint32_t other = bestContact(g.book, g.payer, rung, g.x.today, times, g.call.contact);
    if (other == noRow) {
        g.next(NextActionKind::FindPerson, g.x.today);
        g.effect = QStringLiteral("Next: find a person.");
    } else {
        const QString name = g.book.rows<Contact>()[other].name;
        g.next(NextActionKind::TryAgain, g.x.today, 0, name);
        g.effect = u"Next: " + name + u'.';
    }
    return {};
}

Outcome refused(Logging& g)
{
    const QString to = g.call.escalateTo.trimmed();
    if (const Outcome o = checkText(to, u"contact", wordLimit); !o)
        return o;
    ContactRole rung = nextRung(g.contact ? g.contact->role : ContactRole::ApClerk);
    QString name;
    if (!to.isEmpty()) {
        const Contact* named = nullptr;
        forEachMember(g.book, g.payer, [&](std::uint32_t site) {
            for (const std::uint32_t row : g.book.contactsOf(site))
                if (const Contact& c = g.book.rows<Contact>()[row];
                    !named && !c.mergedInto && foldForSearch(c.name) == foldForSearch(to))
                    named = &c;
        });
        const ContactRole role = named ? named->role : parseContactRole(to);
        if (rungOf(role) > 0)
            rung = role;
        if (named || rungOf(role) == 0)
            name = to;
    }
    const Date due = nextTryDay(g.book, g.payer, g.x.today, g.tries());
    const QString whom = name.isEmpty() ? roleName(rung) : QString(roleName(rung) + u": " + name);
    g.next(NextActionKind::Escalate, due, 0, whom);
    g.effect = u"Next: " + whom + u", " + weekdayWords(due, g.x.today) + u'.';
    return {};
}

// What we sent waits for an answer, unless something was agreed already.
void mailed(Logging& g)
{
    const PayerPast past = payerPast(g.book, g.payer, g.x.today);
    const bool agreed = past.next && (past.next->due > g.x.today || past.next->at > g.x.now);
    if (agreed || g.call.kind == ActivityKind::Note)
        return;
    const int days = g.call.kind == ActivityKind::Letter ? g.policy().coolingOffDays : g.policy().confirmDays;
    g.followUp(days);
}

// What they contest leaves what is to be collected; the rest stays callable.
Outcome disputed(Logging& g, Activity& a)
{
    if (!g.call.dispute)
        return std::unexpected(wrong(u"reason", QStringLiteral("is missing"),
                                     QStringLiteral("say what they contest, and which invoices")));
    QString remarks;
    const auto id = addDispute(g.changes, remarks, g.book, g.payer, *g.call.dispute, g.call.contact, g.x);
    if (!id)
        return std::unexpected(id.error());
    a.dispute = *id;
    g.effect = remarks.trimmed();
    if (g.changes.of<NextAction>().empty())
        g.followUp(g.policy().followUpDays);
    return {};
}

Outcome needsDocument(Logging& g, Activity& a)
{
    if (!g.call.request)
        return std::unexpected(wrong(u"document", QStringLiteral("is missing"),
                                     QStringLiteral("say what they need: “copy of invoice 4711”")));
    const auto id = addRequest(g.changes, g.book, g.payer, *g.call.request, g.call.contact, g.x);
    if (!id)
        return std::unexpected(id.error());
    a.request = *id;
    const CustomerRequest& r = g.changes.of<CustomerRequest>().front().after;
    g.effect = u"We owe them: " + r.what + u", by " + weekdayWords(r.dueOn, g.x.today) + u'.';
    g.followUp(g.policy().followUpDays);
    return {};
}

// Back after the run they named, else after the day by which they confirm.
Outcome inProcess(Logging& g, Activity& a)
{
    if (const Outcome o = addStatuses(g.changes, g.book, g.payer, g.call.statuses, g.call.contact, a.id, {}, g.x); !o)
        return o;
    const Date run = lastRun(g.call.statuses), known = g.confirmDay();
    const Date due = g.book.calendar().addBusinessDays(run.isValid() ? run : known.isValid() ? known : g.x.today, 1);
    g.next(NextActionKind::FollowUp, due);
    g.effect = u"Status noted for " + countWords(int(g.call.statuses.size()), u"invoice", u"invoices") + u". Follow-up "
               + weekdayWords(due, g.x.today) + u'.';
    return {};
}

Outcome applyOutcome(Logging& g, Activity& a)
{
    switch (g.call.outcome) {
    case CallOutcome::Promise: return promised(g, a);
    case CallOutcome::SaysPaid: return saysPaid(g, a);
    case CallOutcome::Dispute: return disputed(g, a);
    case CallOutcome::Voicemail: return voicemail(g);
    case CallOutcome::NoAnswer: return noAnswer(g);
    case CallOutcome::CallBack: return callBack(g);
    case CallOutcome::WrongNumber: return wrongNumber(g);
    case CallOutcome::NeedsDocument: return needsDocument(g, a);
    case CallOutcome::Refused: return refused(g);
    case CallOutcome::InProcess: return inProcess(g, a);
    case CallOutcome::None: break;
    }
    mailed(g);
    return {};
}

// What they are to confirm, where nobody wrote it down.
QString confirmWords(const Logging& g)
{
    if (!g.call.confirmWhat.trimmed().isEmpty())
        return g.call.confirmWhat;
    switch (g.call.outcome) {
    case CallOutcome::Promise:
        return u"the payment of " + moneyWords({g.call.promise->amount, g.call.promise->currency}) + u" by "
               + dayWords(g.call.promise->promisedFor, g.x.today);
    case CallOutcome::SaysPaid: return QStringLiteral("the payment you told us about");
    case CallOutcome::Dispute: return QStringLiteral("what is contested");
    case CallOutcome::InProcess: return QStringLiteral("where our invoices stand");
    default: return {};
    }
}

Outcome confirmed(Logging& g, const Activity& a)
{
    const Date due = g.confirmDay();
    if (!due.isValid())
        return {};
    if (const Outcome o = addConfirm(g.changes, g.book, g.payer, g.contact, a.id, due, confirmWords(g), g.x); !o)
        return o;
    if (g.call.confirmBy)
        g.effect += (g.effect.isEmpty() ? QString() : QStringLiteral(" ")) + u"They confirm by "
                    + weekdayWords(due, g.x.today) + u'.';
    return {};
}

// "Voicemail logged for Summit Foods SA."; a promise says enough itself: "Call logged."
QString headline(const Logging& g)
{
    QString what;
    switch (g.call.outcome) {
    case CallOutcome::None:
    case CallOutcome::Promise: what = activityKindName(g.call.kind); break;
    case CallOutcome::Refused: what = QStringLiteral("refusal"); break;
    case CallOutcome::WrongNumber:
        what = g.call.wrong == WrongWhat::Person ? QStringLiteral("wrong person") : outcomeName(g.call.outcome);
        break;
    default: what = outcomeName(g.call.outcome);
    }
    what[0] = what[0].toUpper();
    return g.call.outcome == CallOutcome::Promise ? QString(what + u" logged.")
                                                  : QString(what + u" logged for " + g.customer().name + u'.');
}

} // namespace

// Caps decide what is proposed; what happened is always logged.
Result<ChangeSet> decideCommand(const Book& book, const LogCall& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    const auto contact = contactOf(book, c.contact, *payer);
    if (!contact)
        return std::unexpected(contact.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkFits(c); !o)
        return std::unexpected(o.error());
    Logging g{book, c, x, *payer, *contact, beginChange(book, *payer, x, activityKindName(c.kind) + u" logged"), {}};
    Activity a;
    a.id = nextId<ActivityId>(x, Table::Activity);
    a.customer = g.customer().id;
    a.contact = c.contact;
    a.kind = c.kind;
    a.outcome = c.outcome;
    a.at = x.now;
    a.day = x.today;
    a.user = x.user;
    a.note = c.note;
    a.operation = x.operation;
    if (const Outcome o = applyOutcome(g, a); !o)
        return std::unexpected(o.error());
    if (const Outcome o = confirmed(g, a); !o)
        return std::unexpected(o.error());
    g.changes.insert(std::move(a));
    g.changes.summary = g.effect.isEmpty() ? headline(g) : QString(headline(g) + u' ' + g.effect);
    return std::move(g.changes);
}

} // namespace duedesk
