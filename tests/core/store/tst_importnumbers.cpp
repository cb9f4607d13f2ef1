// Rows of an import get their ids in its commit: exactly as many as it has, in the order of staging, and none where nothing
// is committed.
#include "tests/core/store/storefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

template <class T> T value(Result<T> r)
{
    if (!r)
        qFatal("%s", qPrintable(r.error().message()));
    return std::move(*r);
}

std::unique_ptr<BookStore> newBook(const QString& path)
{
    auto store = value(BookStore::create(path, testInfo(), testActor()));
    value(store->load());
    return store;
}

BookPtr reread(const QString& path)
{
    return value(value(BookStore::open(path, BookStore::Mode::ReadOnly, testActor()))->load());
}

// The next id of every table.
std::vector<std::int64_t> nextIds(const QString& path)
{
    Database db(path, Database::Mode::ReadOnly);
    Statement s(db, "SELECT next FROM id_counter ORDER BY table_number");
    std::vector<std::int64_t> out;
    while (s.step())
        out.push_back(s.integer(0));
    return out;
}

} // namespace

class TestImportNumbers : public QObject {
    Q_OBJECT
private slots:
    void onlyACommittedImportTakesIds();
    void numbersFollowTheOrderOfStaging();
    void everyReferenceIsNumbered();

private:
    QTemporaryDir m_dir;
};

void TestImportNumbers::onlyACommittedImportTakesIds()
{
    const QString file = m_dir.filePath(u"numbers.duedesk"_s);
    const auto store = newBook(file);
    value(store->commitImport(*makeImport(*store->book(), 2, 3), testActor()));
    std::vector<std::int64_t> before = nextIds(file);
    for (int i = 0; i < 100; ++i) // previews that nobody commits
        (void)makeImport(*store->book(), 2, 3, u"P%1"_s.arg(i));
    QCOMPARE(nextIds(file), before);
    const auto large = makeImport(*store->book(), 100, 400, u"L"_s);
    for (int calls : {0, 1, 3}) { // given up early and late
        const auto stopped = store->commitImport(*large, testActor(), [&](double) { return calls-- > 0; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(nextIds(file), before);
    }
    const auto wrong = makeImport(*store->book(), 2, 3, u"W"_s);
    wrong->settlements[0].amount += 1;
    QVERIFY(!store->commitImport(*wrong, testActor()));
    QCOMPARE(nextIds(file), before);
    const auto done = value(store->commitImport(*makeImport(*store->book(), 2, 3, u"B"_s), testActor()));
    QCOMPARE(batchOf(done).value, before[std::size_t(Table::ImportBatch)]);
    const std::pair<Table, int> taken[] = {{Table::Customer, 2},   {Table::Debit, 6},    {Table::Credit, 4},
                                           {Table::Allocation, 4}, {Table::WriteOff, 2}, {Table::ImportBatch, 1},
                                           {Table::Operation, 1}};
    for (const auto& [table, count] : taken)
        before[std::size_t(table)] += count;
    QCOMPARE(nextIds(file), before); // to the row
    QVERIFY(value(store->verify()).isClean());
}

// Staged rows that were dropped again leave their provisional ids; what is left keeps its order.
void TestImportNumbers::numbersFollowTheOrderOfStaging()
{
    const QString file = m_dir.filePath(u"order.duedesk"_s);
    const auto store = newBook(file);
    ProvisionalIds staging;
    const auto staged = makeImport(*store->book(), staging, 2, 6, u"A"_s);
    std::swap(staged->debits[0], staged->debits[7]);
    std::erase_if(staged->settlements,
                  [&](const StagedSettlement& x) { return x.debit.value == staged->debits[2].row.id; });
    std::erase_if(staged->credits, [&](const StagedCredit& x) { return x.row.reference == "PA0-0"; });
    std::erase_if(staged->settlements,
                  [](const StagedSettlement& x) { return x.credit.value == ProvisionalIds::first; });
    staged->debits.erase(staged->debits.begin() + 2);
    value(store->commitImport(*staged, testActor()));
    const Ledger& l = store->book()->ledger();
    QStringList numbers;
    for (std::uint32_t row = 0; row < l.debitCount; ++row) {
        const auto [c, i] = l.debit(row);
        QCOMPARE(c->id[i], std::int64_t(row) + 1);
        numbers += toQString(c->number[i]);
    }
    QCOMPARE(numbers.join(u' '), u"A0-0 A0-1 A0-3 A0-4 A0-5 A1-0 A1-1 A1-2 A1-3 A1-4 A1-5"_s);
    QVERIFY(sameLiveRows(*store->book(), *reread(file)));
    QVERIFY(value(store->verify()).isClean());
}

// New rows of every kind name each other and rows of the book; afterwards no id of any column is provisional, and each
// leads where it led.
void TestImportNumbers::everyReferenceIsNumbered()
{
    const auto store = newBook(m_dir.filePath(u"references.duedesk"_s));
    value(store->commitImport(*makeImport(*store->book(), 1, 2, u"A"_s), testActor()));
    ProvisionalIds staging;
    const auto staged = makeImport(*store->book(), staging, 2, 2, u"B"_s);
    ChangeSet& c = staged->changes;
    const CustomerId known = store->book()->customers()[0].id;
    c.of<Customer>()[0].after.payer = known;
    c.of<Customer>()[1].after.parent = c.of<Customer>()[0].after.id;
    Customer moved = store->book()->customers()[0];
    moved.parent = c.of<Customer>()[1].after.id;
    c.change(store->book()->customers()[0], moved);
    const auto add = [&]<class T>(T t) {
        t.id = decltype(T::id)(staging.next(tableOf<T>()));
        t.customer = c.of<Customer>()[1].after.id;
        if constexpr (requires { t.batch; })
            t.batch = staged->batch.id;
        t.operation = staged->batch.operation;
        c.insert(t);
        return t.id;
    };
    Contact person;
    person.id = ContactId(staging.next(Table::Contact));
    person.customer = c.of<Customer>()[1].after.id;
    person.batch = staged->batch.id;
    c.insert(person);
    ContactEvent told;
    told.contact = person.id;
    add(told);
    Promise promise;
    promise.lines = {{DebitId(staged->debits[1].row.id), 5}, {DebitId(1), 7}};
    promise.contact = person.id;
    promise.currency = *Currency::parse(u"EUR"_s);
    const PromiseId replaced = add(promise);
    promise.replacedBy = replaced;
    add(promise);
    Dispute dispute;
    dispute.debit = DebitId(staged->debits[0].row.id);
    dispute.reason = u"other"_s;
    add(dispute);
    OutboxMessage mail;
    mail.debits = {DebitId(2), DebitId(staged->debits[3].row.id)};
    add(mail);
    const auto done = value(store->commitImport(*staged, testActor()));
    const Book& book = *done.book;
    const auto customer = [&](const QString& id) { return book.customers()[book.customerByExternalId(id)]; };
    QCOMPARE(customer(u"B0"_s).payer, known);
    QCOMPARE(customer(u"B1"_s).parent, customer(u"B0"_s).id);
    QCOMPARE(customer(u"A0"_s).parent, customer(u"B1"_s).id);
    const Contact& k = book.rows<Contact>()[0];
    QCOMPARE(k.id, ContactId(1));
    QCOMPARE(k.customer, customer(u"B1"_s).id);
    QCOMPARE(book.rows<ContactEvent>()[0].contact, k.id);
    const Promise &first = book.rows<Promise>()[0], &second = book.rows<Promise>()[1];
    QCOMPARE(first.lines, (std::vector<PromiseLine>{{DebitId(4), 5}, {DebitId(1), 7}}));
    QCOMPARE(second.replacedBy, first.id);
    QCOMPARE(first.contact, k.id);
    QCOMPARE(first.batch, batchOf(done));
    QCOMPARE(first.operation, book.rows<ImportBatch>()[1].operation);
    QCOMPARE(book.rows<Dispute>()[0].debit, DebitId(3));
    QCOMPARE(book.rows<OutboxMessage>()[0].debits, (std::vector<DebitId>{DebitId(2), DebitId(6)}));
    QVERIFY(sameLiveRows(book, *reread(store->path())));
    QVERIFY(value(store->verify()).isClean());
    // Taken back as a whole, it leaves nothing.
    value(store->undoImport(batchOf(done), OperationId(store->ids()->next(Table::Operation)), testActor()));
    QCOMPARE(store->book()->customers()[0].parent, CustomerId());
    QCOMPARE(store->book()->ledger().debitCount, 2U);
    QVERIFY(value(store->verify()).isClean());
}

QTEST_GUILESS_MAIN(TestImportNumbers)
#include "tst_importnumbers.moc"
