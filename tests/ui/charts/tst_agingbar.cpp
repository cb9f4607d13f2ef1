#include "ui/charts/agingbar.h"

#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAgingBar : public QObject {
    Q_OBJECT
private slots:
    void readsBucketsByKeyAndIsSaidAloud()
    {
        AgingBar bar;
        bar.resize(400, 50);
        bar.setData({1'327'000, 621'000, 0, 0, 2'000'000}, *Currency::parse(std::string_view("USD")),
                    {u"current"_s, u"1–30"_s, u"31–60"_s, u"61–90"_s, u"90+"_s});
        QCOMPARE(bar.accessibleDescription(), u"current 13,270, 1–30 6,210, 31–60 0, 61–90 0, 90+ 20,000 USD"_s);
        bar.show();
        bar.setFocus();
        QTest::keyClick(&bar, Qt::Key_End);
        QCOMPARE(bar.reading(), u"90+: 20,000.00 USD, 51 % of what is open"_s);
        QSignalSpy chosen(&bar, &AgingBar::bucketActivated);
        QTest::keyClick(&bar, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 4);
    }
    void labelsTakeALineMoreWhereTheyDoNotFit()
    {
        AgingBar bar;
        bar.setData({1'327'000'00, 621'000'00, 33'333'00, 44'444'00, 2'000'000'00},
                    *Currency::parse(std::string_view("USD")),
                    {u"current"_s, u"1–30"_s, u"31–60"_s, u"61–90"_s, u"90+"_s});
        QCOMPARE(bar.heightForWidth(900), bar.sizeHint().height());
        QVERIFY(bar.heightForWidth(240) > bar.heightForWidth(900));
        // The last one is painted whole: beyond the room it was given there is nothing of it.
        bar.resize(240, bar.heightForWidth(240));
        const QImage narrow = bar.grab().toImage();
        bar.resize(340, bar.heightForWidth(240));
        QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(2, 30));
        QVERIFY(bar.reading().startsWith(u"current"_s));
        bool ends = true;
        for (int y = 27; y < narrow.height(); ++y)
            ends = ends && narrow.pixel(narrow.width() - 1, y) == narrow.pixel(narrow.width() - 1, 26);
        QVERIFY(ends);
    }
};

QTEST_MAIN(TestAgingBar)
#include "tst_agingbar.moc"
