// A mail by hand to one account: a template filled in, a text to edit, to whom with how sure that address is, the statement
// attached or not, and beside it the mail as it will be read.
#pragma once
#include "core/workbench/mailroom.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace duedesk {

class DraftKeeper;
class EnclosureBox;
class LabelledForm;
class LetterView;
class Workbench;

class MailPanel : public QWidget {
    Q_OBJECT
public:
    explicit MailPanel(Workbench& workbench, QWidget* parent = nullptr);

    // The mail about what they did not confirm, in place of a template's name.
    static const QString confirmMail;
    // Starts a mail to this payer with the template; what was typed for it before is there again.
    void start(CustomerId payer, const QString& templateName = {});
    void send(); // Ctrl+Enter: into the outbox, 10 s
    void attach(const QStringList& paths); // what is wrong with a file stands beside the attachments
    EnclosureBox* enclosures() const { return m_enclosures; }
    CustomerId payer() const { return m_payer; }
    QWidget* side() const { return m_side; } // the preview
    QWidget* first() const;
    LabelledForm* form() const { return m_form; }
    QPlainTextEdit* body() const { return m_body; }
    QString title() const;

signals:
    void sent();
    void filesWanted(); // to attach, from the disk

private:
    void fillContacts();
    void fillText(); // from the template chosen, or what was typed
    void fillConfirm();
    void showText(const QString& subject, const QString& text);
    void typed();
    QString draftKey() const; // "mail/17/statement"
    void preview();
    Result<MailOrder> order() const;
    void collected(MailOrder order, const QString& draftKey, Result<std::vector<LetterEnclosure>> files);
    void queue(const MailOrder& order, const QString& draftKey);
    void showError(const Error& why);

    Workbench& m_workbench;
    CustomerId m_payer;
    LetterTemplate m_wording;
    DraftKeeper* m_drafts;
    LabelledForm* m_form;
    QComboBox *m_contact, *m_template;
    QLabel* m_verified;
    QLineEdit* m_subject;
    QPlainTextEdit* m_body;
    EnclosureBox* m_enclosures;
    QPushButton* m_send;
    QWidget* m_side;
    LetterView* m_letter;
    bool m_isSending = false; // what goes with it is being read
};

} // namespace duedesk
