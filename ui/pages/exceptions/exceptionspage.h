// The exceptions register: extensions that run or ran out unpaid, what was waived, skipped or overridden, by whom and what
// it costs in days. An extension is renewed from its row.
#pragma once
#include "ui/models/columns/exceptioncolumns.h"
#include "ui/pages/boardpage.h"

namespace duedesk {

class CallDesk;

class ExceptionsPage : public BoardPage {
    Q_OBJECT
public:
    explicit ExceptionsPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    CallDesk* desk() const { return m_desk; }

protected:
    void ask() override;
    void showCurrent() override;
    void showEmpty() override;
    void emptyAction() override;
    std::uint32_t payerOf(std::uint32_t row) const override { return m_box->line(row).payer; }

private:
    using Answer = BoardAnswer<ExceptionRegister>;
    ExceptionsPage(Workbench& workbench, const ExceptionBoxPtr& box, QWidget* parent);
    void show(const Answer& answer);
    const ExceptionLine* current() const;
    void renew();

    ExceptionBoxPtr m_box;
    CallDesk* m_desk;
};

} // namespace duedesk
