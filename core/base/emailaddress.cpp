#include "core/base/emailaddress.h"

#include "core/base/text.h"

#include <QSet>
#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype maxLocal = 64, maxLabel = 63, maxAddress = 254;

struct Fault {
    QString what, remedy;
};

bool isAscii(const QString& s)
{
    return std::all_of(s.begin(), s.end(), [](QChar c) { return c.unicode() < 128; });
}

bool isAtom(QChar c)
{
    const ushort u = c.unicode();
    return (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z')
           || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

std::optional<Fault> checkShape(const QString& t)
{
    const QString one = u"write it like name@company.com"_s;
    if (t.isEmpty())
        return Fault{u"is empty"_s, one};
    if (firstHidden(t) >= 0)
        return Fault{u"holds a line break or another character that cannot be seen"_s, u"type the address anew"_s};
    if (t.count(u'@') > 1 || t.contains(u',') || t.contains(u';'))
        return Fault{u"is more than one address"_s, u"enter one address"_s};
    if (t.contains(u'<') || t.contains(u'>') || t.contains(u'"') || t.contains(u'('))
        return Fault{u"is more than an address"_s, u"enter the address alone, without a name"_s};
    if (std::any_of(t.begin(), t.end(), [](QChar c) { return c.isSpace(); }))
        return Fault{u"holds a blank"_s, one};
    if (!t.contains(u'@'))
        return Fault{u"has no @"_s, one};
    return {};
}

std::optional<Fault> checkLocal(const QString& local)
{
    if (local.isEmpty())
        return Fault{u"has nothing before the @"_s, u"write it like name@company.com"_s};
    if (local.size() > maxLocal)
        return Fault{u"has more than 64 characters before the @"_s, u"check for text pasted along with it"_s};
    if (!isAscii(local))
        return Fault{u"has letters before the @ that mail servers do not take"_s, u"use a-z, digits and . - _ +"_s};
    const bool dots = local.startsWith(u'.') || local.endsWith(u'.') || local.contains(".."_L1);
    if (dots || !std::all_of(local.begin(), local.end(), [](QChar c) { return c == u'.' || isAtom(c); }))
        return Fault{u"is not an e-mail address before the @"_s, u"use a-z, digits and . - _ +"_s};
    return {};
}

// Letters of one label may come from one script, or from the ones that Chinese, Japanese and Korean write together.
bool mixesScripts(const QString& label)
{
    QSet<int> scripts;
    for (const uint c : label.toUcs4())
        if (const auto s = QChar::script(c); s != QChar::Script_Common && s != QChar::Script_Inherited)
            scripts.insert(int(s));
    static const QSet<int> together[] = {
        {int(QChar::Script_Latin), int(QChar::Script_Han), int(QChar::Script_Hiragana), int(QChar::Script_Katakana)},
        {int(QChar::Script_Latin), int(QChar::Script_Han), int(QChar::Script_Hangul)},
        {int(QChar::Script_Latin), int(QChar::Script_Han), int(QChar::Script_Bopomofo)},
    };
    return scripts.size() > 1 && std::none_of(std::begin(together), std::end(together), [&](const auto& t) {
               return t.contains(scripts);
           });
}

// A label of another script in which every letter looks like a Latin one: "аррӏе".
bool looksLatin(const QString& label)
{
    static const QString alike = u"асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνρυωηοτόάίύώ"_s;
    return !isAscii(label) && std::all_of(label.begin(), label.end(), [](QChar c) {
        return alike.contains(c) || c == u'-' || (c.unicode() < 128 && c.isDigit());
    });
}

std::optional<Fault> checkLabel(const QString& label)
{
    Fault malformed{u"is not an e-mail address after the @"_s, u"write it like name@company.com"_s};
    if (label.isEmpty() || label.size() > maxLabel || label.startsWith(u'-') || label.endsWith(u'-'))
        return malformed;
    for (const QChar c : label)
        if (!((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-'))
            return malformed;
    if (!label.startsWith("xn--"_L1))
        return {};
    const QString shown = QUrl::fromAce(label.toLatin1(), QUrl::IgnoreIDNWhitelist);
    if (shown == label)
        return malformed;
    if (mixesScripts(shown) || looksLatin(shown))
        return Fault{u"has a domain whose letters look like others"_s,
                     u"ask for the address on a number you know, and type it yourself"_s};
    return {};
}

// The domain in ASCII, or what is wrong with it.
std::expected<QString, Fault> asciiDomain(const QString& domain)
{
    Fault malformed{u"is not an e-mail address after the @"_s, u"write it like name@company.com"_s};
    // Full-width and other stand-ins for plain letters are folded by IDNA; nobody types them by accident.
    if (domain.normalized(QString::NormalizationForm_KC) != domain.normalized(QString::NormalizationForm_C))
        return std::unexpected(Fault{u"has a domain whose letters look like others"_s, u"type the address yourself"_s});
    QString ascii =
        isAscii(domain) ? domain.toLower() : QString::fromLatin1(QUrl::toAce(domain, QUrl::IgnoreIDNWhitelist));
    const QStringList labels = ascii.split(u'.');
    if (labels.size() < 2)
        return std::unexpected(malformed);
    for (const QString& label : labels)
        if (const auto fault = checkLabel(label))
            return std::unexpected(*fault);
    const QString& top = labels.back();
    if (top.size() < 2 || std::all_of(top.begin(), top.end(), [](QChar c) { return c.isDigit(); }))
        return std::unexpected(malformed);
    return ascii;
}

} // namespace

Result<EmailAddress> EmailAddress::parse(const QString& text, const QString& field)
{
    const auto refuse = [&](const Fault& f) {
        Error e;
        e.what = f.what;
        e.remedy = f.remedy;
        e.field = field;
        e.value = excerpt(text);
        return fail(e);
    };
    QString t = text;
    while (t.startsWith(u' '))
        t.remove(0, 1);
    while (t.endsWith(u' '))
        t.chop(1);
    if (const auto fault = checkShape(t))
        return refuse(*fault);
    const qsizetype at = t.indexOf(u'@');
    if (const auto fault = checkLocal(t.left(at)))
        return refuse(*fault);
    const auto domain = asciiDomain(t.mid(at + 1));
    if (!domain)
        return refuse(domain.error());
    const QString whole = t.left(at + 1) + *domain;
    if (whole.size() > maxAddress)
        return refuse({u"is longer than 254 characters"_s, u"check for text pasted along with it"_s});
    return EmailAddress(whole, at);
}

} // namespace duedesk
