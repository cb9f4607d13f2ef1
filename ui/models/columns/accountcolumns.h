// The columns of the list of accounts. A row of the list's order is a payer's customer row; columns read the
// figures in the box, so that new ones are swapped in without new columns.
#pragma once
#include "core/lists/accountlist.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

struct AccountBox {
    std::shared_ptr<const AccountFigures> now;
};
using AccountBoxPtr = std::shared_ptr<AccountBox>;

// The ids of accountList(), and "aging", the bar of the five buckets, behind at_risk.
std::vector<Column> accountColumns(const AccountBoxPtr& box);

} // namespace duedesk
