#include "core/base/clock.h"
#include "core/base/storedwords.h"
#include "core/base/text.h"
#include "core/command/calltimes.h"
#include "core/command/common.h"
#include "core/command/contactwork.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {
namespace {

Error wrong(QStringView field, const Words& what, const Words& remedy = {})
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
    std::vector<Words> effect; // what comes next, for the summary

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
    DayWord weekday(Date day) const { return {day, x.today, true}; }
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
    Words nextNote() const { return nextActionNote(changes.of<NextAction>().back().after); }
    void followUp(int businessDays)
    {
        const Date due = book.calendar().addBusinessDays(x.today, businessDays);
        next(NextActionKind::FollowUp, due);
        effect.push_back(Lang::words("Follow-up %1.", weekday(due)));
    }
};

Outcome checkFits(const LogCall& c)
{
    const bool talk = c.kind == ActivityKind::Call || c.kind == ActivityKind::Meeting || c.kind == ActivityKind::Reply;
    if (c.kind == ActivityKind::Call && c.outcome == CallOutcome::None)
        return std::unexpected(wrong(u"outcome", Lang::words("is missing"), Lang::words("say how the call ended")));
    if (c.outcome != CallOutcome::None && !talk)
        return std::unexpected(wrong(u"outcome", Lang::words("is not for %1", wordsOf(c.kind))));
    const bool callOnly = c.outcome == CallOutcome::Voicemail || c.outcome == CallOutcome::NoAnswer
                          || c.outcome == CallOutcome::WrongNumber || c.outcome == CallOutcome::CallBack;
    if (callOnly && c.kind != ActivityKind::Call)
        return std::unexpected(wrong(u"outcome", Lang::words("%1 is the end of a call only", wordsOf(c.outcome))));
    const bool answered = talk && (c.outcome == CallOutcome::None || (!callOnly || c.outcome == CallOutcome::CallBack));
    if (c.confirmBy && c.confirmBy->isValid() && !answered)
        return std::unexpected(wrong(u"confirm", Lang::words("needs somebody who said so"),
                                     Lang::words("leave it empty, or say what came of the talk")));
    return {};
}

Outcome promised(Logging& g, Activity& a)
{
    if (!g.call.promise)
        return std::unexpected(wrong(u"amount", Lang::words("is missing"), Lang::words("say how much they promised")));
    const PromiseDraft& draft = *g.call.promise;
    const auto id = addPromise(g.changes, g.effect, g.book, g.payer, draft, g.call.contact, {}, g.x);
    if (!id)
        return std::unexpected(id.error());
    a.promise = *id;
    g.effect.insert(g.effect.begin(), Lang::words("Promise %1 due %2.", Money{draft.amount, draft.currency},
                                                  DayWord{draft.promisedFor, g.x.today}));
    return {};
}

Outcome saysPaid(Logging& g, Activity& a)
{
    if (const Outcome o = checkWord(g.call.reference, u"reference"); !o)
        return o;
    if (g.call.claimed.isValid() && g.call.claimed > g.x.today)
        return std::unexpected(
            wrong(u"date", Lang::words("lies in the future"), Lang::words("log a promise for money still to come")));
    a.reference = g.call.reference;
    a.claimed = g.call.claimed;
    const Date due = g.book.calendar().addBusinessDays(g.x.today, g.policy().saysPaidDays);
    g.next(NextActionKind::FollowUp, due);
    g.effect = {Lang::words("Back %1 unless the money is seen.", g.weekday(due))};
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
    g.effect = {Lang::words("Next try %1, %2.", g.weekday(due), g.nextNote())};
    return {};
}

// In three hours while they can still be called and the day holds another try; else the next day that does.
Outcome noAnswer(Logging& g)
{
    const Tries tries = g.tries();
    const bool another = tries.today() < g.policy().triesPerDay && tries.week() < g.policy().triesPerWeek;
    if (const Instant later = another ? g.times().laterToday() : 0; later != 0) {
        g.next(NextActionKind::TryAgain, g.x.today, later);
        g.effect = {Lang::words("Next try today %1.", ClockWord{minuteOfDayIn(g.book.info().zone, later)})};
        return {};
    }
    const Date due = nextTryDay(g.book, g.payer, g.x.today, tries);
    g.next(NextActionKind::TryAgain, due);
    g.effect = {Lang::words("Next try %1.", g.weekday(due))};
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
    g.effect = {ours == minute ? Lang::words("Call back %1 %2.", g.weekday(day), ClockWord{minute})
                               : Lang::words("Call back %1 %2 there, %3 here.", g.weekday(day), ClockWord{minute},
                                             ClockWord{ours})};
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
        g.effect = {Lang::words("Next: find a person.")};
    } else {
        const QString name = g.book.rows<Contact>()[other].name;
        g.next(NextActionKind::TryAgain, g.x.today, 0, name);
        g.effect = {Lang::words("Next: %1.", name)};
    }
    return {};
}

Outcome refused(Logging& g)
{
    const QString to = g.call.escalateTo.trimmed();
    if (const Outcome o = checkWord(to, u"contact"); !o)
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
    // A code, as nextActionNote() reads it.
    g.next(NextActionKind::Escalate, due, 0, name.isEmpty() ? roleName(rung) : QString(roleName(rung) + u": " + name));
    g.effect = {Lang::words("Next: %1, %2.", g.nextNote(), g.weekday(due))};
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
        return std::unexpected(
            wrong(u"reason", Lang::words("is missing"), Lang::words("say what they contest, and which invoices")));
    const auto id = addDispute(g.changes, g.effect, g.book, g.payer, *g.call.dispute, g.call.contact, g.x);
    if (!id)
        return std::unexpected(id.error());
    a.dispute = *id;
    if (g.changes.of<NextAction>().empty())
        g.followUp(g.policy().followUpDays);
    return {};
}

Outcome needsDocument(Logging& g, Activity& a)
{
    if (!g.call.request)
        return std::unexpected(
            wrong(u"document", Lang::words("is missing"), Lang::words("say what they need: “copy of invoice 4711”")));
    const auto id = addRequest(g.changes, g.book, g.payer, *g.call.request, g.call.contact, g.x);
    if (!id)
        return std::unexpected(id.error());
    a.request = *id;
    const CustomerRequest& r = g.changes.of<CustomerRequest>().front().after;
    g.effect = {Lang::words("We owe them: %1, by %2.", recalled(r.what), g.weekday(r.dueOn))};
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
    g.effect = {Lang::count("Status noted for %1 invoices. Follow-up %2.", "Status noted for 1 invoice. Follow-up %2.",
                            qint64(g.call.statuses.size()), g.weekday(due))};
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

// What they are to confirm: a code where nobody wrote it down.
QString confirmWhat(const Logging& g)
{
    if (!g.call.confirmWhat.trimmed().isEmpty())
        return g.call.confirmWhat;
    switch (g.call.outcome) {
    case CallOutcome::Promise:
        return stored(Lang::words("the payment of %1 by %2", Money{g.call.promise->amount, g.call.promise->currency},
                                  DayWord{g.call.promise->promisedFor, g.x.today}));
    case CallOutcome::SaysPaid: return stored(Lang::words("the payment you told us about"));
    case CallOutcome::Dispute: return stored(Lang::words("what is contested"));
    case CallOutcome::InProcess: return stored(Lang::words("where our invoices stand"));
    default: return {};
    }
}

Outcome confirmed(Logging& g, const Activity& a)
{
    const Date due = g.confirmDay();
    if (!due.isValid())
        return {};
    if (const Outcome o = addConfirm(g.changes, g.book, g.payer, g.contact, a.id, due, confirmWhat(g), g.x); !o)
        return o;
    if (g.call.confirmBy)
        g.effect.push_back(Lang::words("They confirm by %1.", g.weekday(due)));
    return {};
}

// "Voicemail logged for Summit Foods SA."; a promise says enough itself: "Call logged."
Words headline(const Logging& g)
{
    Words what;
    switch (g.call.outcome) {
    case CallOutcome::None:
    case CallOutcome::Promise: what = wordsOf(g.call.kind); break;
    case CallOutcome::Refused: what = Lang::words("refusal"); break;
    case CallOutcome::WrongNumber:
        what = g.call.wrong == WrongWhat::Person ? wordsOf(ContactDefect::WrongPerson) : wordsOf(g.call.outcome);
        break;
    default: what = wordsOf(g.call.outcome);
    }
    what = capitalised(std::move(what));
    return g.call.outcome == CallOutcome::Promise ? Lang::words("%1 logged.", what)
                                                  : Lang::words("%1 logged for %2.", what, g.customer().name);
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
    g.changes.summary = summaryOf(headline(g), std::move(g.effect));
    return std::move(g.changes);
}

} // namespace duedesk
