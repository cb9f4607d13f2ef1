// Mails through the outbox of a real book to a real server: claimed before they leave, their fate written down.
#include "core/mail/secretstore.h"
#include "core/store/database.h"
#include "core/workbench/postman.h"
#include "tests/support/outboxbook.h"
#include "tests/support/testsmtp.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <functional>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPostman : public QObject {
    Q_OBJECT
private slots:
    void sendsWhatIsReleased();
    void keepsPace();
    void fates_data();
    void fates();
    void whatWasLeftIsUnknown();
    void oneProgramSends();
    void pausesWhereTheServerIsAtFault();
    void asksForThePassword();
    void writesFiles();
    void guardsAreAskedAgain();
    void holdsWhatMustWait();
    void lostBytes_data();
    void lostBytes();
    void closesInOrder();
    void undoBeforeItLeaves();

private:
    struct Desk {
        FixedClock clock{outboxNow};
        SessionSecrets session, keychain;
        std::unique_ptr<Workbench> bench;
        std::unique_ptr<Postman> postman;
        ~Desk() { postman.reset(); }
        void pass(qint64 seconds)
        {
            clock.set(clock.now() + seconds * 1000);
            postman->look();
        }
        // Nothing is under way, and asked once more it finds nothing to do: it decides at once.
        bool stays(Postman::Mode mode)
        {
            const auto still = [&] { return !bench->isSaving() && postman->mode() == mode; };
            if (!waitUntil(still))
                return false;
            postman->look();
            return still();
        }
        const OutboxMessage& row(OutboxId id) const { return *bench->book()->rows<OutboxMessage>().find(id); }
        bool becomes(OutboxId id, OutboxState s) const
        {
            return waitUntil([&] { return row(id).state == s; });
        }
        OutboxId queue(std::uint32_t payer = 0)
        {
            const auto id = queueMail(*bench, payer);
            if (!id)
                qFatal("%s", qPrintable(id.error().message()));
            return *id;
        }
    };
    std::unique_ptr<Desk> open(bool withPostman = true)
    {
        auto d = std::make_unique<Desk>();
        auto storage = Storage::open(m_path, u"clara"_s, d->clock);
        if (!storage)
            qFatal("%s", qPrintable(storage.error().message()));
        d->bench = std::make_unique<Workbench>(std::move(*storage), d->clock, u"clara"_s, m_path);
        if (withPostman)
            d->postman = std::make_unique<Postman>(*d->bench, d->session, d->keychain,
                                                   Postman::Options{{5'000, 1, 20'000}, {}, 60'000});
        return d;
    }
    // Another program changes the first payer while its mail is held.
    void changeElsewhere(Desk& d, const std::function<void(Customer&)>& set)
    {
        const Customer before = d.bench->book()->customers()[0];
        ChangeSet change;
        {
            const BookStore::Actor ben{u"ben"_s, d.clock.now()};
            auto store = BookStore::open(m_path, BookStore::Mode::ReadWrite, ben);
            QVERIFY(store && (*store)->load());
            const auto ids = (*store)->ids();
            Customer after = before;
            set(after);
            change.operation = OperationId(ids->next(Table::Operation));
            change.action = u"customer changed"_s;
            change.change(before, after);
            QVERIFY((*store)->apply(change, (*store)->book()->revision(), ben));
        }
        d.bench->refresh();
        QVERIFY(waitUntil([&] { return !(d.bench->book()->customers()[0] == before); }));
    }
    void book(int port, int pace = 0, const QString& folder = {})
    {
        m_path = m_dir.filePath(u"book%1.duedesk"_s.arg(++m_serial));
        const Outcome o = makeOutboxBook(m_path, 4, port, folder, pace);
        QVERIFY2(o, o ? "" : qPrintable(o.error().message()));
    }
    QTemporaryDir m_dir;
    QString m_path;
    int m_serial = 0;
};

void TestPostman::sendsWhatIsReleased()
{
    const TestSmtp smtp;
    book(smtp.port());
    const auto d = open();
    const OutboxId a = d->queue(0), b = d->queue(1);
    QVERIFY(waitUntil([&] { return d->postman->mode() == Postman::Mode::Waiting; }));
    d->pass(9);
    QCOMPARE(smtp.count(), 0); // it can still be taken back
    d->pass(1);
    QVERIFY(d->becomes(a, OutboxState::Sent) && d->becomes(b, OutboxState::Sent));
    QCOMPARE(smtp.count(), 2);
    QVERIFY(smtp.mail(1).contains((u"Message-ID: "_s + d->row(a).messageId + u"\r\n").toLatin1()));
    QVERIFY(smtp.mail(1).endsWith("Hello\r\n.\r\n"));
    QCOMPARE(d->row(a).attempts, 1);
    QCOMPARE(d->row(a).startedAt, d->clock.now());
    QVERIFY(d->row(a).error.startsWith(u"250"_s)); // the server's words are kept
    QVERIFY(waitUntil([&] { return d->postman->mode() == Postman::Mode::Resting; }));
    QVERIFY(!d->bench->canUndo() || d->bench->undoText().contains(u"leaves in 10 s"_s)); // no step of undo of its own
    d->pass(3600);
    QVERIFY(d->stays(Postman::Mode::Resting));
    QCOMPARE(smtp.count(), 2);
}

void TestPostman::keepsPace()
{
    const TestSmtp smtp;
    book(smtp.port(), 30);
    const auto d = open();
    const OutboxId a = d->queue(0), b = d->queue(0);
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState::Sent));
    QVERIFY(waitUntil([&] { return d->postman->mode() == Postman::Mode::Waiting; }));
    d->pass(29);
    QVERIFY(d->stays(Postman::Mode::Waiting));
    QCOMPARE(smtp.count(), 1);
    d->pass(1);
    QVERIFY(d->becomes(b, OutboxState::Sent));
    QCOMPARE(smtp.count(), 2);
}

void TestPostman::fates_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("kept");
    QTest::newRow("refused") << u"dot:554 spam"_s << int(OutboxState::Failed) << 0;
    QTest::newRow("no such user") << u"rcpt:550 5.1.1 unknown"_s << int(OutboxState::Failed) << 0;
    QTest::newRow("cut after the dot") << u"kept:cut"_s << int(OutboxState::Unknown) << 1;
    QTest::newRow("silent after the dot") << u"dot:stall"_s << int(OutboxState::Unknown) << 0;
}

void TestPostman::fates()
{
    QFETCH(QString, fault);
    QFETCH(int, state);
    QFETCH(int, kept);
    const TestSmtp smtp;
    book(smtp.port());
    const auto d = open();
    QSignalSpy delivered(d->postman.get(), &Postman::delivered);
    const OutboxId a = d->queue();
    smtp.fault(fault);
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState(state)));
    QVERIFY(!d->row(a).error.isEmpty());
    QCOMPARE(smtp.count(), kept);
    QVERIFY(waitUntil([&] { return delivered.size() == 1; }));
    ContactDefect defect = ContactDefect::None;
    d->bench->book()->rows<Contact>().forEach(
        [&](std::uint32_t, const Contact& c) { defect = c.email == payerAddress(0) ? c.defect : defect; });
    QCOMPARE(defect == ContactDefect::Bounced, fault.startsWith(u"rcpt"_s));
    // Neither goes again by itself, whatever happens to the clock and the program.
    smtp.fault({});
    d->pass(86'400);
    d->postman->resume();
    QVERIFY(d->stays(Postman::Mode::Resting));
    QCOMPARE(int(d->row(a).state), state);
    QCOMPARE(smtp.count(), kept);
}

void TestPostman::whatWasLeftIsUnknown()
{
    const TestSmtp smtp;
    book(smtp.port());
    OutboxId a;
    {
        const auto d = open(false); // a program that claims and is gone
        a = d->queue();
        d->clock.set(d->clock.now() + 10'000);
        QVERIFY(d->bench->submitQuietly(StartSending{a, {}}));
        QVERIFY(d->becomes(a, OutboxState::Sending));
    }
    const auto d = open();
    d->pass(3600);
    QVERIFY(d->becomes(a, OutboxState::Unknown));
    QVERIFY(d->row(a).error.contains(u"it may have gone"_s));
    d->pass(3600);
    QVERIFY(d->stays(Postman::Mode::Resting));
    QCOMPARE(smtp.count(), 0);
    // A person looked: it did not arrive. Now it goes, once.
    QVERIFY(d->bench->submit(ReleaseUnknown{a, false}));
    QVERIFY(d->becomes(a, OutboxState::Queued));
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState::Sent));
    QCOMPARE(smtp.count(), 1);
}

void TestPostman::oneProgramSends()
{
    const TestSmtp smtp;
    book(smtp.port());
    const auto first = open();
    QVERIFY(waitUntil([&] { return first->postman->mode() == Postman::Mode::Resting; }));
    const auto second = open();
    QVERIFY(waitUntil([&] { return second->postman->mode() == Postman::Mode::Elsewhere; }));
    QVERIFY(second->postman->problem().message().contains(u"another program"_s));
    const OutboxId a = second->queue(); // the other one sends it
    first->bench->refresh();
    QVERIFY(waitUntil([&] { return first->bench->book()->rows<OutboxMessage>().find(a) != nullptr; }));
    first->pass(10);
    QVERIFY(first->becomes(a, OutboxState::Sent));
    QCOMPARE(smtp.count(), 1);
    first->postman->close();
    second->pass(60);
    QVERIFY(waitUntil([&] { return second->postman->mode() == Postman::Mode::Resting; }));
}

void TestPostman::pausesWhereTheServerIsAtFault()
{
    TestSmtp smtp;
    book(smtp.port());
    const auto d = open();
    smtp.fault(u"mail:550 who are you"_s);
    const OutboxId a = d->queue(0), b = d->queue(1);
    d->pass(10);
    QVERIFY(waitUntil([&] {
        return d->postman->mode() == Postman::Mode::Paused && d->row(a).attempts == 1
               && d->row(a).state == OutboxState::Queued;
    }));
    QVERIFY2(d->postman->problem().message().contains(u"refused the sender: 550 who are you"_s),
             qPrintable(d->postman->problem().message()));
    QCOMPARE(d->row(b).attempts, 0); // not tried in vain
    smtp.fault({});
    d->pass(600);
    QVERIFY(d->stays(Postman::Mode::Paused));
    QCOMPARE(smtp.count(), 0); // until somebody mended it
    d->postman->resume();
    QVERIFY(d->becomes(a, OutboxState::Sent) && d->becomes(b, OutboxState::Sent));
    QCOMPARE(smtp.count(), 2);
}

void TestPostman::asksForThePassword()
{
    const TestSmtp smtp(u"starttls"_s, u"good"_s, u"clerk"_s, u"open sesame"_s);
    book(smtp.port());
    const auto d = open(false);
    MailAccount account = d->bench->book()->rows<MailAccount>()[0];
    account.host = u"localhost"_s;
    account.security = MailSecurity::StartTls;
    account.userName = u"clerk"_s;
    QVERIFY(d->bench->submit(SetMailAccount{account}));
    QVERIFY(waitUntil([&] { return !d->bench->isSaving(); }));
    d->postman = std::make_unique<Postman>(*d->bench, d->session, d->keychain,
                                           Postman::Options{{5'000, 2, 20'000}, TestSmtp::authority(), 60'000});
    const OutboxId a = d->queue();
    d->pass(10);
    QVERIFY(waitUntil([&] { return d->postman->mode() == Postman::Mode::Paused; }));
    QCOMPARE(d->postman->problem().field, u"password"_s);
    QCOMPARE(d->row(a).state, OutboxState::Queued); // not claimed: nothing was tried
    QCOMPARE(d->row(a).attempts, 0);
    const QString key = smtpSecretKey(u"clerk"_s, u"localhost"_s, smtp.port());
    QVERIFY(d->postman->setPassword(Secret("wrong"), false));
    QVERIFY(!d->keychain.read(key)->has_value());
    QVERIFY(waitUntil([&] {
        return d->postman->mode() == Postman::Mode::Paused && d->row(a).attempts == 1
               && d->row(a).state == OutboxState::Queued;
    }));
    QVERIFY(d->postman->problem().message().contains(u"refused the user name or the password"_s));
    d->clock.set(d->clock.now() + 600'000);
    QVERIFY(d->postman->setPassword(Secret("open sesame"), true));
    QCOMPARE((*d->keychain.read(key))->view(), std::string_view("open sesame"));
    QVERIFY(d->becomes(a, OutboxState::Sent));
    QCOMPARE(smtp.envelope(1)["user"_L1].toString(), u"clerk"_s);
    QVERIFY(smtp.envelope(1)["tls"_L1].toBool());
    // The password is in no file of ours: book, journal, backups, lock.
    int files = 0;
    for (QDirIterator it(m_dir.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); ++files) {
        QFile f(it.next());
        QVERIFY(f.open(QIODevice::ReadOnly));
        const QByteArray bytes = f.readAll();
        QVERIFY2(!bytes.contains("open sesame") && !bytes.contains(QByteArray("open sesame").toBase64()),
                 qPrintable(f.fileName()));
    }
    QVERIFY(files >= 2);
}

void TestPostman::writesFiles()
{
    QVERIFY(QDir(m_dir.path()).mkdir(u"out"_s));
    const QString folder = m_dir.filePath(u"out"_s);
    book(0, 0, folder);
    const auto d = open();
    const OutboxId a = d->queue(0), b = d->queue(0);
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState::Exported) && d->becomes(b, OutboxState::Exported));
    const QStringList files = QDir(folder).entryList(QDir::Files);
    QCOMPARE(files.size(), 2);
    QCOMPARE(d->row(a).error, folder + u"/2025-11-14 Payer 0 %1.eml"_s.arg(a.value));
    QFile f(d->row(a).error);
    QVERIFY(f.open(QIODevice::ReadOnly) && f.readAll().contains(d->row(a).messageId.toLatin1()));
    // A folder that is gone holds them back and says so.
    QVERIFY(QDir(folder).removeRecursively());
    const OutboxId c = d->queue(1);
    d->pass(10);
    QVERIFY(waitUntil([&] { return d->postman->mode() == Postman::Mode::Paused; }));
    QVERIFY(d->postman->problem().message().contains(u"there is no such folder"_s));
    QCOMPARE(d->row(c).state, OutboxState::Queued);
}

void TestPostman::lostBytes_data()
{
    QTest::addColumn<bool>("files");
    QTest::newRow("server") << false;
    QTest::newRow("files") << true;
}

// A mail whose bytes are gone fails with what, where and why; the one behind it leaves.
void TestPostman::lostBytes()
{
    QFETCH(bool, files);
    const TestSmtp smtp;
    QVERIFY(QDir(m_dir.path()).mkpath(u"whole"_s));
    book(files ? 0 : smtp.port(), 0, m_dir.filePath(u"whole"_s));
    const auto d = open();
    const OutboxId a = d->queue(0), b = d->queue(1);
    QVERIFY(waitUntil([&] { return !d->bench->isSaving(); }));
    {
        Database db(m_path, Database::Mode::ReadWrite);
        const QByteArray sql = "DELETE FROM content WHERE sha256='" + d->row(a).bodySha256 + "'";
        db.exec(sql.constData());
    }
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState::Failed));
    QVERIFY(d->becomes(b, files ? OutboxState::Exported : OutboxState::Sent));
    const QString said = d->row(a).error;
    QVERIFY2(said.contains(d->row(a).subject) && said.contains(m_path) && said.contains(u"is gone"_s),
             qPrintable(said));
    QVERIFY2(said.contains(u"write it again"_s), qPrintable(said));
    QCOMPARE(smtp.count(), files ? 0 : 1);
}

void TestPostman::guardsAreAskedAgain()
{
    const TestSmtp smtp;
    book(smtp.port());
    const auto d = open();
    const OutboxId a = d->queue(0), b = d->queue(1);
    changeElsewhere(*d, [](Customer& c) { c.status = CustomerStatus::Insolvent; });
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState::Cancelled) && d->becomes(b, OutboxState::Sent));
    QCOMPARE(smtp.count(), 1);
    QVERIFY(!d->row(a).error.isEmpty());
}

// 22:00 in Auckland: a mail to a consumer stays in the queue until eight in the morning there, by whatever way it leaves.
void TestPostman::holdsWhatMustWait()
{
    const auto wait = [&](Desk& d, OutboxState gone) {
        QSignalSpy delivered(d.postman.get(), &Postman::delivered);
        const OutboxId a = d.queue(0);
        changeElsewhere(d, [](Customer& c) {
            c.consumer = true;
            c.zone = u"Pacific/Auckland"_s;
        });
        d.pass(10);
        const Instant morning = outboxNow + 10 * 3'600'000;
        QVERIFY(waitUntil([&] { return d.row(a).releaseAt == morning; }));
        QVERIFY(waitUntil([&] { return d.postman->mode() == Postman::Mode::Waiting; }));
        const std::int64_t revision = d.bench->book()->revision();
        d.pass(3600);
        QVERIFY(d.stays(Postman::Mode::Waiting));
        QCOMPARE(d.row(a).state, OutboxState::Queued);
        QCOMPARE(d.bench->book()->revision(), revision); // it is not asked again before its time
        QCOMPARE(delivered.size(), 0);
        d.clock.set(morning);
        d.postman->look();
        QVERIFY(d.becomes(a, gone));
    };
    QVERIFY(QDir(m_dir.path()).mkdir(u"held"_s));
    book(0, 0, m_dir.filePath(u"held"_s));
    wait(*open(), OutboxState::Exported);
    const TestSmtp smtp;
    book(smtp.port());
    wait(*open(), OutboxState::Sent);
    QCOMPARE(smtp.count(), 1);
}

void TestPostman::closesInOrder()
{
    const TestSmtp smtp;
    book(smtp.port());
    const auto d = open();
    smtp.fault(u"rcpt:stall"_s);
    const OutboxId a = d->queue();
    d->pass(10);
    QVERIFY(d->becomes(a, OutboxState::Sending));
    d->postman->close();
    QCOMPARE(d->row(a).state, OutboxState::Queued); // it surely did not go
    QCOMPARE(smtp.count(), 0);
    QCOMPARE(d->postman->mode(), Postman::Mode::Off);
}

void TestPostman::undoBeforeItLeaves()
{
    const TestSmtp smtp;
    book(smtp.port());
    const auto d = open();
    const OutboxId a = d->queue();
    QVERIFY(d->bench->canUndo());
    d->bench->undo();
    QVERIFY(waitUntil([&] { return !d->bench->isSaving(); }));
    d->pass(3600);
    QVERIFY(d->stays(Postman::Mode::Resting));
    QCOMPARE(smtp.count(), 0);
    const OutboxMessage* row = d->bench->book()->rows<OutboxMessage>().find(a);
    QVERIFY(!row || row->state != OutboxState::Queued);
}

QTEST_GUILESS_MAIN(TestPostman)
#include "tst_postman.moc"
