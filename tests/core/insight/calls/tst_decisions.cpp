#include "core/insight/calls/decisions.h"
#include "tests/core/insight/calls/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

// What waits for somebody to decide, counted by why, with the money behind it.
class TestDecisions : public QObject {
    Q_OBJECT
private slots:
    void accountsByWhyWithTheirMoney();
    void aBookWithoutAnyHasNone();
    void eachLeadsToItsAccounts();
};

// A is 300.00 late, 200.00 over its limit and known from its invoices alone; B is 50.00 late, nobody is known at either.
void TestDecisions::accountsByWhyWithTheirMoney()
{
    Desk desk;
    Customer& a = desk.m.customer("A");
    a.creditLimit = 10'000;
    a.incomplete = true;
    desk.m.invoice("A", "300.00", "2025-06-10", "2025-07-10");
    desk.m.invoice("B", "50.00", "2025-09-10", "2025-10-10");
    desk.m.invoice("B", "10.00", "2025-11-10", "2025-12-10");
    desk.rank();
    QStringList lines;
    for (const Decision& x : decisions(AccountFigures(desk.book, desk.d, desk.list)))
        if (x.kind != DecisionKind::Avoided)
            lines += u"%1 %2 %3 %4"_s.arg(decisionName(x.kind))
                         .arg(x.accounts)
                         .arg(x.money)
                         .arg(decisionMoneyName(decisionMoney(x.kind)));
    QCOMPARE(lines.join(u", "_s), u"over_limit 1 30000 open, no_contact 2 35000 past_due, incomplete 1 30000 open"_s);
}

void TestDecisions::aBookWithoutAnyHasNone()
{
    Desk desk;
    desk.m.customer("A");
    desk.rank();
    QVERIFY(decisions(AccountFigures(desk.book, desk.d, desk.list)).empty());
}

void TestDecisions::eachLeadsToItsAccounts()
{
    QCOMPARE(decisionFilter(DecisionKind::PromiseBroken), u"lane:\"promise broken\""_s);
    QCOMPARE(decisionFilter(DecisionKind::Escalated), u"lane:escalated"_s);
    QCOMPARE(decisionFilter(DecisionKind::NoContact), u"contact:no -bucket:current"_s);
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
