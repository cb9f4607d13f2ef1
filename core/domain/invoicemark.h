// What we noted about one invoice: why it is late, or that it is not to be reminded. The last mark of a kind made by
// a day rules on it.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <optional>

namespace duedesk {

enum class MarkKind : std::uint8_t { WhyLate, StopReminders };

enum class LateReason : std::uint8_t {
    None, // not coded, or the code was taken off
    NotReceived,
    BillingError,
    Po,
    Approval,
    Dispute,
    CashApplication,
    Credit,
    PlainLate,
};

struct InvoiceMark {
    InvoiceMarkId id;
    CustomerId customer; // whose invoice it is
    DebitId debit;
    MarkKind kind = MarkKind::WhyLate;
    LateReason late = LateReason::None; // WhyLate
    bool stopped = false;               // StopReminders
    Date day;
    QString user;
    QString note;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const InvoiceMark&) const = default;

    static constexpr const char* table = "invoice_mark";
    static constexpr const char* noun = "a mark";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &InvoiceMark::id);
        f("customer", &InvoiceMark::customer);
        f("debit", &InvoiceMark::debit);
        f("kind", &InvoiceMark::kind);
        f("late", &InvoiceMark::late);
        f("stopped", &InvoiceMark::stopped);
        f("day", &InvoiceMark::day);
        f("user", &InvoiceMark::user);
        f("note", &InvoiceMark::note);
        f("operation", &InvoiceMark::operation);
        f("retracted_by", &InvoiceMark::retractedBy);
    }
};

inline constexpr int lateReasonCount = int(LateReason::PlainLate) + 1;
QString lateReasonName(LateReason r); // "not received"; "not coded" for None
// The names and what begins them; "none" takes the code off.
std::optional<LateReason> parseLateReason(const QString& text);

} // namespace duedesk
