#include "core/workbench/mailroom.h"

#include "core/mail/mimewriter.h"
#include "core/workbench/workbench.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> passOn(const Error& e) { return std::unexpected<Error>(e); }

} // namespace

const MailAccount* mailAccountOf(const Book& book)
{
    const MailAccount* account = nullptr;
    book.rows<MailAccount>().forEach([&](std::uint32_t, const MailAccount& a) { account = account ? account : &a; });
    return account;
}

Outcome canMail(const Book& book)
{
    const MailAccount* a = mailAccountOf(book);
    if (!a)
        return fail(ErrorCode::Refused, u"no mail account is set"_s, u"set it under Reminders, Mail account"_s,
                    u"account"_s);
    if (a->mode == MailMode::Smtp && a->host.isEmpty())
        return fail(ErrorCode::Refused, u"no SMTP server is set"_s, u"set it under Reminders, Mail account"_s,
                    u"account"_s);
    if (a->mode == MailMode::EmlFiles && a->folder.isEmpty())
        return fail(ErrorCode::Refused, u"no folder for .eml files is set"_s, u"set it under Reminders, Mail account"_s,
                    u"account"_s);
    return {};
}

QString signatureOf(const Book& book, const QString& user)
{
    const MailAccount* a = mailAccountOf(book);
    return a && !a->fromName.isEmpty() ? a->fromName : user;
}

Result<MailOrder> orderOf(const Book& book, const Reminder& r)
{
    if (r.contact == noRow)
        return fail(ErrorCode::Refused, u"has nobody to write to"_s, u"find a person first"_s, u"contact"_s);
    const Contact& to = book.rows<Contact>()[r.contact];
    const LetterTemplate* wording = wordingFor(book, r.step.letter, letterLanguage(book, &to, r.payer));
    if (!wording)
        return fail(ErrorCode::InputRejected, u"there is no approved template “"_s + r.step.letter + u'”',
                    u"approve one, or change the strategy"_s, u"letter"_s);
    MailOrder o;
    o.customer = book.customers()[r.payer].id;
    o.contact = to.id;
    o.debits = r.debits;
    o.wording = *wording;
    o.strategy = r.strategy;
    o.stepDay = r.step.day;
    o.cycle = r.cycle;
    return o;
}

Result<LetterEnclosure> enclosureOf(Workbench& workbench, AttachmentId file)
{
    const BookPtr book = workbench.book();
    const Attachment* a = book->rows<Attachment>().find(file);
    if (!a)
        return fail(ErrorCode::InputRejected, u"is no longer kept with the account"_s,
                    u"take it off this mail, or attach it from the disk"_s, u"attachment"_s);
    auto bytes = workbench.content(a->sha256);
    if (!bytes)
        return fail(
            bytes.error().code,
            u"“%1” cannot go with the mail: %2, in the book %3"_s.arg(a->name, bytes.error().what, workbench.path()),
            u"attach it from the disk, take it off this mail, or restore the book from a backup"_s, u"attachment"_s);
    return LetterEnclosure{a->name, a->mimeType.toLatin1(), std::move(*bytes)};
}

Result<Letter> letterOf(const Book& book, const MailOrder& order, Date day, const QString& user)
{
    auto statement = statementOf(book, order.customer, order.contact, day, order.debits);
    if (!statement)
        return passOn(statement.error());
    return renderLetter(order.wording,
                        letterParts(book, std::move(*statement), signatureOf(book, user), order.wording.language));
}

Result<MailDraft> writeMail(Workbench& workbench, const MailOrder& order)
{
    const BookPtr book = workbench.book();
    if (const Outcome o = canMail(*book); !o)
        return passOn(o.error());
    const auto letter = letterOf(*book, order, workbench.today(), workbench.user());
    if (!letter)
        return passOn(letter.error());
    const Contact* to = book->rows<Contact>().find(order.contact);
    const MailAccount& account = *mailAccountOf(*book);
    const auto from = EmailAddress::parse(account.fromAddress, u"from"_s);
    if (!to || !from)
        return to ? passOn(from.error()) : fail(ErrorCode::Refused, u"is no longer in the book"_s, {}, u"contact"_s);
    MailDraft d;
    d.id = workbench.newOutboxId();
    d.messageId = messageIdFor(d.id.value, book->info().uuid, *from);
    MailMessage m;
    m.from = from->text();
    m.fromName = account.fromName;
    m.replyTo = account.replyTo;
    m.to = to->email;
    m.toName = displayName(to->name);
    m.subject = letter->subject;
    m.date = workbench.clock().now();
    m.zone = book->info().zone;
    m.messageId = d.messageId;
    m.text = letter->text;
    m.html = letter->html;
    for (const LetterEnclosure& e : order.enclosures)
        m.attachments.push_back({e.name, e.type, e.bytes});
    const auto bytes = writeMime(m);
    if (!bytes)
        return passOn(bytes.error());
    const auto kept = workbench.putContent(*bytes);
    if (!kept)
        return passOn(kept.error());
    d.customer = order.customer;
    d.contact = order.contact;
    d.debits = order.debits;
    if (d.debits.empty()) { // what it shows is what it names, so that the guards know it when it is sent
        const auto shown = statementOf(*book, order.customer, order.contact, workbench.today());
        if (!shown)
            return passOn(shown.error());
        for (const StatementItem& item : shown->items)
            d.debits.push_back(item.debit);
    }
    d.strategy = order.strategy;
    d.stepDay = order.stepDay;
    d.cycle = order.cycle;
    d.letter = order.wording.id;
    d.letterVersion = order.wording.version;
    d.toAddress = to->email;
    d.subject = letter->subject;
    d.bodySha256 = *kept;
    d.size = bytes->size();
    return d;
}

} // namespace duedesk
