// The account's own fields as one form: who answers for it, how it pays, its calendar, zone, language and address. What is
// typed is kept until it is saved; errors stand beside their field.
#pragma once
#include "core/domain/ids.h"

#include <QWidget>

namespace duedesk {

class DraftKeeper;
class FieldForm;
class Workbench;

class AccountForm : public QWidget {
    Q_OBJECT
public:
    explicit AccountForm(Workbench& workbench, QWidget* parent = nullptr);

    // The fields as they stand, and over them what was typed before and not saved.
    void open(CustomerId customer);
    FieldForm* form() const { return m_form; }

signals:
    void saved(bool andNext); // the command was accepted
    void cancelled(); // Esc; what was typed is kept

private:
    void save(bool andNext);
    void keep();
    QString draftKey() const; // "account/17"

    Workbench& m_workbench;
    CustomerId m_customer;
    FieldForm* m_form;
    DraftKeeper* m_drafts;
    bool m_filling = false;
};

} // namespace duedesk
