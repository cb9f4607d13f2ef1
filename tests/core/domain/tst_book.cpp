#include "tests/support/bookmaker.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Activity call(std::int64_t id, CustomerId customer)
{
    Activity a;
    a.id = ActivityId(id);
    a.customer = customer;
    a.day = day("2024-01-02");
    return a;
}

} // namespace

class TestBook : public QObject {
    Q_OBJECT
private slots:
    void oldBookStaysAsItWas();
    void payersParentsAndSites();
    void namesInOrder();
    void textsAsCodes();
    void indexesFollowChanges();
    void customersChangeTheirLinks();
    void ratesAndPoliciesByDay();
    void calendars();
    void cashKnownThrough();
    void dayOfTheBook();
    void sameMeansAllLines();
    void undoLeavesTheLiveRowsEqual();
};

void TestBook::oldBookStaysAsItWas()
{
    BookMaker m;
    const CustomerId a = m.customer("A").id;
    const BookPtr before = m.build();
    ChangeSet c;
    c.insert(call(1, a));
    const BookPtr after = before->with(c, 2);
    QCOMPARE(before->activitiesOf(0).size(), 0U);
    QCOMPARE(after->activitiesOf(0).size(), 1U);
    QCOMPARE(after->revision(), 2);
    QCOMPARE(before->revision(), 1);
    QCOMPARE(&before->ledger(), &after->ledger()); // posted lines are shared
}

void TestBook::payersParentsAndSites()
{
    BookMaker m;
    const CustomerId top = m.customer("TOP").id;
    m.customer("MID").parent = top;
    const CustomerId mid = m.customer("MID").id;
    m.customer("SITE").parent = mid;
    m.customer("SITE").payer = mid;
    m.customer("LOST").payer = CustomerId(99); // unknown: itself
    const BookPtr b = m.build();
    QCOMPARE(b->parentRow(2), 0U);
    QCOMPARE(b->payerRow(2), 1U);
    QCOMPARE(b->payerRow(3), 3U);
    QCOMPARE(std::vector(b->paidBy(1).begin(), b->paidBy(1).end()), (std::vector<std::uint32_t>{1, 2}));
    QVERIFY(b->paidBy(2).empty());
    QCOMPARE(b->customerByExternalId(u"SITE"_s), 2U);
    QCOMPARE(b->customerByExternalId(u"site"_s), noRow);
}

void TestBook::namesInOrder()
{
    BookMaker m;
    m.customer("1").name = u"beta"_s;
    m.customer("2").name = u"Ämter"_s;
    m.customer("3").name = u"Alpha"_s;
    m.customer("4").name = u"BETA"_s;
    const BookPtr b = m.build();
    QCOMPARE(b->nameRanks(), (std::vector<std::uint32_t>{2, 1, 0, 3}));
    QCOMPARE(b->foldedName(1), u"amter"_s);
}

void TestBook::textsAsCodes()
{
    BookMaker m;
    m.customer("1").tier = u"B"_s;
    m.customer("2");
    m.customer("3").tier = u"B"_s;
    const BookPtr b = m.build();
    QCOMPARE(b->customerTexts(&Customer::tier).texts, (std::vector<QString>{u"B"_s, QString()}));
    QCOMPARE(b->customerTexts(&Customer::tier).code, (std::vector<std::uint32_t>{0, 1, 0}));
    ChangeSet c;
    Customer changed = b->customers()[0];
    changed.tier = u"C"_s;
    c.change(b->customers()[0], changed);
    const BookPtr after = b->with(c, 2);
    QCOMPARE(after->customerTexts(&Customer::tier).texts.at(0), u"C"_s);
    QCOMPARE(b->customerTexts(&Customer::tier).texts.at(0), u"B"_s);
}

void TestBook::indexesFollowChanges()
{
    BookMaker m;
    const CustomerId a = m.customer("A").id, b = m.customer("B").id;
    const BookPtr start = m.build();
    ChangeSet c;
    c.insert(call(1, a));
    c.insert(call(2, b));
    c.insert(call(3, a));
    c.insert(call(4, CustomerId(77))); // of nobody we know: kept, in no index
    const BookPtr made = start->with(c, 2);
    QCOMPARE(made->activitiesOf(0).size(), 2U);
    ChangeSet move;
    Activity moved = call(1, b);
    move.change(call(1, a), moved);
    Activity gone = call(3, a);
    gone.retractedBy = OperationId(3);
    move.change(call(3, a), gone);
    Activity found = call(4, a);
    move.change(call(4, CustomerId(77)), found);
    const BookPtr after = made->with(move, 3);
    QCOMPARE(std::vector(after->activitiesOf(0).begin(), after->activitiesOf(0).end()), std::vector<std::uint32_t>{3});
    QCOMPARE(std::vector(after->activitiesOf(1).begin(), after->activitiesOf(1).end()),
             (std::vector<std::uint32_t>{0, 1}));
    QCOMPARE(made->activitiesOf(0).size(), 2U);
}

void TestBook::customersChangeTheirLinks()
{
    BookMaker m;
    const CustomerId a = m.customer("A").id;
    m.customer("B");
    const BookPtr start = m.build();
    ChangeSet c;
    Customer b = start->customers()[1];
    b.payer = a;
    b.name = u"AAA first"_s;
    c.change(start->customers()[1], b);
    Customer fresh;
    fresh.id = CustomerId(3);
    fresh.externalId = u"0003"_s;
    c.insert(fresh);
    const BookPtr after = start->with(c, 2);
    QCOMPARE(after->payerRow(1), 0U);
    QCOMPARE(after->customerByExternalId(u"0003"_s), 2U);
    QVERIFY(after->nameRanks()[1] < after->nameRanks()[0]);
    QCOMPARE(start->payerRow(1), 1U);
    QCOMPARE(start->customerByExternalId(u"0003"_s), noRow);
    const BookPtr undone = after->with(c.inverted(OperationId(2)), 3);
    QCOMPARE(undone->customerByExternalId(u"0003"_s), noRow);
    QVERIFY(sameLiveRows(*start, *undone));
}

void TestBook::ratesAndPoliciesByDay()
{
    BookMaker m("USD");
    m.rate("EUR", "2024-03-01", "1.2");
    m.rate("EUR", "2024-01-01", "1.1");
    m.rate("USD", "2024-01-01", "7"); // of the base itself: never used
    Policy p;
    p.validFrom = day("2024-06-01");
    p.dsoDays = 60;
    m.add(p);
    p.validFrom = day("2024-01-01");
    p.dsoDays = 30;
    m.add(p);
    const BookPtr b = m.build();
    const auto eur = Currency::parse(std::string_view("EUR"))->index(),
               usd = Currency::parse(std::string_view("USD"))->index();
    QVERIFY(!b->ratesAt(day("2023-12-31")).has(eur));
    QCOMPARE(b->ratesAt(day("2023-12-31")).convert(100, eur), 0);
    QCOMPARE(b->ratesAt(day("2024-02-29")).convert(100, eur), 110);
    QCOMPARE(b->ratesAt(day("2024-03-01")).convert(100, eur), 120);
    QCOMPARE(b->ratesAt(day("2024-03-01")).convert(100, usd), 100);
    QCOMPARE(b->policyAt(day("2023-01-01")).dsoDays, 30); // the first one before that
    QCOMPARE(b->policyAt(day("2024-05-31")).dsoDays, 30);
    QCOMPARE(b->policyAt(day("2024-06-01")).dsoDays, 60);
    QCOMPARE(BookMaker().build()->policyAt(day("2024-01-01")).dsoDays, 90);
}

void TestBook::calendars()
{
    BookMaker m;
    m.holiday("2024-12-25");
    m.holiday("2024-12-26", u"DE"_s);
    m.customer("A").calendar = u"DE"_s;
    m.customer("B").calendar = u"nowhere"_s;
    const BookPtr b = m.build();
    QVERIFY(!b->calendar().isBusinessDay(day("2024-12-25")));
    QVERIFY(!b->calendarOf(0).isBusinessDay(day("2024-12-26")));
    QVERIFY(b->calendarOf(0).isBusinessDay(day("2024-12-25")));
    QVERIFY(!b->calendarOf(1).isBusinessDay(day("2024-12-25"))); // the book's
}

void TestBook::cashKnownThrough()
{
    BookMaker m;
    m.company(u"X"_s).cashThrough = day("2024-05-31");
    m.company(u"Y"_s);
    m.payment("A", "1", "2024-06-15").company = u"X"_s;
    m.payment("A", "1", "2024-06-10").company = u"Y"_s;
    const BookPtr b = m.build();
    QCOMPARE(b->cashThrough(1), day("2024-05-31")); // stated beats the latest payment
    QCOMPARE(b->cashThrough(2), day("2024-06-10"));
    QCOMPARE(b->cashThrough(), day("2024-05-31"));
    QVERIFY(!BookMaker().build()->cashThrough().isValid());
}

void TestBook::dayOfTheBook()
{
    const BookPtr b = BookMaker("USD", u"Pacific/Auckland"_s).build();
    QCOMPARE(b->dayOf(1'719'750'000'000), day("2024-07-01")); // 2024-06-30T12:20Z
}

void TestBook::sameMeansAllLines()
{
    const auto book = [](auto&& change) {
        BookMaker m;
        auto& i = m.invoice("A", "10", "2024-01-01", "2024-02-01");
        auto& p = m.payment("A", "10", "2024-02-01");
        auto& q = m.payment("A", "10", "2024-02-01");
        m.allocate(p, i, "5");
        m.allocate(q, i, "5");
        change(m, i, p, q);
        return m.build();
    };
    const auto nothing = [](auto&&...) {};
    const BookPtr a = book(nothing);
    QVERIFY(sameLiveRows(*a, *book(nothing)));
    QVERIFY(!sameLiveRows(*a, *book([](auto&, auto& i, auto&, auto&) { i.number = "other"; })));
    QVERIFY(!sameLiveRows(*a, *book([](auto&, auto&, auto& p, auto&) { p.reference = "other"; })));
    QVERIFY(!sameLiveRows(*a, *book([](auto&, auto& i, auto& p, auto&) { i.settlements[1].creditId = p.row.id; })));
    QVERIFY(!sameLiveRows(*a, *book([](auto& m, auto&, auto&, auto&) { m.invoice("A", "1", "2024-01-01"); })));
    QVERIFY(!sameLiveRows(*a, *book([](auto& m, auto&, auto& p, auto&) { m.reverse(p, "2024-09-01"); })));
    QVERIFY(!sameLiveRows(*a, *book([](auto& m, auto&, auto&, auto&) { m.customer("A").owner = u"Ann"_s; })));
}

void TestBook::undoLeavesTheLiveRowsEqual()
{
    QVERIFY(rc::check("with(change), with(its inverse) = the same live rows", [] {
        BookMaker m;
        for (const char* id : {"A", "B", "C"})
            m.customer(id);
        m.add(call(0, m.customer("A").id));
        const BookPtr start = m.build();
        BookPtr book = start;
        std::vector<ChangeSet> done;
        for (int n = *rc::gen::inRange(1, 12); n > 0; --n) {
            ChangeSet c;
            c.operation = OperationId(100 + n);
            const auto row = *rc::gen::inRange(0U, 3U);
            if (*rc::gen::arbitrary<bool>()) {
                c.insert(call(m.ids().next(Table::Activity), book->customers()[row].id));
            } else {
                Customer changed = book->customers()[row];
                changed.name = QString::number(*rc::gen::inRange(0, 5));
                changed.payer = book->customers()[*rc::gen::inRange(0U, 3U)].id;
                c.change(book->customers()[row], changed);
            }
            book = book->with(c, book->revision() + 1);
            done.push_back(std::move(c));
        }
        for (; !done.empty(); done.pop_back())
            book = book->with(done.back().inverted(OperationId(999)), book->revision() + 1);
        RC_ASSERT(sameLiveRows(*start, *book));
        for (std::uint32_t row = 0; row < 3; ++row) {
            RC_ASSERT(book->activitiesOf(row).size() == start->activitiesOf(row).size());
            RC_ASSERT(book->payerRow(row) == start->payerRow(row));
        }
    }));
}

QTEST_GUILESS_MAIN(TestBook)
#include "tst_book.moc"
