// A person (or shared inbox) at a customer, with the role that places it on the escalation ladder.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

// The rungs of the ladder, lowest first; Sponsor and Other are beside it.
enum class ContactRole : std::uint8_t { Other, ApClerk, ApLead, FinanceHead, Sponsor, SharedInbox };

enum class ContactDefect : std::uint8_t { None, Bounced, WrongNumber, WrongPerson, Left };

struct Contact {
    ContactId id;
    CustomerId customer;
    QString name;
    ContactRole role = ContactRole::Other;
    QString roleText;  // as the file wrote it
    QString email, phone;
    QString zone, language, preferredChannel;
    int callFrom = 0, callTo = 0; // minutes of the local day; both 0 = the policy's hours
    bool billing = false;
    Date verifiedOn;
    QString verifiedBy, verifiedHow;
    ContactDefect defect = ContactDefect::None;
    BatchId batch;
    OperationId retractedBy;
    QString mobile;        // a second number
    QString address;       // postal, lines
    QString note;          // facts only
    ContactId mergedInto;  // a duplicate that was merged away
    bool operator==(const Contact&) const = default;
};

QString roleName(ContactRole r); // "AP clerk"
// "ap", "ap clerk", "accounts payable", "ap lead", "finance head", "cfo", "sponsor", "inbox"; others = Other.
ContactRole parseContactRole(const QString& text);

} // namespace duedesk
