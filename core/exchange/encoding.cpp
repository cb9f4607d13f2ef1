#include "core/exchange/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iconv.h>

namespace duedesk {
namespace {

using uchar = unsigned char;

struct Named {
    Encoding encoding;
    const char* name;      // as --encoding takes it
    const char* iconvName; // "" = it is not of one byte a character
    const char* spellings; // without -, _ and blanks; bar-separated
};
constexpr Named names[] = {
    {Encoding::Utf8, "utf-8", "", "utf8|utf8bom"},
    {Encoding::Utf16Le, "utf-16le", "", "utf16le|utf16"},
    {Encoding::Utf16Be, "utf-16be", "", "utf16be"},
    {Encoding::Cp1252, "cp1252", "CP1252", "cp1252|windows1252|latin1|iso88591|ansi"},
    {Encoding::Cp1250, "cp1250", "CP1250", "cp1250|windows1250"},
    {Encoding::Cp1251, "cp1251", "CP1251", "cp1251|windows1251"},
    {Encoding::Cp1253, "cp1253", "CP1253", "cp1253|windows1253"},
    {Encoding::Cp1254, "cp1254", "CP1254", "cp1254|windows1254"},
    {Encoding::Cp1255, "cp1255", "CP1255", "cp1255|windows1255"},
    {Encoding::Cp1257, "cp1257", "CP1257", "cp1257|windows1257"},
    {Encoding::Iso8859_2, "iso-8859-2", "ISO-8859-2", "iso88592|latin2"},
    {Encoding::Iso8859_9, "iso-8859-9", "ISO-8859-9", "iso88599|latin5"},
    {Encoding::Iso8859_15, "iso-8859-15", "ISO-8859-15", "iso885915|latin9"},
};

const Named& named(Encoding e) { return names[std::size_t(e)]; }

// What the bytes from 0x80 on mean; 0 = nothing.
using HighHalf = std::array<std::uint16_t, 128>;

HighHalf readHighHalf(const char* iconvName)
{
    HighHalf out{};
    const iconv_t cd = iconv_open("UTF-16LE", iconvName);
    if (cd == iconv_t(-1)) // NOLINT: how iconv says no
        return out;
    for (int i = 0; i < 128; ++i) {
        char in = char(0x80 + i);
        std::array<char, 8> to{};
        char* from = &in;
        char* at = to.data();
        std::size_t left = 1, room = to.size();
        iconv(cd, nullptr, nullptr, nullptr, nullptr);
        if (iconv(cd, &from, &left, &at, &room) != std::size_t(-1) && room == to.size() - 2)
            out[std::size_t(i)] = std::uint16_t(uchar(to[0]) | uchar(to[1]) << 8);
    }
    iconv_close(cd);
    return out;
}

// Only of the encodings of one byte a character.
const HighHalf& highHalf(Encoding e)
{
    static const std::array<HighHalf, std::size(names)> all = [] {
        std::array<HighHalf, std::size(names)> out;
        for (const Named& n : names)
            out[std::size_t(n.encoding)] = readHighHalf(n.iconvName);
        return out;
    }();
    return all[std::size_t(e)];
}

// Length of the well-formed sequence at p (n bytes left): 1..4; 0 = malformed; -1 = cut off by the end.
int sequenceLength(const char* p, std::size_t n)
{
    const auto at = [&](std::size_t i) { return uchar(p[i]); };
    const uchar a = at(0);
    if (a < 0x80)
        return 1;
    const int len = a >= 0xc2 && a <= 0xdf ? 2 : (a & 0xf0) == 0xe0 ? 3 : a >= 0xf0 && a <= 0xf4 ? 4 : 0;
    if (len == 0)
        return 0;
    for (int i = 1; i < len; ++i) {
        if (std::size_t(i) >= n)
            return -1;
        uchar low = 0x80, high = 0xbf;
        if (i == 1) {
            low = a == 0xe0 ? 0xa0 : a == 0xf0 ? 0x90 : low;
            high = a == 0xed ? 0x9f : a == 0xf4 ? 0x8f : high;
        }
        if (at(std::size_t(i)) < low || at(std::size_t(i)) > high)
            return 0;
    }
    return len;
}

bool eightAscii(const char* p)
{
    std::uint64_t w;
    std::memcpy(&w, p, 8);
    return (w & 0x8080808080808080ULL) == 0;
}

} // namespace

void appendUtf8(std::uint32_t c, std::string& out)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xc0 | (c >> 6));
        out += char(0x80 | (c & 63));
    } else if (c < 0x10000) {
        out += char(0xe0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 63));
        out += char(0x80 | (c & 63));
    } else {
        out += char(0xf0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 63));
        out += char(0x80 | ((c >> 6) & 63));
        out += char(0x80 | (c & 63));
    }
}

QString encodingName(Encoding e) { return QString::fromLatin1(named(e).name); }

QStringList encodingNames()
{
    QStringList out;
    for (const Named& n : names)
        out << QString::fromLatin1(n.name);
    return out;
}

std::optional<Encoding> parseEncoding(const QString& text)
{
    QString t = text.trimmed().toLower();
    t.remove(u'-').remove(u'_').remove(u' ');
    for (const Named& n : names)
        if (QString::fromLatin1(n.spellings).split(u'|').contains(t))
            return n.encoding;
    return std::nullopt;
}

QString readAnew(const QString& text, Encoding from, Encoding as)
{
    const HighHalf& had = highHalf(from);
    const HighHalf& has = highHalf(as);
    QString out;
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            out += c;
            continue;
        }
        const auto at = std::find(had.begin(), had.end(), c.unicode());
        const char16_t now = at == had.end() ? u'\0' : char16_t(has[std::size_t(at - had.begin())]);
        if (now == 0)
            return {};
        out += QChar(now);
    }
    return out;
}

bool looksMisread(const QString& word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        // Dashes, apostrophes, ª, º and ™ stand in or behind names that are read rightly.
        if (c.unicode() < 0x80 || c.isLetter() || c.isMark() || c.category() == QChar::Punctuation_Dash
            || c.category() == QChar::Punctuation_FinalQuote || c.category() == QChar::Punctuation_InitialQuote)
            continue;
        if (i + 1 < word.size() && word[i + 1].isLetter())
            return true;
    }
    return false;
}

EncodingGuess guessEncoding(std::string_view s)
{
    if (s.substr(0, 3) == "\xef\xbb\xbf")
        return {Encoding::Utf8, 3};
    if (s.substr(0, 2) == "\xff\xfe")
        return {Encoding::Utf16Le, 2};
    if (s.substr(0, 2) == "\xfe\xff")
        return {Encoding::Utf16Be, 2};
    std::size_t zeroEven = 0, zeroOdd = 0;
    for (std::size_t i = 0; i < s.size(); ++i)
        if (s[i] == '\0')
            ++(i % 2 == 0 ? zeroEven : zeroOdd);
    // Western text in UTF-16 has a zero in nearly every other byte; a stray NUL in UTF-8 does not.
    if (s.size() >= 4 && zeroOdd * 10 > s.size() * 3 && zeroEven * 10 < zeroOdd)
        return {Encoding::Utf16Le, 0};
    if (s.size() >= 4 && zeroEven * 10 > s.size() * 3 && zeroOdd * 10 < zeroEven)
        return {Encoding::Utf16Be, 0};
    return {};
}

std::size_t firstInvalidUtf8(std::string_view t)
{
    std::size_t i = 0;
    while (i < t.size()) {
        if (i + 8 <= t.size() && eightAscii(t.data() + i)) {
            i += 8;
            continue;
        }
        const int n = sequenceLength(t.data() + i, t.size() - i);
        if (n <= 0)
            return i;
        i += std::size_t(n);
    }
    return std::string_view::npos;
}

void Utf8Census::feed(std::string_view block)
{
    std::string joined;
    if (!m_carry.empty()) {
        joined = m_carry;
        joined += block;
        block = joined;
        m_carry.clear();
    }
    std::size_t i = 0;
    while (i < block.size()) {
        if (i + 8 <= block.size() && eightAscii(block.data() + i)) {
            i += 8;
            continue;
        }
        const int n = sequenceLength(block.data() + i, block.size() - i);
        if (n == -1) {
            m_carry = std::string(block.substr(i));
            return;
        }
        if (n == 0) {
            ++m_invalid;
            const auto c = uchar(block[i]);
            m_undefined += highHalf(Encoding::Cp1252)[c - 0x80U] == 0 ? 1 : 0;
        } else if (n > 1) {
            ++m_sequences;
        }
        i += n > 0 ? std::size_t(n) : 1;
    }
}

bool Utf8Census::looksLikeCp1252() const
{
    return m_undefined == 0 && m_sequences == 0 && m_invalid + std::int64_t(m_carry.size()) > 0;
}

void Transcoder::unit(std::uint32_t u, std::string& out)
{
    if (m_high != 0) {
        if (u >= 0xdc00 && u <= 0xdfff) {
            appendUtf8(0x10000 + ((m_high - 0xd800) << 10) + (u - 0xdc00), out);
            m_high = 0;
            return;
        }
        out += undecodable; // a lone high surrogate
        m_high = 0;
    }
    if (u >= 0xd800 && u <= 0xdbff)
        m_high = u;
    else if (u >= 0xdc00 && u <= 0xdfff)
        out += undecodable;
    else
        appendUtf8(u, out);
}

void Transcoder::feed(std::string_view bytes, std::string& out)
{
    if (m_from == Encoding::Utf8) {
        out.append(bytes);
        return;
    }
    if (m_from >= Encoding::Cp1252) {
        const HighHalf& high = highHalf(m_from);
        for (const char ch : bytes) {
            const auto c = uchar(ch);
            const std::uint32_t u = c >= 0x80 ? high[c - 0x80U] : c;
            if (u == 0 && c != 0)
                out += undecodable;
            else
                appendUtf8(u, out);
        }
        return;
    }
    for (const char ch : bytes) {
        const auto c = uchar(ch);
        if (m_pending < 0) {
            m_pending = c;
            continue;
        }
        const auto first = std::uint32_t(m_pending);
        m_pending = -1;
        unit(m_from == Encoding::Utf16Le ? first | std::uint32_t(c) << 8 : first << 8 | c, out);
    }
}

void Transcoder::finish(std::string& out)
{
    if (m_high != 0 || m_pending >= 0)
        out += undecodable;
    m_high = 0;
    m_pending = -1;
}

} // namespace duedesk
