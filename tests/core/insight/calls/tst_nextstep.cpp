#include "core/insight/calls/nextstep.h"
#include "tests/core/insight/calls/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QString stepOf(Desk& k, const char* id)
{
    const CallRow row = k.row(QLatin1String(id));
    const std::uint32_t payer = k.book->customerByExternalId(QLatin1String(id));
    const NextStep s = nextStepOf(*k.book, row.payer == noRow ? nullptr : &row, payer, k.d);
    return (s.set ? u"set: "_s : u"proposed: "_s) + say(s.words) + u' ' + s.day.toIso();
}

} // namespace

class TestNextStep : public QObject {
    Q_OBJECT
private slots:
    void ofALane();
    void ofWhatIsStillToCome();
    void proposals();
    void whereNothingIsToBeDone();
};

void TestNextStep::ofALane()
{
    Desk k;
    k.contact("A", ContactRole::ApClerk);
    k.late("A", "1000", 20);
    k.late("B", "1000", 20); // nobody to call
    QCOMPARE(stepOf(k, "A"), u"set: Call AP 2025-11-14"_s);
    QCOMPARE(stepOf(k, "B"), u"set: Find a person 2025-11-14"_s);
}

void TestNextStep::ofWhatIsStillToCome()
{
    Desk k;
    k.m.invoice("A", "10", "2025-09-20", "2025-12-01"); // not due: on no lane
    k.next("A", NextActionKind::FollowUp, 5).note = u"new order number"_s;
    auto& b = k.m.invoice("B", "10", "2025-09-20", "2025-12-01");
    k.m.promise("B", "10", "2025-11-10", "2025-11-20").lines = {{b, 1000}};
    QCOMPARE(stepOf(k, "A"), u"set: follow up: new order number 2025-11-19"_s);
    QCOMPARE(stepOf(k, "B"), u"set: see whether the promise is kept 2025-11-20"_s);
}

void TestNextStep::proposals()
{
    Desk k;
    k.m.invoice("A", "10", "2025-09-20", "2025-12-01");  // a Monday: the Friday before
    k.m.invoice("B", "10", "2025-09-20", "2025-11-15");  // tomorrow
    k.next("C", NextActionKind::FollowUp, -3);           // its day is over
    k.m.invoice("C", "10", "2025-09-20", "2025-11-28");
    auto& d = k.late("D", "100", 10);
    k.m.dispute(d, "2025-11-12"); // all of it: nothing to collect
    QCOMPARE(stepOf(k, "A"), u"proposed: look at it before 1 Dec, when it falls due 2025-11-28"_s);
    QCOMPARE(stepOf(k, "B"), u"proposed: look at it before 15 Nov, when it falls due 2025-11-17"_s);
    QCOMPARE(stepOf(k, "C"), u"proposed: look at it before 28 Nov, when it falls due 2025-11-27"_s);
    QCOMPARE(stepOf(k, "D"), u"proposed: follow up 2025-11-18"_s);
}

void TestNextStep::whereNothingIsToBeDone()
{
    Desk k;
    k.m.customer("A");
    k.m.customer("B").status = CustomerStatus::Insolvent;
    k.late("B", "100", 10);
    k.m.customer("C").doNotContact = true;
    k.late("C", "100", 10);
    QCOMPARE(stepOf(k, "A"), u"set: none: nothing is open "_s);
    QCOMPARE(stepOf(k, "B"), u"set: none: insolvent "_s);
    QCOMPARE(stepOf(k, "C"), u"set: none: not to be contacted "_s);
}

QTEST_GUILESS_MAIN(TestNextStep)
#include "tst_nextstep.moc"
