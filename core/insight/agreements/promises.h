// What became of a promise, as a function of (Book, D): nobody is accused beyond the day cash is known through.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"
#include "core/insight/figures/ratio.h"
#include "core/insight/figures/segment.h"

namespace duedesk {

enum class PromiseState : std::uint8_t {
    Open,
    Due,
    Kept,
    KeptElsewhere,
    PartlyKept,
    Broken,
    Credited,
    Withdrawn,
    Replaced,
};
QString promiseStateName(PromiseState s); // "partly kept"
Words wordsOf(PromiseState s);

struct PromiseStanding {
    PromiseState state = PromiseState::Open;
    Date deadline;               // promised + 3 business days of the payer's calendar
    std::int64_t target = 0;     // promised - credit notes and write-offs to its lines since; minor units
    std::int64_t counted = 0;    // payments to its lines in the window
    std::int64_t elsewhere = 0;  // kept elsewhere: the payer's other money in the window, to be assigned
    Words notJudged;             // "Not judged: bank data ends Thu 13 Nov"; "" when judged or not yet due
    Words caveat;                // "No SEK rate: up to 10 % short is tolerated"; "" where that did not matter
    bool live() const { return state == PromiseState::Open || state == PromiseState::Due; }
};
// Definition: promises of the domain terms. For D >= made_on; before it the promise does not exist.
// A promise without lines is on account: any money of the payer counts towards it.
PromiseStanding judge(const Book& book, const Promise& p, Date d);

// The lines of a promise: its own, or oldest due first among what was open on made_on.
std::vector<PromiseLine> promiseLines(const Book& book, const Promise& p);

// Kept (elsewhere too), partly kept or broken.
bool isJudged(PromiseState s);

struct PromiseRecord { // over promises whose deadline lies in [from, to] and that are judged
    int kept = 0, partly = 0, broken = 0;
    std::int64_t keptBase = 0, judgedBase = 0; // their targets in base at the rate of D
    std::vector<MissingRate> missing;          // promises left out of the money
    Ratio keptByCount() const; // percent
    Ratio keptByMoney() const;
};
PromiseRecord promiseRecord(const Book& book, Date from, Date to, Date d, std::uint32_t payer = noRow);

// The same cut by who promised and by who took it: rates per payer and clerk beside the book's.
struct PromiseRates {
    PromiseRecord book;
    std::vector<std::pair<std::uint32_t, PromiseRecord>> payers; // by customer row
    std::vector<std::pair<QString, PromiseRecord>> clerks;       // by name; "" = nobody named
    const PromiseRecord* ofPayer(std::uint32_t payer) const;     // null = none was judged
    const PromiseRecord* ofClerk(const QString& clerk) const;
};
PromiseRates promiseRates(const Book& book, Date from, Date to, Date d);

} // namespace duedesk
