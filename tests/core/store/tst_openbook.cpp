// What is refused at the door, with which code, and that a refused file keeps every byte.
#include "tests/core/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <sqlite3.h>
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

void write(const QString& path, const QByteArray& bytes)
{
    QFile f(path);
    if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
        qFatal("no file");
}

void putWord(QByteArray& bytes, int at, quint32 v)
{
    for (int i = 0; i < 4; ++i)
        bytes[at + i] = char(v >> (24 - 8 * i));
}

// While it lives, files in a folder do not grow: what SQLite writes beyond their end fails with an error of the system.
class FullDisk {
public:
    FullDisk(const QString& folder, int error)
    {
        s_folder = QFile::encodeName(folder);
        s_error = error;
        sqlite3_vfs* vfs = sqlite3_vfs_find("unix");
        s_write = reinterpret_cast<Write>(vfs->xGetSystemCall(vfs, "pwrite64"));
        if (!s_write)
            qFatal("this SQLite writes another way");
        vfs->xSetSystemCall(vfs, "pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(&FullDisk::write));
    }
    ~FullDisk()
    {
        sqlite3_vfs* vfs = sqlite3_vfs_find("unix");
        vfs->xSetSystemCall(vfs, "pwrite64", reinterpret_cast<sqlite3_syscall_ptr>(s_write));
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    using Write = ssize_t (*)(int, const void*, std::size_t, off64_t);
    static ssize_t write(int fd, const void* bytes, std::size_t n, off64_t at)
    {
        const QByteArray name = QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(fd)).toLocal8Bit();
        struct stat s = {};
        if (name.startsWith(s_folder) && ::fstat(fd, &s) == 0 && at + off64_t(n) > s.st_size) {
            errno = s_error;
            return -1;
        }
        return s_write(fd, bytes, n, at);
    }
    inline static QByteArray s_folder;
    inline static int s_error = 0;
    inline static Write s_write = nullptr;
};

// A folder that takes no writes, for root as well: then as somebody else.
class ReadOnlyFolder {
public:
    explicit ReadOnlyFolder(const QString& path) : m_path(QFile::encodeName(path))
    {
        if (::chmod(m_path.constData(), 0555) != 0)
            qFatal("no rights to change");
        for (const QFileInfo& f : QDir(path).entryInfoList(QDir::Files))
            ::chmod(QFile::encodeName(f.filePath()).constData(), 0444);
        if (::getuid() == 0 && ::setresuid(65534, 65534, 0) != 0)
            qFatal("cannot be somebody else");
    }
    ~ReadOnlyFolder()
    {
        uid_t real = 0, effective = 0, saved = 0;
        if (::getresuid(&real, &effective, &saved) != 0 || (saved == 0 && ::setresuid(0, 0, 0) != 0))
            qFatal("cannot come back");
        ::chmod(m_path.constData(), 0755);
        for (const QFileInfo& f : QDir(QFile::decodeName(m_path)).entryInfoList(QDir::Files))
            ::chmod(QFile::encodeName(f.filePath()).constData(), 0644);
    }
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

private:
    QByteArray m_path;
};

} // namespace

class TestOpenBook : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const QString path = m_dir.filePath(u"good.duedesk"_s);
        QVERIFY(BookStore::create(path, testInfo(), testActor()));
        m_good = bytesOf(path);
        QVERIFY(m_good.size() > 4096);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        QByteArray foreign = m_good, newer = m_good, wal = m_good;
        putWord(foreign, 68, 0x12345678);
        putWord(newer, 60, 99);
        QTest::newRow("empty") << QByteArray() << ErrorCode::BookForeign << u"not a Duedesk book"_s;
        QTest::newRow("text") << QByteArray("invoice,amount\n1,2\n") << ErrorCode::BookForeign
                              << u"not a Duedesk book"_s;
        QTest::newRow("short header") << m_good.left(99) << ErrorCode::BookForeign << u"not a Duedesk book"_s;
        QTest::newRow("another program's") << foreign << ErrorCode::BookForeign << u"another program"_s;
        QTest::newRow("newer") << newer << ErrorCode::BookForeign << u"newer Duedesk (version 99)"_s;
        QTest::newRow("cut short") << m_good.left(m_good.size() - 4096) << ErrorCode::BookDamaged << u"cut short"_s;
        QByteArray zeroed = m_good;
        zeroed.replace(4096, 3 * 4096, QByteArray(3 * 4096, '\0'));
        QTest::newRow("zeroed pages") << zeroed << ErrorCode::BookDamaged << u"damaged"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        const QString path = m_dir.filePath(u"refused.duedesk"_s);
        for (const auto mode : {BookStore::Mode::ReadWrite, BookStore::Mode::ReadOnly}) {
            write(path, bytes);
            const auto r = BookStore::open(path, mode, testActor());
            QVERIFY(!r);
            QCOMPARE(r.error().code, code);
            QCOMPARE(exitCode(r.error().code), 3);
            QVERIFY2(r.error().message().contains(says), qPrintable(r.error().message()));
            QCOMPARE(r.error().file, path);
            QVERIFY(!r.error().remedy.isEmpty());
            QCOMPARE(bytesOf(path), bytes);
        }
        QFile::remove(path + u".wlock");
    }

    // Killed while it grew: the first page tells of pages that had no time to follow. Its journal takes all of it back.
    void cutOffWhileItGrewIsTakenBack()
    {
        const QString path = m_dir.filePath(u"grows.duedesk"_s), killed = m_dir.filePath(u"killed.duedesk"_s);
        write(path, m_good);
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"grows"_s);
            db.setDatabaseName(path);
            QVERIFY(db.open());
            QSqlQuery q(db);
            for (const char* sql : {"PRAGMA journal_mode=DELETE", "PRAGMA cache_size=2", "BEGIN",
                                    "CREATE TABLE more (b)", "INSERT INTO more SELECT zeroblob(3000000)"})
                QVERIFY2(q.exec(QString::fromLatin1(sql)), sql);
            QByteArray half = bytesOf(path);
            putWord(half, 28, quint32(half.size() / 4096 + 100));
            write(killed, half);
            write(killed + u"-journal", bytesOf(path + u"-journal"));
            QVERIFY(bytesOf(killed + u"-journal").size() > 512);
            QVERIFY(half != m_good);
            q.finish();
            db.close();
        }
        QSqlDatabase::removeDatabase(u"grows"_s);
        const auto store = BookStore::open(killed, BookStore::Mode::ReadWrite, testActor());
        QVERIFY2(store, store ? "" : qPrintable(store.error().message()));
        QVERIFY((*store)->load());
        QVERIFY((*store)->verify()->isClean());
        QVERIFY(!QFile::exists(killed + u"-journal"));
    }

    void missingIsNotMade()
    {
        const QString path = m_dir.filePath(u"missing.duedesk"_s);
        const auto r = BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::BookMissing);
        QVERIFY(!QFile::exists(path));
        QVERIFY(!QFile::exists(path + u".wlock"));
    }

    void foldersAndPipes()
    {
        const auto folder = BookStore::open(m_dir.path(), BookStore::Mode::ReadWrite, testActor());
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::BookForeign);
        const QString pipe = m_dir.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const auto fifo = BookStore::open(pipe, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(!fifo);
        QCOMPARE(fifo.error().code, ErrorCode::BookForeign);
        QVERIFY(!BookStore::open(u"/dev/zero"_s, BookStore::Mode::ReadOnly, testActor()));
    }

    void aFileThatIsReplacedIsNoticedBeforeTheNextWrite()
    {
        const QString path = m_dir.filePath(u"moved.duedesk"_s);
        auto store = *BookStore::create(path, testInfo(), testActor());
        QVERIFY(store->load());
        QVERIFY(store->commitImport(*makeImport(*store->book(), 1, 1), testActor()));
        const auto more = store->ids();
        const ChangeSet call = makeCall(*store->book(), *more, u"x"_s);
        QVERIFY(QFile::rename(path, path + u".aside"));
        write(path, m_good);
        const auto r = store->apply(call, store->book()->revision(), testActor());
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::BookForeign);
        QVERIFY(say(r.error().what).contains(u"replaced by another"));
        QCOMPARE(bytesOf(path), m_good);
    }

    void readOnlyWritesNothing()
    {
        const QString path = m_dir.filePath(u"look.duedesk"_s);
        write(path, m_good);
        auto store = *BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
        QVERIFY(store->load());
        ChangeSet c;
        c.operation = OperationId(77);
        const auto r = store->apply(c, 1, testActor());
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Refused);
        store.reset();
        QCOMPARE(bytesOf(path), m_good);
    }

    // SQLite would read a left log or journal with the next file that gets the name.
    void nothingIsMadeBesideWhatAnotherBookLeft_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("by");
        for (const char* suffix : {"-wal", "-shm", "-journal"})
            for (const char* by : {"init", "restore", "backup"})
                QTest::addRow("%s beside %s", suffix, by) << QString::fromLatin1(suffix) << QString::fromLatin1(by);
    }
    void nothingIsMadeBesideWhatAnotherBookLeft()
    {
        QFETCH(QString, suffix);
        QFETCH(QString, by);
        QTemporaryDir dir;
        const QString from = dir.filePath(u"from.bak"_s), to = dir.filePath(u"b.duedesk"_s);
        write(from, m_good);
        write(to + suffix, "left by another");
        const auto attempt = [&]() -> Outcome {
            if (by == u"restore")
                return BookStore::restore(from, to);
            if (by == u"init") {
                const auto made = BookStore::create(to, testInfo(), testActor());
                return made ? Outcome() : Outcome(failed(made));
            }
            const auto copied = (*BookStore::open(from, BookStore::Mode::ReadOnly, testActor()))->backup(to);
            return copied ? Outcome() : Outcome(failed(copied));
        };
        const auto r = attempt();
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::InputRejected);
        QVERIFY2(r.error().message().contains(u"b.duedesk" + suffix), qPrintable(r.error().message()));
        QVERIFY(!r.error().remedy.isEmpty());
        QVERIFY(!QFile::exists(to));
        QCOMPARE(bytesOf(to + suffix), QByteArray("left by another"));
        QCOMPARE(QDir(dir.path()).entryList({u"*unfinished*"_s}).size(), 0);
        QVERIFY(QFile::remove(to + suffix));
        QVERIFY(attempt());
        QVERIFY(BookStore::verifyFile(to)->isClean());
    }

    void aLinkToNothingIsANameThatIsTaken()
    {
        const QString to = m_dir.filePath(u"dangling.duedesk"_s);
        QVERIFY(QFile::link(m_dir.filePath(u"nowhere"_s), to));
        const auto r = BookStore::create(to, testInfo(), testActor());
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::InputRejected);
    }

    // No room for the 32 kB that reading with a log takes beside the book.
    void aFullDiskCanBeRead_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<QString>("says");
        QTest::newRow("full") << ENOSPC << u"the disk is full"_s;
        QTest::newRow("over quota") << EDQUOT << u"the disk is full"_s;
        QTest::newRow("limit of size") << EFBIG << u"may not grow further"_s;
    }
    void aFullDiskCanBeRead()
    {
        QFETCH(int, error);
        QFETCH(QString, says);
        QTemporaryDir dir, elsewhere;
        const QString path = dir.filePath(u"full.duedesk"_s);
        {
            auto store = *BookStore::create(path, testInfo(), testActor());
            QVERIFY(store->load());
            QVERIFY(store->commitImport(*makeImport(*store->book(), 2, 3), testActor()));
        }
        const FullDisk full(dir.path(), error);
        const auto store = BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
        QVERIFY2(store, store ? "" : qPrintable(store.error().message()));
        const auto book = (*store)->load();
        QVERIFY2(book, book ? "" : qPrintable(book.error().message()));
        QCOMPARE((*book)->ledger().debitCount, 6U);
        QVERIFY((*store)->verify()->isClean());
        const auto copied = (*store)->backup(elsewhere.filePath(u"copy.bak"_s));
        QVERIFY2(copied, copied ? "" : qPrintable(copied.error().message()));
        const auto sound = BookStore::verifyFile(path);
        QVERIFY(sound && sound->isClean());
        const auto writing = BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(!writing);
        QCOMPARE(writing.error().code, ErrorCode::StorageFailed);
        QVERIFY2(writing.error().message().contains(says), qPrintable(writing.error().message()));
        QVERIFY(error == EFBIG || writing.error().message().contains(u"MB free"));
    }

    // A program was killed while it filled the book; the reader may not take that back, and says so.
    void aHotJournalInAFolderOneMayNotWriteIsNoDamage()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"hot.duedesk"_s);
        makeHotJournal(path);
        const QByteArray before = bytesOf(path), journal = bytesOf(path + u"-journal");
        {
            const ReadOnlyFolder shut(dir.path());
            const auto r = BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
            QVERIFY(!r);
            QCOMPARE(r.error().code, ErrorCode::StorageFailed);
            QVERIFY2(r.error().message().contains(u"cut off"), qPrintable(r.error().message()));
            QVERIFY2(r.error().message().contains(u"hot.duedesk-journal"), qPrintable(r.error().message()));
            QVERIFY(!r.error().message().contains(u"damaged"));
        }
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(bytesOf(path + u"-journal"), journal);
        const auto mended = BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
        QVERIFY(mended);
        QVERIFY((*mended)->verify()->isClean());
    }

private:
    void makeHotJournal(const QString& killed)
    {
        const QString path = m_dir.filePath(u"filling.duedesk"_s);
        write(path, m_good);
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"filling"_s);
            db.setDatabaseName(path);
            QVERIFY(db.open());
            QSqlQuery q(db);
            for (const char* sql : {"PRAGMA journal_mode=DELETE", "PRAGMA cache_size=2", "BEGIN",
                                    "CREATE TABLE more (b)", "INSERT INTO more SELECT zeroblob(3000000)"})
                QVERIFY2(q.exec(QString::fromLatin1(sql)), sql);
            write(killed, bytesOf(path));
            write(killed + u"-journal", bytesOf(path + u"-journal"));
            QVERIFY(bytesOf(killed + u"-journal").size() > 512);
            q.finish();
            db.close();
        }
        QSqlDatabase::removeDatabase(u"filling"_s);
    }

    QTemporaryDir m_dir;
    QByteArray m_good;
};

QTEST_GUILESS_MAIN(TestOpenBook)
#include "tst_openbook.moc"
