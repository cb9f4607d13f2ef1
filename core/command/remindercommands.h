// What can be done about mail that leaves: queue it, take it back, send it, say what became of it. Everything a mail
// names derives from one payer, and the guards are asked when it is queued and again when it is sent.
#pragma once
#include "core/domain/mailaccount.h"
#include "core/domain/outboxmessage.h"
#include "core/domain/strategy.h"

#include <QString>
#include <vector>

namespace duedesk {

inline constexpr Instant mailHoldMs = 10'000; // in which a queued mail can be taken back

// One rendered mail, its bytes in the content already.
struct MailDraft {
    OutboxId id;           // the row whose number is in the Message-ID (Workbench::newOutboxId); none = a new one
    CustomerId customer;   // the payer
    ContactId contact;
    std::vector<DebitId> debits; // open items it names
    StrategyId strategy;   // none = the built-in ladder, or by hand
    int stepDay = 0;
    int cycle = 0;         // 0 = by hand
    TemplateId letter;     // none = a built-in template
    int letterVersion = 0;
    QString toAddress;     // the contact's e-mail address
    QString subject;
    QString messageId;     // "<…@…>"
    QByteArray bodySha256; // hex
    std::int64_t size = 0; // bytes
};
// All or none. Leaves mailHoldMs later; fields of errors: customer, contact, to, invoices, step, subject, message.
struct QueueMails {
    std::vector<MailDraft> mails;
};
// Claims a queued mail whose hold is over. Where a guard now forbids it, the change cancels it with the reason instead, or,
// where only the time is wrong, leaves it queued until it may be asked again: look at the row in the book that follows.
struct StartSending {
    OutboxId message;
    OperationId attempt; // none = the operation of this command
};
// What became of the claim. `state`: Sent, Failed, Unknown, or Queued (the server said later: again at retryAt(), Failed
// when that is over). Exported is for a mail still queued (a file, the mail program): the guards are asked as above.
struct FinishSending {
    OutboxId message;
    OperationId attempt; // that of the row; not asked for Exported
    OutboxState state = OutboxState::Sent;
    QString words; // the server's, or ours
    bool addressRefused = false; // the server knows no such mailbox: the contact bounced
};
// Before it left (queued), or a failed or unknown one that shall not be tried again.
struct CancelMail {
    OutboxId message;
    QString note;
};
// A person found out: it arrived, or it did not and goes again.
struct ReleaseUnknown {
    OutboxId message;
    bool arrived = false;
};
// A failed one goes again, after its hold.
struct RetryMail {
    OutboxId message;
};
// The book's one mail account; the id of `account` is ignored. Fields of errors: server, port, security, from name,
// from, reply to, folder, pace.
struct SetMailAccount {
    MailAccount account;
};
// No reminders of this account, or of these invoices of it, until set back.
struct StopReminders {
    CustomerId customer;
    std::vector<DebitId> debits; // empty = the account
    bool stopped = true;
    QString reason;
};

// A new strategy, or the one of this id anew. Fields of errors: name, customer, steps, interval, letter.
struct SaveStrategy {
    Strategy strategy;
};
struct RetireStrategy {
    StrategyId strategy;
};
// A new version of a wording, a draft until it is approved. Fields of errors: name, language, subject, text.
struct SaveTemplate {
    QString name, language;
    QString subject, body;
};
struct ApproveTemplate {
    TemplateId letter;
};
// A step of a ladder was done by hand, or is skipped (which goes into the exceptions register). `stepDay` is not 0.
struct DoStep {
    CustomerId customer; // the payer
    StrategyId strategy; // none = the built-in ladder
    int stepDay = 0;
    bool skipped = false;
    QString note; // why, where it is skipped
};

} // namespace duedesk
