// What a book can hold: companies, sums, rates, texts. What would lock it is refused while it is staged; a book that holds
// such things already is read, and says which figures do not fit.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "invoice_no,customer_id,invoice_date,currency,amount\n";

QByteArray invoices(const char* prefix, int n, const char* currency, const char* amount)
{
    QByteArray text = head;
    for (int i = 0; i < n; ++i)
        text += prefix + QByteArray::number(i) + ",A,2025-01-10," + currency + ',' + amount + '\n';
    return text;
}

} // namespace

class TestImportBounds : public QObject {
    Q_OBJECT
private slots:
    void moreCompaniesThanLinesCanNumber()
    {
        ImportFixture f;
        QByteArray text = "invoice_no,customer_id,company,invoice_date,amount\n";
        for (int i = 1; i <= 65'600; ++i)
            text += 'N' + QByteArray::number(i) + ",A,CO" + QByteArray::number(i) + ",2025-01-10,1.00\n";
        const auto r = f.stageText(text);
        QVERIFY(r);
        QCOMPARE(r->errorCount, std::int64_t(65'600 - 65'532));
        QCOMPARE(r->errors.at(0).field, u"company"_s);
        QCOMPARE(r->errors.at(0).row, qint64(65'534));
        QVERIFY(std::ranges::any_of(r->warnings,
                                    [](const Error& w) { return say(w.what).contains(u"65532 companies"_s); }));
        f.commit(r->staged); // the others make a book that opens
        QCOMPARE(f.book->companies().size(), std::uint32_t(65'532));
    }
    void manyCompaniesAreAskedAbout()
    {
        ImportFixture f;
        const auto textOf = [](int n) {
            QByteArray text = "invoice_no,customer_id,company,invoice_date,amount\n";
            for (int i = 1; i <= n; ++i)
                text += 'N' + QByteArray::number(i) + ",A,CO" + QByteArray::number(i) + ",2025-01-10,1.00\n";
            return text;
        };
        QCOMPARE(f.stageText(textOf(499))->warningCount, std::int64_t(0));
        const auto r = f.stageText(textOf(500));
        QCOMPARE(r->warningCount, std::int64_t(1));
        QVERIFY(r->warnings.at(0).message().contains(u"does the column really hold our own company?"_s));
        QCOMPARE(r->warnings.at(0).field, u"company"_s);
    }
    void theSumOfACurrencyIsBounded()
    {
        ImportFixture f;
        const auto r =
            f.stageText(invoices("N", 1000, "EUR", "9999999999999.99") + "BIG,A,2025-01-10,EUR,10000000000000.00\n"
                        + "MORE,A,2025-01-10,EUR,10000000000.00\n");
        QVERIFY(r);
        QCOMPARE(r->errorCount, std::int64_t(0));
        QVERIFY(!r->mayCommit());
        QCOMPARE(r->blockers.size(), std::size_t(1));
        const Error& e = r->blockers.at(0);
        QCOMPARE(e.row, qint64(1002)); // the largest
        QCOMPARE(e.field, u"amount"_s);
        QVERIFY2(say(e.what).contains(u"debits in EUR would come to 1001"_s), qPrintable(e.message()));
        QVERIFY(say(e.remedy).contains(u"correct"_s));
        QVERIFY(f.stageText(invoices("N", 1000, "EUR", "9999999999999.99"))->mayCommit());
    }
    void severalImportsAddUp()
    {
        ImportFixture f;
        f.take(invoices("N", 900, "USD", "9999999999999.99"));
        const auto r = f.stageText(invoices("M", 101, "USD", "9999999999999.99"), u"more.csv"_s);
        QVERIFY(r && !r->mayCommit());
        QVERIFY(f.stageText(invoices("M", 100, "USD", "9999999999999.99"), u"more.csv"_s)->mayCommit());
        // A corrected line takes the place of the posted one and does not count twice.
        const auto same = f.stageText(invoices("N", 900, "USD", "9999999999999.98"), u"less.csv"_s);
        QVERIFY(same);
        QCOMPARE(same->files.at(0).changed, std::int64_t(900));
        QVERIFY(same->mayCommit());
    }
    void paymentsAndPromisesAreBounded()
    {
        ImportFixture f;
        f.take(invoices("N", 1, "USD", "1.00"));
        QByteArray payments = "payment_ref,customer_id,date,currency,amount\n",
                   promises = "customer_id,made_on,promised_for,amount,currency\n";
        for (int i = 0; i < 1001; ++i) {
            payments += 'P' + QByteArray::number(i) + ",A,2025-01-10,USD,9999999999999.99\n";
            promises += "A,2025-01-10," + QByteArray(Date(ImportFixture::day("2025-02-01") + i).toIso().toLatin1())
                        + ",9999999999999.99,USD\n";
        }
        const auto p = f.stageText(payments);
        QVERIFY(p && p->errorCount == 0 && !p->mayCommit());
        QVERIFY(say(p->blockers.at(0).what).contains(u"credits in USD"_s));
        const auto q = f.stageText(promises);
        QVERIFY(q && q->errorCount == 0 && !q->mayCommit());
        QVERIFY(say(q->blockers.at(0).what).contains(u"promises in USD"_s));
    }
    // 10^8 EUR at 10^9 USD are 10^19 cents: the lines are refused after the rate, and the rate after the lines.
    void sumsInBaseAreBounded()
    {
        ImportFixture f;
        const QByteArray rate = "currency,valid_from,rate\nEUR,2020-01-01,1000000000\n";
        ImportFixture g;
        f.take(rate, u"r.csv"_s);
        const auto lines = f.stageText(invoices("N", 1, "EUR", "100000000.00"));
        QVERIFY(lines && !lines->mayCommit());
        QVERIFY2(say(lines->blockers.at(0).what).contains(u"highest rate of EUR, 1000000000"_s),
                 qPrintable(lines->blockers.at(0).message()));
        g.take(invoices("N", 1, "EUR", "100000000.00"));
        const auto after = g.stageText(rate, u"r.csv"_s);
        QVERIFY(after);
        QCOMPARE(after->errorCount, std::int64_t(1));
        QVERIFY(say(after->errors.at(0).what).contains(u"more than it can hold"_s));
        // In one call the rates come first.
        ImportFixture h;
        const auto both =
            h.stageFiles({h.file(u"i.csv"_s, invoices("N", 1, "EUR", "100000000.00")), h.file(u"r.csv"_s, rate)});
        QVERIFY(both && !both->mayCommit());
    }
    // Printed totals and control totals of sums that are no figures do not end the import by an exception.
    void totalsThatDoNotFitAreCompared()
    {
        ImportFixture f;
        f.options.controlTotals = {Money{5, f.info.base}};
        const auto r = f.stageText(invoices("N", 10'000, "USD", "9999999999999.99") + "Total,,,,1.00\n");
        QVERIFY(r);
        QCOMPARE(r->blockers.size(), std::size_t(2)); // the control total and the bound
        QVERIFY(say(r->blockers.at(0).what).contains(u"does not fit"_s));
        QCOMPARE(r->warningCount, std::int64_t(1));
    }
    void productTextsOfBookAndFileShareOneNumbering()
    {
        ImportFixture f;
        const auto textOf = [](int from, int n) {
            QByteArray text = "invoice_no,customer_id,invoice_date,amount,product_line\n";
            for (int i = from; i < from + n; ++i)
                text += 'N' + QByteArray::number(i) + ",A,2025-01-10,1.00,L" + QByteArray::number(i) + '\n';
            return text;
        };
        f.take(textOf(0, 40'000));
        const auto r = f.take(textOf(40'000, 30'000), u"more.csv"_s); // commits: what does not fit is left empty
        QCOMPARE(r.warningCount, std::int64_t(70'000 - 65'534));
    }
    void rejectedRowsInARowAreKeptAsOne()
    {
        ImportFixture f;
        QByteArray text = "invoice_no,customer_id,invoice_date,amount\n";
        for (int i = 0; i < 3000; ++i)
            text += i == 2000 ? "G,A,2025-01-10,1.00\n" : "x,\n";
        const auto r = f.stageText(text);
        QVERIFY(r);
        QCOMPARE(r->errorCount, std::int64_t(2999));
        QCOMPARE(r->rejected.size(), std::size_t(2));
        QCOMPARE(r->rejected.at(0).line, std::int64_t(2));
        QCOMPARE(r->rejected.at(0).last, std::int64_t(2001));
        const QString out = f.dir.filePath(u"rejects.csv"_s);
        QVERIFY(writeRejects(*r, {}, out));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), qsizetype(3001));
        QVERIFY(lines[2001].startsWith("2003,"));
    }
};

QTEST_APPLESS_MAIN(TestImportBounds)
#include "tst_importbounds.moc"
