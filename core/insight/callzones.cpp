#include "core/insight/callzones.h"

#include "core/base/text.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <map>
#include <mutex>

namespace duedesk {
namespace {

constexpr int furthestDay = 28; // holidays in a row end before that

QLocale::Territory territoryOf(const QString& country)
{
    QString t = country.trimmed();
    for (const auto& [usual, code] : {std::pair(u"USA", u"US"), {u"UK", u"GB"}, {u"UAE", u"AE"}})
        if (t.compare(QStringView(usual), Qt::CaseInsensitive) == 0)
            t = QStringView(code).toString();
    if (t.size() == 2)
        if (const auto byCode = QLocale::codeToTerritory(t.toUpper()); byCode != QLocale::AnyTerritory)
            return byCode;
    const QString folded = foldForSearch(t);
    for (int i = 1; i <= int(QLocale::LastTerritory); ++i)
        if (foldForSearch(QLocale::territoryToString(QLocale::Territory(i))) == folded)
            return QLocale::Territory(i);
    return QLocale::AnyTerritory;
}

// Zones that differ in no month of a year stand for one time.
std::vector<QString> distinctZones(QLocale::Territory territory)
{
    std::vector<QString> out;
    std::vector<std::array<int, 12>> kept;
    if (territory == QLocale::AnyTerritory)
        return out;
    const int year = QDate(2025, 1, 1).year(); // rules of old years would tell places apart that keep one time now
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds(territory)) {
        const QTimeZone zone(id);
        std::array<int, 12> offsets{};
        for (int month = 1; month <= 12; ++month)
            offsets[std::size_t(month - 1)] =
                zone.offsetFromUtc(QDateTime(QDate(year, month, 15), QTime(12, 0), Qt::UTC));
        if (std::find(kept.begin(), kept.end(), offsets) != kept.end())
            continue;
        kept.push_back(offsets);
        out.push_back(QString::fromLatin1(id));
    }
    return out;
}

} // namespace

const std::vector<QString>& zonesOfCountry(const QString& country)
{
    static std::mutex mutex;
    static std::map<QString, std::vector<QString>> known; // nodes stay where they are
    const std::lock_guard lock(mutex);
    const auto it = known.find(country);
    return it != known.end() ? it->second : known.emplace(country, distinctZones(territoryOf(country))).first->second;
}

std::vector<QString> callZones(const Book& book, const Contact* contact, std::uint32_t payer)
{
    if (contact && !contact->zone.isEmpty())
        return {contact->zone};
    const std::uint32_t site = contact ? book.customerRow(contact->customer) : noRow;
    for (const std::uint32_t row : {site, payer}) {
        if (row == noRow)
            continue;
        const Customer& c = book.customers()[row];
        if (!c.zone.isEmpty())
            return {c.zone};
        if (!c.country.isEmpty())
            if (const auto& zones = zonesOfCountry(c.country); !zones.empty())
                return zones;
    }
    return {};
}

bool isCallTime(std::span<const QString> zones, CallingHours hours, const LocalTimes& times)
{
    return std::all_of(zones.begin(), zones.end(), [&](const QString& zone) {
        const int minute = times.at(zone).minute;
        return minute < 0 || hours.holds(minute);
    });
}

Instant nextCallTime(std::span<const QString> zones, CallingHours hours, const BusinessCalendar& calendar, Instant now)
{
    if (zones.empty())
        return 0;
    const Date first = dayIn({}, now) - 1; // somewhere it may still be yesterday
    for (Date day = first; day - first < furthestDay; day = day + 1) {
        if (!calendar.isBusinessDay(day))
            continue;
        Instant from = now, to = 0;
        for (const QString& zone : zones) {
            from = std::max(from, instantIn(zone, day, hours.from));
            const Instant end = instantIn(zone, hours.to < 24 * 60 ? day : day + 1, hours.to % (24 * 60));
            to = to == 0 ? end : std::min(to, end);
        }
        if (from < to)
            return from;
    }
    return 0;
}

} // namespace duedesk
