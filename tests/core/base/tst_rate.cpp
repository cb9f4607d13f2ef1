#include "core/base/money.h"
#include "core/base/rate.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestRate : public QObject {
    Q_OBJECT
private slots:
    void readsExactly();
    void refuses_data();
    void refuses();
    void converts_data();
    void converts();
    void whatDoesNotFitIsNoFigure();
    void isTheNearest();
};

void TestRate::readsExactly()
{
    QCOMPARE(DecimalRate::parse(u"1.0837"_s)->toString(), u"1.0837"_s);
    QCOMPARE(DecimalRate::parse(u"0.00642"_s)->toString(), u"0.00642"_s);
    QCOMPARE(DecimalRate::parse(u"110"_s)->toString(), u"110"_s);
    QVERIFY(*DecimalRate::parse(u"1.50"_s) == *DecimalRate::parse(u"1.5"_s)); // zeros at the end say nothing
    QVERIFY(*DecimalRate::parse(u"1"_s) == DecimalRate::one());
    QVERIFY(!DecimalRate().isValid());
}

void TestRate::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char* t : {"", "0", "0.000", "-1", "1,08", "1.2.3", "1e2", " 1", "0.0000000000001", "1234567890123456"})
        QTest::newRow(t) << QString::fromLatin1(t);
}

void TestRate::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!DecimalRate::parse(text));
}

void TestRate::converts_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("rate");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<qint64>("result");
    QTest::newRow("euro to dollar") << qint64(10000) << u"1.0837"_s << 2 << 2 << qint64(10837);
    QTest::newRow("yen to dollar") << qint64(1000) << u"0.00642"_s << 0 << 2 << qint64(642);
    QTest::newRow("dollar to yen") << qint64(1000) << u"155.7"_s << 2 << 0 << qint64(1557);
    QTest::newRow("dinar to dollar") << qint64(1) << u"3.25"_s << 3 << 2 << qint64(0);
    QTest::newRow("tie to even, down") << qint64(1) << u"0.5"_s << 2 << 2 << qint64(0);
    QTest::newRow("tie to even, up") << qint64(3) << u"0.5"_s << 2 << 2 << qint64(2);
    QTest::newRow("negative") << qint64(-3) << u"0.5"_s << 2 << 2 << qint64(-2);
    QTest::newRow("beyond 64 bits inside")
        << qint64(1'000'000'000'000'000) << u"1.00000000001"_s << 2 << 2 << qint64(1'000'000'000'010'000);
}

void TestRate::converts()
{
    QFETCH(qint64, amount);
    QFETCH(QString, rate);
    QFETCH(int, from);
    QFETCH(int, to);
    QTEST(qint64(convertHalfEven(amount, *DecimalRate::parse(rate), from, to)), "result");
}

void TestRate::whatDoesNotFitIsNoFigure()
{
    QVERIFY(!isFigure(convertHalfEven(maxRowAmount, *DecimalRate::parse(u"99999999"_s), 0, 2)));
    QVERIFY(!isFigure(convertHalfEven(-maxRowAmount, *DecimalRate::parse(u"99999999"_s), 0, 2)));
    const Int128 worth = worthAt(maxBookSum, *DecimalRate::parse(u"999999999999999"_s), 0, 4);
    QVERIFY(worth / 10'000 / 999'999'999'999'999 == maxBookSum); // as large as it is
    QVERIFY(worthAt(10'050, *DecimalRate::parse(u"0.5"_s), 2, 0) == 50);
}

void TestRate::isTheNearest()
{
    QVERIFY(rc::check("|converted x den - amount x num| <= den / 2, ties even", [] {
        const auto amount = *rc::gen::inRange<std::int64_t>(-maxRowAmount, maxRowAmount);
        const int scale = *rc::gen::inRange(0, 8), from = *rc::gen::element(0, 2, 3), to = *rc::gen::element(0, 2, 3);
        const auto rate = DecimalRate::fromParts(*rc::gen::inRange<std::int64_t>(1, 10'000), scale);
        Int128 num = Int128(amount) * rate.mantissa(), den = 1;
        for (int i = 0; i < rate.scale() + from; ++i)
            den *= 10;
        for (int i = 0; i < to; ++i)
            num *= 10;
        if (num / den > 1'000'000'000'000'000'000 || num / den < -1'000'000'000'000'000'000)
            return;
        const Int128 q = convertHalfEven(amount, rate, from, to), off = q * den - num,
                     twice = (off < 0 ? -off : off) * 2;
        RC_ASSERT(twice <= den);
        RC_ASSERT(twice != den || q % 2 == 0);
    }));
}

QTEST_GUILESS_MAIN(TestRate)
#include "tst_rate.moc"
