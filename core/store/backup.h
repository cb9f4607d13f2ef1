// Copies of a book that are known to be good: made from one snapshot by SQLite's backup, read back and verified
// before they get their name. Kept beside the book with a manifest; what is not in the manifest is never deleted.
#pragma once
#include "core/base/date.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace duedesk {

class Database;

struct BackupEntry {
    QString file; // name within the folder
    Instant at = 0;
    QString reason; // "first write of the day", "before import", "before migration"
    QByteArray sha256;
    qint64 bytes = 0;
    bool operator==(const BackupEntry&) const = default;
};

namespace backups {

QString folderOf(const QString& bookPath); // <book>.backups
// The manifest, oldest first; an unreadable one is an Error, a missing one is empty.
Result<std::vector<BackupEntry>> list(const QString& bookPath);
// Copies what `source` sees to `to` (must not exist), verifies the copy, then gives it its name; SHA-256 in hex.
Result<QByteArray> copyVerified(Database& source, const QString& to);
// Which entries stay: 24 newest of the last day, 14 daily, 8 weekly, 24 monthly; never none.
std::vector<BackupEntry> keep(const std::vector<BackupEntry>& all);
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

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace duedesk
