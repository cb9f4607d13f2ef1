#include "ui/models/format.h"

#include "core/base/error.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr qint64 julianOfEpoch = 2440588; // 1970-01-01
constexpr qint64 dayMs = 86'400'000;

int digitsOf(Currency c) { return c.isValid() ? c.exponent() : 2; }

std::int64_t powerOfTen(int n)
{
    std::int64_t p = 1;
    for (; n > 0; --n)
        p *= 10;
    return p;
}

// Right to left into a buffer: a page of a list formats a thousand amounts, and QLocale takes a microsecond each.
QString grouped(quint64 whole, qint64 fraction, int digits, bool negative)
{
    static const QString group = displayLocale().groupSeparator();
    static const QString point = displayLocale().decimalPoint();
    std::array<char16_t, 48> buffer;
    std::size_t at = buffer.size();
    const auto put = [&](const QString& text) {
        for (qsizetype i = text.size(); i-- > 0;)
            buffer[--at] = text[i].unicode();
    };
    for (int i = 0; i < digits; ++i, fraction /= 10)
        buffer[--at] = char16_t(u'0' + fraction % 10);
    if (digits > 0)
        put(point);
    int count = 0;
    do {
        if (count > 0 && count % 3 == 0)
            put(group);
        buffer[--at] = char16_t(u'0' + whole % 10);
        whole /= 10;
        ++count;
    } while (whole > 0);
    if (negative)
        buffer[--at] = u'\u2212';
    return QString(reinterpret_cast<const QChar*>(buffer.data() + at), qsizetype(buffer.size() - at));
}

} // namespace

const QLocale& displayLocale()
{
    static const QLocale locale = [] {
        const QLocale system;
        return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : system;
    }();
    return locale;
}

QDate toQDate(Date d) { return d.isValid() ? QDate::fromJulianDay(julianOfEpoch + d.days()) : QDate(); }

Date fromQDate(QDate d) { return d.isValid() ? Date(std::int32_t(d.toJulianDay() - julianOfEpoch)) : Date(); }

QString amountText(std::int64_t minor, Currency c)
{
    if (!isFigure(minor))
        return QString::fromLatin1(noFigureWords);
    const int digits = digitsOf(c);
    const std::int64_t scale = powerOfTen(digits);
    const quint64 magnitude = minor < 0 ? 0 - quint64(minor) : quint64(minor);
    return grouped(magnitude / quint64(scale), qint64(magnitude % quint64(scale)), digits, minor < 0);
}

QString amountWithUnit(std::int64_t minor, Currency c) { return amountText(minor, c) + u' ' + c.toString(); }

QString wholeText(std::int64_t minor, Currency c)
{
    if (!isFigure(minor))
        return amountText(minor, c);
    const std::int64_t whole = divideHalfEven(minor, powerOfTen(digitsOf(c)));
    return grouped(whole < 0 ? quint64(-whole) : quint64(whole), 0, 0, whole < 0);
}

QString shortText(std::int64_t minor, Currency c)
{
    if (!isFigure(minor))
        return amountText(minor, c);
    const std::int64_t unit = powerOfTen(digitsOf(c));
    const std::int64_t whole = divideHalfEven(minor, unit);
    const std::int64_t size = whole < 0 ? -whole : whole;
    if (size < 10'000)
        return wholeText(minor, c);
    if (size < 1'000'000)
        return Lang::tr("%1 k").arg(countText(divideHalfEven(whole, 1000)));
    const std::int64_t tenths = divideHalfEven(whole, 100'000);
    const quint64 abs = quint64(tenths < 0 ? -tenths : tenths);
    return Lang::tr("%1 M").arg(grouped(abs / 10, qint64(abs % 10), 1, tenths < 0));
}

QString sizeText(qint64 bytes)
{
    return bytes < 1'000'000 ? Lang::tr("%1 kB").arg(countText((bytes + 999) / 1000))
                             : Lang::tr("%1 MB").arg(displayLocale().toString(double(bytes) / 1e6, 'f', 1));
}

QString countText(qint64 n) { return grouped(n < 0 ? 0 - quint64(n) : quint64(n), 0, 0, n < 0); }

QString factorText(std::int64_t e4)
{
    int digits = 4;
    std::int64_t shown = e4 < 0 ? -e4 : e4;
    for (; digits > 2 && shown % 10 == 0; --digits)
        shown /= 10;
    const std::int64_t scale = powerOfTen(digits);
    return grouped(quint64(shown / scale), shown % scale, digits, e4 < 0);
}

QString sentenceOf(const Error& e)
{
    QString text = e.message();
    if (!text.isEmpty() && e.file.isEmpty() && e.row == 0 && e.field.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString dateText(Date d) { return d.isValid() ? displayLocale().toString(toQDate(d), u"d MMM yyyy"_s) : QString(); }
QString dayText(Date d) { return d.isValid() ? displayLocale().toString(toQDate(d), u"d MMM"_s) : QString(); }
QString weekdayText(Date d) { return d.isValid() ? displayLocale().toString(toQDate(d), u"ddd d MMM"_s) : QString(); }
QString fullDateText(Date d)
{
    return d.isValid() ? displayLocale().toString(toQDate(d), u"ddd d MMM yyyy"_s) : QString();
}

QString minuteText(int minuteOfDay)
{
    if (minuteOfDay < 0)
        return {};
    const int h = minuteOfDay / 60, m = minuteOfDay % 60;
    const std::array<char16_t, 5> t{char16_t(u'0' + h / 10), char16_t(u'0' + h % 10), u':', char16_t(u'0' + m / 10),
                                    char16_t(u'0' + m % 10)};
    return QString(reinterpret_cast<const QChar*>(t.data()), 5);
}

QString daysText(int days) { return days == 0 ? QString() : Lang::tr("%1 d").arg(countText(days)); }

QString agoText(Instant at, Instant now)
{
    const qint64 minutes = (now - at) / 60'000;
    if (minutes < 2)
        return Lang::tr("just now");
    if (minutes < 90)
        return Lang::tr("%1 min ago").arg(countText(minutes));
    if (minutes < 36 * 60)
        return Lang::tr("%1 h ago").arg(countText((minutes + 30) / 60));
    if (minutes < 6 * 24 * 60)
        return Lang::tr("%1 days ago").arg(countText((minutes + 12 * 60) / (24 * 60)));
    return dateText(Date(std::int32_t(at / dayMs)));
}

std::optional<std::int64_t> readAmount(const QString& text, Currency c)
{
    QString t = text.trimmed();
    const QString code = c.toString();
    if (!code.isEmpty() && t.endsWith(code, Qt::CaseInsensitive))
        t.chop(code.size());
    t.replace(u'\u2212', u'-');
    const QString group = displayLocale().groupSeparator(), point = displayLocale().decimalPoint();
    if (point != u"."_s && t.contains(point)) {
        t.remove(group);
        t.replace(point, u"."_s);
    } else if (group != u"."_s) {
        t.remove(group);
    }
    t.remove(QRegularExpression(u"\\s|'"_s));
    const auto money = parsePlainMoney(t, c);
    return money ? std::optional(money->minor) : std::nullopt;
}

Date readDate(const QString& text, Date today)
{
    const QString t = text.simplified();
    if (t.isEmpty())
        return {};
    if (const auto iso = Date::fromIso(t))
        return *iso;
    static const std::array formats{u"ddd d MMM yyyy"_s, u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"d.M.yyyy"_s,
                                    u"d/M/yyyy"_s};
    for (const QString& f : formats)
        for (const QLocale& l : {displayLocale(), QLocale(QLocale::English)})
            if (const QDate d = l.toDate(t, f); d.isValid())
                return fromQDate(d);
    // Without a year: the next such day.
    for (const int year : {today.year(), today.year() + 1})
        for (const auto& f : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"ddd d MMM yyyy"_s, u"d.M. yyyy"_s})
            if (const QDate d = displayLocale().toDate(t + u' ' + QString::number(year), f); d.isValid())
                if (const Date day = fromQDate(d); day >= today)
                    return day;
    return {};
}

} // namespace duedesk
