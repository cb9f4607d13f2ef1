// Posting from the command line: what is made, what is refused and with which exit code.
#include "tests/app/ctldesk.h"

using namespace duedesk::ctltest;

class TestCtlPosting : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_book = m_desk.smallBook();
    } // 0001: 600.00 of 1,000.00 open, 0002: 500.00; P1 of 400.00 is allocated
    void writesOff();
    void movesMoney();
    void charges();
    void refuses();
    void numbersBelowZero();
    void theLedgersFileComesLater();
    void examplesHaveTheCurrencysDigits();
    void equalNumbers();
    void isVerified();

private:
    Ran run(const QStringList& arguments) const
    {
        return m_desk.run(QStringList{u"--book"_s, m_book, u"--now"_s, u"2025-11-14T09:00:00Z"_s, u"--user"_s, u"me"_s}
                          + arguments);
    }
    QString open(const QString& number) const
    {
        const Ran items = run({u"items"_s});
        for (int row = 0; row + 1 < items.rows().size(); ++row)
            if (items.cell(row, u"number"_s) == number)
                return items.cell(row, u"open"_s);
        return {};
    }
    CtlDesk m_desk;
    QString m_book;
};

void TestCtlPosting::writesOff()
{
    const Ran done = run({u"write-off"_s, u"0001"_s, u"0.50"_s, u"--reason"_s, u"bank charges"_s});
    QCOMPARE(done.code, 0);
    QCOMPARE(done.out, u"1\n0.50 USD of 0001 written off; 599.50 USD stay open.\n"_s);
    QCOMPARE(open(u"0001"_s), u"599.50"_s);
    const Ran quiet = run({u"--quiet"_s, u"write-off"_s, u"0001"_s, u"599.50"_s, u"--reason"_s, u"insolvent"_s});
    QVERIFY2(quiet.out.trimmed().toLongLong() > 1, qPrintable(quiet.out)); // the id, nothing else
    QCOMPARE(open(u"0001"_s), QString());
    QVERIFY(run({u"timeline"_s, u"C1"_s}).out.contains(u"insolvent"_s));
}

void TestCtlPosting::movesMoney()
{
    QCOMPARE(run({u"credits"_s}).rows().size(), 1); // all is allocated
    const Ran back = run({u"unallocate"_s, u"P1"_s, u"0001"_s});
    QCOMPARE(back.code, 0);
    QVERIFY(back.out.endsWith(u"400.00 USD of P1 taken back from 0001.\n"));
    QCOMPARE(open(u"0001"_s), u"1000.00"_s);
    const Ran credits = run({u"credits"_s});
    QCOMPARE(credits.header(), u"id,date,customer,reference,currency,amount,unapplied,kind"_s);
    QCOMPARE(credits.cell(0, u"unapplied"_s), u"400.00"_s);
    QCOMPARE(run({u"allocate"_s, u"P1"_s, u"0002"_s, u"150.00"_s}).code, 0);
    QCOMPARE(run({u"allocate"_s, u"P1"_s, u"0001"_s}).code, 0); // the rest of it
    QCOMPARE(open(u"0002"_s), u"350.00"_s);
    QCOMPARE(open(u"0001"_s), u"750.00"_s);
    QCOMPARE(run({u"credits"_s}).rows().size(), 1);
    QCOMPARE(run({u"credits"_s, u"--all"_s}).rows().size(), 2);
}

void TestCtlPosting::charges()
{
    const QStringList charge{u"charge"_s, u"C1"_s,     u"--number"_s,   u"FC-1"_s,     u"--amount"_s,
                             u"12.50"_s,  u"--date"_s, u"2025-11-01"_s, u"--reason"_s, u"interest"_s};
    const Ran done = run(charge);
    QCOMPARE(done.code, 0);
    QVERIFY(done.out.endsWith(u"FC-1 over 12.50 USD charged to Orion Clinics, due 1 Dec.\n"));
    QCOMPARE(open(u"FC-1"_s), u"12.50"_s);
    const Ran twice = run(charge);
    QCOMPARE(twice.code, 4);
    QVERIFY(twice.err.contains(u"number"));
}

void TestCtlPosting::refuses()
{
    const auto refused = [&](const QStringList& arguments, int code, const QString& words) {
        const Ran r = run(arguments);
        QCOMPARE(r.code, code);
        QVERIFY2(r.err.contains(words), qPrintable(r.err));
        QCOMPARE(r.out, QString());
    };
    refused({u"write-off"_s, u"0001"_s, u"600.01"_s, u"--reason"_s, u"x"_s}, 4, u"600.00 USD open of 0001"_s);
    refused({u"write-off"_s, u"0001"_s, u"1.00"_s}, 4, u"reason"_s);
    refused({u"write-off"_s, u"0001"_s, u"much"_s, u"--reason"_s, u"x"_s}, 1, u"AMOUNT"_s);
    refused({u"write-off"_s, u"7777"_s, u"1.00"_s, u"--reason"_s, u"x"_s}, 2, u"INVOICE"_s);
    refused({u"write-off"_s, u"0001"_s}, 1, u"usage: write-off"_s);
    refused({u"allocate"_s, u"P1"_s, u"0002"_s}, 4, u"nothing is left of P1"_s);
    refused({u"allocate"_s, u"P9"_s, u"0002"_s}, 2, u"CREDIT"_s);
    refused({u"allocate"_s, u"P1"_s, u"0002"_s, u"0"_s}, 4, u"amount"_s);
    refused({u"unallocate"_s, u"P1"_s, u"0002"_s}, 4, u"is not settled by P1"_s);
    refused({u"charge"_s, u"C1"_s, u"--number"_s, u"F"_s, u"--amount"_s, u"1"_s}, 4, u"reason"_s);
    refused({u"charge"_s, u"nobody"_s, u"--number"_s, u"F"_s, u"--amount"_s, u"1"_s}, 2, u"CUSTOMER"_s);
    refused({u"--as-of"_s, u"2025-10-01"_s, u"unallocate"_s, u"P1"_s, u"0001"_s}, 1, u"--as-of"_s);
    QCOMPARE(open(u"0001"_s), u"600.00"_s);
}

// "-1" is a number, not an option.
void TestCtlPosting::numbersBelowZero()
{
    const auto refused = [&](const QStringList& arguments, const QString& start) {
        const Ran r = run(arguments);
        QCOMPARE(r.code, 1);
        QVERIFY2(r.err.startsWith(u"error: "_s + start + u": an amount must be above 0 ("), qPrintable(r.err));
        QCOMPARE(r.out, QString());
    };
    refused({u"write-off"_s, u"0001"_s, u"-1"_s}, u"AMOUNT"_s);
    refused({u"write-off"_s, u"0001"_s, u"-0.50"_s, u"--reason"_s, u"x"_s}, u"AMOUNT"_s);
    refused({u"write-off"_s, u"--reason"_s, u"x"_s, u"0001"_s, u"--"_s, u"-.5"_s}, u"AMOUNT"_s);
    refused({u"allocate"_s, u"P1"_s, u"0002"_s, u"-20.00"_s}, u"AMOUNT"_s);
    refused({u"charge"_s, u"C1"_s, u"--number"_s, u"F"_s, u"--amount"_s, u"-1"_s, u"--reason"_s, u"x"_s},
            u"--amount"_s);
    refused({u"log"_s, u"C1"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"-5.00:2025-11-28"_s}, u"--promise"_s);
    const Ran other = run({u"timeline"_s, u"C1"_s, u"-1"_s}); // no amount belongs there
    QCOMPARE(other.code, 1);
    QVERIFY2(other.err.contains(u"option"), qPrintable(other.err));
    QCOMPARE(open(u"0001"_s), u"600.00"_s);
}

void TestCtlPosting::theLedgersFileComesLater()
{
    QCOMPARE(run({u"write-off"_s, u"0002"_s, u"500.00"_s, u"--reason"_s, u"insolvent"_s}).code, 0);
    m_desk.write(u"w.csv"_s, "payment_ref,kind,date,currency,amount,invoice_no,allocated\n"
                             "W1,write_off,2025-11-13,USD,500.00,0002,500.00\n");
    const Ran r = run({u"import"_s, u"w.csv"_s});
    QCOMPARE(r.code, 0);
    QVERIFY2(r.err.contains(u"w.csv: 1 write-off was made here before: it is the same, and counts once"),
             qPrintable(r.err));
    QVERIFY2(
        r.err.contains(u"w.csv:2:invoice_no: is the write-off of 0002 that was made here, 500.00 USD on 14 Nov: it "
                       "counts once"),
        qPrintable(r.err));
    QCOMPARE(open(u"0002"_s), QString());
    QCOMPARE(run({u"verify"_s}).code, 0);
    QCOMPARE(run({u"audit"_s, u"verify"_s}).code, 0);
}

void TestCtlPosting::examplesHaveTheCurrencysDigits()
{
    m_desk.write(u"j.csv"_s, "invoice_no,customer_id,invoice_date,currency,amount\nJ1,C1,2025-09-01,JPY,90000\n"
                             "K1,C1,2025-09-01,KWD,90.5\n");
    QCOMPARE(run({u"import"_s, u"j.csv"_s}).code, 0);
    const auto example = [&](const QString& invoice, const QString& like) {
        const Ran r = run({u"write-off"_s, invoice, u"much"_s, u"--reason"_s, u"x"_s});
        QCOMPARE(r.code, 1);
        QVERIFY2(r.err.endsWith(u"like "_s + like + u'\n'), qPrintable(r.err));
    };
    example(u"J1"_s, u"1250"_s);
    example(u"K1"_s, u"1250.000"_s);
    example(u"0001"_s, u"1250.00"_s);
}

void TestCtlPosting::equalNumbers()
{
    m_desk.write(u"c2.csv"_s, "customer_id,name\nC2,Other\n");
    m_desk.write(u"i2.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                              "0001,C2,2025-09-01,2025-10-01,USD,70.00\n");
    QCOMPARE(run({u"import"_s, u"c2.csv"_s, u"i2.csv"_s}).code, 0);
    const Ran which = run({u"write-off"_s, u"0001"_s, u"1.00"_s, u"--reason"_s, u"x"_s});
    QCOMPARE(which.code, 2);
    QVERIFY(which.err.contains(u"--customer"));
    QCOMPARE(run({u"write-off"_s, u"0001"_s, u"70.00"_s, u"--reason"_s, u"x"_s, u"--customer"_s, u"C2"_s}).code, 0);
    QCOMPARE(open(u"0001"_s), u"600.00"_s);
}

void TestCtlPosting::isVerified()
{
    QCOMPARE(run({u"unallocate"_s, u"P1"_s, u"0001"_s}).code, 0);
    QCOMPARE(run({u"write-off"_s, u"0002"_s, u"500.00"_s, u"--reason"_s, u"x"_s}).code, 0);
    QCOMPARE(run({u"verify"_s}).code, 0);
    QCOMPARE(run({u"audit"_s, u"verify"_s}).code, 0);
    const Ran undo = run({u"imports"_s, u"undo"_s, u"1"_s});
    QCOMPARE(undo.code, 4);
    QVERIFY(undo.err.contains(u"was written off"));
}

QTEST_GUILESS_MAIN(TestCtlPosting)
#include "tst_ctlposting.moc"
