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
    Open,
};
inline constexpr int fieldCount = int(Field::Open) + 1;

enum class FieldType : std::uint8_t { Text, Id, Money, Date, Number, Flag, Currency, Rate, Word };

struct FieldSpec {
    Field field;
    const char* heading; // as the generic files write it
    FieldType type;
    bool required;
    const char* aliases; // other headings, bar-separated, compared like headings
    const char* loose = ""; // headings that mean this field only where the kind of file is known: "date", "reference"
};
// How far a heading is taken for a field: by its own name, by another name, or by a loose one too.
enum class HeadingMatch : std::uint8_t { Exact, Alias, Loose };

std::span<const FieldSpec> fieldsOf(FileKind k);
const FieldSpec* specOf(FileKind k, Field f);           // null when the kind has no such field
const FieldSpec* specByHeading(FileKind k, const QString& heading, HeadingMatch match = HeadingMatch::Alias);
QString headingOf(Field f);

// "Invoice No. *" and "invoice_no" are the same heading.
QString normalHeading(const QString& heading);
// Whether such a column decides what a row is worth (what is open, paid, due, in which currency, in which state), so that
// it must not be left unused without a word.
bool isDeciding(const QString& heading);
// The trailing column that files written here carry: their text cells are guarded against formulas.
QString guardHeading();

} // namespace duedesk
