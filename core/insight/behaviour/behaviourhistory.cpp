#include "core/insight/behaviour/behaviourhistory.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace duedesk {

namespace {

// An item due far ahead of the day counts at most twice.
double recencyWeight(int ageDays, double halfLifeDays)
{
    return quantised(std::exp2(-std::max(static_cast<double>(ageDays) / halfLifeDays, -1.0)));
}

} // namespace

double quantised(double weight)
{
    constexpr double grain = 1 << 24;
    return std::round(weight * grain) / grain;
}

std::size_t delayWeekday(Date date) { return static_cast<std::size_t>(((date.days() + 3) % 7 + 7) % 7); }

PayerHistory::PayerHistory(std::span<const PaymentFact> facts, Date asOf, const BehaviourTuning& tuning)
{
    std::vector<std::uint64_t> keys; // band, weekday, delay, place of the weight
    std::vector<double> weights;
    keys.reserve(facts.size());
    weights.reserve(facts.size());
    PaidOnByDue paidOn{};
    Date latest;
    for (const PaymentFact& fact : facts) {
        if (!fact.invoiced.isValid() || !fact.due.isValid() || fact.invoiced >= asOf)
            continue;
        ++m_known;
        if (!latest.isValid() || fact.invoiced > latest || (fact.invoiced == latest && fact.segment < m_segment)) {
            latest = fact.invoiced;
            m_segment = fact.segment;
        }
        const std::size_t band = termsBand(fact.due - fact.invoiced);
        const std::size_t weekday = delayWeekday(fact.due);
        const double weight = recencyWeight(asOf - fact.due, tuning.halfLifeDays);
        if (!fact.settled.isValid() || fact.settled >= asOf) {
            const Date seen = fact.left.isValid() && fact.left < asOf ? fact.left : asOf;
            m_open.push_back({static_cast<std::int16_t>(clampDelay(seen - fact.due - 1)),
                              static_cast<std::uint8_t>(band), static_cast<std::uint8_t>(weekday), weight});
            continue;
        }
        keys.push_back(static_cast<std::uint64_t>(band) << 56 | static_cast<std::uint64_t>(weekday) << 48
                       | static_cast<std::uint64_t>(delayIndex(fact.settled - fact.due)) << 32 | weights.size());
        weights.push_back(weight);
        ++paidOn[weekday][delayWeekday(fact.settled)];
        ++m_monthDays[static_cast<std::size_t>(fact.settled.day() - 1)];
    }
    m_settled = static_cast<std::uint32_t>(keys.size());
    gatherOpen();
    measureRuns(paidOn);
    condense(keys, weights);
    m_delays.shrink_to_fit(); // there are twenty thousand of these
    m_cells.shrink_to_fit();
}

// Open items that look alike become one entry: a payer with thousands of them has some hundred ages.
void PayerHistory::gatherOpen()
{
    const auto key = [](const Open& o) { return std::tuple(o.age, o.band, o.weekday); };
    std::ranges::sort(m_open, {}, key);
    std::vector<Open> gathered;
    for (const Open& open : m_open) {
        if (gathered.empty() || key(gathered.back()) != key(open))
            gathered.push_back(open);
        else
            gathered.back().weight += open.weight;
    }
    gathered.shrink_to_fit();
    m_open = std::move(gathered);
}

// By how many days either way a delay is spread, so that a payer of no fixed habit gets a smooth curve from
// few payments: half of Silverman's width, nothing for one that pays on runs or always alike.
int PayerHistory::spread(std::span<const std::uint64_t> keys) const
{
    constexpr std::size_t enough = 4;
    constexpr double widest = 10;
    if (keys.size() < enough)
        return 0;
    std::vector<int> delays;
    delays.reserve(keys.size());
    for (const std::uint64_t key : keys)
        delays.push_back(static_cast<int>(key >> 32 & 0xffff));
    const auto at = [&](std::size_t place) {
        std::ranges::nth_element(delays, delays.begin() + static_cast<std::ptrdiff_t>(place));
        return delays[place];
    };
    const double deviation = (at(delays.size() * 3 / 4) - at(delays.size() / 4)) / 1.35;
    const double width = 0.5 * deviation * std::pow(static_cast<double>(keys.size()), -0.2);
    return static_cast<int>(std::min(width * (1 - m_runShare), widest));
}

// Weight by delay, and the range in which there is any.
class PayerHistory::Mass {
public:
    void add(int delay, double weight)
    {
        m_weights[delayIndex(delay)] += weight;
        m_low = std::min(m_low, clampDelay(delay));
        m_high = std::max(m_high, clampDelay(delay));
    }
    template <class Visit> void drain(Visit visit)
    {
        for (int d = m_low; d <= m_high; ++d) {
            if (const double weight = std::exchange(m_weights[delayIndex(d)], 0); weight > 0)
                visit(d, weight);
        }
        m_low = lastDelay;
        m_high = firstDelay;
    }

private:
    std::array<double, delayCount> m_weights{};
    int m_low = lastDelay;
    int m_high = firstDelay;
};

void PayerHistory::appendCell(std::uint8_t band, std::uint8_t weekday, Mass& mass)
{
    const auto begin = static_cast<std::uint32_t>(m_delays.size());
    mass.drain([&](int days, double weight) {
        m_delays.push_back({static_cast<std::int16_t>(days), static_cast<float>(weight)});
    });
    const auto end = static_cast<std::uint32_t>(m_delays.size());
    for (std::uint32_t i = end; i-- > begin + 1;)
        m_delays[i - 1].orMore += m_delays[i].orMore;
    m_cells.push_back({band, weekday, begin, end});
}

void PayerHistory::condense(std::vector<std::uint64_t>& keys, std::span<const double> weights)
{
    const int days = spread(keys);
    std::ranges::sort(keys);
    Mass ofWeekday;
    Mass ofBand;
    for (std::size_t i = 0; i < keys.size();) {
        const std::uint64_t cell = keys[i] >> 48;
        for (; i < keys.size() && keys[i] >> 48 == cell; ++i) {
            const int delay = static_cast<int>(keys[i] >> 32 & 0xffff) + firstDelay;
            const double weight = quantised(weights[keys[i] & 0xffffffff] / (2 * days + 1));
            for (int d = delay - days; d <= delay + days; ++d) {
                ofWeekday.add(d, weight);
                ofBand.add(d, weight);
            }
        }
        const auto band = static_cast<std::uint8_t>(cell >> 8);
        appendCell(band, static_cast<std::uint8_t>(cell), ofWeekday);
        // Kept beside its parts, because most payers have no run and then need nothing else.
        if (i == keys.size() || keys[i] >> 56 != band)
            appendCell(band, anyWeekday, ofBand);
    }
}

void PayerHistory::measureRuns(const PaidOnByDue& counts)
{
    // Thirty extra pairs keep a handful of payments from looking like a rule.
    constexpr double byChance = 0.2;
    constexpr double calmingPairs = 30;
    const auto square = [](double x) { return x * x; };
    double pairs = square(m_settled); // of items due on different weekdays
    double sameDay = 0;               // those paid on the same weekday
    double sameDelay = 0;             // those with the same delay but for whole weeks
    for (std::size_t a = 0; a < 7; ++a) {
        double dueOn = 0;
        double withDelay = 0;
        for (std::size_t b = 0; b < 7; ++b) {
            dueOn += counts[a][b];
            m_weekdays[a] += counts[b][a];
            withDelay += counts[b][(b + a) % 7];
            sameDay -= square(counts[b][a]);
            sameDelay -= square(counts[b][(b + a) % 7]);
        }
        pairs -= square(dueOn);
        sameDay += square(m_weekdays[a]);
        sameDelay += square(withDelay);
    }
    const double excess = sameDay - std::max(byChance * pairs, sameDelay);
    m_runShare = excess > 0 ? std::sqrt(excess / ((1 - byChance) * (pairs + calmingPairs))) : 0;
}

bool PayerHistory::paysOn(Date date) const
{
    constexpr double avoidedWeekday = 0.04;
    constexpr double avoidedMonthDay = 0.02; // with its two neighbours
    constexpr std::uint32_t enough = 20;
    const double n = m_settled;
    if (m_weekdays[delayWeekday(date)] < avoidedWeekday * n)
        return false;
    if (m_settled < enough)
        return true;
    const auto day = static_cast<std::size_t>(date.day() - 1);
    const auto around = m_monthDays[(day + 30) % 31] + m_monthDays[day] + m_monthDays[(day + 1) % 31];
    return around >= avoidedMonthDay * n;
}

Date PayerHistory::nextPayDay(Date date) const
{
    constexpr std::uint32_t enough = 6;
    constexpr int farthest = 10;
    if (m_settled < enough)
        return date;
    for (int i = 0; i <= farthest; ++i) {
        if (paysOn(date + i))
            return date + i;
    }
    return date;
}

} // namespace duedesk
