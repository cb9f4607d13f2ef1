// A book on disk: made, read, changed, imported into, undone; what two programs do to one file.
#include "tests/core/store/storefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<BookStore> must(Result<std::unique_ptr<BookStore>> r)
{
    if (!r)
        qFatal("%s", qPrintable(r.error().message()));
    if (auto book = (*r)->load(); !book)
        qFatal("%s", qPrintable(book.error().message()));
    return std::move(*r);
}

std::unique_ptr<BookStore> newBook(const QString& path) { return must(BookStore::create(path, testInfo(), testActor())); }
std::unique_ptr<BookStore> openBook(const QString& path)
{
    return must(BookStore::open(path, BookStore::Mode::ReadWrite, testActor()));
}

template <class T> T value(Result<T> r)
{
    if (!r)
        qFatal("%s", qPrintable(r.error().message()));
    return std::move(*r);
}

BookStore::Published importInto(BookStore& store, int customers, int perCustomer, const QString& tag = u"A"_s)
{
    const auto ids = value(store.importIds(qint64(customers) * perCustomer * 2));
    return value(store.commitImport(*makeImport(*store.book(), *ids, customers, perCustomer, tag), testActor()));
}

} // namespace

class TestBookStore : public QObject {
    Q_OBJECT
private slots:
    void createsAndReopens();
    void refusesAnExistingFile();
    void importsAndReadsBackTheSame();
    void appliesAndUndoes();
    void undoesAnImport();
    void secondImportIntoAFullBook();

private:
    QTemporaryDir m_dir;
    QString path(const char* name) const { return m_dir.filePath(QString::fromLatin1(name)); }
};

void TestBookStore::createsAndReopens()
{
    const QString file = path("new.duedesk");
    QString uuid;
    {
        const auto store = newBook(file);
        QCOMPARE(store->book()->revision(), 1);
        QCOMPARE(store->book()->info().name, u"Practice"_s);
        uuid = store->book()->info().uuid;
        QVERIFY(!uuid.isEmpty());
        QVERIFY(value(store->verify()).isClean());
    }
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup), QFile::Permissions());
    const auto store = openBook(file);
    QCOMPARE(store->book()->info().uuid, uuid);
    QVERIFY(!store->endedBadly());
}

void TestBookStore::refusesAnExistingFile()
{
    const QString file = path("taken.duedesk");
    QFile f(file);
    QVERIFY(f.open(QIODevice::WriteOnly));
    f.write("mine");
    f.close();
    const auto r = BookStore::create(file, testInfo(), testActor());
    QVERIFY(!r);
    QCOMPARE(r.error().code, ErrorCode::InputRejected);
    QVERIFY(f.open(QIODevice::ReadOnly));
    QCOMPARE(f.readAll(), QByteArray("mine"));
}

void TestBookStore::importsAndReadsBackTheSame()
{
    const QString file = path("import.duedesk");
    const auto store = newBook(file);
    const auto published = importInto(*store, 40, 150);
    QVERIFY(published.reload);
    QCOMPARE(published.book->ledger().debitCount, 6000U);
    QCOMPARE(published.book->ledger().creditCount, 4000U);
    QCOMPARE(published.book->ledger().openRows.size(), std::size_t(2000));
    const auto again = openBook(file);
    QVERIFY(sameLiveRows(*published.book, *again->book()));
    QCOMPARE(again->book()->revision(), published.book->revision());
    const VerifyReport report = value(again->verify());
    for (const VerifyFinding& f : report.findings)
        qWarning() << f.check << f.what;
    QVERIFY(report.isClean());
    QCOMPARE(report.settlements, 6000);
}

void TestBookStore::appliesAndUndoes()
{
    const QString file = path("apply.duedesk");
    const auto store = newBook(file);
    importInto(*store, 3, 5);
    const auto ids = store->ids();
    const BookPtr before = store->book();
    const ChangeSet call = makeCall(*before, *ids, u"left word"_s);
    const auto done = value(store->apply(call, before->revision(), testActor()));
    QVERIFY(!sameLiveRows(*before, *done.book));
    QCOMPARE(done.book->activitiesOf(0).size(), std::size_t(1));
    const auto undone = value(store->apply(call.inverted(OperationId(ids->next(Table::Operation))), done.book->revision(), testActor()));
    QVERIFY(sameLiveRows(*before, *undone.book));
    QVERIFY(sameLiveRows(*before, *openBook(file)->book()));
    QCOMPARE(value(store->auditHead()).seq, 4);
    QVERIFY(value(store->verify()).isClean());
}

void TestBookStore::undoesAnImport()
{
    const auto store = newBook(path("undo.duedesk"));
    const BookPtr before = store->book();
    importInto(*store, 3, 6);
    const BatchId batch(store->book()->rows<ImportBatch>()[0].id);
    const auto ids = store->ids();
    const auto undone = value(store->undoImport(batch, OperationId(ids->next(Table::Operation)), testActor()));
    QVERIFY(sameLiveRows(*before, *undone.book));
    QVERIFY(value(store->verify()).isClean());
}

void TestBookStore::secondImportIntoAFullBook()
{
    const QString file = path("second.duedesk");
    const auto store = newBook(file);
    importInto(*store, 5, 30, u"A"_s);
    const auto second = importInto(*store, 5, 30, u"B"_s);
    QCOMPARE(second.book->ledger().debitCount, 300U);
    QVERIFY(sameLiveRows(*second.book, *openBook(file)->book()));
    QVERIFY(value(store->verify()).isClean());
}

QTEST_GUILESS_MAIN(TestBookStore)
#include "tst_bookstore.moc"
