#include "core/base/clock.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QString berlin = u"Europe/Berlin"_s, newYork = u"America/New_York"_s;
Date iso(const char* t) { return *Date::fromIso(std::string_view(t)); }
Instant utc(const char* t) { return *parseInstant(QString::fromLatin1(t)); }

} // namespace

class TestClock : public QObject {
    Q_OBJECT
private slots:
    void instantsReadAndWrite();
    void refusesWhatIsNoInstant();
    void daysAreOfTheZone();
    void aSkippedTimeMovesToTheFirstAfterIt();
    void aRepeatedTimeIsOneOfTheTwo();
    void everyHourOfTheYearComesBack();
    void clocksStandStill();
};

void TestClock::instantsReadAndWrite()
{
    QCOMPARE(utc("1970-01-01T00:00:01Z"), 1000);
    QCOMPARE(utc("2025-11-14T09:30:00Z"), 1'763'112'600'000);
    QCOMPARE(utc("2025-11-14T10:30:00+01:00"), utc("2025-11-14T09:30:00Z"));
    QCOMPARE(utc("2025-11-14T09:30:00"), utc("2025-11-14T09:30:00Z")); // without a zone: UTC, on every machine
    QCOMPARE(utc("2025-11-14"), utc("2025-11-14T00:00:00Z"));
    QCOMPARE(toIsoInstant(utc("2025-11-14T09:30:00Z")), u"2025-11-14T09:30:00Z"_s);
    QCOMPARE(toIsoInstant(0), QString());
}

void TestClock::refusesWhatIsNoInstant()
{
    for (const QString& t : {u""_s, u"yesterday"_s, u"2025-02-30"_s, u"2025-02-30T10:00:00Z"_s,
                             u"2025-11-14T25:00:00Z"_s, u"2025-11-14T24:00:00Z"_s})
        QVERIFY2(!parseInstant(t), qPrintable(t));
}

void TestClock::daysAreOfTheZone()
{
    const Instant late = utc("2025-06-30T23:30:00Z");
    QCOMPARE(dayIn({}, late).toIso(), u"2025-06-30"_s);
    QCOMPARE(dayIn(berlin, late).toIso(), u"2025-07-01"_s);
    QCOMPARE(minuteOfDayIn(berlin, late), 90);
    QCOMPARE(dayIn(newYork, late).toIso(), u"2025-06-30"_s);
    QCOMPARE(minuteOfDayIn(newYork, late), 19 * 60 + 30);
    QCOMPARE(dayIn(u"No/Such_Place"_s, late).toIso(), u"2025-06-30"_s); // UTC
}

void TestClock::aSkippedTimeMovesToTheFirstAfterIt()
{
    // Berlin's clocks went from 02:00 to 03:00 on 30 March 2025, at 01:00 UTC.
    QCOMPARE(instantIn(berlin, iso("2025-03-30"), 2 * 60 + 30), utc("2025-03-30T01:00:00Z"));
    QCOMPARE(instantIn(berlin, iso("2025-03-30"), 2 * 60), utc("2025-03-30T01:00:00Z"));
    QCOMPARE(instantIn(berlin, iso("2025-03-30"), 3 * 60), utc("2025-03-30T01:00:00Z"));
    QCOMPARE(instantIn(berlin, iso("2025-03-30"), 60 + 59), utc("2025-03-30T00:59:00Z"));
    // New York from 02:00 to 03:00 on 9 March 2025, at 07:00 UTC.
    QCOMPARE(instantIn(newYork, iso("2025-03-09"), 2 * 60 + 1), utc("2025-03-09T07:00:00Z"));
}

void TestClock::aRepeatedTimeIsOneOfTheTwo()
{
    const Instant at = instantIn(berlin, iso("2025-10-26"), 2 * 60 + 30);
    QVERIFY(at == utc("2025-10-26T00:30:00Z") || at == utc("2025-10-26T01:30:00Z"));
    QCOMPARE(minuteOfDayIn(berlin, at), 150);
    QCOMPARE(dayIn(berlin, at).toIso(), u"2025-10-26"_s);
}

void TestClock::everyHourOfTheYearComesBack()
{
    for (const QString& zone : {berlin, newYork, u"Asia/Kathmandu"_s, u"Australia/Lord_Howe"_s, u"UTC"_s})
        for (Date d = iso("2025-01-01"); d <= iso("2025-12-31"); d = d + 1)
            for (int minute = 0; minute < 1440; minute += 60) {
                const Instant at = instantIn(zone, d, minute);
                const int there = minuteOfDayIn(zone, at);
                if (dayIn(zone, at) != d || there < minute || there > minute + 60)
                    QFAIL(qPrintable(zone + u' ' + d.toIso() + u' ' + QString::number(minute)));
            }
}

void TestClock::clocksStandStill()
{
    FixedClock c(5);
    QCOMPARE(c.now(), 5);
    c.set(7);
    QCOMPARE(c.now(), 7);
    QVERIFY(SystemClock().now() > utc("2024-01-01"));
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
