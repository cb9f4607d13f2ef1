// The day by which the payer's staff said they would confirm something. Unmet, the payer comes back on the next
// rung of the ladder with a mail drafted.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/domain/contact.h"

#include <QString>

namespace duedesk {

struct ConfirmBy {
    ConfirmById id;
    CustomerId customer; // the payer
    ContactId contact;   // who said so
    ActivityId activity; // in which talk
    Date madeOn;
    Date due;            // the last day on which it is met
    QString what;        // "the run of 28 Nov is released"
    ContactRole nextRung = ContactRole::ApLead;
    Date metOn;          // said or seen to be so; invalid = not yet
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const ConfirmBy&) const = default;
};

} // namespace duedesk
