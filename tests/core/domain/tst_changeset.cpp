#include "core/domain/changeset.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestChangeSet : public QObject {
    Q_OBJECT
private slots:
    void noChangeIsNoRow();
    void invertedRetractsAndRestores();
    void invertedTwiceIsTheChangeAgain();
};

void TestChangeSet::noChangeIsNoRow()
{
    ChangeSet c;
    QVERIFY(c.isEmpty());
    Customer a;
    a.id = CustomerId(1);
    c.change(a, a);
    QVERIFY(c.isEmpty());
    Customer b = a;
    b.name = u"B"_s;
    c.change(a, b);
    QVERIFY(!c.isEmpty());
}

void TestChangeSet::invertedRetractsAndRestores()
{
    ChangeSet c;
    c.operation = OperationId(5);
    c.action = u"call logged"_s;
    c.object = u"A"_s;
    Activity x;
    x.id = ActivityId(1);
    c.insert(x);
    Customer a, b;
    a.id = b.id = CustomerId(1);
    b.name = u"B"_s;
    c.change(a, b);
    const ChangeSet undo = c.inverted(OperationId(6));
    QCOMPARE(undo.operation, OperationId(6));
    QCOMPARE(undo.action, u"undo: call logged"_s);
    QCOMPARE(undo.object, u"A"_s);
    QCOMPARE(undo.of<Activity>().at(0).after.retractedBy, OperationId(6));
    QVERIFY(undo.of<Activity>().at(0).before == std::optional(x));
    QVERIFY(undo.of<Customer>().at(0).after == a);
    QVERIFY(undo.of<Customer>().at(0).before == std::optional(b));
}

void TestChangeSet::invertedTwiceIsTheChangeAgain()
{
    BookMaker m;
    m.customer("A");
    const BookPtr start = m.build();
    ChangeSet c;
    Customer renamed = start->customers()[0];
    renamed.name = u"New"_s;
    c.change(start->customers()[0], renamed);
    const BookPtr done = start->with(c, 2);
    const ChangeSet undo = c.inverted(OperationId(7));
    const BookPtr undone = done->with(undo, 3);
    QVERIFY(sameLiveRows(*start, *undone));
    QVERIFY(sameLiveRows(*done, *undone->with(undo.inverted(OperationId(8)), 4)));
    QVERIFY(!sameLiveRows(*start, *done));
}

QTEST_GUILESS_MAIN(TestChangeSet)
#include "tst_changeset.moc"
