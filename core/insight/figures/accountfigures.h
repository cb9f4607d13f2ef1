// What the list of accounts shows as of D, worked out once off the GUI thread: one entry per customer row, sums
// of a payer over the customers it pays for. All money is base minor units.
#pragma once
#include "core/insight/calls/calllist.h"
#include "core/insight/figures/ratio.h"

#include <array>
#include <memory>
#include <optional>

namespace duedesk {

struct AccountFigure {
    std::array<std::int64_t, 5> bucket{}; // gross open by age
    std::int64_t open = 0, pastDue = 0, unapplied = 0;
    std::int64_t tbc = 0, atRisk = 0;
    int oldestDays = 0;
    Ratio dsoImpact;                      // days
    std::optional<std::int64_t> limitLeft;
    std::uint32_t call = noRow;           // index into CallList::rows
    bool hasContact = false, avoided = false; // as the call list sees it
};

class AccountFigures {
public:
    // `calls`: the call list of the same day; kept alive by the caller's insights.
    AccountFigures(BookPtr book, Date day, const CallList& calls);

    const BookPtr& book() const { return m_book; }
    Date day() const { return m_day; }
    const AccountFigure& of(std::uint32_t customerRow) const { return m_rows[customerRow]; }
    Lane lane(std::uint32_t customerRow) const { return m_lanes[customerRow]; }
    bool onList(std::uint32_t customerRow) const { return m_rows[customerRow].call != noRow; }
    std::vector<std::uint32_t> payers() const; // customer rows that pay for somebody, by row
    std::int64_t totalOpen() const { return m_total; }
    struct Sum {
        std::int64_t open = 0, pastDue = 0;
    };
    Sum sumOf(const std::vector<std::uint32_t>& customerRows) const;

private:
    BookPtr m_book;
    Date m_day;
    std::vector<AccountFigure> m_rows;
    std::vector<Lane> m_lanes;
    std::int64_t m_total = 0;
};

} // namespace duedesk
