// What the form of an outcome means: its fields read as a command.
#include "core/base/exampleamount.h"
#include "ui/models/format.h"
#include "ui/panels/outcomeform.h"

using namespace Qt::StringLiterals;

namespace duedesk {

Result<PromiseDraft> OutcomeForm::promiseDraft() const
{
    PromiseDraft d;
    d.currency = m_context.facts.currency;
    const auto amount = readAmount(text(u"amount"_s), d.currency);
    if (!amount || *amount <= 0)
        return refuse(u"amount"_s, tr("is no amount"), tr("write %1").arg(exampleAmount(d.currency)));
    d.promisedFor = dayOf(text(u"date"_s));
    if (!d.promisedFor.isValid())
        return refuse(u"date"_s, tr("is no day"), tr("write 21 Nov, fri or +5bd"));
    d.amount = *amount;
    std::int64_t left = d.amount; // spread over the ticked items in their order
    for (const PromiseLine& line : m_context.ticked) {
        if (left <= 0)
            break;
        d.lines.push_back({line.debit, std::min(line.amount, left)});
        left -= d.lines.back().amount;
    }
    if (left > 0 && !d.lines.empty())
        return refuse(u"amount"_s, tr("is more than the ticked items"), tr("tick more, or none for the oldest first"));
    return d;
}

Result<Command> OutcomeForm::confirmed(LogCall call) const
{
    const QString words = text(u"confirm"_s);
    call.confirmBy = words.isEmpty() ? Date() : dayOf(words);
    if (!words.isEmpty() && !call.confirmBy->isValid())
        return refuse(u"confirm"_s, tr("is no day"), tr("write fri or +2bd, or leave it empty"));
    return call;
}

Result<Command> OutcomeForm::claimCommand(LogCall call) const
{
    const QString words = text(u"date"_s);
    call.outcome = CallOutcome::SaysPaid;
    call.reference = text(u"reference"_s);
    call.claimed = readDate(words, m_context.today);
    // The day named last: "12 Nov" of a claim lies behind us.
    if (call.claimed > m_context.today && !words.contains(QString::number(call.claimed.year())))
        call.claimed = call.claimed.addMonths(-12);
    if (!call.claimed.isValid() && !words.isEmpty())
        return refuse(u"date"_s, tr("is no day"), tr("write 12 Nov 2025"));
    return confirmed(std::move(call));
}

Result<Command> OutcomeForm::laterCommand(LogCall call) const
{
    const auto at = when(text(u"date"_s));
    if (!at)
        return refuse(u"date"_s, tr("is not understood"), tr("write fri 10:00, +3bd or 14:30"));
    if (m_gesture == Gesture::Later)
        return Snooze{call.payer, at->day, at->minute, call.note};
    call.outcome = CallOutcome::CallBack;
    call.callBackOn = at->day;
    call.callBackMinute = at->minute;
    return call;
}

// What is said of invoices or of what they pay.
Result<Command> OutcomeForm::callCommand(LogCall call) const
{
    const auto with = [](auto& place, const auto& read) {
        if (read)
            place = *read;
        return read ? Outcome() : Outcome(failed(read));
    };
    Outcome done;
    switch (m_gesture) {
    case Gesture::Promise:
        call.outcome = CallOutcome::Promise;
        done = with(call.promise, promiseDraft());
        break;
    case Gesture::Dispute:
        call.outcome = CallOutcome::Dispute;
        done = with(call.dispute, disputeDraft());
        break;
    case Gesture::NeedsDocument:
        call.outcome = CallOutcome::NeedsDocument;
        done = with(call.request, requestDraft());
        break;
    default: call.outcome = CallOutcome::InProcess; done = with(call.statuses, statusDrafts());
    }
    if (!done)
        return failed(done);
    return m_gesture == Gesture::NeedsDocument ? Result<Command>(call) : confirmed(std::move(call));
}

Result<Command> OutcomeForm::command() const
{
    LogCall call;
    call.payer = m_context.facts.payer;
    call.contact = m_context.facts.contact;
    call.note = text(u"note"_s);
    switch (m_gesture) {
    case Gesture::Plan: return planCommand();
    case Gesture::Exception:
    case Gesture::RenewException: return exceptionCommand();
    case Gesture::SaysPaid: return claimCommand(std::move(call));
    case Gesture::CallBack:
    case Gesture::Later: return laterCommand(std::move(call));
    case Gesture::Promise:
    case Gesture::Dispute:
    case Gesture::NeedsDocument:
    case Gesture::InProcess: return callCommand(std::move(call));
    case Gesture::BarePromise: {
        const auto draft = promiseDraft();
        return draft ? Result<Command>(MakePromise{call.payer, call.contact, *draft, call.note}) : failed(draft);
    }
    case Gesture::BareDispute: {
        const auto draft = disputeDraft();
        return draft ? Result<Command>(OpenDispute{call.payer, call.contact, *draft}) : failed(draft);
    }
    case Gesture::BareStatus: {
        const auto drafts = statusDrafts();
        return drafts ? Result<Command>(SetPayerStatus{call.payer, call.contact, *drafts, call.note}) : failed(drafts);
    }
    case Gesture::WrongNumber:
        call.outcome = CallOutcome::WrongNumber;
        call.wrong = text(u"wrong"_s).startsWith(u'p', Qt::CaseInsensitive) ? WrongWhat::Person : WrongWhat::Number;
        return call;
    case Gesture::Refused:
        call.outcome = CallOutcome::Refused;
        call.escalateTo = text(u"contact"_s);
        return call;
    case Gesture::Note:
        call.kind = ActivityKind::Note;
        return call.note.isEmpty() ? refuse(u"note"_s, tr("is empty"), tr("write what there is to remember"))
                                   : Result<Command>(call);
    case Gesture::Email: call.kind = ActivityKind::Email; return call;
    case Gesture::Assign: return AssignOwner{m_context.customers, text(u"owner"_s)};
    }
    return call;
}

} // namespace duedesk
