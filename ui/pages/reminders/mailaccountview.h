// How mail leaves this book: through a server, as .eml files, or by the mail program of the desktop. What is wrong stands
// beside its field; the password is never here, it is asked for when it is needed.
#pragma once
#include "core/domain/mailaccount.h"
#include "ui/panels/formdesk.h"

namespace duedesk {

class MailAccountView : public FormDesk {
    Q_OBJECT
public:
    explicit MailAccountView(Workbench& workbench, QWidget* parent = nullptr);

    void refresh(); // another account is in the book
    void setAccount(const MailAccount& a); // what stands in the fields

protected:
    Result<Command> command() const override;
    void accepted(const Command& command) override;

private:
    void showFields(); // those of the way that is chosen
    Result<int> number(const QString& field, int least, int most) const;

    MailAccount m_shown;
    bool m_known = false;
};

} // namespace duedesk
