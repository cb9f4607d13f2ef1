// The right-hand panel with which accounts are worked, the same on Today and on the account page: it shows why a
// payer is here, the dial card, or the form of an outcome, and hands commands to the workbench.
#pragma once
#include "ui/panels/formdesk.h"
#include "ui/panels/outcomeform.h"

class QTimer;

namespace duedesk {

class DialCard;
class PayerPanel;

// The items that are ticked; none = what is past due. `lines`: what a promise for them comes to, in one currency; empty where
// they are of several, or promised already.
struct TickedItems {
    std::vector<DebitId> items;
    std::vector<PromiseLine> lines;
    Currency currency;
};

class CallDesk : public FormDesk {
    Q_OBJECT
public:
    explicit CallDesk(Workbench& workbench, QWidget* parent = nullptr);

    // The customer row shown, noRow = none; `text` stands there instead. Cheap: facts are worked out after a rest.
    void setPayer(std::uint32_t payer, const QString& text = {});
    CustomerId payer() const;
    void refresh(); // newer insights
    void flush(); // works the facts out now, when they are still due
    const PayerFacts& facts(); // up to date

    void call(); // C: dial card
    void outcome(CallOutcome outcome); // 1..0: logs at once, or opens the form
    void gesture(Gesture g, std::vector<CustomerId> customers = {}); // P, S, N, A
    // The form of an extension that goes on; `again` as in openForm().
    void renewException(RegisterException given, std::function<void()> again);
    void setTicked(std::function<TickedItems()> ticked) { m_ticked = std::move(ticked); } // what an outcome is about
    void putBack(const std::vector<CustomerId>& customers); // U
    // ".": the last outcome for this account too; one that asks opens its form with this account's own defaults.
    void repeat();
    void toggleSay(); // Y: objections and a second ask
    void confirmed(); // I: what they said they would confirm is so
    void write(); // E: a mail to this payer
    void writeConfirm(); // M: the mail drafted about what they did not confirm
    bool canRepeat() const { return m_last.has_value() || m_lastForm.has_value(); }
    // Who is meant by what is for several accounts (A, U): those that are ticked; unset = the payer shown.
    void setPicked(std::function<std::vector<CustomerId>()> picked) { m_picked = std::move(picked); }
    OutcomeForm* form() const { return m_form; }

protected:
    std::vector<Verb> verbs() override;
    Result<Command> command() const override { return m_form->command(); }
    QString draftKey() const override; // "desk/17/3"
    Worked about(const Command& command) const override;
    void accepted(const Command& command) override; // may be repeated

private:
    bool canLog();
    void ask(Gesture g, std::vector<CustomerId> customers, std::function<void()> again);
    FormContext context(const TickedItems& ticked); // callcontext.cpp
    void addItems(FormContext& c, const std::vector<DebitId>& ticked) const;
    void setTimes(FormContext& c) const; // of now
    PayerFacts withObjection(PayerFacts facts) const;
    std::vector<CustomerId> picked() const;
    void updateCanLog();
    void passMinute();
    void wantMail(const QString& what);

    PayerPanel* m_panel;
    DialCard* m_dial;
    OutcomeForm* m_form;
    QTimer* m_rest;
    std::function<std::vector<CustomerId>()> m_picked;
    std::function<TickedItems()> m_ticked;
    std::uint32_t m_payer = noRow;
    bool m_stale = false;
    PayerFacts m_facts;
    std::optional<RegisterException> m_renewed;
    std::optional<Command> m_last; // for repeat: outcomes that ask nothing, later, note
    std::optional<Gesture> m_lastForm; // for repeat: the others
};

} // namespace duedesk
