#include "tests/support/bookmaker.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kinds = {CreditKind::Payment, CreditKind::CreditNote, CreditKind::Deposit, CreditKind::Reversal,
                        CreditKind::Recovery};

std::int64_t unapplied(const Ledger& l, Date d)
{
    std::int64_t sum = 0;
    l.forEachUnapplied([&](const UnappliedCredit& u) { sum += l.unappliedAt(u, d.days()); });
    return sum;
}

// Rows that stay open, with what is open of them.
std::vector<std::pair<std::uint32_t, std::int64_t>> leftOpen(const Ledger& l)
{
    std::vector<std::pair<std::uint32_t, std::int64_t>> out;
    l.forEachOpenAtLast([&](std::uint32_t row, std::int64_t open) { out.emplace_back(row, open); });
    return out;
}

std::int64_t gross(const Ledger& l, Date d)
{
    std::int64_t sum = 0;
    for (std::uint32_t row = 0; row < l.debitCount; ++row)
        sum += l.open(row, d);
    return sum;
}

DebitChunk const& chunk(const Ledger& l) { return *l.debitChunks[0]; }

QString refusal(const BookMaker& b)
{
    const auto book = b.tryBuild();
    return book ? QString() : say(book.error().what);
}

} // namespace

class TestLedger : public QObject {
    Q_OBJECT
private slots:
    void partPayments();
    void zeroIsSettledOnItsDate();
    void reversalEndsAnAllocation();
    void reversalBeforeTheAllocationTookEffect();
    void secondPaymentAfterABounce();
    void writeOff();
    void unappliedIntervals();
    void whatClosedIt();
    void openRows();
    void groupsByCustomer();
    void lastPaymentPerCompany();
    void views();
    void manyChunks();
    void refusesDamage();
    void allocationsBalance();
};

void TestLedger::partPayments()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-01-10", "2024-02-10");
    b.pay(i, "40", "2024-03-01");
    b.pay(i, "25", "2024-02-01"); // rows come in any order of dates
    b.pay(i, "35", "2024-04-01");
    const BookPtr book = b.build();
    const std::pair<const char*, std::int64_t> expected[] = {
        {"2024-01-09", 0},    {"2024-01-10", 10000}, {"2024-01-31", 10000}, {"2024-02-01", 7500},
        {"2024-03-01", 3500}, {"2024-03-31", 3500},  {"2024-04-01", 0},     {"2030-01-01", 0}};
    for (const auto& [d, open] : expected)
        QCOMPARE(book->ledger().open(0, day(d)), open);
    QCOMPARE(chunk(book->ledger()).settledOn[0], day("2024-04-01").days());
}

void TestLedger::zeroIsSettledOnItsDate()
{
    BookMaker b;
    b.invoice("A", "0", "2024-01-10");
    const BookPtr book = b.build();
    QCOMPARE(chunk(book->ledger()).settledOn[0], day("2024-01-10").days());
    QCOMPARE(chunk(book->ledger()).flags[0] & ClosedByPayment, 0);
    QVERIFY(leftOpen(book->ledger()).empty());
}

void TestLedger::reversalEndsAnAllocation()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-01-10");
    b.reverse(b.pay(i, "60", "2024-02-01"), "2024-02-05");
    b.pay(i, "40", "2024-02-03");
    const BookPtr book = b.build();
    QCOMPARE(book->ledger().open(0, day("2024-02-01")), 4000);
    QCOMPARE(book->ledger().open(0, day("2024-02-04")), 0);
    QCOMPARE(book->ledger().open(0, day("2024-02-05")), 6000);
    QCOMPARE(chunk(book->ledger()).settledOn[0], farFuture);
    QVERIFY(chunk(book->ledger()).flags[0] & HasReversal);
    QCOMPARE(leftOpen(book->ledger()), (decltype(leftOpen(book->ledger())){{0, 6000}}));
    QCOMPARE(book->ledger().lastEvent, day("2024-02-05").days());
}

void TestLedger::reversalBeforeTheAllocationTookEffect()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-01-10");
    const auto& p = b.payment("A", "100", "2024-02-01");
    b.allocate(p, i, "100", "2024-03-01");
    b.reverse(p, "2024-02-20");
    const BookPtr book = b.build();
    QCOMPARE(book->ledger().open(0, day("2024-03-02")), 10000);
    QCOMPARE(unapplied(book->ledger(), day("2024-02-19")), 10000);
    QCOMPARE(unapplied(book->ledger(), day("2024-02-20")), 0);
}

void TestLedger::secondPaymentAfterABounce()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-01-10");
    b.reverse(b.pay(i, "100", "2024-02-01"), "2024-02-05");
    b.pay(i, "100", "2024-02-05"); // the same day: open at no day's end
    const BookPtr book = b.build();
    QCOMPARE(book->ledger().open(0, day("2024-02-05")), 0);
    QCOMPARE(chunk(book->ledger()).settledOn[0], day("2024-02-05").days());
    QVERIFY(chunk(book->ledger()).flags[0] & ClosedByPayment);
}

void TestLedger::writeOff()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-01-10");
    b.writeOff(i, "1", "2024-02-01");
    b.pay(i, "99", "2024-02-02");
    const BookPtr book = b.build();
    QCOMPARE(book->ledger().open(0, day("2024-02-01")), 9900);
    QCOMPARE(book->ledger().open(0, day("2024-02-02")), 0);
    QCOMPARE(chunk(book->ledger()).flags[0], HasWriteOff);
    QCOMPARE(chunk(book->ledger()).credit[0], noRow);
}

void TestLedger::unappliedIntervals()
{
    BookMaker b;
    auto& i = b.invoice("A", "30", "2024-02-10");
    const auto& p = b.payment("A", "100", "2024-02-01");
    b.allocate(p, i, "30");
    auto& j = b.invoice("A", "70", "2024-01-01");
    b.allocate(p, j, "50", "2024-03-01");
    const auto& whole = b.payment("A", "20", "2024-02-15");
    b.allocate(whole, j, "20"); // never unapplied: not in the list
    const BookPtr book = b.build();
    QVERIFY(book->ledger().unappliedOf(0) != nullptr);
    QVERIFY(book->ledger().unappliedOf(1) == nullptr);
    const std::pair<const char*, std::int64_t> expected[] = {{"2024-01-31", 0},    {"2024-02-01", 10000},
                                                             {"2024-02-10", 7000}, {"2024-02-29", 7000},
                                                             {"2024-03-01", 2000}, {"2030-01-01", 2000}};
    for (const auto& [d, left] : expected)
        QCOMPARE(unapplied(book->ledger(), day(d)), left);
}

void TestLedger::whatClosedIt()
{
    for (const CreditKind last : {CreditKind::Payment, CreditKind::CreditNote, CreditKind::Deposit}) {
        BookMaker b;
        auto& i = b.invoice("A", "100", "2024-01-10");
        b.pay(i, "60", "2024-02-01");
        b.allocate(b.credit(last, "A", "40", "2024-02-02"), i, "40");
        QCOMPARE(bool(chunk(b.build()->ledger()).flags[0] & ClosedByPayment), last == CreditKind::Payment);
    }
}

void TestLedger::openRows()
{
    BookMaker b;
    b.pay(b.invoice("A", "1", "2024-01-01"), "1", "2024-02-01");
    b.pay(b.invoice("A", "10", "2024-01-01"), "4", "2024-02-01");
    b.invoice("A", "5", "2025-01-01");
    const BookPtr book = b.build();
    QCOMPARE(leftOpen(book->ledger()), (decltype(leftOpen(book->ledger())){{1, 600}, {2, 500}}));
    QCOMPARE(book->ledger().firstDate, day("2024-01-01").days());
    QCOMPARE(book->ledger().lastEvent, day("2025-01-01").days());
}

void TestLedger::groupsByCustomer()
{
    BookMaker b;
    b.invoice("A", "1", "2024-01-01");
    b.invoice("B", "1", "2024-01-01");
    b.invoice("A", "1", "2024-01-01");
    b.customer("idle");
    b.payment("B", "1", "2024-01-01");
    b.payment("B", "1", "2024-01-01").customer.clear(); // of an unknown payer
    const BookPtr book = b.build();
    const Ledger& l = book->ledger();
    QCOMPARE(l.debitsOf(0).size(), 2U);
    QCOMPARE(l.debitsOf(0)[1], 2U);
    QCOMPARE(l.debitsOf(1)[0], 1U);
    QVERIFY(l.debitsOf(2).empty());
    QVERIFY(l.debitsOf(77).empty());
    QVERIFY(l.debitsOf(noRow).empty());
    QCOMPARE(l.creditsOf(1).size(), 1U);
    QCOMPARE(l.debitRow(DebitId(2)), 1U);
    QCOMPARE(l.debitRow(DebitId(4)), noRow);
    QCOMPARE(l.debitRow(DebitId()), noRow);
}

void TestLedger::lastPaymentPerCompany()
{
    BookMaker b;
    b.company(u"X"_s);
    b.payment("A", "1", "2024-03-01").company = u"X"_s;
    b.payment("A", "1", "2024-02-01").company = u"X"_s;
    b.creditNote("A", "1", "2024-09-01").company = u"X"_s; // not cash
    const BookPtr book = b.build();
    QCOMPARE(book->cashThrough(1), day("2024-03-01"));
    BookMaker ahead;
    ahead.payment("A", "1", "2062-03-01").row.knownOn = day("2024-03-05").days(); // dated ahead of its import
    ahead.payment("A", "1", "2024-03-02").row.knownOn = day("2024-03-09").days();
    QCOMPARE(ahead.build()->cashThrough(), day("2024-03-05"));
    QVERIFY(!book->cashThrough(0).isValid());
    QCOMPARE(book->cashThrough(), day("2024-03-01"));
}

void TestLedger::views()
{
    BookMaker b("EUR");
    auto& i = b.invoice("A", "12.50", "2024-01-10");
    i.number = "R 7";
    i.poNumber = "PO";
    i.product = u"Pumps"_s;
    i.row.terms = 14;
    auto& p = b.payment("A", "3", "2024-02-01");
    p.row.clearedOn = day("2024-02-03").days();
    b.reverse(p, "2024-02-09");
    const BookPtr book = b.build();
    const DebitView d = viewDebit(book->ledger(), 0);
    QCOMPARE(d.number, u"R 7"_s);
    QCOMPARE(d.due, day("2024-01-24"));
    QCOMPARE(d.dueSource, DueSource::RowTerms);
    QCOMPARE(d.product, u"Pumps"_s);
    QCOMPARE(d.currency.toString(), u"EUR"_s);
    QCOMPARE(d.amount, 1250);
    const CreditView c = viewCredit(book->ledger(), 0);
    QCOMPARE(c.clearedOn, day("2024-02-03"));
    QCOMPARE(c.reversedOn, day("2024-02-09"));
    QCOMPARE(viewCredit(book->ledger(), 1).kind, CreditKind::Reversal);
    QCOMPARE(book->ledger().credit(1).chunk->reverses[1], 0U);
    for (const CreditKind k : kinds)
        QVERIFY(!creditKindName(k).isEmpty());
}

void TestLedger::manyChunks()
{
    BookMaker b;
    constexpr int n = 9000;
    for (int k = 0; k < n; ++k) {
        auto& i = b.invoice(std::to_string(k % 10), "10", "2024-01-01", "2024-02-01");
        if (k % 3 == 0)
            b.pay(i, "10", "2024-02-01");
        if (k % 3 == 1)
            b.pay(i, "4", "2024-02-01");
    }
    const BookPtr book = b.build();
    QCOMPARE(book->ledger().debitChunks.size(), 3U);
    QCOMPARE(gross(book->ledger(), day("2024-01-31")), n * 1000);
    QCOMPARE(gross(book->ledger(), day("2024-02-01")), n / 3 * 1600);
    QCOMPARE(leftOpen(book->ledger()).size(), std::size_t(n / 3 * 2));
    QCOMPARE(toQString(book->ledger().debit(8999).chunk->number[8999 & 4095]), u"INV-9000"_s);
}

void TestLedger::refusesDamage()
{
    {
        BookMaker b;
        auto& i = b.invoice("A", "10", "2024-01-01");
        b.pay(i, "6", "2024-02-01");
        b.pay(i, "5", "2024-02-02");
        QVERIFY(refusal(b).contains(u"settled beyond its amount"));
    }
    {
        BookMaker b; // only for some days: until the second payment bounces
        auto& i = b.invoice("A", "10", "2024-01-01");
        b.pay(i, "6", "2024-02-01");
        b.reverse(b.pay(i, "5", "2024-02-02"), "2024-02-03");
        QVERIFY(refusal(b).contains(u"settled beyond its amount"));
    }
    {
        BookMaker b;
        const auto& p = b.payment("A", "10", "2024-01-01");
        b.allocate(p, b.invoice("A", "6", "2024-01-01"), "6");
        b.allocate(p, b.invoice("A", "6", "2024-01-01"), "6");
        QVERIFY(refusal(b).contains(u"applied beyond its amount"));
    }
    {
        BookMaker b;
        b.allocate(b.payment("A", "10 EUR", "2024-01-01"), b.invoice("A", "6", "2024-01-01"), "6");
        QVERIFY(refusal(b).contains(u"across currencies"));
    }
    {
        BookMaker b;
        b.invoice("A", "6", "2024-01-01").settlements.push_back({99, 0, 600});
        QVERIFY(refusal(b).contains(u"credit that is not there"));
    }
    {
        BookMaker b;
        auto& i = b.invoice("A", "6", "2024-01-01");
        i.settlements.push_back({0, i.row.date, -600});
        QVERIFY(refusal(b).contains(u"negative settlement"));
    }
    {
        BookMaker b;
        b.invoice("A", "-6", "2024-01-01");
        QVERIFY(refusal(b).contains(u"impossible amount"));
    }
    {
        BookMaker b;
        b.payment("A", "6", "2024-01-01").row.amount = maxRowAmount + 1;
        QVERIFY(refusal(b).contains(u"impossible amount"));
    }
    {
        BookMaker b;
        b.invoice("A", "6", "2024-01-01");
        b.invoice("A", "6", "2024-01-01").row.id = 1;
        QVERIFY(refusal(b).contains(u"the id of another"));
    }
    {
        BookMaker b;
        b.credit(CreditKind::Reversal, "A", "6", "2024-01-01").row.reverses = 5;
        QVERIFY(refusal(b).contains(u"names a payment that is not there"));
    }
    LedgerBuilder orphan(0);
    DebitRow d;
    d.id = 1;
    d.customer = 0;
    orphan.addDebit(d, {});
    QCOMPARE(orphan.finish().error().code, ErrorCode::BookDamaged);
}

void TestLedger::allocationsBalance()
{
    QVERIFY(rc::check("gross - unapplied = debits - credits - write-offs, whatever is allocated, on any day", [] {
        BookMaker b;
        std::vector<BookMaker::DebitSpec*> debits;
        std::map<Date, std::int64_t> moved; // what each day adds to net receivables
        const auto text = [](int cents) { return plainDecimal(cents, 2); };
        const auto anyDay = [] { return day("2024-01-01") + *rc::gen::inRange(0, 60); };
        for (int n = *rc::gen::inRange(1, 6); n > 0; --n) {
            const Date d = anyDay();
            const int cents = *rc::gen::inRange(0, 500);
            debits.push_back(&b.invoice("A", text(cents), d.isoString()));
            moved[d] += cents;
        }
        std::map<std::int64_t, std::int64_t> left;
        for (auto* d : debits)
            left[d->row.id] = d->row.amount;
        for (int n = *rc::gen::inRange(0, 8); n > 0; --n) {
            auto& debit = **rc::gen::elementOf(debits);
            const auto part = *rc::gen::inRange<std::int64_t>(0, left[debit.row.id] + 1);
            left[debit.row.id] -= part;
            const Date d = anyDay();
            if (*rc::gen::inRange(0, 4) == 0) {
                b.writeOff(debit, text(int(part)), std::max(d, Date(debit.row.date)).isoString());
                moved[std::max(d, Date(debit.row.date))] -= part;
                continue;
            }
            const auto over = *rc::gen::inRange<std::int64_t>(0, 100);
            const auto& credit =
                b.credit(*rc::gen::element(CreditKind::Payment, CreditKind::CreditNote, CreditKind::Deposit), "A",
                         text(int(part + over)), d.isoString());
            b.allocate(credit, debit, text(int(part)), anyDay().isoString());
            moved[d] -= part + over;
        }
        const BookPtr book = b.build();
        std::int64_t net = 0;
        for (Date d = day("2023-12-30"); d < day("2024-03-10"); d = d + 1) {
            net += moved[d];
            RC_ASSERT(gross(book->ledger(), d) - unapplied(book->ledger(), d) == net);
        }
    }));
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
