// The worklists of promises, plans and disputes: which lane a line stands in, what it says, and in which order.
// Today is Fri 14 Nov 2025; bank data reach to the day before.
#include "core/insight/agreements/agreements.h"
#include "core/insight/agreements/disputeboard.h"
#include "tests/support/bookmaker.h"

#include <QTest>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Date today = day("2025-11-14");

struct Desk {
    BookMaker m{"USD"};
    Desk() { m.payment("bank", "1.00", "2025-11-13"); }
    BookMaker::DebitSpec& late(std::string_view amount, std::string_view customer = "C")
    {
        return m.invoice(customer, amount, "2025-09-01", "2025-10-01");
    }
    Promise& promised(BookMaker::DebitSpec& a, std::string_view amount, std::string_view on)
    {
        Promise& p = m.promise("C", amount, "2025-10-20", on);
        p.lines = {{a, p.amount}};
        return p;
    }
    Plan& planned(BookMaker::DebitSpec& a, std::vector<PlanInstalment> instalments)
    {
        Plan p;
        p.customer = m.customer("C").id;
        p.currency = m.base();
        p.instalments = std::move(instalments);
        p.lines = {{a, 0}};
        for (const PlanInstalment& i : p.instalments)
            p.lines[0].amount += i.amount;
        p.madeOn = p.enteredOn = day("2025-10-20");
        return m.add(p);
    }
};

QStringList told(const Agreements& a)
{
    QStringList out;
    for (const AgreementLine& l : a.lines)
        out += agreementLaneName(l.lane) + u' ' + Money{l.amount, l.currency}.toPlain();
    return out;
}

} // namespace

class TestAgreements : public QObject {
    Q_OBJECT
private slots:
    void lanes();
    void plansLineByLine();
    void elsewhereSaysWhatToAssign();
    void whatIsPaidIsDone();
    void disputesInOrder();
};

// By due day: broken (deadline 5 Nov), due (12 Nov + 3), today, ahead; the withdrawn one is done.
void TestAgreements::lanes()
{
    Desk k;
    k.promised(k.late("500.00"), "500.00", "2025-10-31");
    k.promised(k.late("400.00"), "400.00", "2025-11-12");
    k.promised(k.late("300.00"), "300.00", "2025-11-14");
    k.promised(k.late("200.00"), "200.00", "2025-11-20");
    k.promised(k.late("100.00"), "100.00", "2025-11-20").withdrawnOn = day("2025-11-01");
    const Agreements a = agreements(*k.m.build(), today);
    QCOMPARE(told(a),
             (QStringList{u"broken 500.00"_s, u"due 400.00"_s, u"today 300.00"_s, u"open 200.00"_s, u"done 100.00"_s}));
    QCOMPARE(a.count[std::size_t(AgreementLane::Broken)], 1);
    QCOMPARE(a.base[std::size_t(AgreementLane::Due)], 40000);
    QCOMPARE(a.rates.book.broken, 1);
    const PromiseRecord* payer = a.rates.ofPayer(a.lines[0].payer);
    QVERIFY(payer && payer->broken == 1 && payer->judgedBase == 50000);
    QVERIFY(a.rates.ofClerk(a.lines[0].takenBy) && !a.rates.ofClerk(u"nobody of ours"_s));
    QVERIFY(!a.rates.ofPayer(noRow));
    QCOMPARE(a.lines[0].level, 1);
    QVERIFY(!a.lines[0].canWithdraw() && a.lines[1].canWithdraw() && !a.lines[4].canWithdraw());
    QCOMPARE(agreements(*k.m.build(), day("2025-10-19")).lines.size(), std::size_t(0)); // none was made yet
}

void TestAgreements::plansLineByLine()
{
    Desk k;
    auto& a = k.late("900.00");
    k.planned(a, {{day("2025-10-31"), 30000}, {day("2025-11-14"), 30000}, {day("2025-12-15"), 30000}});
    k.m.pay(a, "300.00", "2025-10-31");
    Plan& waiting = k.planned(k.late("800.00"), {{day("2025-11-20"), 80000}});
    waiting.needsApproval = true;
    const BookPtr book = k.m.build();
    const Agreements all = agreements(*book, today);
    QCOMPARE(told(all), (QStringList{u"done 300.00"_s, u"today 300.00"_s, u"waiting 800.00"_s, u"open 300.00"_s}));
    QCOMPARE(all.plans, 1);
    QCOMPARE(all.plannedBase, 60000);
    QCOMPARE(all.lines[1].instalment, 2);
    QCOMPARE(all.lines[1].instalments, 3);
    QCOMPARE(all.lines[1].counted, 30000); // of 600.00 asked by then
    QCOMPARE(all.lines[1].asked, 60000);
    QVERIFY(all.lines[2].canWithdraw());
    std::set<std::int64_t> keys;
    for (const AgreementLine& l : all.lines)
        keys.insert(l.key());
    QCOMPARE(keys.size(), all.lines.size());
}

// 1,000 lie unapplied, 300 of 500 came: 200 are to be assigned.
void TestAgreements::elsewhereSaysWhatToAssign()
{
    Desk k;
    auto& a = k.late("500.00");
    k.promised(a, "500.00", "2025-10-31");
    k.m.pay(a, "300.00", "2025-10-30");
    k.m.payment("C", "1000.00", "2025-11-03");
    const Agreements all = agreements(*k.m.build(), today);
    QCOMPARE(told(all), QStringList{u"elsewhere 500.00"_s});
    QCOMPARE(say(all.lines[0].remark), u"assign 200.00 USD of other money"_s);
}

void TestAgreements::whatIsPaidIsDone()
{
    Desk k;
    auto& a = k.late("500.00");
    k.promised(a, "500.00", "2025-10-31");
    k.m.pay(a, "500.00", "2025-11-10"); // too late, yet nothing is left to ask for
    const Agreements all = agreements(*k.m.build(), today);
    QCOMPARE(told(all), QStringList{u"done 500.00"_s});
    QCOMPARE(promiseStateName(all.lines[0].state), u"broken"_s);
}

// Short payments, then the longest overdue, then by target, those without one, the resolved, the small residues.
void TestAgreements::disputesInOrder()
{
    Desk k;
    k.m.pay(k.late("1000.00"), "900.00", "2025-11-03");
    k.m.pay(k.late("1000.00"), "990.00", "2025-11-03");
    const auto contested = [&](const char* amount, const char* target, const char* resolved = "") {
        Dispute& x = k.m.dispute(k.late(amount), "2025-10-20", resolved);
        if (*target != '\0')
            x.targetDate = day(target);
    };
    contested("100.00", "");
    contested("200.00", "2025-11-20");
    contested("300.00", "2025-11-10");
    contested("400.00", "2025-11-03");
    contested("500.00", "2025-11-01", "2025-11-05");
    const BookPtr book = k.m.build();
    const DisputeBoard board = disputeBoard(*book, today);
    QStringList said;
    std::set<std::int64_t> keys;
    for (const DisputeLine& l : board.lines) {
        said += QString::number(int(l.kind)) + u' ' + Money{l.open, book->info().base}.toPlain()
                + (l.standing.overdue ? u" overdue"_s : QString());
        keys.insert(l.key(*book));
    }
    QCOMPARE(said, (QStringList{u"0 100.00"_s, u"1 400.00 overdue"_s, u"1 300.00 overdue"_s, u"1 200.00"_s,
                                u"1 100.00"_s, u"1 0.00"_s, u"2 10.00"_s}));
    QCOMPARE(keys.size(), board.lines.size());
    QCOMPARE(board.figures.overdue, 2);
    QCOMPARE(board.deductionsBase, 10000);
    QCOMPARE(board.residuesBase, 1000);
}

QTEST_GUILESS_MAIN(TestAgreements)
#include "tst_agreements.moc"
