// The account's own fields as one form: who answers for it, how it pays, its calendar, zone, language and address. What is
// typed is kept until it is saved; errors stand beside their field.
#pragma once
#include "ui/panels/formdesk.h"

namespace duedesk {

class AccountForm : public FormDesk {
    Q_OBJECT
public:
    explicit AccountForm(Workbench& workbench, QWidget* parent = nullptr);

    void setCustomer(CustomerId customer) { m_shown = customer; } // whose fields its verb asks for
    // The fields as they stand, and over them what was typed before and not saved.
    void open(CustomerId customer);

protected:
    std::vector<Verb> verbs() override;
    Result<Command> command() const override;
    QString draftKey() const override; // "account/17"

private:
    CustomerId m_customer, m_shown;
};

} // namespace duedesk
