#include "core/domain/policy.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPolicy : public QObject {
    Q_OBJECT
private slots:
    void defaultsAreTheProducts();
    void jsonKeepsEveryField();
    void absentAndUnknownKeys();
    void bucketNames();
};

void TestPolicy::defaultsAreTheProducts()
{
    const Policy p;
    QCOMPARE(p.bucketEdges, (std::array<int, 3>{30, 60, 90}));
    QCOMPARE(p.defaultTermsDays, 30);
    QCOMPARE(p.ageFactor, (std::array<int, 4>{10000, 13000, 16000, 20000}));
    QCOMPARE(p.brokenPromiseFactor, 12500);
    QCOMPARE(p.brokenPromiseCap, 15625);
    QCOMPARE(p.limitFactor, 11500);
    QCOMPARE(p.promiseGraceDays, 3);
}

void TestPolicy::jsonKeepsEveryField()
{
    Policy p;
    int n = 100;
    for (int* field :
         {&p.defaultTermsDays, &p.dsoDays, &p.brokenPromiseFactor, &p.brokenPromiseCap, &p.brokenPromiseDays,
          &p.limitFactor, &p.promiseGraceDays, &p.promiseTolerancePercent, &p.triesPerDay, &p.triesPerWeek,
          &p.coolingOffDays, &p.saysPaidDays, &p.confirmDays, &p.callFrom, &p.callTo})
        *field = n++;
    p.bucketEdges = {1, 2, 3};
    p.ageFactor = {4, 5, 6, 7};
    p.promiseToleranceBase = 1'234'567'890'123;
    p.workdays = 0b1001111;
    p.relationshipFactor[u"A"_s] = 12000;
    QVERIFY(Policy::fromJson(p.toJson()) == p);
}

void TestPolicy::absentAndUnknownKeys()
{
    QVERIFY(Policy::fromJson("{}") == Policy());
    QVERIFY(Policy::fromJson("not json") == Policy());
    Policy expected;
    expected.dsoDays = 30;
    QVERIFY(Policy::fromJson(R"({"dso_days": 30, "of_a_later_version": [1], "bucket_edges": [1, 2]})") == expected);
}

void TestPolicy::bucketNames()
{
    const std::array<int, 3> edges{30, 60, 90};
    QCOMPARE(bucketName(0, edges), u"current"_s);
    QCOMPARE(bucketName(1, edges), u"1–30"_s);
    QCOMPARE(bucketName(3, edges), u"61–90"_s);
    QCOMPARE(bucketName(4, edges), u"90+"_s);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
