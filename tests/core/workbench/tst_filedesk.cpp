#include "core/domain/attachment.h"
#include "core/workbench/filedesk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestFileDesk : public QObject {
    Q_OBJECT
private slots:
    void reads();
    void saysWhyNot();
    void notReadable();
    void copiesArePrivateAndGo();
    void whatACrashLeftGoesAtTheNextStart();
    void twoOfOneName();
    void aFullOrForbiddenPlace();
    void programsAreNotOpened();

private:
    QString made(const QString& name, const QByteArray& bytes)
    {
        QFile f(m_dir.filePath(name));
        if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
            qFatal("no file");
        return f.fileName();
    }
    static QString why(const QString& path)
    {
        const auto r = readToAttach(path);
        return r ? u"read"_s : say(r.error().what) + u" | "_s + say(r.error().remedy);
    }
    QTemporaryDir m_dir;
};

void TestFileDesk::reads()
{
    const auto f = readToAttach(made(u"note.txt"_s, "hello"));
    QVERIFY(f);
    QCOMPARE(f->name, u"note.txt"_s);
    QCOMPARE(f->bytes, QByteArray("hello"));
    QCOMPARE(f->mimeType, u"text/plain"_s);
    QVERIFY(readToAttach(made(u"edge"_s, QByteArray(qsizetype(attachmentLimit), 'x'))));
}

void TestFileDesk::saysWhyNot()
{
    QCOMPARE(why(m_dir.filePath(u"gone.pdf"_s)), u"is not there any more | choose it again"_s);
    QCOMPARE(why(m_dir.path()), u"is a folder | attach its files one by one, or as one archive"_s);
    QCOMPARE(why(made(u"empty"_s, {})), u"is empty | attach the one with content"_s);
    QCOMPARE(why(made(u"big"_s, QByteArray(qsizetype(attachmentLimit) + 1, 'x'))),
             u"has 11 MB; 10 MB are allowed | attach a smaller copy, or note where it lies"_s);
    QCOMPARE(why(u"/dev/zero"_s), u"is no plain file | choose a file"_s);
    const QString fifo = m_dir.filePath(u"fifo"_s);
    QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
    QCOMPARE(why(fifo), u"is no plain file | choose a file"_s);
    QCOMPARE(readToAttach(m_dir.filePath(u"gone.pdf"_s)).error().file, m_dir.filePath(u"gone.pdf"_s));
}

void TestFileDesk::notReadable()
{
    // Root reads everything; a file of the kernel that refuses to be read answers for one without the right to.
    const QString locked = ::geteuid() == 0 ? u"/proc/self/mem"_s : made(u"locked"_s, "x");
    if (::geteuid() != 0)
        QFile::setPermissions(locked, QFileDevice::Permissions());
    const auto r = readToAttach(locked);
    QVERIFY(!r);
    QVERIFY(!r.error().remedy.isEmpty());
}

void TestFileDesk::copiesArePrivateAndGo()
{
    QString folder;
    {
        PrivateCopies copies(m_dir.filePath(u"private"_s));
        QVERIFY(copies.folder().isEmpty());
        const auto path = copies.write(u"Vertrag (2).pdf"_s, "bytes");
        QVERIFY(path);
        folder = copies.folder();
        QCOMPARE(QFileInfo(*path).fileName(), u"Vertrag (2).pdf"_s);
        struct stat s{};
        QCOMPARE(::stat(qPrintable(*path), &s), 0);
        QCOMPARE(s.st_mode & 0777U, 0600U);
        for (const QString& dir : {folder, QFileInfo(*path).path(), m_dir.filePath(u"private"_s)}) {
            QCOMPARE(::stat(qPrintable(dir), &s), 0);
            QCOMPARE(s.st_mode & 0777U, 0700U);
        }
        QFile f(*path);
        QVERIFY(f.open(QIODevice::ReadOnly));
        QCOMPARE(f.readAll(), QByteArray("bytes"));
        // A second program of the same user neither takes nor removes it.
        PrivateCopies other(m_dir.filePath(u"private"_s));
        QVERIFY(QFileInfo::exists(*path));
    }
    QVERIFY(!QFileInfo::exists(folder));
}

void TestFileDesk::whatACrashLeftGoesAtTheNextStart()
{
    const QString root = m_dir.filePath(u"crashed"_s);
    QVERIFY(QDir().mkpath(root + u"/run-dead01/1"_s));
    QFile f(root + u"/run-dead01/1/secret.pdf"_s);
    QVERIFY(f.open(QIODevice::WriteOnly));
    f.close();
    const PrivateCopies copies(root);
    QVERIFY(!QFileInfo::exists(root + u"/run-dead01"_s));
}

void TestFileDesk::twoOfOneName()
{
    PrivateCopies copies(m_dir.filePath(u"two"_s));
    const auto a = copies.write(u"a.txt"_s, "1");
    const auto b = copies.write(u"a.txt"_s, "2");
    QVERIFY(a && b);
    QVERIFY(*a != *b);
    // Whatever a name holds, the copy stays in the folder.
    const auto c = copies.write(u"../../out.txt"_s, "3");
    QVERIFY(c && c->startsWith(copies.folder()) && !c->contains(u".."));
}

void TestFileDesk::aFullOrForbiddenPlace()
{
    PrivateCopies copies(u"/proc/nowhere"_s);
    const auto r = copies.write(u"a.txt"_s, "1");
    QVERIFY(!r);
    QVERIFY(r.error().code == ErrorCode::StorageFailed && !r.error().remedy.isEmpty());
}

void TestFileDesk::programsAreNotOpened()
{
    for (const char* name : {"a.exe", "pay.desktop", "X.LNK", "run.sh", "doc.pdf.js", "a.AppImage"})
        QVERIFY2(runsWhenOpened(QLatin1String(name)), name);
    for (const char* name : {"a.pdf", "exe", "a.xlsx", "mail.eml", "sh.txt", "photo.png"})
        QVERIFY2(!runsWhenOpened(QLatin1String(name)), name);
}

QTEST_GUILESS_MAIN(TestFileDesk)
#include "tst_filedesk.moc"
