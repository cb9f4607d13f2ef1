// The columns of the list of open items. A row of the list's order is an index into ItemFigures; columns read
// the figures in the box, so that new ones are swapped in without new columns.
#pragma once
#include "ui/models/column.h"
#include "ui/models/columns/itemfigures.h"

namespace duedesk {

struct ItemBox {
    std::shared_ptr<const ItemFigures> now;
};
using ItemBoxPtr = std::shared_ptr<ItemBox>;

// `withCustomer`: off on an account's own page. Ids: customer, name, number, kind, date, due, currency, amount, open,
// open_base, days_past_due, bucket, why_late, expected, promised, disputed, state.
std::vector<Column> itemColumns(const ItemBoxPtr& box, bool withCustomer);

// "promised 1,200.00 · part paid · due date worked out": what stands beside an item in words.
QString itemStateText(const ItemFigures& f, std::uint32_t item);
// "PO · 12 Nov 2025 · ana · wants 4711": why it is late, since when, who says so; "" = not said.
QString itemLateText(const ItemFigures& f, std::uint32_t item);

} // namespace duedesk
