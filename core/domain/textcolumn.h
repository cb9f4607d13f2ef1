// Text of many rows in one piece of memory (UTF-8), and a dictionary for texts that repeat.
#pragma once
#include <QHash>
#include <QString>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duedesk {

// First place at or after `from` where `text` holds the lower-case `needle`, ASCII letters of the text in either
// case; npos when there is none. The needle is not empty.
std::size_t findFolded(std::string_view text, std::size_t from, std::string_view needle);

class TextColumn {
public:
    void append(std::string_view text)
    {
        if (text.empty() && m_bytes.empty()) { // an all-empty column costs a counter
            ++m_blank;
            return;
        }
        m_ends.resize(m_ends.size() + m_blank, static_cast<std::uint32_t>(m_bytes.size()));
        m_blank = 0;
        m_bytes.append(text);
        m_ends.push_back(static_cast<std::uint32_t>(m_bytes.size()));
    }
    std::string_view operator[](std::size_t row) const
    {
        if (row >= m_ends.size())
            return {};
        const std::uint32_t from = row == 0 ? 0 : m_ends[row - 1];
        return std::string_view(m_bytes).substr(from, m_ends[row] - from);
    }
    // Rows whose text holds `needle` (lower case; ASCII letters of the text match in either case): f(row), ascending,
    // once each. Scans the column's bytes as one piece.
    template <class F> void forEachContaining(std::string_view needle, F&& f) const
    {
        const std::string_view all = m_bytes;
        std::size_t row = 0;
        for (std::size_t at = findFolded(all, 0, needle); at != std::string_view::npos;) {
            while (m_ends[row] <= at) // hits come in order: one walk over the rows in all
                ++row;
            if (at + needle.size() > m_ends[row]) { // runs over into the next text
                at = findFolded(all, at + 1, needle);
                continue;
            }
            f(row);
            at = findFolded(all, m_ends[row], needle);
        }
    }
    void squeeze()
    {
        m_ends.shrink_to_fit();
        m_bytes.shrink_to_fit();
    }

private:
    std::vector<std::uint32_t> m_ends;
    std::string m_bytes;
    std::uint32_t m_blank = 0;
};

// Distinct texts in the order first seen; code 0 is the empty text.
class Dictionary {
public:
    std::uint16_t code(const QString& text); // adds when new; throws std::length_error beyond 65,535 texts
    int find(const QString& text) const // -1 when absent
    {
        const auto it = m_codes.constFind(text);
        return text.isEmpty() ? 0 : it == m_codes.constEnd() ? -1 : int(*it);
    }
    const QString& text(std::uint16_t code) const { return m_texts[code]; }
    std::size_t size() const { return m_texts.size(); }

private:
    std::vector<QString> m_texts{QString()};
    QHash<QString, std::uint16_t> m_codes;
};

inline QString toQString(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

} // namespace duedesk
