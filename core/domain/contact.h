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

    static constexpr const char* table = "contact";
    static constexpr const char* noun = "a contact";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Contact::id);
        f("customer", &Contact::customer);
        f("name", &Contact::name);
        f("role", &Contact::role);
        f("role_text", &Contact::roleText);
        f("email", &Contact::email);
        f("phone", &Contact::phone);
        f("zone", &Contact::zone);
        f("language", &Contact::language);
        f("preferred_channel", &Contact::preferredChannel);
        f("call_from", &Contact::callFrom);
        f("call_to", &Contact::callTo);
        f("billing", &Contact::billing);
        f("verified_on", &Contact::verifiedOn);
        f("verified_by", &Contact::verifiedBy);
        f("verified_how", &Contact::verifiedHow);
        f("defect", &Contact::defect);
        f("batch", &Contact::batch);
        f("retracted_by", &Contact::retractedBy);
        f.later("mobile", &Contact::mobile);
        f.later("address", &Contact::address);
        f.later("note", &Contact::note);
        f.later("merged_into", &Contact::mergedInto);
    }
};

QString roleName(ContactRole r); // "AP clerk"
// "ap", "ap clerk", "accounts payable", "ap lead", "finance head", "cfo", "sponsor", "inbox"; others = Other.
ContactRole parseContactRole(const QString& text);

} // namespace duedesk
