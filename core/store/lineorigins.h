// What staging is told beside the book: where its lines come from. Read over a connection of its own and on any thread,
// so that neither the window nor what is being saved waits; newer than the book in hand, the import is stale anyway.
#pragma once
#include "core/base/error.h"
#include "core/domain/lineorigins.h"

namespace duedesk {

// Of a book that is open already, here or in the window.
Result<LineOrigins> readLineOrigins(const QString& bookPath);

} // namespace duedesk
