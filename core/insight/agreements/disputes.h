// Disputes as of a day: where each stands, how old it is, what of it is still open; and the figures over all of them.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"
#include "core/insight/figures/ratio.h"
#include "core/insight/figures/segment.h"

namespace duedesk {

enum class DisputeState : std::uint8_t { Open, InWork, Resolved };
QString disputeStateName(DisputeState s);   // "in work"
QString disputeReasonName(DisputeReason r); // "missing document"
QString resolutionName(Resolution r);       // "credit due"; "" for None
Words wordsOf(DisputeState s);
Words wordsOf(DisputeReason r);
Words wordsOf(Resolution r); // empty for None
std::optional<DisputeReason> parseDisputeReason(const QString& text); // names, in any case
std::optional<Resolution> parseResolution(const QString& text);

struct DisputeStanding {
    DisputeState state = DisputeState::Open;
    int ageDays = 0;        // since it was opened, until resolved or D
    bool overdue = false;   // unresolved and past its target date
    std::int64_t open = 0;  // contested and still open on D beside earlier ones, minor units of the item; resolved: 0
    std::int64_t openBase = 0; // at the rate of D; 0 without one
    bool rated = true;
};
// For D >= opened_on.
DisputeStanding disputeStanding(const Book& book, const Dispute& x, Date d);
inline bool isUnresolved(const Dispute& x, Date d)
{
    return x.openedOn <= d && !(x.resolvedOn.isValid() && x.resolvedOn <= d);
}

// What of an item is open and not contested yet on D, minor units: what a new dispute may take. `before`: by those
// opened before that one only.
std::int64_t undisputed(const Book& book, std::uint32_t debitRow, Date d, DisputeId before = {});

struct DisputeGroup { // unresolved ones with the same reason, department or root cause
    QString key;      // "(none)" where nothing is said
    int count = 0;
    std::int64_t openBase = 0;
    std::optional<int> medianDays; // to resolve, of those resolved in the window
};
struct DisputeFigures {
    int unresolved = 0, overdue = 0;
    std::int64_t openBase = 0, overdueBase = 0;
    std::optional<int> medianDays; // to resolve, of those resolved in the window; the later of two middles
    Ratio shareOfPastDue;          // percent: contested past-due money of past-due money
    Ratio reopened;                // percent: of those resolved in the window, taken up again by D
    int resolved = 0;              // in the window
    std::vector<DisputeGroup> byReason, byDepartment, byRootCause; // by money, then key
    std::vector<MissingRate> missing;
};
// The window is D-days+1..D.
DisputeFigures disputeFigures(const Book& book, Date d, int days);

} // namespace duedesk
