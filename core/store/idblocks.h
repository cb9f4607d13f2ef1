// Ids in hand: blocks leased from the store, one per table, so that commands are decided and imports staged
// without asking it for each row.
#pragma once
#include "core/domain/ids.h"

#include <stdexcept>

namespace duedesk {

struct IdBlock {
    std::int64_t next = 0, end = 0; // [next, end)
    std::int64_t left() const { return end - next; }
};

// Gives out ids until a block is used up; then std::runtime_error, because ids are leased with room to spare.
class IdBlocks : public IdSource {
public:
    std::int64_t next(Table t) override
    {
        IdBlock& b = m_blocks[std::size_t(t)];
        if (b.left() <= 0)
            throw std::runtime_error("the leased row ids are used up");
        return b.next++;
    }
    std::int64_t left(Table t) const { return m_blocks[std::size_t(t)].left(); }
    const IdBlock& block(Table t) const { return m_blocks[std::size_t(t)]; }
    void set(Table t, IdBlock b) { m_blocks[std::size_t(t)] = b; }

private:
    std::array<IdBlock, tableCount> m_blocks;
};

} // namespace duedesk
