#include "core/workbench/importorigins.h"

#include "core/store/lineorigins.h"

namespace duedesk {

Result<LineOrigins> originsForImport(const QString& bookPath) { return readLineOrigins(bookPath); }

} // namespace duedesk
