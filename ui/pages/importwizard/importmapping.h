// A mapping of columns made by hand: proposed from the headings, checked for what is required, and remembered for
// the next file with the same headings.
#pragma once
#include "ui/pages/importwizard/importflow.h"

namespace duedesk {

// Detects the file, or looks at its columns where nobody knows the headings.
Result<ImportFlow::File> lookAtFile(const Book& book, const QString& path);
// Targets from the headings for the file's kind.
void proposeTargets(ImportFlow::File& file);
// "invoice_no", … : required headings of the kind that no column feeds.
QStringList requiredTargetsMissing(const ImportFlow::File& file);
// All target headings of a kind, in the order of the generic files.
QStringList targetsOf(FileKind kind);
// The file's mapping as a change of a book that staging reads: new, with an id that this book has free, or in place of
// the one remembered for these headings.
void addMapping(const Book& book, const ImportFlow::File& file, ChangeSet& to);
// Puts `mappings` into what is staged, so that the commit remembers them too; new ones with an id of `ids`.
void keepMappings(const ChangeSet& mappings, IdSource& ids, ChangeSet& staged);

} // namespace duedesk
