// Plans made, approved, withdrawn and replaced: what they may be, who may approve, what they end.
#include "tests/core/command/commanddesk.h"

#include "core/insight/agreements/plans.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Currency eur = *Currency::parse(std::string_view("EUR"));

MakePlan plan(CustomerId payer, std::vector<std::pair<const char*, std::int64_t>> instalments)
{
    MakePlan c;
    c.payer = payer;
    c.draft.currency = eur;
    for (const auto& [iso, amount] : instalments)
        c.draft.instalments.push_back({day(iso), amount});
    return c;
}

} // namespace

class TestPlanCommands : public QObject {
    Q_OBJECT
private slots:
    void oldestDueFirst();
    void refusals_data();
    void refusals();
    void holidaysAreARemark();
    void aboveTheThresholdItWaits();
    void approvedByAnother();
    void approvedByOneself();
    void replacesPromisesAndPlans();
    void aWaitingPlanReplacesWhenApproved();
    void withdrawn();
};

void TestPlanCommands::oldestDueFirst()
{
    CommandDesk k;
    auto& newer = k.late("C", "500.00", 20);
    auto& older = k.late("C", "200.00", 40);
    QCOMPARE(k.summary(plan(k.id("C"), {{"2025-11-24", 15000}, {"2025-12-22", 20000}})),
             u"Plan logged for Customer C: 350.00 EUR in 2 instalments, the first 24 Nov."_s);
    const Plan p = k.only<Plan>();
    QCOMPARE(p.lines, (std::vector<PromiseLine>{{older, 20000}, {newer, 15000}}));
    QVERIFY(!p.needsApproval);
    QCOMPARE(p.madeOn, k.today);
    QCOMPARE(p.takenBy, u"me"_s);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-28")); // the day after the deadline of the first
}

void TestPlanCommands::refusals_data()
{
    QTest::addColumn<QList<QPair<QString, qint64>>>("instalments");
    QTest::addColumn<QString>("said");
    using L = QList<QPair<QString, qint64>>;
    QTest::newRow("none") << L{} << u"instalments: are missing"_s;
    QTest::newRow("in the past") << L{{u"2025-11-13"_s, 100}} << u"date: of instalment 1 lies in the past"_s;
    QTest::newRow("no day") << L{{u""_s, 100}} << u"date: of instalment 1 is missing"_s;
    QTest::newRow("not ascending") << L{{u"2025-12-01"_s, 100}, {u"2025-12-01"_s, 100}}
                                   << u"date: of instalment 2 is not after the one before"_s;
    QTest::newRow("nothing") << L{{u"2025-12-01"_s, 100}, {u"2025-12-05"_s, 0}}
                             << u"amount: of instalment 2 must be more than zero"_s;
    QTest::newRow("more than is open") << L{{u"2025-12-01"_s, 30000}, {u"2025-12-05"_s, 20001}}
                                       << u"amount: is more than the 500.00 EUR that is open"_s;
}

void TestPlanCommands::refusals()
{
    using L = QList<QPair<QString, qint64>>;
    QFETCH(L, instalments);
    QFETCH(QString, said);
    CommandDesk k;
    k.late("C", "500.00", 20);
    MakePlan c = plan(k.id("C"), {});
    for (const auto& [iso, amount] : instalments)
        c.draft.instalments.push_back({iso.isEmpty() ? Date() : day(iso.toStdString()), amount});
    QCOMPARE(k.refused(c), said);
    QVERIFY(k.decide(plan(k.id("C"), {{"2025-11-14", 1}, {"2025-11-15", 49999}}))); // from today on, all of it
}

void TestPlanCommands::holidaysAreARemark()
{
    CommandDesk k;
    k.late("C", "500.00", 20);
    k.m.holiday("2025-12-25");
    QVERIFY(k.summary(plan(k.id("C"), {{"2025-11-22", 100}, {"2025-12-25", 100}, {"2025-12-29", 100}}))
                .endsWith(u"the first 22 Nov. Sat 22 Nov, Thu 25 Dec are not business days there."_s));
}

// 10,000.00 base needs nobody; 10,000.01 does, and so does what has no rate.
void TestPlanCommands::aboveTheThresholdItWaits()
{
    CommandDesk k;
    k.late("C", "20000.00", 20);
    k.late("C", "500.00 SEK", 20);
    QVERIFY(k.decide(plan(k.id("C"), {{"2025-11-24", 1000000}})));
    QVERIFY(!k.only<Plan>().needsApproval);
    QVERIFY(k.summary(plan(k.id("C"), {{"2025-11-24", 1000001}}))
                .endsWith(u" It waits for approval and holds nothing back until then."_s));
    QVERIFY(k.only<Plan>().needsApproval);
    MakePlan sek = plan(k.id("C"), {{"2025-11-24", 100}});
    sek.draft.currency = *Currency::parse(std::string_view("SEK"));
    QVERIFY(k.decide(sek));
    QVERIFY(k.only<Plan>().needsApproval);
}

namespace {

Plan& waiting(CommandDesk& k, BookMaker::DebitSpec& a, const QString& maker)
{
    Plan p;
    p.customer = k.id("C");
    p.currency = eur;
    p.lines = {{a, 2000000}};
    p.instalments = {{day("2025-11-24"), 1000000}, {day("2025-12-22"), 1000000}};
    p.madeOn = p.enteredOn = day("2025-11-13");
    p.takenBy = maker;
    p.needsApproval = true;
    return k.m.add(p);
}

} // namespace

void TestPlanCommands::approvedByAnother()
{
    CommandDesk k;
    const Plan& p = waiting(k, k.late("C", "20000.00", 20), u"ann"_s);
    QCOMPARE(k.summary(ApprovePlan{p.id}),
             u"Plan of Customer C approved: 20,000.00 EUR in 2 instalments, the first 24 Nov."_s);
    QCOMPARE(k.only<Plan>().approvedBy, u"me"_s);
    QCOMPARE(k.only<Plan>().approvedOn, k.today);
    QCOMPARE(k.refused(ApprovePlan{PlanId(99)}), u"plan: is not a plan of this book"_s);
}

void TestPlanCommands::approvedByOneself()
{
    CommandDesk k;
    const Plan& p = waiting(k, k.late("C", "20000.00", 20), u"me"_s);
    QVERIFY(k.summary(ApprovePlan{p.id}).endsWith(u"the first 24 Nov. By yourself: this book has no second user."_s));
    User ann;
    ann.name = u"ann"_s;
    k.m.add(ann);
    k.book = nullptr;
    QCOMPARE(k.refused(ApprovePlan{p.id}), u"plan: was made by yourself"_s);
    QCOMPARE(k.last.error().code, ErrorCode::Refused);
    QCOMPARE(say(k.last.error().remedy), u"ask a colleague to approve it"_s);
}

void TestPlanCommands::replacesPromisesAndPlans()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    auto& b = k.late("C", "100.00", 10);
    Promise& promise = k.m.promise("C", "500.00", "2025-11-10", "2025-11-20");
    promise.lines = {{a, 50000}};
    k.m.promise("C", "100.00", "2025-11-10", "2025-11-20").lines = {{b, 10000}}; // another invoice: stays
    Plan old;
    old.customer = k.id("C");
    old.currency = eur;
    old.lines = {{a, 50000}};
    old.instalments = {{day("2025-11-20"), 50000}};
    old.madeOn = old.enteredOn = day("2025-11-03");
    const PlanId oldId = k.m.add(old).id;
    MakePlan c = plan(k.id("C"), {{"2025-11-24", 25000}, {"2025-12-22", 25000}});
    c.draft.lines = {{a, 0}};
    QVERIFY(k.summary(c).endsWith(u" It replaces 500.00 EUR due 20 Nov. It replaces the plan of 3 Nov."_s));
    const BookPtr next = k.book->with(*k.last, 2);
    QCOMPARE(judge(*next, *next->rows<Promise>().find(promise.id), k.today).state, PromiseState::Replaced);
    QCOMPARE(judge(*next, *next->rows<Plan>().find(oldId), k.today).state, PlanState::Replaced);
    QCOMPARE(k.last->of<Promise>().size(), std::size_t(1));
}

void TestPlanCommands::aWaitingPlanReplacesWhenApproved()
{
    CommandDesk k;
    auto& a = k.late("C", "20000.00", 20);
    k.m.promise("C", "500.00", "2025-11-10", "2025-11-20").lines = {{a, 50000}};
    MakePlan c = plan(k.id("C"), {{"2025-11-24", 2000000}});
    QVERIFY(k.decide(c));
    QVERIFY(k.last->of<Promise>().empty());
    const Plan& p = waiting(k, a, u"ann"_s);
    k.book = nullptr;
    QVERIFY(k.summary(ApprovePlan{p.id}).endsWith(u" It replaces 500.00 EUR due 20 Nov."_s));
    QCOMPARE(k.only<Promise>().replacedOn, k.today);
}

void TestPlanCommands::withdrawn()
{
    CommandDesk k;
    const Plan& p = waiting(k, k.late("C", "20000.00", 20), u"ann"_s);
    QCOMPARE(k.summary(WithdrawPlan{p.id, u"Typed twice"_s}), u"Plan of Customer C withdrawn. Back on the list."_s);
    QCOMPARE(k.only<Plan>().withdrawnOn, k.today);
    QCOMPARE(k.only<Activity>().plan, p.id);
    QCOMPARE(k.only<NextAction>().due, k.today);
    const BookPtr next = k.book->with(*k.last, 2);
    k.book = next;
    QCOMPARE(k.refused(WithdrawPlan{p.id, {}}), u"plan: is withdrawn already"_s);
    QCOMPARE(k.refused(ApprovePlan{p.id}), u"plan: is withdrawn already"_s);
}

QTEST_GUILESS_MAIN(TestPlanCommands)
#include "tst_plancommands.moc"
