#include "core/insight/behaviour/behaviour.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace duedesk {

namespace {

constexpr double never = 0.0001; // a chance is never said to be nought or certain
constexpr int farthestDelay = 3650;
constexpr int beforeAll = firstDelay - 8; // earlier than every delay, shifted or not

// The shift that takes a delay of an item due on weekday `from` to an item due on `to` paid on the same
// weekday: −3..3 days.
int runShift(std::size_t from, std::size_t to) { return static_cast<int>((from + 10 - to) % 7) - 3; }

// Weight of the entries of a cell that lie beyond x.
double beyond(std::span<const PayerHistory::Delay> delays, int x)
{
    if (delays.empty() || delays.back().days <= x)
        return 0;
    if (delays.size() <= 8) {
        std::size_t i = 0;
        while (delays[i].days <= x)
            ++i;
        return delays[i].orMore;
    }
    return std::ranges::upper_bound(delays, x, {}, [](const auto& d) { return static_cast<int>(d.days); })->orMore;
}

} // namespace

// ---- DelayPosterior

DelayPosterior::DelayPosterior(const PayerHistory& history, const DelayCurve& prior, const BehaviourTuning& tuning,
                               std::size_t band, std::size_t weekday)
    : m_history(history), m_prior(prior), m_tuning(tuning), m_band(band), m_weekday(weekday),
      m_runShare(tuning.payRuns ? history.runShare() : 0)
{
    for (const auto& cell : history.cells()) {
        if (cell.weekday == weekday)
            m_weekdayCells[m_weekdayCellCount++] = &cell;
    }
    collectOpen();
    m_total = settledBeyond(beforeAll) + (m_seen.empty() ? 0 : m_seen.front().left);
    m_weekdayTotal = weekdaySettledBeyond(beforeAll) + (m_seen.empty() ? 0 : m_seen.front().weekdayLeft);
    correct();
}

// Weight of the payer's items settled later than `delay`, as seen from this item's weekday and terms.
double DelayPosterior::settledBeyond(int delay) const
{
    const auto delays = m_history.delays();
    double weight = 0;
    for (const auto& cell : m_history.cells()) {
        const bool any = cell.weekday == PayerHistory::anyWeekday;
        if (!any && m_runShare == 0)
            continue;
        const int shift = any ? 0 : runShift(cell.weekday, m_weekday);
        weight += share(cell.band) * (any ? 1 - m_runShare : m_runShare)
                  * beyond(delays.subspan(cell.begin, cell.end - cell.begin), delay - shift);
    }
    return weight;
}

// The same over the items due on this weekday alone, each with its own delay.
double DelayPosterior::weekdaySettledBeyond(int delay) const
{
    const auto delays = m_history.delays();
    double weight = 0;
    for (std::size_t i = 0; i < m_weekdayCellCount; ++i) {
        const auto& cell = *m_weekdayCells[i];
        weight += share(cell.band) * beyond(delays.subspan(cell.begin, cell.end - cell.begin), delay);
    }
    return weight;
}

void DelayPosterior::collectOpen()
{
    const auto open = m_history.open();
    m_seen.reserve(open.size());
    for (const auto& item : open) {
        if (m_seen.empty() || m_seen.back().age != item.age)
            m_seen.push_back({item.age, 0, 0, 1, 1});
        m_seen.back().left += share(item.band) * item.weight;
        if (item.weekday == m_weekday)
            m_seen.back().weekdayLeft += share(item.band) * item.weight;
    }
    for (std::size_t i = m_seen.size(); i-- > 1;) {
        m_seen[i - 1].left += m_seen[i].left;
        m_seen[i - 1].weekdayLeft += m_seen[i].weekdayLeft;
    }
}

// Susarla and Van Ryzin, twice: S(x) = (k S0(x) + N(x)) / (k + n) × Π over ages c < x of (k S0(c) + N(c)) /
// (k S0(c) + N(c) − w(c)), N(x) = weight known to last beyond x, w(c) = weight last seen unpaid at c. First
// the payer on the prior, then the due weekday on the payer.
void DelayPosterior::correct()
{
    double correction = 1;
    double weekdayCorrection = 1;
    for (std::size_t i = 0; i < m_seen.size(); ++i) {
        Seen& seen = m_seen[i];
        const bool last = i + 1 == m_seen.size();
        const double left = last ? 0 : m_seen[i + 1].left;
        const double weekdayLeft = last ? 0 : m_seen[i + 1].weekdayLeft;
        const double after = m_tuning.payerPrior * m_prior.at(seen.age) + settledBeyond(seen.age) + left;
        const double atRisk = after + (seen.left - left);
        if (seen.weekdayLeft > weekdayLeft) {
            const double own = atRisk / (m_tuning.payerPrior + m_total) * correction;
            const double weekdayAfter = m_tuning.weekdayPrior * own + weekdaySettledBeyond(seen.age) + weekdayLeft;
            weekdayCorrection *= 1 + (seen.weekdayLeft - weekdayLeft) / weekdayAfter;
        }
        correction *= atRisk / after;
        seen.correction = correction;
        seen.weekdayCorrection = weekdayCorrection;
    }
}

double DelayPosterior::survival(int delay) const
{
    const auto next = std::ranges::lower_bound(m_seen, delay, {}, &Seen::age);
    const Seen here = next == m_seen.end() ? Seen{0, 0, 0, 1, 1} : *next;
    const Seen before = next == m_seen.begin() ? Seen{0, 0, 0, 1, 1} : *std::prev(next);
    const double k = m_tuning.payerPrior;
    const double own = (k * m_prior.at(delay) + settledBeyond(delay) + here.left) / (k + m_total) * before.correction;
    if (m_weekdayTotal <= 0)
        return own;
    const double w = m_tuning.weekdayPrior;
    return (w * own + weekdaySettledBeyond(delay) + here.weekdayLeft) / (w + m_weekdayTotal) * before.weekdayCorrection;
}

double DelayPosterior::survival(int later, int known) const
{
    if (later <= known)
        return 1;
    // Beyond every delay on record only the tail's daily hazard is left, the same on every day.
    const int beyondRecord = std::max(0, known - (lastDelay + 1));
    later = std::min(later - beyondRecord, lastDelay + farthestDelay);
    known -= beyondRecord;
    return std::clamp(survival(later) / survival(known), never, 1 - never);
}

int DelayPosterior::quantile(double share, int known) const
{
    if (known > lastDelay + 1)
        return quantile(share, lastDelay + 1) + known - (lastDelay + 1);
    const double target = (1 - share) * survival(known);
    int low = known; // survival(low) > target
    int high = std::max(known, lastDelay) + 1;
    for (int step = 64; survival(high) > target && high - known < farthestDelay; step *= 2) {
        low = high;
        high += step;
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (survival(middle) > target ? low : high) = middle;
    }
    return high;
}

// ---- BehaviourModel

BehaviourModel BehaviourModel::fit(std::span<const PaymentFact> facts, Date asOf, const BehaviourTuning& tuning)
{
    BehaviourModel model;
    model.m_asOf = asOf;
    model.m_tuning = tuning;
    std::uint32_t payers = 0;
    for (const PaymentFact& fact : facts)
        payers = std::max(payers, fact.payer + 1);
    // Group by payer: counts, places, copies.
    std::vector<std::uint32_t> begin(payers + 1, 0);
    for (const PaymentFact& fact : facts)
        ++begin[fact.payer + 1];
    for (std::uint32_t p = 0; p < payers; ++p)
        begin[p + 1] += begin[p];
    std::vector<PaymentFact> grouped(facts.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end());
    for (const PaymentFact& fact : facts)
        grouped[next[fact.payer]++] = fact;
    model.m_payers.resize(payers);
    for (std::uint32_t p = 0; p < payers; ++p) {
        const std::span<const PaymentFact> its(grouped.data() + begin[p], begin[p + 1] - begin[p]);
        model.m_payers[p] = std::make_shared<const PayerHistory>(its, asOf, tuning);
        model.countInPrior(*model.m_payers[p], 1);
    }
    model.m_prior.build();
    return model;
}

BehaviourModel BehaviourModel::withPayer(std::uint32_t payer, std::span<const PaymentFact> itsFacts) const
{
    BehaviourModel model(*this);
    if (model.m_payers.size() <= payer)
        model.m_payers.resize(payer + 1, std::make_shared<const PayerHistory>());
    model.countInPrior(*model.m_payers[payer], -1);
    model.m_payers[payer] = std::make_shared<const PayerHistory>(itsFacts, m_asOf, m_tuning);
    model.countInPrior(*model.m_payers[payer], 1);
    model.m_prior.build();
    return model;
}

// A payer with many items says less per item about the payers to come: its items share the root of their
// number. Each contribution is a multiple of 2^-24, so taking it out again is exact.
void BehaviourModel::countInPrior(const PayerHistory& history, double sign)
{
    if (history.known() == 0)
        return;
    const double scale = sign / std::sqrt(static_cast<double>(history.known()));
    const auto delays = history.delays();
    for (const auto& cell : history.cells()) {
        if (cell.weekday == PayerHistory::anyWeekday)
            continue;
        for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
            const float weight = delays[i].orMore - (i + 1 < cell.end ? delays[i + 1].orMore : 0.0F);
            m_prior.count(history.segment(), cell.band, cell.weekday, delays[i].days, true, quantised(scale * weight));
        }
    }
    for (const auto& open : history.open())
        m_prior.count(history.segment(), open.band, open.weekday, open.age, false, quantised(scale * open.weight));
}

const PayerHistory& BehaviourModel::history(std::uint32_t payer) const
{
    static const PayerHistory nobody;
    return payer < m_payers.size() ? *m_payers[payer] : nobody;
}

DelayPosterior BehaviourModel::posterior(std::uint32_t payer, std::uint32_t segment, Date invoiced, Date due) const
{
    const std::size_t band = termsBand(due - invoiced);
    const std::size_t weekday = delayWeekday(due);
    return DelayPosterior(history(payer), m_prior.curve(segment, band, weekday), m_tuning, band, weekday);
}

Prediction BehaviourModel::predict(std::uint32_t payer, std::uint32_t segment, Date invoiced, Date due,
                                   Date unpaidThrough) const
{
    const DelayPosterior delay = posterior(payer, segment, invoiced, due);
    const int known = unpaidThrough - due;
    Prediction p;
    p.medianDelay = delay.quantile(0.5, known);
    p.p10Delay = delay.quantile(0.1, known);
    p.p90Delay = delay.quantile(0.9, known);
    p.expected = history(payer).nextPayDay(due + p.medianDelay);
    p.late = delay.survival(0, known);
    p.late30 = delay.survival(30, known);
    p.unpaid30 = delay.survival(known + 30, known);
    return p;
}

double BehaviourModel::unpaidAfter(std::uint32_t payer, std::uint32_t segment, Date invoiced, Date due,
                                   Date unpaidThrough, int days) const
{
    const int known = unpaidThrough - due;
    return posterior(payer, segment, invoiced, due).survival(known + days, known);
}

} // namespace duedesk
