#include "core/insight/letters/letterwords.h"

#include "core/base/error.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <map>

using namespace Qt::StringLiterals;

// Resources of a static library are linked only when somebody asks for them; the macro must stand outside namespaces.
static void registerLetterFiles() { Q_INIT_RESOURCE(templates); }

namespace duedesk {
namespace {

const QString root = u":/templates/"_s;

QString textOf(const QString& path)
{
    registerLetterFiles();
    QFile f(path);
    invariant(f.open(QIODevice::ReadOnly), "a text of the program cannot be read");
    return QString::fromUtf8(f.readAll());
}

// "Subject: …", an empty line, the body.
LetterTemplate parse(const QString& name, const QString& language, const QString& text)
{
    const QString head = u"Subject: "_s;
    const qsizetype end = text.indexOf(u"\n\n"_s);
    invariant(text.startsWith(head) && end > 0, "a built-in letter has no subject");
    LetterTemplate t;
    t.name = name;
    t.language = language;
    t.subject = text.mid(head.size(), end - head.size()).trimmed();
    t.body = text.mid(end + 2).trimmed();
    t.version = 0;
    t.draftedBy = t.approvedBy = u"Duedesk"_s;
    t.approvedOn = Date(0);
    return t;
}

} // namespace

QStringList LetterWords::languages()
{
    registerLetterFiles();
    return QDir(root).entryList(QDir::Dirs, QDir::Name);
}

LetterWords::LetterWords(const QString& language) : m_language(language), m_locale(language)
{
    const QStringList lines = textOf(root + language + u"/words.txt"_s).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        if (!line.startsWith(u'#'))
            m_words.insert(line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed());
}

const LetterWords& LetterWords::of(const QString& language)
{
    static const std::map<QString, LetterWords> all = [] {
        std::map<QString, LetterWords> out;
        for (const QString& l : languages())
            out.emplace(l, LetterWords(l));
        return out;
    }();
    const auto it = all.find(language.section(u'-', 0, 0).section(u'_', 0, 0).toLower());
    return it == all.end() ? all.at(u"en"_s) : it->second;
}

QString LetterWords::operator()(const char* key) const
{
    const auto it = m_words.constFind(QLatin1String(key));
    invariant(it != m_words.constEnd(), "a language lacks a word");
    return *it;
}

QString LetterWords::day(Date d) const
{
    return d.isValid() ? m_locale.toString(QDate(d.year(), d.month(), d.day()), u"d MMM yyyy"_s) : QString();
}

QString LetterWords::amount(Money m) const
{
    QString plain = m.toPlain();
    if (!isFigure(m.minor))
        return plain;
    const qsizetype point = plain.indexOf(u'.');
    const qsizetype first = plain.startsWith(u'-') ? 1 : 0;
    if (point >= 0)
        plain.replace(point, 1, m_locale.decimalPoint());
    for (qsizetype i = (point < 0 ? plain.size() : point) - 3; i > first; i -= 3)
        plain.insert(i, m_locale.groupSeparator());
    return plain;
}

QString LetterWords::money(Money m) const { return amount(m) + u' ' + m.currency.toString(); }

QString LetterWords::list(const QStringList& parts) const
{
    if (parts.size() < 2)
        return parts.join(QString());
    return parts.mid(0, parts.size() - 1).join(u", "_s) + u' ' + (*this)("and") + u' ' + parts.last();
}

QStringList builtInTemplateNames()
{
    return {u"courtesy"_s,  u"reminder"_s,     u"second-reminder"_s, u"finance-head"_s,
            u"statement"_s, u"confirmation"_s, u"document"_s};
}

const LetterTemplate* builtInTemplate(const QString& name, const QString& language)
{
    static const std::map<std::pair<QString, QString>, LetterTemplate> all = [] {
        std::map<std::pair<QString, QString>, LetterTemplate> out;
        for (const QString& l : LetterWords::languages())
            for (const QString& n : builtInTemplateNames())
                if (const QString path = root + l + u'/' + n + u".txt"; QFile::exists(path))
                    out.emplace(std::pair(n, l), parse(n, l, textOf(path)));
        return out;
    }();
    const auto it = all.find({name, language});
    return it == all.end() ? nullptr : &it->second;
}

} // namespace duedesk
