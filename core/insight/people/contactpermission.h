// Whether a payer may be called, mailed, written to or held now: the one guard in front of every proposal. A message
// that is written already is asked about in mailleave.h, once more in front of every send. Logging what happened never asks.
#pragma once
#include "core/insight/calls/callpast.h"
#include "core/insight/letters/mailguard.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {

// Made for one book and instant; each question costs what is known of that payer.
class ContactPermission {
public:
    // The day is the book's day of `now`.
    ContactPermission(const Book& book, Instant now);

    // Refused (with what and why; field customer, contact, invoices or time) where
    // - the status, "do not contact" or a defect of the contact forbids it, whatever the channel;
    // - nothing is left to ask for: all of it paid, disputed, promised, covered by unassigned money or scheduled
    //   (a call they asked for is still made);
    // - Email, Letter, Task: money came in today, or mailguard.h forbids reminders of the account or of every item;
    // - Call: outside calling hours there, on a day they are closed, or more tries than the caps allow;
    // - consumers: calls and mails outside 8:00-21:00 there, whatever their contact's own hours.
    // Task is a step of ours that hurts, such as proposing a hold. A null contact: the payer itself (its head number,
    // its postal address); a mail needs a person or an inbox.
    Outcome may(std::uint32_t payer, const Contact* contact, StepChannel channel) const;

private:
    struct Money; // of a payer

    Outcome mayUse(std::uint32_t payer, const Contact* contact, StepChannel channel) const;
    Outcome maySpeakAt(std::uint32_t payer, const Contact* contact, StepChannel channel) const;
    Outcome mayTry(std::uint32_t payer) const;
    Outcome mayAsk(std::uint32_t payer, StepChannel channel) const;
    Outcome mayDun(std::uint32_t payer, const Money& money, StepChannel channel) const;
    Money moneyOf(std::uint32_t payer) const;

    const Book& m_book;
    Instant m_now;
    Date m_day;
    const Policy& m_policy;
};

// The same for one question.
Outcome mayContact(const Book& book, std::uint32_t payer, const Contact* contact, StepChannel channel, Instant now);

} // namespace duedesk
