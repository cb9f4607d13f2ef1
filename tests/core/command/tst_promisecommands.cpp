// Promises taken and withdrawn: what they may amount to, which invoices they are for, what they replace.
#include "tests/core/command/commanddesk.h"

#include "core/insight/agreements/promises.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPromiseCommands : public QObject {
    Q_OBJECT
private slots:
    void oldestDueFirst();
    void tickedInvoices();
    void tickedWithAmounts();
    void onAccount();
    void refusals_data();
    void refusals();
    void linesRefused();
    void weekendIsARemark();
    void replacesTheOpenOne();
    void leavesOthersAlone();
    void withdrawn();
    void onlyALivePromiseIsWithdrawn();
};

namespace {

const Currency eur = *Currency::parse(std::string_view("EUR"));

MakePromise promise(CustomerId payer, std::int64_t amount, std::string_view on = "2025-11-24")
{
    MakePromise c;
    c.payer = payer;
    c.draft = {amount, eur, day(on), {}, false, {}};
    return c;
}

} // namespace

// 300 of: 200 due 40 days ago, 500 due 20 days ago = 200 + 100; SEK and sites of others stay out.
void TestPromiseCommands::oldestDueFirst()
{
    CommandDesk k;
    auto& newer = k.late("C", "500.00", 20);
    auto& older = k.late("C", "200.00", 40);
    k.late("C", "900.00 SEK", 90);
    QCOMPARE(k.summary(promise(k.id("C"), 30000)), u"Promise logged for Customer C: 300.00 EUR due 24 Nov."_s);
    QCOMPARE(k.only<Promise>().lines, (std::vector<PromiseLine>{{older, 20000}, {newer, 10000}}));
    QVERIFY(k.last->of<Activity>().empty());
    QCOMPARE(k.only<NextAction>().due, day("2025-11-28"));
    k.decide(promise(k.id("C"), 70000)); // all of it is allowed
    QCOMPARE(k.only<Promise>().lines.size(), std::size_t(2));
}

void TestPromiseCommands::tickedInvoices()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    k.late("C", "200.00", 40);
    auto& c = k.late("C", "100.00", 5);
    MakePromise p = promise(k.id("C"), 55000);
    p.draft.lines = {{c, 0}, {a, 0}};
    QVERIFY(k.decide(p));
    QCOMPARE(k.only<Promise>().lines, (std::vector<PromiseLine>{{a, 50000}, {c, 5000}}));
    p.draft.amount = 60001;
    QCOMPARE(k.refused(p), u"amount: is more than the 600.00 EUR open on these invoices"_s);
    QCOMPARE(say(k.last.error().remedy), u"write at most 600.00 EUR"_s);
}

void TestPromiseCommands::tickedWithAmounts()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    auto& b = k.late("C", "200.00", 40);
    k.m.pay(b, "50.00", "2025-11-10");
    MakePromise p = promise(k.id("C"), 20000);
    p.draft.lines = {{a, 5000}, {b, 15000}};
    QVERIFY(k.decide(p));
    QCOMPARE(k.only<Promise>().lines, p.draft.lines);
    p.draft.amount = 25000;
    QCOMPARE(k.refused(p), u"invoices: add up to 200.00 EUR, not 250.00 EUR"_s);
    p.draft.amount = 20001;
    p.draft.lines = {{a, 5000}, {b, 15001}}; // 150.00 are open
    QCOMPARE(k.refused(p), u"amount: is more than the 150.00 EUR open on these invoices"_s);
}

void TestPromiseCommands::onAccount()
{
    CommandDesk k;
    k.late("C", "500.00", 20);
    MakePromise p = promise(k.id("C"), 50000);
    p.draft.onAccount = true;
    QVERIFY(k.decide(p));
    QVERIFY(k.only<Promise>().lines.empty());
    p.draft.amount = 50001;
    QCOMPARE(k.refused(p), u"amount: is more than the 500.00 EUR that is open"_s);
}

void TestPromiseCommands::refusals_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << qint64(0) << u"2025-11-24"_s << u"amount: must be more than zero"_s;
    QTest::newRow("negative") << qint64(-1) << u"2025-11-24"_s << u"amount: must be more than zero"_s;
    QTest::newRow("over what is open") << qint64(50001) << u"2025-11-24"_s
                                       << u"amount: is more than the 500.00 EUR that is open"_s;
    QTest::newRow("the largest number") << std::numeric_limits<qint64>::max() << u"2025-11-24"_s
                                        << u"amount: is more than the 500.00 EUR that is open"_s;
    QTest::newRow("no day") << qint64(100) << u""_s << u"date: is missing"_s;
    QTest::newRow("yesterday") << qint64(100) << u"2025-11-13"_s << u"date: lies in the past"_s;
}

void TestPromiseCommands::refusals()
{
    QFETCH(qint64, amount);
    QFETCH(QString, on);
    QFETCH(QString, said);
    CommandDesk k;
    k.late("C", "500.00", 20);
    MakePromise p = promise(k.id("C"), amount);
    p.draft.promisedFor = on.isEmpty() ? Date() : day(on.toStdString());
    QCOMPARE(k.refused(p), said);
    QVERIFY(k.decide(promise(k.id("C"), 100, "2025-11-14"))); // today will do
}

void TestPromiseCommands::linesRefused()
{
    CommandDesk k;
    auto& mine = k.late("C", "500.00", 20);
    auto& sek = k.late("C", "500.00 SEK", 20);
    auto& theirs = k.late("D", "500.00", 20);
    auto& paid = k.late("C", "70.00", 20);
    k.m.pay(paid, "70.00", "2025-11-10");
    for (const DebitId other : {DebitId(sek), DebitId(theirs), DebitId(paid), DebitId(999)}) {
        MakePromise p = promise(k.id("C"), 1000);
        p.draft.lines = {{other, 1000}};
        QCOMPARE(k.refused(p), u"invoices: one is not open in EUR at this customer"_s);
    }
    MakePromise twice = promise(k.id("C"), 1000);
    twice.draft.lines = {{mine, 500}, {mine, 500}};
    QCOMPARE(k.refused(twice), u"invoices: one is ticked twice"_s);
    MakePromise none = promise(k.id("C"), 1000);
    none.draft.currency = {};
    QCOMPARE(k.refused(none), u"amount: has no currency"_s);
    none = promise(k.id("C"), 1000);
    none.note = u"\0"_s;
    QCOMPARE(k.refused(none), u"note: holds a NUL character"_s);
}

void TestPromiseCommands::weekendIsARemark()
{
    CommandDesk k;
    k.late("C", "500.00", 20);
    k.m.holiday("2025-11-19");
    QVERIFY(k.summary(promise(k.id("C"), 100, "2025-11-15"))
                .endsWith(u"due 15 Nov. Sat 15 Nov is not a business day there."_s));
    QVERIFY(k.summary(promise(k.id("C"), 100, "2025-11-19")).endsWith(u"Wed 19 Nov is not a business day there."_s));
    QVERIFY(k.summary(promise(k.id("C"), 100, "2026-01-12")).endsWith(u"due 12 Jan 2026."_s));
}

void TestPromiseCommands::replacesTheOpenOne()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    Promise& old = k.m.promise("C", "500.00", "2025-11-10", "2025-11-20");
    old.lines = {{a, 50000}};
    QCOMPARE(k.summary(promise(k.id("C"), 30000)),
             u"Promise logged for Customer C: 300.00 EUR due 24 Nov. It replaces 500.00 EUR due 20 Nov."_s);
    QCOMPARE(k.last->of<Promise>().size(), std::size_t(2));
    const BookPtr next = k.book->with(*k.last, 2);
    const Promise* ended = next->rows<Promise>().find(old.id);
    QCOMPARE(ended->replacedOn, k.today);
    QVERIFY(next->rows<Promise>().find(ended->replacedBy));
    QCOMPARE(judge(*next, *ended, k.today).state, PromiseState::Replaced);
}

// Another invoice's promise, and one that is broken already, stay as they are.
void TestPromiseCommands::leavesOthersAlone()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    auto& b = k.late("C", "200.00", 60);
    k.m.promise("C", "500.00", "2025-11-10", "2025-11-20").lines = {{a, 50000}};
    k.m.promise("C", "200.00", "2025-10-01", "2025-10-10").lines = {{b, 20000}};
    k.m.payment("bank", "1.00", "2025-11-13");
    QVERIFY(k.decide(promise(k.id("C"), 20000))); // oldest: b
    QCOMPARE(k.last->of<Promise>().size(), std::size_t(1));
    QCOMPARE(k.last->of<Promise>().front().after.lines, (std::vector<PromiseLine>{{b, 20000}}));
}

void TestPromiseCommands::withdrawn()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    Promise& p = k.m.promise("C", "500.00", "2025-11-10", "2025-11-20");
    p.lines = {{a, 50000}};
    QCOMPARE(k.summary(WithdrawPromise{p.id, u"Typed by mistake"_s}),
             u"Promise of 500.00 EUR by Customer C withdrawn. Back on the list."_s);
    QCOMPARE(k.only<Promise>().withdrawnOn, k.today);
    QCOMPARE(k.only<Activity>().note, u"Typed by mistake"_s);
    QCOMPARE(k.only<NextAction>().due, k.today);
    QVERIFY(k.decide(WithdrawPromise{p.id, {}}));
    QVERIFY(k.last->of<Activity>().empty());
}

void TestPromiseCommands::onlyALivePromiseIsWithdrawn()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 40);
    Promise& p = k.m.promise("C", "500.00", "2025-10-10", "2025-10-20");
    p.lines = {{a, 50000}};
    k.m.payment("bank", "1.00", "2025-11-13");
    QCOMPARE(k.refused(WithdrawPromise{p.id, {}}), u"promise: is broken already"_s);
    QCOMPARE(k.last.error().code, ErrorCode::Refused);
    QCOMPARE(k.refused(WithdrawPromise{PromiseId(77), {}}), u"promise: is not a promise of this book"_s);
}

QTEST_GUILESS_MAIN(TestPromiseCommands)
#include "tst_promisecommands.moc"
