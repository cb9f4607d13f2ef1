// The rows of a sheet as the text that the door for delimited files reads: UTF-8, commas, one line for one row of the
// sheet, so that the number of a line is the number of its row. Every reader of a spreadsheet writes into one.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace duedesk {

class SheetText {
public:
    // Takes a block, which it may keep by swapping; false = enough.
    using Sink = std::function<bool(std::string& block)>;
    SheetText(Sink sink, std::size_t blockBytes);

    // 1-based and above the one before; the rows between are empty lines. False when the rows do not rise.
    bool startRow(std::int64_t row);
    // 0-based and at or behind the one expected; false when not, or when the text is no UTF-8 (badText()). A cell behind
    // the last column that is read makes the row too long, which the reader of the text reports as such. A line break
    // becomes a blank, a NUL and a byte order mark nothing.
    bool cell(std::size_t column, std::string_view text);
    // The row at hand ends; as many more rows like it follow.
    void endRow(std::int64_t more = 0);
    void finish(); // hands over what is left

    std::int64_t rows() const { return m_row; } // the last one begun
    bool wantsMore() const { return m_wanted; }
    bool badText() const { return m_badText; }

private:
    void handOver();
    Sink m_sink;
    std::size_t m_blockBytes;
    std::string m_block, m_plain;
    std::size_t m_lineStart = 0, m_next = 0;
    std::int64_t m_row = 0;
    bool m_wanted = true, m_badText = false;
};

} // namespace duedesk
