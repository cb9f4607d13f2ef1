// A block of ids of one table, leased from the store, so that a command is decided without asking it for each row.
#pragma once
#include <cstdint>

namespace duedesk {

struct IdBlock {
    std::int64_t next = 0, end = 0; // [next, end)
    std::int64_t left() const { return end - next; }
};

} // namespace duedesk
