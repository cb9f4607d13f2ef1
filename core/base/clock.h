// The door to time. Everything that depends on "now" or "today" takes a Clock, so tests and practice move it.
#pragma once
#include "core/base/date.h"

#include <QByteArray>

namespace duedesk {

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0; // UTC ms
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

// Stands still until told otherwise (--now, tests).
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : m_now(at) {}
    Instant now() const override { return m_now; }
    void set(Instant at) { m_now = at; }

private:
    Instant m_now;
};

// The civil day at an instant in an IANA zone ("" or unknown = UTC).
Date dayIn(const QString& zone, Instant at);
// Minutes since local midnight, 0..1439.
int minuteOfDayIn(const QString& zone, Instant at);
// The instant of a local time in a zone; a time skipped by a clock change moves to the first one after it.
Instant instantIn(const QString& zone, Date day, int minuteOfDay);
// "2025-11-14T09:30:00Z" (an offset is taken too; a date alone is its midnight UTC).
std::optional<Instant> parseInstant(const QString& text);
QString toIsoInstant(Instant at);
// IANA name of the computer's own zone.
QString localZone();

} // namespace duedesk
