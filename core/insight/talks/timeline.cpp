#include "core/insight/talks/timeline.h"

#include "core/base/storedwords.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/confirms.h"
#include "core/insight/agreements/disputes.h"
#include "core/insight/agreements/plans.h"

#include <algorithm>
#include <array>
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

constexpr std::array<const char*, 20> kinds = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "call"),         QT_TRANSLATE_NOOP("duedesk::Lang", "e-mail"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "letter"),       QT_TRANSLATE_NOOP("duedesk::Lang", "meeting"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "note"),         QT_TRANSLATE_NOOP("duedesk::Lang", "reply"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "promise"),      QT_TRANSLATE_NOOP("duedesk::Lang", "payment"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "credit note"),  QT_TRANSLATE_NOOP("duedesk::Lang", "invoice"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "write-off"),    QT_TRANSLATE_NOOP("duedesk::Lang", "dispute"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "next action"),  QT_TRANSLATE_NOOP("duedesk::Lang", "request"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "payer status"), QT_TRANSLATE_NOOP("duedesk::Lang", "confirm by"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "mark"),         QT_TRANSLATE_NOOP("duedesk::Lang", "exception"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "contact"),      QT_TRANSLATE_NOOP("duedesk::Lang", "file")};

Words instalmentWords(const PlanInstalment& i, Currency currency, Date today)
{
    return Lang::words("%1 for %2", Money{i.amount, currency}.toPlain(), DayWord{i.due, today});
}

// One after the other, what is empty left out.
Words parted(Words a, Words b)
{
    return a.isEmpty() ? b : b.isEmpty() ? a : Lang::words("%1; %2", std::move(a), std::move(b));
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
        e.outcome = wordsOf(a.outcome);
        e.note = parted(recalled(a.note), a.reference.isEmpty() ? Words() : Lang::words("reference %1", a.reference));
    }

    void addPromise(const Promise& p)
    {
        if (p.madeOn > m_day)
            return;
        const PromiseStanding standing = judge(m_book, p, m_day);
        TimelineEvent& e = add(p.madeOn, EventKind::Promise, p.takenBy);
        e.table = Table::Promise;
        e.id = p.id.value;
        e.contact = nameOf(p.contact);
        e.outcome = wordsOf(standing.state);
        e.amount = {p.amount, p.currency};
        e.note = parted(Lang::words("for %1", DayWord{p.promisedFor, m_day}), Name{p.note});
        e.bad = standing.state == PromiseState::Broken || standing.state == PromiseState::PartlyKept;
    }

    void addPlan(const Plan& p)
    {
        if (p.madeOn > m_day)
            return;
        const PlanStanding standing = judge(m_book, p, m_day);
        TimelineEvent& e = add(p.madeOn, EventKind::Promise, p.takenBy);
        e.contact = nameOf(p.contact);
        e.outcome = Lang::words("plan, %1", wordsOf(standing.state));
        e.amount = {standing.total, p.currency};
        std::vector<Words> parts;
        for (const PlanInstalment& i : p.instalments)
            parts.push_back(instalmentWords(i, p.currency, m_day));
        e.note = parted(Lang::count("%1 instalments: %2", "1 instalment: %2", qint64(parts.size()), listed(parts)),
                        Name{p.note});
        e.bad = standing.state == PlanState::Broken;
        if (p.approvedOn.isValid() && p.approvedOn <= m_day) {
            TimelineEvent& approved = add(p.approvedOn, EventKind::Promise, p.approvedBy);
            approved.outcome = Lang::words("plan approved");
            approved.amount = {standing.total, p.currency};
        }
    }

    void addDispute(const Dispute& x)
    {
        if (x.openedOn > m_day)
            return;
        const std::uint32_t row = m_ledger.debitRow(x.debit);
        const Words reason =
            x.reason.isEmpty() && x.kind != DisputeReason::Other ? wordsOf(x.kind) : recalled(x.reason);
        const auto describe = [&](Date day, const Words& outcome, const QString& who) {
            TimelineEvent& e = add(day, EventKind::Dispute, who);
            e.contact = nameOf(x.contact);
            e.outcome = outcome;
            e.note = reason;
            if (row == noRow)
                return;
            const DebitView debit = viewDebit(m_ledger, row);
            e.amount = {x.amount != 0 ? x.amount : debit.amount, debit.currency};
            e.note = about(debit.number, reason);
        };
        describe(x.openedOn, x.reopens ? Lang::words("reopened") : Lang::words("opened"), x.openedBy);
        if (x.resolvedOn.isValid() && x.resolvedOn <= m_day)
            describe(x.resolvedOn,
                     x.resolution == Resolution::None ? Lang::words("resolved")
                                                      : Lang::words("resolved: %1", wordsOf(x.resolution)),
                     x.resolvedBy);
    }

    void addNextAction(const NextAction& n)
    {
        if (n.madeOn > m_day)
            return;
        TimelineEvent& e = add(n.madeOn, EventKind::NextAction, n.user);
        e.outcome = wordsOf(n.kind);
        e.note = parted(n.due.isValid() ? Lang::words("on %1", DayWord{n.due, m_day}) : Words(), nextActionNote(n));
    }

    QString numberOf(DebitId id) const
    {
        const std::uint32_t row = id ? m_ledger.debitRow(id) : noRow;
        return row == noRow ? QString() : viewDebit(m_ledger, row).number;
    }
    // "4711: text", either part alone.
    static Words about(const Words& number, const Words& text)
    {
        return text.isEmpty() ? number : number.isEmpty() ? text : Lang::words("%1: %2", number, text);
    }

    void addRequest(const CustomerRequest& r)
    {
        if (r.openedOn > m_day)
            return;
        TimelineEvent& e = add(r.openedOn, EventKind::Request, r.owner);
        e.contact = nameOf(r.contact);
        e.outcome = Lang::words("they wait");
        e.note = listed({about(numberOf(r.debit), recalled(r.what)),
                         r.dueOn.isValid() ? Lang::words("by %1", DayWord{r.dueOn, m_day}) : Words()});
        const bool done = r.doneOn.isValid() && r.doneOn <= m_day;
        e.bad = !done && r.dueOn.isValid() && r.dueOn < m_day;
        if (!done)
            return;
        TimelineEvent& then = add(r.doneOn, EventKind::Request, r.owner);
        then.contact = nameOf(r.contact);
        then.outcome = Lang::words("done");
        then.note = about(recalled(r.what), r.doneNote);
    }

    void addStatus(const PayerStatus& s)
    {
        if (s.day > m_day)
            return;
        TimelineEvent& e = add(s.day, EventKind::PayerStatus, s.user);
        e.at = s.at;
        e.contact = nameOf(s.contact);
        e.outcome = wordsOf(s.state);
        std::vector<Words> parts;
        if (!s.with.isEmpty())
            parts.push_back(Lang::words("with %1", s.with));
        if (s.since.isValid())
            parts.push_back(Lang::words("since %1", DayWord{s.since, m_day}));
        if (s.scheduledFor.isValid())
            parts.push_back(Lang::words("for %1", DayWord{s.scheduledFor, m_day}));
        if (!s.reference.isEmpty())
            parts.push_back(Lang::words("reference %1", s.reference));
        parts.push_back(Name{s.note});
        e.note = about(numberOf(s.debit), listed(std::move(parts)));
    }

    void addConfirm(const ConfirmBy& c)
    {
        if (c.madeOn > m_day)
            return;
        const ConfirmState state = confirmStateOf(m_book, c, m_day);
        TimelineEvent& e = add(c.madeOn, EventKind::Confirm, QString());
        e.contact = nameOf(c.contact);
        e.outcome = wordsOf(state);
        e.note = about(Lang::words("by %1", DayWord{c.due, m_day}), recalled(c.what));
        e.bad = state == ConfirmState::Unmet;
    }

    void addMark(const InvoiceMark& m)
    {
        if (m.day > m_day)
            return;
        TimelineEvent& e = add(m.day, EventKind::Mark, m.user);
        if (m.kind == MarkKind::WhyLate)
            e.outcome = m.late == LateReason::None ? Lang::words("reason for delay taken off")
                                                   : Lang::words("late because of %1", wordsOf(m.late));
        else
            e.outcome = m.stopped ? Lang::words("reminders stopped") : Lang::words("reminders resumed");
        e.note = about(numberOf(m.debit), m.note);
    }

    void addException(const ExceptionEntry& x)
    {
        if (x.day > m_day)
            return;
        TimelineEvent& e = add(x.day, EventKind::Exception, x.user);
        e.outcome = wordsOf(x.kind);
        e.note = listed({about(numberOf(x.debit), recalled(x.reason)),
                         x.until.isValid() ? Lang::words("until %1", DayWord{x.until, m_day}) : Words(),
                         x.costDays > 0 ? Lang::count("costs %1 days", "costs 1 day", x.costDays) : Words()});
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
        e.outcome = m.state == OutboxState::Unknown    ? Lang::words("sent or not, nobody knows")
                    : m.state == OutboxState::Failed   ? Lang::words("did not go")
                    : m.state == OutboxState::Exported ? Lang::words("handed to the mail program")
                                                       : Lang::words("sent");
        e.note = parted(about(m.subject, Lang::words("to %1", m.toAddress)),
                        m.state == OutboxState::Failed ? recalled(m.error) : Words());
        e.bad = m.state == OutboxState::Unknown || m.state == OutboxState::Failed;
    }

    void addContactEvent(const ContactEvent& c)
    {
        if (c.day > m_day)
            return;
        TimelineEvent& e = add(c.day, EventKind::Contact, c.user);
        e.at = c.at;
        e.contact = nameOf(c.contact);
        e.outcome = wordsOf(c.kind);
        e.bad = c.kind == ContactEventKind::DefectFound || c.kind == ContactEventKind::Left;
        const auto orNone = [](Words value) { return value.isEmpty() ? Lang::words("none") : value; };
        const Words before = contactEventValue(c, c.before), after = contactEventValue(c, c.after);
        e.note = parted(c.kind == ContactEventKind::Changed
                            ? Lang::words("%1: %2 → %3", contactEventField(c), orNone(before), orNone(after))
                        : after.isEmpty() ? before
                                          : after,
                        recalled(c.how));
    }

    void addSearch(const SearchTry& t)
    {
        if (t.day > m_day)
            return;
        TimelineEvent& e = add(t.day, EventKind::Contact, t.user);
        e.at = t.at;
        e.contact = nameOf(t.found);
        e.outcome = t.found ? Lang::words("found") : Lang::words("looked for, nobody yet");
        e.note = about(wordsOf(t.way), t.note);
    }

    void addFile(const Attachment& a)
    {
        if (a.day > m_day)
            return;
        TimelineEvent& e = add(a.day, EventKind::File, a.user);
        e.outcome = Lang::words("attached");
        e.note = about(numberOf(a.debit), a.name);
    }

    void addDebit(std::uint32_t row)
    {
        const auto [c, i] = m_ledger.debit(row);
        if (c->date[i] > m_day.days())
            return;
        const DebitView v = viewDebit(m_ledger, row);
        TimelineEvent& e = addPosted(c->date[i], EventKind::Invoice);
        e.table = Table::Debit;
        e.id = v.id.value;
        e.outcome = v.kind == DebitKind::Invoice ? Words() : wordsOf(v.kind);
        e.amount = {v.amount, v.currency};
        e.note = Lang::words("%1, due %2", v.number, DayWord{v.due, m_day});
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
        e.table = Table::Credit;
        e.id = v.id.value;
        e.amount = {v.amount, v.currency};
        e.note = v.reference;
        e.bad = v.kind == CreditKind::Reversal;
        if (e.bad)
            e.outcome = Lang::words("bounced");
        else if (v.kind == CreditKind::Deposit || v.kind == CreditKind::Recovery)
            e.outcome = wordsOf(v.kind);
    }

    const Book& m_book;
    const Ledger& m_ledger;
    Date m_day;
    std::vector<TimelineEvent> m_out;
};

} // namespace

QString eventKindName(EventKind k) { return QString::fromLatin1(kinds[std::size_t(k)]); }
Words wordsOf(EventKind k) { return Lang::words(kinds[std::size_t(k)]); }

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
