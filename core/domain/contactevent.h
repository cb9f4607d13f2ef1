// What happened to a contact, dated and never overwritten: added, changed, verified, found wrong, merged. The
// contact's row says how it is; these say how it came to be so, and who vouches for a changed address.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

enum class ContactEventKind : std::uint8_t {
    Added,
    Changed,      // `field` from `before` to `after`
    Verified,     // all of it, `how`
    Confirmed,    // a changed e-mail: call-back on a number known before, or a second person (`how`)
    DefectFound,  // `after` names it
    DefectCleared,
    BillingSet,   // now the billing contact of its payer
    Merged,       // `before` = what was taken over from the other one
    Left,
};

struct ContactEvent {
    ContactEventId id;
    CustomerId customer;
    ContactId contact;
    ContactEventKind kind = ContactEventKind::Changed;
    Date day;
    Instant at = 0;
    QString user;
    QString field;  // "email", "phone", "name", "role" …; "" where it is about the whole contact
    QString before, after;
    QString how;    // "call-back on +44 …", "second person: ben", "business card"
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const ContactEvent&) const = default;
};

} // namespace duedesk
