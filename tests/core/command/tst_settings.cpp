// Later, back on the list, owners and targets.
#include "core/insight/calls/callpast.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT
private slots:
    void snooze();
    void snoozeRefused();
    void followUp();
    void putBack();
    void owner();
    void ownerRefused();
    void target();
    void targetRefused();
};

void TestSettings::snooze()
{
    CommandDesk k;
    k.m.customer("S").payer = k.id("P");
    QCOMPARE(k.summary(Snooze{k.id("S"), day("2025-11-21"), -1, u"pay run"_s}), u"Customer P comes back Fri 21 Nov."_s);
    const NextAction n = k.only<NextAction>();
    QCOMPARE(n.customer, k.id("P"));
    QCOMPARE(n.kind, NextActionKind::Snooze);
    QCOMPARE(n.due, day("2025-11-21"));
    QCOMPARE(n.at, 0);
    QCOMPARE(n.note, u"pay run"_s);
    QCOMPARE(k.summary(Snooze{k.id("P"), k.today, 870, {}}), u"Customer P comes back today 14:30."_s);
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-14", 870));
}

void TestSettings::snoozeRefused()
{
    CommandDesk k;
    const auto said = [&](Date until, int minute) { return k.refused(Snooze{k.id("C"), until, minute, {}}); };
    QCOMPARE(said({}, -1), u"date: is missing"_s);
    QCOMPARE(said(k.today - 1, -1), u"date: lies in the past"_s);
    QCOMPARE(said(k.today, -1), u"date: is today"_s);
    QCOMPARE(said(k.today, 600), u"time: lies in the past"_s);
    QCOMPARE(said(k.today + 1, 1440), u"time: is not a time of the day"_s);
    QCOMPARE(k.refused(Snooze{k.id("C"), k.today + 1, -1, u"\0"_s}), u"note: holds a NUL character"_s);
    QCOMPARE(k.refused(Snooze{CustomerId(9), k.today + 1, -1, {}}), u"customer: is not a customer of this book"_s);
}

// The next step as it was proposed: nobody has put the account off by that.
void TestSettings::followUp()
{
    CommandDesk k;
    k.m.customer("S").payer = k.id("P");
    QCOMPARE(k.summary(SetFollowUp{k.id("S"), day("2025-11-18"), u"look at it before 19 Nov"_s}),
             u"Next step for Customer P set: Tue 18 Nov."_s);
    const NextAction n = k.only<NextAction>();
    QCOMPARE(n.kind, NextActionKind::FollowUp);
    QCOMPARE(n.customer, k.id("P"));
    QCOMPARE(n.due, day("2025-11-18"));
    QCOMPARE(n.note, u"look at it before 19 Nov"_s);
    const std::uint32_t p = k.book->customerRow(k.id("P"));
    const BookPtr after = k.book->with(*k.last, 2);
    QCOMPARE(payerPast(*after, p, k.today).snoozesSinceConnect, 0);
    QVERIFY(k.decide(Snooze{k.id("P"), day("2025-11-18"), -1, {}}));
    QCOMPARE(payerPast(*after->with(*k.last, 3), p, k.today).snoozesSinceConnect, 1);
    QCOMPARE(k.refused(SetFollowUp{k.id("P"), {}, {}}), u"date: is missing"_s);
    QCOMPARE(k.refused(SetFollowUp{k.id("P"), k.today, {}}), u"date: is not a later day"_s);
    QCOMPARE(k.refused(SetFollowUp{CustomerId(9), k.today + 1, {}}), u"customer: is not a customer of this book"_s);
}

void TestSettings::putBack()
{
    CommandDesk k;
    QCOMPARE(k.summary(PutBack{k.id("C")}), u"Customer C is back on the list."_s);
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::PutBack);
    QCOMPARE(k.only<NextAction>().due, k.today);
}

void TestSettings::owner()
{
    CommandDesk k;
    k.m.customer("B").owner = u"mia"_s;
    QCOMPARE(k.summary(AssignOwner{{k.id("A")}, u" mia "_s}), u"Customer A assigned to mia."_s);
    QCOMPARE(k.only<Customer>().owner, u"mia"_s);
    QCOMPARE(k.last->object, u"A"_s);
    k.book.reset();
    k.m.customer("C");
    QCOMPARE(k.summary(AssignOwner{{k.id("A"), k.id("C"), k.id("A")}, u"mia"_s}), u"2 customers assigned to mia."_s);
    QCOMPARE(k.last->of<Customer>().size(), std::size_t(2));
    QCOMPARE(k.summary(AssignOwner{{k.id("B")}, {}}), u"Customer B has no owner now."_s);
    QVERIFY(k.decide(AssignOwner{{k.id("B")}, u"mia"_s})); // she is already
    QVERIFY(k.last->isEmpty());
}

void TestSettings::ownerRefused()
{
    CommandDesk k;
    QCOMPARE(k.refused(AssignOwner{{}, u"mia"_s}), u"customer: nobody is chosen"_s);
    QCOMPARE(k.refused(AssignOwner{{CustomerId(9)}, u"mia"_s}), u"customer: is not a customer of this book"_s);
    QVERIFY(k.refused(AssignOwner{{k.id("C")}, QString(201, u'x')}).startsWith(u"owner: "_s));
}

void TestSettings::target()
{
    CommandDesk k;
    QCOMPARE(k.summary(SetTarget{u"dso"_s, 450000, {}}), u"DSO target: 45 days from 14 Nov."_s);
    QCOMPARE(k.only<Target>().validFrom, k.today);
    QCOMPARE(k.only<Target>().value, 450000);
    QCOMPARE(k.summary(SetTarget{u"cei"_s, 825000, day("2026-01-01")}), u"CEI target: 82.5 % from 1 Jan 2026."_s);
    Target known;
    known.metric = u"dso"_s;
    known.validFrom = k.today;
    known.value = 400000;
    const TargetId id = k.m.add(known).id;
    k.book.reset();
    QVERIFY(k.decide(SetTarget{u"dso"_s, 450000, {}})); // the one of today is corrected
    QCOMPARE(k.only<Target>().id, id);
    QVERIFY(k.last->of<Target>().front().before.has_value());
}

void TestSettings::targetRefused()
{
    CommandDesk k;
    QCOMPARE(k.refused(SetTarget{u"sales"_s, 1, {}}), u"metric: has no target"_s);
    QCOMPARE(k.refused(SetTarget{u"cei"_s, 1000001, {}}), u"value: must lie between 0 and 100"_s);
    QCOMPARE(k.refused(SetTarget{u"dso"_s, -1, {}}), u"value: must lie between 0 and 1000"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
