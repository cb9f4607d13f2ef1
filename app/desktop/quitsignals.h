// A signal that ends the program (SIGTERM, SIGINT, SIGHUP) closes it as a person would: windows keep where they stood, the
// session in the book is closed. In place from construction on; what comes before the event loop runs waits for it.
#pragma once
#include <QObject>

class QSocketNotifier;

namespace duedesk {

class QuitSignals : public QObject {
    Q_OBJECT
public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override; // the signals end the process at once again

signals:
    void quitWanted();

private:
    int m_sockets[2] = {-1, -1};
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace duedesk
