// Imports beside work: what was staged is committed on a book that went on, unless somebody changed what it stands on.
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

} // namespace

class TestImportBase : public QObject {
    Q_OBJECT
private slots:
    void init();
    void workMeanwhileIsNotInItsWay();
    void whatItStandsOnIs_data();
    void whatItStandsOnIs();
    void aRowThatItChangesIsAsItWas();
    void whatNamesAnInvoiceThatItReplaces();
    void anotherImportMeanwhile();
    void othersAreToldWhereItFails();

private:
    OperationId operation() { return OperationId(m_ids->next(Table::Operation)); }
    // One row of the type, changed or new, by a command.
    template <class T> void write(T row)
    {
        ChangeSet c;
        c.operation = operation();
        if (row.id)
            c.change(m_store->book()->rows<T>()[m_store->book()->rows<T>().rowOf(row.id)], row);
        else {
            row.id = decltype(T::id)(m_ids->next(tableOf<T>()));
            c.insert(row);
        }
        value(m_store->apply(c, m_store->book()->revision(), testActor()));
    }
    template <class T> T ofFirstCustomer(T row = {})
    {
        row.customer = m_store->book()->customers()[0].id;
        return row;
    }
    // The posted invoice `number` comes again with another due date.
    std::unique_ptr<StagedImport> replacing(std::int64_t debit)
    {
        ProvisionalIds staging;
        auto s = makeImport(*m_store->book(), staging, 0, 0, u"R"_s);
        const Ledger& l = m_store->book()->ledger();
        const auto [c, i] = l.debit(l.debitRow(DebitId(debit)));
        StagedDebit d;
        d.customer = m_store->book()->customers()[c->customer[i]].id;
        d.row.id = staging.next(Table::Debit);
        d.row.currency = c->currency[i];
        d.row.amount = c->amount[i];
        d.row.date = c->date[i];
        d.row.due = c->due[i] + 15;
        d.row.number = s->text.keep(c->number[i]);
        s->debits.push_back(d);
        s->retractedDebits.push_back(DebitId(debit));
        return s;
    }
    bool isRefusedAsStale(const StagedImport& staged)
    {
        const BookPtr before = m_store->book();
        const auto done = m_store->commitImport(staged, testActor());
        return !done && isStale(done.error()) && exitCode(done.error().code) == 4 && m_store->book() == before;
    }

    QTemporaryDir m_dir;
    int m_serial = 0;
    std::unique_ptr<BookStore> m_store;
    std::unique_ptr<IdSource> m_ids;
};

void TestImportBase::init()
{
    m_ids.reset();
    m_store = value(BookStore::create(m_dir.filePath(u"book%1.duedesk"_s.arg(++m_serial)), testInfo(), testActor()));
    value(m_store->load());
    value(m_store->commitImport(*makeImport(*m_store->book(), 2, 3, u"A"_s), testActor()));
    m_ids = m_store->ids();
    Contact person = ofFirstCustomer<Contact>();
    person.name = u"Ann"_s;
    write(person);
}

void TestImportBase::workMeanwhileIsNotInItsWay()
{
    const auto staged = makeImport(*m_store->book(), 2, 3, u"B"_s);
    const std::int64_t base = m_store->book()->revision();
    for (int i = 0; i < 50; ++i) {
        Draft d;
        d.user = u"clara"_s;
        d.key = u"note:%1"_s.arg(i);
        d.text = u"half a sentence"_s;
        write(d);
    }
    for (int i = 0; i < 5; ++i)
        value(m_store->apply(makeCall(*m_store->book(), *m_ids, u"call %1"_s.arg(i)), m_store->book()->revision(),
                             testActor()));
    OutboxMessage mail = ofFirstCustomer<OutboxMessage>();
    mail.debits = {DebitId(3)};
    write(mail);
    mail = m_store->book()->rows<OutboxMessage>()[0];
    mail.state = OutboxState::Sending; // claimed
    write(mail);
    // And by another program, which this one has not heard of yet.
    {
        const auto other = value(BookStore::open(m_store->path(), BookStore::Mode::ReadWrite, testActor()));
        value(other->load());
        const auto ids = other->ids();
        value(other->apply(makeCall(*other->book(), *ids, u"elsewhere"_s), other->book()->revision(), testActor()));
    }
    const auto done = m_store->commitImport(*staged, testActor());
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message()));
    QCOMPARE(done->book->revision(), base + 50 + 5 + 2 + 1 + 1);
    QCOMPARE(done->book->ledger().debitCount, 12U);
    QCOMPARE(done->book->activitiesOf(0).size(), std::size_t(6));
    QCOMPARE(done->book->rows<Draft>().size(), 50U);
    auto reader = value(BookStore::open(m_store->path(), BookStore::Mode::ReadOnly, testActor()));
    QVERIFY(sameLiveRows(*done->book, *value(reader->load())));
    QVERIFY(value(m_store->verify()).isClean());
    // It is undone like any other: what leans on it is named first.
    ChangeSet call = makeCall(*done->book, *m_ids, u"to one of them"_s);
    call.of<Activity>()[0].after.customer = call.of<NextAction>()[0].after.customer = done->book->customers()[2].id;
    value(m_store->apply(call, done->book->revision(), testActor()));
    const auto leaning = m_store->undoImport(batchOf(*done), operation(), testActor());
    QVERIFY(!leaning);
    QVERIFY2(say(leaning.error().what).contains(u"a call for customer B0"), qPrintable(say(leaning.error().what)));
    value(m_store->apply(call.inverted(operation()), m_store->book()->revision(), testActor()));
    value(m_store->undoImport(batchOf(*done), operation(), testActor()));
    QCOMPARE(m_store->book()->ledger().debitCount, 6U);
    QCOMPARE(m_store->book()->activitiesOf(0).size(), std::size_t(6)); // the work stays
    QVERIFY(value(m_store->verify()).isClean());
}

void TestImportBase::whatItStandsOnIs_data()
{
    QTest::addColumn<int>("table");
    for (const Table t : {Table::Company, Table::Customer, Table::Contact, Table::Promise, Table::Dispute,
                          Table::Policy, Table::Rate, Table::Holiday, Table::MappingProfile})
        QTest::addRow("%d", int(t)) << int(t);
}

void TestImportBase::whatItStandsOnIs()
{
    QFETCH(int, table);
    const auto staged = makeImport(*m_store->book(), 1, 1, u"B"_s);
    switch (Table(table)) {
    case Table::Company: {
        Company c;
        c.code = u"DE"_s;
        write(c);
        break;
    }
    case Table::Customer: {
        Customer c = m_store->book()->customers()[1];
        c.name = u"Another name"_s;
        write(c);
        break;
    }
    case Table::Contact: {
        Contact c = m_store->book()->rows<Contact>()[0];
        c.email = u"ann@example.com"_s;
        write(c);
        break;
    }
    case Table::Promise: {
        Promise p = ofFirstCustomer<Promise>();
        p.currency = testInfo().base;
        write(p);
        break;
    }
    case Table::Dispute: {
        Dispute d = ofFirstCustomer<Dispute>();
        d.debit = DebitId(3);
        d.reason = u"other"_s;
        write(d);
        break;
    }
    case Table::Policy: {
        Policy p = m_store->book()->rows<Policy>()[0];
        p.defaultTermsDays += 1;
        write(p);
        break;
    }
    case Table::Rate: {
        Rate r;
        r.currency = *Currency::parse(u"USD"_s);
        r.validFrom = Date(20'000);
        r.rate = *DecimalRate::parse(u"0.9"_s);
        write(r);
        break;
    }
    case Table::Holiday: {
        Holiday h;
        h.date = Date(20'000);
        write(h);
        break;
    }
    default: {
        MappingProfile p;
        p.name = u"sap"_s;
        p.json = "{}";
        write(p);
    }
    }
    QVERIFY(isRefusedAsStale(*staged));
    // Staged again, it goes in.
    value(m_store->commitImport(*makeImport(*m_store->book(), 1, 1, u"B"_s), testActor()));
    QVERIFY(value(m_store->verify()).isClean());
}

// Also in a table that staging as a whole does not stand on.
void TestImportBase::aRowThatItChangesIsAsItWas()
{
    InvoiceMark mark = ofFirstCustomer<InvoiceMark>();
    mark.debit = DebitId(3);
    mark.note = u"late because of the portal"_s;
    write(mark);
    const InvoiceMark before = m_store->book()->rows<InvoiceMark>()[0];
    const auto staged = makeImport(*m_store->book(), 1, 1, u"B"_s);
    InvoiceMark after = before;
    after.note = u"from the file"_s;
    staged->changes.change(before, after);
    InvoiceMark meanwhile = before;
    meanwhile.note = u"by hand"_s;
    write(meanwhile);
    QVERIFY(isRefusedAsStale(*staged));
    QCOMPARE(m_store->book()->rows<InvoiceMark>()[0].note, u"by hand"_s);
}

// A mail that was written meanwhile names an invoice that the import is about to replace: it would name one that is gone.
void TestImportBase::whatNamesAnInvoiceThatItReplaces()
{
    const auto staged = replacing(3);
    OutboxMessage other = ofFirstCustomer<OutboxMessage>();
    other.debits = {DebitId(1)};
    write(other);
    OutboxMessage mail = ofFirstCustomer<OutboxMessage>();
    mail.debits = {DebitId(1), DebitId(3)};
    write(mail);
    QVERIFY(isRefusedAsStale(*staged));
    const auto again = replacing(6);
    other.debits = {DebitId(2)};
    write(other);
    value(m_store->commitImport(*again, testActor()));
    QVERIFY(value(m_store->verify()).isClean());
}

void TestImportBase::anotherImportMeanwhile()
{
    const auto staged = makeImport(*m_store->book(), 1, 1, u"B"_s);
    const auto other = value(m_store->commitImport(*makeImport(*m_store->book(), 1, 1, u"C"_s), testActor()));
    QVERIFY(isRefusedAsStale(*staged));
    const auto second = makeImport(*m_store->book(), 1, 1, u"B"_s);
    value(m_store->undoImport(batchOf(other), operation(), testActor()));
    QVERIFY(isRefusedAsStale(*second));
}

// What another program wrote is not swallowed by an import that fails behind it.
void TestImportBase::othersAreToldWhereItFails()
{
    const auto staged = makeImport(*m_store->book(), 1, 3, u"B"_s);
    staged->settlements[0].amount += 1; // beyond both amounts
    const auto other = value(BookStore::open(m_store->path(), BookStore::Mode::ReadWrite, testActor()));
    value(other->load());
    const auto ids = other->ids();
    value(other->apply(makeCall(*other->book(), *ids, u"elsewhere"_s), other->book()->revision(), testActor()));
    QVERIFY(!m_store->commitImport(*staged, testActor()));
    const auto news = value(m_store->refresh());
    QVERIFY(news);
    QCOMPARE(news->changes.of<Activity>().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestImportBase)
#include "tst_importbase.moc"
