// XLSX: sheets, shared texts and styles out of the parts of an Office Open XML workbook, of either of its namespaces.
// Cells are what was computed when the file was saved; a formula without a value is shown as a formula, never as nothing.
#pragma once
#include "core/exchange/sheets/workbook.h"

namespace duedesk {

// InputRejected when it is no workbook of sheets after all, or its list of sheets cannot be read.
Result<std::unique_ptr<Workbook>> openXlsx(PartReader parts, const QString& file);

} // namespace duedesk
