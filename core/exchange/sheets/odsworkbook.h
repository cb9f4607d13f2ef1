// ODS: the sheets of an OpenDocument spreadsheet, out of the one part that holds them all. Rows and cells that repeat are
// written out, but never the empty ones at the end, and never more than a sheet has.
#pragma once
#include "core/exchange/sheets/workbook.h"

namespace duedesk {

// InputRejected when it is encrypted. What is wrong inside is told by walk().
Result<std::unique_ptr<Workbook>> openOds(PartReader parts, const QString& file);

} // namespace duedesk
