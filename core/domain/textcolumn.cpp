#include "core/domain/textcolumn.h"

#include <stdexcept>

namespace duedesk {

std::uint16_t Dictionary::code(const QString& text)
{
    if (text.isEmpty())
        return 0;
    const auto it = m_codes.constFind(text);
    if (it != m_codes.constEnd())
        return *it;
    if (m_texts.size() > 0xffff)
        throw std::length_error("more than 65,535 different texts in one column");
    const auto code = static_cast<std::uint16_t>(m_texts.size());
    m_texts.push_back(text);
    m_codes.insert(text, code);
    return code;
}

} // namespace duedesk
