#include "core/command/planwords.h"

#include <QRegularExpression>
#include <QStringList>

namespace duedesk {
namespace {

Error notUnderstood(const Words& what)
{
    Error e;
    e.what = what;
    e.remedy = Lang::words("write “3 monthly from 24 nov”, or “500 24 nov; 500 22 dec”");
    e.field = QStringLiteral("instalments");
    return e;
}

// The sum in equal parts; what does not divide goes to the first ones.
std::vector<PlanInstalment> evenParts(std::int64_t sum, int n, Date first, int days)
{
    std::vector<PlanInstalment> out;
    for (int k = 0; k < n; ++k) {
        const Date due = days == 0 ? first.addMonths(k) : first + days * k;
        out.push_back({due, sum / n + (k < int(sum % n) ? 1 : 0)});
    }
    return out;
}

} // namespace

Result<std::vector<PlanInstalment>> parseInstalments(const QString& words, Money sum, Date today,
                                                     const BusinessCalendar& calendar)
{
    const QString text = words.simplified().toLower();
    static const QRegularExpression regular(
        QStringLiteral("^(\\d{1,2})\\s*x?\\s*(monthly|weekly|fortnightly)(?:\\s+from\\s+(.+))?$"));
    if (const auto m = regular.match(text); m.hasMatch()) {
        const int n = m.captured(1).toInt();
        const auto first = m.captured(3).isEmpty()
                               ? LaterTime{calendar.addBusinessDays(today, 5), -1}
                               : parseLater(m.captured(3), today, 0, calendar).value_or(LaterTime{});
        if (n < 1 || !first.day.isValid())
            return std::unexpected(notUnderstood(n < 1 ? Lang::words("are none") : Lang::words("have no first day")));
        const int days = m.captured(2) == u"weekly" ? 7 : m.captured(2) == u"fortnightly" ? 14 : 0;
        return evenParts(sum.minor, n, first.day, days);
    }
    std::vector<PlanInstalment> out;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        const QString one = part.simplified();
        QString amount = one.section(u' ', 0, 0);
        const auto money = parsePlainMoney(amount.remove(u','), sum.currency);
        const auto day = parseLater(one.section(u' ', 1), today, 0, calendar);
        if (!money || !day)
            return std::unexpected(notUnderstood(Lang::words("are not understood at “%1”", one)));
        out.push_back({day->day, money->minor});
    }
    if (out.empty())
        return std::unexpected(notUnderstood(Lang::words("are missing")));
    return out;
}

} // namespace duedesk
