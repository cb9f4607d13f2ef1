// How many promises are kept: of the whole book, by who of us took them, and by who made them. Enter opens the payer, or a
// clerk's promises.
#pragma once
#include "ui/models/columns/keptcolumns.h"
#include "ui/pages/boardpage.h"

namespace duedesk {

class KeptPage : public BoardPage {
    Q_OBJECT
public:
    explicit KeptPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;

protected:
    void ask() override;
    void showCurrent() override {}
    void showEmpty() override;
    void emptyAction() override;
    void openCurrent() override;
    std::uint32_t payerOf(std::uint32_t row) const override { return m_box->line(row).payer; }

private:
    using Answer = BoardAnswer<KeptRates>;
    KeptPage(Workbench& workbench, const KeptBoxPtr& box, QWidget* parent);
    void show(const Answer& answer);

    KeptBoxPtr m_box;
};

} // namespace duedesk
