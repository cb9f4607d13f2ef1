// Text of many rows in one piece of memory (UTF-8), and a dictionary for texts that repeat.
#pragma once
#include <QHash>
#include <QString>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace duedesk {

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
    int find(const QString& text) const { return text.isEmpty() ? 0 : m_codes.value(text, -1); }
    const QString& text(std::uint16_t code) const { return m_texts[code]; }
    std::size_t size() const { return m_texts.size(); }

private:
    std::vector<QString> m_texts{QString()};
    QHash<QString, std::uint16_t> m_codes;
};

inline QString toQString(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

} // namespace duedesk
