// Disputes: short payments to take up on top, then what is contested by overdue target and money; edited, resolved
// and reopened in place. The header tells count, money and how long it takes to resolve one.
#pragma once
#include "ui/models/columns/disputecolumns.h"
#include "ui/pages/boardspec.h"

namespace duedesk {

class DisputeDesk;

class DisputesPage : public Board<DisputeBox> {
    Q_OBJECT
public:
    explicit DisputesPage(Workbench& workbench, QWidget* parent = nullptr);
    DisputeDesk* desk() const { return m_desk; }

private:
    DisputeDesk* m_desk;
};

} // namespace duedesk
