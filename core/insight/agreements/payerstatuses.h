// Where the invoices of a payer stand at the payer as of a day, by the last thing said about each, and how long they
// have stood there against what is usual for this payer.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

#include <unordered_map>

namespace duedesk {

// How long an item has been in its state.
struct Dwell {
    PayerState state = PayerState::Received;
    Date since;
    int days = 0;             // since .. D
    int past = 0;             // earlier stays of this payer's invoices in that state
    std::optional<int> usual; // their median in days, half-even to whole days; none without a past
    // "in approval for 9 days, usually 4"; the median stands there from the third stay on.
    Words words() const;
};

// The statuses of one payer (its sites' invoices included) on D. Costs that payer's rows.
class PayerStatuses {
public:
    PayerStatuses(const Book& book, std::uint32_t payer, Date d);
    const PayerStatus* of(DebitId debit) const; // null = nothing said
    // None where nothing was said or it is paid. A stay begins with the day they named ("since"), else with the first
    // report of the state, and ends with the first report of another.
    std::optional<Dwell> dwellOf(DebitId debit) const;
    bool isEmpty() const { return m_of.empty(); }

private:
    struct History {
        const PayerStatus* last = nullptr;
        Date since; // the running stay
    };
    Date m_day;
    std::unordered_map<std::int64_t, History> m_of; // by debit id
    std::array<std::vector<int>, 6> m_stays; // ended ones, in days
};

// Scheduled for a day that has not passed: it is not to be reminded before.
bool isScheduledAhead(const PayerStatus* s, Date d);

} // namespace duedesk
