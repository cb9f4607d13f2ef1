// "It is paid": what became of such a claim, as a function of (Book, D). It closes on the match once cash is known
// through its date, and nobody is called a liar beyond that day.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

namespace duedesk {

enum class ClaimState : std::uint8_t {
    Waiting,   // its days are not over, or the bank data ends before the day they named
    Found,     // a payment of theirs fits it
    NotFound,  // cash is known through the day, the business days are over, and nothing fits
};
QString claimStateName(ClaimState s); // "found"
Words wordsOf(ClaimState s);

struct ClaimStanding {
    ClaimState state = ClaimState::Waiting;
    Date claimed;            // the day they named, else the day they said so
    Date backOn;             // when it comes back unless the money is seen: that many business days after the talk
    std::uint32_t credit = noRow; // the payment that fits
    Words notJudged;         // "Not judged: bank data ends Thu 13 Nov"; "" when judged or not yet due
};
// For D >= the day of the talk. A payment fits where its reference holds theirs (dated from 30 days before the day
// they named), else where it is dated from three days before that day on, not reversed by D. Nothing is decided
// before cash is known through the day they named.
ClaimStanding judgeClaim(const Book& book, const Activity& claim, Date d);
// The last "says paid" of this payer by D; null = none.
const Activity* lastClaim(const Book& book, std::uint32_t payer, Date d);

} // namespace duedesk
