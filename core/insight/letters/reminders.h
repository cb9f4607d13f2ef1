// What the ladders would do on day D: for every payer the next undone step, whether its day has come, what it would name
// and to whom it goes, or in words why nothing happens. A ladder resumes where it stopped and never jumps.
#pragma once
#include "core/insight/letters/mailguard.h"
#include "core/insight/letters/strategies.h"

namespace duedesk {

struct LeftOut { // an open item that the step would not name
    DebitId debit;
    Words why;
};

// One payer and the next step of its ladder. A run of a ladder begins with the oldest rest: its cycle is that due date.
struct Reminder {
    std::uint32_t payer = noRow;
    StrategyId strategy; // none = built in
    QString strategyName;
    bool hasStep = false; // false: nothing left to do, or nothing open
    StrategyStep step;
    int cycle = 0;
    Date runFrom; // due date of the oldest rest
    int days = 0; // D − runFrom
    bool due = false; // to be done on D
    Date from; // the day the step comes, or may come; invalid = not known
    Words why; // due: "12 days past due"; else the reason
    std::uint32_t contact = noRow; // who gets the mail
    std::vector<DebitId> debits; // what it names, oldest due first
    std::vector<LeftOut> leftOut;
    MoneyBag rest; // of what it names
    std::int64_t restBase = 0;
    bool isMail() const { return step.channel == StepChannel::Email || step.channel == StepChannel::Letter; }
};

struct ReminderOptions {
    Date day;
    Instant now = 0; // for address holds; 0 = the end of the day
    const Strategy* tryOut = nullptr; // this one for every payer it fits, instead of the one that rules
    std::uint32_t payer = noRow; // this one alone
};

struct ReminderList {
    Date day;
    std::vector<Reminder> rows; // due ones first by what they ask for, then the others by payer
    int due = 0, mails = 0; // steps due; mails among them
};
// Payers without an open item are not among the rows.
ReminderList reminders(const Book& book, const ReminderOptions& options);

// Whom a letter for this rung goes to: for AP the billing contact first, then the rung, then the nearest above; nobody
// below it, and only who may receive a statement. noRow with the reason in `why`.
std::uint32_t letterContact(const Book& book, std::uint32_t payer, ContactRole role, Instant now, Words* why = nullptr);

// The first step of a ladder that was not done in the run that began with `runFrom`; past the end = all done. A mail
// stands for its step and those before it; a call step is done by a call from its day on, a task by its own entry.
std::size_t nextStep(const Book& book, std::uint32_t payer, const Strategy& s, Date runFrom, Date d);

} // namespace duedesk
