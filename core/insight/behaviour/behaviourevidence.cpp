#include "core/insight/behaviour/behaviourevidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

namespace duedesk {

namespace {

struct Paid {
    Date due;
    Date settled;
    int delay() const { return settled - due; }
};

// By due date; ties by settlement, so that the order of the facts does not matter.
std::vector<Paid> paidBefore(std::span<const PaymentFact> facts, Date asOf)
{
    std::vector<Paid> paid;
    for (const PaymentFact& fact : facts) {
        if (fact.due.isValid() && fact.settled.isValid() && fact.settled < asOf)
            paid.push_back({fact.due, fact.settled});
    }
    std::ranges::sort(paid, {}, [](const Paid& p) { return std::tuple(p.due, p.settled); });
    return paid;
}

// The lower of the middle two of an even number: a delay that was seen.
int medianDelay(std::span<const Paid> paid)
{
    std::vector<int> delays;
    for (const Paid& p : paid)
        delays.push_back(p.delay());
    const auto middle = delays.begin() + static_cast<std::ptrdiff_t>((delays.size() - 1) / 2);
    std::ranges::nth_element(delays, middle);
    return *middle;
}

// Mean rank of each item's delay among all, ties sharing theirs.
std::vector<double> ranks(std::span<const Paid> paid)
{
    std::vector<std::size_t> order(paid.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return paid[i].delay(); });
    std::vector<double> rank(paid.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t j = i;
        while (j < order.size() && paid[order[j]].delay() == paid[order[i]].delay())
            ++j;
        for (std::size_t k = i; k < j; ++k)
            rank[order[k]] = static_cast<double>(i + j + 1) / 2;
        i = j;
    }
    return rank;
}

// The month, among the last twelve, from whose first day on the items due rank most unlike those before
// (Mann and Whitney's z beyond 3, and medians at least two days apart).
void findChange(std::span<const Paid> paid, Date asOf, PaymentEvidence& evidence)
{
    constexpr std::size_t fewest = 4;
    constexpr double clear = 3;
    constexpr int worthSaying = 2;
    constexpr int months = 12;
    const std::vector<double> rank = ranks(paid);
    double best = clear;
    for (int back = 0; back < months; ++back) {
        const Date month = asOf.firstOfMonth().addMonths(-back);
        const auto split = std::ranges::lower_bound(paid, month, {}, &Paid::due);
        const auto before = static_cast<std::size_t>(split - paid.begin());
        const std::size_t after = paid.size() - before;
        if (before < fewest || after < fewest)
            continue;
        double sum = 0;
        for (std::size_t i = before; i < paid.size(); ++i)
            sum += rank[i];
        const auto a = static_cast<double>(after);
        const auto b = static_cast<double>(before);
        const double z = (sum - a * (a + b + 1) / 2) / std::sqrt(a * b * (a + b + 1) / 12);
        const int moved = medianDelay(paid.subspan(before)) - medianDelay(paid.first(before));
        if (std::abs(z) > best && std::abs(moved) >= worthSaying && (moved > 0) == (z > 0)) {
            best = std::abs(z);
            evidence.changedSince = month;
            evidence.slower = moved > 0;
            evidence.typicalDelay = medianDelay(paid.subspan(before));
        }
    }
}

void findWeekdays(std::span<const Paid> paid, PaymentEvidence& evidence)
{
    constexpr double one = 0.6;
    constexpr double both = 0.8;
    constexpr double second = 0.25;
    std::array<std::pair<int, int>, 7> counts; // count negated, weekday
    for (int day = 0; day < 7; ++day)
        counts[static_cast<std::size_t>(day)] = {0, day + 1};
    for (const Paid& p : paid)
        --counts[delayWeekday(p.settled)].first;
    std::ranges::sort(counts);
    const auto n = static_cast<double>(paid.size());
    const double first = -counts[0].first / n;
    const double next = -counts[1].first / n;
    if (next >= second && first + next >= both)
        evidence.weekdays = {std::min(counts[0].second, counts[1].second),
                             std::max(counts[0].second, counts[1].second)};
    else if (first >= one)
        evidence.weekdays = {counts[0].second};
}

void findMonthDay(std::span<const Paid> paid, PaymentEvidence& evidence)
{
    constexpr double most = 0.6;
    std::array<int, 33> counts{}; // by day, with a free neighbour on either side
    int ends = 0;
    for (const Paid& p : paid) {
        ++counts[static_cast<std::size_t>(p.settled.day())];
        ends += p.settled.endOfMonth() - p.settled < 3 ? 1 : 0;
    }
    const auto n = static_cast<double>(paid.size());
    if (ends >= most * n) {
        evidence.monthEnd = true;
        return;
    }
    int best = 0;
    for (std::size_t day = 1; day <= 31; ++day) {
        const int around = counts[day - 1] + counts[day] + counts[day + 1];
        if (around >= most * n && around > best) {
            best = around;
            evidence.monthDay = static_cast<int>(day);
        }
    }
}

Words ordinal(int n)
{
    const int ten = n % 100 / 10;
    const int one = n % 10;
    const Number day{n};
    if (ten == 1 || one > 3 || one == 0)
        return Lang::words("%1th", day);
    return one == 1 ? Lang::words("%1st", day) : one == 2 ? Lang::words("%1nd", day) : Lang::words("%1rd", day);
}

Words monthName(Date month, Date asOf)
{
    constexpr std::array names{
        QT_TRANSLATE_NOOP("duedesk::Lang", "January"),   QT_TRANSLATE_NOOP("duedesk::Lang", "February"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "March"),     QT_TRANSLATE_NOOP("duedesk::Lang", "April"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "May"),       QT_TRANSLATE_NOOP("duedesk::Lang", "June"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "July"),      QT_TRANSLATE_NOOP("duedesk::Lang", "August"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "September"), QT_TRANSLATE_NOOP("duedesk::Lang", "October"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "November"),  QT_TRANSLATE_NOOP("duedesk::Lang", "December")};
    Words name = Lang::words(names[static_cast<std::size_t>(month.month() - 1)]);
    return month.year() == asOf.year() ? name : Lang::words("%1 %2", std::move(name), QString::number(month.year()));
}

Words typically(int delay)
{
    return delay > 0   ? Lang::count("typically %1 days late", "typically 1 day late", delay)
           : delay < 0 ? Lang::count("typically %1 days early", "typically 1 day early", -delay)
                       : Lang::words("typically on the due date");
}

Words once(int delay)
{
    return delay > 0   ? Lang::count("%1 days late", "1 day late", delay)
           : delay < 0 ? Lang::count("%1 days early", "1 day early", -delay)
                       : Lang::words("on the due date");
}

Words weekdayWords(const std::vector<int>& weekdays)
{
    constexpr std::array names{
        QT_TRANSLATE_NOOP("duedesk::Lang", "Mondays"),    QT_TRANSLATE_NOOP("duedesk::Lang", "Tuesdays"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "Wednesdays"), QT_TRANSLATE_NOOP("duedesk::Lang", "Thursdays"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "Fridays"),    QT_TRANSLATE_NOOP("duedesk::Lang", "Saturdays"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "Sundays")};
    std::vector<Words> out;
    for (const int day : weekdays)
        out.push_back(Lang::words(names[static_cast<std::size_t>(day - 1)]));
    return together(std::move(out));
}

} // namespace

PaymentEvidence paymentEvidence(std::span<const PaymentFact> itsFacts, Date asOf)
{
    constexpr std::size_t enoughForHabits = 6;
    constexpr int recentDays = 365;
    PaymentEvidence evidence;
    const std::vector<Paid> paid = paidBefore(itsFacts, asOf);
    evidence.paid = static_cast<int>(paid.size());
    if (paid.empty())
        return evidence;
    evidence.typicalDelay = medianDelay(paid);
    findChange(paid, asOf, evidence);
    std::vector<Paid> recent;
    std::ranges::copy_if(paid, std::back_inserter(recent),
                         [&](const Paid& p) { return asOf - p.settled <= recentDays; });
    const std::vector<Paid>& habits = recent.size() >= enoughForHabits ? recent : paid;
    if (habits.size() >= enoughForHabits) {
        findWeekdays(habits, evidence);
        findMonthDay(habits, evidence);
    }
    return evidence;
}

Words inWords(const PaymentEvidence& evidence, Date asOf)
{
    if (evidence.paid == 0)
        return Lang::words("nothing paid yet");
    std::vector<Words> parts{Lang::words("%1 paid", Number{evidence.paid})};
    parts.push_back(evidence.paid == 1 ? once(evidence.typicalDelay) : typically(evidence.typicalDelay));
    if (evidence.changedSince.isValid()) {
        const Words month = monthName(evidence.changedSince, asOf);
        parts.push_back(evidence.slower ? Lang::words("slower since %1", month)
                                        : Lang::words("faster since %1", month));
    }
    if (!evidence.weekdays.empty())
        parts.push_back(Lang::words("pays on %1", weekdayWords(evidence.weekdays)));
    if (evidence.monthEnd)
        parts.push_back(Lang::words("pays at month end"));
    else if (evidence.monthDay > 0)
        parts.push_back(Lang::words("pays around the %1", ordinal(evidence.monthDay)));
    return listed(std::move(parts));
}

} // namespace duedesk
