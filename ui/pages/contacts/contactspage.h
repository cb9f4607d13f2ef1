// What is wrong with the people we know, by the past-due money behind them: a worklist that is mended line by line.
// Its headline is the share of past-due money with a verified billing contact.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/models/columns/contactcolumns.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QLabel;
class QStackedWidget;

namespace duedesk {

class BookTableModel;
class ContactDesk;
class EmptyState;
class FilterField;
class LaneBar;
class TableDress;

class ContactsPage : public Page {
    Q_OBJECT
public:
    explicit ContactsPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    void refresh() override;
    bool back() override;
    void focusFilter() override;
    QWidget* listWidget() const override;
    void drill(const QString& filter) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    BookTableModel* model() const { return m_model; }
    ContactDesk* desk() const { return m_desk; }
    QString headline() const;

signals:
    void rowsShown(); // after each new answer, for those who wait

private:
    struct Answer {
        BookPtr book;
        std::shared_ptr<const ContactHealth> health;
    };
    void ask();
    void show(const Answer& answer);
    void showRows();
    void showCurrent();
    bool holds(const Filter& f, const ContactLine& line) const;
    void showNothing(bool filtered);
    void worked(bool next);
    void openAccountOfCurrent();

    Workbench& m_workbench;
    ContactBoxPtr m_box;
    Answer m_answer;
    BookTableModel* m_model;
    TableDress* m_table;
    LaneBar* m_lanes;
    QLabel* m_headline;
    FilterField* m_filter;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    ContactDesk* m_desk;
    Latest<Answer> m_latest;
    bool m_dirty = true;
    bool m_editNext = false; // after save and next
};

} // namespace duedesk
