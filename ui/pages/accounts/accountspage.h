// Every payer of the book in one table: filter, sort, sum of the selection, Enter opens the account. Charts and
// counts elsewhere land here with a filter.
#pragma once
#include "ui/models/columns/accountcolumns.h"
#include "ui/pages/listpage.h"

namespace duedesk {

class AccountsPage : public ListPage {
    Q_OBJECT
public:
    explicit AccountsPage(Workbench& workbench, QWidget* parent = nullptr);

protected:
    void ask() override;
    void applyFilter() override;
    void showEmpty() override;
    std::uint32_t payerOf(std::uint32_t row) const override { return row; }

private:
    using Figures = std::shared_ptr<const AccountFigures>;
    AccountsPage(Workbench& workbench, const AccountBoxPtr& box, QWidget* parent);
    void show(const Figures& figures);
    void showSubtitle(const std::vector<std::uint32_t>& rows);

    AccountBoxPtr m_box;
    Figures m_figures; // of the latest answer
};

} // namespace duedesk
