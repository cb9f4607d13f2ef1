// Disputes: short payments to take up on top, then what is contested by overdue target and money; edited, resolved
// and reopened in place. The header tells count, money and how long it takes to resolve one.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/models/columns/disputecolumns.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QLabel;
class QStackedWidget;

namespace duedesk {

class BookTableModel;
class DisputeDesk;
class EmptyState;
class FilterField;
class LaneBar;
class TableDress;

class DisputesPage : public Page {
    Q_OBJECT
public:
    explicit DisputesPage(Workbench& workbench, QWidget* parent = nullptr);

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
    DisputeDesk* desk() const { return m_desk; }
    LaneBar* lanes() const { return m_lanes; }
    QString headline() const;

signals:
    void rowsShown(); // after each new answer, for those who wait

private:
    struct Answer {
        BookPtr book;
        std::shared_ptr<const DisputeBoard> board;
    };
    void ask();
    void show(const Answer& answer);
    void showRows();
    void showCurrent();
    void showNothing(bool filtered);
    void showHeadline();
    bool holds(const Filter& f, const DisputeLine& line) const;
    void openCurrent();

    Workbench& m_workbench;
    DisputeBoxPtr m_box;
    Answer m_answer;
    BookTableModel* m_model;
    TableDress* m_table;
    LaneBar* m_lanes;
    QLabel* m_headline;
    FilterField* m_filter;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    DisputeDesk* m_desk;
    Latest<Answer> m_latest;
    bool m_dirty = true;
};

} // namespace duedesk
