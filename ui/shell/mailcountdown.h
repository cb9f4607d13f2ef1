// Counts down, in the bar above the status bar, the seconds in which mails can still be taken back, whatever page is on
// show; one key takes them back.
#pragma once
#include "core/workbench/workbench.h"

#include <QObject>
#include <vector>

class QTimer;

namespace duedesk {

class UndoBar;

class MailCountdown : public QObject {
    Q_OBJECT
public:
    MailCountdown(Workbench& workbench, UndoBar& bar, QObject* parent);
    bool holdsMail() const { return !m_held.empty(); }
    void takeBack(); // all that are held

private:
    void look(bool justQueued = false); // what is held, of this user
    void tick() { show(false); }
    void show(bool justQueued);

    Workbench& m_workbench;
    UndoBar& m_bar;
    std::vector<OutboxId> m_held;
    Instant m_leaves = 0; // the first of them
    QString m_to; // of one that is held alone
    QTimer* m_timer;
};

} // namespace duedesk
