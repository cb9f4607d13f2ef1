// The money half of a call row: what is to be collected from one payer on day D, how likely it stays unpaid,
// and how old it is. Open items are grouped by payer once, then each payer costs its own items.
#pragma once
#include "core/base/money.h"
#include "core/insight/agreements/payerstatuses.h"
#include "core/insight/behaviour/behaviour.h"
#include "core/insight/figures/itemstate.h"
#include "core/insight/figures/segment.h"

#include <array>

namespace duedesk {

struct OpenLine {
    std::int64_t open = 0;
    std::uint32_t debit = noRow, customer = noRow;
    std::int32_t date = 0, due = 0;
    std::uint16_t currency = 0;
};
struct UnappliedLine {
    std::int64_t amount = 0;
    std::uint16_t currency = 0;
    bool free = false; // may cover what is due; deposits may not
};

// What is open and unapplied at D, by payer row.
class OpenByPayer {
public:
    OpenByPayer(const Book& book, Date d);
    std::span<const OpenLine> lines(std::uint32_t payer) const
    {
        return std::span(m_lines).subspan(m_lineStart[payer], m_lineStart[payer + 1] - m_lineStart[payer]);
    }
    std::span<const UnappliedLine> unapplied(std::uint32_t payer) const
    {
        return std::span(m_credits).subspan(m_creditStart[payer], m_creditStart[payer + 1] - m_creditStart[payer]);
    }

private:
    void groupDebits(const Book& book, Date d);
    void groupCredits(const Book& book, Date d);
    std::vector<OpenLine> m_lines;
    std::vector<UnappliedLine> m_credits;
    std::vector<std::uint32_t> m_lineStart, m_creditStart;
};

struct PayerMoney { // base minor units
    std::int64_t tbc = 0, pastDue = 0, open = 0, unapplied = 0;
    std::int64_t rest = 0;                 // Σ rest of past-due items, before unapplied money
    std::int64_t disputed = 0, promised = 0; // of past-due items; promised: or planned
    std::array<std::int64_t, bucketCount> bucket{};
    std::int64_t risk = 0, ageFactor = 10000; // e4
    int oldestDays = 0;
    int pastDueItems = 0;
    std::int64_t scheduled = 0;            // of `rest`: the payer's scheduled day has not passed
    Date scheduledFor;                     // the first of those days
    int restBucket = 0;                    // the oldest bucket with any rest; 0 = none
    std::int64_t largestDueSoon = 0;       // rest of the largest item due in D..D+7
    Currency unrated;                      // a currency of its past-due items that has no rate
};

// Counts items of currencies without a rate while the payers pass through it.
class CallMoney {
public:
    CallMoney(const Book& book, const BehaviourModel& model, Date d);
    PayerMoney of(std::uint32_t payer);
    bool hasItems(std::uint32_t payer) const { return !m_open.lines(payer).empty(); }
    const ItemStates& states() const { return m_states; }
    std::vector<MissingRate> missing() const;

private:
    struct Net {
        std::uint16_t currency;
        Int128 amount;
    };
    void addLine(PayerMoney& m, const OpenLine& line, std::uint32_t payer);
    void addScheduled(PayerMoney& m, const OpenLine& line, std::int64_t restBase);
    void readSchedule(std::uint32_t payer);
    Int128& net(std::uint16_t currency);
    std::uint32_t segmentOf(std::uint32_t payer);

    const Book& m_book;
    const BehaviourModel& m_model;
    Date m_day;
    const Policy& m_policy;
    RatesAt m_rates;
    ItemStates m_states;
    OpenByPayer m_open;
    std::vector<std::uint32_t> m_segments; // of customer rows; empty until needed
    std::vector<int> m_missing;  // items by currency index
    std::vector<Net> m_net;      // of the payer at hand
    std::optional<PayerStatuses> m_statuses; // of the payer at hand, where something is scheduled
    Int128 m_riskSum = 0, m_ageSum = 0, m_restSum = 0;
};

// P(unpaid at D+30) of an item as a count of 10^-9, so that sums over items do not depend on their order.
std::int64_t unpaidIn30(const BehaviourModel& model, std::uint32_t payer, std::uint32_t segment, Date invoiced,
                        Date due, Date d);

} // namespace duedesk
