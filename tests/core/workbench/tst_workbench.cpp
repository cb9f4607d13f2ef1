// The workbench over a real book: gestures land once and in order, undo and redo, and other programs on the file.
#include "core/store/storage.h"
#include "core/workbench/pulse.h"
#include "core/workbench/samplebook.h"
#include "core/workbench/workbench.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;

class TestWorkbench : public QObject {
    Q_OBJECT
private slots:
    void init();
    void gesturesInARowAllLand();
    void undoAndRedo();
    void refusalNamesTheFieldAndWritesNothing();
    void anotherProgramWasFirst();
    void undoSurvivesAnotherProgram();
    void seesWhatAnotherProgramDid();
    void anotherDayIsForReading();
    void draftsAreKeptQuietlyAndSurviveARestart();
    void timePasses();
    void aClockSetBackIsFollowed();

private:
    struct Open {
        FixedClock clock{instantIn({}, *Date::fromCivil(2025, 11, 14), 10 * 60)};
        std::unique_ptr<Workbench> bench;
    };
    std::unique_ptr<Open> open()
    {
        auto o = std::make_unique<Open>();
        auto storage = Storage::open(m_path, QStringLiteral("ana"), o->clock);
        if (!storage)
            qFatal("%s", qPrintable(storage.error().message()));
        o->bench = std::make_unique<Workbench>(std::move(*storage), o->clock, QStringLiteral("ana"), m_path);
        return o;
    }
    static bool saved(const Workbench& w)
    {
        return QTest::qWaitFor([&] { return !w.isSaving(); }, 5000);
    }
    static LogCall voicemail(const Workbench& w, std::uint32_t customer)
    {
        LogCall call;
        call.payer = w.book()->customers()[w.book()->payerRow(customer)].id;
        call.outcome = CallOutcome::Voicemail;
        return call;
    }
    // What a second program would do: one call by ben.
    void elsewhere(std::uint32_t customer)
    {
        const BookStore::Actor ben{QStringLiteral("ben"), instantIn({}, *Date::fromCivil(2025, 11, 14), 11 * 60)};
        auto store = BookStore::open(m_path, BookStore::Mode::ReadWrite, ben);
        QVERIFY(store);
        QVERIFY((*store)->load());
        const Book& book = *(*store)->book();
        const auto ids = (*store)->ids();
        LogCall call;
        call.payer = book.customers()[book.payerRow(customer)].id;
        call.outcome = CallOutcome::NoAnswer;
        const auto changes = decide(
            book, call, {ben.user, ben.now, book.dayOf(ben.now), ids.get(), OperationId(ids->next(Table::Operation))});
        QVERIFY(changes);
        QVERIFY((*store)->apply(*changes, book.revision(), ben));
    }
    static int callsBy(const Book& book, const QString& user)
    {
        int n = 0;
        book.rows<Activity>().forEach([&](std::uint32_t, const Activity& a) { n += a.user == user ? 1 : 0; });
        return n;
    }
    QTemporaryDir m_dir;
    QString m_path;
    int m_serial = 0;
};

void TestWorkbench::init()
{
    m_path = m_dir.filePath(QStringLiteral("book%1.duedesk").arg(++m_serial));
    const auto made = createSampleBook(m_path, {20, 6, 3, {}}, instantIn({}, *Date::fromCivil(2025, 11, 14), 9 * 60),
                                       QStringLiteral("maker"));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
}

void TestWorkbench::gesturesInARowAllLand()
{
    const auto o = open();
    QSignalSpy logged(o->bench.get(), &Workbench::logged);
    for (std::uint32_t c = 0; c < 5; ++c)
        QVERIFY(o->bench->submit(voicemail(*o->bench, c))); // faster than the store answers
    QVERIFY(o->bench->isSaving());
    QVERIFY(saved(*o->bench));
    QCOMPARE(logged.size(), 5);
    QCOMPARE(callsBy(*o->bench->book(), QStringLiteral("ana")), 5);
}

void TestWorkbench::undoAndRedo()
{
    const auto o = open();
    const BookPtr start = o->bench->book();
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    QVERIFY(saved(*o->bench));
    const BookPtr done = o->bench->book();
    QVERIFY(o->bench->undoText().contains(QStringLiteral("Voicemail")));
    o->bench->undo();
    QVERIFY(saved(*o->bench));
    QVERIFY(sameLiveRows(*start, *o->bench->book()));
    QVERIFY(o->bench->canRedo() && !o->bench->canUndo());
    o->bench->redo();
    QVERIFY(saved(*o->bench));
    QVERIFY(sameLiveRows(*done, *o->bench->book()));
    o->bench->undo();
    QVERIFY(saved(*o->bench));
    QVERIFY(sameLiveRows(*start, *o->bench->book()));
}

void TestWorkbench::refusalNamesTheFieldAndWritesNothing()
{
    const auto o = open();
    const BookPtr start = o->bench->book();
    LogCall call = voicemail(*o->bench, 1);
    call.outcome = CallOutcome::Promise;
    call.promise = PromiseDraft{};
    call.promise->amount = 1;
    call.promise->currency = *Currency::parse(std::string_view("USD"));
    call.promise->promisedFor = o->bench->today() - 3;
    const Outcome refused = o->bench->submit(call);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("date"));
    QVERIFY(!o->bench->isSaving());
    QVERIFY(o->bench->book() == start);
}

void TestWorkbench::anotherProgramWasFirst()
{
    const auto o = open();
    elsewhere(2);
    QVERIFY(o->bench->submit(voicemail(*o->bench, 3))); // decided on a book that is not the latest
    QVERIFY(saved(*o->bench));
    QCOMPARE(callsBy(*o->bench->book(), QStringLiteral("ana")), 1);
    QCOMPARE(callsBy(*o->bench->book(), QStringLiteral("ben")), 1);
}

void TestWorkbench::undoSurvivesAnotherProgram()
{
    const auto o = open();
    QVERIFY(o->bench->submit(voicemail(*o->bench, 3)));
    QVERIFY(saved(*o->bench));
    elsewhere(2);
    o->bench->undo();
    QVERIFY(saved(*o->bench));
    QCOMPARE(callsBy(*o->bench->book(), QStringLiteral("ana")), 0);
    QCOMPARE(callsBy(*o->bench->book(), QStringLiteral("ben")), 1);
}

void TestWorkbench::seesWhatAnotherProgramDid()
{
    const auto o = open();
    QSignalSpy changed(o->bench.get(), &Workbench::changed);
    elsewhere(2);
    QVERIFY(QTest::qWaitFor([&] { return callsBy(*o->bench->book(), QStringLiteral("ben")) == 1; }, 5000));
    QVERIFY(!changed.isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return o->bench->insights()->book == o->bench->book(); }, 5000));
    QVERIFY(!o->bench->canUndo()); // not ours to take back
}

void TestWorkbench::anotherDayIsForReading()
{
    const auto o = open();
    o->bench->setAsOf(*Date::fromCivil(2025, 9, 30));
    QVERIFY(QTest::qWaitFor([&] { return o->bench->insights()->day == *Date::fromCivil(2025, 9, 30); }, 5000));
    const Outcome refused = o->bench->submit(voicemail(*o->bench, 1));
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::Refused);
    o->bench->setAsOf({});
    QVERIFY(o->bench->isToday());
    QVERIFY(o->bench->submit(voicemail(*o->bench, 1)));
    QVERIFY(saved(*o->bench));
}

void TestWorkbench::draftsAreKeptQuietlyAndSurviveARestart()
{
    const QString key = QStringLiteral("account/C1/note"), text = QStringLiteral("He said Friday");
    {
        const auto o = open();
        QSignalSpy logged(o->bench.get(), &Workbench::logged), insights(o->bench.get(), &Workbench::insightsChanged);
        QVERIFY(o->bench->submitQuietly(SaveDraft{key, QStringLiteral("He")}));
        QVERIFY(o->bench->submitQuietly(SaveDraft{key, text})); // typed on while the first is being saved
        QVERIFY(saved(*o->bench));
        QVERIFY(!o->bench->canUndo());
        QCOMPARE(logged.size(), 0);
        QCOMPARE(insights.size(), 0); // no figure is worked out again for a text
        QCOMPARE(o->bench->insights()->book, o->bench->book());
        QVERIFY(draftOf(*o->bench->book(), QStringLiteral("ana"), key));
    }
    const auto o = open();
    const Draft* draft = draftOf(*o->bench->book(), QStringLiteral("ana"), key);
    QVERIFY(draft);
    QCOMPARE(draft->text, text);
    QVERIFY(o->bench->submitQuietly(DropDraft{key}));
    QVERIFY(saved(*o->bench));
    QVERIFY(!draftOf(*o->bench->book(), QStringLiteral("ana"), key));
}

void TestWorkbench::timePasses()
{
    auto o = open();
    Workbench& w = *o->bench;
    QSignalSpy minutes(&w, &Workbench::minutePassed), ranked(&w, &Workbench::insightsChanged),
        days(&w, &Workbench::dayChanged), shown(&w, &Workbench::asOfChanged);
    const auto caughtUp = [&] { return QTest::qWaitFor([&] { return w.pulse().expected() > o->clock.now(); }, 5000); };
    const Instant change = w.insights()->nextChange;
    QVERIFY(change > o->clock.now());
    QCOMPARE(w.pulse().expected(), change);
    o->clock.set(change - 1);
    w.pulse().check();
    QVERIFY(minutes.isEmpty() || !minutes.back().front().toBool()); // nothing to rank anew yet
    QCOMPARE(w.pulse().expected(), change);
    o->clock.set(change);
    w.pulse().check();
    QVERIFY(minutes.back().front().toBool());
    QVERIFY(caughtUp());
    QCOMPARE(w.insights()->calls.now, change);
    QCOMPARE(ranked.size(), 1);
    QCOMPARE(days.size(), 0);
    const Date next = w.today() + 1;
    o->clock.set(instantIn({}, next, 8 * 60));
    w.refresh(); // F5 looks at the clock as well
    QCOMPARE(days.size(), 1);
    QCOMPARE(shown.size(), 1);
    QVERIFY(caughtUp());
    QCOMPARE(w.insights()->day, next);
    w.setAsOf(next + 1); // a day ahead; it becomes today
    o->clock.set(instantIn({}, next + 1, 8 * 60));
    w.pulse().check();
    QVERIFY(w.isToday());
    o->clock.set(instantIn({}, next + 2, 8 * 60));
    w.pulse().check();
    QVERIFY(w.isToday());
    QCOMPARE(w.asOf(), next + 2);
}

void TestWorkbench::aClockSetBackIsFollowed()
{
    auto o = open();
    Workbench& w = *o->bench;
    const Date day = w.today();
    o->clock.set(o->clock.now() - 86'400'000);
    w.pulse().check();
    QVERIFY(QTest::qWaitFor([&] { return w.insights()->day == day - 1; }, 5000));
    QCOMPARE(w.asOf(), day - 1);
    QVERIFY(w.pulse().expected() > o->clock.now());
}

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
