// The line at the foot: as-of day, what the page says of its rows and selection, how far cash is known, and on the
// right whether all is saved, the last import, and that one person works in this file.
#pragma once
#include "core/workbench/workbench.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace duedesk {

class StatusBar : public QWidget {
    Q_OBJECT
public:
    explicit StatusBar(Workbench& workbench, QWidget* parent = nullptr);
    void setPageText(const QString& text);
    void setSelectionText(const QString& text);
    void setProgress(double fraction); // below 0 = no import is running

public slots:
    void refresh();

signals:
    void asOfWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Workbench& m_workbench;
    QPushButton* m_asOf;
    QLabel *m_page, *m_cash, *m_saved, *m_import, *m_single;
    QProgressBar* m_progress;
    QString m_pageText, m_selection;
};

} // namespace duedesk
