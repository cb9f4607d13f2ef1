// Payments as rows of allocations: worked figures for every rule of the payments file.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray invoices = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                            "I1,A,2025-01-10,2025-02-09,USD,100.00\n"
                            "I2,A,2025-01-20,2025-02-19,USD,200.00\n"
                            "I3,B,2025-01-15,2025-02-14,USD,50.00\n"
                            "E1,A,2025-01-10,2025-02-09,EUR,80.00\n";
const QByteArray head = "payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated\n";

QByteArray counts(const StagedReport& r)
{
    const FileReport& f = r.files.back();
    return QByteArray::number(f.added) + '/' + QByteArray::number(f.changed) + '/' + QByteArray::number(f.unchanged)
           + '/' + QByteArray::number(f.rejected);
}

QByteArray firstError(const StagedReport& r)
{
    return r.errors.empty()
               ? QByteArray()
               : (QString::number(r.errors[0].row) + u':' + r.errors[0].field + u':' + say(r.errors[0].what)).toUtf8();
}

} // namespace

class TestImportPayments : public QObject {
    Q_OBJECT
private slots:
    void onePaymentOverTwoInvoices()
    {
        ImportFixture f;
        f.take(invoices);
        const auto r = f.take(head + "P1,,A,2025-02-01,USD,250.00,I1,100.00\nP1,,A,2025-02-03,USD,250.00,I2,120.00\n");
        QCOMPARE(counts(r), QByteArray("2/0/0/0"));
        QCOMPARE(f.credits.size(), std::size_t(1));
        QCOMPARE(f.credits[0].row.amount, std::int64_t(25000));
        QCOMPARE(Date(f.credits[0].row.date), ImportFixture::day("2025-02-01")); // the earliest of its rows
        QCOMPARE(f.open("I1", "2025-01-31"), std::int64_t(10000));
        QCOMPARE(f.open("I1", "2025-02-01"), std::int64_t(0));
        QCOMPARE(f.open("I2", "2025-02-02"), std::int64_t(20000));
        QCOMPARE(f.open("I2", "2025-02-03"), std::int64_t(8000));
        QCOMPARE(f.unapplied("P1", "2025-02-02"), std::int64_t(15000)); // 250 - 100
        QCOMPARE(f.unapplied("P1", "2025-02-03"), std::int64_t(3000));  // 250 - 100 - 120
    }
    void emptyAllocationTakesWhatIsOpen()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,60.00\nP2,,A,2025-02-02,USD,100.00,I1,\n");
        QCOMPARE(f.open("I1", "2025-02-02"), std::int64_t(0));
        QCOMPARE(f.unapplied("P2", "2025-02-02"), std::int64_t(6000)); // 100 - 40
    }
    void moreThanOpenIsClippedAndSaid()
    {
        ImportFixture f;
        f.take(invoices);
        const auto r = f.take(head + "P1,,A,2025-02-01,USD,150.00,I1,130.00\n");
        QCOMPARE(f.open("I1", "2025-02-01"), std::int64_t(0));
        QCOMPARE(f.unapplied("P1", "2025-02-01"), std::int64_t(5000)); // 150 - 100
        QCOMPARE(r.warningCount, std::int64_t(1));
        QVERIFY(say(r.warnings[0].what).contains(u"100.00"_s));
    }
    void rowsApplyByDateThenByRow()
    {
        ImportFixture f;
        f.take(invoices);
        // The later row in the file has the earlier date and takes the invoice first.
        f.take(head + "P1,,A,2025-02-05,USD,100.00,I1,\nP2,,A,2025-02-01,USD,100.00,I1,\n");
        QCOMPARE(f.unapplied("P2", "2025-02-05"), std::int64_t(0));
        QCOMPARE(f.unapplied("P1", "2025-02-05"), std::int64_t(10000));
    }
    void withoutInvoiceNothingIsAllocated()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,70.00,,\nD1,deposit,A,2025-02-01,USD,30.00,,\n");
        QCOMPARE(f.unapplied("P1", "2025-02-01"), std::int64_t(7000));
        QCOMPARE(f.unapplied("D1", "2025-02-01"), std::int64_t(3000));
        QCOMPARE(f.open("I1", "2025-02-01"), std::int64_t(10000));
    }
    void payersAreGivenOrShared()
    {
        ImportFixture f;
        f.take("customer_id,name,payer_id\nA,Alpha,\nB,Beta,A\nC,Gamma,\n", u"c.csv"_s);
        f.take(invoices + "I4,C,2025-01-15,2025-02-14,USD,50.00\n");
        // B is paid by A, so both invoices share the payer A.
        auto r = f.stageText(head + "P1,,,2025-02-01,USD,150.00,I1,\nP1,,,2025-02-01,USD,150.00,I3,\n");
        QVERIFY(r && r->errors.empty());
        QCOMPARE(r->staged.credits.at(0).customer, f.customer("A")->id);
        r = f.stageText(head + "P1,,,2025-02-01,USD,150.00,I1,\nP1,,,2025-02-01,USD,150.00,I4,\n");
        QCOMPARE(counts(*r), QByteArray("0/0/0/2"));
        QVERIFY(firstError(*r).contains("different payers"));
        r = f.stageText(head + "P1,,,2025-02-01,USD,150.00,,\n");
        QCOMPARE(firstError(*r), QByteArray("2:customer_id:the payer is not known"));
        // C may pay the invoice of another.
        r = f.stageText(head + "P1,,C,2025-02-01,USD,50.00,I3,\n");
        QVERIFY(r->errors.empty());
        QCOMPARE(r->staged.credits.at(0).customer, f.customer("C")->id);
        QCOMPARE(r->staged.settlements.at(0).amount, std::int64_t(5000));
    }
    void rejected_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QByteArray>("count");
        QTest::addColumn<QByteArray>("error");
        const auto row = [](const char* name, const char* rows, const char* count, const char* error) {
            QTest::newRow(name) << QByteArray(rows) << QByteArray(count) << QByteArray(error);
        };
        row("unknown invoice", "P1,,A,2025-02-01,USD,10.00,I9,\n", "0/0/0/1", "2:invoice_no:is not an invoice");
        row("unknown customer", "P1,,Z,2025-02-01,USD,10.00,,\n", "0/0/0/1", "2:customer_id:is not a customer");
        row("zero", "P1,,A,2025-02-01,USD,0.00,I1,\n", "0/0/0/1", "2:amount:is not above zero");
        row("negative", "P1,,A,2025-02-01,USD,-5.00,I1,\n", "0/0/0/1", "2:amount:is not above zero");
        row("negative part", "P1,,A,2025-02-01,USD,5.00,I1,-1.00\n", "0/0/0/1", "2:allocated:is negative");
        row("one cent negative part", "P1,,A,2025-02-01,USD,5.00,I1,-0.01\n", "0/0/0/1", "2:allocated:is negative");
        row("part without invoice", "P1,,A,2025-02-01,USD,5.00,,1.00\n", "0/0/0/1", "2:invoice_no:is missing");
        row("another amount", "P1,,A,2025-02-01,USD,100.00,I1,10.00\nP1,,A,2025-02-01,USD,90.00,I2,10.00\n", "1/0/0/1",
            "3:amount:is 100.00 in row 2");
        row("parts exceed the amount", "P1,,A,2025-02-01,USD,100.00,I1,60.00\nP1,,A,2025-02-01,USD,100.00,I2,60.00\n",
            "0/0/0/2", "2:allocated:the parts of this payment sum to 120.00");
        row("another currency", "P1,,A,2025-02-01,EUR,100.00,I1,60.00\n", "0/0/0/1",
            "2:currency:is EUR, the invoice is in USD");
        row("two currencies", "P1,,A,2025-02-01,USD,80.00,I1,10.00\nP1,,A,2025-02-01,EUR,80.00,E1,10.00\n", "1/0/0/1",
            "3:currency:is USD in row 2");
        row("unknown currency", "P1,,A,2025-02-01,XXQ,80.00,I1,10.00\n", "0/0/0/1", "2:currency:is not a currency");
        row("unknown kind", "P1,gift,A,2025-02-01,USD,80.00,I1,10.00\n", "0/0/0/1", "2:kind:is not a kind");
        row("no reference", ",,A,2025-02-01,USD,80.00,I1,10.00\n", "0/0/0/1", "2:payment_ref:is missing");
        row("write-off beyond open", "W1,write_off,A,2025-02-01,USD,150.00,I1,150.00\n", "0/0/0/1",
            "2:allocated:is more than is open, 100.00 USD");
        row("write-off without invoice", "W1,write_off,A,2025-02-01,USD,10.00,,\n", "0/0/0/1",
            "2:invoice_no:is missing");
        row("reversal of nothing", "P9,reversal,A,2025-02-01,USD,10.00,,\n", "0/0/0/1", "2:payment_ref:is no payment");
        row("credit note unknown", "CN9,credit_note,A,2025-02-01,USD,10.00,I1,\n", "0/0/0/1",
            "2:payment_ref:is no credit note");
        row("reversal before payment", "P1,,A,2025-02-05,USD,10.00,,\nP1,reversal,A,2025-02-06,USD,11.00,,\n",
            "1/0/0/1", "3:amount:differs from the payment, 10.00 USD");
        row("reversed twice",
            "P1,,A,2025-02-05,USD,10.00,,\nP1,reversal,A,2025-02-06,USD,10.00,,\nP1,reversal,A,2025-02-07,USD,10.00,,"
            "\n",
            "2/0/0/1", "4:date:is already reversed on 2025-02-06");
    }
    void rejected()
    {
        QFETCH(QByteArray, rows);
        QFETCH(QByteArray, count);
        QFETCH(QByteArray, error);
        ImportFixture f;
        f.take(invoices);
        const auto r = f.stageText(head + rows);
        QVERIFY(r);
        QCOMPARE(counts(*r), count);
        QVERIFY2(firstError(*r).startsWith(error), firstError(*r).constData());
        f.commit(r->staged); // what is left obeys the ledger equations
    }
    void writeOff()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head
               + "P1,,A,2025-02-01,USD,70.00,I1,70.00\nW1,write_off,A,2025-02-10,USD,30.00,I1,30.00\nW2,write_off,A,"
                 "2025-02-10,USD,200.00,I2,\n");
        QCOMPARE(f.open("I1", "2025-02-09"), std::int64_t(3000));
        QCOMPARE(f.open("I1", "2025-02-10"), std::int64_t(0));
        QCOMPARE(f.open("I2", "2025-02-10"), std::int64_t(0));
        QCOMPARE(f.credits.size(), std::size_t(1)); // a write-off is no credit
    }
    void creditNotesAreAllocated()
    {
        ImportFixture f;
        f.take("invoice_no,customer_id,kind,invoice_date,due_date,currency,amount\nI1,A,invoice,2025-01-10,,USD,100."
               "00\nN1,A,credit_note,2025-01-20,,USD,-40.00\n");
        QCOMPARE(f.unapplied("N1", "2025-01-20"), std::int64_t(4000));
        f.take(head + "N1,credit_note,A,2025-02-01,USD,40.00,I1,25.00\n");
        QCOMPARE(f.open("I1", "2025-02-01"), std::int64_t(7500));
        QCOMPARE(f.unapplied("N1", "2025-02-01"), std::int64_t(1500));
        QCOMPARE(f.unapplied("N1", "2025-01-31"), std::int64_t(4000));
        QCOMPARE(f.credits.size(), std::size_t(1));
    }
    void reversalOpensAgain()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head
               + "P1,,A,2025-02-01,USD,100.00,I1,\nP1,reversal,A,2025-02-10,USD,100.00,,\nP2,,A,2025-02-20,USD,100.00,"
                 "I1,\n");
        QCOMPARE(f.open("I1", "2025-02-05"), std::int64_t(0));
        QCOMPARE(f.open("I1", "2025-02-10"), std::int64_t(10000));
        QCOMPARE(f.open("I1", "2025-02-20"), std::int64_t(0));
        QCOMPARE(f.unapplied("P1", "2025-02-15"), std::int64_t(0));
    }
    void reversalOfAPostedPayment()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,100.00,I1,\n");
        f.take(head + "P1,reversal,,2025-02-10,USD,100.00,,\nP2,,A,2025-02-12,USD,40.00,I1,\n");
        QCOMPARE(f.open("I1", "2025-02-09"), std::int64_t(0));
        QCOMPARE(f.open("I1", "2025-02-10"), std::int64_t(10000));
        QCOMPARE(f.open("I1", "2025-02-12"), std::int64_t(6000));
    }
    void aPaymentBeforeItsInvoiceWaits()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-01-01,USD,100.00,I1,\n");
        QCOMPARE(f.unapplied("P1", "2025-01-05"), std::int64_t(10000));
        QCOMPARE(f.open("I1", "2025-01-10"), std::int64_t(0));
        QCOMPARE(f.unapplied("P1", "2025-01-10"), std::int64_t(0));
    }
    void anEarlierRowLeavesLaterMoneyAlone()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-20,USD,80.00,I1,80.00\n");
        // Entered later, dated earlier: 20 is all that may still be taken, or the invoice would fall below zero.
        f.take(head + "P2,,A,2025-02-01,USD,50.00,I1,50.00\n");
        QCOMPARE(f.open("I1", "2025-02-01"), std::int64_t(8000));
        QCOMPARE(f.open("I1", "2025-02-20"), std::int64_t(0));
        QCOMPARE(f.unapplied("P2", "2025-02-20"), std::int64_t(3000));
    }
    void recoveryIsCashOfItsOwn()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "R1,recovery,A,2025-02-01,USD,15.00,,\n");
        QVERIFY(f.credits[0].row.kind == CreditKind::Recovery);
        QCOMPARE(f.unapplied("R1", "2025-02-01"), std::int64_t(0));
    }
    void theSameRowsAgainChangeNothing()
    {
        ImportFixture f;
        f.take(invoices);
        const QByteArray rows = "P1,,A,2025-02-01,USD,250.00,I1,130.00\nP1,,A,2025-02-03,USD,250.00,I2,120.00\nP2,,A,"
                                "2025-02-04,USD,50.00,I2,\n"
                                "W1,write_off,B,2025-02-10,USD,50.00,I3,50.00\nD1,deposit,A,2025-02-05,USD,9.00,,\nP2,"
                                "reversal,A,2025-02-08,USD,50.00,,\n";
        const auto first = f.take(head + rows);
        QCOMPARE(counts(first), QByteArray("6/0/0/0"));
        const auto again = f.stageText(head + rows + "\n"); // another hash, the same rows
        QVERIFY(again);
        QCOMPARE(counts(*again), QByteArray("0/0/6/0"));
        QVERIFY(again->staged.changesNothing());
    }
    void newRowsOfAKnownPayment()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,250.00,I1,100.00\n");
        const auto r = f.take(head + "P1,,A,2025-02-01,USD,250.00,I1,100.00\nP1,,A,2025-02-09,USD,250.00,I2,120.00\n");
        QCOMPARE(counts(r), QByteArray("0/1/1/0"));
        QCOMPARE(f.credits.size(), std::size_t(1));
        QCOMPARE(f.open("I2", "2025-02-09"), std::int64_t(8000));
        QCOMPARE(f.unapplied("P1", "2025-02-09"), std::int64_t(3000));
        const auto other = f.stageText(head + "P1,,A,2025-02-01,USD,251.00,I1,100.00\n");
        QVERIFY(firstError(*other).startsWith("2:amount:is posted with another amount, 250.00 USD"));
    }
    void theSameLineTwiceIsTwoAllocations()
    {
        ImportFixture f;
        f.take(invoices);
        const QByteArray row = "P1,,A,2025-02-01,USD,100.00,I2,40.00\n";
        f.take(head + row + row);
        QCOMPARE(f.open("I2", "2025-02-01"), std::int64_t(12000)); // 200 - 40 - 40
        const auto again = f.stageText(head + row + row + "\n");
        QCOMPARE(counts(*again), QByteArray("0/0/2/0"));
    }
    void theSameNumberOfTwoCustomers()
    {
        ImportFixture f;
        f.take("invoice_no,customer_id,invoice_date,currency,amount\n7,A,2025-01-10,USD,100.00\n7,B,2025-01-10,USD,60."
               "00\n");
        auto r = f.stageText(head + "P1,,B,2025-02-01,USD,60.00,7,\n");
        QCOMPARE(r->staged.settlements.at(0).amount, std::int64_t(6000));
        r = f.stageText(head + "P1,,,2025-02-01,USD,60.00,7,\n");
        QVERIFY2(firstError(*r).startsWith("2:invoice_no:belongs to several invoices: "), firstError(*r).constData());
    }
    void oneCallTakesInvoicesFirst()
    {
        ImportFixture f;
        const QString p = f.file(u"a_payments.csv"_s, head + "P1,,A,2025-02-01,USD,100.00,I1,\n");
        const QString i = f.file(u"b_invoices.csv"_s, invoices);
        const QString h = f.file(u"c_holidays.csv"_s, "date,name\n2025-01-01,New Year\n");
        const auto r = f.stageFiles({p, i, h});
        QVERIFY(r);
        QCOMPARE(r->files[0].kind, FileKind::Holidays);
        QCOMPARE(r->files[1].kind, FileKind::Invoices);
        QCOMPARE(r->files[2].kind, FileKind::Payments);
        QCOMPARE(r->errorCount, std::int64_t(0));
    }
    void controlTotalCountsAPaymentOnce()
    {
        ImportFixture f;
        f.take(invoices);
        f.options.controlTotals = {{25000, *Currency::parse(std::string_view("USD"))}};
        const QByteArray rows = "P1,,A,2025-02-01,USD,250.00,I1,100.00\nP1,,A,2025-02-03,USD,250.00,I2,120.00\n";
        QVERIFY(f.stageText(head + rows)->mayCommit());
        f.options.controlTotals[0].minor = 25001;
        const auto r = f.stageText(head + rows);
        QVERIFY(!r->mayCommit());
        QVERIFY(say(r->blockers[0].what).contains(u"-0.01 USD"_s));
    }
};

QTEST_APPLESS_MAIN(TestImportPayments)
#include "tst_importpayments.moc"
