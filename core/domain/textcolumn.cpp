#include "core/domain/textcolumn.h"

#include <bit>
#include <stdexcept>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace duedesk {
namespace {

// A lower-case letter matches both cases: its upper case differs in this bit alone.
char caseBit(char c) { return c >= 'a' && c <= 'z' ? char(0x20) : char(0); }

bool matchesAt(const char* text, std::string_view needle)
{
    for (std::size_t i = 0; i < needle.size(); ++i)
        if (char(text[i] | caseBit(needle[i])) != needle[i])
            return false;
    return true;
}

} // namespace

std::size_t findFolded(std::string_view text, std::size_t from, std::string_view needle)
{
    if (text.size() < needle.size())
        return std::string_view::npos;
    const std::size_t end = text.size() - needle.size() + 1; // past the last place it can stand
    const char first = needle.front(), last = needle.back();
    std::size_t at = from;
#ifdef __SSE2__
    // Sixteen places at a time: only where the first and the last character fit, all of it is compared.
    const __m128i wantFirst = _mm_set1_epi8(first), wantLast = _mm_set1_epi8(last);
    const __m128i bitFirst = _mm_set1_epi8(caseBit(first)), bitLast = _mm_set1_epi8(caseBit(last));
    const auto load = [](const char* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); };
    for (; at + 16 <= end; at += 16) {
        const __m128i a = _mm_cmpeq_epi8(_mm_or_si128(load(text.data() + at), bitFirst), wantFirst);
        const __m128i b = _mm_cmpeq_epi8(_mm_or_si128(load(text.data() + at + needle.size() - 1), bitLast), wantLast);
        for (unsigned hits = unsigned(_mm_movemask_epi8(_mm_and_si128(a, b))); hits != 0; hits &= hits - 1) {
            const std::size_t place = at + std::size_t(std::countr_zero(hits));
            if (matchesAt(text.data() + place, needle))
                return place;
        }
    }
#endif
    for (; at < end; ++at)
        if (char(text[at] | caseBit(first)) == first && matchesAt(text.data() + at, needle))
            return at;
    return std::string_view::npos;
}

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
