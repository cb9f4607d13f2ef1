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
};

inline constexpr int lateReasonCount = int(LateReason::PlainLate) + 1;
QString lateReasonName(LateReason r); // "not received"; "not coded" for None
// The names and what begins them; "none" takes the code off.
std::optional<LateReason> parseLateReason(const QString& text);

} // namespace duedesk
