#include "core/insight/behaviour/behaviourbacktest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace duedesk {

namespace {

constexpr double lateRatePrior = 5; // payments' worth of the book's late share
constexpr int priorLastsDays = 7;

// Score sheet of one model: what it said of each test item, and what came.
class Sheet {
public:
    explicit Sheet(std::string_view model) : m_model(model) {}

    // late30 ranks; chance is P(late).
    void add(double days, double late, double late30, double chance, int actual)
    {
        m_absolute += std::abs(days - actual);
        m_late.push_back(late);
        m_late30.push_back(late30);
        m_isLate.push_back(actual > 0);
        m_isLate30.push_back(actual > 30);
        m_squared += (chance - (actual > 0 ? 1 : 0)) * (chance - (actual > 0 ? 1 : 0));
    }
    void addDays(double days, int actual) { add(days, days, days, days > 0 ? 1 : 0, actual); }
    void addRange(int low, int high, int actual)
    {
        m_covered = m_covered.value_or(0) + (actual >= low && actual <= high ? 1 : 0);
    }
    BacktestRow row(std::size_t trained) const
    {
        BacktestRow r;
        r.model = m_model;
        r.trained = trained;
        r.tested = m_late.size();
        if (m_late.empty())
            return r;
        const auto n = static_cast<double>(m_late.size());
        r.maeDays = m_absolute / n;
        r.brier = m_squared / n;
        r.aucLate = areaUnderCurve(m_late, m_isLate);
        r.aucLate30 = areaUnderCurve(m_late30, m_isLate30);
        if (m_covered)
            r.coverage = *m_covered / n;
        return r;
    }

private:
    std::string_view m_model;
    double m_absolute = 0;
    double m_squared = 0;
    std::optional<double> m_covered;
    std::vector<double> m_late, m_late30;
    std::vector<char> m_isLate, m_isLate30;
};

// Delays known so far, of one payer or of the book.
struct Known {
    double sum = 0;
    double late = 0;
    double count = 0;
    void add(int delay)
    {
        sum += delay;
        late += delay > 0 ? 1 : 0;
        count += 1;
    }
    double mean() const { return count > 0 ? sum / count : 0; }
    double lateShare() const { return count > 0 ? late / count : 0; }
};

double median(std::span<const int> sorted)
{
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
}

// The five baselines; learns settlements in the order of their dates.
class Baselines {
public:
    explicit Baselines(std::size_t payers) : m_payers(payers), m_delays(payers) {}

    void learn(const PaymentFact& fact)
    {
        const int delay = fact.settled - fact.due;
        m_book.add(delay);
        m_payers[fact.payer].add(delay);
        auto& delays = m_delays[fact.payer];
        delays.insert(std::ranges::upper_bound(delays, delay), delay);
    }
    void judge(const PaymentFact& fact)
    {
        const int actual = fact.settled - fact.due;
        const Known& own = m_payers[fact.payer];
        const auto& delays = m_delays[fact.payer];
        const double mean = delays.empty() ? m_book.mean() : own.mean();
        const double middle = delays.empty() ? m_book.mean() : median(delays);
        const double rate = (own.late + lateRatePrior * m_book.lateShare()) / (own.count + lateRatePrior);
        m_dueDate.addDays(0, actual);
        m_bookMean.addDays(m_book.mean(), actual);
        m_customerMean.addDays(mean, actual);
        m_customerMedian.addDays(middle, actual);
        m_lateRate.add(middle, rate, rate, rate, actual);
    }
    void appendRows(std::vector<BacktestRow>& rows, std::size_t trained) const
    {
        for (const Sheet* sheet : {&m_dueDate, &m_bookMean, &m_customerMean, &m_customerMedian, &m_lateRate})
            rows.push_back(sheet->row(trained));
    }

private:
    Known m_book;
    std::vector<Known> m_payers;
    std::vector<std::vector<int>> m_delays; // sorted, by payer
    Sheet m_dueDate{"due_date"}, m_bookMean{"book_mean"}, m_customerMean{"customer_mean"},
        m_customerMedian{"customer_median"}, m_lateRate{"late_rate"};
};

// The model on the road: a prior at most a week old, the payer's record of the day.
class Rehearsal {
public:
    explicit Rehearsal(std::span<const PaymentFact> facts) : m_facts(facts)
    {
        std::uint32_t payers = 0;
        for (const PaymentFact& fact : facts)
            payers = std::max(payers, fact.payer + 1);
        m_byPayer.resize(payers);
        for (const PaymentFact& fact : facts)
            m_byPayer[fact.payer].push_back(fact);
    }
    std::size_t payers() const { return m_byPayer.size(); }

    void judge(const PaymentFact& fact)
    {
        prepare(fact);
        const std::size_t band = termsBand(fact.due - fact.invoiced);
        const std::size_t weekday = delayWeekday(fact.due);
        const DelayPosterior delay(m_history, m_model.prior().curve(fact.segment, band, weekday), m_model.tuning(),
                                   band, weekday);
        const int known = fact.invoiced - fact.due - 1;
        const int actual = fact.settled - fact.due;
        const double late = delay.survival(0, known);
        m_sheet.add(delay.quantile(0.5, known), late, delay.survival(30, known), late, actual);
        m_sheet.addRange(delay.quantile(0.1, known), delay.quantile(0.9, known), actual);
    }
    BacktestRow row(std::size_t trained) const { return m_sheet.row(trained); }

private:
    void prepare(const PaymentFact& fact)
    {
        if (!m_day.isValid() || fact.invoiced - m_model.asOf() >= priorLastsDays)
            m_model = BehaviourModel::fit(m_facts, fact.invoiced);
        if (fact.invoiced == m_day && fact.payer == m_payer)
            return;
        m_day = fact.invoiced;
        m_payer = fact.payer;
        m_history = PayerHistory(m_byPayer[fact.payer], m_day, m_model.tuning());
    }

    std::span<const PaymentFact> m_facts;
    std::vector<std::vector<PaymentFact>> m_byPayer;
    BehaviourModel m_model;
    PayerHistory m_history;
    Date m_day;
    std::uint32_t m_payer = 0;
    Sheet m_sheet{"duedesk"};
};

} // namespace

std::optional<double> areaUnderCurve(std::span<const double> scores, std::span<const char> hits)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return scores[i]; });
    double ranks = 0;
    double positives = 0;
    for (std::size_t i = 0; i < order.size();) {
        std::size_t j = i;
        double tied = 0;
        for (; j < order.size() && scores[order[j]] == scores[order[i]]; ++j)
            tied += hits[order[j]] ? 1 : 0;
        ranks += tied * static_cast<double>(i + 1 + j) / 2; // the mean rank of those that tie
        positives += tied;
        i = j;
    }
    const double negatives = static_cast<double>(scores.size()) - positives;
    if (positives <= 0 || negatives <= 0)
        return std::nullopt;
    return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
}

std::vector<BacktestRow> backtestBehaviour(std::span<const PaymentFact> facts, std::span<const std::uint32_t> order,
                                           double split)
{
    std::vector<std::uint32_t> units;
    for (const std::uint32_t i : order) {
        if (facts[i].settled.isValid() && facts[i].due.isValid() && facts[i].invoiced.isValid())
            units.push_back(i);
    }
    const auto trained =
        static_cast<std::size_t>(std::floor(std::clamp(split, 0.0, 1.0) * static_cast<double>(units.size())));
    std::vector<std::uint32_t> bySettled = units;
    std::ranges::sort(bySettled, {}, [&](std::uint32_t i) { return std::pair(facts[i].settled, i); });

    Rehearsal rehearsal(facts);
    Baselines baselines(rehearsal.payers());
    std::size_t learned = 0;
    for (std::size_t u = trained; u < units.size(); ++u) {
        const PaymentFact& fact = facts[units[u]];
        for (; learned < bySettled.size() && facts[bySettled[learned]].settled < fact.invoiced; ++learned)
            baselines.learn(facts[bySettled[learned]]);
        rehearsal.judge(fact);
        baselines.judge(fact);
    }
    std::vector<BacktestRow> rows{rehearsal.row(trained)};
    baselines.appendRows(rows, trained);
    return rows;
}

} // namespace duedesk
