// The columns of the call list. Rows are positions in CallList::rows; the columns read the insights through a
// shared slot, so that a new ranking needs no new model.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/models/column.h"

namespace duedesk {

struct CallFigures {
    InsightsPtr insights;
    Instant now = 0; // the minute that is shown: local times go on between two rankings
    int passed() const { return minutesSince(insights->calls.now, now); }
    const CallRow& row(std::uint32_t r) const { return insights->calls.rows[r]; }
    const Customer& customer(std::uint32_t r) const { return insights->book->customers()[row(r).payer]; }
};

std::vector<Column> callColumns(std::shared_ptr<const CallFigures> figures);

} // namespace duedesk
