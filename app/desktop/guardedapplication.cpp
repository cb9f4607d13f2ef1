#include "app/desktop/guardedapplication.h"

#include "core/base/edge.h"

namespace duedesk {

GuardedApplication::GuardedApplication(int& argc, char** argv) : QApplication(argc, argv) {}

bool GuardedApplication::notify(QObject* receiver, QEvent* event)
{
    const Result<bool> done = atEdge(edge, [&] { return QApplication::notify(receiver, event); });
    if (done)
        return *done;
    QMetaObject::invokeMethod(this, [this, defect = done.error()] { emit defectMet(defect); }, Qt::QueuedConnection);
    return true; // it is dealt with: nobody else gets half of it
}

} // namespace duedesk
