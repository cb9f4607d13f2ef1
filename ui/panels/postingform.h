// What is posted at an account as one small form: a write-off, money that goes to items or is taken back from one, a charge.
// Which of them it asks for is said when it is opened; errors stand beside their field.
#pragma once
#include "core/command/command.h"

#include <QWidget>
#include <functional>

namespace duedesk {

class FieldForm;
class Workbench;

class PostingForm : public QWidget {
    Q_OBJECT
public:
    explicit PostingForm(Workbench& workbench, QWidget* parent = nullptr);

    // Each fails, and opens nothing, where there is nothing to ask: no money that is not allocated, an item that no
    // money settles. Items are open ones of the account, at least one where they are asked for.
    Outcome writeOff(DebitId item);
    Outcome allocate(const std::vector<DebitId>& items);
    Outcome unallocate(DebitId item);
    Outcome charge(CustomerId customer);
    FieldForm* form() const { return m_form; }

signals:
    void posted();
    void cancelled();

private:
    void save();
    void start(const QString& title, const QString& about);
    void addDay();
    std::int64_t amount(Currency c) const; // as typed; 0 where nothing is, -1 where it is no amount
    Date day() const;
    const QString& nameOf(std::uint32_t customer) const;

    Workbench& m_workbench;
    FieldForm* m_form;
    std::function<Command()> m_command; // of what is asked for, from the fields
};

} // namespace duedesk
