// What the form of an outcome means: its fields read as a command.
#include "ui/models/format.h"
#include "ui/panels/outcomeform.h"

using namespace Qt::StringLiterals;

namespace duedesk {

std::optional<LaterTime> OutcomeForm::when(const QString& words) const
{
    const bool theirs = m_gesture == Gesture::CallBack && m_context.theirMinute >= 0;
    return parseLater(words, m_context.today, theirs ? m_context.theirMinute : m_context.nowMinute,
                      m_context.book->calendar());
}

std::optional<PromiseDraft> OutcomeForm::promiseDraft()
{
    PromiseDraft d;
    d.currency = m_context.facts.currency;
    const auto amount = readAmount(text(u"amount"_s), d.currency);
    const Date day = dayOf(text(u"date"_s));
    if (!day.isValid())
        fail(u"date"_s, u"Is no day: write 21 Nov, fri or +5bd"_s);
    if (!amount || *amount <= 0)
        fail(u"amount"_s, u"Is no amount: write 1250.00"_s);
    if (!day.isValid() || !amount || *amount <= 0)
        return std::nullopt;
    d.amount = *amount;
    d.promisedFor = day;
    std::int64_t left = d.amount; // spread over the ticked items in their order
    for (const PromiseLine& line : m_context.ticked) {
        if (left <= 0)
            break;
        d.lines.push_back({line.debit, std::min(line.amount, left)});
        left -= d.lines.back().amount;
    }
    if (left > 0 && !d.lines.empty()) {
        fail(u"amount"_s, u"Is more than the ticked items: tick more, or none for the oldest first"_s);
        return std::nullopt;
    }
    return d;
}

std::optional<Command> OutcomeForm::command()
{
    clearErrors();
    LogCall call;
    call.payer = m_context.facts.payer;
    call.contact = m_context.facts.contact;
    call.note = text(u"note"_s);
    switch (m_gesture) {
    case Gesture::Plan: return planCommand();
    case Gesture::Exception:
    case Gesture::RenewException: return exceptionCommand();
    case Gesture::Promise:
    case Gesture::BarePromise: {
        const auto draft = promiseDraft();
        if (!draft)
            return std::nullopt;
        if (m_gesture == Gesture::BarePromise)
            return MakePromise{call.payer, call.contact, *draft, call.note};
        call.outcome = CallOutcome::Promise;
        call.promise = draft;
        return readConfirm(call) ? std::optional<Command>(call) : std::nullopt;
    }
    case Gesture::SaysPaid:
        call.outcome = CallOutcome::SaysPaid;
        call.reference = text(u"reference"_s);
        call.claimed = readDate(text(u"date"_s), m_context.today);
        // The day named last: "12 Nov" of a claim lies behind us.
        if (call.claimed > m_context.today && !text(u"date"_s).contains(QString::number(call.claimed.year())))
            call.claimed = call.claimed.addMonths(-12);
        if (!call.claimed.isValid() && !text(u"date"_s).isEmpty()) {
            fail(u"date"_s, u"Is no day: write 12 Nov 2025"_s);
            return std::nullopt;
        }
        return readConfirm(call) ? std::optional<Command>(call) : std::nullopt;
    case Gesture::CallBack:
    case Gesture::Later: {
        const bool back = m_gesture == Gesture::CallBack;
        const auto at = when(text(u"date"_s));
        if (!at) {
            fail(u"date"_s, u"Is not understood: write fri 10:00, +3bd or 14:30"_s);
            return std::nullopt;
        }
        if (!back)
            return Snooze{call.payer, at->day, at->minute, call.note};
        call.outcome = CallOutcome::CallBack;
        call.callBackOn = at->day;
        call.callBackMinute = at->minute;
        return call;
    }
    case Gesture::WrongNumber:
        call.outcome = CallOutcome::WrongNumber;
        call.wrong = text(u"wrong"_s).startsWith(u'p', Qt::CaseInsensitive) ? WrongWhat::Person : WrongWhat::Number;
        return call;
    case Gesture::Dispute:
        call.outcome = CallOutcome::Dispute;
        call.dispute = disputeDraft();
        return call.dispute && readConfirm(call) ? std::optional<Command>(call) : std::nullopt;
    case Gesture::BareDispute:
        if (const auto draft = disputeDraft())
            return OpenDispute{call.payer, call.contact, *draft};
        return std::nullopt;
    case Gesture::NeedsDocument:
        call.outcome = CallOutcome::NeedsDocument;
        call.request = requestDraft();
        return call.request ? std::optional<Command>(call) : std::nullopt;
    case Gesture::InProcess:
    case Gesture::BareStatus: {
        const auto statuses = statusDrafts();
        if (!statuses)
            return std::nullopt;
        if (m_gesture == Gesture::BareStatus)
            return SetPayerStatus{call.payer, call.contact, *statuses, call.note};
        call.outcome = CallOutcome::InProcess;
        call.statuses = *statuses;
        return readConfirm(call) ? std::optional<Command>(call) : std::nullopt;
    }
    case Gesture::Refused:
        call.outcome = CallOutcome::Refused;
        call.escalateTo = text(u"contact"_s);
        return call;
    case Gesture::Note:
    case Gesture::Email:
        call.kind = m_gesture == Gesture::Note ? ActivityKind::Note : ActivityKind::Email;
        if (m_gesture == Gesture::Note && call.note.isEmpty()) {
            fail(u"note"_s, u"Is empty: write what there is to remember"_s);
            return std::nullopt;
        }
        return call;
    case Gesture::Assign: return AssignOwner{m_context.customers, text(u"owner"_s)};
    }
    return std::nullopt;
}

} // namespace duedesk
