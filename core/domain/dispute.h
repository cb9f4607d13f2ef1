// A part of an invoice the customer contests. Until resolved it leaves what is to be collected.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

// The reasons of the field; files and older rows may know no more than a text.
enum class DisputeReason : std::uint8_t {
    Other,
    Price,
    Quantity,
    Quality,
    MissingDocument,
    WrongAddress,
    NotOrdered,
    Duplicate,
    Terms,
    Deduction,
};
enum class Resolution : std::uint8_t { None, CreditDue, Unfounded, Withdrawn, Paid };

// One contested invoice. Several opened together are one case; reopening one adds a row to its case, so that
// every past day stays as it was.
struct Dispute {
    DisputeId id;
    CustomerId customer;
    DebitId debit;
    std::int64_t amount = 0; // minor units of the debit's currency; 0 = all that is open
    QString reason;         // in words, as given or as the file has it
    Date openedOn;
    Date resolvedOn;
    BatchId batch;
    OperationId operation;
    OperationId retractedBy;
    DisputeReason kind = DisputeReason::Other;
    QString rootCause;
    QString department;     // of ours, responsible
    QString responsible;    // person there
    QString owner;          // collector
    Date targetDate;
    Date inWorkOn;          // invalid = nobody has taken it up
    Resolution resolution = Resolution::None;
    QString resolvedBy, resolutionNote;
    DisputeId caseOf;       // the first dispute of its case; none = itself
    DisputeId reopens;      // the resolved one that this takes up again
    bool guessed = false;   // a deduction read from a short payment
    ContactId contact;      // who raised it
    QString openedBy;
    QString note;
    bool operator==(const Dispute&) const = default;

    static constexpr const char* table = "dispute";
    static constexpr const char* noun = "a dispute";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Dispute::id);
        f("customer", &Dispute::customer);
        f("debit", &Dispute::debit);
        f("amount", &Dispute::amount);
        f("reason", &Dispute::reason);
        f("opened_on", &Dispute::openedOn);
        f("resolved_on", &Dispute::resolvedOn);
        f("batch", &Dispute::batch);
        f("operation", &Dispute::operation);
        f("retracted_by", &Dispute::retractedBy);
        f.later("kind", &Dispute::kind);
        f.later("root_cause", &Dispute::rootCause);
        f.later("department", &Dispute::department);
        f.later("responsible", &Dispute::responsible);
        f.later("owner", &Dispute::owner);
        f.later("target_date", &Dispute::targetDate);
        f.later("in_work_on", &Dispute::inWorkOn);
        f.later("resolution", &Dispute::resolution);
        f.later("resolved_by", &Dispute::resolvedBy);
        f.later("resolution_note", &Dispute::resolutionNote);
        f.later("case_of", &Dispute::caseOf);
        f.later("reopens", &Dispute::reopens);
        f.later("guessed", &Dispute::guessed);
        f.later("contact", &Dispute::contact);
        f.later("opened_by", &Dispute::openedBy);
        f.later("note", &Dispute::note);
    }
};

} // namespace duedesk
