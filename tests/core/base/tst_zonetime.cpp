// When a clock in a zone shows a minute of the day next, over changes to summer and winter time too.
#include "core/base/zonetime.h"

#include "core/base/clock.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QString berlin = u"Europe/Berlin"_s;
Instant utc(const char* t) { return *parseInstant(QString::fromLatin1(t)); }
QString next(const QString& zone, const char* after, int minute)
{
    return toIsoInstant(nextTimeIn(zone, utc(after), minute));
}

} // namespace

class TestZoneTime : public QObject {
    Q_OBJECT
private slots:
    void laterTodayOrTomorrow();
    void zonesBesideUtc();
    void aChangeOfTheClocksComesFirst();
    void noMinuteOfTheYearIsPassedOver();
};

void TestZoneTime::laterTodayOrTomorrow()
{
    QCOMPARE(next({}, "2025-11-14T11:58:00Z", 12 * 60), u"2025-11-14T12:00:00Z"_s);
    QCOMPARE(next({}, "2025-11-14T12:00:00Z", 12 * 60), u"2025-11-15T12:00:00Z"_s); // it is here: the next one
    QCOMPARE(next({}, "2025-11-14T12:00:00Z", 0), u"2025-11-15T00:00:00Z"_s);
    QCOMPARE(nextTimeIn({}, utc("2025-11-14T11:59:59Z") + 999, 12 * 60), utc("2025-11-14T12:00:00Z"));
    QCOMPARE(next(u"No/Such_Place"_s, "2025-11-14T23:30:00Z", 0), u"2025-11-15T00:00:00Z"_s); // UTC
    QCOMPARE(nextTimeIn({}, -1, 0), 0); // before 1970 too
}

void TestZoneTime::zonesBesideUtc()
{
    QCOMPARE(next(berlin, "2025-11-14T22:30:00Z", 0), u"2025-11-14T23:00:00Z"_s);
    QCOMPARE(next(u"America/New_York"_s, "2025-11-14T22:30:00Z", 0), u"2025-11-15T05:00:00Z"_s);
    QCOMPARE(next(u"Asia/Kathmandu"_s, "2025-11-14T03:14:00Z", 9 * 60), u"2025-11-14T03:15:00Z"_s); // +05:45
    QCOMPARE(next(u"Pacific/Kiritimati"_s, "2025-11-14T09:59:00Z", 0), u"2025-11-14T10:00:00Z"_s); // +14:00
}

void TestZoneTime::aChangeOfTheClocksComesFirst()
{
    // Berlin's clocks went from 02:00 to 03:00 on 30 March 2025 at 01:00 UTC, and from 03:00 to 02:00 on 26 October.
    QCOMPARE(next(berlin, "2025-03-29T23:30:00Z", 2 * 60 + 30), u"2025-03-30T01:00:00Z"_s); // 02:30 is skipped
    QCOMPARE(next(berlin, "2025-03-29T23:30:00Z", 9 * 60), u"2025-03-30T01:00:00Z"_s); // look again, then it is
    QCOMPARE(next(berlin, "2025-03-30T01:00:00Z", 9 * 60), u"2025-03-30T07:00:00Z"_s);
    QCOMPARE(next(berlin, "2025-10-25T23:00:00Z", 2 * 60 + 30), u"2025-10-26T00:30:00Z"_s); // the first 02:30
    QCOMPARE(next(berlin, "2025-10-26T00:30:00Z", 2 * 60 + 30), u"2025-10-26T01:00:00Z"_s); // the change,
    QCOMPARE(next(berlin, "2025-10-26T01:00:00Z", 2 * 60 + 30), u"2025-10-26T01:30:00Z"_s); // the second 02:30
    // A day of 25 hours ends at its midnight; Beirut's clocks are changed at midnight, which does not strike.
    QCOMPARE(next(berlin, "2025-10-26T01:00:00Z", 0), u"2025-10-26T23:00:00Z"_s);
    QCOMPARE(next(u"Asia/Beirut"_s, "2025-03-29T21:00:00Z", 0), u"2025-03-29T22:00:00Z"_s);
    QCOMPARE(dayIn(u"Asia/Beirut"_s, utc("2025-03-29T22:00:00Z")).toIso(), u"2025-03-30"_s);
}

// Going from answer to answer, whatever the clocks do, every change between open and closed hours is met.
void TestZoneTime::noMinuteOfTheYearIsPassedOver()
{
    constexpr int from = 150; // 02:30, inside of what is skipped and repeated
    for (const QString& zone : {berlin, u"Australia/Lord_Howe"_s, u"America/New_York"_s, u"Asia/Beirut"_s}) {
        Instant wait = utc("2025-01-01");
        bool holds = minuteOfDayIn(zone, wait) >= from;
        Instant known = nextTimeIn(zone, wait, from), midnight = nextTimeIn(zone, wait, 0);
        for (Instant at = wait; at < utc("2026-01-01"); at += 600'000) { // these zones change at full ten minutes
            if (at >= known || at >= midnight) {
                holds = minuteOfDayIn(zone, at) >= from;
                known = nextTimeIn(zone, at, from);
                midnight = nextTimeIn(zone, at, 0);
                QVERIFY(known > at && midnight > at);
            }
            if ((minuteOfDayIn(zone, at) >= from) != holds)
                QFAIL(qPrintable(zone + u' ' + toIsoInstant(at)));
        }
    }
}

QTEST_GUILESS_MAIN(TestZoneTime)
#include "tst_zonetime.moc"
