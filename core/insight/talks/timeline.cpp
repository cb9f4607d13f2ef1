#include "core/insight/talks/timeline.h"

#include "core/base/words.h"
#include "core/insight/agreements/confirms.h"
#include "core/insight/agreements/disputes.h"
#include "core/insight/agreements/plans.h"

#include <algorithm>
#include <tuple>

namespace duedesk {
namespace {

EventKind eventOf(ActivityKind k)
{
    switch (k) {
    case ActivityKind::Call: return EventKind::Call;
    case ActivityKind::Email: return EventKind::Email;
    case ActivityKind::Letter: return EventKind::Letter;
    case ActivityKind::Meeting: return EventKind::Meeting;
    case ActivityKind::Reply: return EventKind::Reply;
    case ActivityKind::Note: break;
    }
    return EventKind::Note;
}

QString nextActionWords(NextActionKind k)
{
    switch (k) {
    case NextActionKind::TryAgain: return QStringLiteral("try again");
    case NextActionKind::CallBack: return QStringLiteral("call back");
    case NextActionKind::Snooze: return QStringLiteral("later");
    case NextActionKind::Escalate: return QStringLiteral("escalate");
    case NextActionKind::FindPerson: return QStringLiteral("find a person");
    case NextActionKind::PutBack: return QStringLiteral("back on the list");
    case NextActionKind::FollowUp: break;
    }
    return QStringLiteral("follow up");
}

QString contactEventWords(ContactEventKind k)
{
    switch (k) {
    case ContactEventKind::Added: return QStringLiteral("added");
    case ContactEventKind::Changed: return QStringLiteral("changed");
    case ContactEventKind::Verified: return QStringLiteral("verified");
    case ContactEventKind::Confirmed: return QStringLiteral("address confirmed");
    case ContactEventKind::DefectFound: return QStringLiteral("found wrong");
    case ContactEventKind::DefectCleared: return QStringLiteral("right again");
    case ContactEventKind::BillingSet: return QStringLiteral("billing contact");
    case ContactEventKind::Merged: return QStringLiteral("merged");
    case ContactEventKind::Left: break;
    }
    return QStringLiteral("has left");
}

class Collector {
public:
    Collector(const Book& book, Date d) : m_book(book), m_ledger(book.ledger()), m_day(d) {}

    void addCustomer(std::uint32_t customer)
    {
        for (const std::uint32_t row : m_book.activitiesOf(customer))
            addActivity(m_book.rows<Activity>()[row]);
        for (const std::uint32_t row : m_book.promisesOf(customer))
            addPromise(m_book.rows<Promise>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<Plan>(customer))
            addPlan(m_book.rows<Plan>()[row]);
        for (const std::uint32_t row : m_book.disputesOf(customer))
            addDispute(m_book.rows<Dispute>()[row]);
        for (const std::uint32_t row : m_book.nextActionsOf(customer))
            addNextAction(m_book.rows<NextAction>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<CustomerRequest>(customer))
            addRequest(m_book.rows<CustomerRequest>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<PayerStatus>(customer))
            addStatus(m_book.rows<PayerStatus>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<ConfirmBy>(customer))
            addConfirm(m_book.rows<ConfirmBy>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<InvoiceMark>(customer))
            addMark(m_book.rows<InvoiceMark>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<ExceptionEntry>(customer))
            addException(m_book.rows<ExceptionEntry>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<OutboxMessage>(customer))
            addMail(m_book.rows<OutboxMessage>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<ContactEvent>(customer))
            addContactEvent(m_book.rows<ContactEvent>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<SearchTry>(customer))
            addSearch(m_book.rows<SearchTry>()[row]);
        for (const std::uint32_t row : m_book.rowsOf<Attachment>(customer))
            addFile(m_book.rows<Attachment>()[row]);
        for (const std::uint32_t row : m_ledger.debitsOf(customer))
            addDebit(row);
        for (const std::uint32_t row : m_ledger.creditsOf(customer))
            addCredit(row);
    }
    std::vector<TimelineEvent> take(std::size_t limit)
    {
        // Of one day, what has a time stands by its time, above what has none; of one instant, the later gesture first.
        std::reverse(m_out.begin(), m_out.end());
        std::stable_sort(m_out.begin(), m_out.end(), [](const TimelineEvent& a, const TimelineEvent& b) {
            return std::tie(b.day, b.at, a.kind) < std::tie(a.day, a.at, b.kind);
        });
        if (m_out.size() > limit)
            m_out.resize(limit);
        return std::move(m_out);
    }

private:
    TimelineEvent& add(Date day, EventKind kind, const QString& who)
    {
        m_out.emplace_back();
        m_out.back().day = day;
        m_out.back().kind = kind;
        m_out.back().who = who;
        return m_out.back();
    }
    TimelineEvent& addPosted(std::int32_t day, EventKind kind)
    {
        return add(Date(day), kind, QStringLiteral("ledger"));
    }
    QString nameOf(ContactId id) const
    {
        const Contact* c = m_book.rows<Contact>().find(id);
        return c ? c->name : QString();
    }

    void addActivity(const Activity& a)
    {
        if (a.day > m_day)
            return;
        TimelineEvent& e = add(a.day, eventOf(a.kind), a.user);
        e.at = a.at;
        e.contact = nameOf(a.contact);
        e.outcome = outcomeName(a.outcome);
        e.note = a.note;
        if (!a.reference.isEmpty())
            e.note = (e.note.isEmpty() ? QString() : QString(e.note + u"; ")) + u"reference " + a.reference;
    }

    void addPromise(const Promise& p)
    {
        if (p.madeOn > m_day)
            return;
        const PromiseStanding standing = judge(m_book, p, m_day);
        TimelineEvent& e = add(p.madeOn, EventKind::Promise, p.takenBy);
        e.contact = nameOf(p.contact);
        e.outcome = promiseStateName(standing.state);
        e.amount = {p.amount, p.currency};
        e.note = u"for " + p.promisedFor.toIso() + (p.note.isEmpty() ? QString() : QString(u"; " + p.note));
        e.bad = standing.state == PromiseState::Broken || standing.state == PromiseState::PartlyKept;
    }

    void addPlan(const Plan& p)
    {
        if (p.madeOn > m_day)
            return;
        const PlanStanding standing = judge(m_book, p, m_day);
        TimelineEvent& e = add(p.madeOn, EventKind::Promise, p.takenBy);
        e.contact = nameOf(p.contact);
        e.outcome = u"plan, " + planStateName(standing.state);
        e.amount = {standing.total, p.currency};
        e.note = countWords(int(p.instalments.size()), u"instalment", u"instalments");
        for (const PlanInstalment& i : p.instalments)
            e.note += (&i == &p.instalments.front() ? u": " : u", ") + Money{i.amount, p.currency}.toPlain() + u" for "
                      + i.due.toIso();
        if (!p.note.isEmpty())
            e.note += u"; " + p.note;
        e.bad = standing.state == PlanState::Broken;
        if (p.approvedOn.isValid() && p.approvedOn <= m_day) {
            TimelineEvent& approved = add(p.approvedOn, EventKind::Promise, p.approvedBy);
            approved.outcome = QStringLiteral("plan approved");
            approved.amount = {standing.total, p.currency};
        }
    }

    void addDispute(const Dispute& x)
    {
        if (x.openedOn > m_day)
            return;
        const std::uint32_t row = m_ledger.debitRow(x.debit);
        const QString reason =
            x.reason.isEmpty() && x.kind != DisputeReason::Other ? disputeReasonName(x.kind) : x.reason;
        const auto describe = [&](Date day, const QString& outcome, const QString& who) {
            TimelineEvent& e = add(day, EventKind::Dispute, who);
            e.contact = nameOf(x.contact);
            e.outcome = outcome;
            e.note = reason;
            if (row == noRow)
                return;
            const DebitView debit = viewDebit(m_ledger, row);
            e.amount = {x.amount != 0 ? x.amount : debit.amount, debit.currency};
            e.note = debit.number + (reason.isEmpty() ? QString() : QString(u": " + reason));
        };
        describe(x.openedOn, x.reopens ? QStringLiteral("reopened") : QStringLiteral("opened"), x.openedBy);
        if (x.resolvedOn.isValid() && x.resolvedOn <= m_day)
            describe(x.resolvedOn,
                     x.resolution == Resolution::None ? QStringLiteral("resolved")
                                                      : QString(u"resolved: " + resolutionName(x.resolution)),
                     x.resolvedBy);
    }

    void addNextAction(const NextAction& n)
    {
        if (n.madeOn > m_day)
            return;
        TimelineEvent& e = add(n.madeOn, EventKind::NextAction, n.user);
        e.outcome = nextActionWords(n.kind);
        e.note = (n.due.isValid() ? QString(u"on " + n.due.toIso()) : QString())
                 + (n.note.isEmpty() ? QString() : QString(u"; " + n.note));
    }

    QString numberOf(DebitId id) const
    {
        const std::uint32_t row = id ? m_ledger.debitRow(id) : noRow;
        return row == noRow ? QString() : viewDebit(m_ledger, row).number;
    }
    // "4711: text", either part alone.
    static QString about(const QString& number, const QString& text)
    {
        return number.isEmpty() || text.isEmpty() ? QString(number + text) : QString(number + u": " + text);
    }

    void addRequest(const CustomerRequest& r)
    {
        if (r.openedOn > m_day)
            return;
        TimelineEvent& e = add(r.openedOn, EventKind::Request, r.owner);
        e.contact = nameOf(r.contact);
        e.outcome = QStringLiteral("they wait");
        e.note =
            about(numberOf(r.debit), r.what) + (r.dueOn.isValid() ? QString(u", by " + r.dueOn.toIso()) : QString());
        const bool done = r.doneOn.isValid() && r.doneOn <= m_day;
        e.bad = !done && r.dueOn.isValid() && r.dueOn < m_day;
        if (!done)
            return;
        TimelineEvent& then = add(r.doneOn, EventKind::Request, r.owner);
        then.contact = nameOf(r.contact);
        then.outcome = QStringLiteral("done");
        then.note = about(r.what, r.doneNote);
    }

    void addStatus(const PayerStatus& s)
    {
        if (s.day > m_day)
            return;
        TimelineEvent& e = add(s.day, EventKind::PayerStatus, s.user);
        e.at = s.at;
        e.contact = nameOf(s.contact);
        e.outcome = payerStateName(s.state);
        QStringList parts;
        if (!s.with.isEmpty())
            parts += u"with " + s.with;
        if (s.since.isValid())
            parts += u"since " + s.since.toIso();
        if (s.scheduledFor.isValid())
            parts += u"for " + s.scheduledFor.toIso();
        if (!s.reference.isEmpty())
            parts += u"reference " + s.reference;
        if (!s.note.isEmpty())
            parts += s.note;
        e.note = about(numberOf(s.debit), parts.join(QStringLiteral(", ")));
    }

    void addConfirm(const ConfirmBy& c)
    {
        if (c.madeOn > m_day)
            return;
        const ConfirmState state = confirmStateOf(m_book, c, m_day);
        TimelineEvent& e = add(c.madeOn, EventKind::Confirm, QString());
        e.contact = nameOf(c.contact);
        e.outcome = confirmStateName(state);
        e.note = u"by " + c.due.toIso() + (c.what.isEmpty() ? QString() : QString(u": " + c.what));
        e.bad = state == ConfirmState::Unmet;
    }

    void addMark(const InvoiceMark& m)
    {
        if (m.day > m_day)
            return;
        TimelineEvent& e = add(m.day, EventKind::Mark, m.user);
        if (m.kind == MarkKind::WhyLate)
            e.outcome = m.late == LateReason::None ? QStringLiteral("reason for delay taken off")
                                                   : QString(u"late because of " + lateReasonName(m.late));
        else
            e.outcome = m.stopped ? QStringLiteral("reminders stopped") : QStringLiteral("reminders resumed");
        e.note = about(numberOf(m.debit), m.note);
    }

    void addException(const ExceptionEntry& x)
    {
        if (x.day > m_day)
            return;
        TimelineEvent& e = add(x.day, EventKind::Exception, x.user);
        e.outcome = exceptionKindName(x.kind);
        e.note = about(numberOf(x.debit), x.reason)
                 + (x.until.isValid() ? QString(u", until " + x.until.toIso()) : QString())
                 + (x.costDays > 0 ? QString(u", costs " + countWords(x.costDays, u"day", u"days")) : QString());
    }

    // What left, may have left, or was to leave and did not; what waits in the outbox is no history yet.
    void addMail(const OutboxMessage& m)
    {
        if (m.day > m_day || m.state == OutboxState::Queued || m.state == OutboxState::Sending
            || m.state == OutboxState::Cancelled)
            return;
        TimelineEvent& e = add(m.day, EventKind::Email, m.user);
        e.at = m.endedAt != 0 ? m.endedAt : m.createdAt;
        e.contact = nameOf(m.contact);
        e.outcome = m.state == OutboxState::Unknown    ? QStringLiteral("sent or not, nobody knows")
                    : m.state == OutboxState::Failed   ? QStringLiteral("did not go")
                    : m.state == OutboxState::Exported ? QStringLiteral("handed to the mail program")
                                                       : QStringLiteral("sent");
        e.note = about(m.subject, u"to " + m.toAddress)
                 + (m.state == OutboxState::Failed && !m.error.isEmpty() ? QString(u"; " + m.error) : QString());
        e.bad = m.state == OutboxState::Unknown || m.state == OutboxState::Failed;
    }

    void addContactEvent(const ContactEvent& c)
    {
        if (c.day > m_day)
            return;
        TimelineEvent& e = add(c.day, EventKind::Contact, c.user);
        e.at = c.at;
        e.contact = nameOf(c.contact);
        e.outcome = contactEventWords(c.kind);
        e.bad = c.kind == ContactEventKind::DefectFound || c.kind == ContactEventKind::Left;
        QStringList parts;
        if (c.kind == ContactEventKind::Changed)
            parts += about(c.field, (c.before.isEmpty() ? QStringLiteral("none") : c.before) + u" → "
                                        + (c.after.isEmpty() ? QStringLiteral("none") : c.after));
        else if (!c.after.isEmpty())
            parts += c.after;
        else if (!c.before.isEmpty())
            parts += c.before;
        if (!c.how.isEmpty())
            parts += c.how;
        e.note = parts.join(QStringLiteral("; "));
    }

    void addSearch(const SearchTry& t)
    {
        if (t.day > m_day)
            return;
        TimelineEvent& e = add(t.day, EventKind::Contact, t.user);
        e.at = t.at;
        e.contact = nameOf(t.found);
        e.outcome = t.found ? QStringLiteral("found") : QStringLiteral("looked for, nobody yet");
        e.note = about(searchWayName(t.way), t.note);
    }

    void addFile(const Attachment& a)
    {
        if (a.day > m_day)
            return;
        TimelineEvent& e = add(a.day, EventKind::File, a.user);
        e.outcome = QStringLiteral("attached");
        e.note = about(numberOf(a.debit), a.name);
    }

    void addDebit(std::uint32_t row)
    {
        const auto [c, i] = m_ledger.debit(row);
        if (c->date[i] > m_day.days())
            return;
        const DebitView v = viewDebit(m_ledger, row);
        TimelineEvent& e = addPosted(c->date[i], EventKind::Invoice);
        e.outcome = v.kind == DebitKind::Invoice ? QString() : debitKindName(v.kind).replace(u'_', u' ');
        e.amount = {v.amount, v.currency};
        e.note = v.number + u", due " + v.due.toIso();
        for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
            if (c->credit[k] != noRow || c->from[k] > m_day.days())
                continue;
            TimelineEvent& w = addPosted(c->from[k], EventKind::WriteOff);
            w.amount = {c->settled[k], v.currency};
            w.note = v.number;
        }
    }

    void addCredit(std::uint32_t row)
    {
        const CreditView v = viewCredit(m_ledger, row);
        if (v.date > m_day)
            return;
        TimelineEvent& e = add(v.date, v.kind == CreditKind::CreditNote ? EventKind::CreditNote : EventKind::Payment,
                               QStringLiteral("ledger"));
        e.amount = {v.amount, v.currency};
        e.note = v.reference;
        e.bad = v.kind == CreditKind::Reversal;
        if (e.bad)
            e.outcome = QStringLiteral("bounced");
        else if (v.kind == CreditKind::Deposit || v.kind == CreditKind::Recovery)
            e.outcome = creditKindName(v.kind);
    }

    const Book& m_book;
    const Ledger& m_ledger;
    Date m_day;
    std::vector<TimelineEvent> m_out;
};

} // namespace

QString eventKindName(EventKind k)
{
    switch (k) {
    case EventKind::Call: return QStringLiteral("call");
    case EventKind::Email: return QStringLiteral("e-mail");
    case EventKind::Letter: return QStringLiteral("letter");
    case EventKind::Meeting: return QStringLiteral("meeting");
    case EventKind::Reply: return QStringLiteral("reply");
    case EventKind::Promise: return QStringLiteral("promise");
    case EventKind::Payment: return QStringLiteral("payment");
    case EventKind::CreditNote: return QStringLiteral("credit note");
    case EventKind::Invoice: return QStringLiteral("invoice");
    case EventKind::WriteOff: return QStringLiteral("write-off");
    case EventKind::Dispute: return QStringLiteral("dispute");
    case EventKind::NextAction: return QStringLiteral("next action");
    case EventKind::Request: return QStringLiteral("request");
    case EventKind::PayerStatus: return QStringLiteral("payer status");
    case EventKind::Confirm: return QStringLiteral("confirm by");
    case EventKind::Mark: return QStringLiteral("mark");
    case EventKind::Exception: return QStringLiteral("exception");
    case EventKind::Contact: return QStringLiteral("contact");
    case EventKind::File: return QStringLiteral("file");
    case EventKind::Note: break;
    }
    return QStringLiteral("note");
}

std::vector<TimelineEvent> timeline(const Book& book, std::uint32_t payer, Date d, std::size_t limit)
{
    Collector all(book, d);
    bool itself = false;
    for (const std::uint32_t customer : book.paidBy(payer)) {
        all.addCustomer(customer);
        itself = itself || customer == payer;
    }
    if (!itself)
        all.addCustomer(payer);
    return all.take(limit);
}

} // namespace duedesk
