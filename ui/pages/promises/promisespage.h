// Promises and plans: what is due today, what did not come, what lies elsewhere and what waits for an approval. The
// panel is the one accounts are worked with; the header tells how many are kept.
#pragma once
#include "core/command/command.h"
#include "ui/models/columns/promisecolumns.h"
#include "ui/pages/boardspec.h"

namespace duedesk {

class CallDesk;

class PromisesPage : public Board<AgreementBox> {
    Q_OBJECT
public:
    explicit PromisesPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    CallDesk* desk() const { return m_desk; }

private:
    void submit(const Command& command);
    void withdraw();
    void approve();

    CallDesk* m_desk;
};

} // namespace duedesk
