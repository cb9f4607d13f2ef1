// The list of the automatic backups of one book, BOOK.backups/manifest.json: read, changed under a lock of its own, and
// made anew from the files where it is damaged. What is not in it is never deleted.
#pragma once
#include "core/base/date.h"
#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace duedesk {

struct BackupEntry {
    QString file; // name within the folder
    Instant at = 0;
    QString reason; // "first write of the day", "before import", "before migration"
    QByteArray sha256;
    qint64 bytes = 0;
    bool operator==(const BackupEntry&) const = default;
};

// What there is to say about the automatic backups of a book.
struct BackupState {
    std::optional<BackupEntry> newest; // that is not of a day to come, and whose file is there
    int days = 0; // whole days since newest
    std::optional<Error> trouble; // the list cannot be read
    // Three days and more without one, or none at all: said where the book was changed meanwhile.
    bool isOverdue() const { return !newest || days >= 3; }
};

namespace backups {

QString folderOf(const QString& bookPath); // <book>.backups
// Makes the folder; what is in it is for its owner only.
Outcome makeFolder(const QString& bookPath);
// The manifest, oldest first; an unreadable one is an Error, a missing one is empty.
Result<std::vector<BackupEntry>> list(const QString& bookPath);
BackupState state(const QString& bookPath, Instant now);
// A name for a backup of this instant that no file of the folder has.
QString freeName(const QString& bookPath, Instant now);
// Which entries stay: 24 newest of the last day, 14 daily, 8 weekly, 24 monthly; never none, and all that a clock gone
// wrong has dated more than a day ahead of `now`, or that were found again without a list.
std::vector<BackupEntry> keep(const std::vector<BackupEntry>& all, Instant now);
// Adds an entry and deletes the files that keep() gives up, under the lock of the folder. A damaged list is set aside
// and made anew from the files that have a backup's name.
Outcome enter(const QString& bookPath, const BackupEntry& entry, Instant now);

} // namespace backups
} // namespace duedesk
