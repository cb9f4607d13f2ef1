// Whether a staged import still fits the book: it was resolved against a revision, and since then people have worked.
// What they did is in its way only where the import stands on it.
#pragma once
#include "core/domain/book.h"
#include "core/domain/stagedimport.h"

namespace duedesk {

class Database;

// By the change feed since the import's base: no posted line came or went, and no record of the kinds that staging reads
// or that the import adds to was touched.
bool kindsLeaveBase(Database& db, const StagedImport& staged, std::int64_t revision);
// Every record that the import changes is in the book, as it is `now`, as the import saw it; and no record of the feed
// newly names an invoice that the import replaces.
bool rowsLeaveBase(Database& db, const StagedImport& staged, const Book& now);

} // namespace duedesk
