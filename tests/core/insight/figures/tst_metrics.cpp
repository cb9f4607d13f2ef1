#include "core/insight/figures/aging.h"
#include "core/insight/figures/metrics.h"
#include "tests/core/insight/figures/oracle.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Kpi whole(const BookMaker& b, const char* d, int days = 90)
{
    return kpi(*b.build(), day(d), Segment::None, days).rows.at(0);
}

Date randomDay() { return day("2023-11-15") + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 640)); }

std::string show(const Kpi& k)
{
    std::string out = k.segment.key.toStdString() + ": " + std::to_string(k.ar) + ' ' + std::to_string(k.sales);
    for (const Ratio& r : {k.dso, k.dsoRolling12, k.dsoCountback, k.cei, k.daysToPay, k.daysLate})
        out += ' ' + (r.has() ? r.toPlain().toStdString() : std::string("-"));
    return out;
}

bool same(const Kpi& k, const Oracle::Figures& f)
{
    return k.ar == f.ar && k.pastDue == f.pastDue && k.sales == f.sales && k.dso.e4 == f.dso
           && k.dsoRolling12.e4 == f.rolling && k.dsoCountback.e4 == f.countback && k.bpdso.e4 == f.bpdso
           && k.add.e4 == f.add && k.cei.e4 == f.cei && k.pctCurrent.e4 == f.pctCurrent
           && k.pctPastDue.e4 == f.pctPastDue && k.pct90.e4 == f.pct90 && k.daysToPay.e4 == f.toPay
           && k.daysLate.e4 == f.late;
}

bool same(const Kpi& a, const Kpi& b)
{
    const auto figures = [](const Kpi& k) {
        return std::tuple(k.segment.key, k.ar, k.pastDue, k.sales, k.dso.e4, k.dsoRolling12.e4, k.dsoCountback.e4,
                          k.bpdso.e4, k.add.e4, k.cei.e4, k.pctCurrent.e4, k.pctPastDue.e4, k.pct90.e4, k.daysToPay.e4,
                          k.daysLate.e4);
    };
    return figures(a) == figures(b);
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT
private slots:
    void dsoSimpleBestPossibleAndDelay();
    void dsoRolling();
    void dsoCountback();
    void countbackOverMonthsWithoutSales();
    void countbackThatRunsOutOfHistory();
    void nothingOpen();
    void noSalesIsEmptyNotZero();
    void salesAreOfTheirOwnKindAndDate();
    void collectionEffectiveness();
    void effectivenessWithNothingToCollect();
    void daysToPay();
    void daysToPayOfWhatWasKnown();
    void writtenOffIsNotPaid();
    void prepaidAndIntercompanyAreOut();
    void byStatusHasNoSales();
    void ratesOfTheDay();
    void impactOfACustomer();
    void impactOfAPayer();
    void rollRate();
    void trendEndsAtTheDay();
    void aWrongDateIsCheap();
    void equalsTheOracle();
    void trendIsTheSameAsEachDay();
};

void TestMetrics::dsoSimpleBestPossibleAndDelay()
{
    BookMaker b;
    auto& old = b.invoice("A", "5000", "2024-03-01", "2024-03-31");
    b.pay(old, "2000", "2024-04-02");
    b.invoice("A", "8000", "2024-05-01", "2024-05-31");
    auto& sold = b.invoice("A", "10000", "2024-06-10", "2024-07-10");
    b.pay(sold, "6000", "2024-06-20");
    const Kpi k = whole(b, "2024-06-30", 30);
    QCOMPARE(k.ar, 1500000);
    QCOMPARE(k.sales, 1000000);
    QCOMPARE(k.dso.toPlain(), u"45.0000"_s);   // 15,000 / 10,000 x 30
    QCOMPARE(k.bpdso.toPlain(), u"12.0000"_s); // 4,000 / 10,000 x 30
    QCOMPARE(k.add.toPlain(), u"33.0000"_s);
    QCOMPARE(k.pastDue, 1100000);
    QCOMPARE(k.pctCurrent.toPlain(), u"26.6667"_s);
    QCOMPARE(k.pctPastDue.toPlain(), u"73.3333"_s);
    QCOMPARE(k.pct90.toPlain(), u"20.0000"_s); // 3,000 are 91 days late
}

void TestMetrics::dsoRolling()
{
    BookMaker b;
    b.pay(b.invoice("A", "315000", "2023-07-02", "2023-08-01"), "315000", "2023-08-01");
    b.invoice("A", "50000", "2024-06-30", "2024-07-30");
    b.pay(b.invoice("A", "77", "2023-07-01", "2023-08-01"), "77", "2023-08-01"); // 366 days back: too old
    const Kpi k = whole(b, "2024-06-30");
    QCOMPARE(k.dsoRolling12.toPlain(), u"50.0000"_s); // 50,000 / 365,000 x 365
}

void TestMetrics::dsoCountback()
{
    BookMaker b;
    b.pay(b.invoice("A", "50000", "2024-05-20", "2024-06-20"), "10000", "2024-06-20");
    b.invoice("A", "60000", "2024-06-10", "2024-07-10");
    QCOMPARE(whole(b, "2024-06-30").ar, 10000000);
    QCOMPARE(whole(b, "2024-06-30").dsoCountback.toPlain(), u"54.8000"_s); // 30 + 40,000 / 50,000 x 31
    // In the middle of a month its sales so far count, over the days so far.
    QCOMPARE(whole(b, "2024-06-15").dsoCountback.toPlain(), u"46.0000"_s); // 15 + 31, nothing left
}

void TestMetrics::countbackOverMonthsWithoutSales()
{
    BookMaker b;
    b.invoice("A", "100", "2024-01-15", "2024-02-15");
    b.pay(b.invoice("A", "100", "2024-01-16", "2024-02-16"), "100", "2024-02-01");
    b.creditNote("A", "10", "2024-02-10"); // February: S = -10, so its 29 days count and nothing is consumed
    const Kpi k = whole(b, "2024-03-10");
    QCOMPARE(k.dsoCountback.toPlain(), u"54.5000"_s); // 10 + 29 + 100 / 200 x 31
}

void TestMetrics::countbackThatRunsOutOfHistory()
{
    BookMaker b;
    b.invoice("A", "100", "2024-01-15", "2024-02-15");
    b.creditNote("A", "30", "2024-01-20");
    const Kpi k = whole(b, "2024-01-31");
    QVERIFY(!k.dsoCountback.has()); // 100 open, 70 sold in all the book
    QCOMPARE(QString::fromLatin1(k.dsoCountback.reason), u"the sales on record do not reach back far enough"_s);
    QCOMPARE(k.dso.toPlain(), u"128.5714"_s); // a short history still divides
    BookMaker exact;
    exact.invoice("A", "100", "2024-01-15", "2024-02-15");
    QCOMPARE(whole(exact, "2024-02-10").dsoCountback.toPlain(), u"41.0000"_s); // consumed to the cent: 10 + 31
}

void TestMetrics::nothingOpen()
{
    BookMaker b;
    b.pay(b.invoice("A", "100", "2024-01-15", "2024-02-15"), "100", "2024-01-20");
    const Kpi k = whole(b, "2024-01-31");
    QCOMPARE(k.dso.toPlain(), u"0.0000"_s);
    QCOMPARE(k.dsoCountback.toPlain(), u"0.0000"_s);
    QVERIFY(!k.pctCurrent.has());
    QVERIFY(!k.pct90.has());
    QCOMPARE(k.cei.toPlain(), u"100.0000"_s);
}

void TestMetrics::noSalesIsEmptyNotZero()
{
    BookMaker b;
    b.invoice("A", "100", "2023-01-15", "2023-02-15");
    const Kpi k = whole(b, "2024-06-30");
    QVERIFY(!k.dso.has());
    QVERIFY(!k.bpdso.has());
    QVERIFY(!k.add.has());
    QVERIFY(!k.dsoRolling12.has());
    QCOMPARE(QString::fromLatin1(k.dso.reason), u"no sales in the window"_s);
    QCOMPARE(k.pct90.toPlain(), u"100.0000"_s);
    b.creditNote("A", "5", "2024-06-01");
    QCOMPARE(whole(b, "2024-06-30").sales, -500);
    QVERIFY(!whole(b, "2024-06-30").dso.has());
}

void TestMetrics::salesAreOfTheirOwnKindAndDate()
{
    BookMaker b;
    b.invoice("A", "100", "2024-04-02", "2024-05-02");                            // first day of 90
    b.invoice("A", "1000", "2024-04-01", "2024-05-01");                           // the day before
    b.debit(DebitKind::DebitNote, "A", "10", "2024-06-30", "2024-07-30");         // last day
    b.debit(DebitKind::FinanceCharge, "A", "7", "2024-06-01", "2024-07-01");      // AR, not S
    b.creditNote("A", "1", "2024-06-30");
    b.invoice("A", "5000", "2024-07-01", "2024-07-30");                           // tomorrow
    const Kpi k = whole(b, "2024-06-30");
    QCOMPARE(k.sales, 10900);
    QCOMPARE(k.ar, 111700);
}

void TestMetrics::collectionEffectiveness()
{
    BookMaker b;
    auto& start = b.invoice("A", "6200", "2024-05-05", "2024-06-05");
    b.invoice("A", "3590", "2024-06-10", "2024-07-10");
    b.invoice("A", "40", "2024-06-02", "2024-06-12");
    b.pay(start, "3490", "2024-06-20");
    const Kpi k = whole(b, "2024-06-30");
    QCOMPARE(k.ar, 634000);
    QCOMPARE(k.cei.toPlain(), u"55.9295"_s); // (6,200 + 3,630 - 6,340) / (6,200 + 3,630 - 3,590)
}

void TestMetrics::effectivenessWithNothingToCollect()
{
    BookMaker b;
    b.invoice("A", "100", "2024-06-10", "2024-07-10");
    QVERIFY(!whole(b, "2024-06-30").cei.has()); // all that was sold is current
    b.creditNote("A", "50", "2024-06-11");
    QVERIFY(!whole(b, "2024-06-30").cei.has()); // denominator below zero
}

void TestMetrics::daysToPay()
{
    BookMaker b;
    auto& big = b.invoice("A", "300", "2024-05-01", "2024-05-31");
    b.pay(big, "100", "2024-05-11");
    b.pay(big, "200", "2024-06-10"); // 40 days, 10 late
    b.pay(b.invoice("A", "100", "2024-06-01", "2024-06-21"), "100", "2024-06-11"); // 10 days, 10 early
    auto& credited = b.invoice("A", "900", "2024-06-01", "2024-06-21");
    b.pay(credited, "800", "2024-06-02");
    b.allocate(b.creditNote("A", "100", "2024-06-03"), credited, "100"); // closed by a credit note: not paid
    b.pay(b.invoice("A", "50", "2024-06-01", "2024-06-21"), "49.99", "2024-06-11");
    const Kpi k = whole(b, "2024-06-30", 30);
    QCOMPARE(k.daysToPay.toPlain(), u"32.5000"_s); // (300 x 40 + 100 x 10) / 400
    QCOMPARE(k.daysLate.toPlain(), u"5.0000"_s);
    QCOMPARE(whole(b, "2024-07-10", 30).daysToPay.toPlain(), u"10.0000"_s); // 06-10 is out
    QVERIFY(!whole(b, "2024-07-11", 30).daysToPay.has()); // both lie before 06-12
}

void TestMetrics::daysToPayOfWhatWasKnown()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-05-01", "2024-05-31");
    const auto& bounced = b.pay(i, "100", "2024-05-11");
    b.reverse(bounced, "2024-05-20");
    b.pay(i, "100", "2024-06-20");
    QCOMPARE(whole(b, "2024-05-15").daysToPay.toPlain(), u"10.0000"_s);
    QVERIFY(!whole(b, "2024-05-31").daysToPay.has());
    QCOMPARE(whole(b, "2024-06-30").daysToPay.toPlain(), u"50.0000"_s);
    QCOMPARE(whole(b, "2024-06-30").daysLate.toPlain(), u"20.0000"_s);
}

void TestMetrics::writtenOffIsNotPaid()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-05-01", "2024-05-31");
    b.writeOff(i, "1", "2024-05-15");
    b.pay(i, "99", "2024-05-20");
    QVERIFY(!whole(b, "2024-05-31").daysToPay.has());
    QCOMPARE(whole(b, "2024-05-31").ar, 0);
}

void TestMetrics::prepaidAndIntercompanyAreOut()
{
    BookMaker b;
    b.customer("P").status = CustomerStatus::Prepaid;
    b.customer("I").status = CustomerStatus::Intercompany;
    b.customer("L").status = CustomerStatus::Legal;
    for (const char* c : {"P", "I", "L"})
        b.invoice(c, "100", "2024-06-10", "2024-06-20");
    const BookPtr book = b.build();
    const KpiTable t = kpi(*book, day("2024-06-30"), Segment::Customer);
    QCOMPARE(t.rows.size(), 1U);
    QCOMPARE(t.rows[0].segment.key, u"L"_s);
    QCOMPARE(whole(b, "2024-06-30").ar, 10000);
    QCOMPARE(whole(b, "2024-06-30").sales, 10000);
    QCOMPARE(aging(*book, day("2024-06-30"), Segment::None).rows[0].total, 30000); // aging keeps them
    QCOMPARE(trend(*book, day("2024-06-30"), 1)[0].bucket[1], 30000);
}

void TestMetrics::byStatusHasNoSales()
{
    BookMaker b;
    auto& i = b.invoice("A", "300", "2024-06-10", "2024-06-20");
    b.invoice("A", "100", "2024-06-10", "2024-07-20");
    b.dispute(i, "2024-06-25");
    const KpiTable t = kpi(*b.build(), day("2024-06-30"), Segment::Status);
    QCOMPARE(t.rows.size(), 2U);
    QCOMPARE(t.rows[0].segment.key, u"current"_s);
    QCOMPARE(t.rows[1].segment.key, u"disputed"_s);
    QCOMPARE(t.rows[1].ar, 30000);
    QCOMPARE(t.rows[1].pctPastDue.toPlain(), u"100.0000"_s);
    for (const Kpi& k : t.rows)
        for (const Ratio& r : {k.dso, k.dsoRolling12, k.dsoCountback, k.bpdso, k.add, k.cei})
            QVERIFY(!r.has());
}

void TestMetrics::ratesOfTheDay()
{
    BookMaker b("USD");
    b.rate("EUR", "2024-01-01", "1.00");
    b.rate("EUR", "2024-06-01", "2.00");
    b.invoice("A", "100 EUR", "2024-05-10", "2024-05-20");
    b.invoice("A", "100 SEK", "2024-05-10", "2024-05-20");
    const BookPtr book = b.build();
    const std::vector<TrendMonth> t = trend(*book, day("2024-06-15"), 2);
    QCOMPARE(t[0].kpi.rows[0].ar, 10000);
    QCOMPARE(t[0].kpi.rows[0].sales, 10000);
    QCOMPARE(t[1].kpi.rows[0].ar, 20000); // and the sales of May at June's rate
    QCOMPARE(t[1].kpi.rows[0].sales, 20000);
    QCOMPARE(t[1].kpi.rows[0].cei.toPlain(), u"0.0000"_s); // AR start at June's rate too
    QCOMPARE(say(missingRateText(t[1].kpi.missing)), u"1 item in SEK has no rate and is left out"_s);
}

void TestMetrics::impactOfACustomer()
{
    BookMaker b;
    b.invoice("A", "4700", "2024-06-01", "2024-06-20");
    b.invoice("B", "85300", "2024-06-01", "2024-07-20");
    b.customer("I").status = CustomerStatus::Intercompany;
    b.invoice("I", "1", "2024-06-01", "2024-06-20");
    const std::vector<Ratio> impact = dsoImpact(*b.build(), day("2024-06-30"));
    QCOMPARE(impact[0].toPlain(), u"4.7000"_s); // 4,700 / 90,000 x 90
    QCOMPARE(impact[1].toPlain(), u"0.0000"_s);
    QVERIFY(!impact[2].has());
}

// One payer's impact, with the sales of the book in hand, is what its customers sum to.
void TestMetrics::impactOfAPayer()
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const BookPtr book = randomBook(seed).build();
        const Date d = day("2024-09-30") + int(seed % 90);
        const std::vector<Ratio> impact = dsoImpact(*book, d, 60);
        const std::int64_t sales = salesOf(*book, d, 60);
        for (std::uint32_t payer = 0; payer < book->customers().size(); ++payer) {
            std::int64_t sum = 0;
            for (const std::uint32_t site : book->paidBy(payer))
                sum += impact[site].e4.value_or(0);
            QCOMPARE(dsoImpactOf(*book, payer, d, 60, sales), sum);
        }
    }
}

void TestMetrics::rollRate()
{
    BookMaker b;
    auto& stays = b.invoice("A", "400", "2024-04-01", "2024-05-25");
    b.pay(stays, "100", "2024-06-15");
    b.pay(b.invoice("A", "600", "2024-04-01", "2024-05-25"), "600", "2024-06-10");
    const std::array<Ratio, 4> rates = rollRates(*b.build(), day("2024-06-30"));
    QVERIFY(!rates[0].has());                       // nothing was current on 05-31
    QCOMPARE(rates[1].toPlain(), u"30.0000"_s);     // 300 of 1,000 went on to 31-60
}

void TestMetrics::trendEndsAtTheDay()
{
    BookMaker b;
    b.invoice("A", "100", "2024-01-10", "2024-01-20");
    const std::vector<TrendMonth> t = trend(*b.build(), day("2024-03-15"), 4);
    QStringList months;
    QStringList ar;
    for (const TrendMonth& m : t) {
        months.push_back(m.month.toIso());
        ar.push_back(QString::number(m.kpi.rows.at(0).ar));
    }
    QCOMPARE(months, (QStringList{u"2023-12-31"_s, u"2024-01-31"_s, u"2024-02-29"_s, u"2024-03-15"_s}));
    QCOMPARE(ar, (QStringList{u"0"_s, u"10000"_s, u"10000"_s, u"10000"_s}));
    QCOMPARE(t[2].bucket, (std::array<std::int64_t, 5>{0, 0, 10000, 0, 0}));
    QVERIFY(trend(*b.build(), day("2024-03-15"), 0).empty());
}

void TestMetrics::aWrongDateIsCheap()
{
    BookMaker b;
    for (int i = 0; i < 200; ++i)
        b.invoice("C" + std::to_string(i), "100", "2024-01-10", "2024-01-20");
    b.invoice("C0", "50", "1900-02-03", "1900-03-03");
    b.invoice("C0", "1", "2999-12-31");
    const KpiTable t = kpi(*b.build(), day("2024-01-31"), Segment::Customer);
    QCOMPARE(t.rows.size(), 200U);
    QCOMPARE(t.rows[0].ar, 15000);
    QCOMPARE(t.rows[0].sales, 10000);
    QCOMPARE(t.rows[1].dsoCountback.toPlain(), u"31.0000"_s);
    QCOMPARE(kpi(*b.build(), day("2999-12-31"), Segment::None).rows[0].sales, 100);
}

void TestMetrics::equalsTheOracle()
{
    QVERIFY(rc::check("metrics of every segment on any day", [] {
        const BookMaker made = randomBook(*anySeed());
        const BookPtr book = made.build();
        const Oracle oracle(made);
        const Date d = randomDay();
        const int days = *rc::gen::element(1, 30, 90, 365);
        for (int s = 0; s < segmentCount; ++s) {
            const auto expected = oracle.kpi(d, Segment(s), days);
            const KpiTable actual = kpi(*book, d, Segment(s), days);
            RC_ASSERT(actual.rows.size() == expected.size());
            for (const Kpi& k : actual.rows) {
                RC_ASSERT(expected.contains(k.segment.key));
                RC_LOG() << segmentName(Segment(s)).toStdString() << ' ' << show(k) << '\n';
                RC_ASSERT(same(k, expected.at(k.segment.key)));
            }
        }
    }));
}

void TestMetrics::trendIsTheSameAsEachDay()
{
    QVERIFY(rc::check("a month of a trend = the metrics and the aging of its day", [] {
        const BookMaker made = randomBook(*anySeed());
        const BookPtr book = made.build();
        const auto by = Segment(*rc::gen::inRange(0, segmentCount));
        for (const TrendMonth& m : trend(*book, randomDay(), *rc::gen::inRange(1, 20), by, 60)) {
            const KpiTable single = kpi(*book, m.month, by, 60);
            RC_ASSERT(single.rows.size() == m.kpi.rows.size());
            for (std::size_t r = 0; r < single.rows.size(); ++r)
                RC_ASSERT(same(single.rows[r], m.kpi.rows[r]));
            RC_ASSERT(say(missingRateText(single.missing)) == say(missingRateText(m.kpi.missing)));
            RC_ASSERT(aging(*book, m.month, Segment::None).rows[0].bucket == m.bucket);
        }
    }));
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
