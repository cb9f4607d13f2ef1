// A customer as the ledger knows it, and what we know beside the ledger. Attributes are today's: only
// money has a past.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace duedesk {

enum class CustomerStatus : std::uint8_t { Active, Insolvent, Legal, Agency, Factored, Prepaid, Intercompany, Closed };

struct Customer {
    CustomerId id;
    QString externalId;     // customer_id of the files: text, leading zeros kept; unique in the book
    QString name;
    QStringList spellings;  // other names seen in files, in the order seen
    CompanyId company;      // where the customer's file names one
    CustomerId parent;
    CustomerId payer;       // who pays; none = itself
    QString tier, region, industry, size, country;
    QString zone, language;
    Currency currency;
    std::optional<int> termsDays;
    QString termsText;      // odd terms, as written
    std::optional<std::int64_t> creditLimit; // base minor units; none = no limit set
    QString riskClass;
    QString owner, csOwner, salesOwner;
    CustomerStatus status = CustomerStatus::Active;
    Date statusSince;
    bool serviceCritical = false;
    bool consumer = false;
    bool doNotContact = false;
    std::optional<std::int64_t> annualValue; // base minor units
    Date renewal;
    QString paymentMethod;
    QString hurdles;        // portal, PO rule, pay run: what stands between invoice and payment
    QString calendar;
    bool incomplete = false; // seen only in invoices so far
    BatchId batch;
    OperationId retractedBy;
    CustomerId billTo;      // where its invoices are sent; none = itself
    QString billingOwner;   // our colleague who answers for the billing contact
    bool stopReminders = false;
    QString stopReason;
    QString address;        // postal, lines
    bool operator==(const Customer&) const = default;
};

// What a status means for lists and figures.
struct StatusRules {
    bool onList;     // may stand on the call list
    bool inMetrics;  // counts in AR and S of the metrics
    bool contacted;  // may be called, mailed, held
};
StatusRules rulesOf(CustomerStatus s);
QString statusName(CustomerStatus s); // "active", as in files
std::optional<CustomerStatus> parseCustomerStatus(const QString& text);

} // namespace duedesk
