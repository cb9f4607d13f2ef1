// How long the longest turn of the event loop was: what a person would have felt as a key that waits. For printing, never
// for asserting.
#pragma once
#include <QElapsedTimer>
#include <QTimer>

namespace duedesk {

class LoopClock {
public:
    LoopClock()
    {
        QObject::connect(&m_tick, &QTimer::timeout, &m_tick,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_tick.start(0);
    }
    qint64 longestMs() const { return m_longest; }

private:
    QTimer m_tick;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace duedesk
