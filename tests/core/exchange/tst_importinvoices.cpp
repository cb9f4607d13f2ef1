// Invoices: keys, kinds, due dates, history in one file, changes of posted lines.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "invoice_no,customer_id,kind,invoice_date,due_date,currency,amount\n";

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

class TestImportInvoices : public QObject {
    Q_OBJECT
private slots:
    void kindsAndSigns()
    {
        ImportFixture f;
        const auto r = f.take(
            head
            + "1,A,,2025-01-10,,USD,100.00\n2,A,invoice,2025-01-10,,USD,-30.00\n3,A,credit_note,2025-01-10,,USD,20.00\n"
              "4,A,credit_note,2025-01-10,,USD,-10.00\n5,A,debit_note,2025-01-10,,USD,5.00\n6,A,finance_charge,2025-01-"
              "10,,USD,1.00\n7,A,invoice,2025-01-10,,USD,0.00\n");
        QCOMPARE(counts(r), QByteArray("7/0/0/0"));
        QCOMPARE(f.debits.size(), std::size_t(4));
        QCOMPARE(f.credits.size(), std::size_t(3));
        QCOMPARE(f.unapplied("2", "2025-01-10"), std::int64_t(3000));
        QCOMPARE(f.unapplied("3", "2025-01-10"), std::int64_t(2000));
        QCOMPARE(f.unapplied("4", "2025-01-10"), std::int64_t(1000));
        QVERIFY(f.debits[1].row.kind == DebitKind::DebitNote);
        QCOMPARE(f.open("7", "2025-01-10"), std::int64_t(0));
        QCOMPARE(r.files[0].total.in(f.info.base).minor,
                 std::int64_t(10000 - 3000 + 2000 - 1000 + 500 + 100)); // as written
    }
    void dueDates()
    {
        ImportFixture f;
        f.take("customer_id,name,terms_days\nA,Alpha,14\nB,Beta,\n", u"c.csv"_s);
        f.take("invoice_no,customer_id,invoice_date,due_date,terms_days,amount\n1,A,2025-01-10,2025-03-01,10,1\n2,A,"
               "2025-01-10,,10,1\n3,A,2025-01-10,,,1\n4,B,2025-01-10,,,1\n5,A,2025-01-10,,0,1\n");
        const auto due = [&](std::size_t i) { return Date(f.debits[i].row.due).toIso(); };
        QCOMPARE(due(0), u"2025-03-01"_s);
        QCOMPARE(due(1), u"2025-01-20"_s);
        QCOMPARE(due(2), u"2025-01-24"_s);
        QCOMPARE(due(3), u"2025-02-09"_s);
        QCOMPARE(due(4), u"2025-01-10"_s);
        QVERIFY(f.debits[0].row.dueSource == DueSource::Given);
        QVERIFY(f.debits[1].row.dueSource == DueSource::RowTerms);
        QVERIFY(f.debits[2].row.dueSource == DueSource::CustomerTerms);
        QVERIFY(f.debits[3].row.dueSource == DueSource::PolicyDefault);
        QCOMPARE(f.debits[1].row.terms, std::int16_t(10));
        QCOMPARE(f.debits[2].row.terms, std::int16_t(-1));
    }
    void unknownCustomersAreCreatedIncomplete()
    {
        ImportFixture f;
        f.take(head + "1,007,,2025-01-10,,USD,100.00\n");
        QVERIFY(f.customer("007") && f.customer("007")->incomplete);
        QVERIFY(!f.customer("7"));
        const auto r = f.take("customer_id,name,tier\n007,Bond Ltd,A\n", u"c.csv"_s);
        QCOMPARE(counts(r), QByteArray("0/1/0/0"));
        QVERIFY(!f.customer("007")->incomplete);
        QCOMPARE(f.customer("007")->name, u"Bond Ltd"_s);
    }
    void paidDateMakesAPayment()
    {
        ImportFixture f;
        const QByteArray rows =
            "invoice_no,customer_id,invoice_date,due_date,amount,paid_date,paid_amount\n1,A,2025-01-10,2025-02-09,100."
            "00,2025-02-01,\n"
            "2,A,2025-01-10,2025-02-09,100.00,2025-02-01,40.00\n3,A,2025-01-10,2025-02-09,100.00,,\n";
        f.take(rows);
        QCOMPARE(f.open("1", "2025-02-01"), std::int64_t(0));
        QCOMPARE(f.open("2", "2025-02-01"), std::int64_t(6000));
        QCOMPARE(f.open("3", "2025-02-01"), std::int64_t(10000));
        QCOMPARE(f.credits.size(), std::size_t(2));
        const auto again = f.stageText(rows + "\n");
        QCOMPARE(counts(*again), QByteArray("0/0/3/0"));
        QVERIFY(again->staged.changesNothing());
        // The open one is paid in the next export.
        const auto later = f.take("invoice_no,customer_id,invoice_date,due_date,amount,paid_date\n3,A,2025-01-10,2025-"
                                  "02-09,100.00,2025-03-03\n");
        QCOMPARE(counts(later), QByteArray("0/1/0/0"));
        QCOMPARE(f.open("3", "2025-03-03"), std::int64_t(0));
    }
    void unchangedChangedNew()
    {
        ImportFixture f;
        f.take(head + "1,A,,2025-01-10,2025-02-09,USD,100.00\n2,A,,2025-01-10,2025-02-09,USD,200.00\n");
        f.take("payment_ref,customer_id,date,amount,invoice_no\nP1,A,2025-01-20,60.00,1\n", u"p.csv"_s);
        const auto r = f.take(head
                              + "1,A,,2025-01-10,2025-02-20,USD,110.00\n2,A,,2025-01-10,2025-02-09,USD,200.00\n3,A,,"
                                "2025-01-10,2025-02-09,USD,5.00\n");
        QCOMPARE(counts(r), QByteArray("1/1/1/0"));
        QCOMPARE(r.staged.retractedDebits.size(), std::size_t(1));
        QCOMPARE(f.count("1"), 1U);
        QCOMPARE(f.open("1", "2025-01-19"), std::int64_t(11000));
        QCOMPARE(f.open("1", "2025-01-20"), std::int64_t(5000)); // its payment came along: 110 - 60
        QCOMPARE(f.unapplied("P1", "2025-01-20"), std::int64_t(0));
    }
    void aChangeThatBreaksAllocationsIsRejected()
    {
        ImportFixture f;
        f.take(head + "1,A,,2025-01-10,2025-02-09,USD,100.00\n");
        f.take("payment_ref,customer_id,date,amount,invoice_no\nP1,A,2025-01-20,60.00,1\n", u"p.csv"_s);
        auto r = f.stageText(head + "1,A,,2025-01-10,2025-02-09,USD,59.99\n");
        QCOMPARE(firstError(*r), QByteArray("2:amount:is less than what is settled of this invoice, 60.00 USD"));
        QVERIFY(r->staged.retractedDebits.empty());
        r = f.stageText(head + "1,A,,2025-01-10,2025-02-09,EUR,100.00\n");
        QVERIFY(firstError(*r).startsWith("2:currency:cannot change"));
        r = f.stageText(head + "1,A,,2025-01-10,2025-02-09,USD,60.00\n");
        QCOMPARE(counts(*r), QByteArray("0/1/0/0"));
    }
    void creditNotesChangeToo()
    {
        ImportFixture f;
        f.take(head + "1,A,,2025-01-10,,USD,100.00\nN,A,credit_note,2025-01-10,,USD,30.00\n");
        f.take(
            "payment_ref,kind,customer_id,date,amount,invoice_no,allocated\nN,credit_note,A,2025-01-20,30.00,1,20.00\n",
            u"p.csv"_s);
        auto r = f.stageText(head + "N,A,credit_note,2025-01-10,,USD,19.00\n");
        QVERIFY(firstError(*r).startsWith("2:amount:is less than what is applied of this credit note, 20.00"));
        f.take(head + "N,A,credit_note,2025-01-12,,USD,25.00\n1,A,,2025-01-10,,USD,110.00\n");
        QCOMPARE(f.open("1", "2025-01-20"), std::int64_t(9000)); // 110 - 20
        QCOMPARE(f.unapplied("N", "2025-01-20"), std::int64_t(500));
    }
    void absentColumnsKeepWhatIsPosted()
    {
        ImportFixture f;
        f.take("invoice_no,customer_id,invoice_date,due_date,amount,product_line,po_number,net_amount,service_date\n1,"
               "A,2025-01-10,2025-02-09,100.00,Tools,PO7,84.03,2025-01-05\n");
        auto r = f.stageText("invoice_no,customer_id,invoice_date,due_date,amount\n1,A,2025-01-10,2025-02-09,100.00\n");
        QCOMPARE(counts(*r), QByteArray("0/0/1/0"));
        r = f.stageText(
            "invoice_no,customer_id,invoice_date,due_date,amount,po_number\n1,A,2025-01-10,2025-02-09,100.00,\n");
        QCOMPARE(counts(*r), QByteArray("0/1/0/0"));
        QCOMPARE(r->staged.debits.at(0).row.netAmount, std::int64_t(8403));
    }
    void derivedDueDatesStay()
    {
        ImportFixture f;
        f.take("customer_id,name,terms_days\nA,Alpha,14\n", u"c.csv"_s);
        const QByteArray rows = "invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,100.00\n";
        f.take(rows);
        f.take("customer_id,name,terms_days\nA,Alpha,60\n", u"c.csv"_s);
        QCOMPARE(counts(*f.stageText(rows + "\n")), QByteArray("0/0/1/0"));
    }
    void duplicatesInOneFile()
    {
        ImportFixture f;
        const auto r = f.stageText(head
                                   + "1,A,,2025-01-10,,USD,100.00\n1,A,,2025-01-10,,USD,100.00\n1,A,,2025-01-10,,USD,"
                                     "101.00\n1,B,,2025-01-10,,USD,101.00\n1,A,debit_note,2025-01-10,,USD,7.00\n");
        QCOMPARE(counts(*r), QByteArray("3/0/1/1"));
        QCOMPARE(firstError(*r), QByteArray("4:invoice_no:is given twice for this customer; row 2 says otherwise"));
    }
    void companiesArePartOfTheKey()
    {
        ImportFixture f;
        f.take("invoice_no,customer_id,company,invoice_date,amount\n1,A,DE,2025-01-10,100.00\n1,A,FR,2025-01-10,50."
               "00\n1,A,,2025-01-10,25.00\n");
        QCOMPARE(f.count("1"), 3U);
        QCOMPARE(f.book->companies().size(), 2U);
        f.options.company = u"FR"_s;
        auto r = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,50.00\n");
        QCOMPARE(counts(*r), QByteArray("0/0/1/0"));
        // A payment that names the company finds its invoice.
        f.options.company.clear();
        r = f.stageText("payment_ref,customer_id,company,date,amount,invoice_no\nP,A,FR,2025-02-01,50.00,1\n");
        QCOMPARE(r->errorCount, std::int64_t(0));
        QCOMPARE(r->staged.settlements.at(0).amount, std::int64_t(5000));
        r = f.stageText("payment_ref,customer_id,date,amount,invoice_no\nP,A,2025-02-01,50.00,1\n");
        QVERIFY(firstError(*r).contains("several invoices"));
    }
    void disputesOpenOnOpenItemsOnce()
    {
        ImportFixture f;
        const QByteArray rows = "invoice_no,customer_id,invoice_date,amount,paid_date,disputed\n1,A,2025-01-10,100.00,,"
                                "yes\n2,A,2025-01-10,100.00,2025-02-01,yes\n3,A,2025-01-10,100.00,,no\n";
        const auto r = f.take(rows);
        const auto& list = r.staged.changes.of<Dispute>();
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list[0].after.openedOn, f.options.today);
        QCOMPARE(list[0].after.debit.value, f.debits[0].row.id);
        QVERIFY(f.stageText(rows + "\n")->staged.changes.of<Dispute>().empty());
    }
    void payerStatusIsKeptWhereItIsNews()
    {
        ImportFixture f;
        const QByteArray heading = "invoice_no,customer_id,invoice_date,amount,paid_date,payer_status\n";
        const auto r = f.take(heading
                              + "1,A,2025-01-10,100.00,,In approval\n2,A,2025-01-10,100.00,2025-02-01,scheduled\n"
                                "3,A,2025-01-10,100.00,,lost\n4,A,2025-01-10,100.00,,\n");
        // Of the open ones with a status that is one: the settled is no news, "lost" is told and left out.
        const auto& list = r.staged.changes.of<PayerStatus>();
        QCOMPARE(list.size(), std::size_t(1));
        QCOMPARE(list[0].after.debit.value, f.debits[0].row.id);
        QVERIFY(list[0].after.state == PayerState::InApproval);
        QCOMPARE(list[0].after.day, f.options.today);
        QCOMPARE(r.warningCount, std::int64_t(1));
        QVERIFY(r.warnings[0].message().contains(u"lost"_s));
        // Said again it is nothing new; another state is.
        QVERIFY(
            f.stageText(heading + "1,A,2025-01-10,100.00,,in approval\n")->staged.changes.of<PayerStatus>().empty());
        const auto later = f.stageText(heading + "1,A,2025-01-10,100.00,,scheduled\n");
        QCOMPARE(later->staged.changes.of<PayerStatus>().size(), std::size_t(1));
    }
    void statusesAndMarksFollowAReplacedLine()
    {
        ImportFixture f;
        f.take("invoice_no,customer_id,invoice_date,due_date,amount,payer_status,disputed\n"
               "1,A,2025-01-10,2025-02-09,100.00,received,yes\n");
        f.take("invoice_no,customer_id,invoice_date,due_date,amount\n1,A,2025-01-10,2025-02-19,100.00\n");
        const std::int64_t now = f.debits[0].row.id;
        QCOMPARE(f.book->rows<PayerStatus>()[0].debit.value, now);
        QCOMPARE(f.book->rows<Dispute>()[0].debit.value, now);
    }
    void promisesFollowAReplacedLine()
    {
        ImportFixture f;
        f.take(head + "1,A,,2025-01-10,2025-02-09,USD,100.00\n");
        f.take("customer_id,made_on,promised_for,amount,invoice_no\nA,2025-02-20,2025-03-01,100.00,1\n", u"pr.csv"_s);
        f.take(head + "1,A,,2025-01-10,2025-02-19,USD,100.00\n");
        const Promise& p = f.book->rows<Promise>()[0];
        QCOMPARE(p.lines.at(0).debit.value, f.debits[0].row.id);
        QVERIFY(f.book->ledger().debitRow(p.lines[0].debit) != noRow);
    }
    void spellingsMakeOneCustomer()
    {
        ImportFixture f;
        f.take("business_code,cust_number,name_customer,doc_id,posting_date,due_in_date,invoice_currency,total_open_"
               "amount\n"
               "U1,0200,ACME corp,1930000001.0,2020-03-01,2020-04-01,USD,10.5\nU1,0200,ACME "
               "llc,1930000002.0,2020-03-01,2020-04-01,USD,20.0\n"
               "U1,0200,ACME corp,1930000003.0,2020-03-01,2020-04-01,CAD,30.25\n");
        QCOMPARE(f.book->customers().size(), 1U);
        QCOMPARE(f.customer("0200")->name, u"ACME corp"_s);
        QCOMPARE(f.customer("0200")->spellings, QStringList{u"ACME llc"_s});
        QCOMPARE(f.open("1930000001", "2020-05-01"), std::int64_t(1050));
        QCOMPARE(f.open("1930000003", "2020-05-01"), std::int64_t(3025));
        QCOMPARE(f.book->companies()[0].code, u"U1"_s);
    }
    void settledHistoryIsOneFile()
    {
        ImportFixture f;
        const auto r =
            f.take("countryCode,customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate\n"
                   "391,0379-X,0000611365,1/2/2013,2/1/2013,55.94,Yes,1/15/2013\n406,8976-Y,0007900770,1/26/2013,2/25/"
                   "2013,61.74,No,3/3/2013\n");
        QCOMPARE(r.files[0].profile, u"settled-history"_s);
        QCOMPARE(f.open("0000611365", "2013-01-14"), std::int64_t(5594));
        QCOMPARE(f.open("0000611365", "2013-01-15"), std::int64_t(0));
        QCOMPARE(f.open("0007900770", "2013-03-02"), std::int64_t(6174));
        QVERIFY(r.staged.changes.of<Dispute>().empty());
        QCOMPARE(f.customer("0379-X")->country, u"391"_s);
    }
    void cashKnownThrough()
    {
        ImportFixture f;
        f.options.cashThrough = ImportFixture::day("2025-03-31");
        f.take("invoice_no,customer_id,company,invoice_date,amount\n1,A,DE,2025-01-10,100.00\n");
        QCOMPARE(f.book->cashThrough(1), ImportFixture::day("2025-03-31"));
        ImportFixture g;
        g.options.cashThrough = ImportFixture::day("2025-03-31");
        g.take("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,100.00\n");
        QCOMPARE(g.book->cashThrough(0), ImportFixture::day("2025-03-31"));
        g.options.cashThrough = ImportFixture::day("2025-04-30");
        g.take("payment_ref,customer_id,date,amount,invoice_no\nP,A,2025-04-01,50.00,1\n");
        QCOMPARE(g.book->cashThrough(0), ImportFixture::day("2025-04-30"));
        QCOMPARE(g.book->companies().size(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestImportInvoices)
#include "tst_importinvoices.moc"
