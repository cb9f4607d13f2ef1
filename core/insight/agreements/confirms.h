// What the payer's staff said they would confirm, and whether they did, as a function of (Book, D). Unmet, the payer
// comes back on the next rung of the ladder until that rung is reached, with a mail drafted.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

namespace duedesk {

enum class ConfirmState : std::uint8_t {
    Waiting, // its day has not passed
    Met,     // said to be, or its promise was kept, its claim found
    Unmet,
    Over,    // a newer one took its place in time, or the next rung was reached since
};
QString confirmStateName(ConfirmState s); // "unmet"
Words wordsOf(ConfirmState s);
// For D >= the day it was made.
ConfirmState confirmStateOf(const Book& book, const ConfirmBy& c, Date d);
// The unmet one with the highest rung, the oldest of those; null = none.
const ConfirmBy* unmetConfirm(const Book& book, std::uint32_t payer, Date d);
// The one that waits, else the unmet one: what the panel offers to tick off; null = none.
const ConfirmBy* openConfirm(const Book& book, std::uint32_t payer, Date d);

struct ConfirmMail {
    ContactId to;      // none = nobody known: the mail panel asks
    QString subject, text; // plain text, lines end with \n
};
// The mail to the next rung about a confirmation that did not come: what was said, by whom, what is past due, and
// by when we ask for an answer.
ConfirmMail draftConfirmMail(const Book& book, const ConfirmBy& c, Date d);

} // namespace duedesk
