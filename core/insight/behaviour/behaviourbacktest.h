// How well the behaviour model would have done on the book's own past, beside five simple baselines
// (domain.md, payment behaviour: backtest). Every test item sees only what was known on its invoice date.
#pragma once
#include "core/insight/behaviour/behaviour.h"

#include <optional>
#include <string_view>

namespace duedesk {

// Empty where the model says nothing of the kind, or the test items hold only one outcome.
struct BacktestRow {
    std::string_view model;
    std::size_t trained = 0; // settled items before the split
    std::size_t tested = 0;  // settled items after it
    std::optional<double> maeDays; // mean of |predicted − actual delay|; the model predicts its median
    std::optional<double> aucLate; // ranking of late (> 0 days) against the rest
    std::optional<double> aucLate30;
    std::optional<double> brier;    // of P(late); a forecast in days says 1 where it is above 0, else 0
    std::optional<double> coverage; // share of delays within P10–P90, for models that know a distribution
};

// `order`: positions in facts by (invoice date, customer id, invoice number), of all of them. Settled facts
// are the units; the first floor(split × n) only teach. Open facts are censored at their age throughout.
// Rows: duedesk; due_date (delay 0); book_mean, customer_mean, customer_median (of the delays known by then,
// the book's mean for a payer without any; ranked by the predicted delay); late_rate (late share of the
// payer with the book's share as five payments, days from the customer median).
// Weekly the prior is fitted anew, the payer's own record for every item. Split is taken into [0, 1].
std::vector<BacktestRow> backtestBehaviour(std::span<const PaymentFact> facts, std::span<const std::uint32_t> order,
                                           double split);

// Area under the curve: P(score of a hit > score of a miss), ties half; empty without both.
std::optional<double> areaUnderCurve(std::span<const double> scores, std::span<const char> hits);

} // namespace duedesk
