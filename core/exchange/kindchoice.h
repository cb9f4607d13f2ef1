// Which kind of file a heading row is of. A kind is taken only when it alone fits and uses all that its headings say;
// otherwise the refusal names the kinds, the columns that speak for each and the option that answers.
#pragma once
#include "core/exchange/layout.h"

namespace duedesk {

// How many labels of `cells` are known to the kind by its own names or other names of them, each field once.
int knownFields(FileKind k, const QStringList& cells);

// The kind of a file whose headings are these. InputRejected: no kind or more than one fits.
Result<FileKind> chooseKind(const FileLayout& l);

// The kind that the targets of a map file name most fields of.
FileKind kindOfTargets(const QStringList& targets);

} // namespace duedesk
