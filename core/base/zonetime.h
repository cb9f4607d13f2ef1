// Wall clocks of a zone as they go on: which rules a name stands for, and when a clock there shows a minute of the day next.
// Asked by whatever waits for a local time; single conversions are in clock.h.
#pragma once
#include "core/base/date.h"

#include <QString>
#include <QTimeZone>

namespace duedesk {

// By its IANA name; "" or unknown = UTC.
QTimeZone zoneNamed(const QString& name);

// The first instant after `after` at which clocks in the zone show this minute of the day (0..1439), or are changed to
// summer or winter time, whichever comes first: behind a change every answer has to be looked for again.
Instant nextTimeIn(const QString& zone, Instant after, int minuteOfDay);

} // namespace duedesk
