// Copies of a book that are known to be good: made from one snapshot by SQLite's backup, read back and verified
// before they get their name. Kept beside the book with a manifest; what is not in the manifest is never deleted.
#pragma once
#include "core/store/backupmanifest.h"

#include <memory>

namespace duedesk {

class Database;

namespace backups {

// Copies what `source` sees to `to`, whose name must be free (openbook::requireFree), verifies the copy, gives it its
// name and looks at it again under that name; SHA-256 in hex.
Result<QByteArray> copyVerified(Database& source, const QString& to);
// Copies, verifies, enters into the manifest and prunes by it.
Result<BackupEntry> make(Database& source, const QString& bookPath, const QString& reason, Instant now);

} // namespace backups

// One automatic backup on a thread of its own, from a read-only connection whose snapshot stands when the
// constructor returns.
class BackupRun {
public:
    BackupRun(const QString& bookPath, const QString& reason, Instant now);
    ~BackupRun(); // waits
    std::optional<Error> wait();
    bool isDone() const; // wait() answers at once

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace duedesk
