// Who pays for whom: the payer, its sites, the companies of ours inside, where invoices go and the group above; with
// short forms that switch them. Knows one (book, customer) and says as a command what is wanted.
#pragma once
#include "core/command/command.h"

#include <QStackedWidget>

class QLabel;

namespace duedesk {

class FieldForm;
class FactRows;

class PayerGroupPanel : public QStackedWidget {
    Q_OBJECT
public:
    explicit PayerGroupPanel(QWidget* parent = nullptr);

    void setCustomer(const BookPtr& book, std::uint32_t customer, Date today);
    void switchPayer();
    void setBillTo();
    void setGroup();
    void setStatus();
    void stopContact();
    bool back();                         // Esc: closes the form
    void showError(const Error& error);  // of the command last wanted: beside its field
    void accepted();                     // it was taken: closes the form
    FieldForm* form() const { return m_form; }
    QStringList lines() const;           // "Pays: Acme", as shown

signals:
    void commandWanted(const duedesk::Command& command);
    void finished();                     // the form closed

private:
    enum class Mode : std::uint8_t { Payer, BillTo, Group, Status, Stop };
    void open(Mode mode, const QString& title, const QString& tip);
    void addCustomerField(const QString& name, const QString& label, std::uint32_t current);
    void save();
    Result<CustomerId> named(const QString& field) const; // none = itself
    const Customer& customer() const { return m_book->customers()[m_customer]; }

    BookPtr m_book;
    std::uint32_t m_customer = noRow;
    Date m_today;
    Mode m_mode = Mode::Payer;
    QWidget* m_view;
    FactRows* m_rows;
    FieldForm* m_form;
};

} // namespace duedesk
