// The timer that makes time pass: it beats at the instant that was expected, at every minute, and when the clock was set.
#include "core/workbench/pulse.h"

#include <QSignalSpy>
#include <QTest>

using namespace duedesk;

namespace {

const Instant noon = instantIn({}, *Date::fromCivil(2025, 11, 14), 12 * 60);
constexpr Instant minute = 60'000;

struct Beats : QSignalSpy {
    explicit Beats(const Pulse& p) : QSignalSpy(&p, &Pulse::beat) {}
    QList<bool> take() // due or not, since last asked
    {
        QList<bool> out;
        for (const auto& b : *this)
            out.push_back(b.front().toBool());
        clear();
        return out;
    }
};

} // namespace

class TestPulse : public QObject {
    Q_OBJECT
private slots:
    void beatsAtTheInstantExpected();
    void beatsEachMinute();
    void aSleepIsNoticed();
    void aClockSetBackIsNoticed();
    void theTimerLooksByItself();
};

void TestPulse::beatsAtTheInstantExpected()
{
    FixedClock clock(noon - 30'000);
    Pulse p(clock);
    Beats beats(p);
    p.expect(noon - 10'000); // not on a minute
    p.check();
    QCOMPARE(beats.take(), QList<bool>());
    clock.set(noon - 10'000);
    p.check();
    QCOMPARE(beats.take(), QList<bool>{true});
    QCOMPARE(p.expected(), 0);
    p.check(); // said once
    QCOMPARE(beats.take(), QList<bool>());
}

void TestPulse::beatsEachMinute()
{
    FixedClock clock(noon + 1);
    Pulse p(clock);
    Beats beats(p);
    p.expect(noon + 5 * minute);
    clock.set(noon + minute - 1);
    p.check();
    QCOMPARE(beats.take(), QList<bool>());
    clock.set(noon + minute);
    p.check();
    QCOMPARE(beats.take(), QList<bool>{false});
    clock.set(noon + 5 * minute);
    p.check();
    QCOMPARE(beats.take(), QList<bool>{true});
}

void TestPulse::aSleepIsNoticed()
{
    FixedClock clock(noon);
    Pulse p(clock);
    Beats beats(p);
    p.expect(noon + 60 * minute);
    clock.set(noon + 3 * 24 * 60 * minute);
    p.check();
    QCOMPARE(beats.take(), QList<bool>{true});
}

// What was known about the next instant was known of a later one.
void TestPulse::aClockSetBackIsNoticed()
{
    FixedClock clock(noon);
    Pulse p(clock);
    Beats beats(p);
    p.expect(noon + 60 * minute);
    clock.set(noon - 60 * minute);
    p.check();
    QCOMPARE(beats.take(), QList<bool>{true});
    p.expect(noon);
    clock.set(clock.now() - 5); // put right by a network
    p.check();
    QVERIFY(!beats.take().contains(true));
    QCOMPARE(p.expected(), noon);
}

void TestPulse::theTimerLooksByItself()
{
    FixedClock clock(noon - 50);
    Pulse p(clock);
    Beats beats(p);
    p.expect(noon);
    clock.set(noon);
    QVERIFY(beats.wait(10'000));
    QCOMPARE(beats.take(), QList<bool>{true});
    p.expect(noon + 30); // earlier than what is waited for
    clock.set(noon + 30);
    QVERIFY(beats.wait(10'000));
    QCOMPARE(beats.take(), QList<bool>{true});
}

QTEST_GUILESS_MAIN(TestPulse)
#include "tst_pulse.moc"
