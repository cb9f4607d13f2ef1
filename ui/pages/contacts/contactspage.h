// What is wrong with the people we know, by the past-due money behind them: a worklist that is mended line by line.
// Its headline is the share of past-due money with a verified billing contact.
#pragma once
#include "ui/models/columns/contactcolumns.h"
#include "ui/pages/boardspec.h"

namespace duedesk {

class ContactDesk;

class ContactsPage : public Board<ContactBox> {
    Q_OBJECT
public:
    explicit ContactsPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    ContactDesk* desk() const { return m_desk; }

private:
    ContactDesk* m_desk;
};

} // namespace duedesk
