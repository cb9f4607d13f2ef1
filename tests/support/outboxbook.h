// A book made for mail: payers with one contact each, a mail account on this computer, and mails queued as a person would.
#pragma once
#include "core/mail/mimewriter.h"
#include "core/store/storage.h"
#include "core/workbench/workbench.h"

#include <QEventLoop>
#include <QTimer>

namespace duedesk {

inline constexpr Instant outboxNow = 1'763'110'800'000; // 2025-11-14T09:00:00Z

inline QString payerAddress(int i) { return QStringLiteral("ap@payer%1.example").arg(i); }

// `port` of a server on this computer without TLS; 0 = mails become files in `folder`.
inline Outcome makeOutboxBook(const QString& path, int payers, int port, const QString& folder = {},
                              int secondsBetween = 0)
{
    const BookStore::Actor maker{QStringLiteral("clara"), outboxNow};
    BookInfo info;
    info.name = QStringLiteral("Mail");
    info.base = *Currency::parse(QStringLiteral("EUR"));
    const auto store = BookStore::create(path, info, maker);
    if (!store)
        return fail(store.error());
    if (const auto book = (*store)->load(); !book)
        return fail(book.error());
    const auto ids = (*store)->ids();
    ChangeSet c;
    c.operation = OperationId(ids->next(Table::Operation));
    c.action = QStringLiteral("book made");
    for (int i = 0; i < payers; ++i) {
        Customer customer;
        customer.id = CustomerId(ids->next(Table::Customer));
        customer.externalId = QString::number(i);
        customer.name = QStringLiteral("Payer %1").arg(i);
        Contact contact;
        contact.id = ContactId(ids->next(Table::Contact));
        contact.customer = customer.id;
        contact.name = QStringLiteral("AP %1").arg(i);
        contact.email = payerAddress(i);
        c.insert(customer);
        c.insert(contact);
    }
    MailAccount a;
    a.id = MailAccountId(ids->next(Table::MailAccount));
    a.mode = port > 0 ? MailMode::Smtp : MailMode::EmlFiles;
    a.host = QStringLiteral("127.0.0.1");
    a.port = port > 0 ? port : 25;
    a.security = MailSecurity::LoopbackPlain;
    a.fromAddress = QStringLiteral("clerk@seller.example");
    a.folder = folder;
    a.secondsBetween = secondsBetween;
    c.insert(a);
    const auto done = (*store)->apply(c, (*store)->book()->revision(), maker);
    return done ? Outcome() : Outcome(fail(done.error()));
}

// False after `ms`.
template <class Done> bool waitUntil(const Done& done, int ms = 20'000)
{
    QEventLoop loop;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        if (done())
            loop.quit();
    });
    poll.start(2);
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    if (!done())
        loop.exec();
    return done();
}

// One mail by hand to a payer, in the book when this returns its row's id.
inline Result<OutboxId> queueMail(Workbench& w, std::uint32_t payer, const QString& text = QStringLiteral("Hello\n.\n"))
{
    const Customer& customer = w.book()->customers()[payer];
    const Contact* contact = nullptr;
    w.book()->rows<Contact>().forEach(
        [&](std::uint32_t, const Contact& c) { contact = c.customer == customer.id ? &c : contact; });
    MailDraft d;
    d.id = w.newOutboxId();
    d.customer = customer.id;
    d.contact = contact->id;
    d.toAddress = contact->email;
    d.subject = QStringLiteral("Open items");
    const auto from = EmailAddress::parse(QStringLiteral("clerk@seller.example"), QStringLiteral("from"));
    d.messageId = messageIdFor(d.id.value, w.book()->info().uuid, *from);
    MailMessage m;
    m.from = from->text();
    m.to = d.toAddress;
    m.subject = d.subject;
    m.date = w.clock().now();
    m.messageId = d.messageId;
    m.text = text;
    const auto mime = writeMime(m);
    if (!mime)
        return fail(mime.error());
    d.bodySha256 = Workbench::contentDigest(*mime);
    d.size = mime->size();
    if (const Outcome o = w.submit(QueueMails{{d}}, {*mime}); !o)
        return fail(o.error());
    waitUntil([&] { return !w.isSaving(); });
    return d.id;
}

} // namespace duedesk
