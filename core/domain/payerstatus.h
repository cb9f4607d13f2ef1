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

    static constexpr const char* table = "payer_status";
    static constexpr const char* noun = "a payer status";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &PayerStatus::id);
        f("customer", &PayerStatus::customer);
        f("debit", &PayerStatus::debit);
        f("state", &PayerStatus::state);
        f("day", &PayerStatus::day);
        f("at", &PayerStatus::at);
        f("with_whom", &PayerStatus::with);
        f("since", &PayerStatus::since);
        f("scheduled_for", &PayerStatus::scheduledFor);
        f("reference", &PayerStatus::reference);
        f("contact", &PayerStatus::contact);
        f("activity", &PayerStatus::activity);
        f("user", &PayerStatus::user);
        f("note", &PayerStatus::note);
        f("batch", &PayerStatus::batch);
        f("operation", &PayerStatus::operation);
        f("retracted_by", &PayerStatus::retractedBy);
    }
};

QString payerStateName(PayerState s); // "in approval"
// "sent", "received", "waits for po" (or "waits for goods receipt"), "in approval", "scheduled", "paid"; also the
// first words of them, and with dashes.
std::optional<PayerState> parsePayerState(const QString& text);

} // namespace duedesk
