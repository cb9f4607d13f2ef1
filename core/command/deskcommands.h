// The commands of a collector's talk beside the call itself: what they wait for from us, where their invoices stand,
// what they confirm, why something is late, and exceptions.
#pragma once
#include "core/base/calendar.h"
#include "core/domain/customerrequest.h"
#include "core/domain/dispute.h"
#include "core/domain/exceptionentry.h"
#include "core/domain/invoicemark.h"
#include "core/domain/payerstatus.h"

#include <optional>
#include <span>
#include <vector>

namespace duedesk {

// Something they wait for; field names are those of the panel's errors: document, invoices, owner, due.
struct RequestDraft {
    RequestKind kind = RequestKind::Document;
    QString what;
    DebitId debit;  // none = the account
    QString owner;  // "" = the user
    Date dueOn;     // invalid = the next business day of ours
};
// Where one invoice stands at the payer: fields invoices, date.
struct StatusDraft {
    DebitId debit;
    PayerState state = PayerState::InApproval;
    QString with;      // in approval
    Date since;        // in approval; not in the future
    Date scheduledFor; // scheduled: needed, today or later
    QString reference; // paid
};

struct AddRequest {
    CustomerId payer;
    ContactId contact;
    RequestDraft draft;
};
struct FulfilRequest {
    RequestId request;
    QString note;
};
struct SetPayerStatus {
    CustomerId payer;
    ContactId contact;
    std::vector<StatusDraft> statuses;
    QString note;
};
struct MeetConfirm {
    ConfirmById confirm;
    QString note;
};
// Why invoices are late; None takes the code off.
struct SetLateReason {
    std::vector<DebitId> debits;
    LateReason reason = LateReason::None;
    QString note;
};
struct RegisterException {
    CustomerId customer;
    DebitId debit;     // none = the account
    ExceptionKind kind = ExceptionKind::Extension;
    QString reason;
    int costDays = 0;  // 0 for an extension of an invoice: from its due date to `until`
    Date until;        // extensions: needed
};

// Words for a payer status: "received", "po", "in approval with Ben since 3 nov", "scheduled fri", "paid TRX 88"; the
// first letter of received, waits, approval, scheduled and paid will do. Empty when not understood; the debit is the
// caller's.
std::optional<StatusDraft> parseStatus(const QString& words, Date today, const BusinessCalendar& calendar);
// The words that parseStatus() reads as this status.
QString statusWords(const PayerStatus& s);

// A reason for a dispute by letter or by what begins it: p price, q quantity, l quality, m missing document, a wrong
// address, n not ordered, d duplicate, t terms, x deduction, o other.
struct ReasonLetter {
    char letter;
    DisputeReason reason;
    const char* name;
};
std::span<const ReasonLetter> disputeReasonLetters();
std::optional<DisputeReason> readDisputeReason(const QString& words);

} // namespace duedesk
