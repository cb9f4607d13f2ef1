// The audit chain: every event carries the hash of the one before it, in the transaction of the change it tells.
// The payload hangs on the chain by a salted digest, so it can be redacted without breaking the chain.
#pragma once
#include "core/base/date.h"
#include "core/base/error.h"
#include "core/store/sha256.h"

#include <QString>
#include <vector>

namespace duedesk {

class Database;

struct AuditEvent {
    Instant at = 0;
    QString zone, actor, action, object;
    std::int64_t operation = 0;
    std::int64_t revision = 0;
    std::string payload; // JSON
};

struct AuditEntry {
    std::int64_t seq = 0;
    Instant at = 0;
    QString zone, actor, osUser, host, appVersion, action, object;
    std::int64_t operation = 0, revision = 0;
    std::string salt;
    Hash payloadDigest{}, previous{}, hash{};
    QString payload;
    bool redacted = false;
};

struct AuditHead {
    std::int64_t seq = 0; // 0 = no event
    Hash hash{};
    Instant at = 0;
};

// What a check of the chain found: the first event that does not fit, in words; seq 0 = all fit.
struct ChainReport {
    std::int64_t events = 0;
    std::int64_t firstBad = 0;
    QString what;
};

namespace audit {

// Appends within the transaction that is open. Throws StoreFailure.
void append(Database& db, const AuditEvent& event);
// Events with seq > after, oldest first, at most `limit`.
std::vector<AuditEntry> entries(Database& db, std::int64_t after, int limit);
AuditHead head(Database& db);
// Re-computes every hash; also finds gaps, reordering and payloads that were changed or dropped.
ChainReport check(Database& db);

QString osUser();
QString host();

} // namespace audit
} // namespace duedesk
