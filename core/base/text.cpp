#include "core/base/text.h"

namespace duedesk {
namespace {

// Letters that carry their accent inside, so that decomposing does not take it off.
const char* plainLetters(QChar c)
{
    switch (c.unicode()) {
    case u'ß': return "ss";
    case u'ø': return "o";
    case u'ł': return "l";
    case u'đ':
    case u'ð': return "d";
    case u'æ': return "ae";
    case u'œ': return "oe";
    case u'þ': return "th";
    case u'ı': return "i";
    default: return nullptr;
    }
}

} // namespace

QString foldForSearch(const QString& text)
{
    bool ascii = true;
    for (const QChar c : text)
        ascii = ascii && c.unicode() < 128;
    const QString d = ascii ? text.toLower() : text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString out;
    out.reserve(d.size());
    bool blank = true;
    for (const QChar c : d) {
        if (c.isMark())
            continue;
        if (c.isSpace()) {
            if (!blank)
                out += u' ';
            blank = true;
            continue;
        }
        blank = false;
        if (const char* plain = ascii ? nullptr : plainLetters(c))
            out += QLatin1String(plain);
        else
            out += c;
    }
    while (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QString excerpt(const QString& text, int limit)
{
    QString out;
    int n = 0;
    for (const QChar c : text) {
        if (n++ >= limit)
            return out + u'…';
        const ushort u = c.unicode();
        const bool bidi = u == 0x2028 || u == 0x2029 || (u >= 0x200b && u <= 0x200f) || (u >= 0x202a && u <= 0x202e)
                          || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
        if (u < 0x20 || (u >= 0x7f && u < 0xa0) || bidi || (c.isSurrogate() && !text.isValidUtf16()))
            out += u"\\u" + QString::number(u, 16).rightJustified(4, u'0');
        else
            out += c;
    }
    return out;
}

qsizetype firstHidden(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const ushort u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        if (u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || (u >= 0x202a && u <= 0x202e)
            || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff || c.isSurrogate())
            return i;
    }
    return -1;
}

} // namespace duedesk
