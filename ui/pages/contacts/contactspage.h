// What is wrong with the people we know, by the past-due money behind them: a worklist that is mended line by line.
// Its headline is the share of past-due money with a verified billing contact.
#pragma once
#include "ui/models/columns/contactcolumns.h"
#include "ui/pages/boardpage.h"

namespace duedesk {

class ContactDesk;

class ContactsPage : public BoardPage {
    Q_OBJECT
public:
    explicit ContactsPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    ContactDesk* desk() const { return m_desk; }

protected:
    void ask() override;
    void showCurrent() override;
    void counted(const std::vector<int>& byTab) override;
    void showEmpty() override;
    void emptyAction() override;
    std::uint32_t payerOf(std::uint32_t row) const override { return m_box->line(row).payer; }

private:
    using Answer = BoardAnswer<ContactHealth>;
    ContactsPage(Workbench& workbench, const ContactBoxPtr& box, QWidget* parent);
    void show(const Answer& answer);
    void worked(bool next);

    ContactBoxPtr m_box;
    Date m_day; // of the latest answer
    ContactDesk* m_desk;
    bool m_editNext = false; // after save and next
};

} // namespace duedesk
