#include "core/insight/figures/aging.h"
#include "core/insight/figures/trendlines.h"
#include "tests/core/insight/figures/oracle.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Date randomDay() { return day("2023-11-15") + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 640)); }

} // namespace

class TestTrendLines : public QObject {
    Q_OBJECT
private slots:
    void figures();
    void agingIsThatOfEachMonth();
    void dsoIsThatOfEachMonth();
};

void TestTrendLines::figures()
{
    BookMaker b;
    b.customer("A").region = u"North"_s;
    auto& i = b.invoice("A", "100", "2024-01-10", "2024-02-10");
    b.pay(i, "40", "2024-02-20");
    b.invoice("B", "60", "2024-03-01", "2024-03-10");
    const BookPtr book = b.build();
    const AgingTrend a = agingTrend(*book, day("2024-03-15"), 3, Segment::Region);
    QCOMPARE(a.months, (std::vector<Date>{day("2024-01-31"), day("2024-02-29"), day("2024-03-15")}));
    QCOMPARE(a.segments.size(), 2U);
    QCOMPARE(a.segments[0].key, u"North"_s);
    QCOMPARE(a.segments[1].key, u"(none)"_s);
    QCOMPARE(a.bucket[0], (std::array<std::int64_t, 5>{10000}));
    QCOMPARE(a.bucket[2], (std::array<std::int64_t, 5>{0, 6000}));
    QCOMPARE(a.bucket[4], (std::array<std::int64_t, 5>{0, 0, 6000}));
    QCOMPARE(a.bucket[5], (std::array<std::int64_t, 5>{0, 6000}));
    const DsoTrend d = dsoTrend(*book, day("2024-03-15"), 3, Segment::None, 30);
    QCOMPARE(d.ar, (std::vector<std::int64_t>{10000, 6000, 12000}));
    QCOMPARE(d.sales, (std::vector<std::int64_t>{10000, 0, 6000}));
    QCOMPARE(d.dso, (std::vector<std::int64_t>{300000, DsoTrend::empty, 600000}));
    QVERIFY(dsoTrend(*book, day("2024-03-15"), 3, Segment::Status).segments.empty());
}

void TestTrendLines::agingIsThatOfEachMonth()
{
    QVERIFY(rc::check("each column of the aging trend = aging of its day", [] {
        const BookMaker made = randomBook(*anySeed());
        const BookPtr book = made.build();
        const auto by = Segment(*rc::gen::inRange(0, segmentCount));
        const AgingTrend t = agingTrend(*book, randomDay(), *rc::gen::inRange(1, 16), by);
        RC_ASSERT(t.bucket.size() == t.months.size() * t.segments.size());
        for (std::size_t m = 0; m < t.months.size(); ++m) {
            std::map<QString, std::array<std::int64_t, 5>> expected, actual;
            for (const AgingRow& r : aging(*book, t.months[m], by).rows)
                if (r.total != 0)
                    expected[r.segment.key] = r.bucket;
            for (std::size_t s = 0; s < t.segments.size(); ++s)
                if (t.bucket[m * t.segments.size() + s] != std::array<std::int64_t, 5>{})
                    actual[t.segments[s].key] = t.bucket[m * t.segments.size() + s];
            RC_ASSERT(actual == expected);
        }
    }));
}

void TestTrendLines::dsoIsThatOfEachMonth()
{
    QVERIFY(rc::check("each column of the DSO trend = the metrics of its day", [] {
        const BookMaker made = randomBook(*anySeed());
        const BookPtr book = made.build();
        const auto by = Segment(*rc::gen::inRange(0, int(Segment::Status)));
        const int days = *rc::gen::element(1, 30, 90);
        const DsoTrend t = dsoTrend(*book, randomDay(), *rc::gen::inRange(1, 16), by, days);
        for (std::size_t m = 0; m < t.months.size(); ++m) {
            std::map<QString, std::tuple<std::int64_t, std::int64_t, std::int64_t>> expected, actual;
            for (const Kpi& k : kpi(*book, t.months[m], by, days).rows)
                if (k.ar != 0 || k.sales != 0)
                    expected[k.segment.key] = {k.ar, k.sales, k.dso.e4.value_or(DsoTrend::empty)};
            for (std::size_t s = 0; s < t.segments.size(); ++s) {
                const std::size_t at = m * t.segments.size() + s;
                if (t.ar[at] != 0 || t.sales[at] != 0)
                    actual[t.segments[s].key] = {t.ar[at], t.sales[at], t.dso[at]};
            }
            RC_ASSERT(actual == expected);
        }
    }));
}

QTEST_GUILESS_MAIN(TestTrendLines)
#include "tst_trendlines.moc"
