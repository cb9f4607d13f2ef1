// What is looked at before a file is opened as a book or gets a book's name: that it is there, a plain file, on a disk
// that locks, and ours; that nothing of another book lies beside it. Reads the header's bytes only, so a file that is
// refused is not touched.
#pragma once
#include "core/base/error.h"

#include <QString>
#include <memory>

namespace duedesk {
class Database;
}

namespace duedesk::openbook {

// The canonical path, or why it cannot be a book: BookMissing, BookForeign, BookDamaged, StorageFailed. Writing is
// refused on a network drive and for a file that has a second name.
Result<QString> check(const QString& path, bool forWriting);
// A connection that only reads. Takes back first what a killed program had begun; where no log lies beside the book it
// works without making a file: on a full disk and in a folder that takes no writes. Throws StoreFailure.
std::unique_ptr<Database> forReading(const QString& path);

// Whether a book may get this name: InputRejected where there is a file of it, or a -wal, -shm or -journal that another
// book has left, which SQLite would take for the new one's.
Outcome requireFree(const QString& path);
// A finished file moved to `to`, which must be free; never over an existing file. Syncs the folder.
Outcome publishFile(const QString& from, const QString& to);
// fsync of a file or folder.
Outcome syncPath(const QString& path);

bool isOnNetwork(const QString& path);
// The words for a file with `links` names, and what to do about it.
QString secondName(std::uint64_t links);
QString secondNameRemedy();

} // namespace duedesk::openbook
