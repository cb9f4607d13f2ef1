// Amounts as text: every notation read exactly, every other one refused by its reason.
#include "core/base/money.h"
#include "core/exchange/decimaltext.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;

namespace {

Currency cur(const char* code) { return *Currency::parse(std::string_view(code)); }

constexpr auto P = DecimalMark::Point, C = DecimalMark::Comma;
using F = AmountFault;

// Groups of three with a separator, from the plain form "1234567.89".
std::string grouped(const std::string& plain, const std::string& separator, char mark)
{
    const std::size_t sign = plain[0] == '-' ? 1 : 0;
    const std::size_t dot = plain.find('.');
    const std::size_t end = dot == std::string::npos ? plain.size() : dot;
    std::string out = plain.substr(0, sign);
    for (std::size_t i = sign; i < end; ++i) {
        out += plain[i];
        if ((end - i - 1) % 3 == 0 && i + 1 < end)
            out += separator;
    }
    if (dot != std::string::npos)
        out += mark + plain.substr(dot + 1);
    return out;
}

} // namespace

class TestDecimalText : public QObject {
    Q_OBJECT
private slots:
    // The example and the limit have the digits of the currency: who copies them is not refused again.
    void remedies()
    {
        const auto remedy = [](F f, const char* code) { return say(amountFaultRemedy(f, cur(code))); };
        QCOMPARE(remedy(F::NotANumber, "EUR"), QStringLiteral("write it like 1250.00"));
        QCOMPARE(remedy(F::Empty, "JPY"), QStringLiteral("write it like 1250"));
        QCOMPARE(remedy(F::Exponent, "KWD"), QStringLiteral("write it like 1250.000"));
        QVERIFY(remedy(F::TooLarge, "USD").endsWith(QStringLiteral("10,000,000,000,000.00 USD")));
        QVERIFY(remedy(F::TooLarge, "JPY").endsWith(QStringLiteral("1,000,000,000,000,000 JPY")));
        for (const char* code : {"EUR", "JPY", "KWD"}) {
            const QByteArray example = remedy(F::Empty, code).section(QChar(u' '), -1).toUtf8();
            AmountReading r;
            QVERIFY(readAmount(example.toStdString(), P, cur(code), r) == F::None);
        }
    }
    void amounts_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("currency");
        QTest::addColumn<bool>("comma");
        QTest::addColumn<int>("fault");
        QTest::addColumn<qlonglong>("minor");
        const auto ok = [](const char* cell, qlonglong minor, DecimalMark m = P, const char* currency = "USD") {
            QTest::addRow("%s %s %d", cell, currency, int(m))
                << QByteArray(cell) << QByteArray(currency) << (m == C) << 0 << minor;
        };
        const auto bad = [](const char* cell, F f, DecimalMark m = P, const char* currency = "USD") {
            QTest::addRow("bad %s %s %d", cell, currency, int(m))
                << QByteArray(cell) << QByteArray(currency) << (m == C) << int(f) << qlonglong(0);
        };
        ok("1250.00", 125000), ok("1250", 125000), ok("12.5", 1250), ok("0", 0), ok("0.00", 0), ok(".50", 50),
            ok("-.5", -50);
        ok("0.01", 1), ok("-0.01", -1), ok("+12.50", 1250), ok(" 12.50 ", 1250), ok("0012.50", 1250);
        ok("1,234.56", 123456), ok("1'234.56", 123456), ok("1 234.56", 123456),
            ok("1\xc2\xa0"
               "234.56",
               123456);
        ok("1\xe2\x80\xaf"
           "234.56",
           123456),
            ok("1\xe2\x80\x99"
               "234.56",
               123456),
            ok("1,234,567.89", 123456789), ok("12,345", 1234500);
        ok("5,00,000.00", 50000000), ok("12,34,567.00", 123456700);
        ok("(1,234.56)", -123456), ok("1234-", -123400), ok("-1234", -123400), ok("1234.56-", -123456),
            ok("\xe2\x88\x92"
               "12",
               -1200);
        ok("- 12.00", -1200), ok("$13.50", 1350), ok("$13.50 ", 1350), ok("$-142.85", -14285), ok("-$142.85", -14285),
            ok("($142.85)", -14285);
        ok("USD 12.50", 1250), ok("12.50 USD", 1250), ok("USD12.50", 1250), ok("US$ 12", 1200), ok("12.00 Dr", 1200),
            ok("12.00 Cr", -1200);
        ok("12.00Cr", -1200), ok("12.00 CR", -1200), ok("12.00 S", 1200), ok("12.00 H", -1200),
            ok("5,00,000.00 Dr", 50000000);
        ok("\xe2\x82\xac 12.50", 1250, P, "EUR"), ok("12,50 \xe2\x82\xac", 1250, C, "EUR"),
            ok("\xc2\xa3"
               "3",
               300, P, "GBP");
        ok("1.234,56", 123456, C), ok("1 234,56", 123456, C), ok("1'234,56", 123456, C), ok("1234,5", 123450, C),
            ok("0,1", 10, C);
        ok("1.234,56-", -123456, C), ok("(1.234,56)", -123456, C), ok("1.234.567,89", 123456789, C),
            ok("1.250", 125000, C), ok("1250", 125000, C);
        ok("1190,00 H", -119000, C, "EUR"), ok("1580.9400", 158094), ok("1.0000", 100), ok("12,3400", 1234, C);
        ok("1250", 1250, P, "JPY"), ok("1,250", 1250, P, "JPY"), ok("1250.00", 1250, P, "JPY"),
            ok("1.250", 1250, P, "KWD");
        ok("12.345", 12345, P, "KWD"), ok("12.3", 12300, P, "KWD"), ok("1.250,500", 1250500, C, "KWD"),
            ok("10000000000000.00", 1000000000000000);
        bad("", F::Empty), bad("   ", F::Empty), bad("abc", F::NotANumber), bad("NaN", F::NotANumber),
            bad("inf", F::NotANumber), bad("-", F::NotANumber);
        bad("1e5", F::Exponent), bad("1.5E+3", F::Exponent), bad("1E-2", F::Exponent),
            bad("12.345", F::TooManyDecimals), bad("0.001", F::TooManyDecimals);
        bad("1.250", F::TooManyDecimals), bad("12.345", F::TooManyDecimals, P, "JPY"),
            bad("0.5", F::TooManyDecimals, P, "JPY");
        bad("1.2345", F::TooManyDecimals, P, "KWD"), bad("9223372036854775808", F::TooLarge),
            bad("10000000000000.01", F::TooLarge);
        bad("99999999999999999999999999999999999999999999", F::TooLarge),
            bad("\xef\xbc\x91\xef\xbc\x92", F::ForeignDigits), bad("\xd9\xa1\xd9\xa2", F::ForeignDigits);
        bad("1,23", F::WrongMark), bad("1.234,56", F::WrongMark), bad("12,5", F::WrongMark),
            bad("12.50", F::WrongMark, C), bad("1,234.56", F::WrongMark, C);
        bad("1,23,4", F::NotANumber), bad("1..2", F::NotANumber), bad("1,,234", F::NotANumber),
            bad("12.", F::NotANumber), bad("1 2 3", F::NotANumber);
        bad("1,234'567", F::NotANumber), bad("--5", F::NotANumber), bad("-5-", F::NotANumber), bad("(5", F::NotANumber),
            bad("(-5)", F::NotANumber);
        bad("5%", F::NotANumber), bad("0x10", F::NotANumber), bad("1/2", F::NotANumber),
            bad("12.50 Dr Cr", F::NotANumber), bad("twelve", F::NotANumber);
        bad("12 EUR", F::CurrencyDiffers),
            bad("\xe2\x82\xac"
                "12",
                F::CurrencyDiffers),
            bad("USD 1 USD", F::NotANumber), bad("=1+1", F::NotANumber);
        bad("1;2", F::NotANumber), bad("12:50", F::NotANumber), bad("1_000", F::NotANumber),
            bad("#REF!", F::NotANumber), bad("####", F::NotANumber);
    }
    void amounts()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, currency);
        QFETCH(bool, comma);
        QFETCH(int, fault);
        QFETCH(qlonglong, minor);
        AmountReading r;
        const auto f = readAmount(std::string_view(cell.constData(), std::size_t(cell.size())), comma ? C : P,
                                  cur(currency.constData()), r);
        QCOMPARE(int(f), fault);
        if (fault == 0)
            QCOMPARE(qlonglong(r.minor), minor);
    }
    void aStatedMarkTakesZerosBehindThree()
    {
        AmountReading r;
        QVERIFY(readAmount("1.250", P, cur("USD"), r) == F::TooManyDecimals);
        QVERIFY(readAmount("1.250", P, cur("USD"), r, true) == F::None);
        QCOMPARE(r.minor, std::int64_t(125));
        QVERIFY(readAmount("1.255", P, cur("USD"), r, true) == F::TooManyDecimals);
    }
    void evidence_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<int>("exponent");
        QTest::addColumn<int>("evidence");
        using E = AmountEvidence;
        const auto row = [](const char* cell, E e, int exponent = 2) {
            QTest::addRow("%s/%d", cell, exponent) << QByteArray(cell) << exponent << int(e);
        };
        row("", E::Empty), row("1250", E::Neutral), row("-3", E::Neutral), row("1 250", E::Neutral),
            row("1'250", E::Neutral);
        row("1250.00", E::Point), row("12.5", E::Point), row("1,234.56", E::Point), row("1,234,567", E::Point),
            row("0.125", E::Point), row("1250.000", E::Point);
        row("1.2345", E::Point), row("12.50-", E::Point), row("$1.5", E::Point);
        row("12,50", E::Comma), row("1.234,56", E::Comma), row("1.234.567", E::Comma), row("0,125", E::Comma),
            row("(12,5)", E::Comma);
        row("1.250", E::Either), row("1,250", E::Either), row("123.456", E::Either), row("-1.250", E::Either),
            row("1.250 USD", E::Either), row("1.000", E::Either);
        row("1.250", E::Comma, 0), row("1,250", E::Point, 0), row("1.250", E::Either, 3);
        row("abc", E::Bad), row("1.2.3", E::Bad), row("1e5", E::Bad);
    }
    void evidence()
    {
        QFETCH(QByteArray, cell);
        QFETCH(int, exponent);
        QFETCH(int, evidence);
        QCOMPARE(int(amountEvidence(std::string_view(cell.constData(), std::size_t(cell.size())), exponent)), evidence);
    }
    void rates()
    {
        DecimalRate r;
        QVERIFY(readRate("1.0837", P, r) == F::None);
        QCOMPARE(r.toString(), QStringLiteral("1.0837"));
        QVERIFY(readRate("0,00650", C, r) == F::None);
        QCOMPARE(r.toString(), QStringLiteral("0.0065"));
        QVERIFY(readRate("0", P, r) == F::NotANumber);
        QVERIFY(readRate("-1", P, r) == F::NotANumber);
        QVERIFY(readRate("1.0000000000001", P, r) == F::TooManyDecimals);
    }
    // format -> parse gives the same minor units, in every notation and currency width.
    void everyNotationReadsBackExactly()
    {
        const bool ok = rc::check("amount notations", [] {
            const auto minor = *rc::gen::inRange<std::int64_t>(-maxRowAmount, maxRowAmount + 1);
            const Currency c = cur(*rc::gen::elementOf(std::vector<const char*>{"USD", "JPY", "KWD"}));
            const std::string plain = plainDecimal(minor, c.exponent());
            const auto reads = [&](const std::string& cell, DecimalMark m) {
                AmountReading r;
                RC_ASSERT(readAmount(cell, m, c, r, true) == F::None);
                RC_ASSERT(r.minor == minor);
            };
            reads(plain, P);
            reads(grouped(plain, ",", '.'), P);
            reads(grouped(plain, "'", '.'), P);
            reads(grouped(plain, ".", ','), C);
            reads(grouped(plain, " ", ','), C);
            reads(grouped(plain, "\xe2\x80\xaf", ','), C);
            const std::string bare = minor < 0 ? plain.substr(1) : plain;
            reads(bare + (minor < 0 ? "-" : ""), P);
            reads(minor < 0 ? "(" + bare + ")" : bare, P);
            reads(bare + (minor < 0 ? " Cr" : " Dr"), P);
            reads(std::string(c.code()) + ' ' + plain, P);
        });
        QVERIFY(ok);
    }
    // Whatever the bytes, the reading under a mark agrees with the evidence for it.
    void evidenceAgreesWithReading()
    {
        const bool ok = rc::check("evidence", [] {
            const auto cell =
                *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,-() '$DrCeE")));
            const auto e = amountEvidence(cell, 3);
            AmountReading p, k;
            const bool point = readAmount(cell, P, cur("KWD"), p, true) == F::None;
            const bool comma = readAmount(cell, C, cur("KWD"), k, true) == F::None;
            if (point && comma && p.minor != k.minor)
                RC_ASSERT(e == AmountEvidence::Either);
            if (e == AmountEvidence::Point)
                RC_ASSERT(!comma);
            if (e == AmountEvidence::Comma)
                RC_ASSERT(!point);
        });
        QVERIFY(ok);
    }
};

QTEST_APPLESS_MAIN(TestDecimalText)
#include "tst_decimaltext.moc"
