// How much of an open item is out of the caller's hands on day D: disputed, planned or promised money. The one place
// that answers it, for the call list, the status segment, and every list of items.
#pragma once
#include "core/domain/book.h"

#include <unordered_map>

namespace duedesk {

struct ItemState {
    std::int64_t disputed = 0; // unresolved on D, capped by what is open; minor units of the item
    std::int64_t planned = 0;  // still to come of plans on schedule, capped by what is left then
    std::int64_t promised = 0; // live promise lines less payments since, capped by what is left then
    std::int64_t agreed() const { return planned + promised; } // a day is set for it
    std::int64_t held() const { return disputed + agreed(); }  // what is not asked for now
};

class ItemStates {
public:
    // Costs the disputes, plans and promises of the book, not its items.
    ItemStates(const Book& book, Date d);
    // The items of one payer alone, with the same answers; costs what was said about them.
    ItemStates(const Book& book, Date d, std::uint32_t payer);
    ItemState of(std::uint32_t debitRow) const
    {
        const auto it = m_states.find(debitRow);
        return it == m_states.end() ? ItemState{} : it->second;
    }
    const std::unordered_map<std::uint32_t, ItemState>& all() const { return m_states; }

private:
    std::unordered_map<std::uint32_t, ItemState> m_states; // by debit row; only items with something
};

} // namespace duedesk
