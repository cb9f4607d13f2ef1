#include "ui/charts/rowstile.h"

#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestRowsTile : public QObject {
    Q_OBJECT
    static std::vector<TileRow> rows()
    {
        TileRow a, b;
        a.name = u"Construction"_s;
        a.note = u"industry"_s;
        a.figures = {u"61 %"_s, u"212 k"_s};
        a.page = u"items"_s;
        a.filter = u"industry:Construction -bucket:current"_s;
        b.name = u"Rates missing"_s;
        b.figures = {u""_s, u""_s};
        return {a, b};
    }

private slots:
    void readsAndActivatesARow()
    {
        RowsTile t;
        t.resize(300, 200);
        t.setData({u"Segment"_s, u"late"_s, u"past due"_s}, rows());
        t.show();
        t.setFocus();
        QSignalSpy go(&t, &RowsTile::rowActivated);
        QTest::keyClick(&t, Qt::Key_Down);
        QCOMPARE(t.reading(), u"Construction, late 61 %, past due 212 k, industry"_s);
        QTest::keyClick(&t, Qt::Key_Return);
        QCOMPARE(go.size(), 1);
        QCOMPARE(go.first()[0].toString(), u"items"_s);
        QCOMPARE(go.first()[1].toString(), u"industry:Construction -bucket:current"_s);
        QTest::keyClick(&t, Qt::Key_Down);
        QTest::keyClick(&t, Qt::Key_Return); // leads nowhere
        QCOMPARE(go.size(), 1);
    }
    void tableHasTheNotes()
    {
        RowsTile t;
        t.setData({u"Segment"_s, u"late"_s, u"past due"_s}, rows());
        QCOMPARE(t.table().headings, QStringList({u"Segment"_s, u"late"_s, u"past due"_s, u"about"_s}));
        QCOMPARE(t.table().rows[0], QStringList({u"Construction"_s, u"61 %"_s, u"212 k"_s, u"industry"_s}));
    }
};

QTEST_MAIN(TestRowsTile)
#include "tst_rowstile.moc"
