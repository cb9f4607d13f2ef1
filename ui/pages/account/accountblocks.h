// The parts of the account's facts that are sentences: what we owe them, what was agreed, the next step, risk, files.
#pragma once
#include "ui/pages/account/accountfacts.h"

namespace duedesk {

// "low: 12 % unpaid in 30 days"; "" where nothing is past due.
HeaderFact riskFact(const CallRow* row);
HeaderFact nextStepFact(const NextStep& step);
void addOwed(AccountFacts& f, const Insights& in);
void addAgreements(AccountFacts& f, const Insights& in); // live promises and plans, by their next day
void addFiles(AccountFacts& f, const Insights& in);
// Behind how they pay: "Late for PO (2 items), approval (1 item)."
void addLateReasons(AccountFacts& f, const Insights& in);

} // namespace duedesk
