// What is posted at an account as one small form: a write-off, money that goes to items or is taken back from one, a charge.
// Which of them it asks for is said when it is opened; errors stand beside their field.
#pragma once
#include "ui/panels/formdesk.h"

namespace duedesk {

class PostingForm : public FormDesk {
    Q_OBJECT
public:
    explicit PostingForm(Workbench& workbench, QWidget* parent = nullptr);

    // What its verbs are about: the items that are chosen when one is pressed, and the account that is charged.
    void setItems(std::function<std::vector<DebitId>()> items) { m_items = std::move(items); }
    void setCustomer(CustomerId customer) { m_customer = customer; }

    // Each says why, and opens nothing, where there is nothing to ask: no money that is not allocated, an item that no
    // money settles.
    void writeOff();
    void allocate();
    void unallocate();
    void charge();
    void unallocate(DebitId item); // open or settled
    void unallocate(CreditId money);
    bool isOfItem() const { return m_isOfItem; } // what was asked last: of an item, not of the account

protected:
    std::vector<Verb> verbs() override;
    Result<Command> command() const override { return m_command(); }

private:
    void open(Outcome (PostingForm::*ask)(const std::vector<DebitId>&), void (PostingForm::*again)());
    bool ready(); // today alone is posted to
    void openAsked(const Outcome& asked, std::function<void()> again = {});
    Outcome askWriteOff(const std::vector<DebitId>& items);
    Outcome askAllocate(const std::vector<DebitId>& items);
    Outcome askUnallocate(const std::vector<DebitId>& items);
    Outcome askUnallocate(CreditId money);
    Outcome askCharge();
    void start(const QString& title, const QString& about);
    void addDay();
    Result<std::int64_t> amount(Currency c) const; // as typed; 0 where nothing is
    Result<Date> day() const; // as typed; invalid where nothing is
    Result<Command> read(Currency c, const std::function<Command(std::int64_t amount, Date day)>& make) const;
    const QString& nameOf(std::uint32_t customer) const;

    std::function<std::vector<DebitId>()> m_items;
    CustomerId m_customer;
    bool m_isOfItem = false;
    std::function<Result<Command>()> m_command; // of what is asked for, from the fields
};

} // namespace duedesk
