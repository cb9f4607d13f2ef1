#include "ui/charts/trendlines.h"

#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestTrendLines : public QObject {
    Q_OBJECT
    static TrendLinesData data()
    {
        TrendLinesData d;
        d.unit = u"days"_s;
        d.target = 42;
        for (const char* month : {"2025-08-31", "2025-09-30", "2025-10-31", "2025-11-14"})
            d.months.push_back(*Date::fromIso(std::string_view(month)));
        d.lines.push_back({TrendLine::Dash::Solid, u"simple"_s, {50.0, 48.0, 46.5, 45.0}, 0});
        d.lines.push_back({TrendLine::Dash::Dashed, u"countback"_s, {std::nullopt, 47.0, std::nullopt, 44.0}, 1});
        return d;
    }
    static std::unique_ptr<TrendLines> shown()
    {
        auto t = std::make_unique<TrendLines>();
        t->setTitle(u"DSO, month ends"_s);
        t->resize(600, 260);
        t->setData(data());
        t->show();
        t->setFocus();
        return t;
    }

private slots:
    void cursorStartsAtTheLastMonth()
    {
        const auto t = shown();
        QTest::keyClick(t.get(), Qt::Key_Left);
        QCOMPARE(t->cursor(), std::make_pair(3, 0));
        QCOMPARE(t->reading(), u"Nov 2025, simple: 45.0 days, target 42.0"_s);
        QTest::keyClick(t.get(), Qt::Key_Left);
        QTest::keyClick(t.get(), Qt::Key_Down);
        QCOMPARE(t->reading(), u"Oct 2025, countback: n/a"_s); // a gap is said, not bridged
    }
    void tableIsNewestFirstWithGapsNamed()
    {
        const auto t = shown();
        QCOMPARE(t->table().rows.front(), QStringList({u"2025-11-14"_s, u"45.0"_s, u"44.0"_s, u"42.0"_s}));
        QCOMPARE(t->table().rows[1], QStringList({u"2025-10-31"_s, u"46.5"_s, u"n/a"_s, u"42.0"_s}));
    }
    void shiftEnterAsksForTheMonth()
    {
        const auto t = shown();
        QSignalSpy month(t.get(), &TrendLines::monthActivated);
        QTest::keyClick(t.get(), Qt::Key_Home);
        QTest::keyClick(t.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(month.size(), 1);
        QCOMPARE(month.first().first().value<Date>().toIso(), u"2025-08-31"_s);
    }
    void sentenceNamesFirstAndLast()
    {
        const auto t = shown();
        QVERIFY(t->accessibleDescription().contains(u"simple from 50.0 to 45.0, countback from 47.0 to 44.0"_s));
    }
    void emptyDataIsNoCrash()
    {
        const auto t = shown();
        t->setData({});
        QTest::keyClick(t.get(), Qt::Key_Left);
        QCOMPARE(t->reading(), QString());
        t->grab();
    }
};

QTEST_MAIN(TestTrendLines)
#include "tst_trendlineschart.moc"
