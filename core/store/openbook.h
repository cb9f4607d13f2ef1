// What is looked at before a file is opened as a book: that it is there, a plain file, on a disk that locks, and
// ours. Reads the header's bytes only, so a file that is refused is not touched.
#pragma once
#include "core/base/error.h"

#include <QString>

namespace duedesk::openbook {

// The canonical path, or why it cannot be a book: BookMissing, BookForeign, BookDamaged, StorageFailed.
Result<QString> check(const QString& path, bool forWriting);
// A book moved to `to` under a name that was free; never over an existing file. Syncs the folder.
Outcome publishFile(const QString& from, const QString& to);
// fsync of a file or folder.
Outcome syncPath(const QString& path);

} // namespace duedesk::openbook
