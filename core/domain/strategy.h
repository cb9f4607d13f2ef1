// A reminder strategy: ordered steps by day past due for the customers of a segment. The most specific match rules; a
// customer's own strategy wins.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/domain/contact.h"

#include <QString>
#include <vector>

namespace duedesk {

enum class StepChannel : std::uint8_t { Email, Letter, Call, Task };

struct StrategyStep {
    int day = 0;                 // from the due date of the oldest rest; negative = before it
    StepChannel channel = StepChannel::Email;
    ContactRole role = ContactRole::ApClerk; // to whom
    QString letter;              // template name: Email, Letter
    QString what;                // Call, Task: what is to be done
    std::int64_t minAmount = 0;  // base minor units of the rest; below it the step does nothing
    QString who;                 // our colleague; "" = the account's owner
    bool operator==(const StrategyStep&) const = default;
};

struct Strategy {
    StrategyId id;
    QString name;
    CustomerId customer;         // of this customer alone; none = of a segment
    QString tier, region, riskClass; // "" = any
    std::vector<StrategyStep> steps; // ascending by day
    int intervalDays = 7;        // least days between two contacts by reminder
    bool active = true;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Strategy&) const = default;

    static constexpr const char* table = "strategy";
    static constexpr const char* noun = "a strategy";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Strategy::id);
        f("name", &Strategy::name);
        f("customer", &Strategy::customer);
        f("tier", &Strategy::tier);
        f("region", &Strategy::region);
        f("risk_class", &Strategy::riskClass);
        f("steps", &Strategy::steps);
        f("interval_days", &Strategy::intervalDays);
        f("active", &Strategy::active);
        f("operation", &Strategy::operation);
        f("retracted_by", &Strategy::retractedBy);
    }
};

} // namespace duedesk
