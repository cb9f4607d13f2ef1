// What a payer's past says in words, beside the figures of the behaviour model: "23 paid, typically 6 days
// late, slower since May, pays on Thursdays" (domain.md, payment behaviour).
#pragma once
#include "core/base/words.h"
#include "core/insight/behaviour/behaviour.h"

namespace duedesk {

struct PaymentEvidence {
    int paid = 0;         // settled items known
    int typicalDelay = 0; // median days of those due since the change, or of all
    Date changedSince;    // first of the month from which delays differ; invalid: no change found
    bool slower = false;  // the change's direction
    std::vector<int> weekdays; // 1 = Monday; the one or two weekdays on which it pays, else empty
    int monthDay = 0;          // 1..31 around which it pays, 0 none
    bool monthEnd = false;     // pays on the last three days of a month
};

// Facts of one payer, in any order; known = dated strictly before asOf.
PaymentEvidence paymentEvidence(std::span<const PaymentFact> itsFacts, Date asOf);
Words inWords(const PaymentEvidence& evidence, Date asOf);

} // namespace duedesk
