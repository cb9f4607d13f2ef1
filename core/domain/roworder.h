// Orders of a million rows without comparing rows: radix over packed keys, counting over ranks. Stable both
// ways: equal rows keep the order they had, ascending and descending.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace duedesk {

// Positions 0 .. keys.size() - 1 in the order of their keys.
std::vector<std::uint32_t> orderByKey(std::span<const std::int64_t> keys, bool descending = false);
// The same for ranks in 0 .. rankCount - 1 (names: Book::nameRanks of each row's customer).
std::vector<std::uint32_t> orderByRank(std::span<const std::uint32_t> ranks, std::uint32_t rankCount,
                                       bool descending = false);

// Sorts rows; keys[i], ranks[i] are those of rows[i] on entry.
void sortByKey(std::vector<std::uint32_t>& rows, std::span<const std::int64_t> keys, bool descending = false);
void sortByRank(std::vector<std::uint32_t>& rows, std::span<const std::uint32_t> ranks, std::uint32_t rankCount,
                bool descending = false);

} // namespace duedesk
