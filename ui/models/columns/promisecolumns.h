// Columns of the list of promises and plans: rows are lines of the agreements of a day.
#pragma once
#include "core/insight/agreements/agreements.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

// What the columns read besides the book; swapped when the model is reset.
struct AgreementBox {
    std::shared_ptr<const Agreements> now;
    const AgreementLine& line(std::uint32_t row) const { return now->lines[row]; }
};
using AgreementBoxPtr = std::shared_ptr<AgreementBox>;

// Ids: name, what, amount, currency, due, deadline, state, counted, level, payer_keeps, taken_by, clerk_keeps, owner, made_on, remark, base.
std::vector<Column> agreementColumns(const AgreementBoxPtr& box);
// "kept", of a plan that does not run "waits for approval", "withdrawn" …
QString agreementStateText(const AgreementLine& line);

} // namespace duedesk
