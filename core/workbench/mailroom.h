// Writes the mails that leave the window: a wording and a payer become a letter, the letter becomes the bytes that are
// kept and sent. What is previewed is what is sent.
#pragma once
#include "core/command/remindercommands.h"
#include "core/insight/letters/letter.h"
#include "core/insight/letters/reminders.h"

#include <functional>

class QObject;

namespace duedesk {

class Workbench;

struct LetterEnclosure {
    QString name;    // "statement.pdf", no path
    QByteArray type; // "application/pdf"
    QByteArray bytes;
};

// A mail to one contact of one payer before it is written.
struct MailOrder {
    CustomerId customer;
    ContactId contact;
    std::vector<DebitId> debits; // empty = all open items
    LetterTemplate wording;      // as it is, or as a person edited it
    StrategyId strategy;
    int stepDay = 0;
    int cycle = 0;               // 0 = by hand
    std::vector<LetterEnclosure> enclosures;
};
// The mail of a step that is due; InputRejected when its wording is missing.
Result<MailOrder> orderOf(const Book& book, const Reminder& reminder);

// The book's mail account; null = none is set.
const MailAccount* mailAccountOf(const Book& book);
// Refused, with the way out, where no mail can leave: no sender, no SMTP server, no folder.
Outcome canMail(const Book& book);
// Who signs: the account's name, else the user.
QString signatureOf(const Book& book, const QString& user);

// A file kept with the account as it goes with a mail. Errors name the file, the book and the way out; their field is
// "attachment". The answer comes later, on this thread, unless `asker` is gone by then.
void enclosureOf(Workbench& workbench, AttachmentId file, QObject* asker,
                 std::function<void(Result<LetterEnclosure>)> then);

// The letter as it would leave on the day; errors as renderLetter.
Result<Letter> letterOf(const Book& book, const MailOrder& order, Date day, const QString& user);
// A mail ready to be queued: the draft goes into QueueMails, the bytes with it as contents of the command.
struct WrittenMail {
    MailDraft draft;
    QByteArray bytes;
};
// For as many mails as whenOutboxIds() has made sure of.
Result<WrittenMail> writeMail(Workbench& workbench, const MailOrder& order);

} // namespace duedesk
