// SpreadsheetML 2003: workbooks as one XML file, which programs that export "to Excel" still write and name .xls.
// Days stand in them as ISO 8601; rows and cells that are skipped are told by an index.
#pragma once
#include "core/exchange/sheets/workbook.h"

namespace duedesk {

// The blocks of the file, from its beginning each time they are asked for.
using BlockSource = std::function<BlockPull()>;

Result<std::unique_ptr<Workbook>> openXmlWorkbook(BlockSource source, const QString& file);

} // namespace duedesk
