// The behaviour model by hand on tiny payers, by property on random books, and its backtest and words.
#include "core/insight/behaviour/behaviour.h"
#include "core/insight/behaviour/behaviourbacktest.h"
#include "core/insight/behaviour/behaviourevidence.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Date monday = *Date::fromCivil(2025, 1, 6);
constexpr double noDecay = 1e12;

PaymentFact fact(std::uint32_t payer, Date invoiced, int terms, int delay)
{
    const Date due = invoiced + terms;
    return {payer, 0, invoiced, due, due + delay, Date()};
}

PaymentFact openFact(std::uint32_t payer, Date invoiced, int terms)
{
    return {payer, 0, invoiced, invoiced + terms, Date(), Date()};
}

// 1 before the due date, then a half, from ten days late a quarter.
DelayCurve stairs()
{
    DelayCurve curve;
    for (std::size_t i = 0; i < delayCount; ++i) {
        const int delay = firstDelay + static_cast<int>(i);
        curve.survival[i] = delay < 0 ? 1 : delay < 10 ? 0.5 : 0.25;
    }
    return curve;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-6; }

// Payers of several habits, part of the items open.
std::vector<PaymentFact> randomBook(unsigned seed, Date asOf, std::uint32_t payers, int items)
{
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    std::vector<PaymentFact> facts;
    for (int i = 0; i < items; ++i) {
        const auto payer = static_cast<std::uint32_t>(below(payers));
        const Date invoiced = asOf - below(500) - 1;
        const int terms = std::array{14, 30, 60}[static_cast<std::size_t>(below(3))];
        const int delay = static_cast<int>(payer % 11) - 4 + below(6) + (below(15) == 0 ? below(120) : 0);
        PaymentFact f = fact(payer, invoiced, terms, std::max(delay, 1 - terms));
        f.segment = payer % 3;
        if (f.settled > asOf + 10 || below(40) == 0)
            f.settled = Date();
        if (below(60) == 0) {
            f.settled = Date();
            f.left = invoiced + below(90);
        }
        facts.push_back(f);
    }
    return facts;
}

} // namespace

class tst_Behaviour : public QObject {
    Q_OBJECT

private slots:
    void emptyBookIsSane();
    void payerLeansOnPrior();
    void otherTermsCountLess();
    void dueWeekdayLeansOnPayer();
    void openItemIsCensored();
    void recentItemsWeighMore();
    void knownMeansStrictlyBefore();
    void leftItemIsCensoredWhenItLeft();
    void payDayFollowsTheRun();
    void fixedDelayIsNoRun();
    void expectedDateIsAPayDay();
    void chancesStayWithinBounds_data();
    void chancesStayWithinBounds();
    void rowOrderDoesNotMatter();
    void onePayerUpdatedEqualsNewFit();
    void veryOldItemHasASaneTail();
    void newPayerLeansOnItsSegment();
    void areaUnderCurveByHand();
    void backtestByHand();
    void backtestKnowsRuns();
    void wordsOfEvidence();
    void wordsOfFewPayments();
    void wordsOfMonthEnd();
};

void tst_Behaviour::emptyBookIsSane()
{
    const auto model = BehaviourModel::fit({}, monday);
    const Prediction p = model.predict(5, 3, monday - 30, monday, monday);
    QVERIFY(p.unpaid30 > 0.1 && p.unpaid30 < 0.6);
    QVERIFY(p.expected > monday);
    QCOMPARE(p.late, 1.0); // unpaid at the end of its due date
    const Prediction early = model.predict(5, 3, monday, monday + 30, monday);
    QVERIFY(early.late > 0.5 && early.late < 0.95);
}

void tst_Behaviour::payerLeansOnPrior()
{
    const std::vector facts{fact(0, monday, 28, 2), fact(0, monday, 28, 5), fact(0, monday, 28, 12)};
    const BehaviourTuning tuning{noDecay, 2, 0.2, 1, false};
    const PayerHistory history(facts, monday + 100, tuning);
    QCOMPARE(history.settled(), 3U);
    const DelayCurve prior = stairs();
    // Tuesday: nothing is due then, so the payer's curve stands: (2 × S0 + those beyond) / (2 + 3).
    const DelayPosterior delay(history, prior, tuning, termsBand(28), 1);
    QVERIFY(near(delay.survival(-1), 1));
    QVERIFY(near(delay.survival(0), (2 * 0.5 + 3) / 5));
    QVERIFY(near(delay.survival(4), (2 * 0.5 + 2) / 5));
    QVERIFY(near(delay.survival(5), (2 * 0.5 + 1) / 5));
    QVERIFY(near(delay.survival(12), (2 * 0.25 + 0) / 5));
    QVERIFY(near(delay.survival(12, 4), 0.1 / 0.6));
    QCOMPARE(delay.quantile(0.5, -30), 5); // S(4) = 0.6, S(5) = 0.4
    QCOMPARE(delay.quantile(0.25, 5), 10);  // 0.3 of 0.4 remain: S(9) = 0.4, S(10) = 0.3
    QCOMPARE(delay.quantile(0.5, 5), 12);   // S(11) = 0.3, S(12) = 0.1
}

void tst_Behaviour::otherTermsCountLess()
{
    const std::vector facts{fact(0, monday, 28, 2), fact(0, monday, 56, 12)};
    const BehaviourTuning tuning{noDecay, 2, 0.2, 1, false};
    const PayerHistory history(facts, monday + 100, tuning);
    const DelayCurve prior = stairs();
    const DelayPosterior delay(history, prior, tuning, termsBand(28), 1);
    QVERIFY(near(delay.survival(4), (2 * 0.5 + 0.2) / (2 + 1.2)));
    const DelayPosterior other(history, prior, tuning, termsBand(56), 1);
    QVERIFY(near(other.survival(4), (2 * 0.5 + 1) / (2 + 1.2)));
}

void tst_Behaviour::dueWeekdayLeansOnPayer()
{
    const std::vector facts{fact(0, monday, 28, 2), fact(0, monday, 28, 12), fact(0, monday + 1, 28, 5)};
    const BehaviourTuning tuning{noDecay, 2, 0.2, 4, false};
    const PayerHistory history(facts, monday + 100, tuning);
    const DelayCurve prior = stairs();
    const double payer = (2 * 0.5 + 2) / 5; // beyond 4 days: 5 and 12
    const DelayPosterior mondays(history, prior, tuning, termsBand(28), 0);
    QVERIFY(near(mondays.survival(4), (4 * payer + 1) / (4 + 2)));
    const DelayPosterior tuesdays(history, prior, tuning, termsBand(28), 1);
    QVERIFY(near(tuesdays.survival(4), (4 * payer + 1) / (4 + 1)));
    const DelayPosterior fridays(history, prior, tuning, termsBand(28), 4);
    QVERIFY(near(fridays.survival(4), payer));
}

void tst_Behaviour::openItemIsCensored()
{
    // One settled after ten days, one open and last seen unpaid four days after its due date.
    const std::vector facts{fact(0, monday, 28, 10), openFact(0, monday + 67, 28)};
    const BehaviourTuning tuning{noDecay, 2, 0.2, 1, false};
    const PayerHistory history(facts, monday + 67 + 28 + 5, tuning);
    QCOMPARE(history.open().size(), std::size_t{1});
    QCOMPARE(int(history.open()[0].age), 4);
    const DelayCurve prior = stairs();
    const DelayPosterior delay(history, prior, tuning, termsBand(28), 6);
    QVERIFY(near(delay.survival(4), (2 * 0.5 + 2) / 4));
    // Beyond four days it drops out of those at risk: 3 were there, 2 go on.
    QVERIFY(near(delay.survival(9), (2 * 0.5 + 1) / 4 * 3 / 2));
    QVERIFY(near(delay.survival(10), (2 * 0.25 + 0) / 4 * 3 / 2));
}

void tst_Behaviour::recentItemsWeighMore()
{
    // Due a half-life apart: weights 1/2 and 1 on the day the younger is due.
    const Date asOf = monday + 200;
    const std::vector facts{fact(0, asOf - 100 - 28, 28, 12), fact(0, asOf - 28, 28, -2)};
    const BehaviourTuning tuning{100, 2, 0.2, 1, false};
    const PayerHistory history(facts, asOf, tuning);
    const DelayCurve prior = stairs();
    const DelayPosterior delay(history, prior, tuning, termsBand(28), (delayWeekday(asOf) + 1) % 7);
    QVERIFY(near(delay.survival(4), (2 * 0.5 + 0.5) / (2 + 1.5)));
}

void tst_Behaviour::knownMeansStrictlyBefore()
{
    const PaymentFact paid = fact(0, monday, 28, 2);
    const BehaviourTuning tuning;
    QCOMPARE(PayerHistory({&paid, 1}, paid.settled, tuning).settled(), 0U);
    QCOMPARE(PayerHistory({&paid, 1}, paid.settled, tuning).open().size(), std::size_t{1});
    QCOMPARE(int(PayerHistory({&paid, 1}, paid.settled, tuning).open()[0].age), 1);
    QCOMPARE(PayerHistory({&paid, 1}, paid.settled + 1, tuning).settled(), 1U);
    QCOMPARE(PayerHistory({&paid, 1}, paid.invoiced, tuning).known(), 0U);
    PaymentFact noDue = paid;
    noDue.due = Date();
    QCOMPARE(PayerHistory({&noDue, 1}, paid.settled + 1, tuning).known(), 0U);
}

void tst_Behaviour::leftItemIsCensoredWhenItLeft()
{
    PaymentFact credited = openFact(0, monday, 28);
    credited.left = credited.due + 7;
    const BehaviourTuning tuning;
    QCOMPARE(int(PayerHistory({&credited, 1}, credited.due + 300, tuning).open()[0].age), 6);
    QCOMPARE(int(PayerHistory({&credited, 1}, credited.due + 3, tuning).open()[0].age), 2);
}

void tst_Behaviour::payDayFollowsTheRun()
{
    // Due on Mondays and Wednesdays, paid on the Thursday after: three days and one day late.
    std::vector<PaymentFact> facts;
    for (int week = 0; week < 10; ++week) {
        facts.push_back(fact(0, monday + 7 * week, 28, 3));
        facts.push_back(fact(0, monday + 7 * week + 2, 28, 1));
    }
    const Date asOf = monday + 150;
    const auto model = BehaviourModel::fit(facts, asOf);
    // 200 pairs of differing due weekdays, all paid on one weekday, none with one delay; a fifth by chance.
    QVERIFY(near(model.history(0).runShare(), std::sqrt((200 - 40) / (0.8 * 230))));
    const Date tuesday = asOf + (8 - asOf.weekday()) + 1 + 28;
    const Prediction p = model.predict(0, 0, tuesday - 28, tuesday, tuesday - 29);
    QCOMPARE(p.medianDelay, 2);
    QCOMPARE(p.expected.weekday(), 4);
}

void tst_Behaviour::fixedDelayIsNoRun()
{
    // Everything due on Mondays but for a few items, always three days late: Thursdays by arithmetic alone.
    std::vector<PaymentFact> facts;
    for (int week = 0; week < 12; ++week)
        facts.push_back(fact(0, monday + 7 * week, 28, 3));
    for (int week = 0; week < 4; ++week)
        facts.push_back(fact(0, monday + 7 * week + 1, 28, 3));
    const auto model = BehaviourModel::fit(facts, monday + 150);
    QCOMPARE(model.history(0).runShare(), 0.0);
    const Date wednesday = monday + 28 * 6 + 2;
    QCOMPARE(model.predict(0, 0, wednesday - 28, wednesday, wednesday - 28).medianDelay, 3);
}

void tst_Behaviour::expectedDateIsAPayDay()
{
    std::vector<PaymentFact> facts;
    for (int week = 0; week < 30; ++week)
        facts.push_back(fact(0, monday + 7 * week + week % 5, 28, 7 + 3 - week % 5)); // the Thursday after next
    const PayerHistory history(facts, monday + 365, {});
    const Date friday = monday + 364 + 4;
    QCOMPARE(friday.weekday(), 5);
    QCOMPARE(history.nextPayDay(friday), friday + 6);
    QCOMPARE(history.nextPayDay(friday + 6), friday + 6);
    // Five payments are no habit yet.
    const PayerHistory young({facts.data(), 5}, monday + 365, {});
    QCOMPARE(young.nextPayDay(friday), friday);
}

void tst_Behaviour::chancesStayWithinBounds_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("book %u", seed) << seed;
}

void tst_Behaviour::chancesStayWithinBounds()
{
    QFETCH(unsigned, seed);
    const Date asOf = monday + 900;
    const auto facts = randomBook(seed, asOf, 20 * seed, 600);
    const auto model = BehaviourModel::fit(facts, asOf);
    for (std::uint32_t payer = 0; payer < 20 * seed + 2; payer += 3) {
        for (const int age : {-40, -1, 0, 5, 45, 200, 390, 391, 392, 393, 900}) {
            const Date due = asOf - age;
            const DelayPosterior delay = model.posterior(payer, payer % 3, due - 30, due);
            QVERIFY(near(delay.survival(firstDelay - 9), 1));
            double last = 1;
            for (int later = age + 1; later < age + 500; ++later) {
                const double s = delay.survival(later, age);
                QVERIFY2(s >= 0.0001 && s <= 0.9999, qPrintable(QString::number(s)));
                QVERIFY(s <= last + 1e-12);
                last = s;
            }
            const Prediction p = model.predict(payer, payer % 3, due - 30, due, asOf);
            QVERIFY(p.p10Delay > age && p.p10Delay <= p.medianDelay && p.medianDelay <= p.p90Delay);
            QVERIFY(p.expected > asOf);
            QVERIFY(age < 0 ? p.late < 1 : p.late == 1);
            QVERIFY(p.late30 <= p.late);
            QCOMPARE(p.unpaid30, model.unpaidAfter(payer, payer % 3, due - 30, due, asOf, 30));
            // A quantile is the first day on which its share has paid.
            QVERIFY(delay.survival(p.medianDelay) <= 0.5 * delay.survival(age) + 1e-12 || age > lastDelay);
            QVERIFY(delay.survival(p.medianDelay - 1) > 0.5 * delay.survival(age) - 1e-12 || age > lastDelay);
        }
    }
}

void tst_Behaviour::rowOrderDoesNotMatter()
{
    const Date asOf = monday + 900;
    auto facts = randomBook(7, asOf, 30, 900);
    const auto model = BehaviourModel::fit(facts, asOf);
    std::mt19937 random(3);
    std::ranges::shuffle(facts, random);
    const auto shuffled = BehaviourModel::fit(facts, asOf);
    for (std::uint32_t payer = 0; payer < 32; ++payer) {
        for (const int age : {-20, 3, 60}) {
            const Date due = asOf - age;
            QCOMPARE(model.unpaidAfter(payer, payer % 3, due - 30, due, asOf, 30),
                     shuffled.unpaidAfter(payer, payer % 3, due - 30, due, asOf, 30));
            QCOMPARE(model.predict(payer, payer % 3, due - 30, due, asOf).expected,
                     shuffled.predict(payer, payer % 3, due - 30, due, asOf).expected);
        }
    }
}

void tst_Behaviour::onePayerUpdatedEqualsNewFit()
{
    const Date asOf = monday + 900;
    auto facts = randomBook(11, asOf, 30, 900);
    const auto before = BehaviourModel::fit(facts, asOf);
    // A payment arrives for an open item of payer 4, another of its invoices was typed late.
    const auto open = std::ranges::find_if(facts, [&](const PaymentFact& f) {
        return f.payer == 4 && !f.settled.isValid() && !f.left.isValid() && f.due < asOf - 2;
    });
    QVERIFY(open != facts.end());
    open->settled = asOf - 1;
    facts.push_back(fact(4, asOf - 70, 30, 9));
    facts.back().segment = 1;
    std::vector<PaymentFact> its;
    std::ranges::copy_if(facts, std::back_inserter(its), [](const PaymentFact& f) { return f.payer == 4; });
    const auto updated = before.withPayer(4, its);
    const auto fitted = BehaviourModel::fit(facts, asOf);
    bool moved = false;
    for (std::uint32_t payer = 0; payer < 31; ++payer) {
        for (const int age : {-20, 3, 60}) {
            const Date due = asOf - age;
            const double a = updated.unpaidAfter(payer, payer % 3, due - 30, due, asOf, 30);
            QVERIFY(std::abs(a - fitted.unpaidAfter(payer, payer % 3, due - 30, due, asOf, 30)) < 1e-12);
            moved = moved || std::abs(a - before.unpaidAfter(payer, payer % 3, due - 30, due, asOf, 30)) > 1e-3;
        }
    }
    QVERIFY(moved);
    // A payer nobody knew, far beyond the others.
    const std::vector fresh{fact(90, asOf - 60, 30, 4)};
    QCOMPARE(updated.withPayer(90, fresh).history(90).settled(), 1U);
}

void tst_Behaviour::veryOldItemHasASaneTail()
{
    const Date asOf = monday + 900;
    const auto model = BehaviourModel::fit(randomBook(5, asOf, 30, 900), asOf);
    const Date due = *Date::fromCivil(1900, 1, 1);
    const double p = model.unpaidAfter(2, 2, due - 30, due, asOf, 30);
    QVERIFY(p > 0.01 && p < 0.99);
    QCOMPARE(p, model.unpaidAfter(2, 2, due - 30, due, asOf + 1000, 30));
    QVERIFY(model.predict(2, 2, due - 30, due, asOf).expected > asOf);
    // A book that saw everything paid on the day has learned no tail, and still does not say never.
    std::vector<PaymentFact> punctual;
    for (int i = 0; i < 500; ++i)
        punctual.push_back(fact(static_cast<std::uint32_t>(i % 10), monday + i, 30, 0));
    const auto strict = BehaviourModel::fit(punctual, asOf);
    const double q = strict.unpaidAfter(2, 0, asOf - 330, asOf - 300, asOf, 30);
    QVERIFY(q > 0.2 && q < 0.8);
}

void tst_Behaviour::newPayerLeansOnItsSegment()
{
    const Date asOf = monday + 400;
    std::vector<PaymentFact> facts;
    for (std::uint32_t payer = 0; payer < 40; ++payer) {
        for (int i = 0; i < 12; ++i) {
            facts.push_back(fact(payer, monday + 20 * i, 30, payer < 20 ? 1 : 40));
            facts.back().segment = payer < 20 ? 0 : 1;
        }
    }
    const auto model = BehaviourModel::fit(facts, asOf);
    const Date due = asOf + 30;
    QVERIFY(model.predict(77, 0, asOf, due, asOf - 1).late30 < 0.3);
    QVERIFY(model.predict(77, 1, asOf, due, asOf - 1).late30 > 0.7);
    const double unknown = model.predict(77, 9, asOf, due, asOf - 1).late30;
    QVERIFY(unknown > 0.3 && unknown < 0.7);
}

void tst_Behaviour::areaUnderCurveByHand()
{
    const std::vector scores{0.1, 0.4, 0.35, 0.8};
    QCOMPARE(areaUnderCurve(scores, std::vector<char>{0, 0, 1, 1}).value(), 0.75);
    QCOMPARE(areaUnderCurve(std::vector{1.0, 1.0, 2.0}, std::vector<char>{0, 1, 1}).value(), 0.75);
    QVERIFY(!areaUnderCurve(scores, std::vector<char>{0, 0, 0, 0}));
    QVERIFY(!areaUnderCurve({}, {}));
}

void tst_Behaviour::backtestByHand()
{
    // Delays 2, 10, 4, −5. The third is invoiced on the day the second is paid, and does not see it.
    std::vector<PaymentFact> facts{fact(0, monday, 30, 2), fact(0, monday + 10, 30, 10), fact(0, monday + 50, 30, 4),
                                   fact(0, monday + 60, 30, -5), openFact(0, monday + 20, 30)};
    const std::vector<std::uint32_t> order{0, 1, 4, 2, 3};
    const auto rows = backtestBehaviour(facts, order, 0.5);
    const std::vector<std::string_view> names{"duedesk",       "due_date",        "book_mean",
                                              "customer_mean", "customer_median", "late_rate"};
    QCOMPARE(rows.size(), names.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].model, names[i]);
        QCOMPARE(rows[i].trained, std::size_t{2});
        QCOMPARE(rows[i].tested, std::size_t{2});
        QVERIFY(!rows[i].aucLate30); // nobody was more than thirty days late
        QCOMPARE(rows[i].coverage.has_value(), i == 0);
    }
    QCOMPARE(rows[1].maeDays.value(), 4.5); // 4 and 5
    QCOMPARE(rows[1].aucLate.value(), 0.5);
    QCOMPARE(rows[1].brier.value(), 0.5);
    QCOMPARE(rows[3].maeDays.value(), 6.5); // 2 seen, 4 came; 6 seen, −5 came
    QCOMPARE(rows[3].aucLate.value(), 0.0);
    QCOMPARE(rows[4].maeDays.value(), 6.5);
    QCOMPARE(rows[5].brier.value(), 0.5); // sure of late both times
    QCOMPARE(rows[5].maeDays.value(), 6.5);
    QVERIFY(rows[0].brier.value() < 0.5);
    const auto nothing = backtestBehaviour(facts, order, 1);
    QCOMPARE(nothing[0].tested, std::size_t{0});
    QVERIFY(!nothing[0].maeDays && !nothing[2].brier);
}

void tst_Behaviour::backtestKnowsRuns()
{
    // Each payer pays on its own weekday, some a week later: the due weekday decides what is late.
    std::mt19937 random(5);
    std::vector<PaymentFact> facts;
    for (int day = 0; day < 500; ++day) {
        for (int i = 0; i < 6; ++i) {
            const auto payer = static_cast<std::uint32_t>(random() % 25);
            const Date due = monday + day + 30;
            int delay = -3 + static_cast<int>(payer % 3);
            while ((due + delay).weekday() != static_cast<int>(payer % 5) + 1)
                ++delay;
            if (random() % 10 == 0)
                delay += 7;
            facts.push_back(fact(payer, monday + day, 30, delay));
        }
    }
    std::vector<std::uint32_t> order(facts.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto rows = backtestBehaviour(facts, order, 0.7);
    QCOMPARE(rows[0].trained, std::size_t{2100});
    QCOMPARE(rows[0].tested, std::size_t{900});
    QVERIFY(rows[0].maeDays.value() < 0.6 * rows[4].maeDays.value());
    QVERIFY(rows[0].aucLate.value() > rows[5].aucLate.value() + 0.1);
    QVERIFY(rows[0].brier.value() < rows[5].brier.value());
    QVERIFY(rows[0].coverage.value() > 0.75);
}

void tst_Behaviour::wordsOfEvidence()
{
    // Due every Monday from 6 January to 9 June; paid on the Thursday after, since May a week later still.
    std::vector<PaymentFact> facts;
    for (int week = 0; week < 23; ++week) {
        const Date due = monday + 7 * week;
        facts.push_back(fact(0, due - 30, 30, due < *Date::fromCivil(2025, 5, 1) ? 3 : 10));
    }
    const Date asOf = *Date::fromCivil(2025, 8, 1);
    const PaymentEvidence evidence = paymentEvidence(facts, asOf);
    QCOMPARE(say(inWords(evidence, asOf)), u"23 paid, typically 10 days late, slower since May, pays on Thursdays"_s);
    QCOMPARE(say(inWords(evidence, *Date::fromCivil(2026, 1, 2))),
             u"23 paid, typically 10 days late, slower since May 2025, pays on Thursdays"_s);
    std::mt19937 random(1);
    std::ranges::shuffle(facts, random);
    QCOMPARE(say(inWords(paymentEvidence(facts, asOf), asOf)), say(inWords(evidence, asOf)));
    // Before the change is known there is nothing to say of it.
    const Date april = *Date::fromCivil(2025, 4, 28);
    QCOMPARE(say(inWords(paymentEvidence(facts, april), april)),
             u"16 paid, typically 3 days late, pays on Thursdays"_s);
}

void tst_Behaviour::wordsOfFewPayments()
{
    const std::vector facts{fact(0, monday, 30, 4), fact(0, monday + 1, 30, -1), fact(0, monday + 2, 30, -1),
                            openFact(0, monday + 3, 30)};
    const Date asOf = monday + 100;
    QCOMPARE(say(inWords(paymentEvidence({}, asOf), asOf)), u"nothing paid yet"_s);
    QCOMPARE(say(inWords(paymentEvidence({facts.data(), 1}, asOf), asOf)), u"1 paid, 4 days late"_s);
    QCOMPARE(say(inWords(paymentEvidence(facts, asOf), asOf)), u"3 paid, typically 1 day early"_s);
    const std::vector onTime{fact(0, monday, 30, 0)};
    QCOMPARE(say(inWords(paymentEvidence(onTime, asOf), asOf)), u"1 paid, on the due date"_s);
}

void tst_Behaviour::wordsOfMonthEnd()
{
    std::vector<PaymentFact> ends;
    std::vector<PaymentFact> tenths;
    for (int month = 0; month < 8; ++month) {
        const Date end = monday.addMonths(month).endOfMonth();
        ends.push_back({0, 0, end - 40, end - 5, end, Date()});
        const Date tenth = end.firstOfMonth() + 9 + month % 2;
        tenths.push_back({0, 0, tenth - 40, tenth - 5, tenth, Date()});
    }
    const Date asOf = monday.addMonths(9);
    QCOMPARE(say(inWords(paymentEvidence(ends, asOf), asOf)), u"8 paid, typically 5 days late, pays at month end"_s);
    QCOMPARE(say(inWords(paymentEvidence(tenths, asOf), asOf)),
             u"8 paid, typically 5 days late, pays around the 10th"_s);
}

QTEST_APPLESS_MAIN(tst_Behaviour)
#include "tst_behaviour.moc"
