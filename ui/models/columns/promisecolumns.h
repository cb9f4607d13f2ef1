// Columns of the list of promises and plans: rows are lines of the agreements of a day.
#pragma once
#include "core/lists/agreementlist.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

// What the columns read besides the book; swapped when the model is reset.
struct AgreementBox {
    std::shared_ptr<const Agreements> now;
    const AgreementLine& line(std::uint32_t row) const { return now->lines[row]; }
    AgreementAt at(std::uint32_t row) const { return {*now, now->lines[row]}; }
};
using AgreementBoxPtr = std::shared_ptr<AgreementBox>;

std::vector<Column> agreementColumns(const AgreementBoxPtr& box); // the ids of agreementList()

} // namespace duedesk
