// A payment plan: dated instalments over lines, each judged like a promise. It is on schedule while none is broken,
// and what is still to come of it leaves what is to be collected.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/domain/promise.h"

#include <QString>
#include <vector>

namespace duedesk {

struct PlanInstalment {
    Date due;
    std::int64_t amount = 0; // minor units of the plan's currency
    bool operator==(const PlanInstalment&) const = default;
};

struct Plan {
    PlanId id;
    CustomerId customer; // the payer
    Currency currency;
    std::vector<PlanInstalment> instalments; // ascending by day; Σ = Σ of the lines
    std::vector<PromiseLine> lines;
    Date madeOn;
    Date enteredOn;
    ContactId contact;
    QString method;
    QString takenBy;
    QString note;
    bool needsApproval = false; // above the policy's threshold when it was made
    QString approvedBy;
    Date approvedOn;     // invalid while it waits
    Date withdrawnOn;    // ends it unjudged
    PlanId replacedBy;
    Date replacedOn;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Plan&) const = default;

    static constexpr const char* table = "plan";
    static constexpr const char* noun = "a payment plan";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Plan::id);
        f("customer", &Plan::customer);
        f("currency", &Plan::currency);
        f("instalments", &Plan::instalments);
        f("lines", &Plan::lines);
        f("made_on", &Plan::madeOn);
        f("entered_on", &Plan::enteredOn);
        f("contact", &Plan::contact);
        f("method", &Plan::method);
        f("taken_by", &Plan::takenBy);
        f("note", &Plan::note);
        f("needs_approval", &Plan::needsApproval);
        f("approved_by", &Plan::approvedBy);
        f("approved_on", &Plan::approvedOn);
        f("withdrawn_on", &Plan::withdrawnOn);
        f("replaced_by", &Plan::replacedBy);
        f("replaced_on", &Plan::replacedOn);
        f("operation", &Plan::operation);
        f("retracted_by", &Plan::retractedBy);
    }
};

// Made by d, approved where it must be, and neither withdrawn nor replaced: it is judged, and its money is waited for.
inline bool isInForce(const Plan& p, Date d)
{
    const auto passed = [d](Date day) { return day.isValid() && day <= d; };
    return p.madeOn <= d && (!p.needsApproval || passed(p.approvedOn)) && !passed(p.withdrawnOn)
           && !passed(p.replacedOn);
}

} // namespace duedesk
