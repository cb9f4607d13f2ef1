// The inline form of an outcome that asks something: a few fields with defaults filled in, and below them what the words
// mean. It makes a Command and submits nothing itself.
#pragma once
#include "core/command/command.h"
#include "ui/panels/payerfacts.h"
#include "ui/widgets/fieldform.h"

namespace duedesk {

// What is being logged; the form's fields follow from it.
enum class Gesture : std::uint8_t {
    Promise, // outcome 1, by call
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
    InProcess, // outcomes 3, 8, 0
    BareStatus, // where invoices stand at the payer, without a call
    BareDispute, // D, without a call
    Plan, // a payment plan, without a call
    Exception, // an entry of the exceptions register
    RenewException, // an extension that goes on
};

// An open item that an outcome may be about.
struct FormItem {
    DebitId debit;
    QString number;
    std::int64_t rest = 0; // open and not disputed
    Currency currency;
    Date due;
    QString status; // where it stands at the payer, in words that parseStatus() reads; "" = not said
    QString dwell; // "in approval for 9 days, usually 4"
};

struct FormContext {
    BookPtr book;
    PayerFacts facts;
    Date today;
    int nowMinute = 0; // of the day in the book's zone
    int theirMinute = -1; // of the day where the contact is; -1 = not known
    Date payDay; // proposed date of a promise
    std::vector<CustomerId> customers; // Assign: who gets the owner
    std::vector<PromiseLine> ticked; // Promise: the items it is for, oldest first; empty = oldest due first
    std::vector<FormItem> items; // open ones, oldest due first
    std::vector<DebitId> chosen; // of them: ticked, else what is past due
    bool itemsTicked = false; // `chosen` was ticked by hand
    QString theirZone; // "" = not known
    Date confirmBy; // proposed day by which they confirm
    QString user;
    std::optional<RegisterException> renewed; // RenewException: as it was given
};

class OutcomeForm : public FieldForm {
    Q_OBJECT
public:
    explicit OutcomeForm(QWidget* parent = nullptr);

    void open(Gesture gesture, const FormContext& context);
    // Time went on while it is open (minutes as in FormContext): what was typed stays, the words for days and times below
    // it say what it means now.
    void passTime(Date today, int nowMinute, int theirMinute);
    Gesture gesture() const { return m_gesture; }
    QString theirZone() const { return m_context.theirZone; }
    QString draftKey() const; // "17/3": of a payer and a gesture
    // What the fields say; the error names the first field that says nothing we understand.
    Result<Command> command() const;

private:
    void build();
    void addField(const QString& name, const QString& label, const QString& value, Hint hint = {},
                  const QString& placeholder = {});
    void addNote(const QString& label, const QString& name = QStringLiteral("note"));
    void addAmount();
    void addWhen(const QString& label);
    QString whenHint(const QString& words) const;
    QString dayHint(const QString& words) const;
    Date dayOf(const QString& words) const; // invalid when not understood
    std::optional<LaterTime> when(const QString& words) const; // call-backs: in their time
    Result<Command> callCommand(LogCall call) const;
    Result<Command> laterCommand(LogCall call) const;
    Result<Command> claimCommand(LogCall call) const;
    Result<Command> confirmed(LogCall call) const; // with the day by which they confirm
    Result<PromiseDraft> promiseDraft() const;
    // Outcomes about invoices (talkfields.cpp).
    void buildDispute();
    void buildDocument();
    void buildStatus();
    QString statusHint(const QString& words, const QString& dwell, bool teach) const;
    void addConfirm();
    void addInvoices();
    std::vector<FormItem> chosenItems() const;
    std::optional<std::vector<FormItem>> invoicesOf(const QString& words) const;
    Result<DisputeDraft> disputeDraft() const;
    Result<std::int64_t> disputedAmount(const std::vector<FormItem>& items) const; // 0 = all that is open
    Result<RequestDraft> requestDraft() const;
    Result<std::vector<StatusDraft>> statusDrafts() const;
    void addPlan(); // planfields.cpp
    Result<Command> planCommand() const;
    Result<std::vector<PlanInstalment>> instalments(const QString& words) const;
    void addException(); // exceptionfields.cpp
    QString costHint(const QString& words) const;
    const FormItem* exceptionItem() const;
    Result<RegisterException> exceptionAsked() const;
    Result<Command> exceptionCommand() const;

    Gesture m_gesture = Gesture::Note;
    FormContext m_context;
    bool m_statusEach = false; // a status field for each item; else one for all
};

QString gestureTitle(Gesture g); // "Promise to pay"

} // namespace duedesk
