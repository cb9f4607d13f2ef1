// The row ids in hand of one window: blocks the store publishes ahead, more of them asked for when half is used. Deciding
// never waits for an id: where they run short it goes on with provisional ones and fellShort() says so, and what was
// decided is not sent but decided again when the missing ids have come.
#pragma once
#include "core/store/idblocks.h"

#include <vector>

namespace duedesk {

class HandIds final : public IdSource {
public:
    struct Wish {
        Table table;
        std::int64_t count;
    };
    // `first`: a block of each table; later ones are asked for in blocks of at least `atOnce`.
    HandIds(const std::array<IdBlock, tableCount>& first, std::int64_t atOnce);

    std::int64_t next(Table t) override;
    std::int64_t left(Table t) const;
    // From begin() on, everything drawn can be given back: what was decided was not sent.
    void begin();
    void giveBack();
    bool fellShort() const { return m_short; }

    // What is to be asked of the store now; each is named once, until take() answers it.
    std::vector<Wish> wishes();
    void want(Table t, std::int64_t count); // so many will be needed at once
    void take(Table t, IdBlock block); // an empty block: not to be had now, so it may be wished again

private:
    struct Hand {
        std::vector<IdBlock> blocks; // in the order they are used up
        std::int64_t wanted = 0; // at once, beyond what is there; 0 = nobody waits
        bool asked = false;
    };
    std::array<Hand, tableCount> m_hands;
    std::array<std::vector<IdBlock>, tableCount> m_before;
    std::array<std::int64_t, tableCount> m_missing{}; // provisional ids given since begin()
    std::int64_t m_atOnce;
    bool m_short = false;
};

} // namespace duedesk
