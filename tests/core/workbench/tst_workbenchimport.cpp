// Imports in the window's workbench: they take their turn among gestures, can be given up at any moment, and are undone
// like any other.
#include "core/domain/provisionalids.h"
#include "core/store/storage.h"
#include "core/workbench/samplebook.h"
#include "core/workbench/workbench.h"
#include "tests/core/store/storefixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestWorkbenchImport : public QObject {
    Q_OBJECT
private slots:
    void init();
    void waitsItsTurn();
    void commitsBesideWork();
    void isNotMistakenForWhatFailsBeforeIt();
    void givenUpWhileItWaits();
    void givenUpAsSoonAsItIsGiven();
    void closingGivesItUp();
    void aStaleOneIsToldApart();

private:
    static bool saved(const Workbench& w)
    {
        return QTest::qWaitFor([&] { return !w.isSaving(); }, 20'000);
    }
    static LogCall voicemail(const Workbench& w, std::uint32_t customer)
    {
        LogCall call;
        call.payer = w.book()->customers()[w.book()->payerRow(customer)].id;
        call.outcome = CallOutcome::Voicemail;
        return call;
    }
    static Outcome outcomeOf(const QSignalSpy& finished) { return finished.last().first().value<Outcome>(); }
    void open()
    {
        m_bench.reset();
        auto storage = Storage::open(m_path, u"ana"_s, m_clock);
        if (!storage)
            qFatal("%s", qPrintable(storage.error().message()));
        m_bench = std::make_unique<Workbench>(std::move(*storage), m_clock, u"ana"_s, m_path);
    }
    BookPtr onDisk() const
    {
        auto store = BookStore::open(m_path, BookStore::Mode::ReadOnly, testActor());
        return store ? (*store)->load().value_or(nullptr) : nullptr;
    }

    FixedClock m_clock{instantIn({}, *Date::fromCivil(2025, 11, 14), 10 * 60)};
    QTemporaryDir m_dir;
    QString m_path;
    int m_serial = 0;
    std::unique_ptr<Workbench> m_bench;
    std::uint32_t m_invoices = 0; // before
};

void TestWorkbenchImport::init()
{
    m_bench.reset();
    m_path = m_dir.filePath(u"book%1.duedesk"_s.arg(++m_serial));
    const auto made =
        createSampleBook(m_path, {20, 6, 3, {}}, instantIn({}, *Date::fromCivil(2025, 11, 14), 9 * 60), u"maker"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
    open();
    m_invoices = m_bench->book()->ledger().debitCount;
}

void TestWorkbenchImport::waitsItsTurn()
{
    QSignalSpy finished(m_bench.get(), &Workbench::importFinished);
    const std::shared_ptr<StagedImport> staged = makeImport(*m_bench->book(), 2, 3, u"NEW"_s);
    QVERIFY(m_bench->submit(voicemail(*m_bench, 0)));
    m_bench->commitImport(staged); // while the call is on its way
    QVERIFY(m_bench->submit(voicemail(*m_bench, 1)));
    QVERIFY(saved(*m_bench));
    QCOMPARE(finished.size(), 1);
    QVERIFY(outcomeOf(finished));
    QCOMPARE(m_bench->book()->ledger().debitCount, m_invoices + 6);
    QCOMPARE(onDisk()->ledger().debitCount, m_invoices + 6);
    // The call behind it is the last step, the import the one before, by the id it got.
    m_bench->undo();
    QVERIFY(saved(*m_bench));
    QCOMPARE(m_bench->book()->ledger().debitCount, m_invoices + 6);
    m_bench->undo();
    QVERIFY(saved(*m_bench));
    QCOMPARE(m_bench->book()->ledger().debitCount, m_invoices);
}

void TestWorkbenchImport::commitsBesideWork()
{
    QSignalSpy finished(m_bench.get(), &Workbench::importFinished);
    const std::shared_ptr<StagedImport> staged = makeImport(*m_bench->book(), 2, 3, u"NEW"_s);
    for (std::uint32_t c = 0; c < 5; ++c)
        QVERIFY(m_bench->submit(voicemail(*m_bench, c)));
    QVERIFY(saved(*m_bench));
    m_bench->commitImport(staged);
    QVERIFY(saved(*m_bench));
    QCOMPARE(finished.size(), 1);
    QVERIFY(outcomeOf(finished));
    QCOMPARE(m_bench->book()->ledger().debitCount, m_invoices + 6);
}

void TestWorkbenchImport::isNotMistakenForWhatFailsBeforeIt()
{
    QSignalSpy finished(m_bench.get(), &Workbench::importFinished);
    const std::shared_ptr<StagedImport> wrong = makeImport(*m_bench->book(), 1, 3, u"WRONG"_s);
    wrong->settlements[0].amount += 1;
    const std::shared_ptr<StagedImport> good = makeImport(*m_bench->book(), 2, 3, u"NEW"_s);
    m_bench->commitImport(wrong);
    m_bench->commitImport(good);
    QVERIFY(saved(*m_bench));
    QCOMPARE(finished.size(), 2);
    QVERIFY(!finished.first().first().value<Outcome>());
    QVERIFY(outcomeOf(finished));
    QCOMPARE(m_bench->book()->ledger().debitCount, m_invoices + 6);
}

void TestWorkbenchImport::givenUpWhileItWaits()
{
    QSignalSpy finished(m_bench.get(), &Workbench::importFinished);
    QVERIFY(m_bench->submit(voicemail(*m_bench, 0)));
    m_bench->commitImport(makeImport(*m_bench->book(), 2, 3, u"NEW"_s));
    m_bench->cancelImport();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(outcomeOf(finished).error().code, ErrorCode::Cancelled);
    QVERIFY(saved(*m_bench));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(onDisk()->ledger().debitCount, m_invoices);
    QCOMPARE(onDisk()->rows<ImportBatch>().size(), 1U);
}

void TestWorkbenchImport::givenUpAsSoonAsItIsGiven()
{
    QSignalSpy finished(m_bench.get(), &Workbench::importFinished);
    m_bench->commitImport(makeImport(*m_bench->book(), 100, 400, u"NEW"_s)); // the store has not begun
    m_bench->cancelImport();
    QVERIFY(saved(*m_bench));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(outcomeOf(finished).error().code, ErrorCode::Cancelled);
    QCOMPARE(onDisk()->ledger().debitCount, m_invoices);
    // The next one is not given up with it.
    m_bench->commitImport(makeImport(*m_bench->book(), 2, 3, u"NEW"_s));
    QVERIFY(saved(*m_bench));
    QVERIFY(outcomeOf(finished));
}

void TestWorkbenchImport::closingGivesItUp()
{
    m_bench->commitImport(makeImport(*m_bench->book(), 100, 400, u"NEW"_s));
    m_bench.reset();
    QCOMPARE(onDisk()->ledger().debitCount, m_invoices);
}

void TestWorkbenchImport::aStaleOneIsToldApart()
{
    QSignalSpy finished(m_bench.get(), &Workbench::importFinished), failed(m_bench.get(), &Workbench::refused);
    const std::shared_ptr<StagedImport> staged = makeImport(*m_bench->book(), 2, 3, u"NEW"_s);
    {
        auto store = *BookStore::open(m_path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        Customer changed = store->book()->customers()[0];
        changed.name = u"Another name"_s;
        ChangeSet c;
        c.operation = OperationId(store->ids()->next(Table::Operation));
        c.change(store->book()->customers()[0], changed);
        QVERIFY(store->apply(c, store->book()->revision(), testActor()));
    }
    m_bench->commitImport(staged);
    QVERIFY(saved(*m_bench));
    QCOMPARE(finished.size(), 1);
    QVERIFY(isStale(outcomeOf(finished).error()));
    QCOMPARE(failed.size(), 0);
    // The book that the files are to be read against again is there.
    QCOMPARE(m_bench->book()->customers()[0].name, u"Another name"_s);
    m_bench->commitImport(makeImport(*m_bench->book(), 2, 3, u"NEW"_s));
    QVERIFY(saved(*m_bench));
    QVERIFY(outcomeOf(finished));
}

QTEST_GUILESS_MAIN(TestWorkbenchImport)
#include "tst_workbenchimport.moc"
