#include "core/insight/words.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

} // namespace

QString dayWords(Date d, Date today)
{
    if (!d.isValid())
        return {};
    QString out = QString::number(d.day()) + u' ' + QLatin1String(months[std::size_t(d.month()) - 1]);
    if (today.isValid() && today.year() != d.year())
        out += u' ' + QString::number(d.year());
    return out;
}

QString weekdayWords(Date d, Date today)
{
    if (!d.isValid())
        return {};
    return QLatin1String(weekdays[std::size_t(d.weekday()) - 1]) + u' ' + dayWords(d, today);
}

QString clockWords(int minuteOfDay)
{
    const auto two = [](int n) { return QString::number(n).rightJustified(2, u'0'); };
    return two(minuteOfDay / 60) + u':' + two(minuteOfDay % 60);
}

QString lateWords(Instant due, Instant now)
{
    const Instant minutes = (now - due) / 60'000;
    if (minutes < 1)
        return {};
    if (minutes < 60)
        return QString::number(minutes) + u" min late";
    if (minutes < 24 * 60)
        return QString::number(minutes / 60) + u" h late";
    return countWords(int(minutes / (24 * 60)), u"day", u"days") + u" late";
}

QString moneyWords(Money m)
{
    QString plain = m.toPlain();
    if (!isFigure(m.minor))
        return plain + u' ' + m.currency.toString();
    const qsizetype point = plain.indexOf(u'.');
    const qsizetype first = plain.startsWith(u'-') ? 1 : 0;
    for (qsizetype i = (point < 0 ? plain.size() : point) - 3; i > first; i -= 3)
        plain.insert(i, u',');
    return plain + u' ' + m.currency.toString();
}

QString decimalWords(std::int64_t e4, int digits)
{
    std::int64_t unit = 1;
    for (int i = digits; i < 4; ++i)
        unit *= 10;
    return QString::fromStdString(plainDecimal(divideHalfEven(e4, unit), digits));
}

QString countWords(int n, QStringView one, QStringView many)
{
    return QString::number(n) + u' ' + (n == 1 ? one : many);
}

} // namespace duedesk
