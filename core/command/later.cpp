#include "core/base/text.h"
#include "core/command/command.h"

#include <QRegularExpression>
#include <QStringList>
#include <array>

namespace duedesk {
namespace {

constexpr std::array<QStringView, 7> weekdays = {u"monday", u"tuesday",  u"wednesday", u"thursday",
                                                 u"friday", u"saturday", u"sunday"};
constexpr std::array<QStringView, 12> months = {u"january",   u"february", u"march",    u"april",
                                                u"may",       u"june",     u"july",     u"august",
                                                u"september", u"october",  u"november", u"december"};

// 1-based position of the name that the word shortens, three letters or more; 0 = none.
template <std::size_t N> int named(const std::array<QStringView, N>& names, const QString& word)
{
    if (word.size() < 3)
        return 0;
    for (std::size_t i = 0; i < N; ++i)
        if (names[i].startsWith(word))
            return int(i) + 1;
    return 0;
}

std::optional<int> number(const QString& word, int least, int most)
{
    bool ok = false;
    const int n = word.size() <= 4 ? word.toInt(&ok) : 0;
    return ok && word[0].isDigit() && n >= least && n <= most ? std::optional(n) : std::nullopt;
}

// "14:30", "9:05", "14h", "9am", "2pm", "morning", "afternoon".
std::optional<int> clockOf(const QString& word)
{
    if (word == u"morning")
        return 9 * 60;
    if (word == u"noon")
        return 12 * 60;
    if (word == u"afternoon")
        return 13 * 60;
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?(h|am|pm)?$"));
    const auto m = shape.match(word);
    if (!m.hasMatch() || (m.captured(2).isEmpty() && m.captured(3).isEmpty()))
        return std::nullopt;
    int hour = m.captured(1).toInt();
    const int minute = m.captured(2).toInt();
    const QString half = m.captured(3);
    if (half == u"am" || half == u"pm") {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == u"pm" ? 12 : 0);
    }
    return hour < 24 && minute < 60 ? std::optional(hour * 60 + minute) : std::nullopt;
}

Date nextWeekday(Date today, int weekday)
{
    const int ahead = (weekday - today.weekday() + 7) % 7;
    return today + (ahead == 0 ? 7 : ahead);
}

// The day and month that come next, today included.
std::optional<Date> nextDayOfYear(Date today, int month, int day)
{
    for (int year = today.year(); year <= today.year() + 8; ++year) // 29 Feb may be years away
        if (const auto d = Date::fromCivil(year, month, day); d && *d >= today)
            return d;
    return std::nullopt;
}

// "+3bd", "+2d", "+1w", "+1m"; the sign may be missing.
std::optional<Date> offset(const QString& word, Date today, const BusinessCalendar& calendar)
{
    static const QRegularExpression shape(QStringLiteral("^\\+?(\\d{1,3})(bd|d|w|m)$"));
    const auto m = shape.match(word);
    if (!m.hasMatch())
        return std::nullopt;
    const int n = m.captured(1).toInt();
    const QString unit = m.captured(2);
    if (unit == u"bd")
        return calendar.addBusinessDays(today, n);
    return unit == u"m" ? today.addMonths(n) : today + (unit == u"w" ? 7 * n : n);
}

struct Reading {
    Date day;
    int minute = -1;
    qsizetype used = 0; // words
};

// "fri 10": the 10th where it is a Friday within a month, else Friday at ten.
Reading readWeekday(const QStringList& words, Date today, int weekday)
{
    Reading r{nextWeekday(today, weekday), -1, 1};
    if (words.size() < 2)
        return r;
    if (const auto n = number(words[1], 0, 31)) {
        for (Date d = today + 1; *n > 0 && d <= today + 31; d = d + 1)
            if (d.day() == *n && d.weekday() == weekday)
                return {d, -1, 2};
        if (*n < 24)
            return {r.day, *n * 60, 2};
    }
    return r;
}

std::optional<Reading> readDay(const QStringList& words, Date today, const BusinessCalendar& calendar)
{
    const QString& first = words[0];
    if (const auto d = Date::fromIso(first))
        return Reading{*d, -1, 1};
    if (first == u"today")
        return Reading{today, -1, 1};
    if (first == u"tomorrow" || first == u"tom")
        return Reading{today + 1, -1, 1};
    if (first == u"next" && words.size() > 1 && words[1] == u"week")
        return Reading{nextWeekday(today, 1), -1, 2};
    if (first == u"next" && words.size() > 1 && words[1] == u"month")
        return Reading{today.firstOfMonth().addMonths(1), -1, 2};
    if (const auto d = offset(first, today, calendar))
        return Reading{*d, -1, 1};
    if (const int weekday = named(weekdays, first))
        return readWeekday(words, today, weekday);
    if (words.size() < 2)
        return std::nullopt;
    // "2 dec", "dec 2", with or without the year.
    const bool dayFirst = number(first, 1, 31).has_value();
    const auto n = number(dayFirst ? first : words[1], 1, 31);
    const int month = named(months, dayFirst ? words[1] : first);
    if (!n || month == 0)
        return std::nullopt;
    const auto year = words.size() > 2 ? number(words[2], 1900, 2999) : std::nullopt;
    const auto d = year ? Date::fromCivil(*year, month, *n) : nextDayOfYear(today, month, *n);
    if (!d)
        return std::nullopt;
    return Reading{*d, -1, year ? 3 : 2};
}

} // namespace

std::optional<LaterTime> parseLater(const QString& words, Date today, int nowMinute, const BusinessCalendar& calendar)
{
    QStringList parts = foldForSearch(words).trimmed().split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 5)
        return std::nullopt;
    if (parts.size() == 1)
        if (const auto minute = clockOf(parts[0]))
            return LaterTime{*minute > nowMinute ? today : today + 1, *minute};
    const auto r = readDay(parts, today, calendar);
    if (!r || !r->day.isValid() || r->day > lastDate)
        return std::nullopt;
    LaterTime out{r->day, r->minute};
    parts = parts.mid(r->used);
    parts.removeAll(QStringLiteral("at"));
    if (parts.isEmpty())
        return out;
    if (parts.size() > 1 || out.minute >= 0)
        return std::nullopt;
    auto minute = clockOf(parts[0]);
    if (const auto hour = number(parts[0], 0, 23); !minute && hour)
        minute = *hour * 60;
    if (!minute)
        return std::nullopt;
    out.minute = *minute;
    return out;
}

} // namespace duedesk
