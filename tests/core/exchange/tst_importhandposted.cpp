// What was posted by hand, and the ledger's own file that comes later: money counts once, what somebody decided stays, and
// the report names both.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray invoices = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                            "I1,A,2025-01-10,2025-02-09,USD,100.00\n"
                            "I2,A,2025-01-20,2025-02-19,USD,200.00\n"
                            "I3,B,2025-01-15,2025-02-14,USD,50.00\n";
const QByteArray head = "payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated\n";

QByteArray counts(const StagedReport& r)
{
    const FileReport& f = r.files.back();
    return QByteArray::number(f.added) + '/' + QByteArray::number(f.changed) + '/' + QByteArray::number(f.unchanged)
           + '/' + QByteArray::number(f.rejected);
}

QStringList said(const std::vector<Error>& list)
{
    QStringList out;
    for (const Error& e : list)
        out += say(e.what);
    return out;
}

qsizetype writeOffs(const ImportFixture& f, const char* number)
{
    return std::ranges::count_if(f.settlements,
                                 [&](const StagedSettlement& x) { return !x.credit && x.debit == f.debitOf(number); });
}

} // namespace

class TestImportHandPosted : public QObject {
    Q_OBJECT
private slots:
    void theLedgerBooksItDaysLater()
    {
        ImportFixture f;
        f.take(invoices);
        f.writeOffHere("I1", "2025-02-10", 3000);
        f.writeOffHere("I2", "2025-02-10", 20000);
        const QByteArray rows =
            "W1,write_off,A,2025-02-14,USD,30.00,I1,30.00\nW2,write_off,A,2025-02-17,USD,200.00,I2,\n";
        const auto r = f.take(head + rows);
        QCOMPARE(counts(r), QByteArray("0/2/0/0"));
        QCOMPARE(r.files.back().confirmed, std::int64_t(2));
        QCOMPARE(said(r.warnings),
                 (QStringList{u"2 write-offs were made here before: they are the same, and count once"_s,
                              u"is the write-off of I1 that was made here, 30.00 USD on 10 Feb: it counts once"_s,
                              u"is the write-off of I2 that was made here, 200.00 USD on 10 Feb: it counts once"_s}));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(7000)); // 100 - 30, once
        QCOMPARE(f.open("I2", "2025-03-01"), std::int64_t(0));
        QCOMPARE(writeOffs(f, "I1"), qsizetype(1));
        QCOMPARE(f.open("I1", "2025-02-13"), std::int64_t(10000)); // the ledger's day
        const auto again = f.stageText(head + rows + "\n");
        QCOMPARE(counts(*again), QByteArray("0/0/2/0"));
        QVERIFY(again->staged.changesNothing());
        QCOMPARE(again->warningCount, std::int64_t(0));
        // It is confirmed: another one of the same amount is another one.
        const auto more = f.take(head + "W3,write_off,A,2025-02-20,USD,30.00,I1,30.00\n");
        QCOMPARE(counts(more), QByteArray("1/0/0/0"));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(4000)); // 100 - 30 - 30
    }
    void anEarlierDayAndTheSameDay()
    {
        for (const char* day : {"2025-02-10", "2025-02-01", "2025-01-10"}) {
            ImportFixture f;
            f.take(invoices);
            f.writeOffHere("I1", "2025-02-10", 10000);
            const auto r = f.take(head + "W1,write_off,A," + day + ",USD,100.00,I1,\n");
            QCOMPARE(counts(r), QByteArray("0/1/0/0"));
            QCOMPARE(writeOffs(f, "I1"), qsizetype(1));
            QCOMPARE(f.open("I1", day), std::int64_t(0));
        }
    }
    void anotherAmountIsNeverGuessed()
    {
        ImportFixture f;
        f.take(invoices);
        f.writeOffHere("I1", "2025-02-10", 6000);
        for (const char* amount : {"40.00", "60.01", "100.00"}) {
            const auto r = f.stageText(head + "W1,write_off,A,2025-02-14,USD," + amount + ",I1," + amount + "\n");
            QCOMPARE(counts(*r), QByteArray("0/0/0/1"));
            QCOMPARE(said(r->errors),
                     QStringList{u"is another amount of I1 than was written off here, 60.00 USD on 10 Feb"_s});
            QCOMPARE(r->errors[0].value, QString::fromLatin1(amount));
        }
        // Where another row of the file is the one that was made here, the other is a new one, in whatever order.
        const auto both =
            f.take(head + "W1,write_off,A,2025-02-14,USD,40.00,I1,\nW2,write_off,A,2025-02-15,USD,60.00,I1,\n");
        QCOMPARE(counts(both), QByteArray("1/1/0/0"));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(0));
        QCOMPARE(writeOffs(f, "I1"), qsizetype(2));
    }
    void theRestOfAnInvoice()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,60.00\n", u"p.csv"_s);
        f.writeOffHere("I1", "2025-02-10", 4000);
        // The ledger gives the whole invoice and leaves the part open: 100 - 60 = 40.
        const auto r = f.take(head + "W1,write_off,A,2025-02-14,USD,100.00,I1,\n");
        QCOMPARE(counts(r), QByteArray("0/1/0/0"));
        QCOMPARE(writeOffs(f, "I1"), qsizetype(1));
        const auto again = f.stageText(head + "W1,write_off,A,2025-02-14,USD,100.00,I1,\n\n");
        QCOMPARE(counts(*again), QByteArray("0/0/1/0"));
    }
    void aChangedInvoiceTakesItAlong()
    {
        ImportFixture f;
        f.take(invoices);
        f.writeOffHere("I1", "2025-02-10", 10000);
        const QString i = f.file(u"i.csv"_s, QByteArray(invoices).replace("2025-02-09", "2025-02-20"));
        const QString p = f.file(u"p.csv"_s, head + "W1,write_off,A,2025-02-14,USD,100.00,I1,\n");
        const auto r = f.stageFiles({i, p});
        QVERIFY(r && r->errors.empty());
        f.commit(r->staged);
        QCOMPARE(f.count("I1"), std::uint32_t(1));
        QCOMPARE(f.open("I1", "2025-02-13"), std::int64_t(10000));
        QCOMPARE(f.open("I1", "2025-02-14"), std::int64_t(0));
        QCOMPARE(writeOffs(f, "I1"), qsizetype(1));
        QCOMPARE(counts(*f.stageText(head + "W1,write_off,A,2025-02-14,USD,100.00,I1,\n\n")), QByteArray("0/0/1/0"));
    }
    void referencesTellTwoWriteOffsApart()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "W1,write_off,A,2025-02-10,USD,10.00,I1,10.00\n");
        QCOMPARE(counts(f.take(head + "W2,write_off,A,2025-02-10,USD,10.00,I1,10.00\n", u"2.csv"_s)),
                 QByteArray("1/0/0/0"));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(8000)); // 100 - 10 - 10
        const auto both = f.stageText(head
                                      + "W2,write_off,A,2025-02-10,USD,10.00,I1,10.00\n"
                                        "W1,write_off,A,2025-02-10,USD,10.00,I1,10.00\n");
        QCOMPARE(counts(*both), QByteArray("0/0/2/0"));
        // So do the references of payments.
        f.take(head + "P1,,A,2025-02-11,USD,10.00,I1,10.00\n", u"3.csv"_s);
        f.take(head + "P2,,A,2025-02-11,USD,10.00,I1,10.00\n", u"4.csv"_s);
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(6000));
    }
    void withoutReferencesRowsCountAsOftenAsTheyStand()
    {
        ImportFixture f;
        f.take(invoices);
        const QByteArray row = ",write_off,A,2025-02-10,USD,10.00,I1,10.00\n",
                         other = ",write_off,A,2025-02-10,USD,5.00,I1,\n";
        QCOMPARE(counts(f.take(head + row + row + other)), QByteArray("3/0/0/0"));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(7500)); // 100 - 10 - 10 - 5
        QCOMPARE(counts(*f.stageText(head + row + other + row + "\n")), QByteArray("0/0/3/0"));
        QCOMPARE(counts(f.take(head + row + row + row)), QByteArray("1/0/2/0"));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(6500));
    }
    void stillOpenInTheLedger()
    {
        ImportFixture f;
        f.take(invoices);
        f.writeOffHere("I1", "2025-02-10", 10000);
        const auto r = f.take(invoices + "I4,B,2025-02-15,2025-03-14,USD,70.00\n");
        QCOMPARE(counts(r), QByteArray("1/0/3/0"));
        QCOMPARE(said(r.warnings),
                 QStringList{u"I1 is still open in the file, and was written off here: 100.00 USD on 10 Feb"_s});
        QCOMPARE(r.warnings[0].row, 2);
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(0));
        QCOMPARE(f.open("I4", "2025-03-01"), std::int64_t(7000));
        // The ledger's own write-off in the same call is the answer.
        const auto both = f.stageFiles({f.file(u"i.csv"_s, invoices + "\n"),
                                        f.file(u"p.csv"_s, head + "W1,write_off,A,2025-02-14,USD,100.00,I1,\n")});
        QVERIFY(!said(both->warnings).join(u'\n').contains(u"still open"));
    }
    void aSmallerAmountInTheLedger()
    {
        ImportFixture f;
        f.take(invoices);
        f.writeOffHere("I1", "2025-02-10", 10000);
        const auto r = f.take(QByteArray(invoices).replace("100.00", "99.00"));
        QCOMPARE(counts(r), QByteArray("0/0/3/0"));
        QVERIFY2(said(r.warnings)
                     .contains(u"is less than the 100.00 USD settled of I1, of which 100.00 USD was written off "
                               "here: the invoice stays as it was"_s),
                 qPrintable(said(r.warnings).join(u'\n')));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(0));
    }
    void paidInTheLedger()
    {
        const QByteArray paid = "invoice_no,customer_id,invoice_date,due_date,currency,amount,paid_date,paid_amount\n"
                                "I1,A,2025-01-10,2025-02-09,USD,100.00,2025-02-14,100.00\n";
        for (const std::int64_t made : {10000, 6000}) {
            ImportFixture f;
            f.take(invoices);
            f.writeOffHere("I1", "2025-02-10", made);
            const auto r = f.take(paid);
            const QString amount = Money{made, *Currency::parse(std::string_view("USD"))}.toString();
            QCOMPARE(counts(r), QByteArray("0/1/0/0"));
            QCOMPARE(said(r.warnings),
                     QStringList{
                         u"I1 was written off here, %1 on 10 Feb: %1 of what was paid stays unapplied"_s.arg(amount)});
            QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(0));
            QCOMPARE(f.unapplied("paid I1", "2025-03-01"),
                     made); // the money is there, and settles what was not given up
            const auto again = f.stageText(paid + "\n");
            QVERIFY(again->errors.empty() && again->staged.changesNothing());
        }
    }
    void paidBesideAnotherPayment()
    {
        // What was clipped once is the same row again, not another payment.
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,60.00\n", u"p.csv"_s);
        const QByteArray paid = "invoice_no,customer_id,invoice_date,due_date,currency,amount,paid_date,paid_amount\n"
                                "I1,A,2025-01-10,2025-02-09,USD,100.00,2025-02-14,100.00\n";
        f.take(paid);
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(0));
        QVERIFY(f.stageText(paid + "\n")->errors.empty());
    }
    void aPaymentOfWhatWasWrittenOff()
    {
        ImportFixture f;
        f.take(invoices);
        f.writeOffHere("I1", "2025-02-10", 10000);
        const auto r = f.take(head + "P1,,A,2025-02-14,USD,100.00,I1,100.00\nP2,,A,2025-02-14,USD,200.00,I2,\n");
        QCOMPARE(counts(r), QByteArray("2/0/0/0"));
        QCOMPARE(said(r.warnings),
                 QStringList{u"I1 was written off here, 100.00 USD on 10 Feb: 0.00 USD is allocated"_s});
        QCOMPARE(f.unapplied("P1", "2025-03-01"), std::int64_t(10000));
        QCOMPARE(f.open("I2", "2025-03-01"), std::int64_t(0));
    }
    void whatWasTakenBackStaysSo()
    {
        ImportFixture f;
        f.take(invoices);
        const QByteArray first = "P1,,A,2025-02-01,USD,60.00,I1,60.00\n";
        f.take(head + first);
        f.takeBackHere("P1", "I1");
        const auto grown = f.take(head + first + "P2,,A,2025-02-14,USD,200.00,I2,\n");
        QCOMPARE(counts(grown), QByteArray("1/0/1/0"));
        QCOMPARE(said(grown.warnings), QStringList{u"60.00 USD of P1 for I1 was taken back here, and stays so"_s});
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(10000));
        QCOMPARE(f.unapplied("P1", "2025-03-01"), std::int64_t(6000));
        // Another amount, day or invoice is what the ledger says now.
        QCOMPARE(counts(f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,50.00\n")), QByteArray("0/1/0/0"));
        QCOMPARE(f.open("I1", "2025-03-01"), std::int64_t(5000));
        QCOMPARE(counts(f.take(head + "P1,,A,2025-02-02,USD,60.00,I2,\n")), QByteArray("0/0/1/0")); // I2 is settled
    }
    void takenBackWhereThePartWasLeftOpen()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,\n");
        f.takeBackHere("P1", "I1");
        const auto r = f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,\n\n");
        QCOMPARE(counts(r), QByteArray("0/0/1/0"));
        QCOMPARE(said(r.warnings), QStringList{u"what of P1 went to I1 was taken back here, and stays so"_s});
    }
    void moreThanIsLeftOfThePayment()
    {
        ImportFixture f;
        f.take(invoices);
        f.take(head + "P1,,A,2025-02-01,USD,60.00,I1,40.00\n");
        // 20 are left of the payment, 200 are open on the invoice.
        const auto r = f.take(head + "P1,,A,2025-02-03,USD,60.00,I2,50.00\n");
        QCOMPARE(said(r.warnings), QStringList{u"is more than is left of the payment: 20.00 USD is allocated"_s});
        QCOMPARE(f.open("I2", "2025-03-01"), std::int64_t(18000));
    }
};

QTEST_APPLESS_MAIN(TestImportHandPosted)
#include "tst_importhandposted.moc"
