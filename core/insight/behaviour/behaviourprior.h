// What the whole book knows about delays before a payer is asked: one curve for every segment, length of
// terms and due weekday, each leaning on the coarser one. A payer's own record (behaviour.h) leans on these.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace duedesk {

// Delays are whole days, settled − due. Curves hold this range; what lies outside counts as its edge.
constexpr int firstDelay = -120;
constexpr int lastDelay = 391;
constexpr std::size_t delayCount = static_cast<std::size_t>(lastDelay - firstDelay + 1);

constexpr int clampDelay(int days) { return days < firstDelay ? firstDelay : days > lastDelay ? lastDelay : days; }
constexpr std::size_t delayIndex(int days) { return static_cast<std::size_t>(clampDelay(days) - firstDelay); }

// Terms of much the same length behave alike, so they share a band: 13–18 days is one, 28–33 another.
constexpr std::size_t termsBandCount = 13;
std::size_t termsBand(int termsDays);

// P(delay > x) for every x, and the daily chance of payment that carries the curve beyond its end.
struct DelayCurve {
    std::array<double, delayCount> survival{};
    double tailHazard = 0.02;
    // In (0, 1] for every x, and never rising with x.
    double at(int delay) const;
};

// Weighted counts of delays: settled ones where they ended, open ones where they were last seen unpaid.
struct DelayCounts {
    std::array<double, delayCount> settled{};
    std::array<double, delayCount> censored{};
    double total = 0;
    void add(const DelayCounts& other);
};

// Survival with `weight` pseudo-payments spread like `base` (Susarla and Van Ryzin's estimate for censored
// data; without censoring it is the plain mixture of the counts and the base).
void leanOn(const DelayCurve& base, double weight, const DelayCounts& counts, DelayCurve& out);

class DelayPrior {
public:
    static constexpr std::size_t maxSegments = 8; // the eighth and later ones are one
    static constexpr std::size_t weekdayCount = 7;

    DelayPrior() { build(); } // an empty book's curve
    // Adds a weighted delay, or takes it out again by its negative weight. Weights are multiples of 2^-24, so
    // sums are exact and do not depend on the order in which they were made.
    void count(std::uint32_t segment, std::size_t band, std::size_t weekday, int delay, bool settled, double weight);
    // Must follow the last count() and precede the first curve().
    void build();
    // weekday: 0 = Monday. A place nobody has been to answers with the next coarser curve.
    const DelayCurve& curve(std::uint32_t segment, std::size_t band, std::size_t weekday) const;

private:
    static constexpr std::size_t groupCount = 5; // bands, two or three together
    static constexpr std::size_t leafCount = groupCount * weekdayCount;
    struct Segment {
        std::array<std::shared_ptr<DelayCounts>, leafCount> counts;
        std::array<std::shared_ptr<const DelayCurve>, leafCount> leaves;
        std::array<std::shared_ptr<const DelayCurve>, groupCount> groups;
        std::shared_ptr<const DelayCurve> all;
    };
    static std::size_t leafOf(std::size_t band, std::size_t weekday);
    void buildSegment(Segment& segment, bool isWholeBook);

    std::vector<Segment> m_segments;
    std::shared_ptr<const DelayCurve> m_book;
};

} // namespace duedesk
