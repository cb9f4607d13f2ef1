// The exceptions register as a list: its lines of a day.
#pragma once
#include "core/insight/agreements/exceptions.h"
#include "core/lists/listspec.h"

namespace duedesk {

// Ids: name, number, kind, state, until, cost_days, base, reason, granted_by, day, owner.
const ListSpec<ExceptionLine>& exceptionList();

} // namespace duedesk
