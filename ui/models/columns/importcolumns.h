// The columns of the list of imports: one row a batch, newest first. A row of the list's order is a row of the
// book's ImportBatch records, undone ones included.
#pragma once
#include "ui/models/column.h"

namespace duedesk {

// Ids: at, files, kinds, rows, added, changed, rejected, user, state.
std::vector<Column> importColumns();
// All batches, newest first.
std::vector<std::uint32_t> importRows(const Book& book);

} // namespace duedesk
