// Columns of how many promises are kept: the book, who of us took them, who made them.
#pragma once
#include "core/lists/keptlist.h"
#include "ui/models/column.h"
#include "ui/models/valuetext.h"

#include <memory>

namespace duedesk {

// What the columns read besides the book; swapped when the model is reset.
struct KeptBox {
    std::shared_ptr<const KeptRates> now;
    const KeptLine& line(std::uint32_t row) const { return now->lines[row]; }
};
using KeptBoxPtr = std::shared_ptr<KeptBox>;

std::vector<Column> keptColumns(const KeptBoxPtr& box); // the ids of keptList()
// "3 of 4 kept, 1 partly, 0 broken · 70 % of 10,000.00 USD"
QString recordText(const PromiseRecord& r, Currency base);

} // namespace duedesk
