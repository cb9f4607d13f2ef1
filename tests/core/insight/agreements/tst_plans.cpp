// Payment plans judged by hand: 1,200.00 of A (900, due 1 May) and B (300, due 2 May) in three instalments of 400.00,
// agreed on Mon 5 May 2025 for Mon 12 May, Thu 12 June and Mon 14 July: deadlines 15 May, 17 June, 17 July.
#include "core/insight/agreements/plans.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/figures/itemstate.h"
#include "tests/support/bookmaker.h"

#include <QTest>
#include <functional>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Stage {
    BookMaker m{"USD"};
    BookMaker::DebitSpec& a = m.invoice("C", "900.00", "2025-04-01", "2025-05-01");
    BookMaker::DebitSpec& b = m.invoice("C", "300.00", "2025-04-02", "2025-05-02");
    Plan* plan = nullptr;
    std::string bank = "2025-07-31";
    BookPtr book;

    Stage()
    {
        Plan p;
        p.customer = m.customer("C").id;
        p.currency = m.base();
        p.lines = {{a, 90000}, {b, 30000}};
        p.instalments = {{day("2025-05-12"), 40000}, {day("2025-06-12"), 40000}, {day("2025-07-14"), 40000}};
        p.madeOn = p.enteredOn = day("2025-05-05");
        plan = &m.add(p);
    }
    PlanStanding on(std::string_view iso)
    {
        if (!book) {
            m.payment("Z", "1.00", bank);
            book = m.build();
        }
        return judge(*book, *plan, day(iso));
    }
    // States of the instalments, the plan's, and what is still to come: "kept, open, open: on schedule, 800.00".
    QString told(std::string_view iso)
    {
        const PlanStanding s = on(iso);
        QStringList states;
        for (const InstalmentStanding& i : s.instalments)
            states += promiseStateName(i.state);
        return states.join(u", ") + u": " + planStateName(s.state) + u", " + Money{s.toCome, m.base()}.toPlain();
    }
};

} // namespace

class TestPlans : public QObject {
    Q_OBJECT
private slots:
    void onSchedule();
    void earlyMoneyServesLaterInstalments();
    void brokenBringsTheRestBack();
    void partOfAnInstalmentIsAskedForAgain();
    void keptElsewhere();
    void creditsLowerIt();
    void toleranceIsOfWhatIsAskedSoFar();
    void notBeyondKnownCash();
    void waitsForApproval();
    void ended();
    void reversalJudgesAnew();
    void whatLeavesTheItems();
    void brokenPlanIsOneBrokenPromise();
    void level();
};

void TestPlans::onSchedule()
{
    Stage s;
    s.m.pay(s.a, "400.00", "2025-05-13");
    s.m.pay(s.a, "400.00", "2025-06-17");
    s.m.pay(s.a, "100.00", "2025-07-14");
    s.m.pay(s.b, "300.00", "2025-07-17");
    QCOMPARE(s.told("2025-05-05"), u"open, open, open: on schedule, 1200.00"_s);
    QCOMPARE(s.told("2025-05-13"), u"kept, open, open: on schedule, 800.00"_s);
    QCOMPARE(s.told("2025-06-13"), u"kept, due, open: on schedule, 800.00"_s);
    QCOMPARE(s.on("2025-06-13").next, 1);
    QCOMPARE(s.on("2025-06-13").instalments[1].deadline, day("2025-06-17"));
    QCOMPARE(s.told("2025-06-17"), u"kept, kept, open: on schedule, 400.00"_s);
    QCOMPARE(s.told("2025-07-14"), u"kept, kept, open: on schedule, 300.00"_s);
    QCOMPARE(s.told("2025-07-18"), u"kept, kept, kept: completed, 0.00"_s);
}

// 800 on 8 May pays the first two: the second is kept a month ahead.
void TestPlans::earlyMoneyServesLaterInstalments()
{
    Stage s;
    s.m.pay(s.a, "800.00", "2025-05-08");
    QCOMPARE(s.told("2025-05-09"), u"kept, kept, open: on schedule, 400.00"_s);
    QCOMPARE(s.told("2025-07-18"), u"kept, kept, broken: broken, 0.00"_s);
}

// The second never comes; money after its deadline changes nothing about it, but serves the third.
void TestPlans::brokenBringsTheRestBack()
{
    Stage s;
    s.m.pay(s.a, "400.00", "2025-05-13");
    s.m.pay(s.a, "400.00", "2025-06-18");
    s.m.pay(s.b, "300.00", "2025-07-01");
    s.m.pay(s.a, "100.00", "2025-07-01");
    QCOMPARE(s.told("2025-06-17"), u"kept, due, open: on schedule, 800.00"_s);
    QCOMPARE(s.told("2025-06-18"), u"kept, broken, open: broken, 0.00"_s);
    QCOMPARE(s.on("2025-06-18").brokenOn, day("2025-06-17"));
    QCOMPARE(s.told("2025-07-18"), u"kept, broken, kept: broken, 0.00"_s);
}

// 150 of the first 400: partly kept, 250 are asked for again; nothing of the second, and it is broken.
void TestPlans::partOfAnInstalmentIsAskedForAgain()
{
    Stage s;
    s.m.pay(s.a, "150.00", "2025-05-13");
    QCOMPARE(s.told("2025-05-14"), u"due, open, open: on schedule, 1050.00"_s);
    QCOMPARE(s.told("2025-05-16"), u"partly kept, open, open: on schedule, 800.00"_s);
    QCOMPARE(s.told("2025-06-18"), u"partly kept, broken, open: broken, 0.00"_s);
}

void TestPlans::keptElsewhere()
{
    Stage s;
    s.m.payment("C", "400.00", "2025-05-14");
    s.m.pay(s.a, "200.00", "2025-06-16");
    QCOMPARE(s.told("2025-05-15"), u"due, open, open: on schedule, 1200.00"_s);
    QCOMPARE(s.told("2025-05-16"), u"kept elsewhere, open, open: on schedule, 800.00"_s);
    QCOMPARE(s.on("2025-05-16").instalments[0].elsewhere, 40000);
    QCOMPARE(s.told("2025-06-18"), u"kept elsewhere, partly kept, open: on schedule, 400.00"_s);
}

// 300 of B are credited: the sums asked for sink by 300, to 100, 500 and 900.
void TestPlans::creditsLowerIt()
{
    Stage s;
    s.m.allocate(s.m.creditNote("C", "300.00", "2025-05-08"), s.b, "300.00");
    s.m.pay(s.a, "100.00", "2025-05-14");
    QCOMPARE(s.told("2025-05-09"), u"open, open, open: on schedule, 900.00"_s);
    QCOMPARE(s.told("2025-05-16"), u"kept, open, open: on schedule, 800.00"_s);
    QCOMPARE(s.on("2025-05-16").instalments[1].target, 50000);
    Stage all;
    all.m.writeOff(all.a, "900.00", "2025-05-08");
    all.m.allocate(all.m.creditNote("C", "300.00", "2025-05-08"), all.b, "300.00");
    QCOMPARE(all.told("2025-05-09"), u"credited, credited, credited: completed, 0.00"_s);
}

// First 400: 25 short is kept, 25.01 is not. All 1,200: 25 short is kept, as 1 % of it is less.
void TestPlans::toleranceIsOfWhatIsAskedSoFar()
{
    for (const auto& [sum, state] :
         {std::pair("375.00", PromiseState::Kept), std::pair("374.99", PromiseState::PartlyKept)}) {
        Stage s;
        s.m.pay(s.a, sum, "2025-05-13");
        QCOMPARE(s.on("2025-05-16").instalments[0].state, state);
    }
    for (const auto& [sum, state] :
         {std::pair("275.00", PromiseState::Kept), std::pair("274.99", PromiseState::PartlyKept)}) {
        Stage s;
        s.m.pay(s.a, "900.00", "2025-05-13");
        s.m.pay(s.b, sum, "2025-07-16");
        QCOMPARE(s.on("2025-07-18").instalments[2].state, state);
    }
}

void TestPlans::notBeyondKnownCash()
{
    Stage s;
    s.bank = "2025-05-14";
    QCOMPARE(s.told("2025-05-16"), u"due, open, open: on schedule, 1200.00"_s);
    QCOMPARE(say(s.on("2025-05-16").instalments[0].notJudged), u"Not judged: bank data ends Wed 14 May"_s);
    Stage known;
    known.bank = "2025-05-15";
    QCOMPARE(known.told("2025-05-16"), u"broken, open, open: broken, 0.00"_s);
}

void TestPlans::waitsForApproval()
{
    Stage s;
    s.plan->needsApproval = true;
    QCOMPARE(s.told("2025-05-06"), u"open, open, open: waits for approval, 0.00"_s);
    QVERIFY(ItemStates(*s.book, day("2025-05-06")).all().empty());
    Stage approved;
    approved.plan->needsApproval = true;
    approved.plan->approvedOn = day("2025-05-07");
    QCOMPARE(approved.told("2025-05-06"), u"open, open, open: waits for approval, 0.00"_s);
    QCOMPARE(approved.told("2025-05-07"), u"open, open, open: on schedule, 1200.00"_s);
}

void TestPlans::ended()
{
    Stage s;
    s.plan->withdrawnOn = day("2025-05-20");
    s.m.pay(s.a, "400.00", "2025-05-13");
    QCOMPARE(s.told("2025-05-19"), u"kept, open, open: on schedule, 800.00"_s);
    QCOMPARE(s.told("2025-05-20"), u"kept, open, open: withdrawn, 0.00"_s);
    Stage r;
    r.plan->replacedOn = day("2025-05-20");
    QCOMPARE(r.told("2025-05-20"), u"broken, open, open: replaced, 0.00"_s);
}

void TestPlans::reversalJudgesAnew()
{
    Stage s;
    s.m.reverse(s.m.pay(s.a, "400.00", "2025-05-13"), "2025-05-26");
    QCOMPARE(s.told("2025-05-25"), u"kept, open, open: on schedule, 800.00"_s);
    QCOMPARE(s.told("2025-05-26"), u"broken, open, open: broken, 0.00"_s);
}

// 400 paid on A of 900: 500 of A and 300 of B wait. After a short first instalment (150) 800 wait: 750 are left of A,
// of which the 250 that fell short are asked for, so 500 of A and 300 of B.
void TestPlans::whatLeavesTheItems()
{
    Stage s;
    s.m.pay(s.a, "400.00", "2025-05-13");
    s.on("2025-05-14");
    ItemStates states(*s.book, day("2025-05-14"));
    QCOMPARE(states.of(0).planned, 50000);
    QCOMPARE(states.of(1).planned, 30000);
    QCOMPARE(states.of(0).promised, 0);
    Stage part;
    part.m.pay(part.a, "150.00", "2025-05-13");
    part.on("2025-05-16");
    const ItemStates after(*part.book, day("2025-05-16"));
    QCOMPARE(after.of(0).planned, 50000);
    QCOMPARE(after.of(1).planned, 30000);
    QVERIFY(ItemStates(*part.book, day("2025-06-18")).all().empty()); // broken
}

void TestPlans::brokenPlanIsOneBrokenPromise()
{
    Stage s;
    s.on("2025-07-31");
    QCOMPARE(payerPast(*s.book, 0, day("2025-05-14")).promisedUntil, day("2025-05-12"));
    QCOMPARE(payerPast(*s.book, 0, day("2025-05-14")).brokenLive, 0);
    const PayerPast past = payerPast(*s.book, 0, day("2025-07-20")); // all three failed
    QCOMPARE(past.brokenLive, 1);
    QCOMPARE(past.brokenInWindow, 0); // its deadline, 15 May, lies more than 60 days back
    QCOMPARE(payerPast(*s.book, 0, day("2025-07-01")).brokenInWindow, 1);
}

// A was promised and missed once, B once in part; each is in the plan, whose first instalment failed.
void TestPlans::level()
{
    Stage s;
    s.plan->madeOn = s.plan->enteredOn = day("2025-06-01");
    s.m.promise("C", "900.00", "2025-05-05", "2025-05-12").lines = {{s.a, 90000}};
    s.m.promise("C", "300.00", "2025-05-05", "2025-05-12").lines = {{s.b, 30000}};
    s.m.pay(s.b, "100.00", "2025-05-13");
    s.plan->instalments = {{day("2025-06-05"), 60000}, {day("2025-07-14"), 60000}};
    s.on("2025-07-31");
    QCOMPARE(promiseLevel(*s.book, 0, day("2025-05-14")), 0);
    QCOMPARE(promiseLevel(*s.book, 0, day("2025-05-20")), 1);
    QCOMPARE(promiseLevel(*s.book, 1, day("2025-05-20")), 1);
    QCOMPARE(promiseLevel(*s.book, 0, day("2025-06-12")), 2);
}

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
