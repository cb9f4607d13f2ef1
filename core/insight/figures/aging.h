// Aging of gross AR on any day: five buckets per segment, with unapplied cash in a column of its own.
// Definitions: open items, aging and segments of the domain terms (days past due = D - due date; current is <= 0).
#pragma once
#include "core/insight/figures/segment.h"

#include <array>

namespace duedesk {

enum class AgeBasis : std::uint8_t { Due, Invoice };

struct AgingRow {
    SegmentKey segment;
    Currency currency;                 // own currency for Segment::Currency, else base
    std::array<std::int64_t, 5> bucket{};
    std::int64_t total = 0;            // sum of the buckets
    std::int64_t unapplied = 0;
};

struct Aging {
    Date asOf;
    Segment by = Segment::None;
    AgeBasis basis = AgeBasis::Due;
    std::vector<AgingRow> rows;        // by key; "(none)" last; only rows with a non-zero cell (None: always one row)
    std::vector<MissingRate> missing;
};

// `items`: only these debit rows and no unapplied column values, when given (a filtered list).
Aging aging(const Book& book, Date d, Segment by, AgeBasis basis = AgeBasis::Due,
            const std::vector<std::uint32_t>* items = nullptr);

// Per customer row (not key): buckets in base, for lists. Size = customers().size().
struct CustomerAging {
    std::array<std::int64_t, 5> bucket{};
    std::int64_t total = 0, unapplied = 0;
    int oldestDays = 0;                // of open past-due items; 0 = none past due
};
std::vector<CustomerAging> agingByCustomer(const Book& book, Date d);

// Open debits at D as an ascending list of debit rows with what is open, own currency.
struct OpenItems {
    std::vector<std::uint32_t> rows;
    std::vector<std::int64_t> open;
};
OpenItems openItems(const Book& book, Date d);

} // namespace duedesk
