// The call list in its lanes: which rows stand in which, what a filter leaves of them, and how many were worked today. Pure,
// of a book's insights; Today shows it.
#pragma once
#include "core/insight/find/filter.h"
#include "core/workbench/workbench.h"

#include <optional>
#include <vector>

namespace duedesk {

struct CallLane {
    QString id, title;
    std::optional<Lane> lane; // none: a view over several: "next", "avoided"
};
const QString nextLane = QStringLiteral("next"); // whom to call next
std::vector<CallLane> callLanes(); // in the order of the tabs

// Rows of the call list; of no lane: none.
std::vector<std::uint32_t> rowsOfLane(const CallList& calls, const QString& id);
int countOfLane(const CallList& calls, const CallLane& lane);
std::vector<std::uint32_t> filteredCalls(const Insights& in, std::vector<std::uint32_t> rows, const Filter& filter);
// Payers about whom `user` did something on the day of the insights.
int workedToday(const Insights& in, const QString& user);

} // namespace duedesk
