// When what is shown of a book changes by nothing but the clock: a call-back or a put-off account comes back, a calling
// window opens, closes or has an hour left, a changed address is free for mail, the day ends. What waits for that
// instant need not look before it.
#pragma once
#include "core/insight/calls/calllist.h"

namespace duedesk {

// The first such instant after the list was ranked (list.now); midnight in the book's zone at the latest. Never too late;
// sometimes something that turns out to change nothing, like the minute of a call-back that was superseded. 0 = none:
// the list is of another day, and what is looked back at stays as it is.
Instant nextChange(const Book& book, const CallList& list);

} // namespace duedesk
