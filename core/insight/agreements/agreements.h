// Promises and the instalments of plans as one worklist of a day: what is due, what did not come, what lies elsewhere,
// and what waits for an approval. Each line stands in one lane.
#pragma once
#include "core/insight/agreements/plans.h"

#include <array>

namespace duedesk {

enum class AgreementLane : std::uint8_t {
    Today,     // promised for this very day
    Due,       // the day is over, its grace or the bank data are not
    Broken,    // broken or partly kept, and something of it is still open
    Elsewhere, // kept by money assigned elsewhere, and something of it is still open: fix the allocation
    Waiting,   // plans that wait for approval
    Open,      // still ahead
    Done,      // kept, credited, withdrawn, replaced; or nothing of it is open any more
};
inline constexpr int agreementLaneCount = int(AgreementLane::Done) + 1;
QString agreementLaneName(AgreementLane lane); // "broken"
Words wordsOf(AgreementLane lane);

struct AgreementLine {
    PromiseId promise;           // set, or plan and instalment are
    PlanId plan;
    int instalment = 0;          // 1-based; of how many
    int instalments = 0;
    std::uint32_t payer = noRow; // customer row
    std::uint32_t customer = noRow; // who made it: the payer, or one that it pays for
    AgreementLane lane = AgreementLane::Done;
    PromiseState state = PromiseState::Open;
    PlanState planState = PlanState::OnSchedule; // of plans
    Currency currency;
    std::int64_t amount = 0;     // promised, or the instalment; minor units
    std::int64_t counted = 0;    // what came of it in time; of plans: of all up to it
    std::int64_t asked = 0;      // target as it stands; of plans: of all up to it
    std::int64_t amountBase = 0; // at the rate of D; 0 without one
    Date madeOn, due, deadline;
    QString takenBy;
    Words caveat;                // why it is not judged, or what its judgement does not know
    Words remark;                // why it is not judged, where money lies, who approved
    int level = 0;               // promises not kept on its items

    // Stable over days: tells promises and instalments apart.
    std::int64_t key() const { return promise ? promise.value << 7 : (plan.value << 7) + instalment; }
    bool canWithdraw() const;
    // Where it stands: of a plan that does not run how the plan stands. The code, for filters, and what is shown.
    QString stateName() const;
    Words stateWords() const;
    bool planSpeaks() const; // for itself: it waits, was withdrawn or replaced
};

struct Agreements {
    Date day;
    std::vector<AgreementLine> lines; // by due day, then the larger first
    std::array<int, agreementLaneCount> count{};
    std::array<std::int64_t, agreementLaneCount> base{}; // Σ amounts
    PromiseRates rates;               // how many were kept in the last 90 days
    int plans = 0;                    // on schedule
    std::int64_t plannedBase = 0;     // still to come of them
    std::vector<MissingRate> missing;
};
Agreements agreements(const Book& book, Date d);

} // namespace duedesk
