// What became of a payment plan on day D: each instalment is judged like a promise, the money counted from the day
// the plan was made, so that what came early serves the later ones and what is missing weighs on them.
#pragma once
#include "core/insight/agreements/promises.h"

namespace duedesk {

enum class PlanState : std::uint8_t {
    Waiting,    // for its approval: judged by nobody, takes nothing out of what is to be collected
    OnSchedule, // none broken, and one still to come
    Broken,     // an instalment is broken: the rest is asked for again
    PartlyKept, // over, none broken, but something fell short
    Completed,
    Withdrawn,
    Replaced,
};
QString planStateName(PlanState s); // "on schedule"
Words wordsOf(PlanState s);

struct InstalmentStanding {
    PromiseState state = PromiseState::Open;
    Date deadline;              // due + 3 business days of the payer's calendar
    std::int64_t target = 0;    // Σ instalments up to this one − credit notes and write-offs since; minor units
    std::int64_t counted = 0;   // payments to the plan's lines, made on < day <= deadline
    std::int64_t elsewhere = 0; // kept elsewhere: the payer's other money in that window
    Words notJudged, caveat;    // as of a promise
    bool live() const { return state == PromiseState::Open || state == PromiseState::Due; }
};

struct PlanStanding {
    PlanState state = PlanState::OnSchedule;
    std::vector<InstalmentStanding> instalments; // as in the plan
    std::int64_t total = 0;  // Σ instalments, minor units
    std::int64_t paid = 0;   // to its lines since, through D
    std::int64_t toCome = 0; // on schedule: of the instalments not judged yet, less what came early; else 0
    int next = -1;           // the first live instalment; -1 = none
    Date brokenOn;           // deadline of the first broken one
};
// For D >= made_on.
PlanStanding judge(const Book& book, const Plan& p, Date d);

// What each line of the plan still waits for: toCome over the lines, what is paid taken off, the last lines first.
std::vector<PromiseLine> linesToCome(const Book& book, const Plan& p, Date d);

// The promises and instalments of one line that were judged and not kept: how far up the next talk starts.
int promiseLevel(const Book& book, std::uint32_t debitRow, Date d);

} // namespace duedesk
