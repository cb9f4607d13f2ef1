// A clerk's morning by keyboard: ten accounts worked from the list, everything taken back, and the book is as it was.
#include "tests/flows/flowfixture.h"

using namespace duedesk;

class TestDay : public QObject {
    Q_OBJECT
private slots:
    void voicemailIsTwoKeys();
    void tenCallsAndAllUndone();
    void anotherDayCannotBeWorked();
    void everyPageOpensByItsKey();
};

void TestDay::voicemailIsTwoKeys()
{
    Flow f;
    f.open(f.samplePath());
    const auto calls = f.workbench->insights()->calls;
    QVERIFY(!calls.next.empty());
    const std::uint32_t first = calls.rows[calls.next.front()].payer;
    const auto before = f.workbench->book()->activitiesOf(first).size();
    f.key(Qt::Key_C);
    f.key(Qt::Key_4);
    QVERIFY(f.settled());
    const BookPtr book = f.workbench->book();
    QCOMPARE(book->activitiesOf(first).size(), before + 1);
    const Activity& a = book->rows<Activity>()[book->activitiesOf(first).back()];
    QVERIFY(a.outcome == CallOutcome::Voicemail);
    QCOMPARE(a.user, QStringLiteral("ana"));
    // The account leaves Next: it waits for its next try.
    const auto after = f.workbench->insights()->calls;
    for (const std::uint32_t i : after.next)
        QVERIFY(after.rows[i].payer != first);
}

void TestDay::tenCallsAndAllUndone()
{
    Flow f;
    const QString path = f.samplePath();
    f.open(path);
    const BookPtr start = f.workbench->book();
    int logged = 0;
    for (int i = 0; i < 10; ++i) {
        const auto activities = f.workbench->book()->rows<Activity>().size();
        f.key(Qt::Key_C);
        f.key(i % 2 == 0 ? Qt::Key_4 : Qt::Key_5);
        QVERIFY(f.settled());
        logged += f.workbench->book()->rows<Activity>().size() > activities ? 1 : 0;
        f.clock.set(f.clock.now() + 60'000);
    }
    QCOMPARE(logged, 10);
    QVERIFY(!sameLiveRows(*start, *f.workbench->book()));
    for (int i = 0; i < 10; ++i) {
        QVERIFY(f.workbench->canUndo());
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QVERIFY(!f.workbench->canUndo());
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
    f.window.reset();
    f.workbench.reset();
    // The file says the same, and its audit tells all of it.
    auto store = BookStore::open(path, BookStore::Mode::ReadOnly, {QStringLiteral("ana"), f.clock.now()});
    QVERIFY(store);
    const auto book = (*store)->load();
    QVERIFY(book);
    QVERIFY(sameLiveRows(*start, **book));
    const auto report = (*store)->verify();
    QVERIFY(report);
    QVERIFY(report->isClean());
    int undone = 0;
    const auto entries = (*store)->auditEntries();
    QVERIFY(entries);
    for (const AuditEntry& e : *entries)
        undone += e.action.startsWith(QStringLiteral("undo")) ? 1 : 0;
    QCOMPARE(undone, 10);
}

void TestDay::anotherDayCannotBeWorked()
{
    Flow f;
    f.open(f.samplePath());
    f.workbench->setAsOf(*Date::fromCivil(2025, 10, 31));
    QVERIFY(QTest::qWaitFor([&] { return f.workbench->insights()->day == f.workbench->asOf(); }));
    const BookPtr before = f.workbench->book();
    f.key(Qt::Key_C);
    f.key(Qt::Key_4);
    QVERIFY(f.settled());
    QVERIFY(f.workbench->book() == before);
}

void TestDay::everyPageOpensByItsKey()
{
    Flow f;
    f.open(f.samplePath());
    const QStringList pages{QStringLiteral("today"), QStringLiteral("accounts"), QStringLiteral("items"),
                            QStringLiteral("dashboard")};
    for (int i = int(pages.size()) - 1; i >= 0; --i) {
        f.key(Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(f.window->currentPageId(), pages[i]);
    }
    f.key(Qt::Key_Return); // Enter opens the account under the cursor
    QCOMPARE(f.window->currentPageId(), QStringLiteral("account"));
    f.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(f.window->currentPageId(), QStringLiteral("today"));
}

QTEST_MAIN(TestDay)
#include "tst_day.moc"
