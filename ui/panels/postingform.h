// What is posted at an account as one small form: a write-off, money that goes to items or is taken back from one, a charge.
// Which of them it asks for is said when it is opened; errors stand beside their field.
#pragma once
#include "ui/panels/formdesk.h"

namespace duedesk {

class PostingForm : public FormDesk {
    Q_OBJECT
public:
    explicit PostingForm(Workbench& workbench, QWidget* parent = nullptr);

    // Each fails, and opens nothing, where there is nothing to ask: no money that is not allocated, an item that no
    // money settles. Items are open ones of the account, at least one where they are asked for.
    Outcome writeOff(DebitId item);
    Outcome allocate(const std::vector<DebitId>& items);
    Outcome unallocate(DebitId item);
    Outcome charge(CustomerId customer);

protected:
    Result<Command> command() const override { return m_command(); }

private:
    void start(const QString& title, const QString& about);
    void addDay();
    Result<std::int64_t> amount(Currency c) const; // as typed; 0 where nothing is
    Result<Date> day() const; // as typed; invalid where nothing is
    Result<Command> read(Currency c, const std::function<Command(std::int64_t amount, Date day)>& make) const;
    const QString& nameOf(std::uint32_t customer) const;

    std::function<Result<Command>()> m_command; // of what is asked for, from the fields
};

} // namespace duedesk
