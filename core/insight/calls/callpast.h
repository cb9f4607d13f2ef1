// What was said and done with a payer by day D, condensed to what the lanes ask: the next action that rules,
// tries, connects, refusals, promises. Nothing here is money.
#pragma once
#include "core/insight/agreements/claims.h"
#include "core/insight/agreements/promises.h"

namespace duedesk {

// Attempts by day, newest first: back[0] = D, back[6] = D-6.
struct Tries {
    std::array<int, 7> back{};
    int today() const { return back[0]; }
    int week() const;
};

struct PayerPast {
    const NextAction* next = nullptr;  // the last one made by D
    Tries tries;
    Date lastTouch, lastConnect, lastRightParty;
    bool escalated = false;            // refused, and the rung wanted has not been reached since
    ContactRole wanted = ContactRole::ApClerk; // the rung to call
    bool nextDone = false;             // what `next` waits for has come, or its time for that is over
    bool weOwe = false;                // they wait for our document, credit or answer
    const CustomerRequest* request = nullptr; // the most urgent of what they wait for
    const ConfirmBy* unmet = nullptr;  // what they did not confirm in time
    const Activity* claim = nullptr;   // their last "says paid" of the last 60 days
    ClaimStanding claimed;             // what became of it
    int mailsSinceCall = 0;
    int snoozesSinceConnect = 0;
    int brokenInWindow = 0;            // broken promises that count in the factor
    int brokenLive = 0;                // broken, nothing said since, and something of them still open
    int partly = 0;                    // partly kept within the window
    Date promisedUntil;                // latest promised date of the live promises
    Words notJudged;                   // of a live promise beyond the known cash
};
PayerPast payerPast(const Book& book, std::uint32_t payer, Date d);

// A named person was spoken with who can approve or schedule, in a call or a meeting: no shared inbox, nobody unnamed;
// who only asked to be called back has not spoken yet.
bool reachedRightParty(const Book& book, const Activity& a);
Tries triesOf(const Book& book, std::uint32_t payer, Date d);
// The first business day after D (the book's and, where it has one, the payer's calendar) on which the caps allow a try.
Date nextTryDay(const Book& book, std::uint32_t payer, Date d, const Tries& tries);

} // namespace duedesk
