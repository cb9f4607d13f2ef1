// Makes ledger exports of any size for practice and measuring: customers who differ in terms, pay days and
// manners, part payments, credit notes, unapplied cash and write-offs. Deterministic for its options.
#pragma once
#include "core/base/date.h"
#include "core/base/outputfile.h"

#include <QString>

namespace duedesk {

struct GeneratorOptions {
    int customers = 500;
    int invoices = 10'000;
    std::uint64_t seed = 7;
    Date until;       // last day of the history
    int months = 36;
};

struct GeneratedCounts {
    std::int64_t customers = 0, invoices = 0, payments = 0;
};

// Writes customers.csv, invoices.csv and payments.csv (generic files) into `dir`, which is made. Nothing is written where
// the door refuses one of them.
Result<GeneratedCounts> generateFiles(const QString& dir, const GeneratorOptions& options, const OutputDoor& door = {});

} // namespace duedesk
