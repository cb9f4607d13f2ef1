// Lines that commands post, in the file: read back, taken back, picked up by another program, told to the audit and
// checked, and never half written.
#include "tests/core/store/storefixture.h"

#include "core/store/database.h"
#include "core/store/lineorigins.h"

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

class TestPostingStore : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"posting.duedesk"_s);
        m_store = value(BookStore::create(m_path, testInfo(), testActor()));
        QVERIFY(m_store->load());
        m_ids = m_store->ids();
        // 6 invoices of 100.00: 1 and 4 paid, 2 and 5 paid with a residue of 1.00 written off, 3 and 6 open.
        const auto done = m_store->commitImport(*makeImport(*m_store->book(), 1, 6), testActor());
        QVERIFY(done);
        m_batch = batchOf(*done);
    }
    void cleanup()
    {
        m_store.reset();
        m_ids.reset();
    }

    void isReadBack();
    void undoAndRedo();
    void anotherProgramPicksItUp();
    void charge();
    void importAfterIt();
    void whereLinesComeFrom();
    void undoOfAnImportNamesIt();
    void isRefusedWhole();
    void verifyFindsWhatWasChanged_data();
    void verifyFindsWhatWasChanged();
    void faults();
    void unknownPayer();

private:
    static const Ledger& ledger(const BookStore& s) { return s.book()->ledger(); }
    DebitId debit(int n) const { return DebitId(ledger(*m_store).debit(std::uint32_t(n - 1)).chunk->id[n - 1]); }
    CreditId credit(int n) const { return CreditId(ledger(*m_store).credit(std::uint32_t(n - 1)).chunk->id[n - 1]); }
    std::int64_t open(const BookStore& s, int n) const
    {
        return ledger(s).open(ledger(s).debitRow(debit(n)), s.book()->dayOf(testNow));
    }
    ChangeSet begin(const QString& action)
    {
        ChangeSet c;
        c.operation = OperationId(m_ids->next(Table::Operation));
        c.action = action;
        c.object = u"A0"_s;
        return c;
    }
    ChangeSet writeOff(int n, std::int64_t amount)
    {
        ChangeSet c = begin(u"written off"_s);
        c.posted.in.writeOffs.push_back(
            {WriteOffId(m_ids->next(Table::WriteOff)), debit(n), m_store->book()->dayOf(testNow), amount, u"tiny"_s});
        return c;
    }
    // The payment of invoice 1 goes to another.
    ChangeSet move(int to = 3)
    {
        ChangeSet c = begin(u"allocated"_s);
        c.posted.out.allocations = settlementsOf(ledger(*m_store), ledger(*m_store).debitRow(debit(1))).allocations;
        PostedAllocation a = c.posted.out.allocations.at(0);
        a.id = AllocationId(m_ids->next(Table::Allocation));
        a.debit = debit(to);
        a.date = m_store->book()->dayOf(testNow);
        c.posted.in.allocations.push_back(a);
        return c;
    }
    Result<BookStore::Published> apply(const ChangeSet& c)
    {
        return m_store->apply(c, m_store->book()->revision(), testActor());
    }
    void check(BookStore& store)
    {
        const auto report = value(store.verify());
        for (const VerifyFinding& f : report.findings)
            qWarning() << f.check << f.what;
        QVERIFY(report.isClean());
        const auto again = value(BookStore::open(m_path, BookStore::Mode::ReadOnly, testActor()));
        QVERIFY(again->load());
        QVERIFY(sameLiveRows(*again->book(), *store.book()));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::unique_ptr<BookStore> m_store;
    std::unique_ptr<IdSource> m_ids;
    BatchId m_batch;
};

void TestPostingStore::isReadBack()
{
    const auto done = value(apply(writeOff(3, 250)));
    QVERIFY(!done.reload);
    QCOMPARE(open(*m_store, 3), 9750);
    const auto tooMuch = apply(move(3)); // 97.50 of it are open
    QVERIFY(!tooMuch);
    QVERIFY(say(tooMuch.error().what).contains(u"settled beyond its amount"));
    QVERIFY(apply(move(6)));
    QCOMPARE(open(*m_store, 1), 10000);
    QCOMPARE(open(*m_store, 6), 0);
    check(*m_store);
}

void TestPostingStore::undoAndRedo()
{
    const BookPtr before = m_store->book();
    for (const ChangeSet& first : {writeOff(3, 250), move()}) {
        QVERIFY(apply(first));
        const BookPtr after = m_store->book();
        check(*m_store);
        const ChangeSet back = first.inverted(OperationId(m_ids->next(Table::Operation)));
        QVERIFY(apply(back));
        QVERIFY(sameLiveRows(*m_store->book(), *before));
        check(*m_store);
        const ChangeSet again = back.inverted(OperationId(m_ids->next(Table::Operation)));
        QVERIFY(apply(again));
        QVERIFY(sameLiveRows(*m_store->book(), *after));
        check(*m_store);
        QVERIFY(apply(again.inverted(OperationId(m_ids->next(Table::Operation)))));
        QVERIFY(sameLiveRows(*m_store->book(), *before));
        check(*m_store);
    }
    // Nothing was deleted on the way.
    Database db(m_path, Database::Mode::ReadOnly);
    QCOMPARE(db.integer("SELECT count(*) FROM write_off WHERE retracted_by IS NOT NULL"), 1);
    QCOMPARE(db.integer("SELECT count(*) FROM allocation WHERE retracted_by IS NOT NULL"), 1);
}

void TestPostingStore::anotherProgramPicksItUp()
{
    const auto other = value(BookStore::open(m_path, BookStore::Mode::ReadWrite, testActor()));
    QVERIFY(other->load());
    const auto chunks = other->book()->ledger().creditChunks;
    const ChangeSet off = writeOff(3, 250);
    QVERIFY(apply(off));
    const auto news = value(other->refresh());
    QVERIFY(news && !news->reload);
    QVERIFY(news->changes.posted == off.posted);
    QCOMPARE(open(*other, 3), 9750);
    QVERIFY(other->book()->ledger().creditChunks == chunks); // only what it touches is made anew
    // Several at once, some of them taken back in between.
    QVERIFY(apply(off.inverted(OperationId(m_ids->next(Table::Operation)))));
    const ChangeSet moved = move();
    QVERIFY(apply(moved));
    QVERIFY(apply(writeOff(6, 100)));
    QVERIFY(value(other->refresh()));
    QVERIFY(sameLiveRows(*other->book(), *m_store->book()));
    QVERIFY(apply(moved.inverted(OperationId(m_ids->next(Table::Operation)))));
    QVERIFY(value(other->refresh()));
    QVERIFY(sameLiveRows(*other->book(), *m_store->book()));
    check(*m_store);
    // Both can go on.
    ChangeSet theirs = writeOff(6, 100);
    theirs.operation = OperationId(other->ids()->next(Table::Operation));
    QVERIFY(other->apply(theirs, other->book()->revision(), testActor()));
    QVERIFY(value(m_store->refresh()));
    QVERIFY(sameLiveRows(*other->book(), *m_store->book()));
}

void TestPostingStore::charge()
{
    const BookPtr before = m_store->book();
    ChangeSet c = begin(u"charged"_s);
    PostedDebit d;
    d.id = DebitId(m_ids->next(Table::Debit));
    d.customer = before->customers()[0].id;
    d.kind = DebitKind::FinanceCharge;
    d.date = before->dayOf(testNow);
    d.due = d.date + 30;
    d.currency = before->info().base;
    d.amount = 1250;
    d.number = u"FC-1"_s;
    d.product = u"Interest"_s; // a text that the book does not have
    c.posted.in.debits.push_back(d);
    const auto other = value(BookStore::open(m_path, BookStore::Mode::ReadOnly, testActor()));
    QVERIFY(other->load());
    QVERIFY(apply(c));
    check(*m_store);
    QVERIFY(value(other->refresh()));
    QVERIFY(sameLiveRows(*other->book(), *m_store->book()));
    // The number is taken.
    ChangeSet twice = begin(u"charged"_s);
    twice.posted.in.debits.push_back(d);
    twice.posted.in.debits[0].id = DebitId(m_ids->next(Table::Debit));
    const auto refused = apply(twice);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, u"number"_s);
    const ChangeSet back = c.inverted(OperationId(m_ids->next(Table::Operation)));
    QVERIFY(apply(back));
    QVERIFY(sameLiveRows(*m_store->book(), *before));
    check(*m_store);
    QVERIFY(apply(twice)); // now it is free, and the one of before cannot come back
    const auto again = apply(back.inverted(OperationId(m_ids->next(Table::Operation))));
    QVERIFY(!again);
    QCOMPARE(again.error().field, u"number"_s);
    check(*m_store);
}

// The ledger that an import builds stands on what commands posted, retracted and brought in another order.
void TestPostingStore::importAfterIt()
{
    const ChangeSet off = writeOff(3, 250);
    QVERIFY(apply(off));
    QVERIFY(apply(move(6)));
    QVERIFY(apply(off.inverted(OperationId(m_ids->next(Table::Operation)))));
    const auto staged = makeImport(*m_store->book(), 1, 6, u"B"_s);
    const auto done = m_store->commitImport(*staged, testActor());
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message()));
    QCOMPARE(m_store->book()->ledger().debitCount, 12U);
    check(*m_store);
}

// References of files, what was made by hand, and what people took back of files: as it is now.
void TestPostingStore::whereLinesComeFrom()
{
    const auto hand = [this] {
        QStringList out;
        for (const WriteOffOrigin& o : value(readLineOrigins(m_path)).writeOffs)
            out += QString::fromStdString(o.text) + (o.byHand ? u" by hand"_s : QString());
        return out.join(u", "_s);
    };
    const auto takenBack = [this] { return value(readLineOrigins(m_path)).takenBack; };
    QCOMPARE(hand(), u"residue, residue"_s);
    const ChangeSet off = writeOff(3, 250), moved = move(6);
    QVERIFY(apply(off));
    QVERIFY(apply(moved));
    QCOMPARE(hand(), u"residue, residue, tiny by hand"_s);
    const PostedAllocation& gone = moved.posted.out.allocations.at(0);
    const std::vector<TakenBack> expected{{gone.debit, gone.credit, gone.date.days(), gone.amount}};
    QVERIFY(takenBack() == expected);
    // Undone, nothing was done; and what was allocated by hand and taken back again is no file's.
    const ChangeSet back = moved.inverted(OperationId(m_ids->next(Table::Operation)));
    QVERIFY(apply(back));
    QVERIFY(takenBack().empty());
    QVERIFY(apply(off.inverted(OperationId(m_ids->next(Table::Operation)))));
    QCOMPARE(hand(), u"residue, residue"_s);
    // An import that takes a line back, and its undo, are nobody's decision.
    QVERIFY(m_store->undoImport(m_batch, OperationId(m_ids->next(Table::Operation)), testActor()));
    QVERIFY(takenBack().empty());
    QCOMPARE(hand(), QString());
}

void TestPostingStore::undoOfAnImportNamesIt()
{
    const auto undo = [this] {
        return m_store->undoImport(m_batch, OperationId(m_ids->next(Table::Operation)), testActor());
    };
    const ChangeSet off = writeOff(3, 250);
    QVERIFY(apply(off));
    auto refused = undo();
    QVERIFY(!refused);
    QVERIFY2(say(refused.error().what).contains(u"invoice A0-2 of it was written off"),
             qPrintable(say(refused.error().what)));
    QVERIFY(apply(off.inverted(OperationId(m_ids->next(Table::Operation)))));
    const ChangeSet moved = move();
    QVERIFY(apply(moved));
    refused = undo();
    QVERIFY(!refused);
    QVERIFY2(say(refused.error().what).contains(u"payment PA0-0 settles an invoice of it"),
             qPrintable(say(refused.error().what)));
    QVERIFY2(say(refused.error().what).contains(u"what settled invoice A0-0 in it was taken back"),
             qPrintable(say(refused.error().what)));
    QVERIFY(apply(moved.inverted(OperationId(m_ids->next(Table::Operation)))));
    QVERIFY(undo());
    check(*m_store);
}

void TestPostingStore::isRefusedWhole()
{
    ChangeSet c = writeOff(3, 10001);
    Activity note;
    note.id = ActivityId(m_ids->next(Table::Activity));
    note.customer = m_store->book()->customers()[0].id;
    note.kind = ActivityKind::Note;
    note.operation = c.operation;
    c.insert(note);
    const BookPtr before = m_store->book();
    const auto refused = apply(c);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QCOMPARE(refused.error().field, u"amount"_s);
    QVERIFY(!BookStore::isConflict(refused.error()));
    QVERIFY(m_store->book() == before);
    Database db(m_path, Database::Mode::ReadOnly);
    QCOMPARE(db.integer("SELECT count(*) FROM activity"), 0);
    QCOMPARE(db.integer("SELECT max(revision) FROM revision"), before->revision());
    QVERIFY(apply(writeOff(3, 10000)));
}

void TestPostingStore::verifyFindsWhatWasChanged_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("amount") << u"UPDATE write_off SET amount=1 WHERE operation IS NOT NULL"_s;
    QTest::newRow("reason") << u"UPDATE write_off SET reason='x' WHERE operation IS NOT NULL"_s;
    QTest::newRow("line gone") << u"DELETE FROM write_off WHERE operation IS NOT NULL"_s;
    QTest::newRow("taken out") << u"UPDATE write_off SET retracted_by=1 WHERE operation IS NOT NULL"_s;
    QTest::newRow("brought back") << u"UPDATE allocation SET retracted_by=NULL WHERE retracted_by IS NOT NULL"_s;
    QTest::newRow("another origin") << u"UPDATE write_off SET operation=1 WHERE operation IS NOT NULL"_s;
}

void TestPostingStore::verifyFindsWhatWasChanged()
{
    QFETCH(QString, sql);
    QVERIFY(apply(writeOff(6, 250)));
    const ChangeSet moved = move();
    QVERIFY(apply(moved));
    QVERIFY(apply(moved.inverted(OperationId(m_ids->next(Table::Operation)))));
    check(*m_store);
    {
        Database db(m_path, Database::Mode::ReadWrite);
        for (const char* trigger : {"write_off_no_update", "write_off_no_delete", "allocation_no_update"})
            db.exec(("DROP TRIGGER " + std::string(trigger)).c_str());
        db.exec(sql.toUtf8().constData());
        QCOMPARE(db.changes(), 1);
    }
    const auto report = value(m_store->verify());
    QVERIFY(!report.isClean());
}

// The n-th statement fails: nothing is there of it, and the next try lands.
void TestPostingStore::faults()
{
    int failures = 0;
    for (int n = 1; n < 60; ++n) {
        const ChangeSet c = move();
        const BookPtr before = m_store->book();
        injectFault(n);
        const auto done = apply(c);
        injectFault(0);
        if (done) {
            QVERIFY(n > 10); // it is tried at every statement that it takes
            break;
        }
        ++failures;
        m_store.reset();
        m_ids.reset();
        m_store = value(BookStore::open(m_path, BookStore::Mode::ReadWrite, testActor()));
        QVERIFY(m_store->load());
        m_ids = m_store->ids();
        QVERIFY(sameLiveRows(*m_store->book(), *before));
        QVERIFY(value(m_store->verify()).isClean());
    }
    QVERIFY(failures > 10);
    QCOMPARE(open(*m_store, 3), 0);
    check(*m_store);
}

void TestPostingStore::unknownPayer()
{
    const BookPtr before = m_store->book();
    ChangeSet c = begin(u"money came"_s);
    PostedCredit p;
    p.id = CreditId(m_ids->next(Table::Credit));
    p.date = before->dayOf(testNow);
    p.currency = before->info().base;
    p.amount = 4200;
    p.reference = u"WHO?"_s;
    c.posted.in.credits.push_back(p);
    const auto other = value(BookStore::open(m_path, BookStore::Mode::ReadOnly, testActor()));
    QVERIFY(other->load());
    QVERIFY(apply(c));
    check(*m_store);
    QVERIFY(value(other->refresh()));
    QVERIFY(sameLiveRows(*other->book(), *m_store->book()));
    QVERIFY(ledger(*m_store).creditRow(p.id) != noRow);
    QVERIFY(apply(c.inverted(OperationId(m_ids->next(Table::Operation)))));
    QVERIFY(sameLiveRows(*m_store->book(), *before));
    check(*m_store);
}

QTEST_GUILESS_MAIN(TestPostingStore)
#include "tst_postingstore.moc"
