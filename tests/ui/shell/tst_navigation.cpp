#include "ui/shell/navigation.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestNavigation : public QObject {
    Q_OBJECT
private slots:
    void goesBackAndForward()
    {
        Navigation n;
        QVERIFY(!n.back() && !n.forward() && !n.current());
        n.visit({u"today"_s, {}, {}, {}, {}});
        n.visit({u"account"_s, CustomerId(3), {3, 4}, u"Next"_s, {}});
        n.visit({u"items"_s, {}, {}, {}, u"tier:Key"_s});
        QCOMPARE(n.back()->customer, CustomerId(3));
        QCOMPARE(n.current()->walk.size(), 2U);
        QCOMPARE(n.back()->page, u"today"_s);
        QVERIFY(!n.canGoBack());
        QCOMPARE(n.forward()->page, u"account"_s);
        QCOMPARE(n.forward()->filter, u"tier:Key"_s);
        QVERIFY(!n.canGoForward());
    }

    void aNewPlaceDropsWhatLayAhead()
    {
        Navigation n;
        n.visit({u"today"_s, {}, {}, {}, {}});
        n.visit({u"items"_s, {}, {}, {}, {}});
        n.back();
        n.visit({u"dashboard"_s, {}, {}, {}, {}});
        QVERIFY(!n.canGoForward());
        QCOMPARE(n.back()->page, u"today"_s);
    }

    void theSamePlaceIsNoStep()
    {
        Navigation n;
        n.visit({u"today"_s, {}, {}, {}, {}});
        n.visit({u"today"_s, {}, {}, {}, {}});
        QVERIFY(!n.canGoBack());
    }
};

QTEST_APPLESS_MAIN(TestNavigation)
#include "tst_navigation.moc"
