// The import wizard: files, columns, readings, check, result, one after the other in one place. Enter goes on, Esc
// goes back; what it shows and decides stands in ImportFlow.
#pragma once
#include "ui/pages/importwizard/importflow.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;
class QVBoxLayout;

namespace duedesk {

class Prompter;

class ImportWizard : public QWidget {
    Q_OBJECT
public:
    ImportWizard(ImportFlow& flow, Prompter& prompter, QWidget* parent = nullptr);

    void chooseFiles();

signals:
    void finished(); // leave the wizard
    void said(const QString& sentence);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Pane : int { FilesPane, BusyPane, ColumnsPane, ReadingsPane, ReviewPane, ResultPane, FailedPane };
    QWidget* buildFiles();
    QWidget* buildBusy();
    QWidget* buildColumns();
    QWidget* buildReview();
    QWidget* buildText(QLabel*& title, QLabel*& text);
    QWidget* buildBar();
    void showState();
    void showColumns();
    void showReadings();
    void showReview();
    void showRejects(const StagedReport& r);
    void updateBar();
    void goOn();
    void saveRejects();

    ImportFlow& m_flow;
    Prompter& m_prompter;
    QStackedWidget* m_panes;
    std::vector<QLabel*> m_steps;
    QLabel *m_busyText, *m_columnsNote, *m_reviewNote, *m_resultTitle, *m_resultText, *m_failedTitle, *m_failedText,
        *m_why;
    QProgressBar* m_progress;
    QComboBox *m_file, *m_kind;
    QTableWidget *m_columns, *m_counts, *m_rejects;
    QWidget* m_readings = nullptr;
    QVBoxLayout* m_readingsLayout = nullptr;
    QCheckBox* m_accept;
    QPushButton *m_back, *m_next, *m_saveRejects;
    QWidget* m_rejectBlock;
    bool m_filling = false;
};

} // namespace duedesk
