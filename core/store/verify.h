// The whole check of a book's file: structure, references, ledger equations, audit chain, and the digests that find what
// a disk changed by itself.
#pragma once
#include "core/domain/book.h"
#include "core/store/audit.h"

#include <QStringList>
#include <functional>

namespace duedesk {

class Database;

struct VerifyFinding {
    // "structure", "schema", "references", "ledger", "records", "book", "audit", "origins", "lines", "retractions",
    // "imports", "content"
    QString check;
    QString what;
    bool operator==(const VerifyFinding&) const = default;
};

struct VerifyReport {
    std::vector<VerifyFinding> findings;
    QStringList notCovered; // what an older program wrote without the digest that would show a change
    std::int64_t debits = 0, credits = 0, settlements = 0, batches = 0;
    ChainReport chain; // firstBad: the first audit event that does not fit; 0 = none
    AuditHead head;
    bool isClean() const { return findings.empty(); }
};

namespace verify {

// Reads only, in one read transaction of its own. progress(fraction) may stop it by false: Cancelled.
// Throws StoreFailure only when reading stops altogether; damage that can be named is a finding.
VerifyReport run(Database& db, const std::function<bool(double)>& progress = {});

} // namespace verify
} // namespace duedesk
