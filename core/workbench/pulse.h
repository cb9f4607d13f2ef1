// Makes time pass in an open program: one timer to the instant at which what is shown can change next, and never further
// than the next full minute, so that a computer that slept or a clock that was set is noticed within one. It reads the
// clock through its door and knows nothing of books.
#pragma once
#include "core/base/clock.h"

#include <QObject>
#include <QTimer>

namespace duedesk {

class Pulse : public QObject {
    Q_OBJECT
public:
    explicit Pulse(const Clock& clock, QObject* parent = nullptr); // the clock outlives it

    // The instant to wait for in place of the one before; 0 = none.
    void expect(Instant next);
    Instant expected() const { return m_next; }
    // Looks at the clock now: what the timer does, and tests that moved it.
    void check();

signals:
    // The clock shows another minute. `due`: the instant that was expected is here, or the clock was set back, and with
    // it what was known about the next one. Nothing is expected then until expect().
    void beat(bool due);

private:
    void arm();

    const Clock& m_clock;
    QTimer m_timer;
    Instant m_next = 0;
    Instant m_seen; // the clock when last looked at
};

} // namespace duedesk
