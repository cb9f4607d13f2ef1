#include "core/exchange/encoding.h"

#include <array>
#include <cstring>

namespace duedesk {
namespace {

using uchar = unsigned char;

// Windows-1252, 0x80..0x9f; 0 = undefined.
constexpr std::array<std::uint16_t, 32> cp1252 = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

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

QString encodingName(Encoding e)
{
    switch (e) {
    case Encoding::Utf8: return QStringLiteral("utf-8");
    case Encoding::Utf16Le: return QStringLiteral("utf-16le");
    case Encoding::Utf16Be: return QStringLiteral("utf-16be");
    case Encoding::Cp1252: return QStringLiteral("cp1252");
    }
    return {};
}

std::optional<Encoding> parseEncoding(const QString& text)
{
    QString t = text.trimmed().toLower();
    t.remove(u'-').remove(u'_').remove(u' ');
    if (t == u"utf8" || t == u"utf8bom")
        return Encoding::Utf8;
    if (t == u"utf16le" || t == u"utf16")
        return Encoding::Utf16Le;
    if (t == u"utf16be")
        return Encoding::Utf16Be;
    if (t == u"cp1252" || t == u"windows1252" || t == u"latin1" || t == u"iso88591" || t == u"ansi")
        return Encoding::Cp1252;
    return std::nullopt;
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
            m_undefined += c < 0xa0 && cp1252[c - 0x80U] == 0 ? 1 : 0;
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
    if (m_from == Encoding::Cp1252) {
        for (const char ch : bytes) {
            const auto c = uchar(ch);
            const std::uint32_t u = c >= 0x80 && c < 0xa0 ? cp1252[c - 0x80U] : c;
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
