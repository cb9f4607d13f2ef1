// Drafts and cancelled invoices are no debts, settled ones are left out, and what is open agrees with amount and payments.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestInvoiceState : public QObject {
    Q_OBJECT
private slots:
    void statesAreRead()
    {
        ImportFixture f;
        const auto r = f.stageText("Invoice No,Customer ID,Invoice Date,Due Date,Amount,Status\n"
                                   "A-1,K,2025-10-01,2025-10-31,100.00,Paid\nA-2,K,2025-10-01,2025-10-31,50.00,Void\n"
                                   "A-3,K,2025-10-01,2025-10-31,25.00,Draft\nA-4,K,2025-10-01,2025-10-31,12.50,Open\n"
                                   "A-5,K,2025-10-01,2025-10-31,7.00,Mystery\n");
        QCOMPARE(r->files[0].added, std::int64_t(1));
        QCOMPARE(r->files[0].skipped, std::int64_t(3));
        QCOMPARE(r->files[0].rejected, std::int64_t(1));
        QCOMPARE(r->staged.debits[0].row.amount, std::int64_t(1250));
        QCOMPARE(r->errors[0].field, u"Status"_s);
        QStringList why;
        for (const SkippedRow& s : r->skipped)
            why << r->reasons[qsizetype(s.reason)];
        QVERIFY(why[0].contains(u"settled"_s) && why[1].contains(u"cancelled"_s) && why[2].contains(u"draft"_s));
    }
    void aPaidOneWithItsDayIsHistory()
    {
        ImportFixture f;
        f.take(
            "invoice_no,customer_id,invoice_date,amount,status,paid_date\nA-1,K,2025-10-01,100.00,Paid,2025-10-20\n");
        QCOMPARE(f.open("A-1", "2025-10-19"), std::int64_t(10000));
        QCOMPARE(f.open("A-1", "2025-10-20"), std::int64_t(0));
    }
    void aDisputedOneIsDisputed()
    {
        ImportFixture f;
        const StagedReport r =
            f.take("invoice_no,customer_id,invoice_date,amount,status\nA-1,K,2025-10-01,100.00,disputed\n");
        QCOMPARE(r.staged.changes.of<Dispute>().size(), std::size_t(1));
    }
    void whatIsOpenAddsUp()
    {
        ImportFixture f;
        const QByteArray head = "invoice_no,customer_id,invoice_date,amount,balance,paid_date,paid_amount\n";
        // As much as was invoiced, the rest of it with the day of the payment, nothing at all.
        auto r = f.stageText(head
                             + "A,K,2025-10-01,100.00,100.00,,\nB,K,2025-10-01,100.00,40.00,2025-10-20,\n"
                               "C,K,2025-10-01,100.00,40.00,2025-10-20,60.00\nD,K,2025-10-01,100.00,0.00,,\n"
                               "N,K,2025-10-01,-100.00,-100.00,,\n");
        QCOMPARE(r->files[0].added, std::int64_t(4));
        QCOMPARE(r->files[0].skipped, std::int64_t(1));
        QCOMPARE(r->files[0].rejected, std::int64_t(0));
        f.commit(r->staged);
        QCOMPARE(f.open("A", "2025-11-14"), std::int64_t(10000));
        QCOMPARE(f.open("B", "2025-11-14"), std::int64_t(4000));
        QCOMPARE(f.open("C", "2025-11-14"), std::int64_t(4000));
        // More than the amount, another sign, a sum that does not hold, part of it settled on no day.
        ImportFixture g;
        r = g.stageText(head
                        + "A,K,2025-10-01,100.00,100.01,,\nB,K,2025-10-01,100.00,-5.00,,\n"
                          "C,K,2025-10-01,100.00,50.00,2025-10-20,60.00\nD,K,2025-10-01,1000.00,400.00,,\n");
        QCOMPARE(r->files[0].rejected, std::int64_t(4));
        for (const Error& e : r->errors)
            QCOMPARE(e.field, u"balance"_s);
        QVERIFY(say(r->errors[3].what).contains(u"600.00"_s));
    }
    void numbersThatStartAgainAreAsked()
    {
        ImportFixture f;
        const QByteArray head = "invoice_no,customer_id,invoice_date,due_date,amount\n";
        f.take(head + "1,T,2024-03-01,2024-03-31,700.00\n2,T,2024-06-01,2024-07-01,800.00\n");
        auto r = f.stageText(head + "1,T,2025-03-03,2025-04-02,50.00\n2,T,2025-06-02,2025-07-02,800.00\n");
        QCOMPARE(r->files[0].rejected, std::int64_t(2));
        QVERIFY(say(r->errors[0].what).contains(u"2024-03-01"_s) && say(r->errors[0].what).contains(u"700.00"_s));
        f.options.sameReference = SameReference::Changed;
        r = f.stageText(head + "1,T,2025-03-03,2025-04-02,50.00\n");
        QCOMPARE(r->files[0].changed, std::int64_t(1));
        f.options.sameReference = SameReference::Ask; // a due date or an amount corrected alone is a correction
        r = f.stageText(head + "1,T,2024-03-01,2024-04-15,700.00\n2,T,2024-06-01,2024-07-01,790.00\n");
        QCOMPARE(r->files[0].changed, std::int64_t(2));
    }
    void yearsOfTwoDigitsMayComeFirst()
    {
        ImportFixture f;
        const QByteArray head = "invoice_no;customer_id;invoice_date;due_date;amount\n";
        auto r = f.stageText(head + "A;K;25-10-01;25-10-31;1\nB;K;25-09-15;25-10-15;2\n");
        QVERIFY(!r->ambiguities.empty());
        QVERIFY(say(r->ambiguities[0].error().remedy).contains(u"--date-order ymd"_s));
        f.options.dateOrder = DateOrder::Ymd;
        r = f.stageText(head + "A;K;25-10-01;25-10-31;1\n");
        QCOMPARE(Date(r->staged.debits[0].row.due).toIso(), u"2025-10-31"_s);
        // Days of one ledger lie close together: 15.10.25 is no question.
        f.options.dateOrder = DateOrder::Undecided;
        r = f.stageText(head + "A;K;15.10.25;31.10.25;1\nB;K;16.10.25;15.11.25;2\n");
        QVERIFY(r->ambiguities.empty());
        QCOMPARE(Date(r->staged.debits[0].row.date).toIso(), u"2025-10-15"_s);
        // Where the last number can be no year's day, the first is the year.
        r = f.stageText(head + "A;K;99-10-01;99-10-31;1\n");
        QCOMPARE(Date(r->staged.debits[0].row.date).toIso(), u"1999-10-01"_s);
    }
    void otherEncodingsAreAsked()
    {
        ImportFixture f;
        const QByteArray polish = "customer_id;name\nA1;\xa3\xf3\x64\x9f \x50\x61\x9c\x6e\x69\x6b\n";
        const auto asked = f.stageText(polish);
        QVERIFY(!asked);
        QVERIFY2(asked.error().message().contains(QStringView(u"Łódź"))
                     && asked.error().message().contains(u"cp1250"_s),
                 qPrintable(asked.error().message()));
        f.options.encoding = Encoding::Cp1250;
        const auto r = f.stageText(polish);
        QCOMPARE(r->staged.changes.of<Customer>()[0].after.name, QStringView(u"Łódź Paśnik").toString());
        f.options.encoding.reset();
        QVERIFY(f.stageText("customer_id;name\nA1;M\xfcller & S\xf6hne \x96 Caf\xe9\n").has_value());
    }
};

QTEST_GUILESS_MAIN(TestInvoiceState)
#include "tst_invoicestate.moc"
