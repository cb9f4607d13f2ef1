#include "core/base/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace duedesk {
namespace {

constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

constexpr char context[] = "duedesk::Lang"; // as lupdate names it

bool same(const char* a, const char* b) { return a == b || (a && b && std::strcmp(a, b) == 0); }

// The pattern in the language of the catalogue; of a count in the form that `n` asks for.
QString pattern(const char* source, const char* one, qint64 n)
{
    if (!one)
        return QCoreApplication::translate(context, source);
    const int form = int(std::min<qint64>(n < 0 ? -n : n, std::numeric_limits<int>::max()));
    const QString found = QCoreApplication::translate(context, source, one, form);
    return n == 1 && found == QLatin1String(source) ? QString::fromUtf8(one) : found;
}

QString textOf(const Words::Arg& arg)
{
    return std::visit(
        [](const auto& a) -> QString {
            using A = std::decay_t<decltype(a)>;
            if constexpr (std::is_same_v<A, Name>)
                return a.text;
            else if constexpr (std::is_same_v<A, Money>)
                return moneyWords(a);
            else if constexpr (std::is_same_v<A, DayWord>)
                return a.weekday ? weekdayWords(a.day, a.today) : dayWords(a.day, a.today);
            else if constexpr (std::is_same_v<A, ClockWord>)
                return clockWords(a.minuteOfDay);
            else if constexpr (std::is_same_v<A, DecimalWord>)
                return decimalWords(a.e4, a.digits);
            else if constexpr (std::is_same_v<A, Number>)
                return numberWords(a.n);
            else
                return say(*a);
        },
        arg);
}

// One pass: an argument that holds a %2 of its own stays as it is.
QString filled(const QString& text, const std::vector<Words::Arg>& args)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int digit = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (digit < 1 || std::size_t(digit) > args.size()) {
            out += text[i];
            continue;
        }
        out += textOf(args[std::size_t(digit) - 1]);
        ++i;
    }
    return out;
}

Words joined(std::vector<Words> parts, Words (*two)(Words, Words))
{
    Words out;
    for (Words& part : parts) {
        if (part.isEmpty())
            continue;
        out = out.isEmpty() ? std::move(part) : two(std::move(out), std::move(part));
    }
    return out;
}

} // namespace

Words::Words(Name name)
{
    if (!name.text.isEmpty())
        m_args.push_back(std::move(name));
}

Words::Words(Money amount) { m_args.push_back(amount); }

Words::Words(DayWord day)
{
    if (day.day.isValid())
        m_args.push_back(day);
}

Words::Words(ClockWord time) { m_args.push_back(time); }
Words::Words(DecimalWord figure) { m_args.push_back(figure); }
Words::Words(Number n) { m_args.push_back(n); }

bool Words::operator==(const Words& other) const
{
    const auto equal = [](const Arg& a, const Arg& b) {
        const auto* x = std::get_if<std::shared_ptr<const Words>>(&a);
        const auto* y = std::get_if<std::shared_ptr<const Words>>(&b);
        return x && y ? **x == **y : a == b;
    };
    return same(m_source, other.m_source) && same(m_one, other.m_one) && m_n == other.m_n
           && m_capital == other.m_capital && std::ranges::equal(m_args, other.m_args, equal);
}

QString say(const Words& words)
{
    QString out = !words.m_source        ? QString()
                  : words.m_args.empty() ? pattern(words.m_source, words.m_one, words.m_n)
                                         : filled(pattern(words.m_source, words.m_one, words.m_n), words.m_args);
    if (!words.m_source && !words.m_args.empty())
        out = textOf(words.m_args.front());
    if (words.m_capital && !out.isEmpty())
        out[0] = out[0].toUpper();
    return out;
}

Words capitalised(Words words)
{
    words.m_capital = true;
    return words;
}

Words together(std::vector<Words> parts)
{
    std::erase_if(parts, [](const Words& part) { return part.isEmpty(); });
    if (parts.empty())
        return {};
    Words last = std::move(parts.back());
    parts.pop_back();
    return parts.empty() ? last : Lang::words("%1 and %2", listed(std::move(parts)), std::move(last));
}

Words sentences(std::vector<Words> parts)
{
    return joined(std::move(parts), [](Words a, Words b) { return Lang::words("%1 %2", std::move(a), std::move(b)); });
}

Words listed(std::vector<Words> parts)
{
    return joined(std::move(parts), [](Words a, Words b) { return Lang::words("%1, %2", std::move(a), std::move(b)); });
}

QString Lang::tr(const char* source, const char* comment)
{
    return QCoreApplication::translate(context, source, comment);
}

QString Lang::plural(const char* many, const char* one, qint64 n) { return say(count(many, one, n)); }

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

Words late(Instant due, Instant now)
{
    const Instant minutes = (now - due) / 60'000;
    if (minutes < 1)
        return {};
    if (minutes < 60)
        return Lang::words("%1 min late", Number{minutes});
    if (minutes < 24 * 60)
        return Lang::words("%1 h late", Number{minutes / 60});
    return Lang::count("%1 days late", "1 day late", minutes / (24 * 60));
}

QString lateWords(Instant due, Instant now) { return say(late(due, now)); }

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

QString numberWords(qint64 n)
{
    QString plain = QString::number(n);
    for (qsizetype i = plain.size() - 3; i > (n < 0 ? 1 : 0); i -= 3)
        plain.insert(i, u',');
    return plain;
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
