// Names of files that come out of names of people and numbers of invoices: no path, no reserved name, nothing hidden.
#pragma once
#include <QString>

namespace duedesk {

inline constexpr qsizetype maxFileNameBytes = 180; // of the 255 that file systems take: room for a suffix

// True for a name that every common file system takes as it is.
bool isSafeFileName(const QString& name);
// The nearest safe name: what is not allowed becomes "_", the ending is kept. "file" when nothing is left.
QString safeFileName(const QString& name);

} // namespace duedesk
