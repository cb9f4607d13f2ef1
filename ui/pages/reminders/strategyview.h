// Strategies as a list with what each would do today, and the one chosen as lines that can be edited. The preview beside
// it follows what is typed before it is saved.
#pragma once
#include "core/insight/letters/reminders.h"
#include "ui/pages/latest.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace duedesk {

class KeyButton;
class LabelledForm;
class Workbench;

class StrategyView : public QWidget {
    Q_OBJECT
public:
    explicit StrategyView(Workbench& workbench, QWidget* parent = nullptr);

    void refresh();
    void save();
    QWidget* side() const { return m_side; }
    QWidget* list() const;
    LabelledForm* form() const { return m_form; }
    QString previewText() const;

signals:
    void said(const QString& sentence);

private:
    void choose(int row);
    void retire();
    void ask(); // what the one in the form would do today
    Result<Strategy> typed() const;

    Workbench& m_workbench;
    std::vector<Strategy> m_strategies; // in the order of the list; built-in ones first
    Strategy m_edited;
    QListWidget* m_list;
    LabelledForm* m_form;
    QLineEdit *m_name, *m_customer, *m_tier, *m_region, *m_risk;
    QSpinBox* m_interval;
    QPlainTextEdit* m_steps;
    KeyButton* m_save;
    QPushButton* m_retire;
    QWidget* m_side;
    QLabel *m_previewTitle, *m_preview;
    Latest<ReminderList> m_latest;
};

} // namespace duedesk
