// Where an invoice stands at the payer, as they told us: sent, received, in approval, scheduled, paid. The last one
// said by a day rules on it; the time between two is the dwell time.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <optional>

namespace duedesk {

// In the order an invoice passes them.
enum class PayerState : std::uint8_t { Sent, Received, WaitsForPo, InApproval, Scheduled, Paid };

struct PayerStatus {
    PayerStatusId id;
    CustomerId customer; // the payer
    DebitId debit;
    PayerState state = PayerState::Received;
    Date day;            // as-of uses it
    Instant at = 0;
    QString with;        // in approval: with whom
    Date since;          // in approval: since when, as they say
    Date scheduledFor;   // scheduled
    QString reference;   // paid
    ContactId contact;
    ActivityId activity;
    QString user;
    QString note;
    BatchId batch;       // read from a file
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const PayerStatus&) const = default;
};

QString payerStateName(PayerState s); // "in approval"
// "sent", "received", "waits for po" (or "waits for goods receipt"), "in approval", "scheduled", "paid"; also the
// first words of them, and with dashes.
std::optional<PayerState> parsePayerState(const QString& text);

} // namespace duedesk
