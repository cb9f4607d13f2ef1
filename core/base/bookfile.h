// How a book's file is known from outside: "SQLite format 3" at its start and this number at byte 68.
#pragma once
#include <cstdint>

namespace duedesk {

inline constexpr std::uint32_t bookFileMark = 0x44756564; // "Dued"

} // namespace duedesk
