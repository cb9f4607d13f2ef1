// Rows that are no records are counted and named; every row below the headings is one of the five.
#include "tests/core/exchange/importfixture.h"

#include <numeric>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "customer_id,invoice_no,invoice_date,due_date,amount\n";

std::int64_t counted(const FileReport& f) { return f.added + f.changed + f.unchanged + f.rejected + f.skipped; }

} // namespace

class TestRowClasses : public QObject {
    Q_OBJECT
private slots:
    void namesThatBeginLikeTotalsAreRows()
    {
        ImportFixture f;
        const auto r = f.stageText(head
                                   + "TOTALENERGIES,T-1,2025-10-01,2025-10-31,100.00\n"
                                     "TOTALENERGIES,,2025-10-02,2025-11-01,777.00\n"
                                     "SUMITOMO,S-1,2025-10-02,,\n"
                                     "SUMMIT,S-2,,2025-11-01,40.00\n");
        QCOMPARE(r->files[0].rows, std::int64_t(4));
        QCOMPARE(r->files[0].rejected, std::int64_t(3));
        QCOMPARE(r->files[0].skipped, std::int64_t(0));
        QCOMPARE(r->errors[0].field, u"invoice_no"_s);
        QCOMPARE(r->errors[1].field, u"amount"_s);
        QCOMPARE(r->errors[2].field, u"invoice_date"_s);
    }
    void subtotalsSumWhatStandsSinceTheLastOne()
    {
        const QByteArray rows = head
                                + "A,1,2025-10-01,2025-10-31,10.00\nA,2,2025-10-01,2025-10-31,20.00\n"
                                  "Total for A,,,,30.00\nB,3,2025-10-01,2025-10-31,5.00\nTotal for B,,,,5.00\n";
        ImportFixture f;
        auto r = f.stageText(rows + "TOTAL,,,,35.00\n");
        QCOMPARE(r->warningCount, std::int64_t(0));
        QCOMPARE(r->files[0].skipped, std::int64_t(3));
        QCOMPARE(r->files[0].added, std::int64_t(3));
        QCOMPARE(counted(r->files[0]), r->files[0].rows);
        r = f.stageText(rows + "TOTAL,,,,36.00\n");
        QCOMPARE(r->warningCount, std::int64_t(1));
        QCOMPARE(r->warnings[0].row, std::int64_t(7));
    }
    void headingsRulesAndFootersAreNamed()
    {
        ImportFixture f;
        const auto r = f.stageText(head + "A,1,2025-10-01,2025-10-31,10.00\n\n,,,,\n-----,-----,----,----,----\n" + head
                                   + "A,2,2025-10-01,2025-10-31,20.00\nPrinted by Kim on 3 October,,,,\n,,,,99.00\n");
        const FileReport& file = r->files[0];
        QCOMPARE(file.rows, std::int64_t(6)); // blank ones are not counted
        QCOMPARE(file.added, std::int64_t(2));
        QCOMPARE(file.skipped, std::int64_t(3));
        QCOMPARE(file.rejected, std::int64_t(1)); // money without a row of its own is never left out
        QCOMPARE(r->skipped.size(), std::size_t(3));
        QCOMPARE(r->skipped[1].line, std::int64_t(6));
        QVERIFY(r->reasons[qsizetype(r->skipped[2].reason)].contains(u"Printed by Kim"_s));
    }
    void strayQuotesDoNotSwallowRows()
    {
        ImportFixture f;
        const QByteArray columns = "invoice_no,customer_id,po_number,invoice_date,due_date,amount\n";
        auto r =
            f.stageText(columns
                        + "A-1,KOVA,\"9 inch,2025-10-01,2025-10-31,100.00\nA-2,KOVA,x,2025-10-01,2025-10-31,50.00\n"
                          "A-3,KOVA,8 inch\",2025-10-01,2025-10-31,25.00\nA-4,KOVA,,2025-10-01,2025-10-31,12.00\n");
        QCOMPARE(r->files[0].rejected, std::int64_t(1));
        QCOMPARE(r->errors[0].row, std::int64_t(2));
        QVERIFY(say(r->errors[0].what).contains(u"over 3 lines"_s));
        r = f.stageText(columns + "A-1,KOVA,\"one, two\nthree\",2025-10-01,2025-10-31,100.00\n");
        QCOMPARE(r->files[0].added, std::int64_t(1)); // a text of two lines is one
    }
    void equalRowsAreSaid()
    {
        ImportFixture f;
        const auto r = f.stageText("invoice_no,customer_id,invoice_date,amount,line_text\nL-1,V,2025-09-01,100.00,"
                                   "cable\nL-1,V,2025-09-01,100.00,plug\n");
        QCOMPARE(r->files[0].added, std::int64_t(1));
        QCOMPARE(r->files[0].unchanged, std::int64_t(1));
        QCOMPARE(r->warningCount, std::int64_t(1));
        QVERIFY(say(r->warnings[0].what).contains(u"row 2"_s) && say(r->warnings[0].what).contains(u"100.00"_s));
    }
    void idsThatASpreadsheetDamagedAreRejected()
    {
        ImportFixture f;
        auto r = f.stageText(head
                             + "C1,1.93057E+09,2025-10-01,2025-10-31,100.00\n4.00E+15,A2,2025-10-01,2025-10-31,60.00\n"
                               "#REF!,A3,2025-10-01,2025-10-31,5.00\nC1,#####,2025-10-01,2025-10-31,5.00\n");
        QCOMPARE(r->files[0].rejected, std::int64_t(4));
        r = f.stageText(head
                        + "\"=\"\"00042\"\"\",\"=\"\"000123\"\"\",2025-10-01,2025-10-31,100.00\n"
                          "3E5,12E+ER,2025-10-01,2025-10-31,1.00\n"); // ids that only look alike
        QCOMPARE(r->files[0].added, std::int64_t(2));
        QCOMPARE(r->staged.debits[0].row.number, std::string_view("000123"));
    }
    void everyRowIsOneOfTheFive()
    {
        ImportFixture f;
        f.take(head + "A,1,2025-10-01,2025-10-31,10.00\nA,2,2025-10-01,2025-10-31,20.00\n");
        const auto r = f.stageText(head
                                   + "A,1,2025-10-01,2025-10-31,10.00\nA,2,2025-10-01,2025-10-30,20.00\n"
                                     "A,3,2025-10-01,2025-10-31,x\nA,4,2025-10-01,2025-10-31,4.00\nTotal,,,,34.00\n");
        const FileReport& file = r->files[0];
        QCOMPARE(file.unchanged, std::int64_t(1));
        QCOMPARE(file.changed, std::int64_t(1));
        QCOMPARE(file.rejected, std::int64_t(1));
        QCOMPARE(file.added, std::int64_t(1));
        QCOMPARE(file.skipped, std::int64_t(1));
        QCOMPARE(counted(file), file.rows);
    }
};

QTEST_GUILESS_MAIN(TestRowClasses)
#include "tst_rowclasses.moc"
