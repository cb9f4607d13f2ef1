// Promises and the instalments of plans as a list: lines of the agreements of a day, beside the rates they are read with.
#pragma once
#include "core/insight/agreements/agreements.h"
#include "core/lists/listspec.h"

namespace duedesk {

struct AgreementAt {
    const Agreements& all;
    const AgreementLine& line;
};

// Ids: name, what, amount, currency, due, deadline, state, counted, level, payer_keeps, taken_by, clerk_keeps, owner,
// made_on, remark, base. What is printed is `promises` of the command line.
const ListSpec<AgreementAt>& agreementList();

} // namespace duedesk
