// Rows of a delimited text, streaming: RFC 4180 with the usual tolerance (any line end, blanks around quotes), every
// problem tied to the line and byte where its record starts. Memory is bounded whatever the input: an oversized or
// broken record is reported and reading goes on with the next line.
#pragma once
#include <QString>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace duedesk {

inline constexpr std::size_t maxLineBytes = std::size_t(1) << 20;
inline constexpr std::size_t maxFieldBytes = std::size_t(1) << 16;
inline constexpr std::size_t maxColumns = 512;

enum class RowFault : std::uint8_t {
    None,
    LineTooLong,
    FieldTooLong,
    TooManyColumns,
    NulByte,
    BadEncoding,
    UnclosedQuote,
    TextAfterQuote,
    ByteOrderMark,
};
// What to tell the reader of the message, and what to do about it.
QString faultText(RowFault f);
QString faultRemedy(RowFault f);

struct CsvRow {
    std::int64_t line = 0; // 1-based, of the record's start
    std::int64_t byte = 0; // of the record's start in the decoded text
    RowFault fault = RowFault::None;
    bool ascii = true;
    bool spansLines = false; // a text in quotes has line ends
    std::size_t count = 0;
    std::array<std::string_view, maxColumns> fields; // [0, count); valid until the next row
    std::string_view field(std::size_t i) const { return i < count ? fields[i] : std::string_view(); }
};

class CsvReader {
public:
    // Gives the next block of text; false at the end.
    using Pull = std::function<bool(std::string&)>;
    CsvReader(Pull pull, char delimiter);
    // Over a text held in memory; `text` must outlive the reader.
    CsvReader(std::string_view text, char delimiter);

    // The next record that is not a blank line; false at the end.
    bool next();
    const CsvRow& row() const { return m_row; }
    std::int64_t bytesRead() const { return m_base + std::int64_t(m_at); }

private:
    enum class Scan : std::uint8_t { Done, NeedMore };
    Scan scanRecord();
    Scan scanQuoted(const char*& p, const char* end);
    bool refill();
    void skipLine();
    void reject(RowFault f);
    void resyncAfterLine();
    void endRecord(const char* p);
    bool addField(std::string_view text);
    void checkText(const char* begin, const char* end);

    Pull m_pull;
    char m_delimiter;
    CsvRow m_row;
    std::vector<char> m_window;     // text from m_at to m_end is not yet taken
    std::size_t m_at = 0, m_end = 0;
    std::int64_t m_base = 0;        // offset of m_window[0]
    std::int64_t m_line = 1;        // of m_at
    bool m_eof = false;
    std::string m_block, m_unquoted; // m_unquoted keeps its capacity, so views into it stay
    std::int64_t m_linesInRecord = 0;
    RowFault m_fault = RowFault::None;
    unsigned m_highBits = 0;
    bool m_spansLines = false;
    bool m_quoteBroken = false; // text after a closing quote
};

// The delimiter that the first rows agree on: comma, semicolon, tab or bar; "sep=;" in the first line decides.
char guessDelimiter(std::string_view sample);

} // namespace duedesk
