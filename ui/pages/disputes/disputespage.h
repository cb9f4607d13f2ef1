// Disputes: short payments to take up on top, then what is contested by overdue target and money; edited, resolved
// and reopened in place. The header tells count, money and how long it takes to resolve one.
#pragma once
#include "ui/models/columns/disputecolumns.h"
#include "ui/pages/boardpage.h"

namespace duedesk {

class DisputeDesk;

class DisputesPage : public BoardPage {
    Q_OBJECT
public:
    explicit DisputesPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    DisputeDesk* desk() const { return m_desk; }

protected:
    void ask() override;
    void showCurrent() override;
    void showEmpty() override;
    void emptyAction() override;
    std::uint32_t payerOf(std::uint32_t row) const override { return m_box->line(row).payer; }

private:
    using Answer = BoardAnswer<DisputeBoard>;
    DisputesPage(Workbench& workbench, const DisputeBoxPtr& box, QWidget* parent);
    void show(const Answer& answer);
    void showFigures(const Answer& answer);

    DisputeBoxPtr m_box;
    DisputeDesk* m_desk;
};

} // namespace duedesk
