#include "core/base/storedwords.h"
#include "core/insight/letters/mailguard.h"
#include "tests/core/command/commanddesk.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// One late payer "A" with a site "A1", one other payer "B"; cash is known through yesterday.
struct MailDesk : CommandDesk {
    BookMaker::DebitSpec* old = nullptr;
    BookMaker::DebitSpec* site = nullptr;
    BookMaker::DebitSpec* foreign = nullptr;
    ContactId anna, bert;

    MailDesk()
    {
        m.customer("A").name = u"Summit Foods"_s;
        m.customer("A1").payer = id("A");
        old = &late("A", "1000.00", 12);
        site = &late("A1", "200.00", 2);
        foreign = &late("B", "70.00", 20);
        m.payment("B", "5.00", "2025-11-13");
        anna = person("A", u"Anna"_s, u"anna@summit.example"_s);
        bert = person("B", u"Bert"_s, u"bert@other.example"_s);
    }
    ContactId person(std::string_view customer, const QString& name, const QString& email)
    {
        Contact& c = contact(customer, ContactRole::ApClerk, name);
        c.email = email;
        return c.id;
    }
    MailDraft draft(int stepDay = 3, int cycle = 20394)
    {
        MailDraft d;
        d.customer = id("A");
        d.contact = anna;
        d.debits = {*old, *site};
        d.stepDay = stepDay;
        d.cycle = cycle;
        d.toAddress = u"anna@summit.example"_s;
        d.subject = u"Open items"_s;
        d.messageId = u"<1.x@us.example>"_s;
        d.bodySha256 = QByteArray(64, 'a');
        d.size = 900;
        return d;
    }
    QString queueRefused(const MailDraft& d) { return refused(QueueMails{{d}}); }
    // The book after a queued mail; its row.
    const OutboxMessage& queue(const MailDraft& d)
    {
        if (!decide(QueueMails{{d}}))
            throw std::runtime_error(refusal().toStdString());
        book = book->with(*last, book->revision() + 1);
        return row();
    }
    const OutboxMessage& row() const { return book->rows<OutboxMessage>()[book->rows<OutboxMessage>().size() - 1]; }
    // Applies what changes outbox rows alone; "" or the refusal.
    QString apply(const Command& c, qint64 secondsLater)
    {
        if (!book)
            book = m.build();
        Context x = context();
        x.now += secondsLater * 1000;
        last = duedesk::decide(*book, c, x);
        if (!last)
            return refusal();
        book = book->with(*last, book->revision() + 1);
        return {};
    }
    template <class T> void put(T t)
    {
        t.id = decltype(T::id)(m.ids().next(tableOf<T>()));
        ChangeSet set;
        set.insert(std::move(t));
        book = book->with(set, book->revision() + 1);
    }
};

} // namespace

class TestReminders : public QObject {
    Q_OBJECT
private slots:
    void queuesAndIsTakenBack();
    void oneCustomerAlone_data();
    void oneCustomerAlone();
    void oneMailForAStep();
    void guardsBeforeQueueing_data();
    void guardsBeforeQueueing();
    void guardsAgainWhenSent_data();
    void guardsAgainWhenSent();
    void consumersAreLeftAloneAtNight();
    void moneyCameInToday();
    void waysThroughTheOutbox();
    void serverSaysLater();
    void unknownIsAnsweredByAPerson();
    void aMailByHandNeedsNoStep();
    void accountIsChecked_data();
    void accountIsChecked();
    void stopsReminders();
    void whatLeftStays();
};

void TestReminders::queuesAndIsTakenBack()
{
    MailDesk d;
    QCOMPARE(d.summary(QueueMails{{d.draft()}}), u"Mail to anna@summit.example (Summit Foods) leaves in 10 s."_s);
    const auto m = d.only<OutboxMessage>();
    QCOMPARE(m.state, OutboxState::Queued);
    QCOMPARE(m.releaseAt, m.createdAt + 10'000);
    QCOMPARE(m.day, d.today);
    QCOMPARE(m.debits.size(), std::size_t(2));
    QCOMPARE(d.only<NextAction>().due, day("2025-11-18")); // two business days after Friday
    d.book = d.book->with(*d.last, 2);
    QCOMPARE(d.apply(CancelMail{m.id, {}}, 4), QString());
    QCOMPARE(d.row().state, OutboxState::Cancelled);
    QCOMPARE(d.apply(StartSending{m.id, {}}, 20), u"message: is cancelled and cannot become sending"_s);
}

void TestReminders::oneCustomerAlone_data()
{
    QTest::addColumn<std::function<void(MailDesk&, MailDraft&)>>("change");
    QTest::addColumn<QString>("refusal");
    using Change = std::function<void(MailDesk&, MailDraft&)>;
    QTest::newRow("contact of another") << Change([](MailDesk& d, MailDraft& x) { x.contact = d.bert; })
                                        << u"contact: is not a contact of this customer"_s;
    QTest::newRow("no contact") << Change([](MailDesk&, MailDraft& x) { x.contact = {}; }) << u"contact: is missing"_s;
    QTest::newRow("address of another") << Change([](MailDesk&, MailDraft& x) {
        x.toAddress = u"bert@other.example"_s;
    }) << u"to: is not the address of Anna"_s;
    QTest::newRow("two addresses") << Change([](MailDesk&, MailDraft& x) {
        x.toAddress = u"anna@summit.example, bert@other.example"_s;
    }) << QString();
    QTest::newRow("invoice of another") << Change([](MailDesk& d, MailDraft& x) { x.debits = {*d.foreign}; })
                                        << u"invoices: F3 is not paid by Summit Foods"_s;
    QTest::newRow("a site pays nothing") << Change([](MailDesk& d, MailDraft& x) { x.customer = d.id("A1"); })
                                         << u"customer: does not pay for itself"_s;
    QTest::newRow("twice the same invoice")
        << Change([](MailDesk& d, MailDraft& x) { x.debits = {*d.old, *d.old}; }) << QString();
    QTest::newRow("header break") << Change([](MailDesk&, MailDraft& x) { x.subject = u"Open\r\nBcc: x@y.z"_s; })
                                  << u"subject: holds a character that cannot be seen"_s;
    QTest::newRow("no bytes") << Change([](MailDesk&, MailDraft& x) { x.bodySha256 = "zz"; })
                              << u"message: has no bytes"_s;
    QTest::newRow("no run") << Change([](MailDesk&, MailDraft& x) { x.cycle = 0; })
                            << u"step: names a step without its run"_s;
}

void TestReminders::oneCustomerAlone()
{
    using Change = std::function<void(MailDesk&, MailDraft&)>;
    QFETCH(Change, change);
    QFETCH(QString, refusal);
    MailDesk d;
    MailDraft x = d.draft();
    change(d, x);
    const QString said = d.queueRefused(x);
    QVERIFY2(!said.startsWith(u"taken"), qPrintable(said));
    if (!refusal.isEmpty() && !refusal.contains(u"F3"))
        QCOMPARE(said, refusal);
}

void TestReminders::oneMailForAStep()
{
    MailDesk d;
    d.queue(d.draft());
    MailDraft again = d.draft();
    again.messageId = u"<2.x@us.example>"_s;
    QCOMPARE(d.apply(QueueMails{{again}}, 60), u"step: this step has a mail already, queued Fri 14 Nov"_s);
    again.stepDay = 10; // another step, too soon
    QCOMPARE(d.apply(QueueMails{{again}}, 60), u"step: a reminder went on Fri 14 Nov"_s);
    const OutboxId first = d.row().id;
    QCOMPARE(d.apply(CancelMail{first, {}}, 61), QString());
    again.stepDay = 3;
    QCOMPARE(d.apply(QueueMails{{again}}, 62), QString()); // what was taken back never went
    MailDraft twin = d.draft();
    twin.messageId = u"<3.x@us.example>"_s;
    twin.stepDay = 10;
    MailDesk fresh;
    QCOMPARE(fresh.refused(QueueMails{{fresh.draft(), twin}}), u"step: two reminders go to one customer"_s);
}

namespace {

using Prepare = std::function<void(MailDesk&)>;

void guardRows()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char* name, const QString& refusal, Prepare p) { QTest::newRow(name) << p << refusal; };
    row("insolvent", u"customer: Summit Foods is insolvent since 1 Nov"_s, [](MailDesk& d) {
        Customer c = *d.book->customers().find(d.id("A"));
        ChangeSet set;
        Customer after = c;
        after.status = CustomerStatus::Insolvent;
        after.statusSince = day("2025-11-01");
        set.change(c, after);
        d.book = d.book->with(set, 90);
    });
    row("do not contact", u"customer: Summit Foods is not to be contacted"_s, [](MailDesk& d) {
        const Customer c = *d.book->customers().find(d.id("A"));
        ChangeSet set;
        Customer after = c;
        after.doNotContact = true;
        set.change(c, after);
        d.book = d.book->with(set, 90);
    });
    row("stopped", u"customer: reminders are stopped: merger"_s,
        [](MailDesk& d) { QCOMPARE(d.apply(StopReminders{d.id("A"), {}, true, u"merger"_s}, 1), QString()); });
    row("invoice stopped", u"invoices"_s,
        [](MailDesk& d) { QCOMPARE(d.apply(StopReminders{d.id("A"), {*d.old}, true, u"copy sent"_s}, 1), QString()); });
    row("disputed", u"invoices"_s, [](MailDesk& d) {
        Dispute x;
        x.customer = d.id("A");
        x.debit = *d.old;
        x.openedOn = d.today;
        d.put(x);
    });
    row("promised", u"invoices"_s, [](MailDesk& d) {
        Promise p;
        p.customer = d.id("A");
        p.currency = *Currency::parse(u"EUR"_s);
        p.amount = 100'000;
        p.lines = {{*d.old, 100'000}};
        p.madeOn = p.enteredOn = d.today;
        p.promisedFor = d.today + 5;
        d.put(p);
    });
    row("scheduled", u"invoices"_s, [](MailDesk& d) {
        PayerStatus s;
        s.customer = d.id("A");
        s.debit = *d.old;
        s.state = PayerState::Scheduled;
        s.day = d.today;
        s.scheduledFor = d.today + 4;
        d.put(s);
    });
    row("says paid", u"customer: they said on Fri 14 Nov that they paid"_s, [](MailDesk& d) {
        Activity a;
        a.customer = d.id("A");
        a.outcome = CallOutcome::SaysPaid;
        a.day = d.today;
        a.at = 1;
        d.put(a);
    });
    row("contact bounced", u"contact"_s, [](MailDesk& d) {
        const Contact c = *d.book->rows<Contact>().find(d.anna);
        ChangeSet set;
        Contact after = c;
        after.defect = ContactDefect::Bounced;
        set.change(c, after);
        d.book = d.book->with(set, 90);
    });
    row("address changed", u"to: is not the address of Anna"_s, [](MailDesk& d) {
        const Contact c = *d.book->rows<Contact>().find(d.anna);
        ChangeSet set;
        Contact after = c;
        after.email = u"new@summit.example"_s;
        set.change(c, after);
        d.book = d.book->with(set, 90);
    });
}

} // namespace

void TestReminders::guardsBeforeQueueing_data() { guardRows(); }
void TestReminders::guardsBeforeQueueing()
{
    QFETCH(Prepare, prepare);
    QFETCH(QString, refusal);
    MailDesk d;
    d.book = d.m.build();
    prepare(d);
    const QString said = d.apply(QueueMails{{d.draft()}}, 5);
    QVERIFY2(said.startsWith(refusal), qPrintable(said));
}

void TestReminders::guardsAgainWhenSent_data() { guardRows(); }
void TestReminders::guardsAgainWhenSent()
{
    QFETCH(Prepare, prepare);
    MailDesk d;
    const OutboxId id = d.queue(d.draft()).id;
    prepare(d);
    QCOMPARE(d.apply(StartSending{id, {}}, 30), QString());
    const OutboxMessage& m = *d.book->rows<OutboxMessage>().find(id);
    QCOMPARE(m.state, OutboxState::Cancelled);
    QVERIFY(!m.error.isEmpty());
    QCOMPARE(d.apply(FinishSending{id, {}, OutboxState::Sent, {}}, 31),
             u"message: is cancelled and cannot become sent"_s);
}

// A mail to a consumer waits for the morning there, and goes then; nothing is lost.
void TestReminders::consumersAreLeftAloneAtNight()
{
    MailDesk d;
    d.m.customer("A").consumer = true;
    d.m.customer("A").zone = u"UTC"_s;
    d.minute = 22 * 60;
    QCOMPARE(d.summary(QueueMails{{d.draft()}}),
             u"Mail to anna@summit.example (Summit Foods) leaves Sat 15 Nov 08:00: now is outside the hours in which "
             u"consumers are written to: it is 22:00 there."_s);
    QCOMPARE(d.only<OutboxMessage>().releaseAt, d.at("2025-11-15", 8 * 60));
    QCOMPARE(d.only<OutboxMessage>().state, OutboxState::Queued);
    d.book = d.book->with(*d.last, 2);
    const OutboxId id = d.row().id;
    QVERIFY(d.apply(StartSending{id, {}}, 3600).startsWith(u"message: is held until 2025-11-15T08:00"));
    const qint64 morning = 10 * 3600;
    QCOMPARE(d.apply(StartSending{id, {}}, morning), QString());
    QCOMPARE(d.row().state, OutboxState::Sending);
    QCOMPARE(d.row().error, QString());

    MailDesk late; // queued before nine in the evening, claimed after it: by hand too
    late.m.customer("A").consumer = true;
    late.m.customer("A").zone = u"UTC"_s;
    late.minute = 20 * 60 + 59;
    MailDraft byHand = late.draft(0, 0);
    const OutboxId held = late.queue(byHand).id;
    QCOMPARE(late.row().releaseAt, late.at("2025-11-14", 20 * 60 + 59) + 10'000);
    QCOMPARE(late.apply(StartSending{held, {}}, 60), QString());
    QCOMPARE(late.row().state, OutboxState::Queued);
    QCOMPARE(late.row().releaseAt, late.at("2025-11-15", 8 * 60));
    QVERIFY2(late.row().error.contains(u"consumers are written to"), qPrintable(late.row().error));
    QCOMPARE(late.apply(FinishSending{held, {}, OutboxState::Exported, u"/tmp/1.eml"_s}, 70), QString());
    QCOMPARE(late.row().state, OutboxState::Queued); // as a file it waits as well
    QCOMPARE(late.apply(CancelMail{held, {}}, 80), QString());
    QCOMPARE(late.row().state, OutboxState::Cancelled);
}

// Money that comes in while a reminder waits: it goes the next business day if what it names is as it was, and is
// stopped if that is not true any more. Who writes on that day is told at once.
void TestReminders::moneyCameInToday()
{
    MailDesk d;
    const OutboxMessage queued = d.queue(d.draft());
    d.m.add(queued);
    auto& other = d.m.invoice("A", "50.00", "2025-10-01", "2025-11-30");
    d.m.pay(other, "50.00", "2025-11-14");
    d.book = d.m.build();
    QCOMPARE(d.apply(StartSending{queued.id, {}}, 20), QString());
    QCOMPARE(d.row().state, OutboxState::Queued);
    QCOMPARE(d.row().releaseAt, d.at("2025-11-17", 9 * 60));
    QCOMPARE(say(recalled(d.row().error)), u"50.00 EUR came in today"_s);
    QCOMPARE(say(d.last->summary),
             u"Mail to anna@summit.example (Summit Foods) leaves Mon 17 Nov 09:00: now 50.00 EUR came in today."_s);
    MailDesk writes;
    writes.m.pay(writes.m.invoice("A", "50.00", "2025-10-01", "2025-11-30"), "50.00", "2025-11-14");
    QCOMPARE(writes.queueRefused(writes.draft()), u"invoices: 50.00 EUR came in today"_s);
    QVERIFY(writes.decide(QueueMails{{writes.draft(0, 0)}})); // what somebody writes himself may go

    MailDesk part;
    const OutboxMessage waits = part.queue(part.draft());
    part.m.add(waits);
    part.m.pay(*part.old, "400.00", "2025-11-14");
    part.book = part.m.build();
    QCOMPARE(part.apply(StartSending{waits.id, {}}, 20), QString());
    QCOMPARE(part.row().state, OutboxState::Cancelled);
    QCOMPARE(say(recalled(part.row().error)),
             QString::fromStdString(part.old->number) + u" was paid in part since this mail was written"_s);
}

void TestReminders::waysThroughTheOutbox()
{
    MailDesk d;
    const OutboxId id = d.queue(d.draft()).id;
    QVERIFY(d.apply(StartSending{id, OperationId(40)}, 9).startsWith(u"message: is held until 2025-11-14T10:00:10"));
    QCOMPARE(d.apply(StartSending{id, OperationId(40)}, 10), QString());
    QCOMPARE(d.row().attempt, OperationId(40));
    QCOMPARE(d.row().attempts, 1);
    QCOMPARE(d.apply(StartSending{id, OperationId(41)}, 11), u"message: is sending and cannot become sending"_s);
    QCOMPARE(d.apply(CancelMail{id, {}}, 11), u"message: is sending and cannot become cancelled"_s);
    QCOMPARE(d.apply(FinishSending{id, OperationId(41), OutboxState::Sent, {}}, 12),
             u"message: is being sent by another attempt"_s);
    QCOMPARE(d.apply(FinishSending{id, OperationId(40), OutboxState::Sent, u"250 ok"_s}, 12), QString());
    QCOMPARE(d.row().state, OutboxState::Sent);
    QCOMPARE(d.apply(RetryMail{id}, 13), u"message: is sent, not failed"_s);
    QCOMPARE(d.apply(ReleaseUnknown{id, false}, 13), u"message: is sent, not unknown"_s);

    MailDesk files;
    const OutboxId file = files.queue(files.draft()).id;
    QCOMPARE(files.apply(FinishSending{file, {}, OutboxState::Sent, {}}, 12),
             u"message: is queued and cannot become sent"_s);
    QCOMPARE(files.apply(FinishSending{file, {}, OutboxState::Exported, u"/tmp/1.eml"_s}, 12), QString());
    QCOMPARE(files.row().state, OutboxState::Exported);
}

void TestReminders::serverSaysLater()
{
    MailDesk d;
    const OutboxId id = d.queue(d.draft()).id;
    qint64 at = 10;
    for (int attempt = 1; attempt <= 4; ++attempt) {
        QCOMPARE(d.apply(StartSending{id, OperationId(40)}, at), QString());
        QCOMPARE(d.apply(FinishSending{id, OperationId(40), OutboxState::Queued, u"451 later"_s}, at + 1), QString());
        QCOMPARE(d.row().state, OutboxState::Queued);
        at = (d.row().releaseAt - d.context().now) / 1000;
    }
    QCOMPARE(d.apply(StartSending{id, OperationId(40)}, at), QString());
    QCOMPARE(d.apply(FinishSending{id, OperationId(40), OutboxState::Queued, u"451 later"_s}, at + 1), QString());
    QCOMPARE(d.row().state, OutboxState::Failed);
    QCOMPARE(d.row().error, u"451 later"_s);
    QCOMPARE(d.apply(RetryMail{id}, at + 100), QString());
    QCOMPARE(d.row().state, OutboxState::Queued);
    QCOMPARE(d.apply(StartSending{id, OperationId(40)}, at + 110), QString());
    QCOMPARE(d.apply(FinishSending{id, OperationId(40), OutboxState::Failed, u"550 no such user"_s, true}, at + 111),
             QString());
    QCOMPARE(d.book->rows<Contact>().find(d.anna)->defect, ContactDefect::Bounced);
}

void TestReminders::unknownIsAnsweredByAPerson()
{
    MailDesk d;
    const OutboxId id = d.queue(d.draft()).id;
    QCOMPARE(d.apply(StartSending{id, OperationId(40)}, 10), QString());
    QCOMPARE(d.apply(FinishSending{id, OperationId(40), OutboxState::Unknown, u"the line went dead"_s}, 11), QString());
    QCOMPARE(d.apply(StartSending{id, OperationId(41)}, 60), u"message: is unknown and cannot become sending"_s);
    MailDraft again = d.draft();
    again.messageId = u"<2.x@us.example>"_s;
    QVERIFY(d.apply(QueueMails{{again}}, 61).startsWith(u"step: this step has a mail already, unknown"));
    const BookPtr before = d.book;
    QCOMPARE(d.apply(ReleaseUnknown{id, true}, 70), QString());
    QCOMPARE(d.row().state, OutboxState::Sent);
    d.book = before;
    QCOMPARE(d.apply(ReleaseUnknown{id, false}, 70), QString());
    QCOMPARE(d.row().state, OutboxState::Queued);
    QCOMPARE(d.row().releaseAt, d.context().now + 80'000);
}

void TestReminders::aMailByHandNeedsNoStep()
{
    MailDesk d;
    MailDraft x = d.draft(0, 0);
    QCOMPARE(d.apply(QueueMails{{x}}, 0), QString());
    x.messageId = u"<2.x@us.example>"_s;
    QCOMPARE(d.apply(QueueMails{{x}}, 1), QString());
    x.messageId = u"<3.x@us.example>"_s;
    x.debits.clear();
    QCOMPARE(d.apply(QueueMails{{x}}, 2), QString());
    QCOMPARE(d.apply(QueueMails{{x}}, 3), u"message: is in the outbox already"_s);
}

void TestReminders::accountIsChecked_data()
{
    QTest::addColumn<std::function<void(MailAccount&)>>("change");
    QTest::addColumn<QString>("field");
    using Change = std::function<void(MailAccount&)>;
    QTest::newRow("no server") << Change([](MailAccount& a) { a.host.clear(); }) << u"server"_s;
    QTest::newRow("a blank in it") << Change([](MailAccount& a) { a.host = u"mail server"_s; }) << u"server"_s;
    QTest::newRow("port") << Change([](MailAccount& a) { a.port = 0; }) << u"port"_s;
    QTest::newRow("plain elsewhere") << Change([](MailAccount& a) { a.security = MailSecurity::LoopbackPlain; })
                                     << u"security"_s;
    QTest::newRow("from") << Change([](MailAccount& a) { a.fromAddress = u"me"_s; }) << u"from"_s;
    QTest::newRow("reply") << Change([](MailAccount& a) { a.replyTo = u"a@b.example\r\nX: y"_s; }) << u"reply to"_s;
    QTest::newRow("name") << Change([](MailAccount& a) { a.fromName = u"Me\nBcc"_s; }) << u"from name"_s;
    QTest::newRow("pace") << Change([](MailAccount& a) { a.secondsBetween = -1; }) << u"pace"_s;
    QTest::newRow("folder") << Change([](MailAccount& a) { a.mode = MailMode::EmlFiles; }) << u"folder"_s;
    QTest::newRow("good") << Change([](MailAccount&) {}) << QString();
}

void TestReminders::accountIsChecked()
{
    using Change = std::function<void(MailAccount&)>;
    QFETCH(Change, change);
    QFETCH(QString, field);
    CommandDesk d;
    MailAccount a;
    a.mode = MailMode::Smtp;
    a.host = u"mail.us.example"_s;
    a.fromAddress = u"ar@us.example"_s;
    change(a);
    const auto& r = d.decide(SetMailAccount{a});
    QCOMPARE(r ? QString() : r.error().field, field);
    if (!r)
        return;
    QCOMPARE(say(r->summary), u"Mail leaves through mail.us.example."_s);
    d.book = d.book->with(*r, 2);
    a.host = u"other.us.example"_s;
    QVERIFY(d.decide(SetMailAccount{a})); // the one account changes, no second comes
    d.book = d.book->with(*d.last, 3);
    QCOMPARE(d.book->rows<MailAccount>().size(), 1U);
}

void TestReminders::stopsReminders()
{
    MailDesk d;
    QCOMPARE(d.refused(StopReminders{d.id("A"), {}, true, {}}), u"reason: is missing"_s);
    QCOMPARE(d.refused(StopReminders{d.id("A"), {*d.foreign}, true, u"x"_s}),
             u"invoices: one is not paid by Summit Foods"_s);
    QCOMPARE(d.summary(StopReminders{d.id("A"), {*d.old}, true, u"x"_s}), u"Reminders of 1 invoice stopped."_s);
    d.book = d.book->with(*d.last, 2);
    QVERIFY(d.apply(QueueMails{{d.draft()}}, 1).endsWith(u"reminders of it are stopped: x"));
    QCOMPARE(d.apply(StopReminders{d.id("A"), {*d.old}, false, {}}, 2), QString());
    QCOMPARE(d.apply(QueueMails{{d.draft()}}, 3), QString());
}

// Undo takes back a mail that waits; one that is leaving keeps its row, whatever else the step did.
void TestReminders::whatLeftStays()
{
    MailDesk d;
    const OutboxId id = d.queue(d.draft()).id;
    const ChangeSet step = *d.last;
    const BookPtr waiting = d.book;
    const ChangeSet back = takeBack(*waiting, step, OperationId(50), d.context().now + 3000);
    QCOMPARE(back.of<OutboxMessage>().size(), std::size_t(1));
    const BookPtr undone = waiting->with(back, 60);
    QVERIFY(!undone->rows<OutboxMessage>().find(id));
    const ChangeSet again = takeBack(*undone, back, OperationId(51), d.context().now + 60'000);
    const BookPtr redone = undone->with(again, 61);
    QCOMPARE(redone->rows<OutboxMessage>().find(id)->releaseAt, d.context().now + 70'000);

    QCOMPARE(d.apply(StartSending{id, {}}, 12), QString());
    const ChangeSet late = takeBack(*d.book, step, OperationId(50), d.context().now + 13'000);
    QVERIFY(late.of<OutboxMessage>().empty());
    QCOMPARE(late.of<NextAction>().size(), std::size_t(1));
}

QTEST_APPLESS_MAIN(TestReminders)
#include "tst_reminders.moc"
