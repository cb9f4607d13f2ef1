// Web pages with tables, which some programs name .xls: each table is a sheet, one in another too, and its cells are the
// texts that a browser shows. Tags may be missing, doubled or crossed.
#pragma once
#include "core/exchange/sheets/workbook.h"
#include "core/exchange/sheets/xmlworkbook.h"

namespace duedesk {

// InputRejected when the page is in an encoding that is not read, or has no table, the latter by walk().
Result<std::unique_ptr<Workbook>> openHtmlTables(BlockSource source, std::string_view head, const QString& file,
                                                 const std::optional<Encoding>& stated);

} // namespace duedesk
