// What is being made beside its place: it goes when its maker dies, never while it lives, and nothing of anybody else is
// touched. A program killed at any step of a backup or a restore leaves good backups and whole targets.
#include "tests/core/store/storefixture.h"

#include "core/store/unfinished.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <functional>
#include <sys/wait.h>
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

QStringList unfinishedIn(const QString& folder)
{
    return QDir(folder).entryList({u"*.duedesk-unfinished-*"_s},
                                  QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

// In a process of its own; its exit code.
int inChild(const std::function<int()>& f)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(f());
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        qFatal("the child was lost");
    return WEXITSTATUS(status);
}

QString fill(const QTemporaryDir& dir)
{
    const QString path = dir.filePath(u"book.duedesk"_s);
    auto store = *BookStore::create(path, testInfo(), testActor());
    if (!store->load())
        qFatal("no book");
    if (!store->commitImport(*makeImport(*store->book(), 1, 3), testActor()))
        qFatal("no import");
    return path;
}

} // namespace

class TestUnfinished : public QObject {
    Q_OBJECT
private slots:
    void goesWithItsMakerAndNotBefore()
    {
        for (const auto kind : {Unfinished::Kind::File, Unfinished::Kind::Folder}) {
            QTemporaryDir dir;
            const QString target = dir.filePath(u"b.duedesk"_s);
            QCOMPARE(inChild([&] {
                         auto* left = new Unfinished(target, kind); // dies with it, unlike at the end of a block
                         write(left->path() + (kind == Unfinished::Kind::File ? u"-journal"_s : u"/inside"_s), "x");
                         return 0;
                     }),
                     0);
            QVERIFY(!unfinishedIn(dir.path()).isEmpty());
            Unfinished living(target, kind);
            QCOMPARE(unfinishedIn(dir.path()).size(), 1); // that of the dead went, with what lay beside or in it
            QCOMPARE(inChild([&] {
                         Unfinished::clearDead(dir.path());
                         return QFile::exists(living.path()) ? 0 : 1;
                     }),
                     0);
            Unfinished::clearDead(dir.path());
            QVERIFY(QFile::exists(living.path()));
        }
    }

    void nothingOfAnybodyElseIsTouched()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        QStringList mine{dir.filePath(u"copy.bak.tmp"_s), dir.filePath(u"copy.bak"_s) + u".new-1"_s,
                         dir.filePath(u"x.duedesk-unfinished-12"_s),
                         dir.filePath(u"x.duedesk-unfinished-12-abcdefgh"_s),
                         backups::folderOf(path) + u"/mine.duedesk.tmp"_s};
        QVERIFY(QDir().mkpath(backups::folderOf(path)));
        for (const QString& name : mine)
            write(name, "keep me");
        auto store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        QVERIFY(store->backup(dir.filePath(u"copy.bak"_s)));
        store->startBackup(u"test"_s, testNow);
        QVERIFY(!store->waitForBackup());
        for (const QString& name : mine)
            QCOMPARE(bytesOf(name), QByteArray("keep me"));
    }

    void theNextStartClearsWhatAKilledProgramLeft()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        QVERIFY(QDir().mkpath(backups::folderOf(path)));
        QCOMPARE(inChild([&] {
                     new Unfinished(path + u".other"_s);
                     new Unfinished(backups::folderOf(path) + u"/b.duedesk"_s);
                     return 0;
                 }),
                 0);
        QCOMPARE(unfinishedIn(dir.path()).size() + unfinishedIn(backups::folderOf(path)).size(), 2);
        QVERIFY(BookStore::open(path, BookStore::Mode::ReadWrite, testActor()));
        QCOMPARE(unfinishedIn(dir.path()).size() + unfinishedIn(backups::folderOf(path)).size(), 0);
    }

    // Each round dies one step later, until one comes to its end; at every moment there is a good backup.
    void killedAtEachStepOfTheRotation()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        const auto make = [&](Instant at) {
            return inChild([&] {
                Database source(path, Database::Mode::ReadOnly);
                return backups::make(source, path, u"test"_s, at) ? 0 : 1;
            });
        };
        for (int i = 0; i < 3; ++i)
            QCOMPARE(make(testNow + i), 0);
        int died = 0;
        for (int n = 1; n < 1000; ++n) {
            const Instant at = testNow + 60'000 * n; // of the same hour: an older one goes
            const int code = inChild([&] {
                Database source(path, Database::Mode::ReadOnly);
                injectFault(n, StatementFault::Die);
                const auto made = backups::make(source, path, u"test"_s, at);
                injectFault(0);
                return made ? 0 : 1;
            });
            const auto list = backups::list(path);
            QVERIFY2(list && !list->empty(), qPrintable(QString::number(n)));
            for (const BackupEntry& e : *list)
                QCOMPARE(sha256OfFile(backups::folderOf(path) + u'/' + e.file), e.sha256);
            if (code == 0) {
                QVERIFY2(died > 20, qPrintable(QString::number(died)));
                const auto sound = BookStore::verifyFile(backups::folderOf(path) + u'/' + list->back().file);
                QVERIFY(sound && sound->isClean());
                QVERIFY(unfinishedIn(backups::folderOf(path)).isEmpty());
                return;
            }
            QCOMPARE(code, 9);
            ++died;
        }
        QFAIL("a backup never came to its end");
    }

    void killedOnTheWayOfARestore()
    {
        QTemporaryDir dir;
        const QString from = fill(dir), to = dir.filePath(u"back.duedesk"_s);
        int died = 0;
        for (int n = 1; n < 5000; n += 31) {
            const int code = inChild([&] {
                injectFault(n, StatementFault::Die);
                const auto done = BookStore::restore(from, to);
                injectFault(0);
                return done ? 0 : 1;
            });
            if (QFile::exists(to)) {
                const auto sound = BookStore::verifyFile(to);
                QVERIFY2(sound && sound->isClean(), qPrintable(QString::number(n)));
                QVERIFY(QFile::remove(to));
            }
            if (code == 0) {
                QVERIFY2(died > 10, qPrintable(QString::number(died)));
                QVERIFY(unfinishedIn(dir.path()).isEmpty());
                return;
            }
            QCOMPARE(code, 9);
            ++died;
        }
        QFAIL("a restore never came to its end");
    }
};

QTEST_GUILESS_MAIN(TestUnfinished)
#include "tst_unfinished.moc"
