// One payer's past as the behaviour model wants it: what was known on a day, condensed to weighted delays by
// terms and due weekday, with what is still open and the days on which the payer pays.
#pragma once
#include "core/base/date.h"
#include "core/insight/behaviour/behaviourprior.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace duedesk {

// One debit as the model sees it. Nothing in it may leak the future: no "disputed" flag, no status.
struct PaymentFact {
    std::uint32_t payer = 0;   // dense index
    std::uint32_t segment = 0; // dense index; 0 where the book knows none
    Date invoiced;
    Date due;
    Date settled; // closed by a payment, without any write-off; invalid: not so, censored at its age
    Date left{};  // closed in another way (credit note, write-off): censored then; invalid: still open
};

// How much of what counts how much. The defaults are flat optima on books with and without pay runs, so
// nothing is tuned per book: the same payments give the same figures whoever computes them.
struct BehaviourTuning {
    double halfLifeDays = 182; // of a past item's weight, by due date
    double payerPrior = 1.5;   // payments' worth of the segment's curve in a payer's curve
    double otherTerms = 0.2;   // weight of an item with other terms
    double weekdayPrior = 20;  // payments' worth of the payer's curve in its curve for one due weekday
    bool payRuns = true;       // carry delays over to other due weekdays by the weekday they were paid on
};

std::size_t delayWeekday(Date date); // 0 = Monday

// The nearest multiple of 2^-24. Sums of such weights are exact, so they do not depend on the order.
double quantised(double weight);

// One payer's known past, condensed: weighted delays by terms and due weekday, what is open, pay days.
class PayerHistory {
public:
    // Known on asOf = dated strictly before it: later invoices are left out, later settlements are open.
    // Facts without invoice or due date are left out.
    // Facts in any order; the result does not depend on it.
    PayerHistory(std::span<const PaymentFact> facts, Date asOf, const BehaviourTuning& tuning);
    PayerHistory() = default;

    struct Delay {
        std::int16_t days;
        float orMore; // weight of this entry and the later ones of its cell
    };
    static constexpr std::uint8_t anyWeekday = 7;
    struct Cell { // one band of terms and one due weekday; for every band, also all weekdays together
        std::uint8_t band;
        std::uint8_t weekday; // 0 = Monday, or anyWeekday
        std::uint32_t begin;  // into delays(), ascending by days
        std::uint32_t end;
    };
    struct Open { // items of one age, band and due weekday
        std::int16_t age; // last delay at which it was seen unpaid
        std::uint8_t band;
        std::uint8_t weekday;
        double weight;
    };
    std::span<const Cell> cells() const { return m_cells; }
    std::span<const Delay> delays() const { return m_delays; }
    std::span<const Open> open() const { return m_open; } // ascending by age
    std::uint32_t segment() const { return m_segment; }
    std::uint32_t known() const { return m_known; }     // items, settled and open
    std::uint32_t settled() const { return m_settled; } // settled items
    // How far a delay is carried over to another due weekday by the weekday it was paid on, 0..1: the root of
    // how much likelier than by chance, or by a fixed delay, two items due on different weekdays are paid on
    // the same one.
    double runShare() const { return m_runShare; }
    // The first day from `date` on (at most ten on) that this payer does not avoid by weekday or day of month.
    Date nextPayDay(Date date) const;

private:
    void gatherOpen();
    int spread(std::span<const std::uint64_t> keys) const;
    void condense(std::vector<std::uint64_t>& keys, std::span<const double> weights);
    class Mass;
    void appendCell(std::uint8_t band, std::uint8_t weekday, Mass& mass);
    using PaidOnByDue = std::array<std::array<std::uint32_t, 7>, 7>; // weekday paid on, by due weekday
    void measureRuns(const PaidOnByDue& counts);
    bool paysOn(Date date) const;

    std::vector<Cell> m_cells;
    std::vector<Delay> m_delays;
    std::vector<Open> m_open;
    std::array<std::uint32_t, 7> m_weekdays{};   // settled on, 0 = Monday
    std::array<std::uint32_t, 31> m_monthDays{}; // settled on, 0 = the first
    std::uint32_t m_segment = 0;
    std::uint32_t m_known = 0;
    std::uint32_t m_settled = 0;
    double m_runShare = 0;
};

} // namespace duedesk
