#include "core/base/zonetime.h"

#include <QDateTime>

namespace duedesk {

QTimeZone zoneNamed(const QString& name)
{
    if (name.isEmpty())
        return QTimeZone::utc();
    const QTimeZone z(name.toLatin1());
    return z.isValid() ? z : QTimeZone::utc();
}

Instant nextTimeIn(const QString& zone, Instant after, int minuteOfDay)
{
    constexpr Instant minute = 60'000, day = 24 * 60 * minute;
    const QTimeZone z = zoneNamed(zone);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(after, z);
    const Instant offset = Instant(at.offsetFromUtc()) * 1000;
    const Instant local = after + offset;
    const Instant sinceMidnight = ((local % day) + day) % day;
    Instant ahead = minuteOfDay * minute - sinceMidnight;
    if (ahead <= 0)
        ahead += day;
    if (z.hasTransitions())
        if (const auto change = z.nextTransition(at); change.atUtc.isValid())
            if (const Instant then = change.atUtc.toMSecsSinceEpoch(); then > after && then < after + ahead)
                return then;
    return after + ahead;
}

} // namespace duedesk
