// The call desk by itself: outcomes that ask nothing, outcomes that ask, what is ticked, what goes on with the next, repeat.
#include "tests/support/deskbench.h"
#include "ui/panels/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Fixture : DeskBench {
    Fixture() : desk(*workbench)
    {
        QObject::connect(&desk, &FormDesk::worked, &desk, [this](const Worked& w) { worked.push_back(w); });
        QObject::connect(&desk, &FormDesk::refusedFor, &desk, [this](const QString& why) { said = why; });
        show(desk);
        go(0);
    }
    void go(std::size_t place)
    {
        desk.setPayer(workbench->book()->customerRow(toCall(place)));
        desk.flush();
    }
    CustomerId payer() { return desk.facts().payer; }
    std::size_t talks() { return workbench->book()->activitiesOf(workbench->book()->customerRow(payer())).size(); }
    CallDesk desk;
    std::vector<Worked> worked;
    QString said;
};

constexpr auto next = Qt::ControlModifier | Qt::ShiftModifier;

} // namespace

class TestCallDesk : public QObject {
    Q_OBJECT
private slots:
    void anOutcomeThatAsksNothingIsLoggedAtOnce()
    {
        Fixture f;
        const std::size_t before = f.talks();
        f.desk.outcome(CallOutcome::Voicemail);
        QVERIFY(f.settled());
        QCOMPARE(f.talks(), before + 1);
        QVERIFY(f.worked.front().leaves && f.worked.front().next && !f.worked.front().again);
        f.go(1);
        const std::size_t other = f.talks();
        f.desk.repeat();
        QVERIFY(f.settled());
        QCOMPARE(f.talks(), other + 1);
    }
    void whatIsOfACallIsNotAskedOfTheNext()
    {
        Fixture f;
        f.desk.outcome(CallOutcome::Promise);
        QVERIFY(f.desk.isBusy());
        f.key(Qt::Key_Return, next);
        QVERIFY2(f.worked.size() == 1, qPrintable(f.desk.form()->errorShown()));
        QVERIFY(f.worked.front().next && !f.worked.front().again);
    }
    void whatIsNotIsAskedAgain()
    {
        Fixture f;
        f.desk.gesture(Gesture::Assign); // the owner as it is: nothing changes
        f.key(Qt::Key_Return, next);
        QCOMPARE(f.worked.size(), std::size_t(1));
        QVERIFY(f.worked.front().next && f.worked.front().again);
        f.go(1);
        f.worked.front().again();
        QApplication::processEvents();
        QVERIFY(f.desk.isBusy());
        QCOMPARE(f.desk.form()->gesture(), Gesture::Assign);
    }
    void whatIsTickedNow()
    {
        Fixture f;
        TickedItems ticked;
        f.desk.setTicked([&] { return ticked; });
        f.desk.gesture(Gesture::BarePromise);
        const QString all = f.desk.form()->text(u"amount"_s);
        f.key(Qt::Key_Escape);
        ticked = {{DebitId(1)}, {{DebitId(1), 123}}, f.workbench->book()->info().base};
        f.desk.gesture(Gesture::BarePromise);
        QCOMPARE(f.desk.form()->text(u"amount"_s), u"1.23"_s);
        f.key(Qt::Key_Escape);
        ticked.lines.clear(); // of several currencies
        f.desk.gesture(Gesture::BarePromise);
        QVERIFY(!f.desk.isBusy());
        QCOMPARE(f.said, u"A promise is for items of one currency that are not promised yet."_s);
        ticked = {};
        f.desk.gesture(Gesture::BarePromise);
        QCOMPARE(f.desk.form()->text(u"amount"_s), all);
    }
    void thePastIsNotLogged()
    {
        Fixture f;
        f.workbench->setAsOf(f.workbench->today() - 1);
        f.desk.call();
        QVERIFY(!f.desk.isBusy());
        QVERIFY(f.said.startsWith(u"Calls are logged for today only"_s));
    }
};

QTEST_MAIN(TestCallDesk)
#include "tst_calldesk.moc"
