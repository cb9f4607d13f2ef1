// Where lines of the book come from, for the window's thread that stages files: the window itself never sees the store.
#pragma once
#include "core/base/error.h"
#include "core/domain/lineorigins.h"

namespace duedesk {

Result<LineOrigins> originsForImport(const QString& bookPath); // on any thread

} // namespace duedesk
