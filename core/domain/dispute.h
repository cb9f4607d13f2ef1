// A part of an invoice the customer contests. Until resolved it leaves what is to be collected.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

struct Dispute {
    DisputeId id;
    CustomerId customer;
    DebitId debit;
    std::int64_t amount = 0; // minor units of the debit's currency; 0 = all that is open
    QString reason;
    Date openedOn;
    Date resolvedOn;
    BatchId batch;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Dispute&) const = default;
};

} // namespace duedesk
