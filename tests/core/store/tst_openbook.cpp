// What is refused at the door, with which code, and that a refused file keeps every byte.
#include "tests/core/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
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
        QCOMPARE(r.error().code, ErrorCode::StorageFailed);
        QVERIFY(r.error().what.contains(u"moved, deleted or replaced"));
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

private:
    QTemporaryDir m_dir;
    QByteArray m_good;
};

QTEST_GUILESS_MAIN(TestOpenBook)
#include "tst_openbook.moc"
