// What is said of a posting when it was taken back: not what it left then, but what stands in the book now.
// The window's undo says it; every other change is said by its own summary.
#pragma once
#include "core/domain/book.h"
#include "core/domain/changeset.h"

namespace duedesk {

// Of a write-off or an allocation, on the book without it; empty for every other change.
Words takenBackPosting(const Book& book, const ChangeSet& made);

} // namespace duedesk
