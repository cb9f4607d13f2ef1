#include "core/base/phonenumber.h"

#include "core/base/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype fewestDigits = 3, mostDigits = 20;

// Where the extension starts; the size when there is none.
qsizetype extensionAt(const QString& t)
{
    static const QRegularExpression shape(u"[ ,]*(?:ext\\.?|extension|x|#)[ :]*\\d{1,6}$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto m = shape.match(t);
    return m.hasMatch() ? m.capturedStart() : t.size();
}

qsizetype digitsIn(const QString& t)
{
    return std::count_if(t.begin(), t.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<QString> checkedPhone(const QString& text, const QString& field)
{
    const auto refuse = [&](const QString& what, const QString& remedy) {
        Error e;
        e.what = what;
        e.remedy = remedy;
        e.field = field;
        e.value = excerpt(text);
        return fail(std::move(e));
    };
    QString t = text.trimmed();
    if (t.isEmpty())
        return QString();
    if (firstHidden(t) >= 0)
        return refuse(u"holds a line break or another character that cannot be seen"_s, u"type the number anew"_s);
    const QString number = t.left(extensionAt(t));
    if (number.contains(u';') || number.contains(u',') || number.lastIndexOf(u'+') > 0 || number.contains(" / "_L1))
        return refuse(u"is more than one number"_s, u"put the second one into mobile"_s);
    if (std::any_of(number.begin(), number.end(),
                    [](QChar c) { return !(c >= u'0' && c <= u'9') && !QStringView(u"+()-./ ").contains(c); }))
        return refuse(u"is not a phone number"_s, u"write it like +49 30 1234567, or with x12 for an extension"_s);
    const qsizetype digits = digitsIn(number);
    if (digits < fewestDigits || digits > mostDigits)
        return refuse(u"has "_s + QString::number(digits) + (digits == 1 ? u" digit"_s : u" digits"_s),
                      u"write the whole number, with its country: +49 30 1234567"_s);
    return t;
}

QString phoneDigits(const QString& text)
{
    QString t = text.trimmed();
    t.truncate(extensionAt(t));
    const bool abroad = t.startsWith(u'+') || t.startsWith("00"_L1);
    if (abroad)
        t.replace("(0)"_L1, QLatin1String());
    QString out;
    for (const QChar c : t)
        if (c >= u'0' && c <= u'9')
            out += c;
    if (!t.startsWith(u'+') && out.startsWith("00"_L1))
        out.remove(0, 2);
    return out;
}

} // namespace duedesk
