// Reads a whole book from one snapshot of the file. Building it proves the ledger equations.
#pragma once
#include "core/domain/book.h"
#include "core/store/database.h"

#include <functional>

namespace duedesk {

BookInfo readInfo(Database& db);
std::int64_t readRevision(Database& db);
// Within the transaction that is open, else in a read transaction of its own. progress(fraction) may stop it by
// false: Cancelled. Large books are read over two connections at once when `db` is in no transaction.
BookPtr readBook(Database& db, const std::function<bool(double)>& progress = {});

} // namespace duedesk
