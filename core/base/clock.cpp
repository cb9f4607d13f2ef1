#include "core/base/clock.h"

#include "core/base/zonetime.h"

#include <QDateTime>
#include <QTimeZone>
#include <chrono>

namespace duedesk {
namespace {

QDateTime local(const QString& zone, Instant at) { return QDateTime::fromMSecsSinceEpoch(at, zoneNamed(zone)); }

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
    const QTimeZone z = zoneNamed(zone);
    const QTime asked(minuteOfDay / 60, minuteOfDay % 60);
    const Instant at = QDateTime(QDate(day.year(), day.month(), day.day()), asked, z).toMSecsSinceEpoch();
    const QDateTime t = QDateTime::fromMSecsSinceEpoch(at, z);
    if (t.time() == asked)
        return at;
    // The clocks skipped it, and Qt has moved it by as much; what is wanted is the moment they changed.
    const QTimeZone::OffsetData change = t.time() > asked ? z.previousTransition(t.addMSecs(1)) : z.nextTransition(t);
    return change.atUtc.isValid() ? change.atUtc.toMSecsSinceEpoch() : at;
}

std::optional<Instant> parseInstant(const QString& text)
{
    if (const auto d = Date::fromIso(text))
        return instantIn({}, *d, 0);
    QDateTime t = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!t.isValid() || text.mid(11, 2) == u"24") // the next day's midnight, by another name
        return std::nullopt;
    if (t.timeSpec() == Qt::LocalTime)
        t.setTimeSpec(Qt::UTC);
    return t.toMSecsSinceEpoch();
}

QString localZone() { return QString::fromLatin1(QTimeZone::systemTimeZoneId()); }

QString toIsoInstant(Instant at)
{
    if (at == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

} // namespace duedesk
