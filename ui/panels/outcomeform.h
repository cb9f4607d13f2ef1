// The inline form of an outcome that asks something: a few fields with defaults filled in, errors beside the field
// they name, drafts kept while typing. It makes a Command and submits nothing itself.
#pragma once
#include "core/command/command.h"
#include "ui/panels/payerfacts.h"

#include <QHash>
#include <QMap>
#include <QWidget>
#include <functional>
#include <map>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace duedesk {

// What is being logged; the form's fields follow from it.
enum class Gesture : std::uint8_t {
    Promise,     // outcome 1, by call
    BarePromise, // P, without a call
    SaysPaid,
    CallBack,
    WrongNumber,
    Refused, // outcomes 2, 6, 7, 9
    Note,
    Email,
    Later,
    Assign, // drafts are kept by these numbers: what is new is appended
    Dispute,
    NeedsDocument,
    InProcess,  // outcomes 3, 8, 0
    BareStatus,  // where invoices stand at the payer, without a call
    BareDispute, // D, without a call
    Plan,        // a payment plan, without a call
    Exception,   // an entry of the exceptions register
    RenewException, // an extension that goes on
};

// An open item that an outcome may be about.
struct FormItem {
    DebitId debit;
    QString number;
    std::int64_t rest = 0; // open and not disputed
    Currency currency;
    Date due;
    QString status;        // where it stands at the payer, in words that parseStatus() reads; "" = not said
    QString dwell;         // "in approval for 9 days, usually 4"
};

struct FormContext {
    BookPtr book;
    PayerFacts facts;
    Date today;
    int nowMinute = 0;       // of the day in the book's zone
    int theirMinute = -1;    // of the day where the contact is; -1 = not known
    Date payDay;             // proposed date of a promise
    std::vector<CustomerId> customers; // Assign: who gets the owner
    std::vector<PromiseLine> ticked;   // Promise: the items it is for, oldest first; empty = oldest due first
    std::vector<FormItem> items;       // open ones, oldest due first
    std::vector<DebitId> chosen;       // of them: ticked, else what is past due
    bool itemsTicked = false;          // `chosen` was ticked by hand
    QString theirZone;                 // "" = not known
    Date confirmBy;                    // proposed day by which they confirm
    QString user;
    std::optional<RegisterException> renewed; // RenewException: as it was given
};

class OutcomeForm : public QWidget {
    Q_OBJECT
public:
    explicit OutcomeForm(QWidget* parent = nullptr);

    void open(Gesture gesture, const FormContext& context);
    // Time went on while it is open (minutes as in FormContext): what was typed stays, the words for days and times below
    // it say what it means now.
    void passTime(Date today, int nowMinute, int theirMinute);
    Gesture gesture() const { return m_gesture; }
    QString theirZone() const { return m_context.theirZone; }
    void setText(const QString& field, const QString& text); // by the name errors use: "amount", "date", "note" …
    QString text(const QString& field) const;
    // Reads the fields; an empty optional means that the errors are shown and the first wrong field has the focus.
    std::optional<Command> command();
    void showError(const Error& error); // beside its field, else under the form
    void forgetDraft(); // after it was saved
    void focusFirst();

    // Where drafts of earlier sessions are: the fields typed under a key, as drafted() gave them.
    using DraftFields = QMap<QString, QString>;
    void setDraftSource(std::function<DraftFields(const QString& key)> source) { m_earlier = std::move(source); }

signals:
    void drafted(const QString& key, const QMap<QString, QString>& fields); // while typing; empty = forgotten
    void save(bool andNext); // Ctrl+Enter, Ctrl+Shift+Enter, the buttons
    void cancelled(); // Esc; what was typed is kept

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QString name;
        QWidget* row;
        QLabel* label;
        QLineEdit* line = nullptr;
        QPlainTextEdit* area = nullptr;
        QLabel* below; // hint or error
        std::function<QString(const QString&)> hint;
    };
    Field& addField(const QString& name, const QString& label, const QString& value,
                    std::function<QString(const QString&)> hint = {});
    void addNote(const QString& label, const QString& name = QStringLiteral("note"));
    void addWhen(const QString& label);
    void build();
    void clearErrors();
    void fail(const QString& field, const QString& message);
    void updateHint(Field& f);
    QString draftKey() const;
    void noteDraft(const QString& field, const QString& text);
    // Outcomes about invoices (talkfields.cpp).
    void buildDispute();
    void buildDocument();
    void buildStatus();
    void addConfirm();
    void addInvoices();
    QString dayHint(const QString& words) const;
    std::vector<FormItem> chosenItems() const;
    std::optional<std::vector<FormItem>> invoicesOf(const QString& words) const;
    std::optional<DisputeDraft> disputeDraft();
    std::optional<RequestDraft> requestDraft();
    std::optional<std::vector<StatusDraft>> statusDrafts();
    bool readConfirm(LogCall& call);
    Date dayOf(const QString& words) const; // invalid when not understood
    Field* find(const QString& name);
    std::optional<PromiseDraft> promiseDraft();
    void addPlan(); // planfields.cpp
    std::optional<Command> planCommand();
    void addException(); // exceptionfields.cpp
    const FormItem* exceptionItem() const;
    std::optional<Command> exceptionCommand();
    Result<std::vector<PlanInstalment>> instalments(const QString& words) const;
    std::optional<LaterTime> when(const QString& words) const; // call-backs: in their time

    Gesture m_gesture = Gesture::Note;
    FormContext m_context;
    QVBoxLayout* m_fieldsLayout;
    QLabel* m_title;
    QLabel* m_who;
    QLabel* m_error;
    std::vector<Field> m_fields;
    QHash<QString, DraftFields> m_drafts; // by payer and gesture
    std::function<DraftFields(const QString& key)> m_earlier;
    bool m_filling = false;
    bool m_statusEach = false; // a status field for each item; else one for all
};

QString gestureTitle(Gesture g); // "Promise to pay"

} // namespace duedesk
