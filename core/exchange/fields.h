// What files can hold: their kinds, the fields of each kind with type and headings, and how headings are compared.
#pragma once
#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace duedesk {

// In the order in which the files of one import are taken.
enum class FileKind : std::uint8_t { Rates, Holidays, Customers, Contacts, Invoices, Payments, Promises };
inline constexpr int fileKindCount = 7;
QString fileKindName(FileKind k); // "invoices", the values of --kind
std::optional<FileKind> parseFileKind(const QString& text);

enum class Field : std::uint8_t {
    CustomerNo,
    Name,
    Company,
    ParentId,
    PayerId,
    Tier,
    Region,
    Industry,
    Size,
    Country,
    Currency,
    TermsDays,
    CreditLimit,
    RiskClass,
    Owner,
    CsOwner,
    SalesOwner,
    Status,
    StatusSince,
    ServiceCritical,
    Consumer,
    AnnualValue,
    RenewalDate,
    PaymentMethod,
    Timezone,
    Language,
    Role,
    Email,
    Phone,
    PreferredChannel,
    VerifiedOn,
    Billing,
    InvoiceNo,
    Kind,
    InvoiceDate,
    DueDate,
    Amount,
    NetAmount,
    ProductLine,
    PoNumber,
    BillingFormat,
    ServiceDate,
    DeliveredOn,
    PayerStatus,
    PaidDate,
    PaidAmount,
    Disputed,
    PaymentRef,
    Date,
    ClearedOn,
    Allocated,
    MadeOn,
    PromisedFor,
    TakenBy,
    ValidFrom,
    Rate,
    Calendar,
    CustomerName,
    TermsText,
    Mobile,
    Address,
    Note,
    CallingHours,
    VerifiedBy,
    VerifiedHow,
    Mark,
};
inline constexpr int fieldCount = int(Field::Mark) + 1;

enum class FieldType : std::uint8_t { Text, Id, Money, Date, Number, Flag, Currency, Rate, Word };

struct FieldSpec {
    Field field;
    const char* heading; // as the generic files write it
    FieldType type;
    bool required;
    const char* aliases; // other headings, bar-separated, compared like headings
};

std::span<const FieldSpec> fieldsOf(FileKind k);
const FieldSpec* specOf(FileKind k, Field f);           // null when the kind has no such field
const FieldSpec* specByHeading(FileKind k, const QString& heading, bool aliasesToo = true);
QString headingOf(Field f);

// "Invoice No. *" and "invoice_no" are the same heading.
QString normalHeading(const QString& heading);
// The trailing column that files written here carry: their text cells are guarded against formulas.
QString guardHeading();

} // namespace duedesk
