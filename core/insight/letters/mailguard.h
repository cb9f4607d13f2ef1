// Why a reminder must not go to a payer now, or must not name an invoice: asked when it is proposed, when it is queued and
// again when it is sent. Nobody is reminded of what is disputed, promised, scheduled, stopped, paid, or not known to be unpaid.
#pragma once
#include "core/base/clock.h"
#include "core/domain/book.h"
#include "core/insight/agreements/cashknown.h"
#include "core/insight/calls/callmoney.h"

#include <span>

namespace duedesk {

// An open item of a payer, and what of it may be asked for.
struct ReminderItem {
    OpenLine line;
    std::int64_t rest = 0; // open − disputed − promised, minor units of the item
    int known = 0; // days past due, as far as cash is known: min(D, cash known through) − due
    Words why; // why it is not reminded of; "" = it may be
    bool cashUnknown = false; // ... only because cash is not known beyond its due date
    CashKnown cash; // of the payer: one for all its items
    bool mayBeNamed() const { return why.isEmpty() && rest > 0; }
};
// The open lines of one payer at D, by row; for all payers OpenByPayer costs less.
std::vector<OpenLine> openLinesOf(const Book& book, std::uint32_t payer, Date d);
// The company numbers they stand in, each once.
std::vector<std::uint16_t> companiesOf(const Book& book, std::span<const OpenLine> lines);
// One for each line, oldest due first; `lines` are all that are open of one payer: its cash is known through the earliest
// day over their companies. `states` are those of D.
std::vector<ReminderItem> reminderItems(const Book& book, const ItemStates& states, std::span<const OpenLine> lines,
                                        Date d);

// Whether unapplied money that is free covers what these items still ask for, in every currency.
bool coveredByCash(std::span<const ReminderItem* const> items, std::span<const UnappliedLine> unapplied);
std::vector<UnappliedLine> unappliedOf(const Book& book, std::uint32_t payer, Date d);

// Not reminded as an account: never contacted (callcontact.h), stopped reminders, a claim of payment that cash does not reach yet, a document
// that we owe them; "" = may be reminded.
Words noReminderReason(const Book& book, std::uint32_t payer, Date d);
// "1,000.00 EUR came in today": their payments dated D; "" = none. On such a day nobody is reminded or held: what is left
// is asked for on the next.
Words cameTodayWords(const Book& book, std::uint32_t payer, Date d);

// A message that stands for a step of a ladder: not failed, not cancelled.
bool countsAsStep(const OutboxMessage& m);
// The reminders (steps of a ladder) of a payer that count, by day.
std::vector<const OutboxMessage*> remindersOf(const Book& book, std::uint32_t payer);

// Whether a step of a ladder may go: its items are named rightly and are old enough, no second mail stands for the same
// step, and the interval has passed.
Outcome stepMayGo(const Book& book, const OutboxMessage& m, std::uint32_t payer, Date d);

} // namespace duedesk
