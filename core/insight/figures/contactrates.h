// How well payers are reached: coverage, right-party and connect rates, per owner and for the whole book.
// Definitions: the metrics table of the domain terms.
#pragma once
#include "core/insight/figures/ratio.h"
#include "core/insight/figures/segment.h"

namespace duedesk {

struct ContactRates {
    SegmentKey owner;         // of the payer; the total has an empty key
    int attempts = 0, connects = 0, rightParty = 0; // in the period
    std::int64_t pastDue = 0; // at D, base minor units
    std::int64_t covered = 0; // of payers with a right party reached in the policy's last days of coverage
    Ratio connectRate, rightPartyRate, coverage; // fractions
};
struct ContactRatesTable {
    std::vector<ContactRates> rows; // by owner, "(none)" last
    ContactRates total;
    std::vector<MissingRate> missing;
};
// Talks of [D-days+1, D]; past-due money as the metrics take it. Payers that may not be contacted count in neither.
ContactRatesTable contactRates(const Book& book, Date d, int days);

} // namespace duedesk
