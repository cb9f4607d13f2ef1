#include "core/base/date.h"

#include <chrono>

namespace duedesk {
namespace {

using namespace std::chrono;

year_month_day civil(std::int32_t d) { return year_month_day(sys_days(std::chrono::days(d))); }
Date fromYmd(year_month_day v) { return Date(static_cast<std::int32_t>(sys_days(v).time_since_epoch().count())); }

} // namespace

std::optional<Date> Date::fromCivil(int y, int m, int d)
{
    if (y < 1900 || y > 2999 || m < 1 || m > 12 || d < 1 || d > 31)
        return std::nullopt;
    const year_month_day v{std::chrono::year(y), std::chrono::month(unsigned(m)), std::chrono::day(unsigned(d))};
    if (!v.ok())
        return std::nullopt;
    return fromYmd(v);
}

std::optional<Date> Date::fromIso(std::string_view t)
{
    if (t.size() != 10 || t[4] != '-' || t[7] != '-')
        return std::nullopt;
    int parts[3] = {0, 0, 0};
    const int at[3] = {0, 5, 8}, len[3] = {4, 2, 2};
    for (int p = 0; p < 3; ++p) {
        for (int i = 0; i < len[p]; ++i) {
            const char c = t[std::size_t(at[p] + i)];
            if (c < '0' || c > '9')
                return std::nullopt;
            parts[p] = parts[p] * 10 + (c - '0');
        }
    }
    return fromCivil(parts[0], parts[1], parts[2]);
}

std::optional<Date> Date::fromIso(const QString& text)
{
    const QByteArray b = text.toUtf8();
    return fromIso(std::string_view(b.constData(), std::size_t(b.size())));
}

int Date::year() const { return int(civil(m_days).year()); }
int Date::month() const { return int(unsigned(civil(m_days).month())); }
int Date::day() const { return int(unsigned(civil(m_days).day())); }

int Date::weekday() const { return int(std::chrono::weekday(sys_days(std::chrono::days(m_days))).iso_encoding()); }

Date Date::firstOfMonth() const
{
    const auto v = civil(m_days);
    return fromYmd(v.year() / v.month() / 1);
}

Date Date::endOfMonth() const
{
    const auto v = civil(m_days);
    return fromYmd(year_month_day(v.year() / v.month() / last));
}

Date Date::addMonths(int n) const
{
    const auto v = civil(m_days);
    const auto ym = year_month(v.year(), v.month()) + months(n);
    const year_month_day target{ym.year(), ym.month(), v.day()};
    return target.ok() ? fromYmd(target) : fromYmd(year_month_day(ym.year() / ym.month() / last));
}

std::string Date::isoString() const
{
    if (!isValid())
        return {};
    const auto v = civil(m_days);
    const int y = int(v.year());
    const unsigned m = unsigned(v.month()), d = unsigned(v.day());
    std::string s(10, '-');
    s[0] = char('0' + y / 1000);
    s[1] = char('0' + y / 100 % 10);
    s[2] = char('0' + y / 10 % 10);
    s[3] = char('0' + y % 10);
    s[5] = char('0' + m / 10);
    s[6] = char('0' + m % 10);
    s[8] = char('0' + d / 10);
    s[9] = char('0' + d % 10);
    return s;
}

QString Date::toIso() const { return QString::fromStdString(isoString()); }

} // namespace duedesk
