// A book on disk: made, read, changed, imported into, undone; what two programs do to one file.
#include "tests/core/store/storefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

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

std::unique_ptr<BookStore> newBook(const QString& path)
{
    return must(BookStore::create(path, testInfo(), testActor()));
}
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
    return value(store.commitImport(*makeImport(*store.book(), customers, perCustomer, tag), testActor()));
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
    void aPaymentDatedAheadMakesCashKnownByItsImportAlone();
    void anOperationLandsOnce();
    void theSecondOfTwoProgramsIsToldOfTheConflict();
    void refreshBringsTheOthersRows();
    void anImportThatOthersLeanOnIsNotUndone();
    void whatHangsOnAnImportNamesItself_data();
    void whatHangsOnAnImportNamesItself();
    void aReplacedLineAndItsSettlements();
    void refusesLinesThatBreakAnEquation();
    void idsAreGivenOutOnce();
    void aStoppedImportLeavesNothing();
    void tellsOfASessionThatDied();

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
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
             QFile::Permissions());
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
    int open = 0;
    published.book->ledger().forEachOpenAtLast([&](std::uint32_t, std::int64_t) { ++open; });
    QCOMPARE(open, 2000);
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
    const auto undone = value(
        store->apply(call.inverted(OperationId(ids->next(Table::Operation))), done.book->revision(), testActor()));
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

void TestBookStore::anOperationLandsOnce()
{
    const QString file = path("once.duedesk");
    const auto store = newBook(file);
    importInto(*store, 2, 3);
    const auto ids = store->ids();
    const ChangeSet call = makeCall(*store->book(), *ids, u"once"_s);
    const std::int64_t base = store->book()->revision();
    const auto first = value(store->apply(call, base, testActor()));
    const auto again = value(store->apply(call, base, testActor())); // a retry, with the revision it had then
    QCOMPARE(again.book->revision(), first.book->revision());
    QCOMPARE(again.book->activitiesOf(0).size(), std::size_t(1));
    QCOMPARE(value(store->auditHead()).seq, 3);
    // An import that is given again stands on a book without it.
    const auto staged = makeImport(*store->book(), 2, 3, u"B"_s);
    value(store->commitImport(*staged, testActor()));
    const auto retried = store->commitImport(*staged, testActor());
    QVERIFY(!retried && isStale(retried.error()));
    QCOMPARE(store->book()->ledger().debitCount, 12U);
}

void TestBookStore::theSecondOfTwoProgramsIsToldOfTheConflict()
{
    const QString file = path("conflict.duedesk");
    const auto one = newBook(file);
    importInto(*one, 2, 3);
    const auto two = openBook(file);
    const auto idsOne = one->ids(), idsTwo = two->ids();
    int applied = 0, refused = 0;
    for (int i = 0; i < 40; ++i) {
        // Both decide on what they see; the second one looks again and decides anew.
        const ChangeSet a = makeCall(*one->book(), *idsOne, u"one"_s), b = makeCall(*two->book(), *idsTwo, u"two"_s);
        value(one->apply(a, one->book()->revision(), testActor()));
        ++applied;
        const auto late = two->apply(b, two->book()->revision(), testActor());
        QVERIFY(!late);
        QVERIFY(BookStore::isConflict(late.error()));
        QCOMPARE(exitCode(late.error().code), 4);
        ++refused;
        QVERIFY(value(two->refresh()).has_value());
        value(two->apply(b, two->book()->revision(), testActor()));
        ++applied;
        QVERIFY(value(one->refresh()).has_value());
    }
    QCOMPARE(refused, 40);
    QCOMPARE(int(one->book()->activitiesOf(0).size()), applied);
    QVERIFY(sameLiveRows(*one->book(), *two->book()));
    QVERIFY(value(one->verify()).isClean());
}

void TestBookStore::refreshBringsTheOthersRows()
{
    const QString file = path("refresh.duedesk");
    const auto one = newBook(file);
    importInto(*one, 3, 4);
    const auto two = openBook(file);
    QVERIFY(!value(two->refresh()).has_value());
    const auto ids = one->ids();
    const ChangeSet call = makeCall(*one->book(), *ids, u"seen"_s);
    value(one->apply(call, one->book()->revision(), testActor()));
    value(one->apply(call.inverted(OperationId(ids->next(Table::Operation))), one->book()->revision(), testActor()));
    value(one->apply(makeCall(*one->book(), *ids, u"second"_s), one->book()->revision(), testActor()));
    const auto news = *value(two->refresh());
    QVERIFY(!news.reload);
    QCOMPARE(news.changes.of<Activity>().size(), std::size_t(2)); // once each, as they are now
    QCOMPARE(news.book->revision(), one->book()->revision());
    QVERIFY(sameLiveRows(*news.book, *one->book()));
    importInto(*one, 2, 2, u"B"_s);
    const auto whole = *value(two->refresh());
    QVERIFY(whole.reload);
    QVERIFY(sameLiveRows(*whole.book, *one->book()));
}

void TestBookStore::anImportThatOthersLeanOnIsNotUndone()
{
    const auto store = newBook(path("leaning.duedesk"));
    importInto(*store, 2, 3);
    const BatchId first(1);
    const auto ids = store->ids();
    const auto operation = [&] { return OperationId(ids->next(Table::Operation)); };
    // A call to a customer that the import brought.
    const ChangeSet call = makeCall(*store->book(), *ids, u"x"_s);
    value(store->apply(call, store->book()->revision(), testActor()));
    auto refused = store->undoImport(first, operation(), testActor());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY2(say(refused.error().what).contains(u"a call for customer A0"), qPrintable(say(refused.error().what)));
    value(store->apply(call.inverted(operation()), store->book()->revision(), testActor()));
    // A later payment of one of its invoices, by another import.
    ProvisionalIds staging;
    auto later = makeImport(*store->book(), staging, 0, 0, u"B"_s);
    StagedCredit payment;
    payment.customer = store->book()->customers()[0].id;
    payment.row.id = staging.next(Table::Credit);
    payment.row.currency = Currency::parse(u"EUR"_s)->index();
    payment.row.amount = 4'000;
    payment.row.date = 20'500;
    payment.row.reference = later->text.keep("LATER-1");
    later->credits.push_back(payment);
    later->settlements.push_back(
        {staging.next(Table::Allocation), DebitId(3), CreditId(payment.row.id), 20'500, 4'000, {}});
    const auto paid = value(store->commitImport(*later, testActor()));
    QCOMPARE(paid.book->ledger().open(paid.book->ledger().debitRow(DebitId(3)), Date(20'500)), 6'000);
    refused = store->undoImport(first, operation(), testActor());
    QVERIFY(!refused);
    QVERIFY2(say(refused.error().what).contains(u"payment LATER-1 settles an invoice of it"),
             qPrintable(say(refused.error().what)));
    // In the order in which they came, both go.
    value(store->undoImport(batchOf(paid), operation(), testActor()));
    const auto undone = value(store->undoImport(first, operation(), testActor()));
    QCOMPARE(undone.book->ledger().debitCount, 0U);
    const auto twice = store->undoImport(first, operation(), testActor());
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::InputRejected);
    QVERIFY(value(store->verify()).isClean());
}

// A slip in the year of one payment must not have everybody judged by bank data that nobody has.
void TestBookStore::aPaymentDatedAheadMakesCashKnownByItsImportAlone()
{
    const QString file = path("ahead.duedesk");
    const auto store = newBook(file);
    importInto(*store, 1, 3);
    const Date before = store->book()->cashThrough(), today = store->book()->dayOf(testNow);
    QVERIFY(before.isValid() && before < today);
    ProvisionalIds ids;
    auto slip = makeImport(*store->book(), ids, 0, 0, u"B"_s);
    StagedCredit payment;
    payment.customer = store->book()->customers()[0].id;
    payment.row.id = ids.next(Table::Credit);
    payment.row.currency = Currency::parse(u"EUR"_s)->index();
    payment.row.amount = 4'000;
    payment.row.date = Date::fromCivil(2062, 5, 28)->days();
    payment.row.reference = slip->text.keep("SLIP");
    slip->credits.push_back(payment);
    QCOMPARE(value(store->commitImport(*slip, testActor())).book->cashThrough(), today);
    const auto read = [&] {
        auto again = BookStore::open(file, BookStore::Mode::ReadOnly, testActor());
        return again ? value((*again)->load())->cashThrough() : Date();
    };
    QCOMPARE(read(), today); // as it is read, too
    importInto(*store, 1, 3, u"C"_s); // and what comes later does not let it in again
    QCOMPARE(store->book()->cashThrough(), today);
    QCOMPARE(read(), today);
}

void TestBookStore::whatHangsOnAnImportNamesItself_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QString>("says");
    const auto row = [](Table t, const char* says) { QTest::newRow(says) << int(t) << QString::fromLatin1(says); };
    row(Table::ConfirmBy, "a confirmation awaited for customer A0");
    row(Table::CustomerRequest, "a request for invoice A0-0");
    row(Table::PayerStatus, "a payer status for invoice A0-0");
    row(Table::InvoiceMark, "a mark for invoice A0-0");
    row(Table::Plan, "a payment plan for invoice A0-0");
    row(Table::ExceptionEntry, "an exception for invoice A0-0");
    row(Table::SearchTry, "a search for a person for customer A0");
    row(Table::OutboxMessage, "a mail for invoice A0-0");
    row(Table::Attachment, "a kept file for invoice A0-0");
}

void TestBookStore::whatHangsOnAnImportNamesItself()
{
    QFETCH(int, table);
    QFETCH(QString, says);
    const auto store = newBook(path(qPrintable(u"hangs%1.duedesk"_s.arg(table))));
    importInto(*store, 1, 2);
    const auto ids = store->ids();
    const DebitId debit(store->book()->ledger().debitChunks[0]->id[0]);
    ChangeSet c;
    c.operation = OperationId(ids->next(Table::Operation));
    const auto leaning = [&]<class T>(T t) {
        if (int(tableOf<T>()) != table)
            return;
        t.id = decltype(T::id)(ids->next(tableOf<T>()));
        t.customer = store->book()->customers()[0].id;
        if constexpr (requires { t.debit; })
            t.debit = debit;
        if constexpr (requires { t.lines; })
            t.lines = {{debit, 5}};
        if constexpr (requires { t.debits; })
            t.debits = {debit};
        c.insert(std::move(t));
    };
    std::apply([&](const auto&... t) { (leaning(t), ...); },
               std::tuple<ConfirmBy, CustomerRequest, PayerStatus, InvoiceMark, Plan, ExceptionEntry, SearchTry,
                          OutboxMessage, Attachment>());
    value(store->apply(c, store->book()->revision(), testActor()));
    const BatchId batch(store->book()->rows<ImportBatch>()[0].id);
    const auto undone = store->undoImport(batch, OperationId(ids->next(Table::Operation)), testActor());
    QVERIFY(!undone);
    QVERIFY2(undone.error().message().contains(says), qPrintable(undone.error().message()));
    // Taken back first, the import can be undone.
    value(store->apply(c.inverted(OperationId(ids->next(Table::Operation))), store->book()->revision(), testActor()));
    value(store->undoImport(batch, OperationId(ids->next(Table::Operation)), testActor()));
    QVERIFY(value(store->verify()).isClean());
}

void TestBookStore::aReplacedLineAndItsSettlements()
{
    const QString file = path("replaced.duedesk");
    const auto store = newBook(file);
    importInto(*store, 1, 3);
    const BookPtr before = store->book();
    // The paid invoice 1 comes again with a later due date: the old line goes with what settled it, the new one is
    // settled by the same payment anew.
    ProvisionalIds staging;
    auto again = makeImport(*before, staging, 0, 0, u"B"_s);
    const auto [chunk, i] = before->ledger().debit(before->ledger().debitRow(DebitId(1)));
    StagedDebit d;
    d.customer = before->customers()[0].id;
    d.row.id = staging.next(Table::Debit);
    d.row.currency = chunk->currency[i];
    d.row.amount = chunk->amount[i];
    d.row.date = chunk->date[i];
    d.row.due = chunk->due[i] + 15;
    d.row.number = chunk->number[i];
    again->debits.push_back(d);
    again->retractedDebits.push_back(DebitId(1));
    again->settlements.push_back(
        {staging.next(Table::Allocation), DebitId(d.row.id), CreditId(1), chunk->date[i] + 20, 10'000, {}});
    const auto done = value(store->commitImport(*again, testActor()));
    QCOMPARE(done.book->ledger().debitCount, 3U);
    QCOMPARE(done.book->ledger().debitRow(DebitId(1)), noRow);
    QCOMPARE(done.book->ledger().open(done.book->ledger().debitRow(DebitId(4)), Date(30'000)), 0); // the next id
    QVERIFY(sameLiveRows(*done.book, *openBook(file)->book()));
    QVERIFY(value(store->verify()).isClean());
    const auto ids = store->ids();
    const auto undone = value(store->undoImport(batchOf(done), OperationId(ids->next(Table::Operation)), testActor()));
    QVERIFY(sameLiveRows(*before, *undone.book));
    QVERIFY(value(store->verify()).isClean());
}

void TestBookStore::refusesLinesThatBreakAnEquation()
{
    const auto store = newBook(path("equation.duedesk"));
    const auto refuse = [&](auto&& spoil) {
        const auto staged = makeImport(*store->book(), 1, 3);
        spoil(*staged);
        const auto r = store->commitImport(*staged, testActor());
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::InputRejected);
        QCOMPARE(store->book()->revision(), 1);
        QCOMPARE(value(store->auditHead()).seq, 1);
    };
    refuse([](StagedImport& s) { s.settlements[0].amount += 1; });                       // beyond both amounts
    refuse([](StagedImport& s) { s.credits[0].row.currency = Currency::parse(u"USD"_s)->index(); });
    refuse([](StagedImport& s) { s.settlements[0].debit = DebitId(99'999); });
    refuse([](StagedImport& s) { s.debits[0].customer = CustomerId(99'999); });
    refuse([](StagedImport& s) { s.debits[1].row.number = s.debits[0].row.number; });    // the key, twice
    refuse([](StagedImport& s) { s.debits[0].row.amount = maxRowAmount + 1; });
    refuse([](StagedImport& s) { s.debits[0].row.due = 400'000; });
    refuse([](StagedImport& s) { s.debits[0].row.number = std::string_view("A\0B", 3); });
    refuse([](StagedImport& s) { s.debits[1].row.id = s.debits[0].row.id; });
    refuse([](StagedImport& s) { s.debits[0].row.id = 1; }); // only the commit gives those
    refuse([](StagedImport& s) { s.debits[0].customer.value += 7; }); // nobody is staged under it
    refuse([](StagedImport& s) { s.changes.of<Customer>()[0].after.payer = CustomerId(ProvisionalIds::first + 7); });
    importInto(*store, 1, 3); // and a good one goes in afterwards
    QVERIFY(value(store->verify()).isClean());
}

void TestBookStore::idsAreGivenOutOnce()
{
    const QString file = path("ids.duedesk");
    const auto one = newBook(file);
    const auto two = openBook(file);
    const IdBlock a = value(one->lease(Table::Activity, 10)), b = value(two->lease(Table::Activity, 5));
    QCOMPARE(a.left(), 10);
    QCOMPARE(b.next, a.end);
    QCOMPARE(value(one->lease(Table::Activity, 1)).next, b.end);
}

void TestBookStore::aStoppedImportLeavesNothing()
{
    const QString file = path("stopped.duedesk");
    const auto store = newBook(file);
    const auto staged = makeImport(*store->book(), 100, 400);
    const auto r = store->commitImport(*staged, testActor(), [](double) { return false; });
    QVERIFY(!r);
    QCOMPARE(r.error().code, ErrorCode::Cancelled);
    QCOMPARE(store->book()->revision(), 1);
    double last = 0;
    value(store->commitImport(*staged, testActor(), [&](double f) {
        last = f;
        return true;
    }));
    QCOMPARE(last, 1.0);
    QVERIFY(sameLiveRows(*store->book(), *openBook(file)->book())); // 40,000 invoices: read over two connections
    QVERIFY(value(store->verify()).isClean());
}

void TestBookStore::tellsOfASessionThatDied()
{
    const QString file = path("died.duedesk");
    newBook(file);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto store = openBook(file);
        ::_exit(0); // without closing
    }
    ::waitpid(child, nullptr, 0);
    {
        const auto first = openBook(file);
        QVERIFY(first->endedBadly());
        QVERIFY(!openBook(file)->endedBadly()); // told once; the one above is alive
    }
    QVERIFY(!openBook(file)->endedBadly());
}

QTEST_GUILESS_MAIN(TestBookStore)
#include "tst_bookstore.moc"
