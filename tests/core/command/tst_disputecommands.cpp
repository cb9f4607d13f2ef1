// Disputes opened, edited, worked, resolved and reopened; deductions taken up.
#include "core/base/storedwords.h"
#include "tests/core/command/commanddesk.h"

#include "core/insight/agreements/disputes.h"
#include "core/insight/figures/itemstate.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestDisputeCommands : public QObject {
    Q_OBJECT
private slots:
    void opened();
    void noMoreThanIsOpenAndUndisputed();
    void refusals();
    void deduction();
    void aGuessStaysACode();
    void edited();
    void worked();
    void resolvedAsUnfounded();
    void creditDueIsOwed();
    void reopened();
};

namespace {

OpenDispute dispute(CustomerId payer, std::vector<PromiseLine> lines)
{
    OpenDispute c;
    c.payer = payer;
    c.draft.kind = DisputeReason::Price;
    c.draft.lines = std::move(lines);
    return c;
}

} // namespace

// Two invoices together are one case: a row each, with the same words.
void TestDisputeCommands::opened()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    auto& b = k.late("C", "200.00", 40);
    k.m.customer("C").owner = u"ann"_s;
    OpenDispute c = dispute(k.id("C"), {{a, 12000}, {b, 0}});
    c.draft.reason = u"Price list of May"_s;
    c.draft.department = u"Sales"_s;
    QCOMPARE(k.summary(c),
             u"Dispute opened for Customer C (price). 320.00 EUR of 2 invoices left out until resolved, to be "
             "answered by 28 Nov."_s);
    const auto& rows = k.last->of<Dispute>();
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].after.amount, 12000);
    QCOMPARE(rows[1].after.amount, 0); // all that is open, whatever it will be
    QCOMPARE(rows[1].after.caseOf, rows[0].after.id);
    QCOMPARE(rows[0].after.owner, u"ann"_s);
    QCOMPARE(rows[1].after.department, u"Sales"_s);
    QCOMPARE(rows[0].after.targetDate, day("2025-11-28")); // ten business days
    const BookPtr next = k.book->with(*k.last, 2);
    QCOMPARE(ItemStates(*next, k.today).of(0).disputed, 12000);
    QCOMPARE(ItemStates(*next, k.today).of(1).disputed, 20000);
    QVERIFY(ItemStates(*next, k.today - 1).all().empty());
}

// 500 open, 300 contested: 200 may be; "all" beside it is those 200.
void TestDisputeCommands::noMoreThanIsOpenAndUndisputed()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    k.m.dispute(a, "2025-11-03").amount = 30000;
    QCOMPARE(k.refused(dispute(k.id("C"), {{a, 20001}})),
             u"amount: is more than the 200.00 EUR of INV-1 that are open and not disputed"_s);
    QCOMPARE(say(k.last.error().remedy), u"write at most 200.00 EUR"_s);
    QVERIFY(k.decide(dispute(k.id("C"), {{a, 0}})));
    QCOMPARE(k.only<Dispute>().amount, 20000);
    k.m.dispute(a, "2025-11-04").amount = 20000;
    k.book = nullptr;
    QCOMPARE(k.refused(dispute(k.id("C"), {{a, 0}})), u"invoices: INV-1 is disputed already"_s);
}

void TestDisputeCommands::refusals()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    auto& theirs = k.late("D", "500.00", 20);
    QCOMPARE(k.refused(dispute(k.id("C"), {})), u"invoices: none is chosen"_s);
    QCOMPARE(k.refused(dispute(k.id("C"), {{theirs, 0}})), u"invoices: one is not open at this customer"_s);
    QCOMPARE(k.refused(dispute(k.id("C"), {{a, 100}, {a, 100}})), u"invoices: one is chosen twice"_s);
    OpenDispute past = dispute(k.id("C"), {{a, 0}});
    past.draft.targetDate = day("2025-11-13");
    QCOMPARE(k.refused(past), u"target: lies in the past"_s);
    OpenDispute nul = dispute(k.id("C"), {{a, 0}});
    nul.draft.rootCause = u"\0"_s;
    QCOMPARE(k.refused(nul), u"root cause: holds a NUL character"_s);
    QCOMPARE(k.refused(WorkDispute{DisputeId(99)}), u"dispute: is not a dispute of this book"_s);
}

void TestDisputeCommands::deduction()
{
    CommandDesk k;
    auto& a = k.late("C", "5000.00", 20);
    k.m.pay(a, "4900.00", "2025-11-10");
    auto& whole = k.late("C", "100.00", 20);
    QCOMPARE(
        k.summary(AcceptDeduction{a}),
        u"Deduction of Customer C taken up (terms, guessed). 100.00 EUR of 1 invoice left out until resolved, to be "
        "answered by 28 Nov."_s);
    const Dispute x = k.only<Dispute>();
    QVERIFY(x.guessed);
    QCOMPARE(x.kind, DisputeReason::Terms);
    QCOMPARE(say(recalled(x.reason)), u"2 % of the invoice: looks like a discount taken"_s);
    QCOMPARE(x.reason, u"\x1f%|%1 % of the invoice: looks like a discount taken|e20000/0"_s);
    QCOMPARE(k.refused(AcceptDeduction{whole}), u"invoice: is no short payment any more"_s);
}

// A form shows the words; what comes back as it was stays the code, what was typed instead is somebody's.
void TestDisputeCommands::aGuessStaysACode()
{
    CommandDesk k;
    auto& a = k.late("C", "5000.00", 20);
    k.m.pay(a, "4900.00", "2025-11-10");
    QVERIFY(k.decide(AcceptDeduction{a}));
    const Dispute x = k.only<Dispute>();
    k.book = k.book->with(*k.last, 2);
    EditDispute c{x.id, x.kind, say(recalled(x.reason)), u"Packing"_s, {}, {}, {}, x.targetDate, {}};
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<Dispute>().reason, x.reason);
    c.reason = u"2 % of the invoice"_s;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<Dispute>().reason, u"2 % of the invoice"_s);
}

void TestDisputeCommands::edited()
{
    CommandDesk k;
    Dispute& x = k.m.dispute(k.late("C", "500.00", 20), "2025-11-03");
    x.guessed = true;
    x.kind = DisputeReason::Deduction;
    x.targetDate = day("2025-11-10"); // over
    EditDispute c{x.id,     DisputeReason::Quality, u"Torn boxes"_s, u"Packing"_s, u"Logistics"_s, u"Bo"_s,
                  u"ann"_s, x.targetDate,           u"asked twice"_s};
    QCOMPARE(k.summary(c), u"Dispute of INV-1 (Customer C) changed."_s);
    const Dispute after = k.only<Dispute>();
    QCOMPARE(after.kind, DisputeReason::Quality);
    QVERIFY(!after.guessed); // somebody said so
    QCOMPARE(after.rootCause, u"Packing"_s);
    QCOMPARE(after.responsible, u"Bo"_s);
    c.targetDate = day("2025-11-11");
    QCOMPARE(k.refused(c), u"target: lies in the past"_s);
    c.targetDate = day("2025-11-21");
    QVERIFY(k.decide(c));
}

void TestDisputeCommands::worked()
{
    CommandDesk k;
    Dispute& x = k.m.dispute(k.late("C", "500.00", 20), "2025-11-03");
    QCOMPARE(k.summary(WorkDispute{x.id}), u"Dispute of INV-1 (Customer C) is in work."_s);
    QCOMPARE(k.only<Dispute>().inWorkOn, k.today);
    QCOMPARE(k.only<Dispute>().owner, u"me"_s);
    k.book = k.book->with(*k.last, 2);
    QCOMPARE(k.refused(WorkDispute{x.id}), u"dispute: is in work already"_s);
}

void TestDisputeCommands::resolvedAsUnfounded()
{
    CommandDesk k;
    Dispute& x = k.m.dispute(k.late("C", "500.00", 20), "2025-11-03");
    QCOMPARE(k.refused(ResolveDispute{x.id, Resolution::None, {}}), u"resolution: is missing"_s);
    QCOMPARE(k.summary(ResolveDispute{x.id, Resolution::Unfounded, u"Order was signed"_s}),
             u"Dispute of INV-1 (Customer C) resolved: unfounded. 500.00 EUR can be asked for again."_s);
    QCOMPARE(k.only<Dispute>().resolvedOn, k.today);
    QCOMPARE(k.only<Dispute>().resolvedBy, u"me"_s);
    QCOMPARE(k.only<NextAction>().due, k.today);
    k.book = k.book->with(*k.last, 2);
    QCOMPARE(k.refused(ResolveDispute{x.id, Resolution::Paid, {}}), u"dispute: is resolved already"_s);
}

void TestDisputeCommands::creditDueIsOwed()
{
    CommandDesk k;
    Dispute& x = k.m.dispute(k.late("C", "500.00", 20), "2025-11-03");
    x.amount = 12000;
    x.owner = u"ann"_s;
    QCOMPARE(k.summary(ResolveDispute{x.id, Resolution::CreditDue, {}}),
             u"Dispute of INV-1 (Customer C) resolved: credit due. We owe them a credit of 120.00 EUR by 21 Nov."_s);
    const CustomerRequest r = k.only<CustomerRequest>();
    QCOMPARE(r.kind, RequestKind::Credit);
    QCOMPARE(say(recalled(r.what)), u"Credit note of 120.00 EUR for INV-1"_s);
    QCOMPARE(r.owner, u"ann"_s);
    QVERIFY(k.last->of<NextAction>().empty());
}

// The days between stay as they were; the case is one, and only its latest row opens again.
void TestDisputeCommands::reopened()
{
    CommandDesk k;
    auto& a = k.late("C", "500.00", 20);
    Dispute& x = k.m.dispute(a, "2025-11-03", "2025-11-07");
    x.amount = 30000;
    x.resolution = Resolution::Unfounded;
    x.inWorkOn = day("2025-11-04");
    k.m.pay(a, "350.00", "2025-11-10");
    QCOMPARE(k.summary(ReopenDispute{x.id, {}, u"They insist"_s}),
             u"Dispute of INV-1 (Customer C) reopened, to be answered by 28 Nov."_s);
    const Dispute again = k.only<Dispute>();
    QCOMPARE(again.reopens, x.id);
    QCOMPARE(again.caseOf, x.id);
    QCOMPARE(again.amount, 15000); // no more than is open
    QCOMPARE(again.note, u"They insist"_s);
    QVERIFY(!again.inWorkOn.isValid() && !again.resolvedOn.isValid() && again.resolution == Resolution::None);
    const BookPtr next = k.book->with(*k.last, 2);
    QCOMPARE(ItemStates(*next, day("2025-11-05")).of(0).disputed, 30000);
    QVERIFY(ItemStates(*next, day("2025-11-12")).all().empty());
    QCOMPARE(ItemStates(*next, k.today).of(0).disputed, 15000);
    k.book = next;
    QCOMPARE(k.refused(ReopenDispute{x.id, {}, {}}), u"dispute: was reopened before"_s);
    QCOMPARE(k.refused(ReopenDispute{again.id, {}, {}}), u"dispute: is open"_s);
}

QTEST_GUILESS_MAIN(TestDisputeCommands)
#include "tst_disputecommands.moc"
