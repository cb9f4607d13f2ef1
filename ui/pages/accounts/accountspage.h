// Every payer of the book in one table: filter, sort, sum of the selection, Enter opens the account. Charts and
// counts elsewhere land here with a filter.
#pragma once
#include "ui/models/columns/accountcolumns.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QStackedLayout;

namespace duedesk {

class BookTableModel;
class EmptyState;
class FilterField;
class ListViews;
class TableDress;
class Workbench;

class AccountsPage : public Page {
    Q_OBJECT
public:
    explicit AccountsPage(Workbench& workbench, QWidget* parent = nullptr);

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
    ListViews* views() const { return m_views; }
    QString filterText() const;

signals:
    void figuresShown(); // after each new answer, for those who wait

private:
    void bookChanged();
    void compute();
    void show(const std::shared_ptr<const AccountFigures>& figures);
    void applyFilter();
    void showSubtitle(const std::vector<std::uint32_t>& rows);
    std::vector<qint64> walk() const;

    Workbench& m_workbench;
    AccountBoxPtr m_box;
    std::shared_ptr<const AccountFigures> m_figures; // of the latest answer
    BookTableModel* m_model;
    TableDress* m_table;
    FilterField* m_filter;
    ListViews* m_views;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    Latest<std::shared_ptr<const AccountFigures>> m_latest;
    bool m_dirty = true; // the book changed while the page was hidden
};

} // namespace duedesk
