#include "core/base/emailaddress.h"
#include "core/base/hostname.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/command/common.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> wrong(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::InputRejected, what, remedy, field.toString());
}

Outcome checkServer(const MailAccount& a)
{
    if (a.host.isEmpty())
        return wrong(u"server", Lang::words("is missing: no SMTP server is set"),
                     Lang::words("ask your provider for its name, or write .eml files"));
    if (!isHostName(a.host))
        return wrong(u"server", Lang::words("is not the name of a server"),
                     Lang::words("write it as mail.example.com"));
    if (a.port < 1 || a.port > 65535)
        return wrong(u"port", Lang::words("is not a port"), Lang::words("587 for STARTTLS, 465 for TLS"));
    if (a.security == MailSecurity::LoopbackPlain && !isLoopbackHost(a.host))
        return wrong(u"security", Lang::words("plain text is for a server on this computer alone"),
                     Lang::words("choose STARTTLS or TLS"));
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
            return wrong(field, Lang::words("holds a character that cannot be seen"),
                         Lang::words("write it in one plain line"));
    }
    if (a.secondsBetween < 0 || a.secondsBetween > 3600)
        return wrong(u"pace", Lang::words("is not between 0 and 3600 seconds"), Lang::words("5 suits most servers"));
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
        return wrong(u"folder", Lang::words("is missing"), Lang::words("say where the .eml files go"));
    if (const Outcome o = checkText(a.folder, u"folder", 4096); !o)
        return std::unexpected(o.error());
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = u"mail account set"_s;
    changes.object = a.fromAddress;
    changes.summary = a.mode == MailMode::Smtp       ? Lang::words("Mail leaves through %1.", a.host)
                      : a.mode == MailMode::EmlFiles ? Lang::words("Mail is written to %1.", a.folder)
                                                     : Lang::words("Mail is handed to your mail program.");
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
        return wrong(u"reason", Lang::words("is missing"), Lang::words("say why they are not reminded"));
    ChangeSet changes = beginChange(book, *payer, x, c.stopped ? u"reminders stopped"_s : u"reminders allowed again"_s);
    if (c.debits.empty()) {
        const Customer& before = *book.customers().find(c.customer);
        Customer after = before;
        after.stopReminders = c.stopped;
        if (c.stopped || !before.doNotContact)
            after.stopReason = c.stopped ? c.reason.trimmed() : QString();
        changes.object = before.externalId;
        changes.summary = c.stopped ? Lang::words("Reminders to %1 stopped.", before.name)
                                    : Lang::words("Reminders to %1 allowed again.", before.name);
        changes.change(before, std::move(after));
        return changes;
    }
    for (const DebitId id : c.debits) {
        const std::uint32_t row = book.ledger().debitRow(id);
        const auto site = row == noRow ? noRow : book.ledger().debit(row).chunk->customer[row & 4095];
        if (site == noRow || book.payerRow(site) != *payer)
            return wrong(u"invoices", Lang::words("one is not paid by %1", book.customers()[*payer].name));
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
    const auto many = qint64(c.debits.size());
    changes.summary =
        c.stopped
            ? Lang::count("Reminders of %1 invoices stopped.", "Reminders of 1 invoice stopped.", many)
            : Lang::count("Reminders of %1 invoices allowed again.", "Reminders of 1 invoice allowed again.", many);
    return changes;
}

} // namespace duedesk
