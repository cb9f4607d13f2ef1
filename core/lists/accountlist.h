// The accounts as a list: each a payer, with the figures of a day.
#pragma once
#include "core/insight/figures/accountfigures.h"
#include "core/lists/listspec.h"

namespace duedesk {

struct AccountAt {
    const AccountFigures& f;
    std::uint32_t row; // customer row of the payer
    const AccountFigure& figure() const { return f.of(row); }
    const Customer& customer() const { return f.book()->customers()[row]; }
};

// Ids: name, customer, tier, region, owner, lane, open, past_due, tbc, at_risk, oldest, dso_impact, limit_left, industry,
// country, status. What is printed is `accounts` of the command line.
const ListSpec<AccountAt>& accountList();

} // namespace duedesk
