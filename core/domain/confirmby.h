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

    static constexpr const char* table = "confirm_by";
    static constexpr const char* noun = "a confirmation awaited";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &ConfirmBy::id);
        f("customer", &ConfirmBy::customer);
        f("contact", &ConfirmBy::contact);
        f("activity", &ConfirmBy::activity);
        f("made_on", &ConfirmBy::madeOn);
        f("due", &ConfirmBy::due);
        f("what", &ConfirmBy::what);
        f("next_rung", &ConfirmBy::nextRung);
        f("met_on", &ConfirmBy::metOn);
        f("operation", &ConfirmBy::operation);
        f("retracted_by", &ConfirmBy::retractedBy);
    }
};

} // namespace duedesk
