// Every write path with its n-th statement failing, for n = 1 until nothing is hit: an error is told, the book is as
// it was, in memory and in the file, and the next attempt succeeds.
#include "tests/core/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

using Write = std::function<std::optional<Error>(BookStore&, IdSource&)>;

std::optional<Error> logCall(BookStore& store, IdSource& ids)
{
    const ChangeSet call = makeCall(*store.book(), ids, u"call"_s);
    const auto r = store.apply(call, store.book()->revision(), testActor());
    return r ? std::nullopt : std::optional(r.error());
}

std::optional<Error> importBatch(BookStore& store, IdSource&)
{
    const auto r = store.commitImport(*makeImport(*store.book(), 3, 4, u"B"_s), testActor());
    return r ? std::nullopt : std::optional(r.error());
}

std::optional<Error> undoBatch(BookStore& store, IdSource& ids)
{
    const auto r = store.undoImport(BatchId(1), OperationId(ids.next(Table::Operation)), testActor());
    return r ? std::nullopt : std::optional(r.error());
}

Outcome addContact(BookStore& store, IdSource& ids, int callTo)
{
    ChangeSet changes;
    changes.operation = OperationId(ids.next(Table::Operation));
    changes.action = u"contact added"_s;
    Contact c;
    c.id = ContactId(ids.next(Table::Contact));
    c.customer = store.book()->customers()[0].id;
    c.name = u"Anna Berg"_s;
    c.callTo = callTo;
    changes.insert(c);
    if (const auto r = store.apply(changes, store.book()->revision(), testActor()); !r)
        return failed(r);
    return {};
}

} // namespace

class TestStatementFaults : public QObject {
    Q_OBJECT
private slots:
    void leavesTheBookAsItWas_data()
    {
        QTest::addColumn<Write>("write");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("log a call") << Write(logCall) << 12;
        QTest::newRow("import") << Write(importBatch) << 50;
        QTest::newRow("undo an import") << Write(undoBatch) << 40;
    }
    void leavesTheBookAsItWas()
    {
        QFETCH(Write, write);
        QFETCH(int, atLeast);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"book.duedesk"_s);
        auto store = *BookStore::create(path, testInfo(), testActor());
        QVERIFY(store->load());
        QVERIFY(store->commitImport(*makeImport(*store->book(), 2, 6), testActor()));
        CountingIds ids;
        for (int t = 0; t < tableCount; ++t)
            ids.setNext(Table(t), 10'000);
        store->startBackup(u"the one of the day"_s, testNow); // so that none starts in the middle of counting
        QVERIFY(!store->waitForBackup());
        const BookPtr before = store->book();
        int n = 1;
        for (;; ++n) {
            const std::int64_t seq = store->auditHead()->seq;
            injectFault(n);
            const std::optional<Error> error = write(*store, ids);
            injectFault(0);
            if (!error)
                break;
            QVERIFY2(error->code == ErrorCode::StorageFailed, qPrintable(error->message()));
            QVERIFY(!error->remedy.isEmpty());
            QCOMPARE(store->book(), before);
            QCOMPARE(store->auditHead()->seq, seq);
        }
        QVERIFY2(n > atLeast, qPrintable(QString::number(n)));
        QVERIFY(!sameLiveRows(*before, *store->book()));
        QVERIFY(store->verify()->isClean());
        auto again = *BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
        QVERIFY(sameLiveRows(*store->book(), **again->load()));
        // An import writes its lines unchecked: where the statement that ends this is the one that fails, too.
        QVERIFY(addContact(*store, ids, 24 * 60));
        QVERIFY(!addContact(*store, ids, 24 * 60 + 1));
    }

    void createLeavesNothing()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"new.duedesk"_s);
        int n = 1;
        for (;; ++n) {
            injectFault(n);
            const auto r = BookStore::create(path, testInfo(), testActor());
            injectFault(0);
            if (r)
                break;
            if (QFile::exists(path)) { // made whole; what failed came after, with opening it
                QVERIFY(BookStore::open(path, BookStore::Mode::ReadWrite, testActor()));
                QVERIFY(QFile::remove(path));
            }
            QCOMPARE(QDir(dir.path()).entryList({u"*unfinished*"_s}).size(), 0);
        }
        QVERIFY(n > 60);
    }
};

QTEST_GUILESS_MAIN(TestStatementFaults)
#include "tst_statementfaults.moc"
