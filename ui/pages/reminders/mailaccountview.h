// How mail leaves this book: through a server, as .eml files, or by the mail program of the desktop. What is wrong stands
// beside its field; the password is never here, it is asked for when it is needed.
#pragma once
#include "core/domain/mailaccount.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace duedesk {

class KeyButton;
class LabelledForm;
class Workbench;

class MailAccountView : public QWidget {
    Q_OBJECT
public:
    explicit MailAccountView(Workbench& workbench, QWidget* parent = nullptr);

    void refresh();
    void save();
    LabelledForm* form() const { return m_form; }
    QWidget* first() const;
    void setAccount(const MailAccount& a);

private:
    void showFields();
    MailAccount typed() const;

    Workbench& m_workbench;
    MailAccount m_shown;
    bool m_known = false;
    LabelledForm* m_form;
    QComboBox *m_mode, *m_security;
    QLineEdit *m_host, *m_user, *m_fromName, *m_from, *m_replyTo, *m_folder;
    QSpinBox *m_port, *m_pace;
    KeyButton* m_save;
};

} // namespace duedesk
