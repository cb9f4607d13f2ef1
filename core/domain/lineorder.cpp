#include "core/domain/lineorder.h"

#include <algorithm>

namespace duedesk {
namespace {

template <class Chunks> std::vector<std::uint32_t> rowsById(const Chunks& chunks)
{
    std::vector<std::uint32_t> out;
    std::uint32_t base = 0;
    for (const auto& c : chunks) {
        for (std::uint32_t i = 0; i < c->count; ++i)
            if (!c->isGone(i))
                out.push_back(base + i);
        base += 4096;
    }
    const auto idOf = [&](std::uint32_t row) { return chunks[row >> 12]->id[row & 4095]; };
    if (!std::ranges::is_sorted(out, {}, idOf))
        std::ranges::sort(out, {}, idOf);
    return out;
}

} // namespace

std::vector<std::uint32_t> debitsById(const Ledger& l) { return rowsById(l.debitChunks); }

std::vector<std::uint32_t> creditsById(const Ledger& l) { return rowsById(l.creditChunks); }

} // namespace duedesk
