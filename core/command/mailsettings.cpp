#include "core/base/emailaddress.h"
#include "core/base/hostname.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/command/common.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> wrong(QStringView field, const QString& what, const QString& remedy = {})
{
    return fail(ErrorCode::InputRejected, what, remedy, field.toString());
}

Outcome checkServer(const MailAccount& a)
{
    if (a.host.isEmpty())
        return wrong(u"server", u"is missing: no SMTP server is set"_s,
                     u"ask your provider for its name, or write .eml files"_s);
    if (!isHostName(a.host))
        return wrong(u"server", u"is not the name of a server"_s, u"write it as mail.example.com"_s);
    if (a.port < 1 || a.port > 65535)
        return wrong(u"port", u"is not a port"_s, u"587 for STARTTLS, 465 for TLS"_s);
    if (a.security == MailSecurity::LoopbackPlain && !isLoopbackHost(a.host))
        return wrong(u"security", u"plain text is for a server on this computer alone"_s, u"choose STARTTLS or TLS"_s);
    return {};
}

Outcome checkSender(const MailAccount& a)
{
    if (const auto from = EmailAddress::parse(a.fromAddress, u"from"_s); !from)
        return std::unexpected(from.error());
    if (!a.replyTo.isEmpty())
        if (const auto reply = EmailAddress::parse(a.replyTo, u"reply to"_s); !reply)
            return std::unexpected(reply.error());
    for (const auto& [text, field] : {std::pair{a.fromName, u"from name"_s}, std::pair{a.userName, u"user"_s}}) {
        if (const Outcome o = checkText(text, field, wordLimit); !o)
            return o;
        if (firstHidden(text) >= 0)
            return wrong(field, u"holds a character that cannot be seen"_s, u"write it in one plain line"_s);
    }
    if (a.secondsBetween < 0 || a.secondsBetween > 3600)
        return wrong(u"pace", u"is not between 0 and 3600 seconds"_s, u"5 suits most servers"_s);
    return {};
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const SetMailAccount& c, const Context& x)
{
    MailAccount a = c.account;
    for (QString* text : {&a.host, &a.userName, &a.fromName, &a.fromAddress, &a.replyTo, &a.folder})
        *text = text->trimmed();
    if (a.mode == MailMode::Smtp)
        if (const Outcome o = checkServer(a); !o)
            return std::unexpected(o.error());
    if (const Outcome o = checkSender(a); !o)
        return std::unexpected(o.error());
    if (a.mode == MailMode::EmlFiles && a.folder.isEmpty())
        return wrong(u"folder", u"is missing"_s, u"say where the .eml files go"_s);
    if (const Outcome o = checkText(a.folder, u"folder", 4096); !o)
        return std::unexpected(o.error());
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = u"mail account set"_s;
    changes.object = a.fromAddress;
    changes.summary = a.mode == MailMode::Smtp       ? u"Mail leaves through "_s + a.host + u'.'
                      : a.mode == MailMode::EmlFiles ? u"Mail is written to "_s + a.folder + u'.'
                                                     : u"Mail is handed to your mail program."_s;
    const MailAccount* before = nullptr;
    book.rows<MailAccount>().forEach([&](std::uint32_t, const MailAccount& m) { before = before ? before : &m; });
    a.operation = before ? before->operation : x.operation;
    a.retractedBy = {};
    a.id = before ? before->id : nextId<MailAccountId>(x, Table::MailAccount);
    if (before)
        changes.change(*before, std::move(a));
    else
        changes.insert(std::move(a));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const StopReminders& c, const Context& x)
{
    const auto payer = payerOf(book, c.customer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const Outcome o = checkText(c.reason, u"reason", noteLimit); !o)
        return std::unexpected(o.error());
    if (c.stopped && c.reason.trimmed().isEmpty())
        return wrong(u"reason", u"is missing"_s, u"say why they are not reminded"_s);
    const QString verb = c.stopped ? u"stopped"_s : u"allowed again"_s;
    ChangeSet changes = beginChange(book, *payer, x, u"reminders "_s + verb);
    if (c.debits.empty()) {
        const Customer& before = *book.customers().find(c.customer);
        Customer after = before;
        after.stopReminders = c.stopped;
        if (c.stopped || !before.doNotContact)
            after.stopReason = c.stopped ? c.reason.trimmed() : QString();
        changes.object = before.externalId;
        changes.summary = u"Reminders to "_s + before.name + u' ' + verb + u'.';
        changes.change(before, std::move(after));
        return changes;
    }
    for (const DebitId id : c.debits) {
        const std::uint32_t row = book.ledger().debitRow(id);
        const auto site = row == noRow ? noRow : book.ledger().debit(row).chunk->customer[row & 4095];
        if (site == noRow || book.payerRow(site) != *payer)
            return wrong(u"invoices", u"one is not paid by "_s + book.customers()[*payer].name);
        InvoiceMark mark;
        mark.id = nextId<InvoiceMarkId>(x, Table::InvoiceMark);
        mark.customer = book.customers()[site].id;
        mark.debit = id;
        mark.kind = MarkKind::StopReminders;
        mark.stopped = c.stopped;
        mark.day = x.today;
        mark.user = x.user;
        mark.note = c.reason.trimmed();
        mark.operation = x.operation;
        changes.insert(std::move(mark));
    }
    changes.summary =
        u"Reminders of "_s + countWords(int(c.debits.size()), u"invoice", u"invoices") + u' ' + verb + u'.';
    return changes;
}

} // namespace duedesk
