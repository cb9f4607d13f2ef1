#include "ui/prompts/fileopener.h"

#include <QDesktopServices>
#include <QUrl>

namespace duedesk {

bool DesktopFileOpener::open(const QString& path) { return QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }

} // namespace duedesk
