// What an import says of its files: the table of counts, every row that was left out, questions, rejected rows, warnings.
#pragma once
#include "app/ctl/session.h"
#include "core/exchange/importer.h"

namespace duedesk::ctl {

// Counts of each file to stdout, in the format of the session; json has skipped_rows and sums too.
void printReport(const Session& s, const StagedReport& report);
// To stderr. Questions come first, and alone: what is said of rows holds only once they are answered.
void printProblems(const Session& s, const StagedReport& report);

} // namespace duedesk::ctl
