// Character encodings of incoming files: sniffing, strict checking, and conversion to UTF-8.
// Nothing is ever replaced in silence: what cannot be decoded becomes an invalid byte that the row reader reports.
#pragma once
#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace duedesk {

enum class Encoding : std::uint8_t {
    Utf8,
    Utf16Le,
    Utf16Be,
    Cp1252, // the first of those of one byte a character
    Cp1250,
    Cp1251,
    Cp1253,
    Cp1254,
    Cp1255,
    Cp1257,
    Iso8859_2,
    Iso8859_9,
    Iso8859_15,
};

QString encodingName(Encoding e); // "utf-8", as --encoding takes it
QStringList encodingNames();
// By its name or its usual spellings.
std::optional<Encoding> parseEncoding(const QString& text);

// A text that was read as `from`, both of one byte a character, as it would be in `as`; empty = it cannot be.
QString readAnew(const QString& text, Encoding from, Encoding as);
// Whether a word has signs within its letters, as names have when they are read in a wrong encoding: "£ód", "¯ó³w".
bool looksMisread(const QString& word);

struct EncodingGuess {
    Encoding encoding = Encoding::Utf8;
    std::size_t bomBytes = 0;
};
// By byte order mark, else by the zero bytes of UTF-16, else UTF-8.
EncodingGuess guessEncoding(std::string_view sample);

// Offset of the first byte that is not strict UTF-8 (overlong forms, surrogates, beyond U+10FFFF); npos when all is.
std::size_t firstInvalidUtf8(std::string_view text);

// A character, as UTF-8.
void appendUtf8(std::uint32_t c, std::string& out);

// Counts, over any number of blocks, what speaks for UTF-8 and what against it.
class Utf8Census {
public:
    void feed(std::string_view block);
    bool looksLikeCp1252() const; // high bytes, none of them a UTF-8 sequence, none undefined in CP1252
private:
    std::int64_t m_sequences = 0, m_invalid = 0, m_undefined = 0;
    std::string m_carry;
};

// Turns a stream of bytes into UTF-8; call feed() with consecutive blocks, then finish().
class Transcoder {
public:
    explicit Transcoder(Encoding from) : m_from(from) {}
    void feed(std::string_view bytes, std::string& out);
    void finish(std::string& out);

private:
    void unit(std::uint32_t u, std::string& out);
    Encoding m_from;
    std::uint32_t m_high = 0; // pending high surrogate
    int m_pending = -1;       // odd byte of a UTF-16 unit
};

inline constexpr char undecodable = '\xff'; // never part of UTF-8

} // namespace duedesk
