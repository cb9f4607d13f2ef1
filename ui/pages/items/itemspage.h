// Every debit open as of D in one table: where each mark of a chart and each bucket leads. Filtering and figures
// run beside the window, so a million rows stay smooth.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/models/columns/itemcolumns.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QStackedLayout;

namespace duedesk {

class BookTableModel;
class EmptyState;
class FilterField;
class LateReasonList;
class ListViews;
class TableDress;

class ItemsPage : public Page {
    Q_OBJECT
public:
    explicit ItemsPage(Workbench& workbench, QWidget* parent = nullptr);

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
    QString filterText() const;
    LateReasonList* whyLate() const { return m_whyLate; }

signals:
    void rowsShown(); // after each new answer, for those who wait

private:
    struct Shown { // one answer: figures of a (book, day), and what a filter text matches in them
        std::shared_ptr<const ItemFigures> figures;
        std::vector<std::uint32_t> items;
        std::int64_t openBase = 0, lateBase = 0;
        QString filter, error;
    };
    static Shown work(const std::shared_ptr<const ItemFigures>& known, const BookPtr& book, Date day,
                      const std::shared_ptr<const BehaviourModel>& model, const QString& filter, const QString& user,
                      const InsightsPtr& calls);
    void bookChanged();
    void ask();
    void show(const Shown& answer);
    void showNothing(const Shown& answer);
    void openAt(qint64 debitId);

    Workbench& m_workbench;
    ItemBoxPtr m_box;
    std::shared_ptr<const ItemFigures> m_known, m_next; // of the latest answer
    BookTableModel* m_model;
    TableDress* m_table;
    FilterField* m_filter;
    ListViews* m_views;
    LateReasonList* m_whyLate;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    void warmExpected();
    Latest<Shown> m_latest;
    Latest<std::shared_ptr<std::vector<std::int32_t>>> m_warming;
    std::shared_ptr<const ItemFigures> m_warm; // whose expected days are known or being worked out
    bool m_dirty = true;
};

} // namespace duedesk
