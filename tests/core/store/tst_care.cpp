// Backups that are verified before they get their name, restoring, pruning, and what a disk changes by itself.
#include "tests/core/store/storefixture.h"

#include "core/store/backup.h"
#include "core/store/dialect.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile f(path);
    if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
        qFatal("no file");
}

void fill(const QString& path, int customers = 4, int perCustomer = 12)
{
    auto store = *BookStore::create(path, testInfo(), testActor());
    if (!store->load())
        qFatal("no book");
    if (!store->commitImport(*makeImport(*store->book(), customers, perCustomer), testActor()))
        qFatal("no import");
    const auto more = store->ids();
    if (!store->apply(makeCall(*store->book(), *more, u"call"_s), store->book()->revision(), testActor()))
        qFatal("no call");
}

} // namespace

class TestCare : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_book = m_dir.filePath(u"book.duedesk"_s);
        fill(m_book);
    }

    void backsUpAndRestores()
    {
        const QString copy = m_dir.filePath(u"copy.duedesk"_s), back = m_dir.filePath(u"back.duedesk"_s);
        auto store = *BookStore::open(m_book, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        const auto sum = store->backup(copy);
        QVERIFY2(sum, qPrintable(sum ? QString() : sum.error().message()));
        QCOMPARE(sum->size(), 64);
        QVERIFY(!QFile::exists(copy + u".tmp"));
        const auto over = store->backup(copy);
        QVERIFY(!over);
        QCOMPARE(over.error().code, ErrorCode::InputRejected);
        QVERIFY(BookStore::restore(copy, back));
        auto restored = *BookStore::open(back, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(restored->load());
        QVERIFY(sameLiveRows(*store->book(), *restored->book()));
        QVERIFY(restored->verify()->isClean());
        const QByteArray before = bytesOf(m_book);
        const auto onto = BookStore::restore(copy, m_book);
        QVERIFY(!onto);
        QCOMPARE(onto.error().code, ErrorCode::InputRejected);
    }

    void aDamagedBackupIsNotRestored()
    {
        const QString copy = m_dir.filePath(u"damaged.duedesk"_s), to = m_dir.filePath(u"never.duedesk"_s);
        {
            auto store = *BookStore::open(m_book, BookStore::Mode::ReadOnly, testActor());
            QVERIFY(store->backup(copy));
        }
        {
            Database db(copy, Database::Mode::ReadWrite);
            db.exec("DROP TRIGGER debit_no_update");
            db.exec("UPDATE debit SET amount = amount + 1 WHERE id = 3"); // open: no equation notices
        }
        const auto r = BookStore::restore(copy, to);
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::BookDamaged);
        QVERIFY(say(r.error().what).contains(u"import 1"));
        QVERIFY(!QFile::exists(to));
    }

    void findsWhatWasChangedBehindItsBack_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("check");
        for (const auto& [name, sql, check] : std::initializer_list<std::tuple<const char*, QString, QString>>{
                 {"amount of an open invoice", u"UPDATE debit SET amount = amount + 100 WHERE id = 3"_s, u"lines"_s},
                 {"due date", u"UPDATE debit SET due = due + 1 WHERE id = 1"_s, u"lines"_s},
                 {"product", u"UPDATE term SET text = 'Licenses' WHERE code = 1"_s, u"lines"_s},
                 {"payment date", u"UPDATE credit SET date = date - 1 WHERE id = 1"_s, u"lines"_s},
                 {"reference", u"UPDATE credit SET reference = 'x' WHERE id = 1"_s, u"lines"_s},
                 {"allocation", u"UPDATE allocation SET amount = amount - 1 WHERE id = 1"_s, u"lines"_s},
                 {"write-off", u"UPDATE write_off SET reason = 'other' WHERE id = 1"_s, u"lines"_s},
                 {"taken out", u"UPDATE debit SET retracted_by = 1 WHERE id = 3"_s, u"retractions"_s},
                 {"customer", u"UPDATE customer SET owner = 'mallory' WHERE id = 1"_s, u"records"_s},
                 {"note", u"UPDATE activity SET note = 'they paid' WHERE id = 1"_s, u"records"_s},
                 {"a row more", u"INSERT INTO target(id, metric, value) VALUES(1, 'dso', 5)"_s, u"records"_s},
                 {"beyond its amount", u"UPDATE allocation SET amount = amount + 1 WHERE id = 1"_s, u"ledger"_s},
                 {"reference to nothing", u"PRAGMA foreign_keys=OFF; UPDATE activity SET customer = 999 WHERE id = 1"_s,
                  u"references"_s},
                 {"an unaudited change", u"INSERT INTO revision VALUES(99, 99, 0, 0)"_s, u"audit"_s}})
            QTest::newRow(name) << sql << check;
    }
    void findsWhatWasChangedBehindItsBack()
    {
        QFETCH(QString, sql);
        QFETCH(QString, check);
        const QString path = m_dir.filePath(u"tampered.duedesk"_s);
        QFile::remove(path);
        {
            auto store = *BookStore::open(m_book, BookStore::Mode::ReadOnly, testActor());
            QVERIFY(store->verify()->isClean());
            QVERIFY(store->backup(path));
        }
        {
            Database db(path, Database::Mode::ReadWrite);
            for (const char* table : {"debit", "credit", "allocation", "write_off"})
                db.exec(("DROP TRIGGER " + std::string(table) + "_no_update").c_str());
            db.exec(sql.toUtf8().constData());
        }
        auto store = *BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
        const auto report = store->verify();
        QVERIFY(report);
        bool found = false;
        for (const VerifyFinding& f : report->findings)
            found = found || f.check == check;
        QVERIFY2(found, qPrintable(sql));
    }

    void bitFlips()
    {
        const QString path = m_dir.filePath(u"flipped.duedesk"_s);
        const QString large = m_dir.filePath(u"large.duedesk"_s);
        fill(large, 30, 60);
        auto whole = *BookStore::open(large, BookStore::Mode::ReadOnly, testActor());
        QVERIFY(whole->backup(path));
        const QByteArray good = bytesOf(path);
        const BookPtr before = *whole->load();
        const auto auditBefore = *whole->auditEntries();
        QRandomGenerator random(20'251'114);
        int found = 0, unseen = 0;
        for (int i = 0; i < 200; ++i) {
            QByteArray bytes = good;
            const qsizetype at = random.bounded(int(bytes.size()));
            bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
            write(path, bytes);
            const auto store = BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
            const auto report =
                store ? (*store)->verify() : Result<VerifyReport>(std::unexpected<Error>(store.error()));
            if (!report || !report->isClean()) {
                ++found;
                continue;
            }
            // Nothing was found: then nothing that the book says may be different.
            const auto book = (*store)->load();
            QVERIFY2(book && sameLiveRows(*before, **book), qPrintable(QString::number(at)));
            QCOMPARE((*store)->auditEntries()->size(), auditBefore.size());
            ++unseen;
        }
        QVERIFY2(found > 100, qPrintable(u"found %1, unseen %2"_s.arg(found).arg(unseen)));
    }

    void automaticBackupsAreMadeOnceADay()
    {
        const QString path = m_dir.filePath(u"daily.duedesk"_s);
        fill(path);
        auto store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        const std::size_t first = backups::list(path)->size();
        QCOMPARE(first, std::size_t(1)); // made before the call of fill()
        const auto ids = store->ids();
        const Instant tomorrow = testNow + 86'400'000;
        for (int i = 0; i < 3; ++i)
            QVERIFY(store->apply(makeCall(*store->book(), *ids, u"again"_s), store->book()->revision(),
                                 testActor(tomorrow)));
        QVERIFY(!store->waitForBackup());
        const auto list = *backups::list(path);
        QCOMPARE(list.size(), std::size_t(2));
        QCOMPARE(list.back().reason, u"first write of the day"_s);
        const QString newest = backups::folderOf(path) + u'/' + list.back().file;
        QCOMPARE(sha256OfFile(newest), list.back().sha256);
        // Taken before the first write of that day.
        auto copy = *BookStore::open(newest, BookStore::Mode::ReadOnly, testActor());
        QCOMPARE((*copy->load())->activitiesOf(0).size(), std::size_t(1));
        QVERIFY(copy->verify()->isClean());
    }

    // Seen: a backup that failed was told nowhere, and its day counted as done.
    void aFailedBackupIsToldAndTriedAgain()
    {
        const QString path = m_dir.filePath(u"nobackup.duedesk"_s);
        fill(path);
        QVERIFY(QDir(backups::folderOf(path)).removeRecursively());
        write(backups::folderOf(path), "not a folder");
        auto store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        const auto ids = store->ids();
        const Instant tomorrow = testNow + 86'400'000;
        QVERIFY(store->apply(makeCall(*store->book(), *ids, u"one"_s), store->book()->revision(), testActor(tomorrow)));
        std::optional<Error> failure;
        QTRY_VERIFY(failure || (failure = store->takeBackupFailure()));
        QVERIFY2(failure->message().contains(u"backup"), qPrintable(failure->message()));
        QVERIFY(!store->takeBackupFailure());
        QVERIFY(QFile::remove(backups::folderOf(path)));
        QVERIFY(store->apply(makeCall(*store->book(), *ids, u"two"_s), store->book()->revision(), testActor(tomorrow)));
        QVERIFY(!store->waitForBackup());
        QCOMPARE(backups::list(path)->size(), std::size_t(1));
    }

    void keepsWhatIsWorthKeeping()
    {
        std::vector<BackupEntry> all;
        const Instant hour = 3'600'000;
        for (int i = 0; i < 24 * 800; ++i) // an hourly backup for 800 days
            all.push_back({u"b%1"_s.arg(i), testNow - (24 * 800 - 1 - i) * hour, {}, {}, 0});
        const auto kept = backups::keep(all, testNow);
        QVERIFY(kept.size() <= 24 + 14 + 8 + 24);
        QVERIFY(kept.size() >= 24 + 13);
        QCOMPARE(kept.back(), all.back());
        std::set<int> months;
        for (const BackupEntry& e : kept) {
            const Date d = dayIn({}, e.at);
            months.insert(d.year() * 12 + d.month());
        }
        QCOMPARE(int(months.size()), 24);
        QVERIFY(backups::keep({}, testNow).empty());
        QCOMPARE(backups::keep({all[0]}, testNow).size(), std::size_t(1));
    }

    void strangersInTheFolderStay()
    {
        const QString path = m_dir.filePath(u"strangers.duedesk"_s);
        fill(path);
        const QString mine = backups::folderOf(path) + u"/mine.duedesk"_s;
        QDir().mkpath(backups::folderOf(path));
        write(mine, "keep me");
        Database source(path, Database::Mode::ReadOnly);
        for (int i = 0; i < 40; ++i)
            QVERIFY(backups::make(source, path, u"test"_s, testNow + i * 60'000));
        QCOMPARE(bytesOf(mine), QByteArray("keep me"));
        const auto list = *backups::list(path);
        QVERIFY(list.size() < 5); // one an hour
        QCOMPARE(QDir(backups::folderOf(path)).entryList({u"*.duedesk"_s}).size(), qsizetype(list.size()) + 1);
    }

private:
    QTemporaryDir m_dir;
    QString m_book;
};

QTEST_GUILESS_MAIN(TestCare)
#include "tst_care.moc"
