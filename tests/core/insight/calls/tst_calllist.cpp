// The call list by worked figures: money, risk, factors, weight, and that nobody is forgotten.
#include "tests/core/insight/calls/calldesk.h"

#include "core/insight/figures/aging.h"

#include <cmath>
#include <random>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCallList : public QObject {
    Q_OBJECT
private slots:
    void restPerItem();
    void unappliedPerCurrency();
    void depositsAreNotFree();
    void promisedLessWhatWasPaidSince();
    void sitesStandWithTheirPayer();
    void missingRatesAreSaid();
    void riskIsTheMeanOverRest();
    void ageFactorIsWeighedByRest();
    void promiseFactorCountsSixtyDays();
    void limitFactor();
    void relationshipFactor();
    void weightIsTheShownProduct();
    void tiesByCustomerId();
    void everyoneIsAccountedFor();
    void explained();
    void facts();
};

// A 100 with 30 disputed, B 50 wholly promised, C 20 current: rest 70 + 0.
void TestCallList::restPerItem()
{
    Desk k;
    auto& a = k.late("C", "100.00", 10);
    auto& b = k.late("C", "50.00", 20);
    k.m.invoice("C", "20.00", "2025-11-01", "2025-12-01");
    k.m.dispute(a, "2025-11-01").amount = 3000;
    Promise& p = k.m.promise("C", "50.00", "2025-11-10", "2025-11-20");
    p.lines = {{b, 5000}};
    const CallRow r = k.row(u"C"_s);
    QCOMPARE(r.tbc, 7000);
    QCOMPARE(r.pastDue, 15000);
    QCOMPARE(r.open, 17000);
    QCOMPARE(r.oldestDays, 20);
    QCOMPARE(r.bucket[0], 2000);
    QCOMPARE(r.bucket[1], 15000);
    Desk resolved;
    auto& c = resolved.late("C", "100.00", 10);
    resolved.m.dispute(c, "2025-11-01", "2025-11-14");
    QCOMPARE(resolved.row(u"C"_s).tbc, 10000);
}

// USD: 100 − 130 unapplied = 0, not −30; SEK: 500 − 100 = 400 at 0.1 = 40.00.
void TestCallList::unappliedPerCurrency()
{
    Desk k;
    k.m.rate("SEK", "2025-01-01", "0.1");
    k.late("C", "100.00", 10);
    k.late("C", "500.00 SEK", 10);
    k.m.payment("C", "130.00", "2025-11-10");
    k.m.creditNote("C", "100.00 SEK", "2025-11-10");
    const CallRow r = k.row(u"C"_s);
    QCOMPARE(r.tbc, 4000);
    QCOMPARE(r.unapplied, 14000);
    QCOMPARE(r.pastDue, 15000);
}

void TestCallList::depositsAreNotFree()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.m.credit(CreditKind::Deposit, "C", "80.00", "2025-11-10");
    QCOMPARE(k.row(u"C"_s).tbc, 10000);
    QCOMPARE(k.row(u"C"_s).unapplied, 8000);
}

// 100 of 150 promised, 40 paid since: 60 of the 110 still open stay promised, 50 are to be collected.
void TestCallList::promisedLessWhatWasPaidSince()
{
    Desk k;
    auto& a = k.late("C", "150.00", 10);
    Promise& p = k.m.promise("C", "100.00", "2025-11-10", "2025-11-20");
    p.lines = {{a, 10000}};
    k.m.pay(a, "40.00", "2025-11-12");
    QCOMPARE(k.row(u"C"_s).tbc, 5000);
    Desk deposit; // a deposit assigned to it is money all the same; a credit note is not
    auto& b = deposit.late("C", "150.00", 10);
    deposit.m.promise("C", "100.00", "2025-11-10", "2025-11-20").lines = {{b, 10000}};
    deposit.m.allocate(deposit.m.credit(CreditKind::Deposit, "C", "40.00", "2025-11-12"), b, "40.00");
    QCOMPARE(deposit.row(u"C"_s).tbc, 5000);
    Desk note;
    auto& c = note.late("C", "150.00", 10);
    note.m.promise("C", "100.00", "2025-11-10", "2025-11-20").lines = {{c, 10000}};
    note.m.allocate(note.m.creditNote("C", "40.00", "2025-11-12"), c, "40.00");
    QCOMPARE(note.row(u"C"_s).tbc, 1000);
}

void TestCallList::sitesStandWithTheirPayer()
{
    Desk k;
    const CustomerId payer = k.m.customer("P").id;
    k.m.customer("S1").payer = payer;
    k.m.customer("S2").payer = payer;
    k.late("S1", "100.00", 10);
    k.late("S2", "200.00", 40);
    k.m.payment("S1", "50.00", "2025-11-10");
    k.rank();
    QCOMPARE(k.all(), QStringList{u"P"_s});
    QCOMPARE(k.row(u"P"_s).tbc, 25000);
    QCOMPARE(k.row(u"P"_s).oldestDays, 40);
}

void TestCallList::missingRatesAreSaid()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.late("C", "500.00 SEK", 10);
    k.late("K", "900.00 SEK", 10);
    k.rank();
    QCOMPARE(say(k.list.missingRates), say(missingRateText({{*Currency::parse(u"SEK"_s), 2}})));
    QCOMPARE(k.row(u"C"_s).tbc, 10000);
    QCOMPARE(k.row(u"K"_s).lane, Lane::NotOnList);
    QCOMPARE(say(k.row(u"K"_s).whyNot), u"No SEK rate"_s);
    QCOMPARE(say(Desk().rank().missingRates), QString());
}

// Two items, one of them with 50 of 150 disputed: (100 × p1 + 200 × p2) / 300, four decimals.
void TestCallList::riskIsTheMeanOverRest()
{
    Desk k;
    for (int i = 0; i < 12; ++i) { // a past: five days late, now and then sixty
        auto& paid = k.m.invoice("C", "10.00", day("2025-01-01").isoString(), (day("2025-02-01") + 7 * i).isoString());
        k.m.pay(paid, "10.00", (day("2025-02-01") + 7 * i + (i % 4 == 0 ? 60 : 5)).isoString());
    }
    auto& a = k.late("C", "150.00", 3);
    k.m.dispute(a, "2025-11-01").amount = 5000;
    k.late("C", "200.00", 45);
    const CallRow r = k.row(u"C"_s);
    const std::uint32_t c = k.book->customerByExternalId(u"C"_s);
    const auto p = [&](int days) {
        const Date due = k.d - days;
        return k.model.unpaidAfter(c, 0, due - 30, due, k.d, 30);
    };
    const double expected = (100 * p(3) + 200 * p(45)) / 300;
    QVERIFY(expected > 0.01 && expected < 0.99);
    QCOMPARE(r.risk, std::llround(expected * 10000));
    QCOMPARE(r.atRisk, divideHalfEven(Int128(30000) * r.risk, 10000));
}

// (100 × 1.0 + 300 × 1.3 + 100 × 2.0) / 500 = 1.38
void TestCallList::ageFactorIsWeighedByRest()
{
    Desk k;
    k.late("C", "100.00", 1);
    k.late("C", "300.00", 60);
    k.late("C", "100.00", 91);
    QCOMPARE(k.row(u"C"_s).ageFactor, 13800);
    for (const auto& [days, factor] :
         {std::pair(30, 10000), {31, 13000}, {60, 13000}, {61, 16000}, {90, 16000}, {91, 20000}}) {
        Desk one;
        one.late("C", "100.00", days);
        QCOMPARE(one.row(u"C"_s).ageFactor, factor);
    }
}

void TestCallList::promiseFactorCountsSixtyDays()
{
    const auto factor = [](int promises) {
        Desk k;
        for (int i = 0; i < promises; ++i)
            k.broken("C", k.late("C", "100.00", 40));
        k.late("C", "1.00", 10);
        k.bankUntilYesterday();
        return k.row(u"C"_s).promiseFactor;
    };
    QCOMPARE(factor(0), 10000);
    QCOMPARE(factor(1), 12500);
    QCOMPARE(factor(2), 15625);
    QCOMPARE(factor(3), 15625); // capped
    // Deadline = promised + 3 business days. Fri 12 Sep + 3 = Wed 17 Sep = D−58; Thu 11 Sep → Tue 16 Sep = D−59 counts;
    // Wed 10 Sep → Mon 15 Sep = D−60 does not.
    for (const auto& [promisedFor, expected] : {std::pair("2025-09-11", 12500), {"2025-09-10", 10000}}) {
        Desk k;
        auto& a = k.late("C", "100.00", 90);
        Promise& p = k.m.promise("C", "100.00", "2025-09-01", promisedFor);
        p.lines = {{a, 10000}};
        k.bankUntilYesterday();
        QCOMPARE(k.row(u"C"_s).promiseFactor, expected);
    }
    Desk partly; // partly kept is not broken
    auto& a = partly.late("C", "100.00", 40);
    partly.broken("C", a);
    partly.m.pay(a, "50.00", (partly.d - 14).isoString());
    partly.bankUntilYesterday();
    QCOMPARE(partly.row(u"C"_s).promiseFactor, 10000);
}

void TestCallList::limitFactor()
{
    for (const auto& [limit, factor] : {std::pair(15000, 10000), {14999, 11500}, {0, 11500}}) {
        Desk k;
        k.late("C", "100.00", 10);
        k.m.invoice("C", "80.00", "2025-11-10", "2025-12-10");
        k.m.payment("C", "30.00", "2025-11-10"); // 180 − 30 = 150
        k.m.customer("C").creditLimit = limit;
        QCOMPARE(k.row(u"C"_s).limitFactor, factor);
    }
    Desk none;
    none.late("C", "100.00", 10);
    QCOMPARE(none.row(u"C"_s).limitFactor, 10000);
}

void TestCallList::relationshipFactor()
{
    Desk k;
    Policy p;
    p.validFrom = day("2020-01-01");
    p.relationshipFactor[u"strategic"_s] = 8000;
    k.m.add(p);
    k.late("A", "100.00", 10);
    k.late("B", "100.00", 10);
    k.m.customer("A").tier = u"strategic"_s;
    k.m.customer("B").tier = u"small"_s;
    QCOMPARE(k.row(u"A"_s).relationshipFactor, 8000);
    QCOMPARE(k.row(u"B"_s).relationshipFactor, 10000);
}

// 250.00 at risk × 1.38 × 1.25 × 1.15 × 0.8 = 396.75, from the row's own figures; JPY has no digits.
void TestCallList::weightIsTheShownProduct()
{
    for (const char* base : {"USD", "JPY", "KWD"}) {
        Desk k;
        k.m = BookMaker(base);
        auto& a = k.late("C", "1000", 40);
        k.broken("C", a);
        k.m.customer("C").creditLimit = 1;
        k.bankUntilYesterday();
        const CallRow r = k.row(u"C"_s);
        QVERIFY(r.atRisk > 0);
        QCOMPARE(r.ageFactor, 13000);
        QCOMPARE(r.promiseFactor, 12500);
        QCOMPARE(r.limitFactor, 11500);
        const long double units = std::pow(10.0L, k.m.money("1").currency.exponent());
        const long double product = (long double)r.atRisk / units * 1.3L * 1.25L * 1.15L * 10000;
        QVERIFY(std::abs((long double)r.weight - product) <= 0.5L + 1e-6L);
    }
}

void TestCallList::tiesByCustomerId()
{
    Desk k;
    for (const char* id : {"C", "A", "010", "B"})
        k.late(id, "100.00", 10);
    k.late("Z", "900.00", 10);
    k.rank();
    QCOMPARE(k.all(), (QStringList{u"Z"_s, u"010"_s, u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(k.list.rows[0].rank, 1U);
    QCOMPARE(k.list.rows[4].rank, 5U);
    QCOMPARE(k.list.tbc, 130000);
}

// Random books: everybody with past-due money is in a lane or named with a reason, once; weights are products of what
// is shown, in order; nothing to collect is negative or more than what is past due.
void TestCallList::everyoneIsAccountedFor()
{
    std::mt19937 rng(20251114);
    const auto below = [&](int n) { return int(rng() % std::uint32_t(n)); };
    for (int round = 0; round < 60; ++round) {
        Desk k;
        k.now = below(2) ? instantIn({}, k.d, below(1440)) : 0;
        k.m.rate("EUR", "2020-01-01", "1.0837");
        std::vector<BookMaker::DebitSpec*> debits;
        for (int i = 0; i < 40; ++i) {
            const std::string c = "C" + std::to_string(below(12));
            const char* currency = std::array{"", " EUR", " SEK"}[std::size_t(below(round % 3 + 1))];
            auto& x =
                k.late(c, std::to_string(1 + below(9000)) + (below(2) ? ".37" : ".50") + currency, below(140) - 20);
            debits.push_back(&x);
            if (below(4) == 0)
                k.m.dispute(x, "2025-11-02").amount = below(2) ? 0 : 500;
            if (below(3) == 0) {
                Promise& p = k.m.promise(c, "1.00", (k.d - below(40) - 1).isoString(), (k.d - below(30)).isoString());
                p.currency = Currency::fromIndex(x.row.currency);
                p.amount = x.row.amount;
                if (below(2))
                    p.lines = {{x, x.row.amount}};
            }
            if (below(5) == 0)
                k.m.payment(c, std::to_string(1 + below(4000)) + ".00" + currency, (k.d - below(20)).isoString());
            if (below(3) == 0)
                k.did(c, CallOutcome(1 + below(10)), below(30));
            if (below(4) == 0)
                k.next(c, NextActionKind(below(7)), below(9) - 4, 0, 1 + below(9));
        }
        for (int c = 0; c < 12; ++c) {
            Customer& x = k.m.customer("C" + std::to_string(c));
            x.status = below(5) ? CustomerStatus::Active : CustomerStatus(below(8));
            x.doNotContact = below(9) == 0;
            if (below(3) == 0)
                x.creditLimit = below(900000);
            if (c > 8)
                x.payer = k.m.customer("C" + std::to_string(below(4))).id;
            x.zone = below(2) ? u"America/New_York"_s : QString();
        }
        k.rank();
        std::set<std::uint32_t> owing, listed;
        const OpenItems items = openItems(*k.book, k.d);
        for (const std::uint32_t row : items.rows) {
            const auto [c, i] = k.book->ledger().debit(row);
            if (c->due[i] < k.d.days())
                owing.insert(k.book->payerRow(c->customer[i]));
        }
        std::int64_t lastWeight = std::numeric_limits<std::int64_t>::max();
        int counted = 0;
        for (const CallRow& r : k.list.rows) {
            QVERIFY2(listed.insert(r.payer).second, "a payer stands twice");
            QVERIFY(r.tbc >= 0 && r.tbc <= r.pastDue + 20); // sums are converted once, items one by one
            QVERIFY(r.risk >= 0 && r.risk <= 10000);
            QCOMPARE((r.lane == Lane::NotOnList), (r.rank == 0));
            if (r.rank == 0 || r.lane == Lane::Waiting)
                QVERIFY(!r.whyNot.isEmpty());
            if (r.rank == 0)
                continue;
            QCOMPARE(r.rank, std::uint32_t(++counted));
            QVERIFY(r.weight <= lastWeight);
            lastWeight = r.weight;
            const Int128 product =
                Int128(r.atRisk) * r.ageFactor * r.promiseFactor * r.limitFactor * r.relationshipFactor;
            QCOMPARE(r.weight, divideHalfEven(product, Int128(100) * 10000 * 10000 * 10000));
            QCOMPARE(r.atRisk, divideHalfEven(Int128(r.tbc) * r.risk, 10000));
            QVERIFY(r.reasons.size() <= 4 && !r.nextStep.isEmpty());
        }
        for (const std::uint32_t payer : owing)
            QVERIFY2(listed.contains(payer), "somebody with past-due money is not accounted for");
        int total = 0;
        for (const int n : k.list.count)
            total += n;
        QCOMPARE(total, int(k.list.rows.size()));
    }
}

void TestCallList::explained()
{
    Desk k;
    auto& a = k.late("C", "1000.00", 40);
    k.broken("C", a);
    k.m.customer("S").payer = k.m.customer("C").id;
    k.bankUntilYesterday();
    k.rank();
    const CallRow r = k.row(u"C"_s);
    const Explanation e = explain(*k.book, k.model, k.list, k.book->customerByExternalId(u"S"_s)); // a site: its payer
    QCOMPARE(e.row.payer, r.payer);
    QStringList labels, figures;
    for (const auto& [label, figure] : e.factors) {
        labels += say(label);
        figures += say(figure);
    }
    QCOMPARE(labels, (QStringList{u"To be collected"_s, u"Risk: unpaid in 30 days"_s, u"At risk"_s, u"Age"_s,
                                  u"Broken promises"_s, u"Credit limit"_s, u"Relationship"_s, u"Weight"_s}));
    QCOMPARE(figures[0], u"1,000.00 USD"_s);
    QCOMPARE(figures[3], u"1.3000"_s);
    QCOMPARE(figures[4], u"1.2500"_s);
    QCOMPARE(figures[7], QString::fromStdString(plainDecimal(r.weight, 4)));
    QCOMPARE(say(e.promises), u"0 of 1 promise kept, 0 % by money"_s);
    QVERIFY(!e.next.isEmpty());
    k.m.invoice("fine", "5.00", "2025-01-01", "2026-01-01");
    k.rank();
    const Explanation none = explain(*k.book, k.model, k.list, k.book->customerByExternalId(u"fine"_s));
    QCOMPARE(say(none.next), u"Nothing past due"_s);
    QCOMPARE(say(none.promises), u"No promise was due in the last 12 months"_s);
}

// Paid: settled on its day; open: without a day; written off or credited: left without telling when they pay.
void TestCallList::facts()
{
    BookMaker m;
    m.customer("P").tier = u"large"_s;
    m.customer("S").payer = m.customer("P").id;
    auto& paid = m.invoice("S", "100.00", "2025-01-01", "2025-01-31");
    m.pay(paid, "60.00", "2025-02-01");
    m.pay(paid, "40.00", "2025-02-07");
    m.invoice("Q", "100.00", "2025-03-01", "2025-03-31");
    auto& written = m.invoice("Q", "100.00", "2025-03-01", "2025-03-31");
    m.pay(written, "99.00", "2025-04-01");
    m.writeOff(written, "1.00", "2025-04-02");
    auto& credited = m.invoice("Q", "100.00", "2025-03-01", "2025-03-31");
    m.allocate(m.creditNote("Q", "100.00", "2025-03-05"), credited, "100.00");
    m.invoice("Q", "0.00", "2025-03-01", "2025-03-31");
    auto& bounced = m.invoice("Q", "50.00", "2025-03-01", "2025-03-31");
    m.reverse(m.pay(bounced, "50.00", "2025-03-30"), "2025-04-03");
    const BookPtr book = m.build();
    const auto all = paymentFacts(*book);
    QCOMPARE(all.size(), std::size_t(5));
    const std::uint32_t p = book->customerByExternalId(u"P"_s);
    QCOMPARE(all[0].payer, p);
    QCOMPARE(all[0].segment, 1U);
    QCOMPARE(all[0].invoiced, day("2025-01-01"));
    QCOMPARE(all[0].due, day("2025-01-31"));
    QCOMPARE(all[0].settled, day("2025-02-07"));
    QCOMPARE(all[1].segment, 0U);
    QVERIFY(!all[1].settled.isValid() && !all[1].left.isValid());
    QVERIFY(!all[2].settled.isValid());
    QCOMPARE(all[2].left, day("2025-04-02")); // written off
    QCOMPARE(all[3].left, day("2025-03-05")); // credited
    QVERIFY(!all[4].settled.isValid() && !all[4].left.isValid()); // open again
    QCOMPARE(paymentFactRows(*book).size(), all.size());
    QCOMPARE(paymentFactsOf(*book, p).size(), std::size_t(1));
    QCOMPARE(paymentFactsOf(*book, p).front().segment, 1U);
    const auto segments = paymentSegments(*book);
    for (const PaymentFact& f : all)
        QCOMPARE(f.segment, segments[f.payer]);
}

QTEST_GUILESS_MAIN(TestCallList)
#include "tst_calllist.moc"
