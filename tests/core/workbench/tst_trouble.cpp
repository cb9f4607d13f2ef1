// What goes wrong under an open window: an edge that throws, another program that holds the book, a file that is moved
// away. Nothing waits on the window's thread, nothing that was taken is lost, and the book stays sound.
#include "core/base/edge.h"
#include "core/domain/provisionalids.h"
#include "core/store/storage.h"
#include "core/workbench/samplebook.h"
#include "core/workbench/workbench.h"
#include "tests/support/loopclock.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestTrouble : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aSaveThatThrows();
    void anUndoThatThrows();
    void figuresThatThrow();
    void newsThatThrow();
    void idsThatThrow();
    void contentThatThrows();
    void importThatThrows();
    void closingThatThrows();
    void anotherProgramHoldsTheBook_data();
    void anotherProgramHoldsTheBook();
    void undoWaitsItsTurn();
    void anImportThatWaitsIsCancelled();
    void closesWhileTheBookIsHeld();
    void aMovedFileKeepsWhatWasTaken();
    void aMovedFileIsNoticedByItself();
    void aConflictWithoutNewsDoesNotRunInCircles();
    void moreRowsThanIdsInHand();
    void contentsComeWithTheirRows();
    void theLastChangesAreSavedOnClosing();

private:
    struct Open {
        FixedClock clock{instantIn({}, *Date::fromCivil(2025, 11, 14), 10 * 60)};
        std::unique_ptr<Workbench> bench;
        bool saved() const
        {
            return QTest::qWaitFor([this] { return !bench->isSaving(); }, 20'000);
        }
        ~Open()
        {
            if (bench && bench->storage().waits() != 0)
                qFatal("the window's thread waited for the store");
        }
    };
    std::unique_ptr<Open> open()
    {
        auto o = std::make_unique<Open>();
        auto storage = Storage::open(m_path, u"ana"_s, o->clock);
        if (!storage)
            qFatal("%s", qPrintable(storage.error().message()));
        o->bench = std::make_unique<Workbench>(std::move(*storage), o->clock, u"ana"_s, m_path);
        return o;
    }
    static LogCall voicemail(const Workbench& w, std::uint32_t customer)
    {
        LogCall call;
        call.payer = w.book()->customers()[w.book()->payerRow(customer)].id;
        call.outcome = CallOutcome::Voicemail;
        return call;
    }
    static int calls(const Book& book)
    {
        int n = 0;
        book.rows<Activity>().forEach([&](std::uint32_t, const Activity& a) { n += a.user == u"ana" ? 1 : 0; });
        return n;
    }
    static Error errorOf(const QSignalSpy& spy, int argument) { return spy.last().at(argument).value<Error>(); }
    // The book as another program finds it.
    void isSound() const
    {
        auto store = BookStore::open(m_path, BookStore::Mode::ReadOnly, {u"eve"_s, 0});
        QVERIFY(store);
        const auto report = (*store)->verify();
        QVERIFY2(report && report->isClean(), report ? "findings" : qPrintable(report.error().message()));
    }
    // Of nothing in a file: the smallest batch.
    std::shared_ptr<StagedImport> emptyImport(const Workbench& w)
    {
        auto staged = std::make_shared<StagedImport>();
        ProvisionalIds ids;
        staged->baseRevision = w.book()->revision();
        staged->batch.id = BatchId(ids.next(Table::ImportBatch));
        staged->batch.operation = OperationId(ids.next(Table::Operation));
        staged->batch.at = w.clock().now();
        staged->batch.user = u"ana"_s;
        return staged;
    }

    QTemporaryDir m_dir;
    QString m_path;
    int m_serial = 0;
};

void TestTrouble::init()
{
    injectAtEdge({});
    m_path = m_dir.filePath(u"book%1.duedesk"_s.arg(++m_serial));
    const auto made =
        createSampleBook(m_path, {24, 4, 3, {}}, instantIn({}, *Date::fromCivil(2025, 11, 14), 9 * 60), u"maker"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
}

void TestTrouble::aSaveThatThrows()
{
    auto o = open();
    const BookPtr start = o->bench->book();
    QSignalSpy refused(o->bench.get(), &Workbench::refused);
    injectAtEdge(u"a change was saved"_s);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    QVERIFY(o->bench->submit(voicemail(*o->bench, 2))); // behind it
    QVERIFY(o->saved());
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().value<OperationId>().isValid());
    const Error e = errorOf(refused, 1);
    QCOMPARE(e.code, ErrorCode::Defect);
    QVERIFY2(e.message().contains(u"a change was saved") && !e.remedy.isEmpty(), qPrintable(e.message()));
    QVERIFY(o->bench->canWrite());
    QCOMPARE(calls(*o->bench->book()), 1);
    QVERIFY(o->bench->canUndo() && o->bench->book()->revision() == start->revision() + 1);
    o.reset();
    isSound();
}

void TestTrouble::anUndoThatThrows()
{
    auto o = open();
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)) && o->saved());
    QSignalSpy refused(o->bench.get(), &Workbench::refused);
    injectAtEdge(u"a change was saved"_s);
    o->bench->undo();
    QVERIFY(o->saved());
    QCOMPARE(refused.size(), 1);
    QCOMPARE(calls(*o->bench->book()), 1);
    o->bench->undo(); // it can be tried again
    QVERIFY(o->saved());
    QCOMPARE(calls(*o->bench->book()), 0);
    o.reset();
    isSound();
}

void TestTrouble::figuresThatThrow()
{
    injectAtEdge(u"the figures were worked out"_s);
    auto o = open(); // at the very start
    QVERIFY(o->bench->insights()->problem);
    QVERIFY(o->bench->insights()->problem->message().contains(u"the figures were worked out"));
    QVERIFY(o->bench->insights()->calls.rows.empty() && o->bench->insights()->behaviour);
    o->bench->refresh(); // F5
    QTRY_VERIFY(!o->bench->insights()->problem);
    const std::size_t listed = o->bench->insights()->calls.rows.size();
    QVERIFY(listed > 0);

    QSignalSpy insights(o->bench.get(), &Workbench::insightsChanged);
    injectAtEdge(u"the figures were worked out"_s);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)) && o->saved());
    QTRY_VERIFY(o->bench->insights()->problem && o->bench->insights()->book == o->bench->book());
    QVERIFY(o->bench->submit(voicemail(*o->bench, 2)) && o->saved());
    QTRY_VERIFY(!o->bench->insights()->problem && o->bench->insights()->calls.rows.size() == listed);
    QVERIFY(insights.size() >= 2);
}

void TestTrouble::newsThatThrow()
{
    auto o = open();
    QSignalSpy warned(o->bench.get(), &Workbench::warned);
    injectAtEdge(u"the work of other programs was read"_s);
    o->bench->refresh();
    QTRY_COMPARE(warned.size(), 1);
    QCOMPARE(errorOf(warned, 0).code, ErrorCode::Defect);
    QVERIFY(o->bench->canWrite());
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)) && o->saved());
    QCOMPARE(calls(*o->bench->book()), 1);
    o.reset();
    isSound();
}

void TestTrouble::idsThatThrow()
{
    auto o = open();
    QSignalSpy warned(o->bench.get(), &Workbench::warned);
    injectAtEdge(u"row numbers were fetched"_s);
    bool there = false;
    o->bench->whenOutboxIds(1000, this, [&] { there = true; });
    QVERIFY(!there && o->bench->isSaving());
    QTRY_COMPARE(warned.size(), 1);
    QTRY_VERIFY(there); // asked for again
    QVERIFY(!o->bench->isSaving() && o->bench->newOutboxId().isValid());
}

void TestTrouble::contentThatThrows()
{
    auto o = open();
    Result<QByteArray> answer;
    injectAtEdge(u"a kept mail or file was read"_s);
    o->bench->content(QByteArray(64, '0'), this, [&](const Result<QByteArray>& a) { answer = a; });
    QTRY_VERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Defect);
    o->bench->content(QByteArray(64, '0'), this, [&](const Result<QByteArray>& a) { answer = a; });
    QTRY_COMPARE(answer.error().code, ErrorCode::CheckFailed); // it answers again
    auto gone = std::make_unique<QObject>();
    bool told = false;
    o->bench->content(QByteArray(64, '0'), gone.get(), [&](const Result<QByteArray>&) { told = true; });
    gone.reset();
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)) && o->saved()); // comes behind it
    QVERIFY(!told);
}

void TestTrouble::importThatThrows()
{
    auto o = open();
    QSignalSpy finished(o->bench.get(), &Workbench::importFinished);
    injectAtEdge(u"an import was saved"_s);
    o->bench->commitImport(emptyImport(*o->bench));
    QVERIFY(o->saved());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<Outcome>().error().code, ErrorCode::Defect);
    o->bench->commitImport(emptyImport(*o->bench));
    QVERIFY(o->saved());
    QCOMPARE(finished.size(), 2);
    QVERIFY(finished.last().first().value<Outcome>());
    o.reset();
    isSound();
}

void TestTrouble::closingThatThrows()
{
    auto o = open();
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)) && o->saved());
    injectAtEdge(u"the book was closed"_s);
    o.reset();
    isSound();
}

void TestTrouble::anotherProgramHoldsTheBook_data()
{
    QTest::addColumn<bool>("ours");
    QTest::newRow("a program of ours") << true;
    QTest::newRow("one that only knows SQLite") << false;
}

void TestTrouble::anotherProgramHoldsTheBook()
{
    QFETCH(bool, ours);
    auto o = open();
    QSignalSpy trouble(o->bench.get(), &Workbench::trouble), over(o->bench.get(), &Workbench::troubleOver);
    QSignalSpy refused(o->bench.get(), &Workbench::refused), logged(o->bench.get(), &Workbench::logged);
    Database other(m_path, Database::Mode::ReadWrite);
    WriteLock lock(m_path);
    if (ours)
        lock.lock();
    other.exec("BEGIN IMMEDIATE");
    LoopClock loop;
    for (std::uint32_t i = 0; i < 20; ++i) {
        QVERIFY(o->bench->submit(voicemail(*o->bench, i)));
        QCoreApplication::processEvents();
        QVERIFY(o->bench->isSaving());
    }
    QTRY_COMPARE_WITH_TIMEOUT(trouble.size(), 1, 20'000); // it is told, and work goes on
    QVERIFY(o->bench->canWrite());
    QVERIFY2(errorOf(trouble, 0).message().contains(u"another program is writing"), "the reason");
    QCOMPARE(calls(*o->bench->book()), 0);
    other.exec("ROLLBACK");
    lock.unlock();
    QVERIFY(o->saved());
    QTRY_COMPARE(over.size(), 1);
    QCOMPARE(calls(*o->bench->book()), 20);
    QCOMPARE(logged.size(), 20);
    QCOMPARE(refused.size(), 0);
    QCOMPARE(o->bench->storage().waits(), 0);
    qInfo("longest turn of the event loop while another program held the book: %lld ms", loop.longestMs());
}

void TestTrouble::undoWaitsItsTurn()
{
    auto o = open();
    QVERIFY(!o->bench->canUndo());
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    QVERIFY(o->bench->canUndo()); // of what is being saved
    o->bench->undo();
    QVERIFY(!o->bench->canUndo() && o->bench->canRedo());
    QVERIFY(o->saved());
    QCOMPARE(calls(*o->bench->book()), 0);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 2)));
    QVERIFY(o->bench->submit(voicemail(*o->bench, 3)));
    o->bench->undo();
    o->bench->undo();
    o->bench->redo();
    QVERIFY(o->saved());
    QCOMPARE(calls(*o->bench->book()), 1);
    QVERIFY(o->bench->canUndo() && o->bench->canRedo());
}

void TestTrouble::anImportThatWaitsIsCancelled()
{
    auto o = open();
    const auto staged = emptyImport(*o->bench);
    QSignalSpy finished(o->bench.get(), &Workbench::importFinished);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    o->bench->commitImport(staged);
    QCOMPARE(finished.size(), 0); // it waits for the call
    o->bench->cancelImport();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<Outcome>().error().code, ErrorCode::Cancelled);
    QVERIFY(o->saved());
    QCOMPARE(calls(*o->bench->book()), 1);
    QVERIFY(!o->bench->book()->rows<ImportBatch>().find(staged->batch.id));
}

// Closing never hangs on somebody else's lock.
void TestTrouble::closesWhileTheBookIsHeld()
{
    auto o = open();
    QSignalSpy trouble(o->bench.get(), &Workbench::trouble);
    WriteLock lock(m_path);
    lock.lock();
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    QTRY_COMPARE_WITH_TIMEOUT(trouble.size(), 1, 20'000);
    QElapsedTimer closing;
    closing.start();
    o->bench->abandon();
    o.reset(); // would wait for ever, were it not bounded
    qInfo("closing while another program held the book: %lld ms", closing.elapsed());
    lock.unlock();
    isSound();
}

void TestTrouble::aMovedFileKeepsWhatWasTaken()
{
    auto o = open();
    QSignalSpy trouble(o->bench.get(), &Workbench::trouble), over(o->bench.get(), &Workbench::troubleOver);
    QSignalSpy refused(o->bench.get(), &Workbench::refused);
    QVERIFY(QFile::rename(m_path, m_path + u".away"));
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1))); // nobody knows yet
    QTRY_COMPARE(trouble.size(), 1);
    QVERIFY2(errorOf(trouble, 0).message().contains(u"was moved or deleted while it was open"), "the reason");
    QVERIFY(!o->bench->canWrite());
    QTRY_VERIFY(o->bench->isSaving()); // kept
    const Outcome second = o->bench->submit(voicemail(*o->bench, 2));
    QVERIFY(!second && second.error().message().contains(u"was moved or deleted while it was open"));
    QVERIFY(!o->bench->submitQuietly(SaveDraft{u"account/C1/note"_s, u"He said"_s})); // who typed it keeps it
    o->bench->undo();
    o->bench->refresh(); // tried again in vain
    QVERIFY(o->bench->isSaving() && !o->bench->canWrite());
    QVERIFY(QFile::rename(m_path + u".away", m_path));
    o->bench->refresh();
    QVERIFY(o->saved());
    QTRY_COMPARE(over.size(), 1);
    QVERIFY(o->bench->canWrite());
    QCOMPARE(calls(*o->bench->book()), 1);
    QCOMPARE(trouble.size(), 1); // told once
    QVERIFY(o->bench->submit(voicemail(*o->bench, 2)) && o->saved());
    o.reset();
    isSound();
}

void TestTrouble::aMovedFileIsNoticedByItself()
{
    auto o = open();
    QSignalSpy trouble(o->bench.get(), &Workbench::trouble), over(o->bench.get(), &Workbench::troubleOver);
    QVERIFY(QFile::rename(m_path, m_path + u".away"));
    QTRY_COMPARE_WITH_TIMEOUT(trouble.size(), 1, 20'000);
    QVERIFY(!o->bench->canWrite() && !o->bench->isSaving());
    QVERIFY(QFile::rename(m_path + u".away", m_path));
    QTRY_COMPARE_WITH_TIMEOUT(over.size(), 1, 20'000);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)) && o->saved());
    QCOMPARE(calls(*o->bench->book()), 1);
}

void TestTrouble::aConflictWithoutNewsDoesNotRunInCircles()
{
    auto o = open();
    {
        const BookStore::Actor ben{u"ben"_s, o->clock.now()};
        auto store = BookStore::open(m_path, BookStore::Mode::ReadWrite, ben);
        QVERIFY(store && (*store)->load());
        const auto ids = (*store)->ids();
        const Book& book = *(*store)->book();
        const auto change =
            decide(book, voicemail(*o->bench, 5),
                   {ben.user, ben.now, book.dayOf(ben.now), ids.get(), OperationId(ids->next(Table::Operation))});
        QVERIFY(change && (*store)->apply(*change, book.revision(), ben));
    }
    QSignalSpy refused(o->bench.get(), &Workbench::refused), warned(o->bench.get(), &Workbench::warned);
    injectAtEdge(u"the work of other programs was read"_s);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    QVERIFY(o->saved());
    QTRY_COMPARE(warned.size(), 1);
    // Where the look of every second met the fault first, the call is decided again and lands; else it is refused, once.
    QCOMPARE(refused.size() + calls(*o->bench->book()), 1);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 2)) && o->saved());
}

void TestTrouble::moreRowsThanIdsInHand()
{
    auto o = open();
    const int many = int(Storage::idsAtOnce) * 3;
    std::vector<OutboxId> ids;
    for (OutboxId id = o->bench->newOutboxId(); id; id = o->bench->newOutboxId())
        ids.push_back(id);
    QCOMPARE(ids.size(), std::size_t(Storage::idsAtOnce)); // none comes in one turn of the loop
    bool there = false;
    o->bench->whenOutboxIds(many, this, [&] {
        there = true;
        for (int i = 0; i < many; ++i)
            ids.push_back(o->bench->newOutboxId());
    });
    QVERIFY(!there);
    QTRY_VERIFY(there);
    QVERIFY(std::ranges::all_of(ids, [](OutboxId id) { return id.isValid(); }));
    std::ranges::sort(ids, {}, &OutboxId::value);
    QVERIFY(std::ranges::adjacent_find(ids) == ids.end());
    QCOMPARE(o->bench->storage().waits(), 0);
}

void TestTrouble::contentsComeWithTheirRows()
{
    auto o = open();
    const QByteArray bytes = "%PDF the order";
    AttachFile file;
    file.customer = o->bench->book()->customers()[0].id;
    file.name = u"order.pdf"_s;
    file.mimeType = u"application/pdf"_s;
    file.size = bytes.size();
    file.sha256 = Workbench::contentDigest(bytes);
    QVERIFY(o->bench->submit(file, {bytes}) && o->saved());
    Result<QByteArray> answer = QByteArray();
    o->bench->content(file.sha256, this, [&](const Result<QByteArray>& a) { answer = a; });
    QTRY_COMPARE(*answer, bytes);
    const Outcome big = o->bench->submit(file, {QByteArray(BookStore::contentLimit + 1, 'x')});
    QVERIFY(!big && big.error().code == ErrorCode::InputRejected);
}

void TestTrouble::theLastChangesAreSavedOnClosing()
{
    auto o = open();
    for (int i = 0; i < 3; ++i) // the first is sent, the others wait
        QVERIFY(o->bench->submitQuietly(SaveDraft{u"account/C%1/note"_s.arg(i), u"He said"_s}));
    o.reset();
    o = open();
    for (int i = 0; i < 3; ++i)
        QVERIFY(draftOf(*o->bench->book(), u"ana"_s, u"account/C%1/note"_s.arg(i)));
}

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
