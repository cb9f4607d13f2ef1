#include "core/exchange/sheets/sheettext.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/encoding.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

// Without what would be a line, a NUL or a mark of its own.
void tidy(std::string_view text, std::string& out)
{
    out.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && text.substr(i + 1, 1) == "\n")
            continue;
        if (text.substr(i, 3) == byteOrderMark)
            i += 2;
        else if (c == '\r' || c == '\n')
            out += ' ';
        else if (c != '\0')
            out += c;
    }
}

} // namespace

SheetText::SheetText(Sink sink, std::size_t blockBytes) : m_sink(std::move(sink)), m_blockBytes(blockBytes) {}

void SheetText::handOver()
{
    if (m_wanted && !m_block.empty())
        m_wanted = m_sink(m_block);
    m_block.clear();
    m_lineStart = 0;
}

bool SheetText::startRow(std::int64_t row)
{
    if (row <= m_row)
        return false;
    for (; m_row + 1 < row; ++m_row) {
        m_block += '\n';
        if (m_block.size() >= m_blockBytes)
            handOver();
    }
    m_row = row;
    m_lineStart = m_block.size();
    m_next = 0;
    return true;
}

bool SheetText::cell(std::size_t column, std::string_view text)
{
    column = std::min(column, maxColumns);
    if (column < m_next)
        return column == maxColumns; // one too many is told as well as a thousand
    if (text.empty())
        return true;
    bool high = false, odd = false, quoted = text.front() == ' ';
    for (const char c : text) {
        high = high || c < 0;
        odd = odd || c == '\r' || c == '\n' || c == '\0';
        quoted = quoted || c == ',' || c == '"';
    }
    if (high && firstInvalidUtf8(text) != std::string_view::npos) {
        m_badText = true;
        return false;
    }
    if (odd || (high && text.find(byteOrderMark) != std::string_view::npos)) {
        tidy(text, m_plain);
        text = m_plain;
        quoted = quoted || text.starts_with(' ');
    }
    m_block.append(column - m_next + (m_next > 0 ? 1 : 0), ',');
    m_next = column + 1;
    if (!quoted) {
        m_block += text;
        return true;
    }
    m_block += '"';
    for (const char c : text) {
        if (c == '"')
            m_block += '"';
        m_block += c;
    }
    m_block += '"';
    return true;
}

void SheetText::endRow(std::int64_t more)
{
    m_block += '\n';
    const std::string line = more > 0 ? m_block.substr(m_lineStart) : std::string();
    for (std::int64_t i = 0; i < more && m_wanted; ++i) {
        if (m_block.size() >= m_blockBytes)
            handOver();
        m_block += line;
        ++m_row;
    }
    if (m_block.size() >= m_blockBytes)
        handOver();
    m_next = 0;
}

void SheetText::finish() { handOver(); }

} // namespace duedesk
