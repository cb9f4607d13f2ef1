// Lanes and their reasons, people, calling hours, caps, and the views Next and Avoided.
#include "tests/core/insight/calls/calldesk.h"

#include <QTranslator>
#include <functional>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCallLanes : public QObject {
    Q_OBJECT
private slots:
    void callBackDue();
    void anotherLanguageWithoutRanking();
    void promiseBrokenUntilSpokenWith();
    void escalatedUntilTheRungIsReached();
    void weOweThem();
    void waitingForTheNextAction();
    void waitingByTheMinute();
    void coolingOff();
    void caps();
    void callingHours();
    void bigAndLate();
    void beforeDue();
    void firstInvoice();
    void firstInvoiceSent();
    void rightParty();
    void notOnTheListWithReason();
    void blockedByStatus();
    void laneNames();
    void bestContact();
    void findAPerson();
    void nextView();
    void avoidedView();
    void reasonsAreFew();
};

void TestCallLanes::callBackDue()
{
    Desk k;
    k.now = instantIn({}, k.d, 14 * 60);
    k.late("due", "100.00", 10);
    k.late("ahead", "100.00", 10);
    k.next("due", NextActionKind::CallBack, 0, instantIn({}, k.d, 13 * 60 + 30));
    k.next("ahead", NextActionKind::CallBack, 0, instantIn({}, k.d, 15 * 60));
    k.next("owes nothing", NextActionKind::CallBack, 0, instantIn({}, k.d, 13 * 60)); // they asked all the same
    k.next("missed", NextActionKind::CallBack, -3, instantIn({}, k.d - 3, 13 * 60), 5);
    k.rank();
    QCOMPARE(laneOf(k, u"due"_s), u"call-back due"_s);
    QCOMPARE(say(k.row(u"due"_s).nextStep), u"Call back 13:30"_s);
    QCOMPARE(laneOf(k, u"ahead"_s), u"waiting"_s);
    QCOMPARE(say(k.row(u"ahead"_s).whyNot), u"Call back 15:00"_s);
    QCOMPARE(k.row(u"ahead"_s).opensAt, instantIn({}, k.d, 15 * 60));
    QCOMPARE(laneOf(k, u"owes nothing"_s), u"call-back due"_s);
    QCOMPARE(laneOf(k, u"missed"_s), u"call-back due"_s);
    QCOMPARE(k.ids(k.list.next), (QStringList{u"missed"_s, u"owes nothing"_s, u"due"_s}));
}

void TestCallLanes::promiseBrokenUntilSpokenWith()
{
    const auto lane = [](std::function<void(Desk&)> then) {
        Desk k;
        auto& a = k.late("C", "100.00", 40);
        k.broken("C", a); // promised 31 Oct, deadline 5 Nov
        k.late("C", "50.00", 10);
        k.bankUntilYesterday();
        then(k);
        return laneOf(k, u"C"_s);
    };
    QCOMPARE(lane([](Desk&) {}), u"promise broken"_s);
    QCOMPARE(lane([](Desk& k) { k.did("C", CallOutcome::Voicemail, 5); }), u"promise broken"_s);
    QCOMPARE(lane([](Desk& k) { k.did("C", CallOutcome::SaysPaid, 9); }), u"promise broken"_s); // on the deadline
    QCOMPARE(lane([](Desk& k) { k.did("C", CallOutcome::CallBack, 8); }), u"big and late"_s);   // a connect after it
    QCOMPARE(lane([](Desk& k) { k.m.promise("C", "10.00", "2025-11-12", "2025-11-28"); }), u"big and late"_s);
    QCOMPARE(lane([](Desk& k) { // what was promised has been paid since
                 auto& b = k.late("C", "70.00", 30);
                 k.broken("C", b);
                 k.m.pay(b, "70.00", "2025-11-12");
             }),
             u"promise broken"_s); // the other one still stands
}

void TestCallLanes::escalatedUntilTheRungIsReached()
{
    const auto desk = [](std::function<void(Desk&, ContactId, ContactId)> then) {
        Desk k;
        k.late("C", "100.00", 10);
        const ContactId clerk = k.contact("C", ContactRole::ApClerk, u"Clerk"_s).id;
        const ContactId lead = k.contact("C", ContactRole::ApLead, u"Lead"_s).id;
        k.did("C", CallOutcome::Refused, 12).contact = clerk;
        then(k, clerk, lead);
        k.rank();
        return k;
    };
    Desk plain = desk([](Desk&, ContactId, ContactId) {});
    QCOMPARE(laneOf(plain, u"C"_s), u"escalated"_s);
    QCOMPARE(say(plain.row(u"C"_s).nextStep), u"Call AP lead"_s);
    QCOMPARE(plain.book->rows<Contact>()[plain.row(u"C"_s).contact].name, u"Lead"_s);
    Desk clerkAgain =
        desk([](Desk& k, ContactId clerk, ContactId) { k.did("C", CallOutcome::SaysPaid, 10).contact = clerk; });
    QCOMPARE(laneOf(clerkAgain, u"C"_s), u"escalated"_s);
    Desk reached =
        desk([](Desk& k, ContactId, ContactId lead) { k.did("C", CallOutcome::SaysPaid, 10).contact = lead; });
    QCOMPARE(laneOf(reached, u"C"_s), u"big and late"_s); // a list of one: its first tenth
    Desk leadRefuses =
        desk([](Desk& k, ContactId, ContactId lead) { k.did("C", CallOutcome::Refused, 10).contact = lead; });
    QCOMPARE(laneOf(leadRefuses, u"C"_s), u"escalated"_s);
    QCOMPARE(leadRefuses.book->rows<Contact>()[leadRefuses.row(u"C"_s).contact].name, u"Lead"_s); // nobody above yet
    QCOMPARE(say(leadRefuses.row(u"C"_s).nextStep), u"Find a finance head"_s);
    Desk named = desk([](Desk& k, ContactId, ContactId) { // the refusal named the finance head
        k.did("C", CallOutcome::Refused, 8).operation = OperationId(5);
        NextAction& n = k.next("C", NextActionKind::Escalate, 0, 0, 8);
        n.operation = OperationId(5);
        n.note = u"finance head: Max Lead"_s;
        k.contact("C", ContactRole::FinanceHead, u"Head"_s);
    });
    QCOMPARE(say(named.row(u"C"_s).nextStep), u"Call finance head"_s);
}

void TestCallLanes::weOweThem()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.late("answered", "100.00", 10);
    k.did("C", CallOutcome::NeedsDocument, 3);
    k.did("C", CallOutcome::Voicemail, 1);
    k.did("answered", CallOutcome::NeedsDocument, 8);
    k.did("answered", CallOutcome::None, 7, ActivityKind::Email);
    QCOMPARE(laneOf(k, u"C"_s), u"we owe them"_s);
    QVERIFY(laneOf(k, u"answered"_s) != u"we owe them"_s);
}

void TestCallLanes::waitingForTheNextAction()
{
    Desk k;
    for (const char* id : {"tomorrow", "today", "over", "later", "try"})
        k.late(id, "100.00", 10);
    k.next("tomorrow", NextActionKind::FollowUp, 3);
    k.next("today", NextActionKind::FollowUp, 0);
    k.next("over", NextActionKind::FollowUp, 3, 0, 5);
    k.next("over", NextActionKind::PutBack, 0, 0, 0);
    k.next("later", NextActionKind::Snooze, 4);
    k.next("try", NextActionKind::TryAgain, 3, instantIn({}, k.d + 3, 9 * 60)).note = u"morning"_s;
    k.rank();
    QCOMPARE(laneOf(k, u"tomorrow"_s), u"waiting"_s);
    QCOMPARE(say(k.row(u"tomorrow"_s).whyNot), u"Follow-up Mon 17 Nov"_s);
    QCOMPARE(k.row(u"tomorrow"_s).nextDate, k.d + 3);
    QVERIFY(k.row(u"tomorrow"_s).rank > 0);
    QVERIFY(laneOf(k, u"today"_s) != u"waiting"_s);
    QVERIFY(laneOf(k, u"over"_s) != u"waiting"_s);
    QCOMPARE(say(k.row(u"later"_s).whyNot), u"Put off until Tue 18 Nov"_s);
    QCOMPARE(say(k.row(u"try"_s).whyNot), u"Next try Mon 17 Nov, morning"_s);
    QVERIFY(!k.ids(k.list.next).contains(u"tomorrow"_s));
    // A broken promise keeps its lane but is not proposed before its time.
    Desk b;
    b.broken("C", b.late("C", "100.00", 40));
    b.next("C", NextActionKind::TryAgain, 3);
    b.bankUntilYesterday();
    b.rank();
    QCOMPARE(laneOf(b, u"C"_s), u"promise broken"_s);
    QCOMPARE(say(b.row(u"C"_s).whyNot), u"Next try Mon 17 Nov"_s);
    QVERIFY(b.list.next.empty());
}

void TestCallLanes::waitingByTheMinute()
{
    for (const auto& [minute, lane] : {std::pair(14 * 60, u"waiting"_s), {14 * 60 + 30, u"big and late"_s}}) {
        Desk k;
        k.now = instantIn({}, k.d, minute);
        k.late("C", "100.00", 10);
        k.next("C", NextActionKind::TryAgain, 0, instantIn({}, k.d, 14 * 60 + 30), 0);
        QCOMPARE(laneOf(k, u"C"_s), lane);
    }
}

// Spoken with on Mon 10 Nov: five business days are over on Mon 17 Nov. A next action of then decides instead.
void TestCallLanes::coolingOff()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.spoke("C", CallOutcome::SaysPaid, 4);
    QCOMPARE(laneOf(k, u"C"_s), u"waiting"_s);
    QCOMPARE(say(k.row(u"C"_s).whyNot), u"Cooling off until Mon 17 Nov"_s);
    Desk over;
    over.late("C", "100.00", 10);
    over.spoke("C", CallOutcome::SaysPaid, 7); // Fri 7 Nov: until Fri 14 Nov
    QCOMPARE(laneOf(over, u"C"_s), u"big and late"_s);
    Desk decided;
    decided.late("C", "100.00", 10);
    decided.spoke("C", CallOutcome::SaysPaid, 4);
    decided.next("C", NextActionKind::FollowUp, 0, 0, 4);
    QCOMPARE(laneOf(decided, u"C"_s), u"big and late"_s);
}

void TestCallLanes::caps()
{
    Desk k;
    for (const char* id : {"two", "one", "five", "old", "back"})
        k.late(id, "100.00", 10);
    for (int i = 0; i < 2; ++i)
        k.did("two", CallOutcome::NoAnswer, 0);
    k.did("one", CallOutcome::NoAnswer, 0);
    for (const int ago : {6, 5, 4, 3, 2})
        k.did("five", CallOutcome::Voicemail, ago);
    for (const int ago : {7, 5, 4, 3, 2})
        k.did("old", CallOutcome::Voicemail, ago);
    for (int i = 0; i < 2; ++i)
        k.did("back", CallOutcome::NoAnswer, 0);
    k.next("back", NextActionKind::PutBack, 0, 0, 0);
    QCOMPARE(laneOf(k, u"two"_s), u"waiting"_s);
    QCOMPARE(say(k.row(u"two"_s).whyNot), u"2 tries today, next try Mon 17 Nov"_s);
    QVERIFY(laneOf(k, u"one"_s) != u"waiting"_s);
    QCOMPARE(laneOf(k, u"five"_s), u"waiting"_s);
    QCOMPARE(say(k.row(u"five"_s).whyNot), u"5 tries in 7 days, next try Mon 17 Nov"_s);
    QVERIFY(laneOf(k, u"old"_s) != u"waiting"_s); // the first was a week ago
    QVERIFY(laneOf(k, u"back"_s) != u"waiting"_s);
}

// 14:00 in London is 09:00 in New York and 23:00 in Tokyo.
void TestCallLanes::callingHours()
{
    Desk k;
    for (const auto& [id, zone] : {std::pair("NY", u"America/New_York"_s),
                                   {"LA", u"America/Los_Angeles"_s},
                                   {"TK", u"Asia/Tokyo"_s},
                                   {"??", QString()}}) {
        k.late(id, "100.00", 10);
        k.m.customer(id).zone = zone;
    }
    k.now = instantIn({}, k.d, 14 * 60);
    k.rank();
    QVERIFY(laneOf(k, u"NY"_s) != u"waiting"_s);
    QCOMPARE(k.row(u"NY"_s).localMinute, 9 * 60);
    QVERIFY(k.row(u"NY"_s).reachable);
    QCOMPARE(laneOf(k, u"LA"_s), u"waiting"_s); // 06:00 there
    QCOMPARE(say(k.row(u"LA"_s).whyNot), u"Opens 17:00"_s);
    QCOMPARE(k.row(u"LA"_s).opensAt, instantIn({}, k.d, 17 * 60));
    QCOMPARE(laneOf(k, u"TK"_s), u"waiting"_s); // until Monday, 09:00 there = 00:00
    QCOMPARE(say(k.row(u"TK"_s).whyNot), u"Opens Mon 17 Nov 00:00"_s);
    QCOMPARE(k.row(u"TK"_s).opensAt, 0);
    QVERIFY(laneOf(k, u"??"_s) != u"waiting"_s); // an unknown zone closes nobody
    QCOMPARE(k.row(u"??"_s).localMinute, -1);
    Desk saturday; // closed for the day: they open on Monday, whatever their calendar
    saturday.d = day("2025-11-15");
    saturday.now = instantIn({}, saturday.d, 20 * 60);
    saturday.late("C", "100.00", 10);
    saturday.m.customer("C").zone = u"Europe/London"_s;
    QCOMPARE(say(saturday.row(u"C"_s).whyNot), u"Opens Mon 17 Nov 09:00"_s);
    saturday.now = instantIn({}, saturday.d, 5 * 60);
    saturday.rank();
    QCOMPARE(say(saturday.row(u"C"_s).whyNot), u"Opens Mon 17 Nov 09:00"_s);
    Desk past = k; // another day than today
    past.now = 0;
    past.rank();
    QVERIFY(laneOf(past, u"TK"_s) != u"waiting"_s);
}

// 21 payers: the first ceil(21 / 10) = 3 by money at risk, and whoever has rest beyond 90 days.
void TestCallLanes::bigAndLate()
{
    Desk k;
    for (int i = 1; i <= 20; ++i)
        k.late("C" + std::to_string(100 + i), std::to_string(100 * i) + ".00", 10);
    k.late("old", "1.00", 91);
    k.rank();
    std::set<QString> big;
    for (const CallRow& r : k.list.rows)
        if (r.lane == Lane::BigAndLate)
            big.insert(k.book->customers()[r.payer].externalId);
    QCOMPARE(big, (std::set<QString>{u"C118"_s, u"C119"_s, u"C120"_s, u"old"_s}));
    QCOMPARE(k.list.count[std::size_t(Lane::Routine)], 17);
}

void TestCallLanes::beforeDue()
{
    Desk k;
    const auto soon = [&](const char* id, const char* amount, int inDays) { k.late(id, amount, -inDays); };
    soon("strategic", "5000.01", 7);
    soon("risky", "6000.00", 0);
    soon("far", "9000.00", 8);
    soon("small", "5000.00", 3);
    soon("plain", "9000.00", 3);
    k.m.customer("strategic").tier = u"Strategic"_s;
    k.m.customer("risky").riskClass = u"high"_s;
    for (const char* id : {"far", "small"})
        k.m.customer(id).tier = u"strategic"_s;
    for (const char* id : {"strategic", "risky", "far", "small", "plain"}) // known for long
        k.m.pay(k.m.invoice(id, "1.00", "2024-01-01", "2024-02-01"), "1.00", "2024-02-01");
    k.rank();
    QCOMPARE(k.all(), (QStringList{u"risky"_s, u"strategic"_s}));
    QCOMPARE(laneOf(k, u"risky"_s), u"before due"_s);
    QCOMPARE(k.row(u"strategic"_s).weight, 0);
    QVERIFY(k.row(u"strategic"_s).rank > 0);
}

void TestCallLanes::firstInvoice()
{
    Desk k;
    const auto sent = [&](const char* id, int ago) {
        k.m.invoice(id, "100.00", (k.d - ago).isoString(), (k.d - ago + 30).isoString());
    };
    sent("4", 4);
    sent("5", 5);
    sent("15", 15);
    sent("16", 16);
    sent("known", 10);
    k.m.pay(k.m.invoice("known", "1.00", "2024-01-01", "2024-02-01"), "1.00", "2024-02-01");
    k.rank();
    QCOMPARE(k.all(), (QStringList{u"15"_s, u"5"_s}));
    QCOMPARE(laneOf(k, u"5"_s), u"first invoice"_s);
    QCOMPARE(say(k.row(u"5"_s).nextStep), u"Find a person"_s);
}

// Sent is delivered on, else our first mail that names it, else its date; each customer has a first one.
void TestCallLanes::firstInvoiceSent()
{
    Desk k;
    const auto invoice = [&](const char* id, int ago) -> BookMaker::DebitSpec& {
        return k.m.invoice(id, "100.00", (k.d - ago).isoString(), (k.d - ago + 60).isoString());
    };
    const auto mailed = [&](BookMaker::DebitSpec& debit, const char* id, int ago, OutboxState state) {
        OutboxMessage m;
        m.customer = k.m.customer(id).id;
        m.debits = {debit};
        m.state = state;
        m.day = k.d - ago;
        k.m.add(m);
    };
    invoice("delivered", 30).row.deliveredOn = (k.d - 6).days();
    invoice("delivered today", 10).row.deliveredOn = k.d.days();
    auto& twice = invoice("mailed", 25);
    mailed(twice, "mailed", 2, OutboxState::Sent);
    mailed(twice, "mailed", 8, OutboxState::Sent);
    mailed(invoice("taken back", 25), "taken back", 8, OutboxState::Cancelled);
    k.m.pay(invoice("paid", 8), "100.00", (k.d - 1).isoString());
    invoice("paid", 7); // not its first
    k.m.customer("site").payer = k.m.customer("old").id;
    k.m.pay(k.m.invoice("old", "1.00", "2024-01-01", "2024-02-01"), "1.00", "2024-02-01");
    invoice("old", 9);
    invoice("site", 9); // the first of this customer
    k.m.debit(DebitKind::FinanceCharge, "charge", "5.00", (k.d - 9).isoString(), (k.d + 20).isoString());
    k.rank();
    QStringList first;
    for (const CallRow& r : k.list.rows)
        if (r.lane == Lane::FirstInvoice)
            first += k.book->customers()[r.payer].externalId;
    first.sort();
    QCOMPARE(first, (QStringList{u"delivered"_s, u"mailed"_s, u"old"_s}));
}

// Somebody unnamed, or a shared inbox, is no right party: the account is not left alone for that. A refusal goes up whoever
// said it, in a call or a reply.
void TestCallLanes::rightParty()
{
    Desk k;
    for (const char* id : {"unnamed", "inbox", "named"})
        k.late(id, "100.00", 10);
    k.did("unnamed", CallOutcome::Promise, 1);
    k.did("inbox", CallOutcome::Promise, 1).contact = k.contact("inbox", ContactRole::SharedInbox).id;
    k.spoke("named", CallOutcome::Promise, 1);
    k.late("refused", "100.00", 10);
    k.did("refused", CallOutcome::Refused, 1);
    k.late("reply", "100.00", 10);
    k.did("reply", CallOutcome::Refused, 1, ActivityKind::Reply);
    k.rank();
    QVERIFY(laneOf(k, u"unnamed"_s) != u"waiting");
    QVERIFY(laneOf(k, u"inbox"_s) != u"waiting");
    QCOMPARE(laneOf(k, u"named"_s), u"waiting"_s);
    QCOMPARE(laneOf(k, u"refused"_s), u"escalated"_s);
    QCOMPARE(laneOf(k, u"reply"_s), u"escalated"_s);
}

void TestCallLanes::notOnTheListWithReason()
{
    Desk k;
    k.m.dispute(k.late("disputed", "100.00", 10), "2025-11-01");
    k.late("covered", "100.00", 10);
    k.m.payment("covered", "100.00", "2025-11-10");
    auto& a = k.late("promised", "100.00", 10);
    k.m.promise("promised", "100.00", "2025-11-10", "2025-11-20").lines = {{a, 10000}};
    auto& b = k.late("both", "100.00", 10);
    k.m.dispute(b, "2025-11-01").amount = 4000;
    k.m.promise("both", "60.00", "2025-11-10", "2025-11-20").lines = {{b, 6000}};
    auto& c = k.late("unknown", "100.00", 40);
    k.broken("unknown", c); // deadline 5 Nov
    k.rank();
    const auto why = [&](const QString& id) -> QString { return laneOf(k, id) + u": " + say(k.row(id).whyNot); };
    QCOMPARE(why(u"disputed"_s), u"not on the list: All of it is disputed"_s);
    QCOMPARE(why(u"covered"_s), u"not on the list: Covered by unapplied cash"_s);
    QCOMPARE(why(u"promised"_s), u"not on the list: Promised for 20 Nov"_s);
    QCOMPARE(why(u"both"_s), u"not on the list: Promised and disputed"_s);
    QCOMPARE(laneOf(k, u"unknown"_s), u"promise broken"_s); // the payment of 10 Nov tells how far bank data go
    for (const CallRow& r : k.list.rows)
        if (r.lane == Lane::NotOnList) {
            QCOMPARE(r.rank, 0U);
            QVERIFY(!r.whyNot.isEmpty());
        }
    Desk n;
    n.broken("C", n.late("C", "100.00", 40)); // deadline 5 Nov
    n.m.payment("bank", "1.00", "2025-11-03");
    QCOMPARE(say(n.row(u"C"_s).whyNot), u"Not judged: bank data ends Mon 3 Nov"_s);
}

void TestCallLanes::blockedByStatus()
{
    Desk k;
    const auto customer = [&](const char* id, CustomerStatus s, const char* since = "") -> Customer& {
        k.late(id, "100.00", 10);
        Customer& c = k.m.customer(id);
        c.status = s;
        if (*since)
            c.statusSince = day(since);
        return c;
    };
    customer("insolvent", CustomerStatus::Insolvent, "2025-03-03");
    customer("soon", CustomerStatus::Insolvent, "2025-12-01");
    customer("legal", CustomerStatus::Legal);
    customer("group", CustomerStatus::Intercompany);
    customer("closed", CustomerStatus::Closed);
    customer("stop", CustomerStatus::Active).doNotContact = true;
    k.next("legal", NextActionKind::CallBack, 0);
    k.rank();
    QCOMPARE(say(k.row(u"insolvent"_s).whyNot), u"Insolvent since 3 Mar"_s);
    QVERIFY(k.row(u"soon"_s).rank > 0);
    QCOMPARE(say(k.row(u"legal"_s).whyNot), u"Legal"_s);
    QCOMPARE(laneOf(k, u"legal"_s), u"not on the list"_s);
    QCOMPARE(say(k.row(u"group"_s).whyNot), u"Intercompany"_s);
    QVERIFY(k.row(u"closed"_s).rank > 0);
    QCOMPARE(say(k.row(u"stop"_s).whyNot), u"Not to be contacted"_s);
    QCOMPARE(k.list.rows.back().rank, 0U); // those without rank come last
}

void TestCallLanes::laneNames()
{
    for (int i = 0; i < laneCount; ++i) {
        QCOMPARE(parseLane(laneName(Lane(i))), Lane(i));
        QCOMPARE(parseLane(laneTitle(Lane(i))), Lane(i));
    }
    QCOMPARE(parseLane(u"big-and-late"_s), Lane::BigAndLate);
    QCOMPARE(parseLane(u"call-back"_s), Lane::CallBack);
    QVERIFY(!parseLane(u"urgent"_s));
}

void TestCallLanes::bestContact()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.contact("C", ContactRole::Sponsor, u"sponsor"_s);
    k.contact("C", ContactRole::FinanceHead, u"head"_s);
    k.contact("C", ContactRole::ApLead, u"lead"_s);
    k.contact("C", ContactRole::ApClerk, u"left"_s).defect = ContactDefect::Left;
    k.contact("C", ContactRole::ApClerk, u"no number"_s).phone.clear();
    k.contact("C", ContactRole::ApClerk, u"unverified"_s);
    k.contact("C", ContactRole::ApClerk, u"verified"_s).verifiedOn = day("2025-10-01");
    const auto name = [&](Desk& desk) { return desk.book->rows<Contact>()[desk.row(u"C"_s).contact].name; };
    k.rank();
    QCOMPARE(name(k), u"verified"_s);
    Desk lead;
    lead.late("C", "100.00", 10);
    lead.contact("C", ContactRole::Sponsor, u"sponsor"_s);
    lead.contact("C", ContactRole::FinanceHead, u"head"_s);
    lead.contact("C", ContactRole::ApLead, u"lead"_s);
    lead.rank();
    QCOMPARE(name(lead), u"lead"_s);
    Desk bounced; // a bounced address leaves the number
    bounced.late("C", "100.00", 10);
    bounced.contact("C", ContactRole::ApClerk, u"bounced"_s).defect = ContactDefect::Bounced;
    bounced.rank();
    QCOMPARE(name(bounced), u"bounced"_s);
}

void TestCallLanes::findAPerson()
{
    Desk k;
    k.late("none", "100.00", 10);
    k.late("gone", "100.00", 10);
    k.late("inbox", "100.00", 10);
    k.contact("gone", ContactRole::ApClerk).defect = ContactDefect::WrongNumber;
    k.contact("inbox", ContactRole::SharedInbox).phone.clear();
    k.rank();
    for (const QString& id : {u"none"_s, u"gone"_s, u"inbox"_s}) {
        QCOMPARE(say(k.row(id).nextStep), u"Find a person"_s);
        QVERIFY(k.row(id).rank > 0);
    }
    const auto reasons = k.row(u"none"_s).reasons;
    QVERIFY(std::find(reasons.begin(), reasons.end(), Lang::words("No contact")) != reasons.end());
}

// 16:15 UTC: Lisbon closes at 17:00, within the hour; New York is open for long.
void TestCallLanes::nextView()
{
    Desk k;
    k.late("rich", "900.00", 10);
    k.late("closing", "100.00", 10);
    k.late("asked", "50.00", 10);
    k.late("small", "10.00", 10);
    k.m.customer("rich").zone = u"America/New_York"_s;
    k.m.customer("closing").zone = u"Europe/Lisbon"_s;
    k.next("asked", NextActionKind::CallBack, 0, instantIn({}, k.d, 9 * 60));
    k.m.dispute(k.late("off", "10.00", 10), "2025-11-01");
    k.now = instantIn({}, k.d, 16 * 60 + 15);
    k.rank();
    QCOMPARE(k.ids(k.list.next), (QStringList{u"asked"_s, u"closing"_s, u"rich"_s, u"small"_s}));
}

void TestCallLanes::avoidedView()
{
    Desk k;
    for (const char* id : {"never", "long ago", "lately"})
        k.late(id, "100.00", 31);
    for (const char* id : {"mailed", "mailed, no phone", "put off", "young"})
        k.late(id, "100.00", 30);
    k.spoke("long ago", CallOutcome::SaysPaid, 21);
    k.spoke("lately", CallOutcome::SaysPaid, 20);
    k.contact("mailed", ContactRole::ApClerk);
    for (const char* id : {"mailed", "mailed, no phone"}) {
        k.did(id, CallOutcome::None, 5, ActivityKind::Email);
        k.did(id, CallOutcome::None, 3, ActivityKind::Email);
    }
    for (int ago = 9; ago > 6; --ago)
        k.next("put off", NextActionKind::Snooze, -5, 0, ago);
    k.rank();
    QStringList avoided = k.ids(k.list.avoided);
    avoided.sort();
    QCOMPARE(avoided, (QStringList{u"long ago"_s, u"mailed"_s, u"never"_s, u"put off"_s}));
    QCOMPARE(say(k.row(u"never"_s).avoidedWhy), u"Nobody reached yet"_s);
    QCOMPARE(say(k.row(u"long ago"_s).avoidedWhy), u"Nobody reached for 21 days"_s);
    QCOMPARE(say(k.row(u"mailed"_s).avoidedWhy), u"Mailed twice, not called"_s);
    QCOMPARE(say(k.row(u"put off"_s).avoidedWhy), u"Put off three times"_s);
}

void TestCallLanes::reasonsAreFew()
{
    Desk k;
    auto& a = k.late("C", "1000.00", 100);
    k.broken("C", a);
    k.m.dispute(k.late("C", "10.00", 10), "2025-11-01");
    k.m.customer("C").creditLimit = 1;
    k.did("C", CallOutcome::Refused, 25);
    k.bankUntilYesterday();
    const CallRow r = k.row(u"C"_s);
    QCOMPARE(say(listed(r.reasons)), u"Promise broken, Escalated, 90+ days, Over limit"_s);
}

// The list is a value: ranked once, it reads in whatever language the window has.
void TestCallLanes::anotherLanguageWithoutRanking()
{
    class Brackets : public QTranslator {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char*, const char* source, const char*, int) const override
        {
            return u'<' + QString::fromUtf8(source) + u'>';
        }
    } other;
    Desk k;
    k.late("C", "1000.00", 20);
    k.contact("C", ContactRole::ApClerk);
    k.next("C", NextActionKind::Snooze, 4);
    k.rank();
    const CallRow row = k.row(u"C"_s);
    QCOMPARE(say(row.whyNot), u"Put off until Tue 18 Nov"_s);
    QCoreApplication::installTranslator(&other);
    const QString why = say(row.whyNot), step = say(row.nextStep), title = laneTitle(row.lane);
    const QString code = laneName(row.lane);
    QCoreApplication::removeTranslator(&other);
    QCOMPARE(why, u"<Put off until Tue 18 Nov>"_s);
    QCOMPARE(step, u"<Call AP>"_s);
    QCOMPARE(title, u"<Waiting>"_s);
    QCOMPARE(code, u"waiting"_s);
}

QTEST_GUILESS_MAIN(TestCallLanes)
#include "tst_calllanes.moc"
