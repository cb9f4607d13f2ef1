// The next step of a payer, always: what is set, or what is proposed to be set when nothing is. So no open account
// waits without a day.
#pragma once
#include "core/insight/calls/calllist.h"

namespace duedesk {

struct NextStep {
    bool set = false;
    Words words;    // "Call AP", "promise for 20 Nov", "nothing is open"; set = false: what is proposed
    Date day;       // invalid = none needed (nothing open, not to be contacted)
};
// `row`: of the call list, null where the payer is not on it. In this order: its lane's step, the next action that is still
// to come, a live promise, a status that forbids contact, nothing open; else nothing is set, and a look one
// business day before the next due date is proposed, or a follow-up after the policy's days.
NextStep nextStepOf(const Book& book, const CallRow* row, std::uint32_t payer, Date d);

} // namespace duedesk
