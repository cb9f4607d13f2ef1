// How many promises are kept, as a list: the book, who of us took them, who made them.
#pragma once
#include "core/insight/agreements/keptrates.h"
#include "core/lists/listspec.h"

namespace duedesk {

// Ids: by, name, kept_count_pct, kept_money_pct, judged, kept, partly_kept, broken, owner. There is no name where nobody
// was named. What is printed is `promises --kpi` of the command line.
const ListSpec<KeptLine>& keptList();

} // namespace duedesk
