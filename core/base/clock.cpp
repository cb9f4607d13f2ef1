#include "core/base/clock.h"

#include <QDateTime>
#include <QTimeZone>
#include <chrono>

namespace duedesk {
namespace {

QTimeZone zoneOf(const QString& name)
{
    if (name.isEmpty())
        return QTimeZone::utc();
    const QTimeZone z(name.toLatin1());
    return z.isValid() ? z : QTimeZone::utc();
}

QDateTime local(const QString& zone, Instant at) { return QDateTime::fromMSecsSinceEpoch(at, zoneOf(zone)); }

} // namespace

Instant SystemClock::now() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Date dayIn(const QString& zone, Instant at)
{
    const QDate d = local(zone, at).date();
    return Date::fromCivil(d.year(), d.month(), d.day()).value_or(Date());
}

int minuteOfDayIn(const QString& zone, Instant at)
{
    const QTime t = local(zone, at).time();
    return t.hour() * 60 + t.minute();
}

Instant instantIn(const QString& zone, Date day, int minuteOfDay)
{
    const QDate d(day.year(), day.month(), day.day());
    const QDateTime t(d, QTime(minuteOfDay / 60, minuteOfDay % 60), zoneOf(zone));
    return t.toMSecsSinceEpoch();
}

std::optional<Instant> parseInstant(const QString& text)
{
    if (const auto d = Date::fromIso(text))
        return instantIn({}, *d, 0);
    QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!t.isValid())
        return std::nullopt;
    if (t.timeSpec() == Qt::LocalTime)
        t.setTimeSpec(Qt::UTC);
    return t.toMSecsSinceEpoch();
}

QString toIsoInstant(Instant at)
{
    if (at == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

} // namespace duedesk
