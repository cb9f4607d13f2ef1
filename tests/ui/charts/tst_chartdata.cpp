#include "ui/charts/chartdata.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestChartData : public QObject {
    Q_OBJECT
private slots:
    void tsvKeepsCellsApart()
    {
        ChartTable t;
        t.headings = {u"tier"_s, u"open"_s};
        t.rows = {{u"Key\taccount\nA"_s, u"1,000.00"_s}};
        QCOMPARE(t.toTsv(), u"tier\topen\nKey account A\t1,000.00\n"_s);
    }
    void htmlIsEscaped()
    {
        ChartTable t;
        t.caption = u"a < b"_s;
        t.headings = {u"tier"_s};
        t.rows = {{u"<script>"_s}};
        QVERIFY(t.toHtml().contains(u"a &lt; b"_s));
        QVERIFY(!t.toHtml().contains(u"<script>"_s));
    }
};

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chartdata.moc"
