#include "core/insight/figures/accountfigures.h"
#include "core/insight/figures/accountmoney.h"
#include "core/insight/figures/targets.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccountMoney : public QObject {
    Q_OBJECT
private slots:
    void ofOnePayerWithItsSites();
    void billedAndPaidByTheMonth();
    void theTargetInForce();
    void sumsOfWhatIsChosen();
};

namespace {

const Date d = day("2025-11-14");

struct World {
    BookMaker m;
    BookPtr book;
    std::shared_ptr<const BehaviourModel> model;
    CallList calls;

    void make()
    {
        book = m.build();
        model = std::make_shared<const BehaviourModel>(BehaviourModel::fit(paymentFacts(*book), d + 1));
        calls = callList(*book, *model, {d, 0});
    }
};

} // namespace

// Atlas pays for its north site. 300.00 are 127 days late, 200.00 EUR at 2 are 14 days late of which 50.00 EUR are
// contested, 100.00 are not due yet. 80.00 lie unapplied, and its limit is 1,000.00.
void TestAccountMoney::ofOnePayerWithItsSites()
{
    World w;
    w.m.rate("EUR", "2025-01-01", "2");
    w.m.customer("A").creditLimit = 100'000;
    w.m.customer("A1").payer = w.m.customer("A").id;
    w.m.invoice("A", "300.00", "2025-06-10", "2025-07-10");
    auto& euros = w.m.invoice("A1", "200.00 EUR", "2025-10-01", "2025-10-31");
    w.m.invoice("A", "100.00", "2025-11-01", "2025-12-01");
    w.m.invoice("B", "999.00", "2025-11-01", "2025-12-01");
    w.m.payment("A", "80.00", "2025-11-03");
    w.m.dispute(euros, "2025-11-05").amount = 5'000;
    w.make();
    const std::uint32_t a = w.book->customerRow(w.m.customer("A").id);
    const AccountMoney m = accountMoney(w.calls, ItemFigures(w.book, d, w.model, a), a);
    QCOMPARE(m.open, 80'000); // 300 + 2 × 200 + 100
    QCOMPARE(m.bucket, (std::array<std::int64_t, 5>{10'000, 40'000, 0, 0, 30'000}));
    QCOMPARE(m.unapplied, 8'000);
    QCOMPARE(m.creditLeft, std::optional<std::int64_t>(28'000)); // 1,000 − (800 − 80)
    QCOMPARE(m.oldestDays, 127);
    QCOMPARE(m.items, 3);
    QCOMPARE(m.disputed, 10'000);
    QCOMPARE(m.promised, 0);
    QVERIFY(m.expectedWeek <= m.expectedMonth && m.expectedMonth <= m.open);
    QCOMPARE(m.toCollect, callOf(w.calls, a)->tbc);
    // Most of what is late is in euros: 400 of 700 in base.
    QCOMPARE(moneyToPromise(*w.book, d, a, m.toCollect), (Money{20'000, *Currency::parse(u"EUR"_s)}));
    QCOMPARE(moneyToPromise(*w.book, day("2025-10-01"), a, 123), (Money{123, w.book->info().base}));
    // Without a model nothing is expected; who is not among the calls owes nothing.
    QCOMPARE(accountMoney(w.calls, ItemFigures(w.book, d, nullptr, a), a).expectedMonth, 0);
    QCOMPARE(callOf(w.calls, noRow), nullptr);
}

void TestAccountMoney::billedAndPaidByTheMonth()
{
    BookMaker m;
    auto& first = m.invoice("A", "300.00", "2025-09-10", "2025-10-10");
    m.invoice("A", "100.00", "2025-10-31", "2025-11-30");
    m.invoice("A", "50.00", "2025-08-31", "2025-09-30"); // before the window
    m.pay(first, "120.00", "2025-10-05");
    m.pay(first, "30.00", "2025-11-14");
    m.reverse(m.pay(first, "70.00", "2025-11-01"), "2025-11-10");
    m.creditNote("A", "10.00", "2025-11-02"); // is no payment
    const BookPtr book = m.build();
    const auto months = billedAndPaid(*book, d, book->customerRow(m.customer("A").id), 3);
    QStringList lines;
    for (const BilledMonth& b : months)
        lines += u"%1 %2 %3"_s.arg(b.end.toIso()).arg(b.billed).arg(b.paid);
    QCOMPARE(lines.join(u", "_s), u"2025-09-30 30000 0, 2025-10-31 10000 12000, 2025-11-14 0 3000"_s);
}

void TestAccountMoney::theTargetInForce()
{
    BookMaker m;
    m.add(Target{{}, u"dso"_s, day("2025-01-01"), 420'000, {}});
    m.add(Target{{}, u"dso"_s, day("2025-07-01"), 400'000, {}});
    m.add(Target{{}, u"dso"_s, day("2026-01-01"), 300'000, {}}); // not yet in force
    m.add(Target{{}, u"cei"_s, day("2025-01-01"), 800'000, {}});
    const BookPtr book = m.build();
    QCOMPARE(targetOf(*book, u"dso"_s, d)->value, 400'000);
    QCOMPARE(targetOf(*book, u"dso"_s, day("2025-06-30"))->value, 420'000);
    QCOMPARE(targetOf(*book, u"pct_current"_s, d), nullptr);
    QCOMPARE(targetsAt(*book, d).size(), std::size_t(2));
    QCOMPARE(targetsAt(*book, d)[0]->metric, u"cei"_s);
}

void TestAccountMoney::sumsOfWhatIsChosen()
{
    World w;
    w.m.invoice("A", "300.00", "2025-06-10", "2025-07-10");
    w.m.invoice("B", "100.00", "2025-11-01", "2025-12-01");
    w.make();
    const AccountFigures accounts(w.book, d, w.calls);
    const auto both = accounts.sumOf(accounts.payers());
    QCOMPARE(both.open, 40'000);
    QCOMPARE(both.pastDue, 30'000);
    QCOMPARE(accounts.sumOf({}).open, 0);
    const ItemFigures items(w.book, d, nullptr);
    QCOMPARE(items.totalBase(items.all()), 40'000);
    QCOMPARE(items.pastDueBase(items.all()), 30'000);
}

QTEST_GUILESS_MAIN(TestAccountMoney)
#include "tst_accountmoney.moc"
