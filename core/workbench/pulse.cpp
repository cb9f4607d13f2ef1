#include "core/workbench/pulse.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr Instant minute = 60'000;
constexpr Instant shortest = 20; // ms; a clock that stands still just before an instant is not asked without pause
constexpr Instant slack = 1'000; // a clock that is kept right by a network goes back by less

} // namespace

Pulse::Pulse(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock), m_seen(clock.now())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may be three seconds off in a minute
    connect(&m_timer, &QTimer::timeout, this, &Pulse::check);
    arm();
}

void Pulse::expect(Instant next)
{
    m_next = next;
    arm();
}

void Pulse::arm()
{
    const Instant now = m_clock.now();
    Instant at = (now / minute + 1) * minute;
    if (m_next != 0)
        at = std::min(at, m_next);
    m_timer.start(int(std::clamp(at - now, shortest, minute)));
}

void Pulse::check()
{
    const Instant now = m_clock.now();
    const bool due = now < m_seen - slack || (m_next != 0 && now >= m_next);
    const bool turned = now / minute != m_seen / minute;
    m_seen = now;
    if (due)
        m_next = 0;
    arm();
    if (due || turned)
        emit beat(due);
}

} // namespace duedesk
