// A clock that was set to an instant and goes on from there, for practice (duedesk --now).
#pragma once
#include "core/base/clock.h"

namespace duedesk {

class ShiftedClock final : public Clock {
public:
    // Shows `start` now and goes as fast as `real`, which outlives it.
    ShiftedClock(const Clock& real, Instant start) : m_real(real), m_shift(start - real.now()) {}
    Instant now() const override { return m_real.now() + m_shift; }

private:
    const Clock& m_real;
    Instant m_shift;
};

} // namespace duedesk
