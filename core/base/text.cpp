#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

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

qsizetype hiddenFrom(QStringView text, bool lines)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const ushort u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        if (lines && (u == u'\n' || u == u'\t'))
            continue;
        if (u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || (u >= 0x202a && u <= 0x202e)
            || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff || c.isSurrogate())
            return i;
    }
    return -1;
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

namespace {

QString escaped(QChar c) { return u"\\u" + QString::number(c.unicode(), 16).rightJustified(4, u'0'); }

// Drawn as nothing although Unicode counts them among letters and marks.
constexpr std::array<std::pair<char32_t, char32_t>, 9> blankLetters = {{{0x034f, 0x034f},
                                                                        {0x115f, 0x1160},
                                                                        {0x17b4, 0x17b5},
                                                                        {0x180b, 0x180f},
                                                                        {0x2800, 0x2800},
                                                                        {0x3164, 0x3164},
                                                                        {0xfe00, 0xfe0f},
                                                                        {0xffa0, 0xffa0},
                                                                        {0xe0000, 0xe0fff}}};

bool isUnseen(char32_t c)
{
    if (c < 0x80)
        return c < 0x20 || c == 0x7f;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: break;
    }
    return std::any_of(blankLetters.begin(), blankLetters.end(),
                       [c](const auto& range) { return c >= range.first && c <= range.second; });
}

} // namespace

qsizetype firstUnseen(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isUnseen(pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode())))
            return i;
        i += pair ? 1 : 0;
    }
    return -1;
}

QString shown(const QString& text, bool lines)
{
    QString out;
    QStringView rest(text);
    for (qsizetype at = hiddenFrom(rest, lines); at >= 0; at = hiddenFrom(rest, lines)) {
        out += rest.left(at) + escaped(rest[at]);
        rest = rest.mid(at + 1);
    }
    return out.isNull() ? text : QString(out + rest);
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
            out += escaped(c);
        else
            out += c;
    }
    return out;
}

qsizetype firstHidden(const QString& text) { return hiddenFrom(text, false); }

} // namespace duedesk
