// The prioritised, explained call list: one row per payer, a lane, a weight that is the product of shown
// factors, and for everybody with past-due money who is not on it the reason why.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"
#include "core/insight/behaviour/behaviour.h"
#include "core/insight/find/filter.h"

#include <array>

namespace duedesk {

enum class Lane : std::uint8_t {
    CallBack,
    PromiseBroken,
    Escalated,
    WeOweThem,
    Waiting,
    BigAndLate,
    Routine,
    BeforeDue,
    FirstInvoice,
    NotOnList,
};
inline constexpr int laneCount = int(Lane::NotOnList) + 1;
QString laneName(Lane l);   // "big and late", as on the command line
QString laneTitle(Lane l);  // "Big and late", as on the tabs: in the language of the window
std::optional<Lane> parseLane(const QString& text);

struct CallRow {
    std::uint32_t payer = noRow;      // customer row
    Lane lane = Lane::NotOnList;
    std::uint32_t rank = 0;           // 1-based by weight; 0 = not on the list
    std::int64_t tbc = 0;             // to be collected, base minor units
    std::int64_t pastDue = 0;         // gross past due, base
    std::int64_t open = 0;            // gross open, base
    std::int64_t unapplied = 0;       // base
    std::int64_t risk = 0;            // e4: share unpaid in 30 days
    std::int64_t atRisk = 0;          // tbc x risk, base minor units
    std::int64_t ageFactor = 10000, promiseFactor = 10000, limitFactor = 10000, relationshipFactor = 10000; // e4
    std::int64_t weight = 0;          // e4 of base units: at risk x the four factors, as shown
    int oldestDays = 0;
    std::array<std::int64_t, 5> bucket{}; // aging in base, for the bar
    std::uint32_t contact = noRow;    // contact row: best one for the rung
    Words nextStep;                   // "Call AP", "Find a person", "Call back 14:30"
    Date nextDate;
    Instant askedFor = 0;             // call-back due: the minute they named; 0 = none, or D is not today
    Instant opensAt = 0;              // waiting: when it comes back today, 0 = not today
    std::vector<Words> reasons;       // short chips: "Promise broken", "90+ days"
    Words whyNot;                     // reason when not on the list or waiting
    bool avoided = false;
    Words avoidedWhy;
    Date lastTouch;
    int localMinute = -1;             // minute of the day where the contact is; -1 = zone unknown
    bool reachable = true;            // inside calling hours now
    int closesIn = -1; // minutes until they no longer are, in the first of their zones; -1 = not known, or closed
};

struct CallListOptions {
    Date day; // D
    Instant now = 0; // 0 = D is not today: calling hours are ignored
};

struct CallList {
    Date day;
    Instant now = 0; // of the options: local times and minutes left are as of then
    std::vector<CallRow> rows; // by weight desc, ties by customer id; then those without rank
    std::array<int, laneCount> count{};
    std::vector<std::uint32_t> next; // indexes of rows in the order of the view Next
    std::vector<std::uint32_t> avoided;
    std::int64_t tbc = 0; // of all rows
    std::int64_t sales = 0; // S of the policy's window for DSO, so that one payer's impact costs its items
    Words missingRates; // warning text; "" when none
};
CallList callList(const Book& book, const BehaviourModel& model, const CallListOptions& options);
// The next step as it reads at an instant of that day: "Call back 10:00, 5 h late".
Words nextStepWords(const CallRow& row, Instant now);
// What the minute alone changes between a ranking and the next (nextchange.h). Both are 0 apart where D is not today.
int minutesSince(Instant ranked, Instant now);
int localMinuteAfter(const CallRow& row, int minutes); // as localMinute
int closesInAfter(const CallRow& row, int minutes);    // as closesIn
// Answers `lane:` for filterItems(): the lane of an item is that of its payer. Must not outlive the book.
FilterText laneOfItems(const Book& book, const CallList& list);

// The same for one payer, in words: what `explain` prints and the panel shows.
struct Explanation {
    CallRow row;
    std::vector<std::pair<Words, Words>> factors; // label, figure; in the order of the product
    Words behaviour; // "23 paid, typically 6 days late, slower since May, pays on Thursdays"
    Words promises; // "4 of 7 promises kept, 71 % by money"
    Words dsoImpact; // "Collecting it takes 1.4 days off DSO."
    std::int64_t dsoE4 = 0; // the days of it
    Words next;
};
Explanation explain(const Book& book, const BehaviourModel& model, const CallList& list, std::uint32_t payer);

// Facts of the behaviour model, one for each debit with an amount: settled where a payment closed it without any
// write-off, left where something else did. By debit row; payer = its payer's customer row.
std::vector<PaymentFact> paymentFacts(const Book& book);
// The same of one payer, for BehaviourModel::withPayer and the evidence in words.
std::vector<PaymentFact> paymentFactsOf(const Book& book, std::uint32_t payer);
// The model's segment of each customer row (its payer's): tier where customers name one, else region; 0 = none.
std::vector<std::uint32_t> paymentSegments(const Book& book);
// The debit rows of paymentFacts(), one for each fact: for the backtest's order.
std::vector<std::uint32_t> paymentFactRows(const Book& book);

} // namespace duedesk
