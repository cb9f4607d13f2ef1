// Disputes as of a day, the figures over them, and deductions guessed from short payments. Today is Fri 14 Nov 2025.
#include "core/insight/agreements/disputes.h"
#include "core/insight/agreements/shortpayments.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Date today = day("2025-11-14");

BookMaker::DebitSpec& late(BookMaker& m, std::string_view amount, int days = 30, std::string_view customer = "C")
{
    const Date due = today - days;
    return m.invoice(customer, amount, (due - 30).isoString(), due.isoString());
}

} // namespace

class TestDisputes : public QObject {
    Q_OBJECT
private slots:
    void standing();
    void twoOnOneInvoice();
    void figures();
    void words();
    void deductions();
    void guesses_data();
    void guesses();
    void notADeduction();
};

void TestDisputes::standing()
{
    BookMaker m;
    auto& a = late(m, "500.00");
    Dispute& x = m.dispute(a, "2025-10-15", "2025-11-10");
    x.inWorkOn = day("2025-10-20");
    x.targetDate = day("2025-11-01");
    x.amount = 20000;
    m.pay(a, "400.00", "2025-11-05");
    const BookPtr book = m.build();
    const auto on = [&](const char* iso) { return disputeStanding(*book, x, day(iso)); };
    QCOMPARE(on("2025-10-15").state, DisputeState::Open);
    QCOMPARE(on("2025-10-15").open, 20000);
    QCOMPARE(on("2025-10-20").state, DisputeState::InWork);
    QCOMPARE(on("2025-10-20").ageDays, 5);
    QVERIFY(!on("2025-11-01").overdue);
    QVERIFY(on("2025-11-02").overdue);
    QCOMPARE(on("2025-11-05").open, 10000); // no more than is left
    QCOMPARE(on("2025-11-10").state, DisputeState::Resolved);
    QCOMPARE(on("2025-11-14").ageDays, 26);
    QCOMPARE(on("2025-11-14").open, 0);
    QVERIFY(!on("2025-11-14").overdue);
}

// 300 and then all of 500: the second stands for the 200 that the first leaves.
void TestDisputes::twoOnOneInvoice()
{
    BookMaker m;
    auto& a = late(m, "500.00");
    Dispute& first = m.dispute(a, "2025-11-01");
    first.amount = 30000;
    Dispute& second = m.dispute(a, "2025-11-02");
    const BookPtr book = m.build();
    QCOMPARE(undisputed(*book, 0, day("2025-10-31")), 50000);
    QCOMPARE(undisputed(*book, 0, day("2025-11-01")), 20000);
    QCOMPARE(undisputed(*book, 0, day("2025-11-02")), 0);
    QCOMPARE(disputeStanding(*book, first, today).open, 30000);
    QCOMPARE(disputeStanding(*book, second, today).open, 20000);
}

// Unresolved: 300 price (overdue) and 100 quality; resolved within 90 days: 4, 10 and 21 days, one taken up again (the
// quality one). Past due is 1,000 + 900 = 1,900, of which 400 are disputed = 21.0526 %.
void TestDisputes::figures()
{
    BookMaker m;
    auto& a = late(m, "1000.00");
    auto& b = late(m, "900.00", 5);
    Dispute& price = m.dispute(a, "2025-11-01");
    price.kind = DisputeReason::Price;
    price.department = u"Sales"_s;
    price.amount = 30000;
    price.targetDate = day("2025-11-10");
    Dispute& short4 = m.dispute(a, "2025-10-01", "2025-10-05");
    short4.kind = DisputeReason::Price;
    Dispute& ten = m.dispute(a, "2025-09-01", "2025-09-11");
    ten.kind = DisputeReason::Quality;
    m.dispute(b, "2025-10-12", "2025-11-02").kind = DisputeReason::Quality;
    m.dispute(a, "2025-05-01", "2025-06-01"); // too long ago
    Dispute& again = m.dispute(b, "2025-11-05");
    again.kind = DisputeReason::Quality;
    again.amount = 10000;
    again.reopens = ten.id;
    const BookPtr book = m.build();
    const DisputeFigures f = disputeFigures(*book, today, 90);
    QCOMPARE(f.unresolved, 2);
    QCOMPARE(f.openBase, 40000);
    QCOMPARE(f.overdue, 1);
    QCOMPARE(f.overdueBase, 30000);
    QCOMPARE(f.resolved, 3);
    QCOMPARE(f.medianDays, std::optional(10));
    QCOMPARE(f.shareOfPastDue.toPlain(), u"21.0526"_s);
    QCOMPARE(f.reopened.toPlain(), u"33.3333"_s);
    QCOMPARE(f.byReason.size(), std::size_t(2));
    QCOMPARE(f.byReason[0].key, u"price"_s);
    QCOMPARE(f.byReason[0].openBase, 30000);
    QCOMPARE(f.byReason[0].medianDays, std::optional(4));
    QCOMPARE(f.byReason[1].key, u"quality"_s);
    QCOMPARE(f.byReason[1].medianDays, std::optional(21)); // of 10 and 21 the later
    QCOMPARE(f.byDepartment[0].key, u"Sales"_s);
    QCOMPARE(f.byDepartment[1].key, u"(none)"_s);
    const DisputeFigures none = disputeFigures(*BookMaker().build(), today, 90);
    QVERIFY(!none.medianDays && !none.shareOfPastDue.has() && !none.reopened.has());
}

void TestDisputes::words()
{
    for (int i = 0; i <= int(DisputeReason::Deduction); ++i)
        QCOMPARE(parseDisputeReason(disputeReasonName(DisputeReason(i)).toUpper()), std::optional(DisputeReason(i)));
    QCOMPARE(parseDisputeReason(u"Missing-document"_s), std::optional(DisputeReason::MissingDocument));
    QVERIFY(!parseDisputeReason(u"weather"_s));
    QCOMPARE(parseResolution(u"credit_due"_s), std::optional(Resolution::CreditDue));
    QVERIFY(!parseResolution({}));
}

// Of 1,000: 200 left = 20 % is a deduction, 200.01 is not; 50.00 left is one, 49.99 is for the write-off.
void TestDisputes::deductions()
{
    BookMaker m;
    const auto paid = [&](const char* sum) { m.pay(late(m, "1000.00"), sum, "2025-11-03"); };
    paid("800.00");
    paid("799.99");
    paid("950.00");
    paid("950.01");
    paid("1000.00");
    const ShortPayments got = shortPayments(*m.build(), today);
    QCOMPARE(got.deductions.size(), std::size_t(2));
    QCOMPARE(got.deductions[0].residue, 20000);
    QCOMPARE(got.deductions[0].paidOn, day("2025-11-03"));
    QCOMPARE(got.deductions[1].residue, 5000);
    QCOMPARE(got.deductionsBase, 25000);
    QCOMPARE(got.small.size(), std::size_t(1));
    QCOMPARE(got.smallBase, 4999);
}

void TestDisputes::guesses_data()
{
    QTest::addColumn<QString>("invoice");
    QTest::addColumn<QString>("paid");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("why");
    QTest::newRow("two percent") << u"5000.00"_s << u"4900.00"_s << int(DisputeReason::Terms)
                                 << u"2 % of the invoice: looks like a discount taken"_s;
    QTest::newRow("two percent of an odd sum") << u"5123.45"_s << u"5020.98"_s << int(DisputeReason::Terms)
                                               << u"2 % of the invoice: looks like a discount taken"_s;
    QTest::newRow("a round tenth") << u"1000.00"_s << u"900.00"_s << int(DisputeReason::Price)
                                   << u"10 % of the invoice: a round share, looks like a price or rebate"_s;
    QTest::newRow("nothing to be seen") << u"1000.00"_s << u"871.30"_s << int(DisputeReason::Deduction)
                                        << u"12.9 % of the invoice"_s;
}

void TestDisputes::guesses()
{
    QFETCH(QString, invoice);
    QFETCH(QString, paid);
    QFETCH(int, reason);
    QFETCH(QString, why);
    BookMaker m;
    m.pay(late(m, invoice.toStdString()), paid.toStdString(), "2025-11-03");
    const ShortPayments got = shortPayments(*m.build(), today);
    QCOMPARE(got.deductions.size(), std::size_t(1));
    QCOMPARE(int(got.deductions[0].guess), reason);
    QCOMPARE(say(got.deductions[0].why), why);
    m.creditNote("C", (m.money(invoice.toStdString()) - m.money(paid.toStdString())).toPlain().toStdString(),
                 "2025-11-01");
    QCOMPARE(say(shortPayments(*m.build(), today).deductions[0].why),
             u"A credit note of this amount is not applied: assign it"_s);
}

// A live promise, a plan, a dispute since the payment, and a residue that a credit note left are none.
void TestDisputes::notADeduction()
{
    BookMaker m;
    auto& promised = late(m, "1000.00");
    m.pay(promised, "900.00", "2025-11-03");
    m.promise("C", "100.00", "2025-11-05", "2025-11-20").lines = {{promised, 10000}};
    auto& planned = late(m, "1000.00");
    m.pay(planned, "900.00", "2025-11-03");
    Plan plan;
    plan.customer = m.customer("C").id;
    plan.currency = m.base();
    plan.lines = {{planned, 10000}};
    plan.instalments = {{day("2025-11-25"), 10000}};
    plan.madeOn = plan.enteredOn = day("2025-11-05");
    m.add(plan);
    auto& contested = late(m, "1000.00");
    m.pay(contested, "900.00", "2025-11-03");
    m.dispute(contested, "2025-11-04", "2025-11-06"); // resolved: not guessed at again
    auto& credited = late(m, "1000.00");
    m.allocate(m.creditNote("C", "900.00", "2025-11-03"), credited, "900.00");
    auto& foreign = late(m, "1000.00 SEK");
    m.pay(foreign, "900.00 SEK", "2025-11-03");
    const BookPtr book = m.build();
    const ShortPayments got = shortPayments(*book, today);
    QVERIFY(got.deductions.empty() && got.small.empty());
    QCOMPARE(got.missing.size(), std::size_t(1)); // no rate: neither small nor large
    QCOMPARE(shortPayments(*book, day("2025-11-04")).deductions.size(), std::size_t(2)); // before the agreements
}

QTEST_GUILESS_MAIN(TestDisputes)
#include "tst_disputes.moc"
