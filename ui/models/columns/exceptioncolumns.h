// Columns of the exceptions register: rows are lines of the register of a day.
#pragma once
#include "core/lists/exceptionlist.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

// What the columns read besides the book; swapped when the model is reset.
struct ExceptionBox {
    std::shared_ptr<const ExceptionRegister> now;
    const ExceptionLine& line(std::uint32_t row) const { return now->lines[row]; }
};
using ExceptionBoxPtr = std::shared_ptr<ExceptionBox>;

std::vector<Column> exceptionColumns(const ExceptionBoxPtr& box); // the ids of exceptionList()

} // namespace duedesk
