// Ids of rows that are staged and not written yet. They stand above every id that a book can hold, one count per table,
// and are good within one staged import alone: the commit puts the book's own ids in their place.
#pragma once
#include "core/domain/ids.h"

namespace duedesk {

inline constexpr std::int64_t lastRowId = 4'294'967'295; // row ids are kept in 32 bits of room

class ProvisionalIds final : public IdSource {
public:
    static constexpr std::int64_t first = std::int64_t(1) << 40;
    ProvisionalIds() { m_next.fill(first); }
    std::int64_t next(Table t) override { return m_next[std::size_t(t)]++; }

private:
    std::array<std::int64_t, tableCount> m_next;
};
static_assert(ProvisionalIds::first > lastRowId);

constexpr bool isProvisional(std::int64_t id) { return id >= ProvisionalIds::first; }

} // namespace duedesk
