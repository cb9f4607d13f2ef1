#include "ui/panels/outcomeform.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/people/callcontact.h"
#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

QString gestureTitle(Gesture g)
{
    switch (g) {
    case Gesture::Promise: return Lang::tr("Promise to pay");
    case Gesture::BarePromise: return Lang::tr("Promise, without a call");
    case Gesture::SaysPaid: return Lang::tr("Says paid");
    case Gesture::CallBack: return Lang::tr("Call back");
    case Gesture::WrongNumber: return Lang::tr("Wrong number or person");
    case Gesture::Refused: return Lang::tr("Refused, escalate");
    case Gesture::Dispute: return Lang::tr("Dispute");
    case Gesture::NeedsDocument: return Lang::tr("Needs a document");
    case Gesture::InProcess: return Lang::tr("In process");
    case Gesture::BareDispute: return Lang::tr("Dispute, without a call");
    case Gesture::BareStatus: return Lang::tr("Payer status, without a call");
    case Gesture::Plan: return Lang::tr("Payment plan");
    case Gesture::Exception: return Lang::tr("Exception");
    case Gesture::RenewException: return Lang::tr("Renew the extension");
    case Gesture::Note: return Lang::tr("Note");
    case Gesture::Email: return Lang::tr("E-mail sent");
    case Gesture::Later: return Lang::tr("Later");
    case Gesture::Assign: return Lang::tr("Assign an owner");
    }
    return {};
}

OutcomeForm::OutcomeForm(QWidget* parent) : FieldForm(parent, Labels::Above) {}

QString OutcomeForm::draftKey() const
{
    return QString::number(m_context.facts.payer.value) + u'/' + QString::number(int(m_gesture));
}

void OutcomeForm::open(Gesture gesture, const FormContext& context)
{
    m_gesture = gesture;
    m_context = context;
    const PayerFacts& facts = context.facts;
    QStringList who{facts.name};
    if (gesture == Gesture::Assign && context.customers.size() > 1)
        who = {Lang::plural("%1 accounts", "1 account", qint64(context.customers.size()))};
    else if (facts.contact && gesture != Gesture::Later && gesture != Gesture::Assign)
        who += facts.contactLine.section(u" \u00b7 "_s, 0, 0);
    start(gestureTitle(gesture), who.join(u" \u00b7 "_s), tr("Ctrl+Shift+Enter saves and goes to the next account."));
    build();
    const QString day = gesture == Gesture::Plan ? u"instalments"_s : u"date"_s;
    answerFor(day, {u"date"_s, u"time"_s, u"until"_s}); // they are part of its words
    tellHints();
}

void OutcomeForm::passTime(Date today, int nowMinute, int theirMinute)
{
    m_context.today = today;
    m_context.nowMinute = nowMinute;
    m_context.theirMinute = theirMinute;
    tellHints();
}

void OutcomeForm::build()
{
    const PayerFacts& facts = m_context.facts;
    const auto resolved = [this](const QString& t) { return dayHint(t); };
    switch (m_gesture) {
    case Gesture::Plan: addPlan(); break;
    case Gesture::Exception:
    case Gesture::RenewException: addException(); break;
    case Gesture::Promise:
    case Gesture::BarePromise:
        addAmount();
        addField(u"date"_s, tr("Promised for"), dateText(m_context.payDay), resolved);
        if (m_gesture == Gesture::Promise)
            addConfirm();
        addNote(tr("Note"));
        break;
    case Gesture::SaysPaid:
        addField(u"reference"_s, tr("Their reference"), {});
        addField(u"date"_s, tr("Paid on"), dateText(m_context.today), resolved);
        addConfirm();
        addNote(tr("Note"));
        break;
    case Gesture::CallBack:
        addWhen(m_context.theirMinute >= 0 ? tr("When, in their time") : tr("When"));
        addNote(tr("Note"));
        break;
    case Gesture::WrongNumber:
        addField(u"wrong"_s, tr("Number or person"), u"number"_s, [](const QString& t) {
            return t.trimmed().startsWith(u'p', Qt::CaseInsensitive)
                       ? tr("Wrong person: N for the number, P for the person")
                       : tr("Wrong number: N for the number, P for the person");
        });
        addNote(tr("What is wrong"));
        break;
    case Gesture::Dispute:
    case Gesture::BareDispute: buildDispute(); break;
    case Gesture::NeedsDocument: buildDocument(); break;
    case Gesture::InProcess:
    case Gesture::BareStatus: buildStatus(); break;
    case Gesture::Refused: {
        const Contact* c = facts.contact ? m_context.book->rows<Contact>().find(facts.contact) : nullptr;
        addField(u"contact"_s, tr("Next person or role"), say(wordsOf(nextRung(c ? c->role : ContactRole::ApClerk))));
        addNote(tr("What they said"));
        break;
    }
    case Gesture::Note:
    case Gesture::Email: addNote(m_gesture == Gesture::Note ? tr("Note") : tr("What was sent")); break;
    case Gesture::Later:
        addWhen(tr("When"));
        addNote(tr("Note"));
        break;
    case Gesture::Assign: {
        const QStringList owners = namesOf(*m_context.book, &Customer::owner);
        addField(u"owner"_s, tr("Owner"), {}, {}, owners.mid(0, 3).join(u", "_s));
        complete(u"owner"_s, owners);
        break;
    }
    }
}

void OutcomeForm::addField(const QString& name, const QString& label, const QString& value, Hint hint,
                           const QString& placeholder)
{
    addLine(name, label, value, placeholder);
    addHint(name, std::move(hint));
}

void OutcomeForm::addNote(const QString& label, const QString& name) { addArea(name, label, {}); }

void OutcomeForm::addAmount()
{
    const PayerFacts& facts = m_context.facts;
    addField(u"amount"_s, tr("Amount, %1").arg(facts.currency.toString()), amountText(facts.toCollect, facts.currency),
             [c = facts.currency](const QString& t) {
                 const auto a = readAmount(t, c);
                 return a ? amountWithUnit(*a, c) : QString();
             });
}

void OutcomeForm::addWhen(const QString& label)
{
    addField(u"date"_s, label, {}, [this](const QString& t) { return whenHint(t); }, u"fri 10:00"_s);
}

QString OutcomeForm::whenHint(const QString& words) const
{
    const auto at = when(words);
    if (!at)
        return words.trimmed().isEmpty() ? tr("For example: fri 10:00, +3bd, tomorrow, 14:30") : QString();
    if (at->minute < 0)
        return fullDateText(at->day);
    const auto moment = [](const QString& day, int minute) {
        return tr("%1, %2", "a day, a time").arg(day, minuteText(minute));
    };
    const QString there = moment(fullDateText(at->day), at->minute);
    if (m_gesture != Gesture::CallBack || m_context.theirZone.isEmpty())
        return there;
    const QString& ours = m_context.book->info().zone;
    const Instant then = instantIn(m_context.theirZone, at->day, at->minute);
    const Date here = dayIn(ours, then);
    const int minute = minuteOfDayIn(ours, then);
    return tr("%1 there \u00b7 %2 here")
        .arg(there, here == at->day ? minuteText(minute) : moment(dateText(here), minute));
}

QString OutcomeForm::dayHint(const QString& words) const
{
    const Date d = dayOf(words);
    return d.isValid() ? fullDateText(d) : QString();
}

Date OutcomeForm::dayOf(const QString& words) const
{
    if (const Date d = readDate(words, m_context.today); d.isValid())
        return d;
    const auto t = when(words);
    return t ? t->day : Date();
}

std::optional<LaterTime> OutcomeForm::when(const QString& words) const
{
    const bool theirs = m_gesture == Gesture::CallBack && m_context.theirMinute >= 0;
    return parseLater(words, m_context.today, theirs ? m_context.theirMinute : m_context.nowMinute,
                      m_context.book->calendar());
}

} // namespace duedesk
