// A ledger changed line by line is the ledger built anew from the lines that are left, whatever came and went.
#include "tests/core/domain/lineworld.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

BookPtr with(const BookPtr& book, const PostedChange& posted)
{
    ChangeSet c;
    c.posted = posted;
    return book->with(c, book->revision() + 1);
}

Error refusal(const BookPtr& book, const PostedChange& posted)
{
    ChangeSet c;
    c.posted = posted;
    const auto next = book->tried(c, book->revision() + 1);
    return next ? Error{} : next.error();
}

// Random changes, their undo and redo; compared with a ledger built anew after every `every`-th.
void wander(LineWorld& world, int changes, int every)
{
    for (int n = 0; n < changes; ++n) {
        const Lines before = world.lines();
        if (every == 1)
            QVERIFY2(world.agreesOn(world.anyBoldChange()), "one of the two refuses");
        const PostedChange change = world.anyChange();
        world.apply(change);
        QVERIFY2(world.error().isEmpty(), qPrintable(world.error()));
        if (n % 5 == 0) { // undo
            world.apply(change.inverted());
            QVERIFY2(world.error().isEmpty(), qPrintable(world.error()));
            QVERIFY(world.lines() == before);
            if (n % every == 0)
                QCOMPARE(world.difference(), QString());
            if (n % 10 == 0) { // and redo
                world.apply(change);
                QVERIFY2(world.error().isEmpty(), qPrintable(world.error()));
            }
        }
        if (n % every == 0)
            QCOMPARE(world.difference(), QString());
    }
    QCOMPARE(world.difference(), QString());
}

} // namespace

class TestLedgerWith : public QObject {
    Q_OBJECT
private slots:
    void equalsRebuild();
    void equalsRebuildOverChunks();
    void sharesWhatItDoesNotTouch();
    void refusesWhatBreaksAnEquation();
    void unknownPayer();
    void outOfOrder();
};

void TestLedgerWith::equalsRebuild()
{
    int changes = 0;
    for (std::uint32_t seed = 1; changes < 9500; ++seed) {
        LineWorld world(seed, 0, 0);
        wander(world, 95, 1);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"seed %1"_s.arg(seed)));
        changes += 95;
    }
}

// Enough lines that they begin in one chunk and end in the next.
void TestLedgerWith::equalsRebuildOverChunks()
{
    for (std::uint32_t seed = 1; seed <= 2; ++seed) {
        LineWorld world(seed, 4060, 4070);
        wander(world, 300, 20);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY(world.ledger().debitChunks.size() > 1);
        QVERIFY(world.ledger().creditChunks.size() > 1);
    }
}

void TestLedgerWith::sharesWhatItDoesNotTouch()
{
    BookMaker b;
    BookMaker::DebitSpec* first = nullptr;
    for (int k = 0; k < 9000; ++k) {
        auto& i = b.invoice(std::to_string(k % 10), "10", "2024-01-01");
        first = first ? first : &i;
        b.pay(i, "4", "2024-02-01");
    }
    const BookPtr book = b.build();
    PostedChange change;
    change.in.writeOffs.push_back({WriteOffId(1), DebitId(first->row.id), day("2024-03-01"), 100, u"small"_s});
    const BookPtr next = with(book, change);
    QCOMPARE(next->ledger().open(0, day("2024-03-01")), 500);
    QCOMPARE(book->ledger().open(0, day("2024-03-01")), 600); // the old one stays as it was
    QVERIFY(next->ledger().debitChunks[0] != book->ledger().debitChunks[0]);
    for (std::size_t chunk = 1; chunk < 3; ++chunk)
        QVERIFY(next->ledger().debitChunks[chunk] == book->ledger().debitChunks[chunk]);
    for (std::size_t chunk = 0; chunk < 3; ++chunk)
        QVERIFY(next->ledger().creditChunks[chunk] == book->ledger().creditChunks[chunk]);
    QVERIFY(next->ledger().debitsOf(0).data() == book->ledger().debitsOf(0).data());
}

void TestLedgerWith::refusesWhatBreaksAnEquation()
{
    BookMaker b;
    auto& i = b.invoice("A", "10", "2024-01-01");
    const auto& p = b.payment("A", "8", "2024-01-02");
    const auto& euro = b.payment("A", "8 EUR", "2024-01-02");
    b.allocate(p, i, "6");
    const auto& wrong = b.payment("A", "4", "2024-01-03");
    b.allocate(wrong, i, "4");
    b.reverse(wrong, "2024-02-01");
    const BookPtr book = b.build();
    const Date d = day("2024-03-01");
    const DebitId debit(i.row.id);
    PostedChange c;
    c.in.writeOffs = {{WriteOffId(7), debit, d, 401, {}}};
    QVERIFY(say(refusal(book, c).what).contains(u"settled beyond its amount"));
    QCOMPARE(refusal(book, c).field, u"amount"_s);
    c.in.writeOffs = {{WriteOffId(7), debit, day("2024-01-20"), 400, {}}}; // while the payment that bounced still stood
    QVERIFY(say(refusal(book, c).what).contains(u"settled beyond its amount"));
    c.in.writeOffs = {{WriteOffId(7), debit, d, 0, {}}};
    QVERIFY(say(refusal(book, c).what).contains(u"impossible amount"));
    c.in.writeOffs = {{WriteOffId(7), DebitId(99), d, 1, {}}};
    QVERIFY(say(refusal(book, c).what).contains(u"not in the book"));
    c = {};
    c.in.allocations = {{AllocationId(7), debit, CreditId(p.row.id), d, 201}};
    QVERIFY(say(refusal(book, c).what).contains(u"applied beyond its amount"));
    c.in.allocations = {{AllocationId(7), debit, CreditId(euro.row.id), d, 100}};
    QVERIFY(say(refusal(book, c).what).contains(u"across currencies"));
    QCOMPARE(refusal(book, c).field, u"currency"_s);
    c.in.allocations = {{AllocationId(1), debit, CreditId(p.row.id), d, 1}};
    QVERIFY(say(refusal(book, c).what).contains(u"in the book already"));
    c = {};
    c.out.debits.push_back({});
    c.out.debits.back().id = debit;
    QVERIFY(say(refusal(book, c).what).contains(u"is settled: take that back first"));
    c = {};
    c.out.credits.push_back({});
    c.out.credits.back().id = CreditId(p.row.id);
    QVERIFY(say(refusal(book, c).what).contains(u"would go that settles"));
    c.out.credits.back().id = CreditId(wrong.row.id);
    QVERIFY(say(refusal(book, c).what).contains(u"would go"));
    c = {};
    c.in.debits.push_back({});
    c.in.debits.back().id = DebitId(50);
    c.in.debits.back().customer = CustomerId(77);
    QCOMPARE(refusal(book, c).field, u"customer"_s);
    // The book itself goes on as if nothing had been tried.
    QCOMPARE(book->ledger().open(0, d), 400);
}

void TestLedgerWith::unknownPayer()
{
    BookMaker b;
    b.invoice("A", "10", "2024-01-01");
    const BookPtr book = b.build();
    PostedChange c;
    c.in.credits.push_back({});
    PostedCredit& p = c.in.credits.back();
    p.id = CreditId(1);
    p.date = day("2024-02-01");
    p.currency = book->info().base;
    p.amount = 500;
    p.reference = u"UNKNOWN 1"_s;
    const BookPtr next = with(book, c);
    const std::uint32_t row = next->ledger().creditRow(CreditId(1));
    QVERIFY(row != noRow);
    QVERIFY(next->ledger().creditsOf(0).empty());
    QCOMPARE(next->ledger().unappliedAt(*next->ledger().unappliedOf(row), day("2024-03-01").days()), 500);
    const BookPtr back = with(next, c.inverted());
    QVERIFY(sameLiveRows(*back, *book));
    QVERIFY(!sameLiveRows(*next, *book));
}

// Ids come in blocks of several programs: the later line may have the smaller one.
void TestLedgerWith::outOfOrder()
{
    LineWorld world(3, 0, 0);
    for (const std::int64_t id : {900, 100, 500}) {
        PostedChange c;
        c.in.debits.push_back(world.anyDebit());
        c.in.debits.back().id = DebitId(id);
        world.apply(c);
    }
    QCOMPARE(world.error(), QString());
    QCOMPARE(world.difference(), QString());
}

QTEST_GUILESS_MAIN(TestLedgerWith)
#include "tst_ledgerwith.moc"
