// Books that an older program made: each is brought up to date whole, keeps every row, and is sound afterwards.
// books/versionN.duedesk was written by the program whose schema was N and is never changed.
#include "tests/core/store/storefixture.h"

#include "core/store/database.h"
#include "core/store/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// A copy that may be written, since the test must not touch what stands in the tree.
QString copyOf(const QTemporaryDir& dir, int version)
{
    const QString from =
        qEnvironmentVariable("DUEDESK_SOURCE") + u"/tests/core/store/books/version%1.duedesk"_s.arg(version);
    const QString to = dir.filePath(u"old%1.duedesk"_s.arg(version));
    if (!QFile::copy(from, to) || !QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner))
        qFatal("no book of version %d", version);
    return to;
}

} // namespace

class TestOlderBooks : public QObject {
    Q_OBJECT
private slots:
    void isBroughtUpToDate_data()
    {
        QTest::addColumn<int>("version");
        for (int v = 1; v < migrations::latest(); ++v)
            QTest::newRow(qPrintable(u"version %1"_s.arg(v))) << v;
    }

    // What is open and unapplied of each customer, in its currency, as the older program told it.
    void figuresStay_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("figures");
        const QString one = u"C000001 3345042/0 C000002 1411124/0 C000003 2639779/0 C000004 3020680/0"_s;
        QTest::newRow("1, a day") << 1 << u"2025-11-14"_s << one;
        QTest::newRow("1, later") << 1 << u"2025-12-31"_s << one;
        QTest::newRow("2, before most") << 2 << u"2025-09-15"_s << u"A 15000/5000 B 0/0 S 6000/0 U 54000/0"_s;
        QTest::newRow("2, all") << 2 << u"2025-11-14"_s << u"A 15200/4000 B 7000/2500 S 6000/0 U 3500/10000"_s;
    }

    void figuresStay()
    {
        QFETCH(int, version);
        QFETCH(QString, day);
        QFETCH(QString, figures);
        QTemporaryDir dir;
        const auto store = BookStore::open(copyOf(dir, version), BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store);
        const BookPtr book = (*store)->load().value();
        const std::int32_t d = Date::fromIso(day)->days();
        QStringList found;
        for (std::uint32_t c = 0; c < book->customers().size(); ++c) {
            const Ledger& l = book->ledger();
            std::int64_t open = 0, unapplied = 0;
            for (const std::uint32_t row : l.debitsOf(c))
                open += l.open(row, Date(d));
            for (const std::uint32_t row : l.creditsOf(c))
                if (const UnappliedCredit* u = l.unappliedOf(row))
                    unapplied += l.unappliedAt(*u, d);
            found += book->customers()[c].externalId + u" %1/%2"_s.arg(open).arg(unapplied);
        }
        QCOMPARE(found.join(u' '), figures);
    }

    void isBroughtUpToDate()
    {
        QFETCH(int, version);
        QTemporaryDir dir;
        const QString path = copyOf(dir, version);
        std::int64_t debits = 0, activities = 0;
        {
            Database db(path, Database::Mode::ReadOnly);
            QCOMPARE(db.integer("PRAGMA user_version"), version);
            debits = db.integer("SELECT count(*) FROM debit");
            activities = db.integer("SELECT count(*) FROM activity");
            QVERIFY(debits > 0 && activities > 0);
        }
        const auto opened = BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message()));
        BookStore& store = **opened;
        const auto book = store.load();
        QVERIFY2(book, qPrintable(book ? QString() : book.error().message()));
        QCOMPARE(std::int64_t((*book)->ledger().debitCount), debits);
        QCOMPARE(std::int64_t((*book)->rows<Activity>().size()), activities);
        // The sum of the digests was made by the older program and still holds.
        const auto report = store.verify();
        QVERIFY(report);
        QVERIFY2(report->isClean(), report->findings.empty() ? "" : qPrintable(report->findings[0].what));
        // A verified copy of it as it was lies beside it.
        const QDir folder(backups::folderOf(path));
        QVERIFY(!folder.entryList({u"*.duedesk"_s}, QDir::Files).isEmpty());
        // Records that came later can be written, and a row of before can be changed.
        const auto ids = store.ids();
        ChangeSet c;
        c.operation = OperationId(ids->next(Table::Operation));
        c.action = u"test"_s;
        const Contact& person = (*book)->rows<Contact>()[0];
        Contact changed = person;
        changed.mobile = u"+1 555 0100"_s;
        c.change(person, changed);
        ContactEvent e;
        e.id = ContactEventId(ids->next(Table::ContactEvent));
        e.customer = person.customer;
        e.contact = person.id;
        e.day = (*book)->dayOf(testNow);
        c.insert(e);
        const auto done = store.apply(c, (*book)->revision(), testActor());
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message()));
        QVERIFY(store.verify()->isClean());
    }

    void keepsBytesUnderTheirDigest()
    {
        QTemporaryDir dir;
        auto store = *BookStore::create(dir.filePath(u"content.duedesk"_s), testInfo(), testActor());
        QVERIFY(store->load());
        const QByteArray bytes("\0\r\n.\r\nany bytes", 15);
        const auto sha256 = store->putContent(bytes);
        QVERIFY(sha256);
        QCOMPARE(*sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(*store->putContent(bytes), *sha256); // again is no other
        QCOMPARE(*store->content(*sha256), bytes);
        QCOMPARE(store->book()->revision(), 1);       // no part of the revision
        const auto gone = store->content(QByteArray(64, '0'));
        QVERIFY(!gone);
        QCOMPARE(gone.error().code, ErrorCode::CheckFailed);
        QVERIFY(!gone.error().remedy.isEmpty());
        const auto big = store->putContent(QByteArray(BookStore::contentLimit + 1, 'x'));
        QVERIFY(!big);
        QCOMPARE(big.error().code, ErrorCode::InputRejected);
        QVERIFY(store->verify()->isClean());
        // Bytes changed behind the program's back are found by the check and are not handed out.
        const QString path = store->path();
        store.reset();
        {
            Database db(path, Database::Mode::ReadWrite);
            db.exec("DROP TRIGGER content_no_update");
            db.exec("UPDATE content SET bytes = x'00'");
        }
        store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        QVERIFY(!store->content(*sha256));
        QVERIFY(!store->verify()->isClean());
    }
};

QTEST_GUILESS_MAIN(TestOlderBooks)
#include "tst_olderbooks.moc"
