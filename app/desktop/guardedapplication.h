// The application with the last edge: what a slot or an event handler throws becomes an Error that the window shows, and
// the window lives on.
#pragma once
#include "core/base/error.h"

#include <QApplication>

namespace duedesk {

class GuardedApplication : public QApplication {
    Q_OBJECT
public:
    static constexpr QStringView edge = u"the window answered a key, a click or a signal"; // its name (edge.h)

    GuardedApplication(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;

signals:
    void defectMet(const duedesk::Error& defect); // queued: not from within the handler that threw
};

} // namespace duedesk
