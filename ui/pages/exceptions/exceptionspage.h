// The exceptions register: extensions that run or ran out unpaid, what was waived, skipped or overridden, by whom and what
// it costs in days. An extension is renewed from its row.
#pragma once
#include "ui/models/columns/exceptioncolumns.h"
#include "ui/pages/boardspec.h"

namespace duedesk {

class CallDesk;

class ExceptionsPage : public Board<ExceptionBox> {
    Q_OBJECT
public:
    explicit ExceptionsPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    CallDesk* desk() const { return m_desk; }

private:
    void renew();

    CallDesk* m_desk;
};

} // namespace duedesk
