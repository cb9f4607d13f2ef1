// Payment behaviour: when will this payer pay this item. A discrete distribution of delay per payer, shrunk
// towards its segment and the book, sharpened by what is like the item at hand (domain.md, payment behaviour).
#pragma once
#include "core/base/date.h"
#include "core/insight/behaviour/behaviourhistory.h"
#include "core/insight/behaviour/behaviourprior.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace duedesk {

// The delay of one item of one payer. Cheap to make, made for one question, refers to its model.
class DelayPosterior {
public:
    DelayPosterior(const PayerHistory& history, const DelayCurve& prior, const BehaviourTuning& tuning,
                   std::size_t band, std::size_t weekday);
    // P(delay > x): in (0, 1], never rising with x, 1 before every delay that can be.
    double survival(int delay) const;
    // P(delay > later | delay > known) in [0.0001, 0.9999], 1 where later <= known.
    double survival(int later, int known) const;
    // Smallest delay x > known with P(delay <= x | delay > known) >= share.
    int quantile(double share, int known) const;

private:
    // The items last seen unpaid at one age: what they and the older ones weigh, and the corrections that
    // hold beyond this age.
    struct Seen {
        int age;
        double left, weekdayLeft;
        double correction, weekdayCorrection;
    };
    double share(std::size_t band) const { return band == m_band ? 1 : m_tuning.otherTerms; }
    double settledBeyond(int delay) const;
    double weekdaySettledBeyond(int delay) const;
    void collectOpen();
    void correct();

    const PayerHistory& m_history;
    const DelayCurve& m_prior;
    const BehaviourTuning& m_tuning;
    std::size_t m_band;
    std::size_t m_weekday;
    double m_runShare;
    std::array<const PayerHistory::Cell*, termsBandCount> m_weekdayCells{};
    std::size_t m_weekdayCellCount = 0;
    double m_total = 0;
    double m_weekdayTotal = 0;
    std::vector<Seen> m_seen; // ascending by age
};

// What is said about one open item.
struct Prediction {
    Date expected; // the median, moved to the payer's next likely pay day
    int medianDelay = 0;
    int p10Delay = 0;
    int p90Delay = 0;
    double late = 0;     // P(delay > 0 | unpaid), 1 once it is late
    double late30 = 0;   // P(delay > 30 | unpaid)
    double unpaid30 = 0; // P(unpaid at D+30 | unpaid at D)
};

class BehaviourModel {
public:
    // Facts in any order; an eighth of a second for a million. Known = dated strictly before asOf: give the day
    // after D to use what is dated on D.
    static BehaviourModel fit(std::span<const PaymentFact> facts, Date asOf, const BehaviourTuning& tuning = {});
    // The same model after something of one payer changed: give all its facts, in any order. Equal to a new
    // fit; costs the payer's facts and the prior's curves, the other payers are shared.
    BehaviourModel withPayer(std::uint32_t payer, std::span<const PaymentFact> itsFacts) const;

    Date asOf() const { return m_asOf; }
    const BehaviourTuning& tuning() const { return m_tuning; }
    const PayerHistory& history(std::uint32_t payer) const; // empty for an unknown payer
    const DelayPrior& prior() const { return m_prior; }

    // unpaidThrough: the last day at whose end the item is known to be unpaid (D for an item open on D).
    Prediction predict(std::uint32_t payer, std::uint32_t segment, Date invoiced, Date due, Date unpaidThrough) const;
    // P(unpaid at unpaidThrough + days | unpaid at unpaidThrough); the call list's risk with days = 30.
    double unpaidAfter(std::uint32_t payer, std::uint32_t segment, Date invoiced, Date due, Date unpaidThrough,
                       int days) const;
    // The whole distribution, for charts and tests. Must not outlive the model.
    DelayPosterior posterior(std::uint32_t payer, std::uint32_t segment, Date invoiced, Date due) const;

private:
    void countInPrior(const PayerHistory& history, double sign);

    Date m_asOf;
    BehaviourTuning m_tuning;
    std::vector<std::shared_ptr<const PayerHistory>> m_payers;
    DelayPrior m_prior;
};

} // namespace duedesk
