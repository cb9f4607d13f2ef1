// Insights of a small book on a day, as the workbench would derive them, without a workbench.
#pragma once
#include "core/workbench/derived.h"

namespace duedesk {

inline InsightsPtr insightsOf(BookPtr book, Date day) { return Derived::compute(std::move(book), day, 0, {}); }

} // namespace duedesk
