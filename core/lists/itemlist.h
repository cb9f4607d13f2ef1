// Open items as a list: each an item of the figures of a day, in place.
#pragma once
#include "core/insight/figures/itemfigures.h"
#include "core/lists/listspec.h"

namespace duedesk {

// The item whose index into the figures this is.
struct ItemAt {
    const ItemFigures& f;
    std::uint32_t item;
    const DebitChunk& c;
    std::uint32_t i; // its place in the chunk
    Currency currency() const { return Currency::fromIndex(c.currency[i]); }
    std::uint32_t customer() const { return c.customer[i]; }
};
ItemAt itemAt(const ItemFigures& f, std::uint32_t item);

// Ids: name, customer, number, kind, date, due, currency, amount, open, open_base, days_past_due, bucket, why_late,
// expected, promised, disputed, state. Where there is no rate there is nothing in base.
const ListSpec<ItemAt>& itemList();
// "promised · part paid · due date worked out": what stands beside an item in words.
QString itemStateText(const ItemFigures& f, std::uint32_t item);

} // namespace duedesk
