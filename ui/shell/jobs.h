// Ctrl+J: what runs in the background, how far it is, and how to stop it.
#pragma once
#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace duedesk {

class Workbench;

class Jobs : public QFrame {
    Q_OBJECT
public:
    Jobs(Workbench& workbench, QWidget* parent);
    void toggle();
    void place();
    void setExport(double fraction);                     // below 0 = none runs

signals:
    void exportStopWanted();

private:
    void refresh();
    Workbench& m_workbench;
    double m_fraction = -1, m_exported = -1;
    QLabel *m_import, *m_export, *m_saving;
    QProgressBar* m_bar;
    QPushButton *m_cancel, *m_stop;
};

} // namespace duedesk
