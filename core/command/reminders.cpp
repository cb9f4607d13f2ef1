#include "core/base/clock.h"
#include "core/base/emailaddress.h"
#include "core/base/storedwords.h"
#include "core/base/text.h"
#include "core/command/common.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/letters/mailleave.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype subjectLimit = 250;
constexpr std::int64_t messageLimit = 25'000'000; // bytes; what most servers take

std::unexpected<Error> notAllowed(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::Refused, what, remedy, field.toString());
}
std::unexpected<Error> wrong(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::InputRejected, what, remedy, field.toString());
}

// Header texts are one visible line.
Outcome checkLine(const QString& text, QStringView field, qsizetype limit)
{
    if (const Outcome o = checkText(text, field, limit); !o)
        return o;
    if (firstHidden(text) >= 0)
        return wrong(field, Lang::words("holds a character that cannot be seen"),
                     Lang::words("write it in one plain line"));
    return {};
}

bool isSha256(const QByteArray& hex)
{
    return hex.size() == 64 && std::all_of(hex.begin(), hex.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

// What was rendered is whole: one recipient, one line of subject, bytes that are kept.
Outcome checkMessage(const MailDraft& m)
{
    if (m.subject.trimmed().isEmpty())
        return wrong(u"subject", Lang::words("is missing"), Lang::words("say what the mail is about"));
    if (const Outcome o = checkLine(m.subject, u"subject", subjectLimit); !o)
        return o;
    if (const Outcome o = checkLine(m.messageId, u"message", 998); !o)
        return o;
    if (m.messageId.size() < 5 || !m.messageId.startsWith(u'<') || !m.messageId.endsWith(u'>')
        || !m.messageId.contains(u'@'))
        return wrong(u"message", Lang::words("has no Message-ID"));
    if (!isSha256(m.bodySha256) || m.size <= 0)
        return wrong(u"message", Lang::words("has no bytes"), Lang::words("write the mail again"));
    if (m.size > messageLimit)
        return wrong(u"message", Lang::words("is larger than 25 MB"), Lang::words("attach less"));
    return {};
}

// The invoices named are open, each once, and all of this payer.
Outcome checkDebits(const Book& book, const MailDraft& m, std::uint32_t payer, Date today)
{
    const Ledger& l = book.ledger();
    std::vector<DebitId> seen;
    for (const DebitId id : m.debits) {
        const std::uint32_t row = l.debitRow(id);
        if (row == noRow)
            return wrong(u"invoices", Lang::words("one is not in this book"));
        const auto [c, i] = l.debit(row);
        const QString number = viewDebit(l, row).number;
        if (book.payerRow(c->customer[i]) != payer)
            return notAllowed(u"invoices", Lang::words("%1 is not paid by %2", number, book.customers()[payer].name));
        if (openAt(*c, i, today.days()) <= 0)
            return notAllowed(u"invoices", Lang::words("%1 is not open", number), Lang::words("preview it again"));
        if (std::find(seen.begin(), seen.end(), id) != seen.end())
            return wrong(u"invoices", Lang::words("%1 is named twice", number));
        seen.push_back(id);
    }
    if (m.cycle != 0 && m.debits.empty())
        return wrong(u"invoices", Lang::words("none is named"), Lang::words("a reminder names what is open"));
    return {};
}

Outcome checkLetter(const Book& book, const MailDraft& m)
{
    if (m.cycle < 0 || (m.cycle == 0 && (m.strategy || m.stepDay != 0)))
        return wrong(u"step", Lang::words("names a step without its run"));
    if (m.strategy && !book.rows<Strategy>().find(m.strategy))
        return wrong(u"step", Lang::words("belongs to a strategy that is not in this book"));
    if (!m.letter)
        return {};
    const LetterTemplate* t = book.rows<LetterTemplate>().find(m.letter);
    if (!t || t->version != m.letterVersion)
        return wrong(u"letter", Lang::words("is not in this book in that version"), Lang::words("preview it again"));
    if (!t->approvedOn.isValid())
        return notAllowed(u"letter",
                          Lang::words("version %1 of %2 is not approved", QString::number(t->version), t->name),
                          Lang::words("have its wording approved first"));
    return {};
}

bool takenElsewhere(const Book& book, const QString& messageId)
{
    bool found = false;
    book.rows<OutboxMessage>().forEach(
        [&](std::uint32_t, const OutboxMessage& m) { found = found || m.messageId == messageId; });
    return found;
}

// As it stands in the outbox: with the instant it is held until, and why; refused where it is stopped. What came in today
// is seen by who writes: there is something else to send tomorrow.
Result<OutboxMessage> mayWait(const Book& book, OutboxMessage m, const Context& x)
{
    m.releaseAt = x.now + mailHoldMs;
    const MailVerdict v = mayLeave(book, m, x.today, x.now);
    if (v.leaves())
        return m;
    if (!v.isHeld() || v.why->field != u"time")
        return std::unexpected(*v.why);
    m.releaseAt = std::max(m.releaseAt, v.heldUntil);
    m.error = stored(v.why->what);
    return m;
}

// "in 10 s", "Sat 15 Nov 08:00: now is outside the hours in which consumers are written to"
Words leavesWords(const Book& book, const OutboxMessage& m, const Context& x)
{
    if (m.releaseAt <= x.now + mailHoldMs)
        return Lang::words("in 10 s.");
    return Lang::words("%1 %2: now %3.", DayWord{book.dayOf(m.releaseAt), x.today, true},
                       ClockWord{minuteOfDayIn(book.info().zone, m.releaseAt)}, recalled(m.error));
}

Result<OutboxMessage> queued(const Book& book, const MailDraft& m, const Context& x)
{
    const auto payer = payerOf(book, m.customer);
    if (!payer)
        return std::unexpected(payer.error());
    if (book.customers()[*payer].id != m.customer)
        return notAllowed(u"customer", Lang::words("does not pay for itself"),
                          Lang::words("write to %1, who pays", book.customers()[*payer].name));
    if (const auto contact = contactOf(book, m.contact, *payer); !contact)
        return std::unexpected(contact.error());
    else if (!*contact)
        return wrong(u"contact", Lang::words("is missing"), Lang::words("say to whom"));
    for (const Outcome& o : {checkMessage(m), checkDebits(book, m, *payer, x.today), checkLetter(book, m)})
        if (!o)
            return std::unexpected(o.error());
    const auto to = EmailAddress::parse(m.toAddress, u"to"_s);
    if (!to)
        return std::unexpected(to.error());
    if (takenElsewhere(book, m.messageId) || (m.id && book.rows<OutboxMessage>().rowOf(m.id) != noRow))
        return notAllowed(u"message", Lang::words("is in the outbox already"));
    OutboxMessage out;
    out.id = m.id ? m.id : nextId<OutboxId>(x, Table::OutboxMessage);
    out.customer = m.customer;
    out.contact = m.contact;
    out.debits = m.debits;
    out.strategy = m.strategy;
    out.stepDay = m.stepDay;
    out.cycle = m.cycle;
    out.letter = m.letter;
    out.letterVersion = m.letterVersion;
    out.toAddress = to->text();
    out.subject = m.subject;
    out.messageId = m.messageId;
    out.bodySha256 = m.bodySha256;
    out.size = m.size;
    out.day = x.today;
    out.createdAt = x.now;
    out.user = x.user;
    out.operation = x.operation;
    return mayWait(book, std::move(out), x);
}

// Two of one call must not stand for one step, nor share a Message-ID.
Outcome checkTwins(const std::vector<OutboxMessage>& mails)
{
    for (std::size_t i = 0; i < mails.size(); ++i)
        for (std::size_t k = 0; k < i; ++k) {
            if (mails[i].messageId == mails[k].messageId || mails[i].id == mails[k].id)
                return wrong(u"message", Lang::words("is there twice"));
            if (mails[i].cycle != 0 && mails[k].cycle != 0 && mails[i].customer == mails[k].customer)
                return wrong(u"step", Lang::words("two reminders go to one customer"), Lang::words("send one of them"));
        }
    return {};
}

// We look whether it helped, unless something was agreed already.
void followUp(ChangeSet& changes, const Book& book, std::uint32_t payer, const Context& x)
{
    const PayerPast past = payerPast(book, payer, x.today);
    if (past.next && (past.next->due > x.today || past.next->at > x.now))
        return;
    addNextAction(changes, book, payer, x, NextActionKind::FollowUp,
                  book.calendar().addBusinessDays(x.today, book.policyAt(x.today).confirmDays));
}

Result<OutboxMessage> messageOf(const Book& book, OutboxId id)
{
    const OutboxMessage* m = book.rows<OutboxMessage>().find(id);
    if (!m)
        return wrong(u"message", Lang::words("is not in the outbox"), Lang::words("it may have been taken back"));
    return *m;
}

// The same row in its next state, refused where there is no such step.
Result<OutboxMessage> moved(const OutboxMessage& m, OutboxState to, OutboxHand hand, const Context& x)
{
    if (!mayBecome(m.state, to, hand))
        return notAllowed(u"message", Lang::words("is %1 and cannot become %2", wordsOf(m.state), wordsOf(to)));
    OutboxMessage after = m;
    after.state = to;
    after.day = x.today;
    return after;
}

Words whom(const Book& book, const OutboxMessage& m)
{
    const Customer* c = book.customers().find(m.customer);
    return c ? Lang::words("%1 (%2)", m.toAddress, c->name) : Words(Name{m.toAddress});
}

ChangeSet begin(const Book& book, const OutboxMessage& m, const Context& x, const QString& action)
{
    return beginChange(book, book.customerRow(m.customer), x, action);
}

// A guard now forbids it: cancelled, with the reason; or it waits in the queue until it may be asked again.
ChangeSet stopped(const Book& book, const OutboxMessage& m, const MailVerdict& verdict, const Context& x)
{
    const Error& why = *verdict.why;
    if (verdict.isHeld()) {
        ChangeSet changes = begin(book, m, x, u"mail held"_s);
        OutboxMessage after = m;
        after.releaseAt = std::max(verdict.heldUntil, x.now + mailHoldMs);
        after.error = stored(why.what);
        changes.summary = Lang::words("Mail to %1 leaves %2", whom(book, m), leavesWords(book, after, x));
        changes.change(m, std::move(after));
        return changes;
    }
    ChangeSet changes = begin(book, m, x, u"mail stopped"_s);
    OutboxMessage after = m;
    after.state = OutboxState::Cancelled;
    after.day = x.today;
    after.endedAt = x.now;
    after.error = stored(why.what);
    changes.change(m, std::move(after));
    changes.summary = Lang::words("Mail to %1 was not sent: %2.", whom(book, m), why.what);
    return changes;
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const QueueMails& c, const Context& x)
{
    if (c.mails.empty())
        return wrong(u"customer", Lang::words("no mail is chosen"), Lang::words("tick at least one"));
    std::vector<OutboxMessage> mails;
    std::vector<std::uint32_t> payers;
    for (const MailDraft& draft : c.mails) {
        auto m = queued(book, draft, x);
        if (!m) {
            Error e = m.error();
            if (c.mails.size() > 1 && book.customers().find(draft.customer))
                e.what = Lang::words("%1: %2", book.customers().find(draft.customer)->name, e.what);
            return std::unexpected(e);
        }
        mails.push_back(std::move(*m));
        payers.push_back(book.customerRow(draft.customer));
    }
    if (const Outcome o = checkTwins(mails); !o)
        return std::unexpected(o.error());
    ChangeSet changes = beginChange(book, payers.front(), x, u"mail queued"_s);
    changes.summary =
        mails.size() == 1
            ? Lang::words("Mail to %1 leaves %2", whom(book, mails.front()), leavesWords(book, mails.front(), x))
            : Lang::count("%1 mails leave in 10 s.", "1 mail leaves in 10 s.", qint64(mails.size()));
    std::sort(payers.begin(), payers.end());
    payers.erase(std::unique(payers.begin(), payers.end()), payers.end());
    if (payers.size() > 1)
        changes.object = countWords(int(payers.size()), u"customer", u"customers");
    for (const std::uint32_t payer : payers)
        followUp(changes, book, payer, x);
    for (OutboxMessage& m : mails)
        changes.insert(std::move(m));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const StartSending& c, const Context& x)
{
    const auto m = messageOf(book, c.message);
    if (!m)
        return std::unexpected(m.error());
    auto after = moved(*m, OutboxState::Sending, OutboxHand::Program, x);
    if (!after)
        return std::unexpected(after.error());
    if (x.now < m->releaseAt)
        return notAllowed(u"message", Lang::words("is held until %1", toIsoInstant(m->releaseAt)));
    if (const MailVerdict v = mayLeave(book, *m, x.today, x.now); !v.leaves())
        return stopped(book, *m, v, x);
    after->attempt = c.attempt ? c.attempt : x.operation;
    ++after->attempts;
    after->startedAt = x.now;
    after->endedAt = 0;
    after->error.clear();
    ChangeSet changes = begin(book, *m, x, u"mail sending"_s);
    changes.summary = Lang::words("Mail to %1 is on its way.", whom(book, *m));
    changes.change(*m, std::move(*after));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const FinishSending& c, const Context& x)
{
    const auto m = messageOf(book, c.message);
    if (!m)
        return std::unexpected(m.error());
    if (m->state == OutboxState::Sending && m->attempt != c.attempt)
        return notAllowed(u"message", Lang::words("is being sent by another attempt"));
    OutboxState to = c.state;
    const Instant again = to == OutboxState::Queued ? retryAt(m->attempts, x.now) : 0;
    if (to == OutboxState::Queued && again == 0)
        to = OutboxState::Failed;
    auto after = moved(*m, to, OutboxHand::Program, x);
    if (!after || (m->state != OutboxState::Sending && to != OutboxState::Exported))
        return after ? notAllowed(u"message", Lang::words("is not being sent")) : std::unexpected(after.error());
    if (to == OutboxState::Exported)
        if (const MailVerdict v = mayLeave(book, *m, x.today, x.now); !v.leaves())
            return stopped(book, *m, v, x);
    after->endedAt = x.now;
    after->error = c.words.left(noteLimit);
    if (again != 0)
        after->releaseAt = again;
    ChangeSet changes = begin(book, *m, x, u"mail "_s + outboxStateName(to));
    changes.summary = c.words.isEmpty()
                          ? Lang::words("Mail to %1 is %2.", whom(book, *m), wordsOf(to))
                          : Lang::words("Mail to %1 is %2: %3", whom(book, *m), wordsOf(to), excerpt(c.words, 200));
    changes.change(*m, std::move(*after));
    if (const Contact* contact = book.rows<Contact>().find(m->contact);
        c.addressRefused && contact && contact->defect == ContactDefect::None) {
        Contact bounced = *contact;
        bounced.defect = ContactDefect::Bounced;
        changes.change(*contact, std::move(bounced));
    }
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const CancelMail& c, const Context& x)
{
    const auto m = messageOf(book, c.message);
    if (!m)
        return std::unexpected(m.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    auto after = moved(*m, OutboxState::Cancelled, OutboxHand::Person, x);
    if (!after)
        return std::unexpected(after.error());
    after->endedAt = x.now;
    after->error = c.note.isEmpty() ? stored(Lang::words("taken back by %1", x.user)) : c.note;
    ChangeSet changes = begin(book, *m, x, u"mail cancelled"_s);
    changes.summary = Lang::words("Mail to %1 taken back.", whom(book, *m));
    changes.change(*m, std::move(*after));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const ReleaseUnknown& c, const Context& x)
{
    const auto m = messageOf(book, c.message);
    if (!m)
        return std::unexpected(m.error());
    if (m->state != OutboxState::Unknown)
        return notAllowed(u"message", Lang::words("is %1, not unknown", wordsOf(m->state)));
    auto after = moved(*m, c.arrived ? OutboxState::Sent : OutboxState::Queued, OutboxHand::Person, x);
    if (!after)
        return std::unexpected(after.error());
    after->error =
        stored(c.arrived ? Lang::words("arrived, says %1", x.user) : Lang::words("did not arrive, says %1", x.user));
    if (!c.arrived)
        after = mayWait(book, std::move(*after), x);
    if (!after)
        return std::unexpected(after.error());
    ChangeSet changes = begin(book, *m, x, c.arrived ? u"mail found sent"_s : u"mail queued again"_s);
    changes.summary = c.arrived
                          ? Lang::words("Mail to %1 counts as sent.", whom(book, *m))
                          : Lang::words("Mail to %1 leaves again %2", whom(book, *m), leavesWords(book, *after, x));
    changes.change(*m, std::move(*after));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const RetryMail& c, const Context& x)
{
    const auto m = messageOf(book, c.message);
    if (!m)
        return std::unexpected(m.error());
    if (m->state != OutboxState::Failed)
        return notAllowed(u"message", Lang::words("is %1, not failed", wordsOf(m->state)));
    auto after = moved(*m, OutboxState::Queued, OutboxHand::Person, x);
    if (!after)
        return std::unexpected(after.error());
    after->error.clear();
    after = mayWait(book, std::move(*after), x);
    if (!after)
        return std::unexpected(after.error());
    after->attempts = 0; // the server's patience is asked anew
    ChangeSet changes = begin(book, *m, x, u"mail queued again"_s);
    changes.summary = Lang::words("Mail to %1 leaves again %2", whom(book, *m), leavesWords(book, *after, x));
    changes.change(*m, std::move(*after));
    return changes;
}

ChangeSet takeBack(const Book& book, const ChangeSet& step, OperationId operation, Instant now)
{
    ChangeSet back = step.inverted(operation);
    auto& mails = back.of<OutboxMessage>();
    std::erase_if(mails, [&](const RowChange<OutboxMessage>& m) {
        const std::uint32_t row = book.rows<OutboxMessage>().rowOf(m.after.id);
        return row == noRow || !m.before || book.rows<OutboxMessage>()[row].state != m.before->state
               || book.rows<OutboxMessage>()[row].attempts != m.before->attempts;
    });
    for (RowChange<OutboxMessage>& m : mails)
        if (!m.after.retractedBy && m.after.state == OutboxState::Queued)
            m.after.releaseAt = std::max(m.after.releaseAt, now + mailHoldMs);
    return back;
}

} // namespace duedesk
