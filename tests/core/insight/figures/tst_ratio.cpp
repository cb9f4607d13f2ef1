#include "core/insight/figures/ratio.h"

#include <QTest>
#include <limits>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestRatio : public QObject {
    Q_OBJECT
private slots:
    void roundsOnceHalfToEven_data();
    void roundsOnceHalfToEven();
    void emptyWithoutADenominator();
    void tooLargeIsSaidNotWrapped();
    void words();
    void isTheNearest();
};

void TestRatio::roundsOnceHalfToEven_data()
{
    QTest::addColumn<int>("num");
    QTest::addColumn<int>("den");
    QTest::addColumn<QString>("text");
    QTest::newRow("exact") << 9 << 2 << u"4.5000"_s;
    QTest::newRow("third") << 1 << 3 << u"0.3333"_s;
    QTest::newRow("two thirds") << 2 << 3 << u"0.6667"_s;
    QTest::newRow("tie to even below") << 1 << 20000 << u"0.0000"_s;
    QTest::newRow("tie to even above") << 3 << 20000 << u"0.0002"_s;
    QTest::newRow("negative tie") << -1 << 20000 << u"0.0000"_s;
    QTest::newRow("negative") << -2 << 3 << u"-0.6667"_s;
}

void TestRatio::roundsOnceHalfToEven()
{
    QFETCH(int, num);
    QFETCH(int, den);
    QTEST(Ratio::of(num, den).toPlain(), "text");
}

void TestRatio::emptyWithoutADenominator()
{
    for (const int den : {0, -5}) {
        const Ratio r = Ratio::of(1, den);
        QVERIFY(!r.has());
        QCOMPARE(r.toPlain(), QString());
        QCOMPARE(r.toText(1), u"n/a"_s);
        QCOMPARE(QString::fromLatin1(r.reason), u"nothing to divide by"_s);
    }
    QCOMPARE(Ratio::none("why").value(), 0.0);
}

void TestRatio::tooLargeIsSaidNotWrapped()
{
    const Int128 huge = Int128(std::numeric_limits<std::int64_t>::max()) * 365;
    QVERIFY(!Ratio::of(huge, 1).has());
    QVERIFY(!Ratio::of(-huge, 1).has());
    QCOMPARE(Ratio::of(huge, huge).toPlain(), u"1.0000"_s);
    QCOMPARE(Ratio::of(400'000'000'000'000, 1).toPlain(), u"400000000000000.0000"_s);
    QVERIFY(!Ratio::of(400'000'000'000'001, 1).has()); // beyond what any book within its bounds gives
}

void TestRatio::words()
{
    const Ratio r = Ratio::of(283150, 10000); // 28.3150
    QCOMPARE(r.toText(0), u"28"_s);
    QCOMPARE(r.toText(1), u"28.3"_s);
    QCOMPARE(r.toText(2), u"28.32"_s); // half to even
    QCOMPARE(r.toText(4), u"28.3150"_s);
    QVERIFY_THROWS_EXCEPTION(std::logic_error, r.toText(5));
}

void TestRatio::isTheNearest()
{
    QVERIFY(rc::check("|e4 x den - num x 10^4| <= den / 2", [](std::int64_t num) {
        const auto den = *rc::gen::positive<std::int64_t>();
        const Ratio r = Ratio::of(num, den);
        if (!r.has())
            return;
        const Int128 off = Int128(*r.e4) * den - Int128(num) * 10000;
        RC_ASSERT((off < 0 ? -off : off) * 2 <= den);
    }));
}

QTEST_GUILESS_MAIN(TestRatio)
#include "tst_ratio.moc"
