// The imports of the book, each a batch that can be taken back as a whole, and the wizard that makes new ones.
// A refusal to take one back names what depends on it.
#pragma once
#include "ui/pages/page.h"

class QPushButton;
class QStackedWidget;

namespace duedesk {

class BookTableModel;
class EmptyState;
class ImportFlow;
class ImportWizard;
class Prompter;
class TableDress;
class Workbench;

class ImportsPage : public Page {
    Q_OBJECT
public:
    ImportsPage(Workbench& workbench, Prompter& prompter, QWidget* parent = nullptr);
    ~ImportsPage() override;

    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    void refresh() override;
    bool back() override;
    bool stop() override;
    QWidget* listWidget() const override;
    void takeFiles(const QStringList& files) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    ImportFlow& flow() { return *m_flow; }
    ImportWizard* wizard() const { return m_wizard; }
    BookTableModel* model() const { return m_model; }

private:
    void showList();
    void showWizard();
    void undoCurrent();

    Workbench& m_workbench;
    Prompter& m_prompter;
    ImportFlow* m_flow;
    ImportWizard* m_wizard;
    BookTableModel* m_model;
    TableDress* m_table;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    QPushButton* m_new;
    QPushButton* m_undo;
};

} // namespace duedesk
