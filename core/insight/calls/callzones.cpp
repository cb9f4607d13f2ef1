#include "core/insight/calls/callzones.h"

#include "core/base/text.h"
#include "core/base/words.h"

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

CallWindow callWindow(const Book& book, const Contact* contact, std::uint32_t payer, const Policy& policy)
{
    const Customer& customer = book.customers()[payer];
    CallWindow w;
    w.zones = callZones(book, contact, payer);
    if (w.zones.empty() && customer.consumer)
        w.zones = {book.info().zone};
    w.hours = allowedHours(book, contact, payer, policy);
    w.days = &book.calendarOf(payer);
    w.ownDays = !customer.calendar.isEmpty();
    return w;
}

Outcome openNow(const CallWindow& window, const LocalTimes& times, const Words& what)
{
    const auto no = [](Words why, Words remedy) {
        return fail(ErrorCode::Refused, std::move(why), std::move(remedy), QStringLiteral("time"));
    };
    if (!window.isHour(times)) {
        const std::size_t zones = window.zones.size();
        return no(
            zones == 1
                ? Lang::words("is outside %1: it is %2 there", what, ClockWord{times.at(window.zones.front()).minute})
                : Lang::words("is outside %1 in one of the %2 zones there", what, Number{qint64(zones)}),
            Lang::words("between %1 and %2 their time", ClockWord{window.hours.from}, ClockWord{window.hours.to}));
    }
    if (const Date day = window.closedDay(times); day.isValid())
        return no(Lang::words("%1 is not a business day there", DayWord{day, day, true}),
                  Lang::words("the next one is %1", DayWord{window.days->addBusinessDays(day, 1), day, true}));
    return {};
}

CallWindow mailWindow(const Book& book, const Contact* contact, std::uint32_t payer)
{
    static const BusinessCalendar everyDay({}, 0b1111111);
    CallWindow w;
    if (!book.customers()[payer].consumer)
        return w;
    w.zones = callZones(book, contact, payer);
    if (w.zones.empty())
        w.zones = {book.info().zone};
    w.hours = consumerHours;
    w.days = &everyDay;
    return w;
}

bool CallWindow::isHour(const LocalTimes& times) const
{
    return std::all_of(zones.begin(), zones.end(), [&](const QString& zone) {
        const int minute = times.at(zone).minute;
        return minute < 0 || hours.holds(minute);
    });
}

int CallWindow::minutesLeft(const LocalTimes& times) const
{
    int left = -1;
    for (const QString& zone : zones) {
        const int minute = times.at(zone).minute;
        if (minute < 0 || !hours.holds(minute))
            return -1;
        left = left < 0 ? hours.to - minute : std::min(left, hours.to - minute);
    }
    return left;
}

Date CallWindow::closedDay(const LocalTimes& times) const
{
    if (ownDays)
        for (const QString& zone : zones)
            if (const auto local = times.at(zone); local.minute >= 0 && !days->isBusinessDay(local.day))
                return local.day;
    return {};
}

CallWindow::Span CallWindow::on(Date day) const
{
    Span out;
    for (const QString& zone : zones) {
        const Instant from = instantIn(zone, day, hours.from);
        const Instant to = instantIn(zone, hours.to < 24 * 60 ? day : day + 1, hours.to % (24 * 60));
        out.from = std::max(out.from, from);
        out.to = out.to == 0 ? to : std::min(out.to, to);
    }
    return out;
}

Instant CallWindow::nextOpening(Instant now) const
{
    if (zones.empty())
        return 0;
    const Date first = dayIn({}, now) - 1; // somewhere it may still be yesterday
    for (Date day = first; day - first < furthestDay; day = day + 1) {
        if (!days->isBusinessDay(day))
            continue;
        const Span open = on(day);
        if (const Instant from = std::max(open.from, now); from < open.to)
            return from;
    }
    return 0;
}

} // namespace duedesk
