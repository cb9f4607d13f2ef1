#include "core/workbench/mailroom.h"

#include "core/mail/mimewriter.h"
#include "core/workbench/workbench.h"

using namespace Qt::StringLiterals;

namespace duedesk {
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

void enclosureOf(Workbench& workbench, AttachmentId file, QObject* asker,
                 std::function<void(Result<LetterEnclosure>)> then)
{
    const BookPtr book = workbench.book();
    const Attachment* a = book->rows<Attachment>().find(file);
    if (!a) {
        then(fail(ErrorCode::InputRejected, u"is no longer kept with the account"_s,
                  u"take it off this mail, or attach it from the disk"_s, u"attachment"_s));
        return;
    }
    const auto answer = [name = a->name, type = a->mimeType.toLatin1(), path = workbench.path(),
                         then = std::move(then)](const Result<QByteArray>& bytes) {
        if (bytes)
            then(LetterEnclosure{name, type, *bytes});
        else
            then(fail(bytes.error().code,
                      Lang::words("“%1” cannot go with the mail: %2, in the book %3", name, bytes.error().what, path),
                      u"attach it from the disk, take it off this mail, or restore the book from a backup"_s,
                      u"attachment"_s));
    };
    workbench.content(a->sha256, asker, answer);
}

Result<Letter> letterOf(const Book& book, const MailOrder& order, Date day, const QString& user)
{
    auto statement = statementOf(book, order.customer, order.contact, day, order.debits);
    if (!statement)
        return failed(statement);
    return renderLetter(order.wording,
                        letterParts(book, std::move(*statement), signatureOf(book, user), order.wording.language));
}

Result<WrittenMail> writeMail(Workbench& workbench, const MailOrder& order)
{
    const BookPtr book = workbench.book();
    if (const Outcome o = canMail(*book); !o)
        return failed(o);
    const auto letter = letterOf(*book, order, workbench.today(), workbench.user());
    if (!letter)
        return failed(letter);
    const Contact* to = book->rows<Contact>().find(order.contact);
    const MailAccount& account = *mailAccountOf(*book);
    const auto from = EmailAddress::parse(account.fromAddress, u"from"_s);
    if (!to || !from)
        return to ? failed(from) : fail(ErrorCode::Refused, u"is no longer in the book"_s, {}, u"contact"_s);
    MailDraft d;
    d.id = workbench.newOutboxId();
    if (!d.id)
        return fail(ErrorCode::StorageFailed, u"the book has no row number for this mail yet"_s,
                    u"try again in a moment"_s);
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
        return failed(bytes);
    d.customer = order.customer;
    d.contact = order.contact;
    d.debits = order.debits;
    if (d.debits.empty()) { // what it shows is what it names, so that the guards know it when it is sent
        const auto shown = statementOf(*book, order.customer, order.contact, workbench.today());
        if (!shown)
            return failed(shown);
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
    d.bodySha256 = Workbench::contentDigest(*bytes);
    d.size = bytes->size();
    return WrittenMail{std::move(d), *bytes};
}

} // namespace duedesk
