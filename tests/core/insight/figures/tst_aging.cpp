#include "core/insight/agreements/promises.h"
#include "core/insight/figures/aging.h"
#include "core/insight/find/finder.h"
#include "tests/core/insight/figures/oracle.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

using Buckets = std::array<std::int64_t, 5>;

const AgingRow* find(const Aging& a, const QString& key)
{
    for (const AgingRow& r : a.rows)
        if (r.segment.key == key)
            return &r;
    return nullptr;
}

Buckets bucketsOf(const Aging& a, const QString& key)
{
    const AgingRow* r = find(a, key);
    return r ? r->bucket : Buckets{-1, -1, -1, -1, -1};
}

QStringList keys(const Aging& a)
{
    QStringList out;
    for (const AgingRow& r : a.rows)
        out.push_back(r.segment.key);
    return out;
}

Date randomDay() { return day("2023-11-15") + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, 640)); }

std::int64_t sum(const Buckets& b) { return b[0] + b[1] + b[2] + b[3] + b[4]; }

} // namespace

class TestAging : public QObject {
    Q_OBJECT
private slots:
    void bucketsByDaysPastDue_data();
    void bucketsByDaysPastDue();
    void anItemIsCurrentOnItsDueDate();
    void allocationsTakeEffectWithTheLatestOfThreeDates();
    void reversalReopens();
    void unappliedHasItsOwnColumn();
    void moneyOfAnUnknownPayerIsNobodys();
    void missingRateIsSaidAndLeftOut();
    void convertsEachItemOnce();
    void emptyBookHasOneRowOfZeros();
    void noneComesLast();
    void statusPrecedence();
    void onlySomeItems();
    void perCustomerRow();
    void anotherPolicysEdges();
    void equalsTheOracle();
    void bucketsAddUpToTheReceivables();
};

void TestAging::bucketsByDaysPastDue_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("bucket");
    const std::pair<int, int> cases[] = {{-40, 0}, {0, 0},  {1, 1},  {30, 1}, {31, 2},
                                         {60, 2},  {61, 3}, {90, 3}, {91, 4}, {700, 4}};
    for (const auto& [days, bucket] : cases)
        QTest::addRow("%d days past due", days) << days << bucket;
}

void TestAging::bucketsByDaysPastDue()
{
    QFETCH(int, days);
    QFETCH(int, bucket);
    BookMaker b;
    b.invoice("A", "12.34", "2020-01-01", "2024-06-30");
    Buckets expected{};
    expected[std::size_t(bucket)] = 1234;
    QCOMPARE(bucketsOf(aging(*b.build(), day("2024-06-30") + days, Segment::None), QString()), expected);
}

void TestAging::anItemIsCurrentOnItsDueDate()
{
    BookMaker b;
    b.customer("A").termsDays = 14;
    b.invoice("A", "100", "2024-03-01");
    const BookPtr book = b.build();
    QCOMPARE(bucketsOf(aging(*book, day("2024-02-29"), Segment::None), QString()), (Buckets{}));
    QCOMPARE(bucketsOf(aging(*book, day("2024-03-15"), Segment::None), QString()), (Buckets{10000}));
    QCOMPARE(bucketsOf(aging(*book, day("2024-03-16"), Segment::None), QString()), (Buckets{0, 10000}));
    // By invoice date the first day counts as current, the next as one day old.
    QCOMPARE(bucketsOf(aging(*book, day("2024-03-01"), Segment::None, AgeBasis::Invoice), QString()), (Buckets{10000}));
    QCOMPARE(bucketsOf(aging(*book, day("2024-04-01"), Segment::None, AgeBasis::Invoice), QString()),
             (Buckets{0, 0, 10000}));
}

void TestAging::allocationsTakeEffectWithTheLatestOfThreeDates()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-02-10", "2024-03-10");
    const auto& p = b.payment("A", "100", "2024-02-01");
    b.allocate(p, i, "60", "2024-01-15"); // takes effect on 02-10, when there is something to settle
    b.allocate(p, i, "40", "2024-02-20");
    const BookPtr book = b.build();
    const auto at = [&](const char* d) { return aging(*book, day(d), Segment::None).rows.front(); };
    QCOMPARE(at("2024-02-01").unapplied, 10000);
    QCOMPARE(at("2024-02-09").total, 0);
    QCOMPARE(at("2024-02-10").total, 4000);
    QCOMPARE(at("2024-02-10").unapplied, 4000);
    QCOMPARE(at("2024-02-20").total, 0);
    QCOMPARE(at("2024-02-20").unapplied, 0);
}

void TestAging::reversalReopens()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-01-01", "2024-01-31");
    const auto& p = b.payment("A", "130", "2024-02-05");
    b.allocate(p, i, "100");
    b.reverse(p, "2024-02-09");
    const BookPtr book = b.build();
    const auto at = [&](const char* d) { return aging(*book, day(d), Segment::None).rows.front(); };
    QCOMPARE(at("2024-02-04").total, 10000);
    QCOMPARE(at("2024-02-08").total, 0);
    QCOMPARE(at("2024-02-08").unapplied, 3000);
    QCOMPARE(at("2024-02-09").total, 10000);
    QCOMPARE(at("2024-02-09").unapplied, 0);
    QCOMPARE(at("2030-01-01").total, 10000);
}

void TestAging::unappliedHasItsOwnColumn()
{
    BookMaker b;
    b.customer("A").region = u"North"_s;
    auto& i = b.invoice("A", "100", "2024-01-01", "2024-01-31");
    i.product = u"Pumps"_s;
    b.payment("A", "30", "2024-01-10");
    b.creditNote("A", "20", "2024-01-11");
    b.credit(CreditKind::Deposit, "A", "5", "2024-01-12");
    b.credit(CreditKind::Recovery, "A", "1000", "2024-01-12"); // never money to apply
    const BookPtr book = b.build();
    const Aging byRegion = aging(*book, day("2024-01-12"), Segment::Region);
    QCOMPARE(keys(byRegion), QStringList{u"North"_s});
    QCOMPARE(byRegion.rows[0].bucket, (Buckets{10000}));
    QCOMPARE(byRegion.rows[0].unapplied, 5500);
    for (const Segment by : {Segment::Product, Segment::Terms, Segment::Status}) {
        const AgingRow* none = find(aging(*book, day("2024-01-12"), by), u"(none)"_s);
        QVERIFY(none != nullptr);
        QCOMPARE(aging(*book, day("2024-01-12"), by).rows.back().unapplied, 5500);
    }
}

void TestAging::moneyOfAnUnknownPayerIsNobodys()
{
    BookMaker b;
    b.invoice("A", "100", "2024-01-01", "2024-01-31");
    b.payment("A", "30", "2024-01-10");
    const BookPtr book = b.build();
    ChangeSet c;
    PostedCredit p;
    p.id = CreditId(9);
    p.date = day("2024-01-11");
    p.currency = book->info().base;
    p.amount = 4200;
    p.reference = u"WHO?"_s;
    c.posted.in.credits.push_back(p);
    const BookPtr with = book->with(c, 2);
    QVERIFY(with->ledger().creditRow(p.id) != noRow);
    const Date d = day("2024-02-20");
    for (const Segment by : {Segment::None, Segment::Customer, Segment::Payer, Segment::Region, Segment::Company,
                             Segment::Currency, Segment::Product, Segment::Status}) {
        const Aging before = aging(*book, d, by), after = aging(*with, d, by);
        QCOMPARE(after.rows.size(), before.rows.size());
        for (std::size_t k = 0; k < after.rows.size(); ++k) {
            QCOMPARE(after.rows[k].total, before.rows[k].total);
            QCOMPARE(after.rows[k].unapplied, before.rows[k].unapplied);
        }
    }
    QCOMPARE(agingByCustomer(*with, d)[0].unapplied, 3000);
    QVERIFY(findInBook(*with, d, u"WHO?"_s).empty());
    QVERIFY(findInBook(*with, d, u"42.00"_s).empty());
}

void TestAging::missingRateIsSaidAndLeftOut()
{
    BookMaker b("USD");
    b.rate("EUR", "2024-02-01", "1.10");
    b.invoice("A", "100 EUR", "2024-01-01", "2024-03-01");
    b.invoice("A", "10 SEK", "2024-01-01", "2024-03-01");
    b.invoice("A", "20 SEK", "2024-01-01", "2024-03-01");
    b.invoice("A", "1", "2024-01-01", "2024-03-01");
    const BookPtr book = b.build();
    const Aging january = aging(*book, day("2024-01-31"), Segment::None);
    QCOMPARE(january.rows[0].total, 100);
    QCOMPARE(say(missingRateText(january.missing)),
             u"1 item in EUR has no rate and is left out; 2 items in SEK have no rate and are left out"_s);
    const Aging february = aging(*book, day("2024-02-01"), Segment::None);
    QCOMPARE(february.rows[0].total, 11100);
    QCOMPARE(say(missingRateText(february.missing)), u"2 items in SEK have no rate and are left out"_s);
    const Aging own = aging(*book, day("2024-02-01"), Segment::Currency);
    QCOMPARE(keys(own), (QStringList{u"EUR"_s, u"SEK"_s, u"USD"_s}));
    QCOMPARE(find(own, u"SEK"_s)->total, 3000);
    QCOMPARE(find(own, u"SEK"_s)->currency, *Currency::parse(std::string_view("SEK")));
    QVERIFY(own.missing.empty());
}

void TestAging::convertsEachItemOnce()
{
    BookMaker b("USD");
    b.rate("EUR", "2024-01-01", "0.5");
    for (int i = 0; i < 3; ++i)
        b.invoice("A", "0.01 EUR", "2024-01-01", "2024-03-01"); // half a cent each: rounded to even, to nothing
    b.invoice("A", "0.03 EUR", "2024-01-01", "2024-03-01");     // a cent and a half: to two
    QCOMPARE(aging(*b.build(), day("2024-01-31"), Segment::None).rows[0].total, 2);
}

void TestAging::emptyBookHasOneRowOfZeros()
{
    BookMaker b;
    const Aging a = aging(*b.build(), day("2024-01-31"), Segment::None);
    QCOMPARE(a.rows.size(), 1U);
    QCOMPARE(a.rows[0].segment.key, QString());
    QCOMPARE(a.rows[0].total, 0);
    QVERIFY(aging(*b.build(), day("2024-01-31"), Segment::Region).rows.empty());
}

void TestAging::noneComesLast()
{
    BookMaker b;
    for (const char* id : {"30", "2", "1"})
        b.invoice(id, "1", "2024-01-01", "2024-03-01");
    b.customer("2").tier = u"~late in any order"_s;
    b.customer("30").termsDays = 30;
    b.customer("1").termsDays = 7;
    const BookPtr book = b.build();
    const Date d = day("2024-01-31");
    QCOMPARE(keys(aging(*book, d, Segment::Tier)), (QStringList{u"~late in any order"_s, u"(none)"_s}));
    QCOMPARE(keys(aging(*book, d, Segment::Terms)), (QStringList{u"7"_s, u"30"_s, u"(none)"_s}));
    QCOMPARE(keys(aging(*book, d, Segment::Customer)), (QStringList{u"1"_s, u"2"_s, u"30"_s}));
}

void TestAging::statusPrecedence()
{
    BookMaker b;
    auto& disputed = b.invoice("A", "1", "2024-01-01", "2024-01-31");
    auto& promised = b.invoice("A", "2", "2024-01-01", "2024-01-31");
    b.invoice("A", "4", "2024-01-01", "2024-01-31");
    b.invoice("A", "8", "2024-01-01", "2024-06-30");
    b.dispute(disputed, "2024-02-01", "2024-02-20");
    Promise& p = b.promise("A", "3", "2024-02-05", "2024-02-28");
    p.lines = {{promised, 200}, {disputed, 100}};
    const BookPtr book = b.build();
    const auto total = [&](const char* d, const QString& key) {
        const AgingRow* r = find(aging(*book, day(d), Segment::Status), key);
        return r ? r->total : 0;
    };
    QCOMPARE(total("2024-02-10", u"disputed"_s), 100);
    QCOMPARE(total("2024-02-10", u"promised"_s), 200);
    QCOMPARE(total("2024-02-10", u"past due"_s), 400);
    QCOMPARE(total("2024-02-10", u"current"_s), 800);
    QCOMPARE(total("2024-02-20", u"promised"_s), 300); // resolved that day
    QCOMPARE(total("2024-01-15", u"current"_s), 1500); // nothing had happened yet
}

void TestAging::onlySomeItems()
{
    BookMaker b;
    b.invoice("A", "1", "2024-01-01", "2024-01-31");
    b.invoice("A", "2", "2024-01-01", "2024-01-31");
    b.payment("A", "50", "2024-01-01");
    const std::vector<std::uint32_t> items{1};
    const Aging a = aging(*b.build(), day("2024-02-10"), Segment::Customer, AgeBasis::Due, &items);
    QCOMPARE(a.rows.size(), 1U);
    QCOMPARE(a.rows[0].bucket, (Buckets{0, 200}));
    QCOMPARE(a.rows[0].unapplied, 0);
}

void TestAging::perCustomerRow()
{
    BookMaker b;
    b.customer("idle");
    b.invoice("A", "1", "2024-01-01", "2024-01-31");
    b.invoice("A", "2", "2024-01-01", "2024-05-31");
    b.invoice("A", "4", "2024-01-01", "2024-01-21");
    b.payment("A", "0.50", "2024-01-01");
    const std::vector<CustomerAging> a = agingByCustomer(*b.build(), day("2024-02-25"));
    QCOMPARE(a.size(), 2U);
    QCOMPARE(a[0].total, 0);
    QCOMPARE(a[1].bucket, (Buckets{200, 100, 400}));
    QCOMPARE(a[1].total, 700);
    QCOMPARE(a[1].unapplied, 50);
    QCOMPARE(a[1].oldestDays, 35);
}

void TestAging::anotherPolicysEdges()
{
    BookMaker b;
    Policy p;
    p.validFrom = day("2020-01-01");
    b.add(p);
    p.validFrom = day("2024-03-01");
    p.bucketEdges = {10, 20, 50};
    b.add(p);
    b.invoice("A", "1", "2024-01-01", "2024-02-10");
    const BookPtr book = b.build();
    QCOMPARE(bucketsOf(aging(*book, day("2024-02-29"), Segment::None), QString()), (Buckets{0, 100}));
    QCOMPARE(bucketsOf(aging(*book, day("2024-03-01"), Segment::None), QString()), (Buckets{0, 0, 100}));
}

void TestAging::equalsTheOracle()
{
    QVERIFY(rc::check("aging of every segment, any day, both bases", [] {
        const BookMaker made = randomBook(*anySeed());
        const BookPtr book = made.build();
        const Oracle oracle(made);
        const Date d = randomDay();
        for (int s = 0; s < segmentCount; ++s)
            for (const AgeBasis basis : {AgeBasis::Due, AgeBasis::Invoice}) {
                const auto expected = oracle.aging(d, Segment(s), basis == AgeBasis::Invoice);
                const Aging actual = aging(*book, d, Segment(s), basis);
                RC_ASSERT(actual.rows.size() == expected.size());
                for (const AgingRow& r : actual.rows) {
                    RC_ASSERT(expected.contains(r.segment.key));
                    RC_ASSERT(expected.at(r.segment.key).bucket == r.bucket);
                    RC_ASSERT(expected.at(r.segment.key).unapplied == r.unapplied);
                    RC_ASSERT(r.total == sum(r.bucket));
                }
            }
        const OpenItems open = openItems(*book, d);
        std::size_t at = 0;
        for (std::size_t i = 0; i < made.debits().size(); ++i)
            if (const std::int64_t left = oracle.open(i, d); left != 0) {
                RC_ASSERT(at < open.rows.size());
                RC_ASSERT(open.rows[at] == i);
                RC_ASSERT(open.open[at++] == left);
            }
        RC_ASSERT(at == open.rows.size());
    }));
}

void TestAging::bucketsAddUpToTheReceivables()
{
    QVERIFY(rc::check("buckets of a currency = its open items, whatever the cut", [] {
        const BookMaker made = randomBook(*anySeed());
        const BookPtr book = made.build();
        const Date d = randomDay();
        std::map<QString, std::int64_t> gross;
        const OpenItems items = openItems(*book, d);
        for (std::size_t k = 0; k < items.rows.size(); ++k) {
            RC_ASSERT(items.open[k] > 0);
            gross[viewDebit(book->ledger(), items.rows[k]).currency.toString()] += items.open[k];
        }
        std::map<QString, std::int64_t> aged;
        for (const AgingRow& r : aging(*book, d, Segment::Currency).rows)
            if (r.total != 0)
                aged[r.segment.key] = r.total;
        RC_ASSERT(aged == gross);
        const std::int64_t whole = aging(*book, d, Segment::None).rows[0].total;
        for (const Segment by : {Segment::Payer, Segment::Tier, Segment::Product, Segment::Terms, Segment::Status}) {
            std::int64_t parts = 0;
            for (const AgingRow& r : aging(*book, d, by).rows)
                parts += r.total;
            RC_ASSERT(parts == whole);
        }
        std::int64_t customers = 0;
        for (const CustomerAging& c : agingByCustomer(*book, d))
            customers += c.total;
        RC_ASSERT(customers == whole);
    }));
}

QTEST_GUILESS_MAIN(TestAging)
#include "tst_aging.moc"
