#include "ui/charts/stackedagingbars.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <numeric>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestStackedAgingBars : public QObject {
    Q_OBJECT
    static AgingBarsData data(int rows)
    {
        AgingBarsData d;
        d.segment = u"tier"_s;
        d.currency = *Currency::parse(std::string_view("USD"));
        d.asOf = u"14 Nov 2025"_s;
        d.bucketNames = {u"current"_s, u"1–30"_s, u"31–60"_s, u"61–90"_s, u"90+"_s};
        d.bucketFilters = {u"bucket:current"_s, u"bucket:1-30"_s, u"bucket:31-60"_s, u"bucket:61-90"_s,
                           u"bucket:90+"_s};
        for (int i = 0; i < rows; ++i) {
            AgingBarRow r;
            r.label = u"Tier %1"_s.arg(i);
            r.bucket = {10'000 * (i + 1), 0, 20'000 * (i + 1), 0, 10'000 * (i + 1)}; // the last is the largest
            r.filter = u"tier:\"Tier %1\""_s.arg(i);
            d.rows.push_back(r);
        }
        return d;
    }
    static std::unique_ptr<StackedAgingBars> shown(int rows)
    {
        auto bars = std::make_unique<StackedAgingBars>();
        bars->setTitle(u"Aging by tier"_s);
        bars->resize(700, 320);
        bars->setData(data(rows));
        bars->show();
        bars->activateWindow();
        bars->setFocus();
        return bars;
    }

private slots:
    void largestFirstAndTheSmallOnesSummed()
    {
        const auto bars = shown(40);
        const std::vector<AgingBarRow> rows = bars->visibleRows();
        QVERIFY(rows.size() >= 3 && rows.size() < 40);
        QCOMPARE(rows.front().label, u"Tier 39"_s);
        QVERIFY(rows.back().label.contains(u"others"_s));
        std::int64_t all = 0, shownSum = 0;
        for (const AgingBarRow& r : data(40).rows)
            all += std::accumulate(r.bucket.begin(), r.bucket.end(), std::int64_t(0));
        for (const AgingBarRow& r : rows)
            shownSum += std::accumulate(r.bucket.begin(), r.bucket.end(), std::int64_t(0));
        QCOMPARE(shownSum, all); // nothing is lost in "others"
    }
    void cursorReadsAmountAndShare()
    {
        const auto bars = shown(3);
        QSignalSpy said(bars.get(), &ChartTile::readingChanged);
        QTest::keyClick(bars.get(), Qt::Key_Down); // first touch: first mark
        QCOMPARE(bars->cursor(), std::make_pair(0, 0));
        QTest::keyClick(bars.get(), Qt::Key_Right);
        QTest::keyClick(bars.get(), Qt::Key_Right);
        QCOMPARE(bars->reading(), u"Tier 2, 31–60 days, 600.00 USD, 50 % of Tier 2"_s);
        QCOMPARE(said.last().first().toString(), bars->reading());
        QCOMPARE(bars->accessibleDescription(), bars->reading());
        QTest::keyClick(bars.get(), Qt::Key_End);
        QCOMPARE(bars->cursor().first, 2);
        QTest::keyClick(bars.get(), Qt::Key_Escape);
        QCOMPARE(bars->reading(), QString());
    }
    void enterDrillsToTheItemsBehindTheMark()
    {
        const auto bars = shown(3);
        QSignalSpy drill(bars.get(), &ChartTile::drillRequested);
        QTest::keyClick(bars.get(), Qt::Key_Down);
        QTest::keyClick(bars.get(), Qt::Key_Down);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(bars.get(), Qt::Key_Right);
        QTest::keyClick(bars.get(), Qt::Key_Return);
        QCOMPARE(drill.size(), 1);
        QCOMPARE(drill.first().first().toString(), u"tier:\"Tier 1\" bucket:90+"_s);
    }
    void othersDrillByBucketAlone()
    {
        const auto bars = shown(40);
        QTest::keyClick(bars.get(), Qt::Key_Down);
        QTest::keyClick(bars.get(), Qt::Key_End);
        QCOMPARE(bars->drillFilter(), u"bucket:current"_s);
    }
    void tableTwinHasEveryRowAndIsCopied()
    {
        const auto bars = shown(40);
        QCOMPARE(bars->table().rows.size(), std::size_t(40));
        QCOMPARE(bars->table().rows.front(), QStringList({u"Tier 39"_s, u"4,000.00"_s, u"0.00"_s, u"8,000.00"_s,
                                                          u"0.00"_s, u"4,000.00"_s, u"16,000.00"_s}));
        QTest::keyClick(bars.get(), Qt::Key_T);
        QVERIFY(bars->showsTable());
        bars->setShowsTable(false);
        QTest::keyClick(bars.get(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
        QVERIFY(mime->text().startsWith(u"tier\tcurrent\t1–30"_s));
        QCOMPARE(mime->text().count(u'\n'), 41);
        QVERIFY(mime->html().contains(u"as of 14 Nov 2025"_s));
    }
    void sentenceForScreenReaders()
    {
        const auto bars = shown(3);
        // 240,000 + 480,000... in cents: rows of 400, 800 and 1,200.
        QVERIFY2(
            bars->accessibleDescription().contains(u"2,400.00 USD open as of 14 Nov 2025 by tier, 75 % past due"_s),
            qPrintable(bars->accessibleDescription()));
        QVERIFY(bars->accessibleDescription().contains(u"The largest is Tier 2 with 1,200.00"_s));
        QCOMPARE(bars->accessibleName(), u"Aging by tier"_s);
    }
    void cursorStaysWithTheSegmentOnly()
    {
        const auto bars = shown(3);
        QTest::keyClick(bars.get(), Qt::Key_Down);
        bars->setData(data(3));
        QCOMPARE(bars->cursor(), std::make_pair(0, 0));
        AgingBarsData other = data(3);
        other.segment = u"region"_s;
        bars->setData(other);
        QCOMPARE(bars->cursor(), std::make_pair(-1, -1));
    }
};

QTEST_MAIN(TestStackedAgingBars)
#include "tst_stackedagingbars.moc"
