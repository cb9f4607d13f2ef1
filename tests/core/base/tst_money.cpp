#include "core/base/money.h"

#include <QTest>
#include <limits>
#include <rapidcheck.h>
#include <stdexcept>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Currency cur(const char* code) { return *Currency::parse(std::string_view(code)); }
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(),
                       least = std::numeric_limits<std::int64_t>::min();

} // namespace

class TestMoney : public QObject {
    Q_OBJECT
private slots:
    void plainDecimals();
    void reads_data();
    void reads();
    void refusesWhatIsNotPlain_data();
    void refusesWhatIsNotPlain();
    void sumsAreChecked();
    void halfEven_data();
    void halfEven();
    void bags();
    void roundTrips();
    void divisionIsTheNearest();
};

void TestMoney::plainDecimals()
{
    QCOMPARE((Money{123450, cur("USD")}.toPlain()), u"1234.50"_s);
    QCOMPARE((Money{-5, cur("USD")}.toPlain()), u"-0.05"_s);
    QCOMPARE((Money{0, cur("EUR")}.toPlain()), u"0.00"_s);
    QCOMPARE((Money{1234, cur("JPY")}.toPlain()), u"1234"_s);
    QCOMPARE((Money{1, cur("KWD")}.toString()), u"0.001 KWD"_s);
    QCOMPARE(QString::fromStdString(plainDecimal(-maxFigure, 2)), u"-40000000000000000.00"_s);
    QCOMPARE(QString::fromStdString(plainDecimal(least, 2)), u"does not fit"_s);
}

void TestMoney::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("whole") << u"12"_s << u"USD"_s << qint64(1200);
    QTest::newRow("one digit") << u"1234.5"_s << u"USD"_s << qint64(123450);
    QTest::newRow("negative") << u"-3"_s << u"EUR"_s << qint64(-300);
    QTest::newRow("plus") << u"+0.01"_s << u"EUR"_s << qint64(1);
    QTest::newRow("yen") << u"77"_s << u"JPY"_s << qint64(77);
    QTest::newRow("dinar") << u"0.005"_s << u"KWD"_s << qint64(5);
    QTest::newRow("no leading digit") << u".5"_s << u"USD"_s << qint64(50);
    QTest::newRow("the largest") << u"10000000000000.00"_s << u"USD"_s << qint64(maxRowAmount);
}

void TestMoney::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    const auto m = parsePlainMoney(text, *Currency::parse(currency));
    QVERIFY(m.has_value());
    QCOMPARE(m->minor, minor);
}

void TestMoney::refusesWhatIsNotPlain_data()
{
    QTest::addColumn<QString>("text");
    for (const char* t : {"", "-", ".", "1,5", "1.234", "1 000", "1e3", "--1", "1.2.3", "0x10", "10000000000000.01",
                          "99999999999999999999", "\xd9\xa1", "1-"})
        QTest::newRow(t) << QString::fromUtf8(t);
}

void TestMoney::refusesWhatIsNotPlain()
{
    QFETCH(QString, text);
    QVERIFY(!parsePlainMoney(text, cur("USD")));
}

void TestMoney::sumsAreChecked()
{
    const Currency usd = cur("USD");
    QCOMPARE((Money{5, usd} + Money{7, usd}).minor, 12);
    QCOMPARE((Money{5, usd} - Money{7, usd}).minor, -2);
    QCOMPARE((-Money{5, usd}).minor, -5);
    // Beyond 64 bits nothing wraps: the sum is no figure, says so, and stays so whatever comes on top or off.
    for (const Money sum : {Money{most, usd} + Money{1, usd}, Money{least, usd} - Money{1, usd}}) {
        QVERIFY(!isFigure(sum.minor));
        QCOMPARE(sum.toPlain(), u"does not fit"_s);
        QVERIFY(!isFigure((sum + Money{maxBookSum, usd}).minor));
        QVERIFY(!isFigure((sum - Money{maxBookSum, usd}).minor));
    }
    std::int64_t sum = most - 1;
    addChecked(sum, 5);
    QCOMPARE(sum, std::int64_t(most));
    addChecked(sum, -7);
    QVERIFY(!isFigure(sum));
    sum = -5;
    addChecked(sum, least);
    QCOMPARE(sum, -std::int64_t(most));
    QVERIFY(isFigure(4 * maxBookSum) && isFigure(-4 * maxBookSum) && !isFigure(4 * maxBookSum + 1));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, (Money{1, usd} + Money{1, cur("EUR")}));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, (Money{1, usd} - Money{1, cur("EUR")}));
    QCOMPARE(narrow(Int128(most) + 1), std::int64_t(most));
    QCOMPARE(narrow(Int128(least) - 1), -std::int64_t(most)); // can be negated
    QCOMPARE(narrow(least), std::int64_t(least));
}

void TestMoney::halfEven_data()
{
    QTest::addColumn<int>("num");
    QTest::addColumn<int>("den");
    QTest::addColumn<qint64>("result");
    QTest::newRow("0.5") << 1 << 2 << qint64(0);
    QTest::newRow("1.5") << 3 << 2 << qint64(2);
    QTest::newRow("2.5") << 5 << 2 << qint64(2);
    QTest::newRow("-0.5") << -1 << 2 << qint64(0);
    QTest::newRow("-1.5") << -3 << 2 << qint64(-2);
    QTest::newRow("7/3") << 7 << 3 << qint64(2);
    QTest::newRow("8/3") << 8 << 3 << qint64(3);
    QTest::newRow("-8/3") << -8 << 3 << qint64(-3);
}

void TestMoney::halfEven()
{
    QFETCH(int, num);
    QFETCH(int, den);
    QTEST(qint64(divideHalfEven(num, den)), "result");
}

void TestMoney::bags()
{
    MoneyBag a, b;
    a.add(Money{100, cur("USD")});
    a.add(Money{50, cur("EUR")});
    b.add(a);
    b.add(Money{-50, cur("EUR")});
    QCOMPARE(b.in(cur("USD")).minor, 100);
    QCOMPARE(b.in(cur("SEK")).minor, 0);
    MoneyBag onlyUsd;
    onlyUsd.add(Money{100, cur("USD")});
    QVERIFY(b == onlyUsd); // what came to nothing is not in the bag
    QVERIFY(!b.isZero());
    b.add(Money{-100, cur("USD")});
    QVERIFY(b.isZero());
    for (int i = 0; i < 20'000; ++i)
        onlyUsd.add(Money{maxRowAmount, cur("USD")}); // beyond 64 bits inside, told when taken out
    QCOMPARE(onlyUsd.in(cur("USD")).toString(), u"does not fit USD"_s);
}

void TestMoney::roundTrips()
{
    QVERIFY(rc::check("an amount written and read is itself", [] {
        const Currency c = *rc::gen::element(cur("USD"), cur("JPY"), cur("KWD"), cur("CLF"));
        const Money m{*rc::gen::inRange<std::int64_t>(-maxRowAmount, maxRowAmount), c};
        RC_ASSERT(parsePlainMoney(m.toPlain(), c) == m);
    }));
}

void TestMoney::divisionIsTheNearest()
{
    QVERIFY(rc::check("|q x den - num| <= den / 2, ties even", [](std::int64_t num) {
        const auto den = *rc::gen::positive<std::int64_t>();
        const Int128 q = divideHalfEven(num, den), off = q * den - num, twice = (off < 0 ? -off : off) * 2;
        RC_ASSERT(twice <= den);
        RC_ASSERT(twice != den || q % 2 == 0);
    }));
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
