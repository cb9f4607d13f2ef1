// What is to be collected with promises, plans, disputes and unapplied cash, in several currencies: the product and an
// oracle written from the definitions agree to the cent on hundreds of generated books.
#include "core/insight/calls/callmoney.h"
#include "core/insight/letters/mailguard.h"
#include "tests/core/insight/figures/oracle.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestToBeCollected : public QObject {
    Q_OBJECT
private slots:
    void agreesWithTheDefinitions();
    void theBooksHoldWhatTheyAreMadeFor();
    void onePayerAsTheWholeBook();
    void straysFollowChanges();
    void orderOfWhatIsHeld();
};

namespace {

constexpr unsigned books = 400;

std::vector<Date> daysOf(unsigned seed)
{
    return {day("2024-06-03"), day("2024-03-01") + int(seed % 300), day("2024-09-15") + int(seed % 97),
            day("2025-03-31"), day("2025-12-31")};
}

} // namespace

void TestToBeCollected::agreesWithTheDefinitions()
{
    const BehaviourModel model = BehaviourModel::fit({}, Date(0));
    for (unsigned seed = 1; seed <= books; ++seed) {
        const BookMaker made = randomCollectBook(seed);
        const BookPtr book = made.build();
        const Oracle oracle(made);
        for (const Date d : daysOf(seed)) {
            const QByteArray where = QByteArray("seed ") + QByteArray::number(seed) + " on " + d.toIso().toLatin1();
            CallMoney money(*book, model, d);
            const auto held = oracle.held(d);
            for (std::size_t i = 0; i < held.size(); ++i) {
                const auto row = book->ledger().debitRow(DebitId(made.debits()[i].row.id));
                const ItemState s = money.states().of(row);
                const bool same = Oracle::Held{s.disputed, s.planned, s.promised} == held[i];
                QVERIFY2(same,
                         qPrintable(u"%1, item %2: %3 %4 %5, by definition %6 %7 %8"_s.arg(QString::fromLatin1(where))
                                        .arg(made.debits()[i].row.id)
                                        .arg(s.disputed)
                                        .arg(s.planned)
                                        .arg(s.promised)
                                        .arg(held[i].disputed)
                                        .arg(held[i].planned)
                                        .arg(held[i].promised)));
            }
            for (const auto& [payer, tbc] : oracle.toBeCollected(d))
                QVERIFY2(
                    money.of(book->customerByExternalId(payer)).tbc == tbc,
                    qPrintable(u"%1, payer %2, by definition %3"_s.arg(QString::fromLatin1(where), payer).arg(tbc)));
        }
    }
}

// A comparison of nothings would prove nothing: over all books, each kind takes money out somewhere, often.
void TestToBeCollected::theBooksHoldWhatTheyAreMadeFor()
{
    int disputed = 0, planned = 0, promised = 0, two = 0, foreign = 0;
    for (unsigned seed = 1; seed <= books; ++seed) {
        const BookMaker made = randomCollectBook(seed);
        const Oracle oracle(made);
        for (const Date d : daysOf(seed)) {
            const auto held = oracle.held(d);
            for (std::size_t i = 0; i < held.size(); ++i) {
                const Oracle::Held& h = held[i];
                disputed += h.disputed > 0;
                planned += h.planned > 0;
                promised += h.promised > 0;
                two += (h.disputed > 0) + (h.planned > 0) + (h.promised > 0) > 1;
                foreign += h.all() > 0 && made.debits()[i].row.currency != made.base().index();
            }
        }
    }
    QVERIFY2(disputed > 200 && planned > 200 && promised > 200 && two > 50 && foreign > 100,
             qPrintable(u"%1 %2 %3 %4 %5"_s.arg(disputed).arg(planned).arg(promised).arg(two).arg(foreign)));
}

// Asked about one payer alone, everything is as in the whole book, and costs that payer.
void TestToBeCollected::onePayerAsTheWholeBook()
{
    int held = 0, strays = 0, free = 0;
    for (unsigned seed = 1; seed <= books; ++seed) {
        BookMaker made = randomCollectBook(seed);
        BookPtr book = made.build();
        if (const auto& all = made.records<Customer>(); all.size() > 1) { // a site gets another payer, by a change
            ChangeSet moved;
            Customer after = all.back();
            after.payer = all[seed % (all.size() - 1)].id;
            moved.change(all.back(), after);
            book = book->with(moved, 2);
        }
        strays += int(book->strays<Promise>().size() + book->strays<Plan>().size() + book->strays<Dispute>().size());
        for (const Date d : daysOf(seed)) {
            const ItemStates whole(*book, d);
            const OpenByPayer open(*book, d);
            for (std::uint32_t payer = 0; payer < book->customers().size(); ++payer) {
                if (book->payerRow(payer) != payer)
                    continue;
                const ItemStates own(*book, d, payer);
                for (std::uint32_t row = 0; row < book->ledger().debitCount; ++row) {
                    const auto [c, i] = book->ledger().debit(row);
                    const ItemState w = book->payerRow(c->customer[i]) == payer ? whole.of(row) : ItemState{};
                    const ItemState o = own.of(row);
                    QVERIFY2(o.disputed == w.disputed && o.planned == w.planned && o.promised == w.promised,
                             qPrintable(u"seed %1, payer %2, item %3"_s.arg(seed).arg(payer).arg(row)));
                    held += w.held() > 0;
                }
                const auto cash = unappliedOf(*book, payer, d);
                const auto span = open.unapplied(payer);
                QCOMPARE(cash.size(), span.size());
                for (std::size_t k = 0; k < cash.size(); ++k)
                    QVERIFY(cash[k].amount == span[k].amount && cash[k].currency == span[k].currency
                            && cash[k].free == span[k].free);
                free += int(cash.size());
            }
        }
    }
    QVERIFY2(held > 1000 && strays > 20 && free > 200, qPrintable(u"%1 %2 %3"_s.arg(held).arg(strays).arg(free)));
}

// Every commit keeps the rows that name somebody else's item: those of before the change, of it, and its undoing.
void TestToBeCollected::straysFollowChanges()
{
    BookMaker m;
    m.customer("S").payer = m.customer("P").id;
    auto& item = m.invoice("S", "100.00", "2025-04-01", "2025-05-01");
    Promise& p = m.promise("P", "100.00", "2025-05-02", "2025-05-20");
    p.lines = {{item, 10000}};
    const BookPtr before = m.build();
    QVERIFY(before->strays<Promise>().empty());
    const Customer site = *before->customers().find(m.customer("S").id);
    Customer alone = site;
    alone.payer = {};
    ChangeSet moved;
    moved.change(site, alone);
    const BookPtr after = before->with(moved, 2);
    QCOMPARE(after->strays<Promise>().size(), std::size_t(1));
    const std::uint32_t row = after->customerRow(site.id);
    QCOMPARE(ItemStates(*after, day("2025-05-10"), row).of(0).promised, 10000);
    ChangeSet gone;
    Promise withdrawn = p;
    withdrawn.retractedBy = OperationId(9);
    gone.change(p, withdrawn);
    QVERIFY(after->with(gone, 3)->strays<Promise>().empty());
    QVERIFY(after->with(moved.inverted(OperationId(8)), 3)->strays<Promise>().empty());
}

// 1,000 past due: 300 disputed, 500 planned, 400 promised of which 200 are left; 0 rest, so nothing is collected.
void TestToBeCollected::orderOfWhatIsHeld()
{
    BookMaker m;
    auto& a = m.invoice("C", "1000.00", "2025-04-01", "2025-05-01");
    m.dispute(a, "2025-05-03").amount = 30000;
    Plan plan;
    plan.customer = m.customer("C").id;
    plan.currency = m.base();
    plan.lines = {{a, 50000}};
    plan.instalments = {{day("2025-05-20"), 20000}, {day("2025-06-20"), 30000}};
    plan.madeOn = plan.enteredOn = day("2025-05-05");
    m.add(plan);
    m.promise("C", "400.00", "2025-05-05", "2025-05-20").lines = {{a, 40000}};
    const BookPtr book = m.build();
    const ItemState s = ItemStates(*book, day("2025-05-10")).of(0);
    QCOMPARE(s.disputed, 30000);
    QCOMPARE(s.planned, 50000);
    QCOMPARE(s.promised, 20000);
    const BehaviourModel model = BehaviourModel::fit({}, Date(0));
    QCOMPARE(CallMoney(*book, model, day("2025-05-10")).of(0).tbc, 0);
    QCOMPARE(CallMoney(*book, model, day("2025-05-04")).of(0).tbc, 70000);
}

QTEST_GUILESS_MAIN(TestToBeCollected)
#include "tst_tobecollected.moc"
