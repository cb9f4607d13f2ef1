#include "ui/charts/kpibullet.h"

#include "ui/charts/derivationpopup.h"

#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestKpiBullet : public QObject {
    Q_OBJECT
    static KpiData dso()
    {
        KpiData k;
        k.name = u"DSO"_s;
        k.caption = u"target 42.0"_s;
        k.value = 45;
        k.valueText = u"45.0 days"_s;
        k.meaning = u"one day = 333.33 USD of cash"_s;
        k.lowerIsBetter = true;
        k.how = {u"DSO, simple"_s,
                 {},
                 u"gross open ÷ sales × 30"_s,
                 {{u"Gross open"_s, u"15,000.00 USD"_s}, {u"Sales"_s, u"10,000.00 USD"_s}},
                 u""_s};
        return k;
    }

private slots:
    void saysItselfInOneSentence()
    {
        KpiBullet b;
        b.setData(dso());
        QCOMPARE(b.accessibleDescription(),
                 u"DSO: 45.0 days, target 42.0, one day = 333.33 USD of cash. Enter opens how it is computed."_s);
    }
    void anEmptyFigureSaysWhy()
    {
        KpiBullet b;
        KpiData k = dso();
        k.value.reset();
        k.valueText = u"n/a"_s;
        k.why = u"No figure: no sales in the window"_s;
        b.setData(k);
        QVERIFY(b.accessibleDescription().contains(u"n/a"_s));
        QVERIFY(b.accessibleDescription().contains(u"no sales in the window"_s));
        b.resize(300, 150);
        b.grab();
    }
    void tableHasTheInputs()
    {
        KpiBullet b;
        b.setData(dso());
        QCOMPARE(b.table().rows.size(), std::size_t(3));
        QCOMPARE(b.table().rows[1], QStringList({u"Gross open"_s, u"15,000.00 USD"_s}));
    }
    void enterOpensTheFormulaAndItsItems()
    {
        KpiBullet b;
        b.resize(300, 150);
        b.setData(dso());
        b.show();
        b.setFocus();
        QSignalSpy drill(&b, &ChartTile::drillRequested);
        QTest::keyClick(&b, Qt::Key_Return);
        auto* popup = b.findChild<DerivationPopup*>();
        QVERIFY(popup);
        QVERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(drill.size(), 1);
        QCOMPARE(drill.first().first().toString(), QString());
    }
};

QTEST_MAIN(TestKpiBullet)
#include "tst_kpibullet.moc"
