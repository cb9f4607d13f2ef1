#include "core/insight/behaviour/behaviourprior.h"

#include <algorithm>
#include <cmath>

namespace duedesk {

namespace {

// The last day of every band but the open one.
constexpr std::array<int, termsBandCount - 1> bandEnds{4, 8, 12, 18, 23, 27, 33, 40, 50, 62, 80, 100};
constexpr std::array<std::size_t, termsBandCount> groupOfBand{0, 0, 0, 1, 2, 2, 3, 3, 4, 4, 4, 4, 4};

// How many payments' worth a coarser curve counts in the finer one.
constexpr double segmentWeight = 30;
constexpr double termsWeight = 30;
constexpr double weekdayWeight = 40;
// An empty book: a few pay early, after that about one in twenty-five of what is left pays each day.
constexpr double earlyHazard = 0.001;
constexpr double dueHazard = 0.04;
constexpr int earlyEnds = -3;
// Days from which the tail's daily hazard is learned, and what it leans on until something was seen there.
constexpr int tailBegins = 60;
constexpr double tailGuess = 0.02;
constexpr double tailGuessDays = 20;

double learnTailHazard(const DelayCounts& counts)
{
    double atRisk = 0;
    double settled = 0;
    double exposure = 0;
    for (std::size_t i = delayCount; i-- > delayIndex(tailBegins);) {
        atRisk += counts.settled[i] + counts.censored[i];
        exposure += atRisk;
        settled += counts.settled[i];
    }
    return (settled + tailGuess * tailGuessDays) / (exposure + tailGuessDays);
}

// The book's own curve: daily hazards with one pseudo-payment at risk on every day, so that the thin end
// passes into the learned tail instead of into 0/0.
void bookCurve(const DelayCounts& counts, DelayCurve& out)
{
    out.tailHazard = learnTailHazard(counts);
    double atRisk = counts.total;
    double survival = 1;
    for (std::size_t i = 0; i < delayCount; ++i) {
        const int delay = firstDelay + static_cast<int>(i);
        const double guess = delay < earlyEnds ? earlyHazard : delay < tailBegins ? dueHazard : out.tailHazard;
        survival *= 1 - (counts.settled[i] + guess) / (atRisk + 1);
        out.survival[i] = survival;
        atRisk -= counts.settled[i] + counts.censored[i];
    }
}

} // namespace

std::size_t termsBand(int termsDays)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(bandEnds, termsDays) - bandEnds.begin());
}

double DelayCurve::at(int delay) const
{
    if (delay < firstDelay)
        return 1;
    if (delay <= lastDelay)
        return survival[static_cast<std::size_t>(delay - firstDelay)];
    return survival.back() * std::pow(1 - tailHazard, delay - lastDelay);
}

void DelayCounts::add(const DelayCounts& other)
{
    for (std::size_t i = 0; i < delayCount; ++i) {
        settled[i] += other.settled[i];
        censored[i] += other.censored[i];
    }
    total += other.total;
}

void leanOn(const DelayCurve& base, double weight, const DelayCounts& counts, DelayCurve& out)
{
    out.tailHazard = base.tailHazard;
    double atRisk = counts.total;
    double survival = 1;
    double before = 1; // the base's survival up to the day in hand
    for (std::size_t i = 0; i < delayCount; ++i) {
        const double after = base.survival[i];
        survival *= (weight * after + atRisk - counts.settled[i]) / (weight * before + atRisk);
        out.survival[i] = survival;
        atRisk -= counts.settled[i] + counts.censored[i];
        before = after;
    }
}

std::size_t DelayPrior::leafOf(std::size_t band, std::size_t weekday)
{
    return groupOfBand[band] * weekdayCount + weekday;
}

void DelayPrior::count(std::uint32_t segment, std::size_t band, std::size_t weekday, int delay, bool settled,
                       double weight)
{
    const std::size_t s = std::min<std::size_t>(segment, maxSegments - 1);
    if (m_segments.size() <= s)
        m_segments.resize(s + 1);
    auto& counts = m_segments[s].counts[leafOf(band, weekday)];
    if (!counts)
        counts = std::make_shared<DelayCounts>();
    else if (counts.use_count() > 1) // another model still reads it
        counts = std::make_shared<DelayCounts>(*counts);
    (settled ? counts->settled : counts->censored)[delayIndex(delay)] += weight;
    counts->total += weight;
}

void DelayPrior::build()
{
    DelayCounts all;
    std::size_t used = 0;
    for (const Segment& segment : m_segments) {
        bool any = false;
        for (const auto& counts : segment.counts) {
            if (!counts)
                continue;
            all.add(*counts);
            any = any || counts->total > 0;
        }
        used += any ? 1 : 0;
    }
    auto book = std::make_shared<DelayCurve>();
    bookCurve(all, *book);
    m_book = book;
    for (Segment& segment : m_segments)
        buildSegment(segment, used == 1);
}

void DelayPrior::buildSegment(Segment& segment, bool isWholeBook)
{
    std::array<std::unique_ptr<DelayCounts>, groupCount> groups;
    DelayCounts all;
    for (std::size_t leaf = 0; leaf < leafCount; ++leaf) {
        if (!segment.counts[leaf])
            continue;
        auto& group = groups[leaf / weekdayCount];
        if (!group)
            group = std::make_unique<DelayCounts>();
        group->add(*segment.counts[leaf]);
    }
    for (const auto& group : groups) {
        if (group)
            all.add(*group);
    }
    auto lean = [](const DelayCurve& base, double weight, const DelayCounts& counts) {
        auto curve = std::make_shared<DelayCurve>();
        leanOn(base, weight, counts, *curve);
        return std::shared_ptr<const DelayCurve>(std::move(curve));
    };
    // A lone segment is the book; leaning it on itself would count everything twice.
    segment.all = isWholeBook ? m_book : lean(*m_book, segmentWeight, all);
    for (std::size_t g = 0; g < groupCount; ++g)
        segment.groups[g] = groups[g] ? lean(*segment.all, termsWeight, *groups[g]) : segment.all;
    for (std::size_t leaf = 0; leaf < leafCount; ++leaf) {
        const auto& group = segment.groups[leaf / weekdayCount];
        segment.leaves[leaf] = segment.counts[leaf] ? lean(*group, weekdayWeight, *segment.counts[leaf]) : group;
    }
}

const DelayCurve& DelayPrior::curve(std::uint32_t segment, std::size_t band, std::size_t weekday) const
{
    const std::size_t s = std::min<std::size_t>(segment, maxSegments - 1);
    if (s >= m_segments.size())
        return *m_book;
    return *m_segments[s].leaves[leafOf(band, weekday)];
}

} // namespace duedesk
