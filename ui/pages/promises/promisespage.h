// Promises and plans: what is due today, what did not come, what lies elsewhere and what waits for an approval. The
// panel is the one accounts are worked with; the header tells how many are kept.
#pragma once
#include "ui/models/columns/promisecolumns.h"
#include "ui/pages/boardpage.h"

namespace duedesk {

class CallDesk;

class PromisesPage : public BoardPage {
    Q_OBJECT
public:
    explicit PromisesPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    CallDesk* desk() const { return m_desk; }

protected:
    void ask() override;
    void showCurrent() override;
    void showEmpty() override;
    void emptyAction() override;
    std::uint32_t payerOf(std::uint32_t row) const override { return m_box->line(row).payer; }

private:
    using Answer = BoardAnswer<Agreements>;
    PromisesPage(Workbench& workbench, const AgreementBoxPtr& box, QWidget* parent);
    void show(const Answer& answer);
    void showFigures(const Answer& answer);
    const AgreementLine* current() const;
    void submit(const Command& command);
    void withdraw();
    void approve();

    AgreementBoxPtr m_box;
    CallDesk* m_desk;
};

} // namespace duedesk
