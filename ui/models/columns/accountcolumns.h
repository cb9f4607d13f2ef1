// The columns of the list of accounts. A row of the list's order is a payer's customer row; columns read the
// figures in the box, so that new ones are swapped in without new columns.
#pragma once
#include "ui/models/column.h"
#include "ui/models/columns/accountfigures.h"

namespace duedesk {

struct AccountBox {
    std::shared_ptr<const AccountFigures> now;
};
using AccountBoxPtr = std::shared_ptr<AccountBox>;

// Ids: name, customer, tier, region, owner, lane, open, past_due, tbc, at_risk, aging, oldest, dso_impact,
// limit_left, industry, country, status.
std::vector<Column> accountColumns(const AccountBoxPtr& box);

} // namespace duedesk
