#include "core/base/shiftedclock.h"

#include <QTest>

using namespace duedesk;

class TestShiftedClock : public QObject {
    Q_OBJECT
private slots:
    void goesOnFromWhereItWasSet();
};

void TestShiftedClock::goesOnFromWhereItWasSet()
{
    FixedClock real(1'000'000);
    const ShiftedClock clock(real, 50);
    QCOMPARE(clock.now(), 50);
    real.set(1'060'000);
    QCOMPARE(clock.now(), 60'050);
    real.set(990'000); // a clock that is set back takes it along
    QCOMPARE(clock.now(), -9'950);
}

QTEST_GUILESS_MAIN(TestShiftedClock)
#include "tst_shiftedclock.moc"
