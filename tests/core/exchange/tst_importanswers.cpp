// Rows that are well formed and most likely wrong: a year, a sign, a rate. Each is refused on its row, with what to correct
// or the option that says it is meant, and taken with that option.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray invoiceHead =
    "invoice_no,customer_id,kind,invoice_date,due_date,currency,amount,net_amount,terms_days,"
    "service_date,paid_date,paid_amount\n";
const QByteArray paymentHead = "payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated\n";
const QByteArray promiseHead = "customer_id,made_on,promised_for,amount,currency\n";

struct Answer {
    const char* option;
    bool ImportOptions::* accept;
};
const Answer oddDates{"--accept-odd-dates", &ImportOptions::acceptOddDates};
const Answer postDated{"--accept-post-dated", &ImportOptions::acceptPostDated};
const Answer oddRates{"--accept-odd-rates", &ImportOptions::acceptOddRates};
const Answer never{"", nullptr};

void book(ImportFixture& f)
{
    f.take("customer_id,name\nA,Alpha\n", u"c.csv"_s);
    f.take(invoiceHead + "I1,A,,2025-01-10,2025-02-09,USD,100.00,,,,,\n", u"i.csv"_s);
}

} // namespace

Q_DECLARE_METATYPE(Answer)

class TestImportAnswers : public QObject {
    Q_OBJECT
private slots:
    // The import is of 14 November 2025.
    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Answer>("answer");
        const auto invoice = [](const char* name, const char* row, const char* field, const char* reason, Answer a) {
            QTest::newRow(name) << invoiceHead + row + "\n"
                                << QString::fromUtf8(field) << QString::fromUtf8(reason) << a;
        };
        invoice("one cent paid, negative", "N1,A,,2025-01-10,2025-02-09,EUR,1000.00,,,,2025-03-01,-0.01", "paid_amount",
                "is negative", never);
        invoice("one cent net, negative", "N1,A,,2025-01-10,,USD,1000.00,-0.01,,,,", "net_amount", "is negative",
                never);
        invoice("net negative", "N1,A,,2025-01-10,,USD,1000.00,-800.00,,,,", "net_amount", "is negative", never);
        invoice("net above gross", "N1,A,,2025-01-10,,USD,1000.00,1000.01,,,,", "net_amount", "more than the amount",
                never);
        invoice("net above gross, credit note", "N1,A,credit_note,2025-01-10,,USD,-100.00,-120.00,,,,", "net_amount",
                "more than the amount", never);
        invoice("paid in the future", "N1,A,,2025-01-10,,USD,10.00,,,,2031-03-01,", "paid_date",
                "after the day of this import", postDated);
        invoice("paid tomorrow", "N1,A,,2025-01-10,,USD,10.00,,,,2025-11-15,", "paid_date",
                "after the day of this import", postDated);
        invoice("due before invoice", "N1,A,,2025-01-10,2025-01-09,USD,10.00,,,,,", "due_date",
                "before the invoice date", oddDates);
        invoice("invoice beyond ten years", "N1,A,,2035-11-15,,USD,10.00,,,,,", "invoice_date",
                "outside 1990-01-01 to 2035-11-14", oddDates);
        invoice("invoice before 1990", "N1,A,,1989-12-31,,USD,10.00,,,,,", "invoice_date", "outside", oddDates);
        invoice("due beyond ten years", "N1,A,,2025-01-10,2099-01-01,USD,10.00,,,,,", "due_date", "outside", oddDates);
        invoice("service beyond ten years", "N1,A,,2025-01-10,,USD,10.00,,,2099-01-01,,", "service_date", "outside",
                oddDates);
        invoice("terms lead beyond ten years", "N1,A,,2025-01-10,,USD,10.00,,9000,,,", "terms_days",
                "leads to the due date", oddDates);
        QTest::newRow("payment in the future") << paymentHead + "P1,,A,2062-05-28,USD,10.00,I1,\n"
                                               << u"date"_s << u"outside"_s << oddDates;
        QTest::newRow("payment next year") << paymentHead + "P1,,A,2026-05-28,USD,10.00,I1,\n"
                                           << u"date"_s << u"after the day of this import"_s << postDated;
        QTest::newRow("deposit next year") << paymentHead + "P1,deposit,A,2026-05-28,USD,10.00,,\n"
                                           << u"date"_s << u"after the day of this import"_s << postDated;
        QTest::newRow("write-off next year") << paymentHead + "W1,write_off,A,2026-05-28,USD,10.00,I1,10.00\n"
                                             << u"date"_s << u"after the day of this import"_s << postDated;
        QTest::newRow("promise made next year") << promiseHead + "A,2026-05-28,2026-06-28,10.00,USD\n"
                                                << u"made_on"_s << u"after the day of this import"_s << postDated;
        const auto rates = [](const char* name, const char* rows, const char* reason, Answer a) {
            QTest::newRow(name) << "currency,valid_from,rate\n" + QByteArray(rows) << u"rate"_s
                                << QString::fromUtf8(reason) << a;
        };
        rates("ten times the last", "EUR,2025-01-01,1.08\nEUR,2025-02-01,10.81\n", "more than ten times", oddRates);
        rates("a tenth of the last", "EUR,2025-01-01,1.08\nEUR,2025-02-01,0.1079\n", "less than a tenth", oddRates);
        rates("far from the next", "EUR,2025-02-01,1.08\nEUR,2025-01-01,108.00\n", "more than ten times", oddRates);
        rates("a thousand million", "EUR,2025-01-01,1.08\nSEK,2020-01-01,1000000001\n", "outside what a rate can be",
              never);
        rates("next to nothing", "EUR,2025-01-01,1.08\nSEK,2020-01-01,0.0000000009\n", "outside what a rate can be",
              never);
        QTest::newRow("credit limit below zero") << QByteArray("customer_id,name,credit_limit\nB,Beta,-5.00\n")
                                                 << u"credit_limit"_s << u"is negative"_s << never;
        QTest::newRow("annual value below zero") << QByteArray("customer_id,name,annual_value\nB,Beta,-0.01\n")
                                                 << u"annual_value"_s << u"is negative"_s << never;
        QTest::newRow("soft hyphen") << QByteArray("customer_id,name\nB\xc2\xad"
                                                   "1,Beta\n")
                                     << u"customer_id"_s << u"cannot be seen"_s << never;
        QTest::newRow("variation selector")
            << QByteArray("customer_id,name\nB\xef\xb8\x8f,Beta\n") << u"customer_id"_s << u"cannot be seen"_s << never;
        QTest::newRow("Hangul filler") << QByteArray("customer_id,name\nB\xe3\x85\xa4,Beta\n") << u"customer_id"_s
                                       << u"cannot be seen"_s << never;
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, field);
        QFETCH(QString, reason);
        QFETCH(Answer, answer);
        ImportFixture f;
        book(f);
        const auto r = f.stageText(text);
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QCOMPARE(r->errorCount, std::int64_t(1));
        const Error& e = r->errors.at(0);
        QCOMPARE(e.field, field);
        QVERIFY2(say(e.what).contains(reason), qPrintable(e.message()));
        QCOMPARE(say(e.remedy).contains(u"--accept-"_s), answer.accept != nullptr);
        QVERIFY2(say(e.remedy).contains(QString::fromLatin1(answer.option)), qPrintable(e.message()));
        if (!answer.accept)
            return;
        f.options.*answer.accept = true;
        f.options.acceptPostDated =
            f.options.acceptPostDated || QByteArray(QTest::currentDataTag()).startsWith("payment in");
        const auto taken = f.stageText(text);
        QVERIFY(taken && taken->errorCount == 0);
        f.commit(taken->staged);
    }
    // What is not given is not zero and not minus one cent: the whole invoice is paid.
    void paidWithoutAmountIsPaidInFull()
    {
        ImportFixture f;
        f.take(invoiceHead
               + "N1,A,,2025-01-10,,USD,1000.00,,,,2025-03-01,\nN2,A,,2025-01-10,,USD,1000.00,,,,2025-03-01,0\n");
        QCOMPARE(f.open("N1", "2025-03-01"), std::int64_t(0));
        QCOMPARE(f.open("N2", "2025-03-01"), std::int64_t(100000));
    }
    void netFollowsTheSignOfACreditNote()
    {
        ImportFixture f;
        const auto r = f.stageText(invoiceHead
                                   + "C1,A,,2025-01-10,,USD,-100.00,-80.00,,,,\n"
                                     "C2,A,credit_note,2025-01-10,,USD,100.00,80.00,,,,\n"
                                     "N1,A,,2025-01-10,,USD,100.00,100.00,,,,\nN2,A,,2025-01-10,,USD,0.00,0.00,,,,\n");
        QVERIFY(r);
        QCOMPARE(r->errorCount, std::int64_t(0));
        QCOMPARE(r->staged.debits.at(0).row.netAmount, std::int64_t(10000));
        QCOMPARE(r->staged.debits.at(1).row.netAmount, std::int64_t(0));
    }
    // A rule that leads out of all calendars is a matter of its row, whatever was answered.
    void termsBeyondTheLastDayAreRejectedOnTheirRow()
    {
        ImportFixture f;
        f.options.acceptOddDates = true;
        const auto r =
            f.stageText(invoiceHead + "N1,A,,2999-12-01,,USD,10.00,,60,,,\nN2,A,,2025-01-10,,USD,10.00,,30,,,\n");
        QVERIFY(r);
        QCOMPARE(r->errorCount, std::int64_t(1));
        QCOMPARE(r->errors.at(0).row, qint64(2));
        QVERIFY(say(r->errors.at(0).what).contains(u"3000-01-30"_s));
        QCOMPARE(r->files.at(0).added, std::int64_t(1));
        QCOMPARE(r->staged.changes.of<Customer>().size(),
                 std::size_t(1)); // a rejected row makes no customer of its own
    }
    void todayAndTheEdgesAreTaken()
    {
        ImportFixture f;
        f.take(invoiceHead
               + "N1,A,,1990-01-01,2035-11-14,USD,10.00,,,,2025-11-14,\nN2,A,,2025-01-10,2025-01-10,USD,10.00,,,,,\n");
        f.take(paymentHead + "P1,,A,2025-11-14,USD,10.00,N2,\n");
        f.take("currency,valid_from,rate\nEUR,2025-01-01,1.08\nEUR,2025-02-01,10.8\nSEK,2025-01-01,0.000000001\nKWD,"
               "2025-01-01,"
               "1000000000\n");
        QCOMPARE(f.book->rows<Rate>().size(), std::uint32_t(4));
        QCOMPARE(f.open("N2", "2025-11-14"), std::int64_t(0));
    }
    // The wrong rate of a day is compared with its neighbours, not with itself: it can be put right.
    void aWrongRateIsReplaced()
    {
        ImportFixture f;
        f.options.acceptOddRates = true;
        f.take("currency,valid_from,rate\nEUR,2025-01-01,1.08\nEUR,2025-02-01,109\n");
        f.options.acceptOddRates = false;
        const auto r = f.take("currency,valid_from,rate\nEUR,2025-02-01,1.09\n", u"right.csv"_s);
        QCOMPARE(r.errorCount, std::int64_t(0));
        QCOMPARE(r.files.at(0).changed, std::int64_t(1));
    }
    void cashIsNotKnownAhead()
    {
        ImportFixture f;
        f.options.cashThrough = ImportFixture::day("2025-11-15");
        const auto r = f.stageText(invoiceHead + "N1,A,,2025-01-10,,USD,10.00,,,,,\n");
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Usage);
        QCOMPARE(r.error().field, u"--cash-through"_s);
    }
};

QTEST_APPLESS_MAIN(TestImportAnswers)
#include "tst_importanswers.moc"
