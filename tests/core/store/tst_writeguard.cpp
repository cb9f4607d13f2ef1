// Whatever happens to a book's file and its log while it is open is noticed before the next write and by the next look:
// nothing is written meanwhile, nothing acknowledged is lost, and what is put back works again.
#include "tests/core/store/storefixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

// Into the file that is there, as `cp` does.
void overwrite(const QString& path, const QByteArray& bytes, qint64 at = 0)
{
    QFile f(path);
    if (!f.open(QIODevice::ReadWrite) || !f.seek(at) || f.write(bytes) != bytes.size())
        qFatal("cannot write");
}

void replaceInPlace(const QString& path, const QByteArray& bytes)
{
    overwrite(path, bytes);
    if (!QFile::resize(path, bytes.size()))
        qFatal("cannot cut");
}

std::unique_ptr<BookStore> openBook(const QString& path)
{
    auto store = BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
    if (!store)
        qFatal("%s", qPrintable(store.error().message()));
    if (!(*store)->load())
        qFatal("no book");
    return std::move(*store);
}

Result<BookStore::Published> logCall(BookStore& store, IdSource& ids, const QString& note)
{
    return store.apply(makeCall(*store.book(), ids, note), store.book()->revision(), testActor());
}

// A case's file lies open, with two calls logged since it was opened that stand in its log only.
struct Desk {
    Desk()
    {
        path = dir.filePath(u"book.duedesk"_s);
        store = *BookStore::create(path, testInfo(), testActor());
        if (!store->load())
            qFatal("no book");
        if (!store->commitImport(*makeImport(*store->book(), 2, 3), testActor()))
            qFatal("no import");
        old = dir.filePath(u"old.bak"_s);
        if (!store->backup(old))
            qFatal("no backup");
        store.reset();
        store = openBook(path);
        ids = store->ids();
        for (const char* note : {"one", "two"})
            if (!logCall(*store, *ids, QString::fromLatin1(note)))
                qFatal("no call");
        call = makeCall(*store->book(), *ids, u"three"_s);
    }
    QTemporaryDir dir;
    QString path, old;
    std::unique_ptr<BookStore> store;
    std::unique_ptr<IdSource> ids;
    ChangeSet call;
};

using Deed = std::function<void(const Desk&)>;

} // namespace

class TestWriteGuard : public QObject {
    Q_OBJECT
private slots:
    void misfits_data()
    {
        QTest::addColumn<Deed>("deed");
        QTest::addColumn<Deed>("back"); // none: the book is to be opened anew
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("kept"); // what was logged is there when it is opened anew
        const auto aside = [](const Desk& d) { QFile::rename(d.path, d.path + u".aside"); };
        const auto restored = [](const Desk& d) {
            QFile::remove(d.path);
            QFile::rename(d.path + u".aside", d.path);
        };
        const auto removed = [](const char* suffix) {
            return Deed([suffix](const Desk& d) { QFile::remove(d.path + QLatin1String(suffix)); });
        };
        const auto garbage = [](qint64 at) {
            return Deed([at](const Desk& d) {
                const QString log = d.path + u"-wal";
                overwrite(log, QByteArray(100, 'x'), at >= 0 ? at : QFile(log).size() + at);
            });
        };
        QTest::newRow("deleted") << removed("") << Deed() << ErrorCode::BookMissing << u"moved or deleted"_s << false;
        QTest::newRow("renamed") << Deed(aside) << Deed(restored) << ErrorCode::BookMissing << u"moved or deleted"_s
                                 << true;
        QTest::newRow("replaced") << Deed([aside](const Desk& d) {
            aside(d);
            QFile::copy(d.old, d.path);
        }) << Deed(restored) << ErrorCode::BookForeign
                                  << u"replaced by another"_s << true;
        QTest::newRow("overwritten by a backup")
            << Deed([](const Desk& d) { replaceInPlace(d.path, bytesOf(d.old)); }) << Deed() << ErrorCode::BookForeign
            << u"changed by another program"_s << false;
        QTest::newRow("truncated") << Deed([](const Desk& d) { QFile::resize(d.path, 8192); }) << Deed()
                                   << ErrorCode::BookForeign << u"changed by another program"_s << false;
        QTest::newRow("log deleted") << removed("-wal") << Deed() << ErrorCode::BookForeign << u"book.duedesk-wal"_s
                                     << true;
        QTest::newRow("log cut") << Deed([](const Desk& d) { QFile::resize(d.path + u"-wal", 40); }) << Deed()
                                 << ErrorCode::BookForeign << u"book.duedesk-wal"_s << false;
        QTest::newRow("log emptied") << Deed([](const Desk& d) { QFile::resize(d.path + u"-wal", 0); }) << Deed()
                                     << ErrorCode::BookForeign << u"book.duedesk-wal"_s << false;
        QTest::newRow("log garbage") << garbage(0) << Deed() << ErrorCode::BookForeign << u"book.duedesk-wal"_s
                                     << false;
        QTest::newRow("log garbage at its end")
            << garbage(-4120) << Deed() << ErrorCode::BookForeign << u"book.duedesk-wal"_s << false;
        QTest::newRow("index deleted") << removed("-shm") << Deed() << ErrorCode::BookForeign << u"book.duedesk-shm"_s
                                       << true;
        QTest::newRow("log and index deleted") << Deed([](const Desk& d) {
            QFile::remove(d.path + u"-wal");
            QFile::remove(d.path + u"-shm");
        }) << Deed() << ErrorCode::BookForeign << u"book.duedesk-wal"_s
                                               << true;
        QTest::newRow("a second name") << Deed([](const Desk& d) {
            if (::link(qPrintable(d.path), qPrintable(d.path + u".link")) != 0)
                qFatal("no link");
        }) << Deed([](const Desk& d) { QFile::remove(d.path + u".link"); })
                                       << ErrorCode::StorageFailed << u"2 names"_s << true;
    }
    void misfits()
    {
        QFETCH(Deed, deed);
        QFETCH(Deed, back);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        QFETCH(bool, kept);
        Desk d;
        QVERIFY(d.store->refresh());
        deed(d);
        const QByteArray file = bytesOf(d.path), log = bytesOf(d.path + u"-wal");
        for (int again = 0; again < 2; ++again) {
            const auto seen = d.store->refresh();
            QVERIFY(!seen);
            QVERIFY2(BookStore::isFileTrouble(seen.error()), qPrintable(seen.error().message()));
            QCOMPARE(seen.error().code, code);
            QVERIFY2(say(seen.error().what).contains(says), qPrintable(seen.error().message()));
            QVERIFY(!seen.error().remedy.isEmpty());
            const auto written = d.store->apply(d.call, d.store->book()->revision(), testActor());
            QVERIFY(!written);
            QVERIFY(BookStore::isFileTrouble(written.error()));
            const auto bytes = d.store->putContent("a mail");
            QVERIFY(!bytes && BookStore::isFileTrouble(bytes.error()));
            QVERIFY(!d.store->lease(Table::Activity, 5));
        }
        QCOMPARE(bytesOf(d.path), file);
        QCOMPARE(bytesOf(d.path + u"-wal"), log);
        if (back) {
            back(d);
            const auto seen = d.store->refresh();
            QVERIFY2(seen, seen ? "" : qPrintable(seen.error().message()));
            QVERIFY(d.store->apply(d.call, d.store->book()->revision(), testActor()));
        }
        d.store.reset();
        if (!kept) {
            QCOMPARE(bytesOf(d.path), file); // closing mixes nothing into it either
            return;
        }
        const auto anew = openBook(d.path);
        QCOMPARE(int(anew->book()->rows<Activity>().size()), back ? 3 : 2);
        QVERIFY(anew->verify()->isClean());
    }

    void aProgramThatIsTooOldWritesNothingMore()
    {
        Desk d;
        const std::int64_t rows = Database(d.path, Database::Mode::ReadOnly).integer("SELECT count(*) FROM audit");
        Database(d.path, Database::Mode::ReadWrite).exec("PRAGMA user_version=99");
        const auto seen = d.store->refresh();
        const auto written = d.store->apply(d.call, d.store->book()->revision(), testActor());
        const auto kept = d.store->putContent("a mail");
        const auto leased = d.store->lease(Table::Activity, 5);
        QVERIFY(!seen && !written && !kept && !leased);
        for (const Error& e : {seen.error(), written.error(), kept.error(), leased.error()}) {
            QVERIFY2(BookStore::isFileTrouble(e), qPrintable(e.message()));
            QCOMPARE(e.code, ErrorCode::BookForeign);
            QVERIFY(say(e.what).contains(u"version 99"));
        }
        d.store.reset();
        QCOMPARE(Database(d.path, Database::Mode::ReadOnly).integer("SELECT count(*) FROM audit"), rows);
        QCOMPARE(BookStore::open(d.path, BookStore::Mode::ReadWrite, testActor()).error().code, ErrorCode::BookForeign);
    }

    void aBackupCopiedOverAnOpenBookIsNotReadWithTheLogOfTheFirst()
    {
        Desk d;
        replaceInPlace(d.path, bytesOf(d.old));
        d.store.reset();
        QVERIFY(QFile(d.path + u"-wal").size() > 0);
        for (const auto mode : {BookStore::Mode::ReadWrite, BookStore::Mode::ReadOnly}) {
            const auto r = BookStore::open(d.path, mode, testActor());
            QVERIFY(!r);
            QCOMPARE(r.error().code, ErrorCode::BookDamaged);
            QVERIFY2(r.error().message().contains(u"book.duedesk-wal"), qPrintable(r.error().message()));
        }
        QCOMPARE(bytesOf(d.path), bytesOf(d.old));
        QVERIFY(QFile::rename(d.path + u"-wal", d.path + u".aside-wal"));
        QVERIFY(openBook(d.path)->verify()->isClean());
    }

    // Another program would begin a log of its own, and what it acknowledged would be lost.
    void whatIsGoneUnderOneProgramStopsTheNext_data()
    {
        QTest::addColumn<QStringList>("suffixes");
        QTest::newRow("index") << QStringList{u"-shm"_s};
        QTest::newRow("log") << QStringList{u"-wal"_s};
        QTest::newRow("both") << QStringList{u"-shm"_s, u"-wal"_s};
    }
    void whatIsGoneUnderOneProgramStopsTheNext()
    {
        QFETCH(QStringList, suffixes);
        Desk d;
        for (const QString& suffix : suffixes)
            QVERIFY(QFile::remove(d.path + suffix));
        const auto second = BookStore::open(d.path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(!second);
        QVERIFY2(BookStore::isFileTrouble(second.error()), qPrintable(second.error().message()));
        d.store.reset();
        QCOMPARE(int(openBook(d.path)->book()->rows<Activity>().size()), 2);
    }

    void anotherProgramsOwnWritingIsNoMisfit()
    {
        Desk d;
        auto other = openBook(d.path);
        const struct stat before = statOf(d.path);
        QVERIFY(other->commitImport(*makeImport(*other->book(), 250, 200, u"B"_s), testActor()));
        QVERIFY(!other->waitForBackup()); // which holds the log while it copies
        QVERIFY(logCall(*other, *d.ids, u"of the other"_s));
        QVERIFY(statOf(d.path).st_size > before.st_size); // the log was written back
        const auto news = d.store->refresh();
        QVERIFY2(news, news ? "" : qPrintable(news.error().message()));
        QVERIFY(news->has_value());
        QVERIFY(logCall(*d.store, *d.ids, u"three"_s));
        other.reset();
        QVERIFY(d.store->refresh());
        QVERIFY(logCall(*d.store, *d.ids, u"four"_s));
        QVERIFY(d.store->verify()->isClean());
    }

    // Killed in the middle of writing the log back: it had said that the file was about to change.
    void aProgramThatDiedWhileItChangedTheFileIsNoMisfit()
    {
        Desk d;
        {
            WriteLock lock(d.path);
            lock.lock();
            lock.fileWillChange();
            QCOMPARE(::utimensat(AT_FDCWD, qPrintable(d.path), nullptr, 0), 0);
        }
        QVERIFY(d.store->refresh());
        QVERIFY(logCall(*d.store, *d.ids, u"three"_s));
        QCOMPARE(::utimensat(AT_FDCWD, qPrintable(d.path), nullptr, 0), 0); // and this one by nobody of ours
        const auto seen = d.store->refresh();
        QVERIFY(!seen && BookStore::isFileTrouble(seen.error()));
    }

    void theFirstImportWithoutTheLogIsNoMisfit()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"first.duedesk"_s);
        auto store = *BookStore::create(path, testInfo(), testActor());
        QVERIFY(store->load());
        QVERIFY(store->commitImport(*makeImport(*store->book(), 30, 200), testActor()));
        QVERIFY(store->refresh());
        const auto ids = store->ids();
        QVERIFY(logCall(*store, *ids, u"one"_s));
        auto other = openBook(path);
        QVERIFY(logCall(*other, *ids, u"two"_s));
        QVERIFY(store->refresh());
    }

    void aSecondNameIsRefusedForWritingAndCanBeRead()
    {
        Desk d;
        d.store.reset();
        const QString link = d.dir.filePath(u"link.duedesk"_s);
        QCOMPARE(::link(qPrintable(d.path), qPrintable(link)), 0);
        for (const QString& name : {d.path, link}) {
            const auto r = BookStore::open(name, BookStore::Mode::ReadWrite, testActor());
            QVERIFY(!r);
            QCOMPARE(r.error().code, ErrorCode::StorageFailed);
            QVERIFY2(r.error().message().contains(u"2 names"), qPrintable(r.error().message()));
            QVERIFY(BookStore::open(name, BookStore::Mode::ReadOnly, testActor()));
        }
        QVERIFY(QFile::remove(link));
        QVERIFY(BookStore::open(d.path, BookStore::Mode::ReadWrite, testActor()));
    }

    // Closing a descriptor of the file would drop SQLite's locks on it, and a program that closed last would take away
    // the log of this one.
    void lookingAtAnOpenBookKeepsItsLocks()
    {
        Desk d;
        QVERIFY(BookStore::open(d.path, BookStore::Mode::ReadOnly, testActor()));
        struct flock l = {};
        l.l_type = F_WRLCK;
        l.l_whence = SEEK_SET;
        const int fd = ::open(qPrintable(d.path), O_RDONLY | O_CLOEXEC);
        QVERIFY(fd >= 0);
        QCOMPARE(::fcntl(fd, F_OFD_GETLK, &l), 0); // an open description of its own: it sees the locks of the process
        QVERIFY(l.l_type != F_UNLCK);
        ::close(fd);
    }

private:
    static struct stat statOf(const QString& path)
    {
        struct stat s = {};
        ::stat(qPrintable(path), &s);
        return s;
    }
};

QTEST_GUILESS_MAIN(TestWriteGuard)
#include "tst_writeguard.moc"
