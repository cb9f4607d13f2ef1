#include "core/mail/mimetext.h"

#include <QList>
#include <algorithm>
#include <cstring>

namespace duedesk::mime {
namespace {

constexpr char hexDigits[] = "0123456789ABCDEF";
constexpr int maxPlainWord = 60;
constexpr int maxEncodedWord = 75;

void appendHex(QByteArray& out, char lead, char c)
{
    const auto u = static_cast<unsigned char>(c);
    out += lead;
    out += hexDigits[u >> 4];
    out += hexDigits[u & 15];
}

bool isAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isOneOf(char c, const char* set) { return c != '\0' && std::strchr(set, c) != nullptr; }
bool isPrintable(const QString& t)
{
    return std::all_of(t.begin(), t.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

// A reader takes the words of a header apart at blanks and may join them with one: so plain text has single blanks.
bool survivesAsWords(const QString& t)
{
    if (!isPrintable(t) || t.contains(QLatin1StringView("=?")))
        return false;
    const QStringList words = t.split(u' ');
    return std::all_of(words.begin(), words.end(),
                       [](const QString& w) { return !w.isEmpty() && w.size() <= maxPlainWord; });
}

QByteArray qEncoded(const QByteArray& utf8)
{
    QByteArray out;
    for (const char c : utf8) {
        if (isAlnum(c) || isOneOf(c, "!*+-/"))
            out += c;
        else if (c == ' ')
            out += '_';
        else
            appendHex(out, '=', c);
    }
    return out;
}

QByteArray attributeEncoded(const QByteArray& utf8)
{
    QByteArray out;
    for (const char c : utf8) {
        if (isAlnum(c) || isOneOf(c, "!#$&+-.^_`|~"))
            out += c;
        else
            appendHex(out, '%', c);
    }
    return out;
}

// The code points of a text as UTF-8, one each: what may not be torn apart.
QList<QByteArray> codePoints(const QString& t)
{
    QList<QByteArray> out;
    for (const char32_t c : t.toUcs4())
        out.append(QString::fromUcs4(&c, 1).toUtf8());
    return out;
}

} // namespace

QByteArray withCrlf(const QByteArray& text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 32);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            ++i;
        if (c == '\r' || c == '\n')
            out += "\r\n";
        else
            out += c;
    }
    return out;
}

QByteArray quotedPrintable(const QByteArray& text)
{
    QByteArray out;
    out.reserve(text.size() + text.size() / 8);
    int column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            out += "\r\n";
            column = 0;
            ++i;
            continue;
        }
        const bool atEnd = i + 1 == text.size() || text[i + 1] == '\r';
        const bool blank = c == ' ' || c == '\t';
        // "From " at the start of a line is the one word that old mailboxes change.
        const bool from = c == 'F' && column == 0 && text.mid(i, 5) == "From ";
        const bool plain = blank ? !atEnd : c > ' ' && c < 0x7f && c != '=' && !from;
        const int width = plain ? 1 : 3;
        if (column + width > maxLine - (atEnd ? 0 : 1)) {
            out += "=\r\n";
            column = 0;
        }
        if (plain)
            out += c;
        else
            appendHex(out, '=', c);
        column += width;
    }
    return out;
}

QByteArray base64(const QByteArray& bytes)
{
    constexpr qsizetype perLine = qsizetype(maxLine) / 4 * 3;
    QByteArray out;
    out.reserve(bytes.size() / perLine * (maxLine + 2) + maxLine + 2);
    for (qsizetype i = 0; i < bytes.size(); i += perLine) {
        out += bytes.mid(i, perLine).toBase64();
        out += "\r\n";
    }
    return out;
}

HeaderLine::HeaderLine(const char* name) : m_out(name)
{
    m_out += ':';
    m_column = int(m_out.size());
}

void HeaderLine::word(const QByteArray& w)
{
    if (w.size() > room()) {
        m_out += "\r\n";
        m_column = 0;
    }
    m_out += ' ';
    m_out += w;
    m_column += 1 + int(w.size());
}

// Q or B, whichever is shorter over all; a word never holds half a character.
void HeaderLine::encoded(const QString& t)
{
    static const QByteArray open[] = {"=?utf-8?Q?", "=?utf-8?B?"};
    constexpr int frame = 12; // =?utf-8?Q? and ?=
    const QByteArray utf8 = t.toUtf8();
    const bool b = qEncoded(utf8).size() > (utf8.size() + 2) / 3 * 4;
    const auto encode = [b](const QByteArray& part) { return b ? part.toBase64() : qEncoded(part); };
    const auto flush = [&](const QByteArray& part) { word(open[b ? 1 : 0] + encode(part) + "?="); };
    QByteArray part;
    for (const QByteArray& c : codePoints(t)) {
        const int limit = std::min(maxEncodedWord, room() >= 24 || m_column == 0 ? room() : maxEncodedWord);
        if (!part.isEmpty() && frame + encode(part + c).size() > limit) {
            flush(part);
            part.clear();
        }
        part += c;
    }
    flush(part);
}

void HeaderLine::text(const QString& t)
{
    if (!survivesAsWords(t)) {
        encoded(t);
        return;
    }
    for (const QString& w : t.split(u' '))
        word(w.toLatin1());
}

void HeaderLine::phrase(const QString& name)
{
    const auto atoms = [](QChar c) {
        return c == u' '
               || (c.unicode() < 128 && (isAlnum(c.toLatin1()) || isOneOf(c.toLatin1(), "!#$%&'*+-/=?^_`{|}~")));
    };
    const bool words = survivesAsWords(name);
    if (words && std::all_of(name.begin(), name.end(), atoms)) {
        text(name);
        return;
    }
    QByteArray quoted = "\"";
    for (const char c : name.toLatin1()) {
        if (c == '"' || c == '\\')
            quoted += '\\';
        quoted += c;
    }
    quoted += '"';
    if (words && quoted.size() <= maxPlainWord)
        word(quoted);
    else
        encoded(name);
}

QByteArray parameter(const QByteArray& name, const QString& value)
{
    constexpr int perLine = 58;
    if (isPrintable(value) && value.size() <= perLine && !value.contains(u'"') && !value.contains(u'\\'))
        return ";\r\n " + name + "=\"" + value.toLatin1() + '"';
    QList<QByteArray> parts{"utf-8''"};
    for (const QByteArray& c : codePoints(value)) {
        const QByteArray e = attributeEncoded(c);
        if (parts.back().size() + e.size() > perLine)
            parts.append(QByteArray());
        parts.back() += e;
    }
    if (parts.size() == 1)
        return ";\r\n " + name + "*=" + parts.front();
    QByteArray out;
    for (qsizetype i = 0; i < parts.size(); ++i)
        out += ";\r\n " + name + '*' + QByteArray::number(i) + "*=" + parts[i];
    return out;
}

} // namespace duedesk::mime
