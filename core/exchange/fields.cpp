#include "core/exchange/fields.h"

#include "core/base/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using enum FieldType;
using F = Field;
constexpr bool must = true, may = false;
constexpr const char* customerIds =
    "customer|customer_no|customer_number|cust_id|cust_no|account_no|account_number|debtor_no|kundennummer";
constexpr const char* numbers =
    "invoice_number|invoicenumber|invoice|inv_no|document_no|document_number|number|rechnungsnummer";

constexpr FieldSpec customers[] = {
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::Name, "name", Text, must, "customer_name|company_name"},
    {F::Company, "company", Text, may, "company_code|entity"},
    {F::ParentId, "parent_id", Id, may, "parent"},
    {F::PayerId, "payer_id", Id, may, "payer"},
    {F::Tier, "tier", Text, may, ""},
    {F::Region, "region", Text, may, ""},
    {F::Industry, "industry", Text, may, ""},
    {F::Size, "size", Text, may, ""},
    {F::Country, "country", Text, may, "country_code"},
    {F::Currency, "currency", FieldType::Currency, may, "currency_code"},
    {F::TermsDays, "terms_days", Number, may, "terms|payment_terms"},
    {F::CreditLimit, "credit_limit", Money, may, ""},
    {F::RiskClass, "risk_class", Text, may, ""},
    {F::Owner, "owner", Text, may, "collector"},
    {F::CsOwner, "cs_owner", Text, may, ""},
    {F::SalesOwner, "sales_owner", Text, may, ""},
    {F::Status, "status", Word, may, ""},
    {F::StatusSince, "status_since", FieldType::Date, may, ""},
    {F::ServiceCritical, "service_critical", Flag, may, ""},
    {F::Consumer, "consumer", Flag, may, ""},
    {F::AnnualValue, "annual_value", Money, may, ""},
    {F::RenewalDate, "renewal_date", FieldType::Date, may, ""},
    {F::PaymentMethod, "payment_method", Text, may, ""},
    {F::Timezone, "timezone", Text, may, "time_zone|zone"},
    {F::Language, "language", Text, may, ""},
};
constexpr FieldSpec contacts[] = {
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::Name, "name", Text, must, "contact_name|contact"},
    {F::Role, "role", Text, may, ""},
    {F::Email, "email", Text, may, "e_mail|mail"},
    {F::Phone, "phone", Text, may, "telephone|phone_number"},
    {F::Timezone, "timezone", Text, may, "time_zone|zone"},
    {F::Language, "language", Text, may, ""},
    {F::PreferredChannel, "preferred_channel", Text, may, "channel"},
    {F::VerifiedOn, "verified_on", FieldType::Date, may, "verified"},
    {F::Billing, "billing", Flag, may, ""},
    {F::Mobile, "mobile", Text, may, "mobile_phone|cell"},
    {F::Address, "address", Text, may, ""},
    {F::CallingHours, "calling_hours", Text, may, ""},
    {F::VerifiedBy, "verified_by", Text, may, ""},
    {F::VerifiedHow, "verified_how", Text, may, ""},
    {F::Mark, "marked", Text, may, ""},
    {F::Note, "note", Text, may, ""},
};
constexpr FieldSpec invoices[] = {
    {F::InvoiceNo, "invoice_no", Id, must, numbers},
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::Company, "company", Text, may, "company_code|entity"},
    {F::Kind, "kind", Word, may, ""},
    {F::InvoiceDate, "invoice_date", FieldType::Date, must, "document_date|issue_date|rechnungsdatum"},
    {F::DueDate, "due_date", FieldType::Date, may, "due"},
    {F::Currency, "currency", FieldType::Currency, may, "currency_code"},
    {F::Amount, "amount", Money, must, "invoice_amount|total|gross_amount|betrag"},
    {F::NetAmount, "net_amount", Money, may, ""},
    {F::ProductLine, "product_line", Text, may, "product"},
    {F::PoNumber, "po_number", Text, may, "po|po_no"},
    {F::TermsDays, "terms_days", Number, may, "terms"},
    {F::BillingFormat, "billing_format", Text, may, ""},
    {F::ServiceDate, "service_date", FieldType::Date, may, "ship_date"},
    {F::DeliveredOn, "delivered_on", FieldType::Date, may, ""},
    {F::PayerStatus, "payer_status", Text, may, ""},
    {F::PaidDate, "paid_date", FieldType::Date, may, "date_paid|paid_on"},
    {F::PaidAmount, "paid_amount", Money, may, "amount_paid"},
    {F::Disputed, "disputed", Flag, may, ""},
    {F::CustomerName, "customer_name", Text, may, ""},
    {F::Country, "customer_country", Text, may, ""},
    {F::TermsText, "terms_text", Text, may, ""},
};
constexpr FieldSpec payments[] = {
    {F::PaymentRef, "payment_ref", Id, must, "payment_reference|payment_no|reference"},
    {F::Kind, "kind", Word, may, ""},
    {F::CustomerNo, "customer_id", Id, may, customerIds},
    {F::Company, "company", Text, may, "company_code|entity"},
    {F::Date, "date", FieldType::Date, must, "payment_date"},
    {F::ClearedOn, "cleared_on", FieldType::Date, may, ""},
    {F::Currency, "currency", FieldType::Currency, may, "currency_code"},
    {F::Amount, "amount", Money, must, "payment_amount"},
    {F::InvoiceNo, "invoice_no", Id, may, numbers},
    {F::Allocated, "allocated", Money, may, "allocated_amount|amount_applied"},
};
constexpr FieldSpec promises[] = {
    {F::CustomerNo, "customer_id", Id, must, customerIds},
    {F::MadeOn, "made_on", FieldType::Date, must, ""},
    {F::PromisedFor, "promised_for", FieldType::Date, must, "promised_date"},
    {F::Amount, "amount", Money, must, ""},
    {F::Currency, "currency", FieldType::Currency, may, ""},
    {F::InvoiceNo, "invoice_no", Id, may, numbers},
    {F::TakenBy, "taken_by", Text, may, ""},
};
constexpr FieldSpec rates[] = {
    {F::Currency, "currency", FieldType::Currency, must, "currency_code"},
    {F::ValidFrom, "valid_from", FieldType::Date, must, ""},
    {F::Rate, "rate", FieldType::Rate, must, "exchange_rate"},
};
constexpr FieldSpec holidays[] = {
    {F::Date, "date", FieldType::Date, must, ""},
    {F::Calendar, "calendar", Text, may, ""},
    {F::Name, "name", Text, may, ""},
};
constexpr std::array<const char*, fileKindCount> kindNames = {"rates",    "holidays", "customers", "contacts",
                                                              "invoices", "payments", "promises"};

} // namespace

QString fileKindName(FileKind k) { return QString::fromLatin1(kindNames[std::size_t(k)]); }

std::optional<FileKind> parseFileKind(const QString& text)
{
    for (std::size_t i = 0; i < kindNames.size(); ++i)
        if (text == QLatin1String(kindNames[i]))
            return FileKind(i);
    return std::nullopt;
}

std::span<const FieldSpec> fieldsOf(FileKind k)
{
    switch (k) {
    case FileKind::Rates: return rates;
    case FileKind::Holidays: return holidays;
    case FileKind::Customers: return customers;
    case FileKind::Contacts: return contacts;
    case FileKind::Invoices: return invoices;
    case FileKind::Payments: return payments;
    case FileKind::Promises: return promises;
    }
    return {};
}

const FieldSpec* specOf(FileKind k, Field f)
{
    for (const FieldSpec& s : fieldsOf(k))
        if (s.field == f)
            return &s;
    return nullptr;
}

const FieldSpec* specByHeading(FileKind k, const QString& heading, bool aliasesToo)
{
    const QString h = normalHeading(heading);
    if (h.isEmpty())
        return nullptr;
    for (const FieldSpec& s : fieldsOf(k))
        if (h == QLatin1String(s.heading))
            return &s;
    if (aliasesToo)
        for (const FieldSpec& s : fieldsOf(k))
            if (QString::fromLatin1(s.aliases).split(u'|').contains(h))
                return &s;
    return nullptr;
}

QString headingOf(Field f)
{
    for (int k = fileKindCount - 1; k >= 0; --k)
        if (const FieldSpec* s = specOf(FileKind(k), f))
            return QString::fromLatin1(s->heading);
    return {};
}

QString normalHeading(const QString& heading)
{
    const QString folded = foldForSearch(heading);
    QString out;
    bool gap = false;
    for (const QChar c : folded) {
        if (!c.isLetterOrNumber()) {
            gap = !out.isEmpty();
            continue;
        }
        if (gap)
            out += u'_';
        gap = false;
        out += c;
    }
    return out;
}

QString guardHeading() { return u"duedesk_guarded"_s; }

} // namespace duedesk
