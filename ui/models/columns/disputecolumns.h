// Columns of the list of disputes and short payments: rows are lines of the dispute board of a day.
#pragma once
#include "core/lists/disputelist.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

// What the columns read besides the book; swapped when the model is reset.
struct DisputeBox {
    std::shared_ptr<const DisputeBoard> now;
    const DisputeLine& line(std::uint32_t row) const { return now->lines[row]; }
};
using DisputeBoxPtr = std::shared_ptr<DisputeBox>;

std::vector<Column> disputeColumns(const DisputeBoxPtr& box); // the ids of disputeList()

} // namespace duedesk
