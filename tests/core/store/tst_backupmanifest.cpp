// The list of backups: damaged it is made anew and reported, a clock gone wrong costs neither backups nor a copy at each
// start, and how long there was none is known.
#include "tests/core/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <thread>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr Instant day = 86'400'000;
constexpr Instant year2036 = 2'096'000'000'000;

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

void make(const QString& path, Instant at)
{
    Database source(path, Database::Mode::ReadOnly);
    const auto made = backups::make(source, path, u"test"_s, at);
    if (!made)
        qFatal("%s", qPrintable(made.error().message()));
}

QStringList filesOf(const QString& path) { return QDir(backups::folderOf(path)).entryList({u"*.duedesk"_s}); }

} // namespace

class TestBackupManifest : public QObject {
    Q_OBJECT
private slots:
    void aDamagedListIsMadeAnewAndKeepsWhatItFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << QByteArray("{\"backups\": [{\"file\"");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("something else") << QByteArray("[1, 2]");
    }
    void aDamagedListIsMadeAnewAndKeepsWhatItFound()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir dir;
        const QString path = fill(dir), manifest = backups::folderOf(path) + u"/manifest.json"_s;
        make(path, testNow - 2 * day);
        make(path, testNow - day);
        const QStringList before = filesOf(path);
        QCOMPARE(before.size(), 2);
        QFile f(manifest);
        QVERIFY(f.open(QIODevice::WriteOnly) && f.write(text) == text.size());
        f.close();
        QVERIFY(!backups::list(path));
        const BackupState broken = backups::state(path, testNow);
        QVERIFY(broken.trouble && broken.isOverdue());
        for (int i = 0; i < 20; ++i)
            make(path, testNow + i * 60'000);
        const auto list = backups::list(path);
        QVERIFY(list);
        for (const QString& name : before) {
            QVERIFY(filesOf(path).contains(name));
            QVERIFY(std::ranges::any_of(*list, [&](const BackupEntry& e) {
                return e.file == name && e.sha256 == sha256OfFile(backups::folderOf(path) + u'/' + name);
            }));
        }
        QVERIFY(QFile::exists(manifest + u".damaged"));
        QVERIFY(!backups::state(path, testNow).trouble);
    }

    void aWrongClockDoesNotCopyTheBookAtEachStart()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        make(path, year2036);
        for (int start = 0; start < 4; ++start) {
            auto store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor(testNow + start));
            QVERIFY(store->load());
            const auto ids = store->ids();
            QVERIFY(store->apply(makeCall(*store->book(), *ids, u"x"_s), store->book()->revision(),
                                 testActor(testNow + start)));
            QVERIFY(!store->waitForBackup());
        }
        QCOMPARE(filesOf(path).size(), 2); // the one of 2036 and the one of this day
    }

    void aClockThatFellBackDeletesNoBackup()
    {
        std::vector<BackupEntry> all;
        for (int i = 0; i < 10; ++i)
            all.push_back({u"b%1"_s.arg(i), testNow + i, {}, {}, 0});
        QCOMPARE(backups::keep(all, testNow - 400 * day).size(), all.size());
        QVERIFY(backups::keep(all, testNow).size() < all.size());
    }

    void tellsHowLongThereWasNone()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        QVERIFY(backups::state(path, testNow).isOverdue());
        QVERIFY(!backups::state(path, testNow).newest);
        make(path, testNow);
        make(path, year2036); // says nothing about today
        QVERIFY(!backups::state(path, testNow + 3 * day - 1).isOverdue());
        QVERIFY(backups::state(path, testNow + 3 * day).isOverdue());
        QCOMPARE(backups::state(path, testNow + 5 * day).days, 5);
        QVERIFY(QFile::remove(backups::folderOf(path) + u'/' + backups::state(path, testNow).newest->file));
        QVERIFY(backups::state(path, testNow).isOverdue());
    }

    void aBackupThatFailedIsToldOnceAndWithoutClosing()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        QFile inTheWay(backups::folderOf(path));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly)); // a file where the folder belongs
        auto store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        store->startBackup(u"test"_s, testNow);
        std::optional<Error> told;
        QTRY_VERIFY(told || (told = store->takeBackupFailure()).has_value()); // it asks once more when it is true
        QVERIFY2(told->message().contains(u"folder of backups"), qPrintable(told->message()));
        QVERIFY(!store->takeBackupFailure());
        QVERIFY(!store->waitForBackup());
    }

    void twoProgramsEnterTheirBackupsWithoutLosingOne()
    {
        QTemporaryDir dir;
        const QString path = fill(dir);
        QVERIFY(backups::makeFolder(path));
        const auto enter = [&](int first) {
            for (int i = first; i < 60; i += 2)
                if (!backups::enter(path, {u"b%1"_s.arg(i), testNow - i * day * 31, u"test"_s, {}, 0}, testNow))
                    qFatal("not entered");
        };
        {
            const std::jthread one(enter, 0), two(enter, 1);
        }
        const auto list = *backups::list(path);
        for (int i = 0; i < 14; ++i) // what a month keeps of two years, whoever entered it
            QVERIFY2(std::ranges::any_of(list, [&](const BackupEntry& e) { return e.file == u"b%1"_s.arg(i); }),
                     qPrintable(QString::number(i)));
    }
};

QTEST_GUILESS_MAIN(TestBackupManifest)
#include "tst_backupmanifest.moc"
