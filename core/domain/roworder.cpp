#include "core/domain/roworder.h"

#include "core/base/error.h"

#include <algorithm>
#include <bit>
#include <memory>

namespace duedesk {
namespace {

constexpr int digitBits = 11;
constexpr std::size_t digitCount = std::size_t(1) << digitBits;

struct Entry {
    std::uint64_t key;
    std::uint32_t payload;
};

// One pass of a radix sort: from -> to by the digit at `shift`.
void pass(const Entry* from, Entry* to, std::size_t n, int shift)
{
    std::vector<std::uint32_t> at(digitCount);
    std::uint32_t* const count = at.data();
    for (std::size_t i = 0; i < n; ++i)
        ++count[(from[i].key >> shift) & (digitCount - 1)];
    std::uint32_t sum = 0;
    for (std::size_t d = 0; d < digitCount; ++d) {
        const std::uint32_t c = count[d];
        count[d] = sum;
        sum += c;
    }
    for (std::size_t i = 0; i < n; ++i)
        to[count[(from[i].key >> shift) & (digitCount - 1)]++] = from[i];
}

// payload(i) in the order of the keys.
template <class Payload>
void radix(std::span<const std::int64_t> keys, bool descending, std::uint32_t* out, Payload&& payload)
{
    const std::size_t n = keys.size();
    if (n == 0)
        return;
    const auto [low, high] = std::minmax_element(keys.begin(), keys.end());
    const auto lowest = std::uint64_t(*low), highest = std::uint64_t(*high);
    const auto a = std::make_unique_for_overwrite<Entry[]>(n), b = std::make_unique_for_overwrite<Entry[]>(n);
    const std::int64_t* const key = keys.data();
    for (std::size_t i = 0; i < n; ++i) {
        const auto k = std::uint64_t(key[i]);
        a[i] = {descending ? highest - k : k - lowest, payload(i)};
    }
    Entry *from = a.get(), *to = b.get();
    const int bits = int(std::bit_width(highest - lowest)); // digits that all keys share need no pass
    for (int shift = 0; shift < bits; shift += digitBits) {
        pass(from, to, n, shift);
        std::swap(from, to);
    }
    for (std::size_t i = 0; i < n; ++i)
        out[i] = from[i].payload;
}

template <class Payload>
void counting(std::span<const std::uint32_t> ranks, std::uint32_t rankCount, bool descending, std::uint32_t* out,
              Payload&& payload)
{
    std::vector<std::uint32_t> at(std::size_t(rankCount) + 1);
    for (const std::uint32_t r : ranks) {
        invariant(r < rankCount, "a rank is out of range");
        ++at[r];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t i = 0; i < rankCount; ++i) {
        std::uint32_t& slot = at[descending ? rankCount - 1 - i : i];
        const std::uint32_t c = slot;
        slot = sum;
        sum += c;
    }
    std::uint32_t* const place = at.data();
    for (std::size_t i = 0, n = ranks.size(); i < n; ++i)
        out[place[ranks[i]]++] = payload(i);
}

} // namespace

std::vector<std::uint32_t> orderByKey(std::span<const std::int64_t> keys, bool descending)
{
    std::vector<std::uint32_t> out(keys.size());
    radix(keys, descending, out.data(), [](std::size_t i) { return std::uint32_t(i); });
    return out;
}

std::vector<std::uint32_t> orderByRank(std::span<const std::uint32_t> ranks, std::uint32_t rankCount, bool descending)
{
    std::vector<std::uint32_t> out(ranks.size());
    counting(ranks, rankCount, descending, out.data(), [](std::size_t i) { return std::uint32_t(i); });
    return out;
}

void sortByKey(std::vector<std::uint32_t>& rows, std::span<const std::int64_t> keys, bool descending)
{
    invariant(rows.size() == keys.size(), "rows and keys differ in number");
    const std::uint32_t* const row = rows.data();
    std::vector<std::uint32_t> out(rows.size());
    radix(keys, descending, out.data(), [row](std::size_t i) { return row[i]; });
    rows = std::move(out);
}

void sortByRank(std::vector<std::uint32_t>& rows, std::span<const std::uint32_t> ranks, std::uint32_t rankCount,
                bool descending)
{
    invariant(rows.size() == ranks.size(), "rows and ranks differ in number");
    const std::uint32_t* const row = rows.data();
    std::vector<std::uint32_t> out(rows.size());
    counting(ranks, rankCount, descending, out.data(), [row](std::size_t i) { return row[i]; });
    rows = std::move(out);
}

} // namespace duedesk
