// Promises and plans: what is due today, what did not come, what lies elsewhere and what waits for an approval. The
// panel is the one accounts are worked with; the header tells how many are kept.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/models/columns/promisecolumns.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QLabel;
class QStackedWidget;

namespace duedesk {

class BookTableModel;
class CallDesk;
class EmptyState;
class FilterField;
class LaneBar;
class TableDress;

class PromisesPage : public Page {
    Q_OBJECT
public:
    explicit PromisesPage(Workbench& workbench, QWidget* parent = nullptr);

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
    CallDesk* desk() const { return m_desk; }
    LaneBar* lanes() const { return m_lanes; }
    QString headline() const;

signals:
    void rowsShown(); // after each new answer, for those who wait

private:
    struct Answer {
        BookPtr book;
        std::shared_ptr<const Agreements> all;
    };
    void connectParts();
    void ask();
    void show(const Answer& answer);
    void showRows();
    void showCurrent();
    void showNothing(bool filtered);
    void showHeadline();
    bool holds(const Filter& f, const AgreementLine& line) const;
    const AgreementLine* current() const;
    void submit(const Command& command);
    void withdraw();
    void approve();
    void openCurrent();

    Workbench& m_workbench;
    AgreementBoxPtr m_box;
    Answer m_answer;
    BookTableModel* m_model;
    TableDress* m_table;
    LaneBar* m_lanes;
    QLabel* m_headline;
    FilterField* m_filter;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    CallDesk* m_desk;
    Latest<Answer> m_latest;
    bool m_dirty = true;
};

} // namespace duedesk
