// The columns of the list of open items. A row of the list's order is an index into ItemFigures; columns read
// the figures in the box, so that new ones are swapped in without new columns.
#pragma once
#include "core/lists/itemlist.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

struct ItemBox {
    std::shared_ptr<const ItemFigures> now;
};
using ItemBoxPtr = std::shared_ptr<ItemBox>;

// The ids of itemList(). `withCustomer`: off on an account's own page, which has a box to tick ("tick") instead.
std::vector<Column> itemColumns(const ItemBoxPtr& box, bool withCustomer);

// "PO · 12 Nov 2025 · ana · wants 4711": why it is late, since when, who says so; "" = not said.
QString itemLateText(const ItemFigures& f, std::uint32_t item);

} // namespace duedesk
