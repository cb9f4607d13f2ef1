#include "core/exchange/csvreader.h"

#include "core/exchange/encoding.h"

#include <algorithm>
#include <bit>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

bool special(char c, char delimiter) { return c == delimiter || c == '\n' || c == '\r' || c == '\0'; }

// First delimiter, line end or NUL in [p, end); the high bits of all bytes passed are or-ed into `high`.
inline const char* findSpecial(const char* p, const char* end, char delimiter, unsigned& high)
{
#if defined(__SSE2__)
    const __m128i d = _mm_set1_epi8(delimiter), lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r'),
                  nul = _mm_setzero_si128();
    while (end - p >= 16) {
        const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_cmpeq_epi8(v, lf)),
                                         _mm_or_si128(_mm_cmpeq_epi8(v, cr), _mm_cmpeq_epi8(v, nul)));
        const auto mask = unsigned(_mm_movemask_epi8(hit));
        const auto bytes = unsigned(_mm_movemask_epi8(v));
        if (mask != 0) {
            const int at = std::countr_zero(mask);
            high |= bytes & ((1U << at) - 1U);
            return p + at;
        }
        high |= bytes;
        p += 16;
    }
#endif
    while (p < end && !special(*p, delimiter))
        high |= unsigned(static_cast<unsigned char>(*p++)) & 0x80U;
    return p;
}

} // namespace

QString faultText(RowFault f)
{
    switch (f) {
    case RowFault::LineTooLong: return u"the line is longer than 1 MiB"_s;
    case RowFault::FieldTooLong: return u"a field is longer than 64 KiB"_s;
    case RowFault::TooManyColumns: return u"the row has more than 512 columns"_s;
    case RowFault::NulByte: return u"the row holds a NUL byte"_s;
    case RowFault::BadEncoding: return u"the text is not in the file's encoding"_s;
    case RowFault::UnclosedQuote: return u"a quote is opened and never closed"_s;
    case RowFault::TextAfterQuote: return u"there is text after a closing quote"_s;
    case RowFault::ByteOrderMark: return u"there is a byte order mark inside the file"_s;
    case RowFault::None: break;
    }
    return {};
}

QString faultRemedy(RowFault f)
{
    switch (f) {
    case RowFault::LineTooLong:
    case RowFault::FieldTooLong:
    case RowFault::TooManyColumns: return u"check that this is the right file and delimiter"_s;
    case RowFault::NulByte: return u"export the file again, as text"_s;
    case RowFault::BadEncoding: return u"name the encoding, for example --encoding cp1252"_s;
    case RowFault::UnclosedQuote: return u"close the quote, or double it inside a text"_s;
    case RowFault::TextAfterQuote: return u"double a quote that belongs to the text"_s;
    case RowFault::ByteOrderMark: return u"two files seem to be joined: import them one by one"_s;
    case RowFault::None: break;
    }
    return {};
}

CsvReader::CsvReader(Pull pull, char delimiter) : m_pull(std::move(pull)), m_delimiter(delimiter) {}

CsvReader::CsvReader(std::string_view text, char delimiter)
    : CsvReader(
          [text](std::string& block) mutable {
              block.assign(text.substr(0, std::size_t(1) << 18));
              text.remove_prefix(block.size());
              return !block.empty();
          },
          delimiter)
{
}

// Moves what is left to the front and appends the next block; false at the end of the input.
bool CsvReader::refill()
{
    if (m_eof)
        return false;
    if (!m_pull(m_block)) {
        m_eof = true;
        return false;
    }
    const std::size_t left = m_end - m_at;
    if (m_block.empty())
        return true;
    if (m_window.size() - m_end < m_block.size()) {
        if (left > 0)
            std::memmove(m_window.data(), m_window.data() + m_at, left);
        m_base += std::int64_t(m_at);
        m_at = 0;
        m_end = left;
        if (m_window.size() - m_end < m_block.size()) // room for some blocks, so that little is moved
            m_window.resize(m_end + m_block.size() * (m_window.empty() ? 1 : 4));
    }
    std::memcpy(m_window.data() + m_end, m_block.data(), m_block.size());
    m_end += m_block.size();
    return true;
}

void CsvReader::reject(RowFault f)
{
    if (m_fault == RowFault::None)
        m_fault = f;
}

bool CsvReader::addField(std::string_view text)
{
    if (text.size() > maxFieldBytes)
        reject(RowFault::FieldTooLong);
    if (m_row.count == maxColumns) {
        reject(RowFault::TooManyColumns);
        return false;
    }
    m_row.fields[m_row.count++] = text;
    return true;
}

// At an opening quote. Ends behind the closing one and the blanks after it.
CsvReader::Scan CsvReader::scanQuoted(const char*& p, const char* end)
{
    const char* from = p + 1;
    std::size_t kept = std::string::npos; // where the unquoted text starts, once a doubled quote forces a copy
    const char* q = from;
    for (;;) {
        const auto* quote = static_cast<const char*>(std::memchr(q, '"', std::size_t(end - q)));
        if (!quote)
            return Scan::NeedMore;
        if (quote + 1 == end && !m_eof)
            return Scan::NeedMore;
        for (const char* c = q; c < quote; ++c) {
            m_highBits |= unsigned(static_cast<unsigned char>(*c)) & 0x80U;
            if (*c == '\n' || (*c == '\r' && c[1] != '\n')) {
                ++m_linesInRecord;
                m_spansLines = true;
            } else if (*c == '\0') {
                reject(RowFault::NulByte);
            }
        }
        if (quote + 1 < end && quote[1] == '"') {
            if (kept == std::string::npos)
                kept = m_unquoted.size();
            m_unquoted.append(from, std::size_t(quote + 1 - from));
            q = from = quote + 2;
            continue;
        }
        bool fits = true;
        if (kept == std::string::npos) {
            fits = addField(std::string_view(from, std::size_t(quote - from)));
        } else {
            m_unquoted.append(from, std::size_t(quote - from));
            fits = addField(std::string_view(m_unquoted).substr(kept));
        }
        (void)fits; // too many columns is noted in the row's fault
        p = quote + 1;
        while (p < end && (*p == ' ' || (*p == '\t' && m_delimiter != '\t')))
            ++p;
        if (p == end && !m_eof)
            return Scan::NeedMore;
        m_quoteBroken = p < end && *p != m_delimiter && *p != '\n' && *p != '\r';
        if (m_quoteBroken)
            reject(*p == '\0' ? RowFault::NulByte : RowFault::TextAfterQuote);
        return Scan::Done;
    }
}

// Reads one record from m_at. NeedMore: nothing is taken, the window does not hold all of it.
CsvReader::Scan CsvReader::scanRecord()
{
    m_row.count = 0;
    m_fault = RowFault::None;
    m_highBits = 0;
    m_linesInRecord = 1;
    m_spansLines = false;
    m_quoteBroken = false;
    m_unquoted.clear();
    const char* const begin = m_window.data() + m_at;
    const char* const end = m_window.data() + m_end;
    const char* p = begin;
    for (;;) {
        const char* start = p;
        while (p < end && *p == ' ')
            ++p;
        if (p < end && *p == '"') {
            if (m_unquoted.empty()) // all of the record fits, so views into it stay
                m_unquoted.reserve(std::min(std::size_t(end - begin), maxLineBytes));
            if (scanQuoted(p, end) == Scan::NeedMore)
                return Scan::NeedMore;
            if (m_quoteBroken) { // whatever else is wrong with the row
                m_row.count = 0;
                if (m_spansLines) // the quotes cannot be trusted: only the first line is given up
                    return Scan::Done;
                p = findSpecial(p, end, '\n', m_highBits);
                while (p < end && *p == '\0')
                    p = findSpecial(p + 1, end, '\n', m_highBits);
            }
        } else {
            p = findSpecial(start, end, m_delimiter, m_highBits);
            while (p < end && *p == '\0') {
                reject(RowFault::NulByte);
                p = findSpecial(p + 1, end, m_delimiter, m_highBits);
            }
            if (p == end && !m_eof)
                return Scan::NeedMore;
            addField(std::string_view(start, std::size_t(p - start)));
        }
        if (std::size_t(p - begin) > maxLineBytes)
            m_fault = RowFault::LineTooLong;
        if (p == end) {
            if (!m_eof)
                return Scan::NeedMore;
            break;
        }
        if (*p == m_delimiter) {
            ++p;
            if (p == end && !m_eof)
                return Scan::NeedMore;
            continue;
        }
        if (*p == '\r') {
            if (p + 1 == end && !m_eof)
                return Scan::NeedMore;
            p += p + 1 < end && p[1] == '\n' ? 2 : 1;
            break;
        }
        ++p;
        break;
    }
    endRecord(p);
    return Scan::Done;
}

void CsvReader::endRecord(const char* p)
{
    m_row.line = m_line;
    m_row.byte = m_base + std::int64_t(m_at);
    m_row.ascii = m_highBits == 0;
    m_row.spansLines = m_spansLines;
    const char* begin = m_window.data() + m_at;
    if (!m_row.ascii && m_fault == RowFault::None)
        checkText(begin, p);
    m_row.fault = m_fault;
    m_at += std::size_t(p - begin);
    m_line += m_linesInRecord;
}

void CsvReader::checkText(const char* begin, const char* end)
{
    const std::string_view text(begin, std::size_t(end - begin));
    if (firstInvalidUtf8(text) != std::string_view::npos)
        reject(RowFault::BadEncoding);
    else if (text.find("\xef\xbb\xbf") != std::string_view::npos)
        reject(RowFault::ByteOrderMark);
}

// Takes everything up to and with the next line end, however far away it is.
void CsvReader::skipLine()
{
    for (;;) {
        const char* begin = m_window.data() + m_at;
        const char* end = m_window.data() + m_end;
        const char* p = begin;
        while (p < end && *p != '\n' && *p != '\r')
            ++p;
        m_at += std::size_t(p - begin);
        if (p < end) {
            if (*p == '\r' && p + 1 == end && refill())
                p = m_window.data() + m_at;
            const bool pair = *p == '\r' && m_at + 1 < m_end && p[1] == '\n';
            m_at += pair ? 2 : 1;
            ++m_line;
            return;
        }
        if (!refill()) {
            ++m_line;
            return;
        }
    }
}

// The record cannot be completed: report its first line, go on with the next one.
void CsvReader::resyncAfterLine()
{
    m_row.count = 0;
    m_row.line = m_line;
    m_row.byte = m_base + std::int64_t(m_at);
    m_row.ascii = true;
    m_row.spansLines = false;
    m_row.fault = m_fault;
    skipLine();
}

bool CsvReader::next()
{
    for (;;) {
        if (m_at == m_end && !refill())
            return false;
        if (scanRecord() == Scan::Done) {
            if (m_spansLines && m_quoteBroken) {
                resyncAfterLine();
                return true;
            }
            if (m_fault == RowFault::None) {
                bool blank = true;
                for (std::size_t i = 0; i < m_row.count && blank; ++i)
                    blank = m_row.fields[i].empty();
                if (blank)
                    continue;
            }
            return true;
        }
        const bool tooLong = m_end - m_at > maxLineBytes + 2;
        if (!tooLong && refill())
            continue;
        if (!tooLong && m_fault != RowFault::UnclosedQuote && m_eof) {
            // Now that the end is known, either the record ends with it or its quote is never closed.
            if (scanRecord() == Scan::Done)
                return m_row.fault != RowFault::None || m_row.count > 1 || !m_row.field(0).empty() || next();
        }
        const char* line = m_window.data() + m_at;
        const bool newlineInside = std::memchr(line, '\n', std::min(m_end - m_at, maxLineBytes)) != nullptr
                                   || std::memchr(line, '\r', std::min(m_end - m_at, maxLineBytes)) != nullptr;
        m_fault = newlineInside || m_eof ? RowFault::UnclosedQuote : RowFault::LineTooLong;
        resyncAfterLine();
        return true;
    }
}

char guessDelimiter(std::string_view sample)
{
    if (sample.size() > 4 && (sample.substr(0, 4) == "sep=" || sample.substr(0, 4) == "SEP="))
        return sample[4];
    char best = ',';
    int bestScore = 0;
    for (const char d : {',', ';', '\t', '|'}) {
        CsvReader reader(sample, d);
        std::array<int, maxColumns + 1> rowsWith{};
        for (int rows = 0; rows < 100 && reader.next(); ++rows)
            if (reader.row().fault == RowFault::None && reader.row().count > 1)
                ++rowsWith[reader.row().count];
        // Rows that agree count most, then the number of columns they agree on.
        int score = 0;
        for (std::size_t n = 2; n <= maxColumns; ++n)
            score = std::max(score, rowsWith[n] * 1000 + (rowsWith[n] > 0 ? int(n) : 0));
        if (score > bestScore) {
            bestScore = score;
            best = d;
        }
    }
    return best;
}

} // namespace duedesk
