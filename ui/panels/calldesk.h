// The right-hand panel with which accounts are worked, the same on Today and on the account page: it shows why a
// payer is here, the dial card, or the form of an outcome, and hands commands to the workbench.
#pragma once
#include "ui/panels/outcomeform.h"

#include <QStackedWidget>

class QTimer;

namespace duedesk {

class DialCard;
class DraftKeeper;
class PayerPanel;

class CallDesk : public QStackedWidget {
    Q_OBJECT
public:
    explicit CallDesk(Workbench& workbench, QWidget* parent = nullptr);

    // The customer row shown, noRow = none; `text` stands there instead. Cheap: facts are worked out after a rest.
    void setPayer(std::uint32_t payer, const QString& text = {});
    CustomerId payer() const;
    void refresh();              // newer insights
    void flush();                // works the facts out now, when they are still due
    const PayerFacts& facts();   // up to date

    void call();                         // C: dial card
    void outcome(CallOutcome outcome);   // 1..0: logs at once, or opens the form
    void gesture(Gesture g, std::vector<CustomerId> customers = {}); // P, S, N, E, A
    void renewException(RegisterException given); // the form of an extension that goes on
    // The items a promise is for, in one currency; empty = oldest due first. Holds until the payer changes.
    void setTicked(std::vector<PromiseLine> lines, Currency currency);
    // The items ticked, for disputes and payer status; empty = what is past due. Holds until the payer changes.
    void setItems(std::vector<DebitId> items);
    void putBack(const std::vector<CustomerId>& customers); // U
    // ".": the last outcome for this account too; one that asks opens its form with this account's own defaults.
    void repeat();
    void toggleSay();                    // Y: objections and a second ask
    void confirmed();                    // I: what they said they would confirm is so
    void write();                        // E: a mail to this payer
    void writeConfirm();                 // M: the mail drafted about what they did not confirm
    bool canRepeat() const { return m_last.has_value() || m_lastForm.has_value(); }
    bool back();                         // Esc: closes form or card
    bool isBusy() const;                 // form or dial card is open
    OutcomeForm* form() const { return m_form; }

signals:
    // A command was accepted. `leaves`: it should leave the list for now; `next`: go on with the next account.
    void worked(duedesk::CustomerId payer, bool leaves, bool next);
    void roomWanted();           // must be visible now
    void pageWanted(const QString& pageId, const QString& filter); // as Page::openPage
    void finished();             // form or card closed; the list gets the focus back
    void refusedFor(const QString& reason); // something could not be done, where no form shows it

private:
    bool canLog();
    FormContext context();
    void addItems(FormContext& c) const;
    PayerFacts withObjection(PayerFacts facts) const;
    bool submit(const Command& command, bool next);
    void saveForm(bool next);
    void closeForm();
    void updateCanLog();
    void passMinute();
    void setTimes(FormContext& c) const; // of now
    void keepDrafts();
    void wantMail(const QString& what);

    Workbench& m_workbench;
    PayerPanel* m_panel;
    DialCard* m_dial;
    OutcomeForm* m_form;
    DraftKeeper* m_drafts;
    QTimer* m_rest;
    std::uint32_t m_payer = noRow;
    bool m_stale = false;
    std::vector<PromiseLine> m_ticked;
    Currency m_tickedCurrency;
    PayerFacts m_facts;
    std::vector<DebitId> m_items;
    std::optional<RegisterException> m_renewed;
    std::optional<Command> m_last;     // for repeat: outcomes that ask nothing, later, note
    std::optional<Gesture> m_lastForm; // for repeat: the others
};

} // namespace duedesk
