#include "tests/support/bookmaker.h"
#include "tests/ui/pages/insightsof.h"
#include "ui/pages/dashboard/dashboardfigures.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestDashboardFigures : public QObject {
    Q_OBJECT
    static QString input(const KpiData& k, const QString& label)
    {
        for (const auto& [name, figure] : k.how.inputs)
            if (name.startsWith(label))
                return figure;
        return {};
    }

private slots:
    void kpisWithTargetsFormulaAndInputs()
    {
        // Open 15,000 over sales of 30,000 in 90 days: DSO 45; current 4,000: best possible 12.
        BookMaker m;
        m.invoice("A", "11000.00", "2025-09-10", "2025-10-10");
        m.invoice("A", "4000.00", "2025-11-01", "2025-12-01");
        auto& paid = m.invoice("B", "15000.00", "2025-09-15", "2025-10-15");
        m.pay(paid, "15000.00", "2025-10-20");
        m.add(Target{{}, u"dso"_s, day("2025-01-01"), 420000, {}});
        m.add(Target{{}, u"dso"_s, day("2026-01-01"), 300000, {}}); // not yet in force
        const BookPtr book = m.build();
        const DashboardFigures f = dashboardFigures(book, day("2025-11-14"));
        const KpiData& dso = f.kpis[0];
        QCOMPARE(dso.valueText, u"45.0 days"_s);
        QCOMPARE(dso.target.value(), 42.0);
        QCOMPARE(dso.reference.value(), 12.0);
        QCOMPARE(dso.caption, u"target 42.0 · best possible 12.0"_s);
        QVERIFY(dso.lowerIsBetter);
        QVERIFY2(dso.meaning.contains(u"one day = 333.33 USD of cash"_s), qPrintable(dso.meaning)); // 30,000 / 90
        QCOMPARE(input(dso, u"Gross open"_s), u"15,000.00 USD"_s);
        QCOMPARE(input(dso, u"Sales"_s), u"30,000.00 USD"_s);
        QCOMPARE(dso.how.itemsFilter, QString(u""_s));
        const KpiData& current = f.kpis[2];
        QCOMPARE(current.valueText, u"26.7 %"_s); // 4,000 of 15,000
        QVERIFY(!current.target);
        QCOMPARE(current.caption, u"no target set"_s);
        // Nothing was promised: no figure, and the reason.
        QCOMPARE(f.kpis[3].valueText, u"n/a"_s);
        QVERIFY(f.kpis[3].why.startsWith(u"No figure: "_s));
    }
    void trendEndsAtTheDay()
    {
        BookMaker m;
        m.invoice("A", "100.00", "2025-09-10", "2025-10-10");
        const DashboardFigures f = dashboardFigures(m.build(), day("2025-11-14"));
        QCOMPARE(f.dso.months.size(), std::size_t(24));
        QCOMPARE(f.dso.months.back().toIso(), u"2025-11-14"_s);
        QCOMPARE(f.dso.lines.size(), std::size_t(3));
        QCOMPARE(f.heat.months.size(), std::size_t(12));
        QCOMPARE(f.heat.cells.back()[2], 10'000); // 35 days past due
    }
    void agingBarsCarryTheirFilter()
    {
        BookMaker m;
        m.customer("A").tier = u"Key account"_s;
        m.rate("EUR", "2025-01-01", "2");
        m.invoice("A", "100.00", "2025-09-10", "2025-10-10");
        m.invoice("B", "50.00 EUR", "2025-11-10", "2025-12-10");
        const BookPtr book = m.build();
        const AgingBarsData byTier = agingBars(*book, day("2025-11-14"), Segment::Tier);
        QCOMPARE(byTier.rows.size(), std::size_t(2));
        QCOMPARE(byTier.rows[0].filter, u"tier:\"Key account\""_s);
        QCOMPARE(byTier.rows[1].filter, u"tier:(none)"_s);
        QCOMPARE(byTier.bucketFilters[1], u"bucket:1-30"_s);
        const AgingBarsData byCurrency = agingBars(*book, day("2025-11-14"), Segment::Currency);
        QCOMPARE(byCurrency.rows[0].label, u"EUR"_s);
        QCOMPARE(byCurrency.rows[0].bucket[0], 10'000); // 50 EUR drawn as 100.00 in base
    }
    void latePayersByShareAndMoversByChange()
    {
        BookMaker m;
        m.customer("A").tier = u"Key"_s;
        m.customer("A").name = u"Harbor"_s;
        m.customer("B").tier = u"Small"_s;
        m.invoice("A", "300.00", "2025-09-10", "2025-11-01"); // became late within 30 days
        m.invoice("A", "100.00", "2025-11-10", "2025-12-10");
        m.invoice("B", "100.00", "2025-11-10", "2025-12-10");
        const DashboardFigures f = dashboardFigures(m.build(), day("2025-11-14"));
        QCOMPARE(f.late.size(), std::size_t(1)); // only what is late is named
        QCOMPARE(f.late[0].name, u"Key"_s);
        QCOMPARE(f.late[0].figures[0], u"75 %"_s);
        QCOMPARE(f.late[0].filter, u"tier:Key -bucket:current"_s);
        QCOMPARE(f.movers.size(), std::size_t(1));
        QCOMPARE(f.movers[0].name, u"Harbor"_s);
        QCOMPARE(f.movers[0].figures[1], u"+300"_s);
        QCOMPARE(f.movers[0].filter, u"customer:A"_s);
    }
    void decisionsAreCountedWithTheirMoney()
    {
        BookMaker m;
        Customer& c = m.customer("A");
        c.creditLimit = 10'000;
        c.incomplete = true;
        m.invoice("A", "300.00", "2025-06-10", "2025-07-10");
        const InsightsPtr in = insightsOf(m.build(), day("2025-11-14"));
        QStringList words;
        for (const TileRow& r : decisionRows(*in))
            words.append(r.name + u" | "_s + r.note + u" | "_s + r.filter);
        QVERIFY2(words.contains(u"1 over its limit | 300 USD open | limit:over"_s), qPrintable(words.join(u'\n')));
        QVERIFY(words.contains(u"1 without a contact | 300 USD past due | contact:no -bucket:current"_s));
        QVERIFY(words.contains(u"1 incomplete customer | 300 USD open | incomplete:yes"_s));
    }
    void anEmptyBookIsEmpty() { QVERIFY(dashboardFigures(BookMaker().build(), day("2025-11-14")).empty); }
};

QTEST_GUILESS_MAIN(TestDashboardFigures)
#include "tst_dashboardfigures.moc"
