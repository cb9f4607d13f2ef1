// Output files: what no name may lead to, whole or not at all, and what is said when the disk is only half done.
#include "core/base/outputfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("no file");
}

// Enough of a book to be known as one.
QByteArray bookBytes()
{
    QByteArray bytes(4096, '\0');
    bytes.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    bytes.replace(68, 4, "Dued");
    return bytes;
}

// No new file can be opened while it lives.
class NoMoreFiles {
public:
    NoMoreFiles()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoMoreFiles() { setrlimit(RLIMIT_NOFILE, &m_before); }
    NoMoreFiles(const NoMoreFiles&) = delete;
    NoMoreFiles& operator=(const NoMoreFiles&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestOutputFile : public QObject {
    Q_OBJECT
private slots:
    void init();
    void whatIsNeverWrittenOver_data();
    void whatIsNeverWrittenOver();
    void namesOfNoFileYet();
    void otherFilesMayBe();
    void endings();
    void aFolderThatCannotBeSynced();
    void aFolderThatCanBe();

private:
    QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile f(m_dir->filePath(name));
        if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
            qFatal("cannot write a fixture");
        return f.fileName();
    }
    OutputDoor door() const
    {
        OutputDoor d(m_dir->filePath(u"acme.csv"_s));
        d.keep(m_dir->filePath(u"input.csv"_s));
        return d;
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestOutputFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(u"acme.csv.backups"_s));
    put(u"acme.csv"_s, bookBytes()); // a book may be called anything
    for (const char* beside : {"-wal", "-journal", "-shm", ".wlock"})
        put(u"acme.csv"_s + QLatin1String(beside), QByteArray("beside ") + beside);
    put(u"acme.csv.backups/manifest.json"_s, "[]");
    put(u"acme.csv.backups/1.duedesk"_s, "not even a book");
    put(u"input.csv"_s, "a,b\n");
    put(u"other.csv"_s, bookBytes());
    put(u"mine.csv"_s, "mine");
}

void TestOutputFile::whatIsNeverWrittenOver_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("why");
    for (const char* beside : {"-wal", "-journal", "-shm", ".wlock"})
        QTest::newRow(beside) << u"acme.csv"_s + QLatin1String(beside) << u"belongs to the book"_s;
    QTest::newRow("book") << u"acme.csv"_s << u"is the book itself"_s;
    QTest::newRow("list of backups") << u"acme.csv.backups/manifest.json"_s << u"among the backups"_s;
    QTest::newRow("backup") << u"acme.csv.backups/1.duedesk"_s << u"among the backups"_s;
    QTest::newRow("input") << u"input.csv"_s << u"is what this reads"_s;
    QTest::newRow("another book") << u"other.csv"_s << u"is a Duedesk book"_s;
}

void TestOutputFile::whatIsNeverWrittenOver()
{
    QFETCH(QString, target);
    QFETCH(QString, why);
    const QString path = m_dir->filePath(target);
    const QString soft = m_dir->filePath(u"soft.csv"_s), hard = m_dir->filePath(u"hard.csv"_s);
    QVERIFY(QFile::link(path, soft));
    QCOMPARE(::link(QFile::encodeName(path).constData(), QFile::encodeName(hard).constData()), 0);
    QVERIFY(QDir(m_dir->path()).mkdir(u"sub"_s));
    const QString around = m_dir->filePath(u"sub/../"_s + target);
    const QByteArray before = contentOf(path);
    for (const QString& name : {path, soft, hard, around}) {
        const auto o = writeWholeFile(door(), name, {}, "<html>");
        QVERIFY2(!o, qPrintable(name));
        QCOMPARE(o.error().code, ErrorCode::Usage);
        QCOMPARE(o.error().file, name);
        QVERIFY2(say(o.error().what).contains(why), qPrintable(o.error().message()));
        QVERIFY(!o.error().remedy.isEmpty());
    }
    QCOMPARE(contentOf(path), before);
    QVERIFY(QFileInfo(soft).isSymLink());
    struct stat a = {}, b = {};
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &a), 0);
    QCOMPARE(::stat(QFile::encodeName(hard).constData(), &b), 0);
    QCOMPARE(a.st_ino, b.st_ino); // the second name is one still
}

// A log or a backup that is not there yet is as little to be made by an export.
void TestOutputFile::namesOfNoFileYet()
{
    QFile::remove(m_dir->filePath(u"acme.csv-wal"_s));
    QVERIFY(QFile::link(m_dir->filePath(u"acme.csv-wal"_s), m_dir->filePath(u"dangling.csv"_s)));
    QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(u"here"_s)));
    for (const QString& name : {u"acme.csv-wal"_s, u"here/acme.csv-wal"_s, u"dangling.csv"_s,
                                u"acme.csv.backups/new.csv"_s, u"here/acme.csv.backups/new.csv"_s}) {
        const auto o = door().mayWrite(m_dir->filePath(name), {});
        QVERIFY2(!o && say(o.error().what).contains(u"the book"_s), qPrintable(name));
    }
    // What lies beside a link to the book is nobody's; beside the file itself it is the book's.
    QVERIFY(QFile::link(m_dir->filePath(u"acme.csv"_s), m_dir->filePath(u"here.duedesk"_s)));
    const OutputDoor byLink(m_dir->filePath(u"here.duedesk"_s));
    QVERIFY(!byLink.mayWrite(m_dir->filePath(u"acme.csv-shm"_s), {}));
    QVERIFY(byLink.mayWrite(m_dir->filePath(u"mine.csv"_s), {}));
    const QString pipe = m_dir->filePath(u"pipe.csv"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(say(door().mayWrite(pipe, {}).error().what).contains(u"no plain file"_s));
}

void TestOutputFile::otherFilesMayBe()
{
    for (const QString& name : {u"mine.csv"_s, u"new.csv"_s}) {
        const QString path = m_dir->filePath(name);
        const auto o = writeWholeFile(door(), path, {u"csv"_s}, "x");
        QVERIFY2(o, o ? "" : qPrintable(o.error().message()));
        QVERIFY(o->doubt.isEmpty());
        QCOMPARE(contentOf(path), QByteArray("x"));
    }
    // A file of another program's database is not ours to name, nor is one that is too short.
    QByteArray foreign = bookBytes();
    foreign.replace(68, 4, "othr");
    for (const QByteArray& bytes : {foreign, bookBytes().left(71), QByteArray()})
        QVERIFY(writeWholeFile(door(), put(u"foreign.csv"_s, bytes), {}, "x"));
}

void TestOutputFile::endings()
{
    const QStringList html{u"html"_s, u"htm"_s};
    for (const QString& name : {u"a.html"_s, u"a.HTM"_s, u"a.b.html"_s})
        QVERIFY2(OutputDoor().mayWrite(m_dir->filePath(name), html), qPrintable(name));
    for (const QString& name : {u"a"_s, u"a.duedesk"_s, u"html"_s, u"a.html.bak"_s, u"a.pdf"_s}) {
        const Outcome o = OutputDoor().mayWrite(m_dir->filePath(name), html);
        QVERIFY2(!o, qPrintable(name));
        QCOMPARE(o.error().code, ErrorCode::Usage);
        QVERIFY2(say(o.error().remedy).contains(u".html or .htm"_s), qPrintable(o.error().message()));
    }
}

// The file is there, whole: that is told, and what is not certain is told with it.
void TestOutputFile::aFolderThatCannotBeSynced()
{
    const QString path = m_dir->filePath(u"new.csv"_s);
    OutputFile file(path);
    QVERIFY(file.open(OutputDoor(), {}));
    QVERIFY(file.write("whole"));
    Result<Written> done;
    {
        const NoMoreFiles limit;
        done = file.commit();
    }
    QVERIFY2(done, done ? "" : qPrintable(done.error().message()));
    QVERIFY2(done->doubt.contains(path) && done->doubt.contains(u"is written"_s), qPrintable(done->doubt));
    QCOMPARE(contentOf(path), QByteArray("whole"));
}

void TestOutputFile::aFolderThatCanBe()
{
    const QString path = m_dir->filePath(u"new.csv"_s);
    {
        OutputFile left(path);
        QVERIFY(left.open(OutputDoor(), {}));
        QVERIFY(left.write("half"));
    }
    QVERIFY(!QFile::exists(path)); // not committed: nothing
    const auto o = writeWholeFile(OutputDoor(), m_dir->filePath(u"gone/a.csv"_s), {}, "x");
    QVERIFY(!o);
    QCOMPARE(o.error().code, ErrorCode::StorageFailed);
    QVERIFY(say(o.error().remedy).contains(u"make it"_s));
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
