#include "core/base/storedwords.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int deepest = 8; // words within words; only keeps a forged text from going on for ever
// They begin with a character that nobody types (withoutMark), so what a person wrote is never taken for words of ours.
constexpr QStringView mark = u"\x1f%|", capitalMark = u"\x1f%^|";

// A bar or a backslash within a part.
QString escaped(QString part) { return part.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s); }

QStringList parts(QStringView text)
{
    QStringList out{QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'|')
            out.append(QString());
        else
            out.back() += text[i] == u'\\' && i + 1 < text.size() ? text[++i] : text[i];
    }
    return out;
}

// Keys live for ever, each once: Words point to them as to literals.
const char* kept(const QString& key)
{
    static std::mutex mutex;
    static QHash<QString, const char*> known;
    const std::lock_guard lock(mutex);
    const char*& at = known[key];
    if (!at)
        at = qstrdup(key.toUtf8().constData());
    return at;
}

std::optional<Date> dayOf(QStringView iso)
{
    return iso.isEmpty() ? std::optional(Date()) : Date::fromIso(iso.toString());
}

} // namespace

struct StoredWords {
    static QString write(const Words& w);
    static QString write(const Words::Arg& arg);
    static std::optional<Words> read(const QString& text, int depth);
    static std::optional<Words::Arg> readArg(const QString& part, int depth);
};

QString StoredWords::write(const Words& w)
{
    if (!w.m_source)
        return w.m_args.empty() ? QString() : say(w);
    QStringList out{escaped(QString::fromUtf8(w.m_source))};
    if (w.m_one)
        out += u"1"_s + escaped(QString::fromUtf8(w.m_one)) + u"|#"_s + QString::number(w.m_n);
    for (const Words::Arg& arg : w.m_args)
        out += escaped(write(arg));
    return (w.m_capital ? capitalMark : mark) + out.join(u'|');
}

QString StoredWords::write(const Words::Arg& arg)
{
    return std::visit(
        [](const auto& a) -> QString {
            using A = std::decay_t<decltype(a)>;
            if constexpr (std::is_same_v<A, Name>)
                return u'"' + a.text;
            else if constexpr (std::is_same_v<A, Money>)
                return u'm' + QString::number(a.minor) + u' ' + a.currency.toString();
            else if constexpr (std::is_same_v<A, DayWord>)
                return (a.weekday ? u'D' : u'd') + (a.day.isValid() ? a.day.toIso() : QString());
            else if constexpr (std::is_same_v<A, ClockWord>)
                return u't' + QString::number(a.minuteOfDay);
            else if constexpr (std::is_same_v<A, DecimalWord>)
                return u'e' + QString::number(a.e4) + u'/' + QString::number(a.digits);
            else if constexpr (std::is_same_v<A, Number>)
                return u'n' + QString::number(a.n);
            else
                return u'w' + write(*a);
        },
        arg);
}

std::optional<Words::Arg> StoredWords::readArg(const QString& part, int depth)
{
    if (part.isEmpty())
        return std::nullopt;
    const QString rest = part.mid(1);
    bool ok = true;
    const auto number = [&](const QString& text) {
        bool one = false;
        const qint64 n = text.toLongLong(&one);
        ok = ok && one;
        return n;
    };
    std::optional<Words::Arg> out;
    switch (part[0].unicode()) {
    case u'"': return Name{rest};
    case u'm':
        if (const auto currency = Currency::parse(rest.section(u' ', 1)))
            out = Money{number(rest.section(u' ', 0, 0)), *currency};
        break;
    case u'd':
    case u'D':
        if (const auto day = dayOf(rest))
            out = DayWord{*day, {}, part[0] == u'D'};
        break;
    case u't': out = ClockWord{int(number(rest))}; break;
    case u'e':
        out = DecimalWord{number(rest.section(u'/', 0, 0)), int(number(rest.section(u'/', 1)))};
        ok = ok && std::get<DecimalWord>(*out).digits >= 0 && std::get<DecimalWord>(*out).digits <= 4;
        break;
    case u'n': out = Number{number(rest)}; break;
    case u'w':
        if (auto words = read(rest, depth + 1))
            out = std::make_shared<const Words>(std::move(*words));
        else if (!rest.startsWith(mark) && !rest.startsWith(capitalMark))
            out = std::make_shared<const Words>(Name{rest});
        break;
    default: break;
    }
    return ok ? out : std::nullopt;
}

std::optional<Words> StoredWords::read(const QString& text, int depth)
{
    const bool capital = text.startsWith(capitalMark);
    if (depth > deepest || (!capital && !text.startsWith(mark)))
        return std::nullopt;
    QStringList all = parts(QStringView(text).mid(capital ? capitalMark.size() : mark.size()));
    Words w;
    w.m_source = kept(all.takeFirst());
    w.m_capital = capital;
    if (all.size() >= 2 && all[0].startsWith(u'1') && all[1].startsWith(u'#')) {
        w.m_one = kept(all.takeFirst().mid(1));
        w.m_n = all.takeFirst().mid(1).toLongLong();
    }
    for (const QString& part : std::as_const(all)) {
        auto arg = readArg(part, depth);
        if (!arg)
            return std::nullopt;
        w.m_args.push_back(std::move(*arg));
    }
    return *w.m_source ? std::optional(std::move(w)) : std::nullopt;
}

QString withoutMark(QString typed) { return typed.remove(QChar(0x1f)); }

QString stored(const Words& words) { return StoredWords::write(words); }

Words recalled(const QString& text)
{
    auto words = StoredWords::read(text, 0);
    return words ? std::move(*words) : Words(Name{text});
}

} // namespace duedesk
