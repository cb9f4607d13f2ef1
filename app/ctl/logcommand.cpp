// One call logged from the command line, with the outcomes as the panel takes them.
#include "app/ctl/amounts.h"
#include "app/ctl/groups.h"
#include "core/base/exampleamount.h"
#include "core/base/text.h"
#include "core/command/command.h"
#include "core/store/bookstore.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace duedesk::ctl {
namespace {

// The payer's own where it owes something in it or nothing at all, else that of the oldest item it owes.
Currency currencyOf(const Session& s, std::uint32_t payer)
{
    const Currency own = s.book->customers()[payer].currency;
    const Ledger& l = s.book->ledger();
    Currency oldest = own.isValid() ? own : s.book->info().base;
    std::int32_t due = farFuture;
    for (const std::uint32_t site : s.book->paidBy(payer))
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (openAt(*c, i, s.today().days()) <= 0)
                continue;
            if (own.isValid() && c->currency[i] == own.index())
                return own;
            if (c->due[i] < due) {
                due = c->due[i];
                oldest = Currency::fromIndex(c->currency[i]);
            }
        }
    return oldest;
}

// --promise AMOUNT:DATE
Result<PromiseDraft> promiseOption(const Session& s, std::uint32_t payer, const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const auto date = colon < 0 ? std::nullopt : Date::fromIso(text.mid(colon + 1));
    const Currency currency = currencyOf(s, payer);
    const auto amount = colon < 0 ? std::nullopt : parsePlainMoney(text.left(colon), currency);
    if (!date || !amount)
        return fail(usageError("--promise", text, QStringLiteral("is not an amount and a day"),
                               u"write it as %1:2025-11-28"_s.arg(exampleAmount(currency))));
    if (amount->minor < 0)
        return fail(notAboveZero("--promise", text));
    PromiseDraft d;
    d.amount = amount->minor;
    d.currency = currency;
    d.promisedFor = *date;
    return d;
}

// --call-back "2025-11-18 14:30"
Outcome callBackOption(const QString& text, LogCall& call)
{
    const QStringList parts = text.split(text.contains(u'T') ? u'T' : u' ');
    const auto day = Date::fromIso(parts.value(0));
    const QStringList time = parts.value(1).split(u':');
    bool okH = false, okM = false;
    const int h = time.value(0).toInt(&okH), m = time.value(1).toInt(&okM);
    if (!day || !okH || !okM || h < 0 || h > 23 || m < 0 || m > 59)
        return fail(usageError("--call-back", text, QStringLiteral("is not a day and a time"),
                               QStringLiteral("write it as \"2025-11-18 14:30\", the time there")));
    call.callBackOn = *day;
    call.callBackMinute = h * 60 + m;
    return {};
}

// An open invoice of the payer or its sites by its number.
Result<DebitView> invoiceOption(const Session& s, std::uint32_t payer, const char* name, const QString& number)
{
    const Ledger& l = s.book->ledger();
    for (const std::uint32_t site : s.book->paidBy(payer))
        for (const std::uint32_t row : l.debitsOf(site))
            if (l.open(row, s.today()) > 0)
                if (const DebitView v = viewDebit(l, row); v.number == number)
                    return v;
    Error e = usageError(name, number, QStringLiteral("is not an open invoice of this customer"),
                         QStringLiteral("see: items --customer ID"));
    e.code = ErrorCode::InputRejected;
    return fail(e);
}

// INVOICE[:AMOUNT], where the number itself may hold colons.
Result<PromiseLine> disputedLine(const Session& s, std::uint32_t payer, const QString& text)
{
    if (const auto whole = invoiceOption(s, payer, "--dispute", text))
        return PromiseLine{whole->id, 0};
    const qsizetype colon = text.lastIndexOf(u':');
    const auto invoice = invoiceOption(s, payer, "--dispute", colon < 0 ? text : text.left(colon));
    if (!invoice)
        return std::unexpected<Error>(invoice.error());
    const auto amount = parsePlainMoney(text.mid(colon + 1), invoice->currency);
    if (amount && amount->minor <= 0)
        return fail(notAboveZero("--dispute", text.mid(colon + 1)));
    if (!amount)
        return fail(usageError("--dispute", text.mid(colon + 1), u"is not an amount of " + invoice->currency.toString(),
                               u"write it as " + exampleAmount(invoice->currency)));
    return PromiseLine{invoice->id, amount->minor};
}

Outcome disputeOptions(const Session& s, const QCommandLineParser& p, std::uint32_t payer, LogCall& call)
{
    for (const QString& text : p.values(QStringLiteral("dispute"))) {
        const auto reason = readDisputeReason(text.section(u':', 0, 0));
        if (!reason || !text.contains(u':'))
            return fail(usageError("--dispute", text, QStringLiteral("is not REASON:INVOICE[:AMOUNT]"),
                                   QStringLiteral("reasons are price, quantity, quality, missing-document, "
                                                  "wrong-address, not-ordered, duplicate, terms, deduction, other")));
        const auto line = disputedLine(s, payer, text.section(u':', 1));
        if (!line)
            return std::unexpected<Error>(line.error());
        if (!call.dispute)
            call.dispute.emplace();
        else if (call.dispute->kind != *reason)
            return fail(usageError("--dispute", text, QStringLiteral("has another reason than the one before"),
                                   QStringLiteral("log one dispute for each reason")));
        call.dispute->kind = *reason;
        call.dispute->lines.push_back(*line);
        call.dispute->note = call.note;
    }
    return {};
}

Outcome documentOptions(const Session& s, const QCommandLineParser& p, std::uint32_t payer, LogCall& call)
{
    if (!p.isSet(QStringLiteral("document")))
        return {};
    RequestDraft d;
    d.what = option(p, "document");
    d.owner = option(p, "owner");
    if (p.isSet(QStringLiteral("invoice"))) {
        const auto invoice = invoiceOption(s, payer, "--invoice", option(p, "invoice"));
        if (!invoice)
            return std::unexpected<Error>(invoice.error());
        d.debit = invoice->id;
    }
    if (p.isSet(QStringLiteral("due"))) {
        const auto due = dateOption(p, "due");
        if (!due)
            return std::unexpected<Error>(due.error());
        d.dueOn = *due;
    }
    call.request = d;
    return {};
}

// INVOICE:STATE…, where the number itself may hold colons.
Outcome statusOptions(const Session& s, const QCommandLineParser& p, std::uint32_t payer, LogCall& call)
{
    for (const QString& text : p.values(QStringLiteral("status"))) {
        const qsizetype colon = text.lastIndexOf(u':');
        auto status = colon < 0 ? std::nullopt : parseStatus(text.mid(colon + 1), s.today(), s.book->calendarOf(payer));
        if (!status)
            return fail(usageError("--status", text, QStringLiteral("is not INVOICE:STATE"),
                                   QStringLiteral("states are sent, received, waits for po, in approval, "
                                                  "scheduled DATE, paid")));
        const auto invoice = invoiceOption(s, payer, "--status", text.left(colon));
        if (!invoice)
            return std::unexpected<Error>(invoice.error());
        status->debit = invoice->id;
        call.statuses.push_back(*status);
    }
    return {};
}

Outcome wordOptions(const QCommandLineParser& p, LogCall& call)
{
    if (option(p, "confirm-by") == u"none") {
        call.confirmBy = Date();
    } else if (p.isSet(QStringLiteral("confirm-by"))) {
        const auto day = dateOption(p, "confirm-by");
        if (!day)
            return std::unexpected<Error>(day.error());
        call.confirmBy = *day;
    }
    const QString wrong = option(p, "wrong");
    if (p.isSet(QStringLiteral("wrong")) && wrong != u"number" && wrong != u"person")
        return fail(usageError("--wrong", wrong, QStringLiteral("is neither"), QStringLiteral("use number or person")));
    call.wrong = wrong == u"person" ? WrongWhat::Person : WrongWhat::Number;
    return {};
}

// --contact: the number, the name or the e-mail address of somebody known at the payer or its sites.
Outcome contactOption(const Session& s, const QCommandLineParser& p, std::uint32_t payer, LogCall& call)
{
    if (!p.isSet(QStringLiteral("contact")))
        return {};
    const QString text = option(p, "contact");
    int found = 0;
    for (const std::uint32_t site : s.book->paidBy(payer))
        for (const std::uint32_t row : s.book->contactsOf(site)) {
            const Contact& c = s.book->rows<Contact>()[row];
            const bool named = QString::number(c.id.value) == text || c.name.compare(text, Qt::CaseInsensitive) == 0
                               || (!c.email.isEmpty() && c.email.compare(text, Qt::CaseInsensitive) == 0);
            if (!named || c.mergedInto)
                continue;
            call.contact = c.id;
            ++found;
        }
    if (found == 1)
        return {};
    Error e = usageError("--contact", text,
                         found == 0 ? QStringLiteral("is nobody known at this customer")
                                    : QStringLiteral("is more than one person there"),
                         QStringLiteral("give the name or the e-mail address as contacts shows it"));
    e.code = ErrorCode::InputRejected;
    return fail(e);
}

Result<LogCall> callFromOptions(Session& s, const QCommandLineParser& p, std::uint32_t payer)
{
    LogCall call;
    call.payer = s.book->customers()[payer].id;
    call.note = option(p, "note");
    call.reference = option(p, "reference");
    call.escalateTo = option(p, "escalate-to");
    const QString key = option(p, "outcome");
    if (p.isSet(QStringLiteral("outcome"))) {
        call.outcome = key.size() == 1 ? outcomeOfKey(char(key[0].toLatin1())) : CallOutcome::None;
        if (call.outcome == CallOutcome::None)
            return fail(
                usageError("--outcome", key, QStringLiteral("is not an outcome"), QStringLiteral("use 1 to 9 or 0")));
    } else if (call.note.trimmed().isEmpty()) {
        return fail(ErrorCode::Usage, QStringLiteral("nothing is said"),
                    QStringLiteral("add --outcome N, or --note TEXT for a note"), QStringLiteral("--outcome"));
    } else {
        call.kind = ActivityKind::Note;
    }
    if (p.isSet(QStringLiteral("promise"))) {
        auto draft = promiseOption(s, payer, option(p, "promise"));
        if (!draft)
            return std::unexpected<Error>(draft.error());
        call.promise = *draft;
    }
    if (p.isSet(QStringLiteral("claimed"))) {
        const auto d = dateOption(p, "claimed");
        if (!d)
            return std::unexpected<Error>(d.error());
        call.claimed = *d;
    }
    for (const Outcome& o :
         {contactOption(s, p, payer, call), disputeOptions(s, p, payer, call), documentOptions(s, p, payer, call),
          statusOptions(s, p, payer, call), wordOptions(p, call)})
        if (!o)
            return std::unexpected<Error>(o.error());
    if (p.isSet(QStringLiteral("call-back")))
        if (const Outcome o = callBackOption(option(p, "call-back"), call); !o)
            return std::unexpected<Error>(o.error());
    return call;
}

Result<int> logAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, 1, "log CUSTOMER --outcome N"); !o)
        return std::unexpected<Error>(o.error());
    if (const Outcome o = s.openForWriting(); !o)
        return std::unexpected<Error>(o.error());
    const auto payer = s.payer(operands(p).first());
    if (!payer)
        return std::unexpected<Error>(payer.error());
    const auto call = callFromOptions(s, p, *payer);
    if (!call)
        return std::unexpected<Error>(call.error());
    const auto done = submit(s, *call);
    if (!done)
        return std::unexpected<Error>(done.error());
    if (!s.quiet)
        QTextStream(stdout) << shown(say(done->summary)) << '\n';
    return 0;
}

void logOptions(QCommandLineParser& p)
{
    p.addOptions(
        {{QStringLiteral("outcome"),
          QStringLiteral("1 promise, 2 says paid, 3 dispute, 4 voicemail, 5 no answer, 6 call back, 7 wrong number or "
                         "person, 8 needs a document, 9 escalate, 0 in process."),
          QStringLiteral("N")},
         {QStringLiteral("contact"), QStringLiteral("Whom you spoke with: name, e-mail address or number."),
          QStringLiteral("ID")},
         {QStringLiteral("note"), QStringLiteral("What was said."), QStringLiteral("TEXT")},
         {QStringLiteral("promise"), QStringLiteral("Amount and day promised."), QStringLiteral("AMOUNT:DATE")},
         {QStringLiteral("reference"), QStringLiteral("Payment reference they named."), QStringLiteral("REF")},
         {QStringLiteral("claimed"), QStringLiteral("The day they say they paid."), QStringLiteral("DATE")},
         {QStringList{QStringLiteral("call-back"), QStringLiteral("callback")}, QStringLiteral("Day and time there."),
          QStringLiteral("\"DATE HH:MM\"")},
         {QStringList{QStringLiteral("escalate-to"), QStringLiteral("escalate")}, QStringLiteral("Whom to go to next."),
          QStringLiteral("WHO")},
         {QStringLiteral("dispute"),
          QStringLiteral("What they contest, once for each invoice; without an amount all that is open of it."),
          QStringLiteral("REASON:INVOICE[:AMOUNT]")},
         {QStringLiteral("document"), QStringLiteral("What they wait for from us."), QStringLiteral("TEXT")},
         {QStringLiteral("invoice"), QStringLiteral("The invoice the document is about."), QStringLiteral("INVOICE")},
         {QStringLiteral("owner"), QStringLiteral("Who of us sends it."), QStringLiteral("NAME")},
         {QStringLiteral("due"), QStringLiteral("By when we send it."), QStringLiteral("DATE")},
         {QStringLiteral("status"),
          QStringLiteral("Where an invoice stands there: received, \"waits for po\", \"in approval with ben\", "
                         "\"scheduled 2025-11-28\", \"paid REF\"; once for each."),
          QStringLiteral("INVOICE:STATE")},
         {QStringLiteral("confirm-by"), QStringLiteral("The day by which they confirm it, or none."),
          QStringLiteral("DATE")},
         {QStringLiteral("wrong"), QStringLiteral("What was wrong: number or person."), QStringLiteral("WHAT")}});
}

} // namespace

Command logCommand()
{
    return {"log",         "CUSTOMER --outcome N [--contact ID] [--note T] [--promise AMOUNT:DATE] …",
            "Log a call.", logOptions,
            nullptr,       logAction};
}

} // namespace duedesk::ctl
