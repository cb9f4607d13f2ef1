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

    QString searchKey() const; // the name as searching in the file compares it
    static constexpr const char* table = "customer";
    static constexpr const char* noun = "a customer";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Customer::id);
        f("external_id", &Customer::externalId);
        f("name", &Customer::name);
        f.template derived<&Customer::searchKey>("search_key");
        f("spellings", &Customer::spellings);
        f("company", &Customer::company);
        f("parent", &Customer::parent);
        f("payer", &Customer::payer);
        f("tier", &Customer::tier);
        f("region", &Customer::region);
        f("industry", &Customer::industry);
        f("size", &Customer::size);
        f("country", &Customer::country);
        f("zone", &Customer::zone);
        f("language", &Customer::language);
        f("currency", &Customer::currency);
        f("terms_days", &Customer::termsDays);
        f("terms_text", &Customer::termsText);
        f("credit_limit", &Customer::creditLimit);
        f("risk_class", &Customer::riskClass);
        f("owner", &Customer::owner);
        f("cs_owner", &Customer::csOwner);
        f("sales_owner", &Customer::salesOwner);
        f("status", &Customer::status);
        f("status_since", &Customer::statusSince);
        f("service_critical", &Customer::serviceCritical);
        f("consumer", &Customer::consumer);
        f("do_not_contact", &Customer::doNotContact);
        f("annual_value", &Customer::annualValue);
        f("renewal", &Customer::renewal);
        f("payment_method", &Customer::paymentMethod);
        f("hurdles", &Customer::hurdles);
        f("calendar", &Customer::calendar);
        f("incomplete", &Customer::incomplete);
        f("batch", &Customer::batch);
        f("retracted_by", &Customer::retractedBy);
        f.later("bill_to", &Customer::billTo);
        f.later("billing_owner", &Customer::billingOwner);
        f.later("stop_reminders", &Customer::stopReminders);
        f.later("stop_reason", &Customer::stopReason);
        f.later("address", &Customer::address);
    }
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
