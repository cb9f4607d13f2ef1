#include "core/base/storedwords.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPostings : public QObject {
    Q_OBJECT
private slots:
    void writesOff();
    void writesOffOnlyWhatIsOpen();
    void allocates();
    void allocatesWhatFits();
    void allocatesOnlyMoneyThatIsThere();
    void takesAnAllocationBack();
    void charges();
    void chargeNumbersAreOnce();
    void days();
};

namespace {

std::int64_t openAfter(const CommandDesk& k, DebitId debit)
{
    const BookPtr next = k.book->with(*k.last, k.book->revision() + 1);
    return next->ledger().open(next->ledger().debitRow(debit), k.today);
}

} // namespace

void TestPostings::writesOff()
{
    CommandDesk k;
    auto& d = k.late("A", "100", 40);
    QCOMPARE(k.summary(WriteOff{d, 250, u"bank charges"_s, {}}),
             u"2.50 EUR of INV-1 written off; 97.50 EUR stay open."_s);
    const PostedWriteOff w = k.last->posted.in.writeOffs.at(0);
    QCOMPARE(w.reason, u"bank charges"_s);
    QCOMPARE(w.date, k.today);
    QCOMPARE(openAfter(k, d), 9750);
    QCOMPARE(say(recalled(k.only<Activity>().note)), u"2.50 EUR of INV-1 written off: bank charges"_s);
    QCOMPARE(k.summary(WriteOff{d, 10000, u"gone"_s, {}}), u"100.00 EUR of INV-1 written off."_s);
    QCOMPARE(openAfter(k, d), 0);
}

void TestPostings::writesOffOnlyWhatIsOpen()
{
    CommandDesk k;
    auto& d = k.late("A", "100", 40);
    k.m.pay(d, "60", "2025-11-10");
    QCOMPARE(k.refused(WriteOff{d, 4001, u"x"_s, {}}), u"amount: is more than the 40.00 EUR open of INV-1"_s);
    QCOMPARE(say(k.last.error().remedy), u"write at most 40.00 EUR"_s);
    // A day before the payment: what is open then is no longer open afterwards.
    QCOMPARE(k.refused(WriteOff{d, 9000, u"x"_s, day("2025-11-01")}),
             u"amount: is more than the 40.00 EUR open of INV-1"_s);
    QVERIFY(k.decide(WriteOff{d, 4000, u"x"_s, day("2025-11-01")}));
    QCOMPARE(k.refused(WriteOff{d, 0, u"x"_s, {}}), u"amount: is not above zero"_s);
    QCOMPARE(k.refused(WriteOff{d, -5, u"x"_s, {}}), u"amount: is not above zero"_s);
    QCOMPARE(k.refused(WriteOff{d, 100, u"  "_s, {}}), u"reason: is missing"_s);
    QCOMPARE(k.refused(WriteOff{DebitId(77), 100, u"x"_s, {}}), u"invoice: is not in this book"_s);
}

void TestPostings::allocates()
{
    CommandDesk k;
    auto& first = k.late("A", "100", 40);
    auto& second = k.late("A", "50", 20);
    const auto& p = k.m.payment("A", "120", "2025-11-10");
    QCOMPARE(k.summary(Allocate{p, {{first, 10000}, {second, 0}}, {}}),
             u"120.00 EUR of CR-1 allocated to INV-1, INV-2."_s);
    QCOMPARE(k.last->posted.in.allocations.size(), 2U);
    QCOMPARE(k.last->posted.in.allocations[1].amount, 2000); // what is left of it
    QCOMPARE(openAfter(k, first), 0);
    QCOMPARE(openAfter(k, second), 3000);
}

void TestPostings::allocatesWhatFits()
{
    CommandDesk k;
    auto& d = k.late("A", "100", 40);
    auto& usd = k.m.invoice("A", "100 USD", "2025-10-01", "2025-10-31");
    auto& other = k.late("B", "100", 40);
    k.m.customer("HEAD");
    k.m.customer("G1").parent = k.id("HEAD");
    k.m.customer("G2").parent = k.id("HEAD");
    k.m.customer("SITE").payer = k.id("A");
    auto& site = k.late("SITE", "30", 10);
    auto& sister = k.late("G2", "30", 10);
    const auto& p = k.m.payment("A", "40", "2025-11-10");
    const auto& ofG1 = k.m.payment("G1", "40", "2025-11-10");
    QCOMPARE(k.refused(Allocate{p, {}, {}}), u"invoice: none is chosen"_s);
    QCOMPARE(k.refused(Allocate{p, {{usd, 0}}, {}}), u"currency: INV-2 is in USD, the money in EUR"_s);
    QCOMPARE(k.refused(Allocate{p, {{other, 0}}, {}}), u"invoice: INV-3 is owed by another account"_s);
    QCOMPARE(k.refused(Allocate{p, {{d, 4001}}, {}}), u"amount: is more than the 40.00 EUR left of CR-1"_s);
    QCOMPARE(k.refused(Allocate{p, {{site, 3001}}, {}}), u"amount: is more than the 30.00 EUR open of INV-4"_s);
    QCOMPARE(k.refused(Allocate{p, {{d, 100}, {d, 100}}, {}}), u"invoice: one is named twice"_s);
    QCOMPARE(k.refused(Allocate{p, {{d, 4000}, {site, 1}}, {}}), u"amount: nothing is left of CR-1"_s);
    QVERIFY(k.decide(Allocate{p, {{site, 0}}, {}}));     // one payer
    QVERIFY(k.decide(Allocate{ofG1, {{sister, 0}}, {}})); // one parent above both
}

void TestPostings::allocatesOnlyMoneyThatIsThere()
{
    CommandDesk k;
    auto& d = k.late("A", "100", 40);
    const auto& bounced = k.m.payment("A", "40", "2025-11-01");
    k.m.reverse(bounced, "2025-11-05");
    const auto& unknown = k.m.payment("", "40", "2025-11-02");
    const auto& recovery = k.m.credit(CreditKind::Recovery, "A", "40", "2025-11-02");
    const auto& used = k.m.payment("A", "30", "2025-11-03");
    k.m.allocate(used, k.late("A", "30", 3), "30");
    auto& settled = k.late("A", "10", 3);
    k.m.pay(settled, "10", "2025-11-13");
    const auto& free = k.m.payment("A", "30", "2025-11-03");
    QCOMPARE(k.refused(Allocate{bounced, {{d, 0}}, {}}), u"credit: CR-1 came back on 5 Nov"_s);
    QCOMPARE(k.refused(Allocate{unknown, {{d, 0}}, {}}), u"credit: nobody knows yet who paid CR-3"_s);
    QCOMPARE(k.refused(Allocate{recovery, {{d, 0}}, {}}), u"credit: CR-4 is a recovery and settles nothing"_s);
    QCOMPARE(k.refused(Allocate{used, {{d, 0}}, {}}), u"amount: nothing is left of CR-5"_s);
    QCOMPARE(k.refused(Allocate{free, {{settled, 0}}, {}}), u"invoice: INV-3 is settled"_s);
    QCOMPARE(k.refused(Allocate{CreditId(99), {{d, 0}}, {}}), u"credit: is not in this book"_s);
}

void TestPostings::takesAnAllocationBack()
{
    CommandDesk k;
    auto& d = k.late("A", "100", 40);
    auto& other = k.late("A", "100", 40);
    const auto& p = k.m.payment("A", "90", "2025-11-01");
    k.m.allocate(p, d, "60");
    k.m.allocate(p, d, "10", "2025-11-05");
    k.m.allocate(p, other, "20");
    QCOMPARE(k.summary(Unallocate{p, d}), u"70.00 EUR of CR-1 taken back from INV-1."_s);
    QCOMPARE(k.last->posted.out.allocations.size(), 2U);
    QCOMPARE(openAfter(k, d), 10000);
    QCOMPARE(openAfter(k, other), 8000);
    const BookPtr next = k.book->with(*k.last, 2);
    QCOMPARE(unallocated(next->ledger(), next->ledger().creditRow(p)), 7000);
    k.book = next;
    QCOMPARE(k.refused(Unallocate{p, d}), u"invoice: INV-1 is not settled by CR-1"_s);
}

void TestPostings::charges()
{
    CommandDesk k;
    k.m.customer("A").termsDays = 10;
    const CustomerId a = k.id("A"), b = k.id("B");
    const Currency eur = k.m.base();
    QCOMPARE(k.summary(Charge{a, {}, u"FC-1"_s, eur, 1250, {}, {}, u"interest for October"_s}),
             u"FC-1 over 12.50 EUR charged to Customer A, due 24 Nov."_s);
    const PostedDebit d = k.last->posted.in.debits.at(0);
    QCOMPARE(d.kind, DebitKind::FinanceCharge);
    QCOMPARE(d.dueSource, DueSource::CustomerTerms);
    QCOMPARE(say(recalled(k.only<Activity>().note)), u"FC-1 over 12.50 EUR charged: interest for October"_s);
    QCOMPARE(openAfter(k, d.id), 1250);
    QVERIFY(k.decide(Charge{b, {}, u"FC-1"_s, eur, 1250, {}, {}, u"fee"_s}));
    QCOMPARE(k.last->posted.in.debits.at(0).due, k.today + 30);
    QCOMPARE(k.refused(Charge{a, {}, u" "_s, eur, 1250, {}, {}, u"fee"_s}), u"number: is missing"_s);
    QCOMPARE(k.refused(Charge{a, {}, u"F"_s, eur, 0, {}, {}, u"fee"_s}), u"amount: is not above zero"_s);
    QCOMPARE(k.refused(Charge{a, {}, u"F"_s, eur, 100, {}, {}, {}}), u"reason: is missing"_s);
    QCOMPARE(k.refused(Charge{a, {}, u"F"_s, {}, 100, {}, {}, u"fee"_s}), u"currency: is missing"_s);
    QCOMPARE(k.refused(Charge{a, CompanyId(9), u"F"_s, eur, 100, {}, {}, u"fee"_s}),
             u"company: is not a company of this book"_s);
    QCOMPARE(k.refused(Charge{CustomerId(99), {}, u"F"_s, eur, 100, {}, {}, u"fee"_s}),
             u"customer: is not a customer of this book"_s);
}

void TestPostings::chargeNumbersAreOnce()
{
    CommandDesk k;
    const CustomerId a = k.id("A"), b = k.id("B");
    const Charge c{a, {}, u"FC-1"_s, k.m.base(), 1250, {}, {}, u"fee"_s};
    QVERIFY(k.decide(c));
    k.book = k.book->with(*k.last, 2);
    QCOMPARE(k.refused(c), u"number: FC-1 is a charge of this customer already"_s);
    Charge other = c;
    other.customer = b; // another customer's number
    QVERIFY(k.decide(other));
}

void TestPostings::days()
{
    CommandDesk k;
    auto& d = k.late("A", "100", 10); // of 5 Oct 2025
    const auto& p = k.m.payment("A", "40", "2025-11-10");
    const Date tomorrow = k.today + 1;
    QCOMPARE(k.refused(WriteOff{d, 100, u"x"_s, tomorrow}), u"date: lies in the future"_s);
    QCOMPARE(k.refused(WriteOff{d, 100, u"x"_s, day("2025-10-01")}), u"date: lies before the invoice"_s);
    QCOMPARE(k.refused(Allocate{p, {{d, 0}}, tomorrow}), u"date: lies in the future"_s);
    QCOMPARE(k.refused(Allocate{p, {{d, 0}}, day("2025-11-09")}), u"date: lies before the money came"_s);
    auto& later = k.m.invoice("A", "30", "2025-11-12", "2025-12-12");
    later.number = "INV-9";
    k.book.reset();
    QCOMPARE(k.refused(Allocate{p, {{later, 0}}, day("2025-11-11")}),
             u"date: lies before INV-9, which is of 2025-11-12"_s);
    QVERIFY(k.decide(Allocate{p, {{later, 0}}, day("2025-11-12")}));
    const Charge c{k.id("A"), {}, u"FC-1"_s, k.m.base(), 1250, tomorrow, {}, u"fee"_s};
    QCOMPARE(k.refused(c), u"date: lies in the future"_s);
    Charge early = c;
    early.date = k.today;
    early.due = k.today - 1;
    QCOMPARE(k.refused(early), u"due: lies before the date"_s);
}

QTEST_GUILESS_MAIN(TestPostings)
#include "tst_postings.moc"
