// Disputes and short payments as a list: lines of the dispute board of a day, or its disputes alone.
#pragma once
#include "core/insight/agreements/disputeboard.h"
#include "core/lists/listspec.h"

namespace duedesk {

// Ids: name, number, open, currency, kind, state, age, target, owner, department, responsible, root_cause, reason, base.
const ListSpec<DisputeLine>& disputeList();

} // namespace duedesk
