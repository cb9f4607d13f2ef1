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

    static constexpr const char* table = "contact_event";
    static constexpr const char* noun = "a noted change of a contact";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &ContactEvent::id);
        f("customer", &ContactEvent::customer);
        f("contact", &ContactEvent::contact);
        f("kind", &ContactEvent::kind);
        f("day", &ContactEvent::day);
        f("at", &ContactEvent::at);
        f("user", &ContactEvent::user);
        f("field", &ContactEvent::field);
        f("before", &ContactEvent::before);
        f("after", &ContactEvent::after);
        f("how", &ContactEvent::how);
        f("operation", &ContactEvent::operation);
        f("retracted_by", &ContactEvent::retractedBy);
    }
};

} // namespace duedesk
