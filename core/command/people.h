// What is done to the people at a payer and to the accounts themselves. Of a `Contact fields` only the fields of
// ContactField are read: the rest of a contact has commands of its own.
#pragma once
#include "core/domain/contactfields.h"
#include "core/domain/customer.h"
#include "core/domain/searchtry.h"

#include <vector>

namespace duedesk {

struct AddContact {
    CustomerId customer;
    Contact fields;
};
// As it is to stand afterwards. Another e-mail or number takes back what was verified of the old one, and the defect
// that the old one had.
struct EditContact {
    ContactId contact;
    Contact fields;
};
struct VerifyContact {
    ContactId contact;
    QString how; // "by phone", "business card"
};
// Also takes a defect back, with ContactDefect::None.
struct MarkDefect {
    ContactId contact;
    ContactDefect defect = ContactDefect::None;
    QString note;
};
// The one billing contact of the payer: takes the flag from any other. Owner "" = whoever answers for it now, else
// the user.
struct SetBillingContact {
    ContactId contact;
    QString owner;
};
// A changed e-mail address is right: heard on a number known before, or said by somebody else than who changed it.
struct ConfirmAddress {
    ContactId contact;
    bool byCallBack = true;
    QString number; // call-back: which one was called
};
// Two entries of one person: `drop` leaves, `keep` takes over the fields named. What points to `drop` goes on doing so.
struct MergeContacts {
    ContactId keep, drop;
    std::vector<ContactField> fromDropped;
};
// Somebody looked for a person at this payer.
struct LogSearchTry {
    CustomerId customer;
    SearchWay way = SearchWay::Switchboard;
    QString note;
    ContactId found;
};

// None = itself.
struct SwitchPayer {
    CustomerId customer, payer;
};
struct SetBillTo {
    CustomerId customer, billTo;
};
struct SetParent {
    CustomerId customer, parent;
};
struct SetStatus {
    CustomerId customer;
    CustomerStatus status = CustomerStatus::Active;
    Date since; // invalid = today
};
// No calls, mails or holds until set back. Reminders alone have a command of their own.
struct SetDoNotContact {
    CustomerId customer;
    bool on = true;
    QString reason;
};
// The account as it is to stand: these fields and no others.
struct AccountFields {
    QString paymentMethod, hurdles, calendar, zone, language, address;
    QString owner, csOwner, salesOwner, billingOwner;

    static AccountFields of(const Customer& c);
    bool operator==(const AccountFields&) const = default;
};
struct EditAccount {
    CustomerId customer;
    AccountFields fields;
};

} // namespace duedesk
