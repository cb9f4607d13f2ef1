// What was said and what came of it: claims of payment, confirmations, why money is late, how well people are reached.
#include "core/insight/agreements/claims.h"
#include "core/insight/agreements/confirms.h"
#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/figures/contactrates.h"
#include "tests/core/insight/calls/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCallWords : public QObject {
    Q_OBJECT
private slots:
    void claims_data();
    void claims();
    void claimEndsItsWait();
    void confirms_data();
    void confirms();
    void unmetGoesUp();
    void notWhileItIsOurTurn();
    void draftsTheMail();
    void requestLane();
    void scheduledWaits();
    void lateReasonsAddUp();
    void rates();
};

namespace {

constexpr const char* payerName = "C";

ConfirmBy& confirm(Desk& k, int madeAgo, int dueAgo, ContactId by = {}, ContactRole next = ContactRole::ApLead)
{
    ConfirmBy c;
    c.customer = k.m.customer(payerName).id;
    c.contact = by;
    c.madeOn = k.d - madeAgo;
    c.due = k.d - dueAgo;
    c.nextRung = next;
    return k.m.add(c);
}

} // namespace

// Said on Tue 11 Nov that it was paid on Mon 10 Nov; back on Fri 14 Nov. Today is Fri 14 Nov.
void TestCallWords::claims_data()
{
    QTest::addColumn<QString>("cash");      // known through
    QTest::addColumn<QString>("paidOn");    // "" = no payment
    QTest::addColumn<QString>("reference"); // of the payment
    QTest::addColumn<QString>("named");     // by them
    QTest::addColumn<QString>("on");        // D
    QTest::addColumn<QString>("state");
    QTest::newRow("nothing yet") << u"2025-11-13"_s << u""_s << u""_s << u""_s << u"2025-11-13"_s << u"waiting"_s;
    QTest::newRow("nothing came") << u"2025-11-13"_s << u""_s << u""_s << u""_s << u"2025-11-14"_s << u"not found"_s;
    QTest::newRow("bank data too old") << u"2025-11-09"_s << u""_s << u""_s << u""_s << u"2025-11-14"_s << u"waiting"_s;
    QTest::newRow("bank data that day") << u"2025-11-10"_s << u""_s << u""_s << u""_s << u"2025-11-14"_s
                                        << u"not found"_s;
    QTest::newRow("came next day") << u"2025-11-13"_s << u"2025-11-11"_s << u"X"_s << u""_s << u"2025-11-12"_s
                                   << u"found"_s;
    QTest::newRow("came later than D") << u"2025-11-13"_s << u"2025-11-13"_s << u"X"_s << u""_s << u"2025-11-12"_s
                                       << u"waiting"_s;
    QTest::newRow("three days before") << u"2025-11-13"_s << u"2025-11-07"_s << u"X"_s << u""_s << u"2025-11-14"_s
                                       << u"found"_s;
    QTest::newRow("four days before") << u"2025-11-13"_s << u"2025-11-06"_s << u"X"_s << u""_s << u"2025-11-14"_s
                                      << u"not found"_s;
    QTest::newRow("their reference") << u"2025-11-13"_s << u"2025-10-20"_s << u"SEPA trx-0088 INV"_s << u"TRX 0088"_s
                                     << u"2025-11-14"_s << u"found"_s;
    QTest::newRow("another's reference, another day")
        << u"2025-11-13"_s << u"2025-10-20"_s << u"TRX 99"_s << u"TRX 0088"_s << u"2025-11-14"_s << u"not found"_s;
}

void TestCallWords::claims()
{
    QFETCH(QString, cash);
    QFETCH(QString, paidOn);
    QFETCH(QString, reference);
    QFETCH(QString, named);
    QFETCH(QString, on);
    QFETCH(QString, state);
    Desk k;
    k.late("C", "100.00", 30);
    k.m.payment("bank", "1", cash.toStdString());
    if (!paidOn.isEmpty()) {
        auto& p = k.m.payment("C", "40.00", paidOn.toStdString());
        p.reference = reference.toStdString();
    }
    Activity& a = k.did("C", CallOutcome::SaysPaid, 3);
    a.claimed = day("2025-11-10");
    a.reference = named;
    const BookPtr book = k.m.build();
    const Activity* last = lastClaim(*book, book->customerByExternalId(u"C"_s), day(on.toStdString()));
    QVERIFY(last);
    const ClaimStanding s = judgeClaim(*book, *last, day(on.toStdString()));
    QCOMPARE(claimStateName(s.state), state);
    QCOMPARE(s.backOn, day("2025-11-14"));
    QCOMPARE(s.credit != noRow, s.state == ClaimState::Found);
    QCOMPARE(say(s.notJudged), cash == u"2025-11-09" ? u"Not judged: bank data ends Sun 9 Nov"_s : QString());
}

// Found, the follow-up has nothing to wait for; without the match it holds the row to its day.
void TestCallWords::claimEndsItsWait()
{
    for (const bool found : {false, true}) {
        Desk k;
        k.late("C", "100.00", 30);
        k.bankUntilYesterday();
        Activity& a = k.spoke("C", CallOutcome::SaysPaid, 2);
        a.claimed = k.d - 2;
        a.operation = OperationId(5);
        NextAction& n = k.next("C", NextActionKind::FollowUp, 1, 0, 2);
        n.operation = OperationId(5);
        if (found)
            k.m.payment("C", "10.00", (k.d - 1).isoString());
        const CallRow r = k.row(u"C"_s);
        QCOMPARE(laneName(r.lane), u"waiting"_s);
        QCOMPARE(say(r.whyNot).section(u' ', 0, 0), found ? u"Cooling"_s : u"Follow-up"_s);
    }
}

// Made on Mon 10 Nov for Wed 12 Nov; D runs.
void TestCallWords::confirms_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("state");
    QTest::newRow("its day") << u"plain"_s << u"2025-11-12"_s << u"waiting"_s;
    QTest::newRow("the day after") << u"plain"_s << u"2025-11-13"_s << u"unmet"_s;
    QTest::newRow("met in time") << u"met"_s << u"2025-11-13"_s << u"met"_s;
    QTest::newRow("met later") << u"met"_s << u"2025-11-10"_s << u"waiting"_s;
    QTest::newRow("newer one in time") << u"newer"_s << u"2025-11-13"_s << u"over"_s;
    QTest::newRow("newer one too late") << u"late newer"_s << u"2025-11-14"_s << u"unmet"_s;
    QTest::newRow("same rung again") << u"clerk"_s << u"2025-11-14"_s << u"unmet"_s;
    QTest::newRow("next rung reached") << u"lead"_s << u"2025-11-14"_s << u"over"_s;
    QTest::newRow("above it reached") << u"head"_s << u"2025-11-14"_s << u"over"_s;
    QTest::newRow("voicemail there") << u"voicemail"_s << u"2025-11-14"_s << u"unmet"_s;
    QTest::newRow("claim found") << u"found"_s << u"2025-11-13"_s << u"met"_s;
    QTest::newRow("promise kept") << u"kept"_s << u"2025-11-13"_s << u"met"_s;
    QTest::newRow("promise open") << u"promise"_s << u"2025-11-13"_s << u"unmet"_s;
}

void TestCallWords::confirms()
{
    QFETCH(QString, what);
    QFETCH(QString, on);
    QFETCH(QString, state);
    Desk k;
    auto& debit = k.late("C", "100.00", 30);
    k.bankUntilYesterday();
    const ContactId clerk = k.contact("C", ContactRole::ApClerk).id, lead = k.contact("C", ContactRole::ApLead).id,
                    head = k.contact("C", ContactRole::FinanceHead).id;
    Activity& talk = k.did("C", what == u"found" ? CallOutcome::SaysPaid : CallOutcome::Promise, 4);
    talk.contact = clerk;
    ConfirmBy& c = confirm(k, 4, 2, clerk);
    c.activity = talk.id;
    if (what == u"met")
        c.metOn = k.d - 2;
    if (what == u"newer")
        confirm(k, 3, -3);
    if (what == u"late newer")
        confirm(k, 1, -3);
    if (what == u"clerk" || what == u"lead" || what == u"head")
        k.did("C", CallOutcome::SaysPaid, 0).contact = what == u"clerk" ? clerk : what == u"lead" ? lead : head;
    if (what == u"voicemail")
        k.did("C", CallOutcome::Voicemail, 0).contact = lead;
    if (what == u"found")
        k.m.payment("C", "10.00", (k.d - 3).isoString());
    if (what == u"kept" || what == u"promise") {
        Promise& p = k.m.promise("C", "100.00", (k.d - 4).isoString(), (k.d + 10).isoString());
        p.lines = {{debit, 10000}};
        talk.promise = p.id;
    }
    if (what == u"kept")
        k.m.pay(debit, "100.00", (k.d - 1).isoString());
    const ConfirmById id = c.id;
    const BookPtr book = k.m.build();
    QCOMPARE(confirmStateName(confirmStateOf(*book, *book->rows<ConfirmBy>().find(id), day(on.toStdString()))), state);
}

// Unmet, the follow-up made with it waits no longer: the lead is to be called, and the chip says why.
void TestCallWords::unmetGoesUp()
{
    Desk k;
    k.late("C", "100.00", 30);
    const ContactId clerk = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    k.contact("C", ContactRole::ApLead, u"Bob"_s);
    k.did("C", CallOutcome::InProcess, 3).contact = clerk;
    confirm(k, 3, 1, clerk);
    k.next("C", NextActionKind::FollowUp, 5, 0, 3);
    CallRow r = k.row(u"C"_s);
    QCOMPARE(laneName(r.lane), u"escalated"_s);
    QCOMPARE(say(r.whyNot), QString());
    QCOMPARE(k.book->rows<Contact>()[r.contact].name, u"Bob"_s);
    QCOMPARE(say(r.nextStep), u"Call AP lead"_s);
    QCOMPARE(say(r.reasons.front()), u"Not confirmed by Thu 13 Nov"_s);
    k.d = k.d - 1; // on its day it still waits
    k.rank();
    r = k.row(u"C"_s);
    QCOMPARE(laneName(r.lane), u"waiting"_s);
    Desk snoozed; // put off after it: that holds
    snoozed.late("C", "100.00", 30);
    confirm(snoozed, 3, 1);
    snoozed.next("C", NextActionKind::Snooze, 5, 0, 0);
    QVERIFY(say(snoozed.row(u"C"_s).whyNot).startsWith(u"Put off"_s));
}

void TestCallWords::notWhileItIsOurTurn()
{
    Desk k;
    k.late("C", "100.00", 30);
    confirm(k, 3, 1);
    CustomerRequest r;
    r.customer = k.m.customer("C").id;
    r.what = u"copy"_s;
    r.openedOn = k.d - 2;
    r.dueOn = k.d + 3;
    k.m.add(r);
    QCOMPARE(laneOf(k, u"C"_s), u"we owe them"_s);
}

void TestCallWords::draftsTheMail()
{
    Desk k;
    auto& a = k.late("C", "1250.00", 30);
    a.number = "4711";
    auto& b = k.late("C", "50.00", 10);
    b.number = "4712";
    k.m.dispute(b, (k.d - 5).isoString());
    const ContactId clerk = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    const ContactId lead = k.contact("C", ContactRole::ApLead, u"Bob"_s).id;
    ConfirmBy& c = confirm(k, 4, 2, clerk);
    c.what = u"the run of Friday"_s;
    const ConfirmById id = c.id;
    const BookPtr book = k.m.build();
    const ConfirmMail mail = draftConfirmMail(*book, *book->rows<ConfirmBy>().find(id), k.d);
    QCOMPARE(mail.to, lead);
    QCOMPARE(mail.subject, u"Open invoices of Customer C: your confirmation"_s);
    QCOMPARE(mail.text,
             u"Dear Bob,\n\non 10 Nov we spoke with Ann and were told that by 12 Nov we would have "
             "your confirmation: the run of Friday. We have not had it yet.\n\n1 invoice is past due, together "
             "1,250.00 USD:\n- 4711, due 15 Oct: 1,250.00 USD\n\nCould you please tell us by Tue 18 Nov when "
             "the payment will be made, or what is still missing on our side?\n\nKind regards\n"_s);
}

// Open requests make the lane, with owner and day; done, it is over. A talk before the records were kept still counts.
void TestCallWords::requestLane()
{
    Desk k;
    k.late("C", "100.00", 30);
    CustomerRequest r;
    r.customer = k.m.customer("C").id;
    r.kind = RequestKind::Credit;
    r.what = u"credit for 1"_s;
    r.owner = u"ben"_s;
    r.openedOn = k.d - 2;
    r.dueOn = k.d + 3;
    CustomerRequest& kept = k.m.add(r);
    Activity& talk = k.did("C", CallOutcome::NeedsDocument, 2);
    talk.request = kept.id;
    const CallRow row = k.row(u"C"_s);
    QCOMPARE(laneName(row.lane), u"we owe them"_s);
    QCOMPARE(row.nextDate, k.d + 3);
    QCOMPARE(say(row.reasons.at(0)), u"They wait for us"_s);
    QCOMPARE(say(row.reasons.at(1)), u"ben, by Mon 17 Nov"_s);
    kept.doneOn = k.d;
    k.rank();
    QVERIFY(laneOf(k, u"C"_s) != u"we owe them"_s);
}

// All of the rest is in a run to come: nobody is called before it. Something else late: it is.
void TestCallWords::scheduledWaits()
{
    for (const bool more : {false, true}) {
        Desk k;
        auto& a = k.late("C", "100.00", 30);
        if (more)
            k.late("C", "10.00", 5);
        PayerStatus s;
        s.customer = k.m.customer("C").id;
        s.debit = a;
        s.state = PayerState::Scheduled;
        s.day = k.d - 8;
        s.scheduledFor = day("2025-11-18");
        k.m.add(s);
        const CallRow r = k.row(u"C"_s);
        QCOMPARE(r.lane == Lane::Waiting, !more);
        QCOMPARE(say(r.whyNot), more ? QString() : u"Scheduled for Tue 18 Nov"_s);
        if (!more)
            QCOMPARE(r.nextDate, day("2025-11-19"));
    }
}

// 600 past due: 400 for want of an order number, 150 not coded, 50 plain late. Sales of 90 days are 900: 40, 15 and 5 days.
void TestCallWords::lateReasonsAddUp()
{
    Desk k;
    auto &a = k.late("C", "300.00", 20), &b = k.late("C", "100.00", 40), &c = k.late("C", "50.00", 5);
    k.late("D", "150.00", 10);
    k.m.invoice("D", "300.00", (k.d - 10).isoString(), (k.d + 20).isoString()); // not due
    const auto code = [&](const BookMaker::DebitSpec& debit, LateReason reason, int daysAgo) {
        InvoiceMark m;
        m.customer = k.m.customer("C").id;
        m.debit = debit;
        m.late = reason;
        m.day = k.d - daysAgo;
        k.m.add(m);
    };
    code(a, LateReason::Approval, 5);
    code(a, LateReason::Po, 2);
    code(b, LateReason::Po, 1);
    code(c, LateReason::PlainLate, 1);
    code(c, LateReason::Credit, -1); // tomorrow's
    const BookPtr book = k.m.build();
    const LateReasons r = lateReasons(*book, k.d);
    QStringList lines;
    for (const LateReasonRow& row : r.rows)
        lines += lateReasonName(row.reason) + u' ' + QString::number(row.items) + u' ' + QString::number(row.pastDue)
                 + u' ' + row.dsoDays.toText(1);
    QCOMPARE(lines, (QStringList{u"PO 2 40000 40.0"_s, u"not coded 1 15000 15.0"_s, u"plain late 1 5000 5.0"_s}));
    QCOMPARE(r.pastDue, 60000);
}

// Ana: 4 tries, 3 connects, 2 of them right parties named; 300 of her 400 past due are covered.
void TestCallWords::rates()
{
    Desk k;
    for (const char* c : {"A", "B"})
        k.m.customer(c).owner = u"ana"_s;
    k.late("A", "300.00", 20);
    k.late("B", "100.00", 20);
    k.late("N", "50.00", 20);
    k.late("X", "999.00", 20);
    k.m.customer("X").status = CustomerStatus::Insolvent;
    const ContactId ann = k.contact("A", ContactRole::ApClerk).id;
    const ContactId inbox = k.contact("B", ContactRole::SharedInbox).id;
    k.did("A", CallOutcome::Promise, 13).contact = ann;
    k.did("A", CallOutcome::SaysPaid, 29).contact = ann;
    k.did("B", CallOutcome::InProcess, 3).contact = inbox; // nobody who can schedule
    k.did("B", CallOutcome::Voicemail, 2);
    k.did("B", CallOutcome::Voicemail, 30); // out of the period
    k.did("B", CallOutcome::None, 1, ActivityKind::Email);
    k.did("N", CallOutcome::NoAnswer, 1);
    const BookPtr book = k.m.build();
    const ContactRatesTable t = contactRates(*book, k.d, 30);
    QStringList lines;
    for (const ContactRates& r : t.rows)
        lines += QStringList{r.owner.key,
                             QString::number(r.attempts),
                             QString::number(r.connects),
                             QString::number(r.rightParty),
                             r.connectRate.toPlain(),
                             r.rightPartyRate.toPlain(),
                             QString::number(r.pastDue),
                             r.coverage.toPlain()}
                     .join(u' ');
    QCOMPARE(lines,
             (QStringList{u"ana 4 3 2 0.7500 0.5000 40000 0.7500"_s, u"(none) 1 0 0 0.0000 0.0000 5000 0.0000"_s}));
    QCOMPARE(t.total.attempts, 5);
    QCOMPARE(t.total.coverage.toPlain(), u"0.6667"_s); // 300 of 450
    QCOMPARE(contactRates(*book, k.d - 40, 30).total.connectRate.toPlain(), QString());
}

QTEST_GUILESS_MAIN(TestCallWords)
#include "tst_callwords.moc"
