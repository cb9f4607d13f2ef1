#include "ui/charts/heatmap.h"

#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestHeatMap : public QObject {
    Q_OBJECT
private slots:
    void readsShareAndAmount()
    {
        HeatMapData d;
        d.currency = *Currency::parse(std::string_view("EUR"));
        d.bucketNames = {u"current"_s, u"1–30"_s, u"31–60"_s, u"61–90"_s, u"90+"_s};
        d.months = {*Date::fromIso(std::string_view("2025-10-31")), *Date::fromIso(std::string_view("2025-11-14"))};
        d.cells = {{60'000, 40'000, 0, 0, 0}, {50'000, 25'000, 0, 0, 25'000}};
        HeatMap h;
        h.resize(300, 200);
        h.setData(d);
        h.show();
        h.setFocus();
        QTest::keyClick(&h, Qt::Key_Up); // first touch: last month
        QCOMPARE(h.cursor(), std::make_pair(1, 0));
        QTest::keyClick(&h, Qt::Key_Down);
        QCOMPARE(h.reading(), u"Nov 2025, 1–30: 250.00 EUR, 25 % of open"_s);
        QTest::keyClick(&h, Qt::Key_Left);
        QCOMPARE(h.reading(), u"Oct 2025, 1–30: 400.00 EUR, 40 % of open"_s);
        QSignalSpy month(&h, &HeatMap::monthActivated);
        QTest::keyClick(&h, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(month.size(), 1);
        QCOMPARE(h.table().rows.front(),
                 QStringList({u"2025-11-14"_s, u"500.00"_s, u"250.00"_s, u"0.00"_s, u"0.00"_s, u"250.00"_s}));
    }
};

QTEST_MAIN(TestHeatMap)
#include "tst_heatmap.moc"
