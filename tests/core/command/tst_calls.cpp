// What a logged call, mail or note changes, outcome by outcome, and what is refused with which field.
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCalls : public QObject {
    Q_OBJECT
private slots:
    void activityIsKept();
    void goesToThePayer();
    void voicemailInTheMorning();
    void voicemailInTheAfternoon();
    void voicemailCountsTheirHalfOfTheDay();
    void voicemailSkipsHolidays();
    void noAnswerTwice();
    void noAnswerLateInTheDay();
    void noAnswerFiveInAWeek();
    void loggingIsNeverRefusedByCaps();
    void promise();
    void saysPaid();
    void callBack();
    void callBackElsewhere();
    void callBackRefused_data();
    void callBackRefused();
    void wrongNumber();
    void refusedGoesUp();
    void refusedNamesWhom();
    void mailAndNotes();
    void mailKeepsWhatWasAgreed();
    void dispute();
    void disputeRefused();
    void wrongPerson();
    void needsDocument();
    void needsDocumentRefused_data();
    void needsDocumentRefused();
    void inProcess();
    void inProcessScheduled();
    void inProcessRefused_data();
    void inProcessRefused();
    void confirmBy_data();
    void confirmBy();
    void confirmByOverTime_data();
    void confirmByOverTime();
    void confirmByRefused();
    void callBackAcrossClockChanges_data();
    void callBackAcrossClockChanges();
    void refusals();
};

namespace {

LogCall call(CustomerId payer, CallOutcome outcome)
{
    LogCall c;
    c.payer = payer;
    c.outcome = outcome;
    return c;
}

} // namespace

void TestCalls::activityIsKept()
{
    CommandDesk k;
    k.late("C", "100.00", 10);
    const ContactId ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    LogCall c = call(k.id("C"), CallOutcome::Voicemail);
    c.contact = ann;
    c.note = u"Left my number"_s;
    QVERIFY(k.decide(c));
    const Activity a = k.only<Activity>();
    QCOMPARE(a.customer, k.id("C"));
    QCOMPARE(a.contact, ann);
    QCOMPARE(a.kind, ActivityKind::Call);
    QCOMPARE(a.outcome, CallOutcome::Voicemail);
    QCOMPARE(a.at, k.at("2025-11-14", 600));
    QCOMPARE(a.day, day("2025-11-14"));
    QCOMPARE(a.user, u"me"_s);
    QCOMPARE(a.note, u"Left my number"_s);
    QCOMPARE(a.operation, OperationId(7));
    QCOMPARE(k.last->object, u"C"_s);
    QCOMPARE(k.last->action, u"call logged"_s);
}

void TestCalls::goesToThePayer()
{
    CommandDesk k;
    k.m.customer("S").payer = k.id("P");
    const ContactId atSite = k.contact("S", ContactRole::ApClerk, u"Ann"_s).id;
    LogCall c = call(k.id("S"), CallOutcome::Voicemail);
    c.contact = atSite;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<Activity>().customer, k.id("P"));
    QCOMPARE(k.only<NextAction>().customer, k.id("P"));
}

// Friday 10:00: Monday afternoon.
void TestCalls::voicemailInTheMorning()
{
    CommandDesk k;
    QCOMPARE(k.summary(call(k.id("C"), CallOutcome::Voicemail)),
             u"Voicemail logged for Customer C. Next try Mon 17 Nov, afternoon."_s);
    const NextAction n = k.only<NextAction>();
    QCOMPARE(n.kind, NextActionKind::TryAgain);
    QCOMPARE(n.madeOn, k.today);
    QCOMPARE(n.due, day("2025-11-17"));
    QCOMPARE(n.at, k.at("2025-11-17", 13 * 60));
    QCOMPARE(n.user, u"me"_s);
}

void TestCalls::voicemailInTheAfternoon()
{
    CommandDesk k;
    k.minute = 12 * 60; // noon is afternoon
    QCOMPARE(k.summary(call(k.id("C"), CallOutcome::Voicemail)),
             u"Voicemail logged for Customer C. Next try Mon 17 Nov, morning."_s);
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-17", 9 * 60));
}

// 10:00 UTC is 19:00 in Tokyo: afternoon there, so Monday at their nine.
void TestCalls::voicemailCountsTheirHalfOfTheDay()
{
    CommandDesk k;
    k.m.customer("C").zone = u"Asia/Tokyo"_s;
    QVERIFY(k.summary(call(k.id("C"), CallOutcome::Voicemail)).endsWith(u"Mon 17 Nov, morning."_s));
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-17", 9 * 60, "Asia/Tokyo"));
    CommandDesk early; // their own hours begin at seven
    Contact& c = early.contact("C", ContactRole::ApClerk, u"Ann"_s);
    c.zone = u"Asia/Tokyo"_s;
    c.callFrom = 7 * 60;
    c.callTo = 12 * 60;
    LogCall l = call(early.id("C"), CallOutcome::Voicemail);
    l.contact = c.id;
    QVERIFY(early.decide(l));
    QCOMPARE(early.only<NextAction>().at, early.at("2025-11-17", 7 * 60, "Asia/Tokyo"));
}

void TestCalls::voicemailSkipsHolidays()
{
    CommandDesk k;
    k.m.holiday("2025-11-17");
    k.m.holiday("2025-11-18", u"DE"_s);
    k.m.customer("C").calendar = u"DE"_s;
    QVERIFY(k.summary(call(k.id("C"), CallOutcome::Voicemail)).contains(u"Wed 19 Nov"_s));
}

void TestCalls::noAnswerTwice()
{
    CommandDesk k;
    QCOMPARE(k.summary(call(k.id("C"), CallOutcome::NoAnswer)),
             u"No answer logged for Customer C. Next try today 13:00."_s);
    QCOMPARE(k.only<NextAction>().due, k.today);
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-14", 13 * 60));
    CommandDesk again;
    again.tried("C", 0);
    QCOMPARE(again.summary(call(again.id("C"), CallOutcome::NoAnswer)),
             u"No answer logged for Customer C. Next try Mon 17 Nov."_s);
    QCOMPARE(again.only<NextAction>().at, 0);
}

void TestCalls::noAnswerLateInTheDay()
{
    CommandDesk k;
    k.minute = 14 * 60; // 17:00 is closing time
    QVERIFY(k.summary(call(k.id("C"), CallOutcome::NoAnswer)).endsWith(u"Next try Mon 17 Nov."_s));
    k.minute = 13 * 60 + 59;
    QVERIFY(k.summary(call(k.id("C"), CallOutcome::NoAnswer)).endsWith(u"Next try today 16:59."_s));
    CommandDesk ny; // 10:00 UTC is 05:00 in New York: eight is still closed
    ny.m.customer("C").zone = u"America/New_York"_s;
    QVERIFY(ny.summary(call(ny.id("C"), CallOutcome::NoAnswer)).endsWith(u"Next try Mon 17 Nov."_s));
}

// Four tries since Mon 10 Nov and this one make five: the next is free on Mon 17 Nov, a week after the first.
// With the first on Tue 11 Nov it is Tue 18 Nov.
void TestCalls::noAnswerFiveInAWeek()
{
    CommandDesk k;
    for (const int ago : {4, 3, 2, 1})
        k.tried("C", ago);
    QVERIFY(k.summary(call(k.id("C"), CallOutcome::NoAnswer)).endsWith(u"Next try Mon 17 Nov."_s));
    CommandDesk later;
    for (const int ago : {3, 3, 2, 1})
        later.tried("C", ago);
    QVERIFY(later.summary(call(later.id("C"), CallOutcome::NoAnswer)).endsWith(u"Next try Tue 18 Nov."_s));
}

void TestCalls::loggingIsNeverRefusedByCaps()
{
    CommandDesk k;
    for (int i = 0; i < 9; ++i)
        k.tried("C", i / 3);
    k.m.customer("C").status = CustomerStatus::Insolvent;
    k.m.customer("C").doNotContact = true;
    for (const CallOutcome o : {CallOutcome::Voicemail, CallOutcome::NoAnswer, CallOutcome::Refused,
                                CallOutcome::WrongNumber, CallOutcome::SaysPaid}) {
        QVERIFY2(k.decide(call(k.id("C"), o)), qPrintable(outcomeName(o)));
        QCOMPARE(k.only<NextAction>().customer, k.id("C")); // every worked customer has a next action with a date
        QVERIFY(k.only<NextAction>().due.isValid());
    }
}

// Promised for Mon 24 Nov, deadline Thu 27 Nov, follow-up on Fri 28 Nov.
void TestCalls::promise()
{
    CommandDesk k;
    auto& a = k.late("C", "1250.00", 10);
    LogCall c = call(k.id("C"), CallOutcome::Promise);
    c.contact = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    c.promise = PromiseDraft{125000, *Currency::parse(u"EUR"_s), day("2025-11-24"), {}, false, u"transfer"_s};
    QCOMPARE(k.summary(c), u"Call logged. Promise 1,250.00 EUR due 24 Nov."_s);
    const Promise p = k.only<Promise>();
    QCOMPARE(k.only<Activity>().promise, p.id);
    QCOMPARE(p.customer, k.id("C"));
    QCOMPARE(p.contact, c.contact);
    QCOMPARE(p.lines, (std::vector<PromiseLine>{{a, 125000}}));
    QCOMPARE(p.madeOn, k.today);
    QCOMPARE(p.enteredOn, k.today);
    QVERIFY(!p.imported);
    QCOMPARE(p.takenBy, u"me"_s);
    QCOMPARE(p.method, u"transfer"_s);
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::FollowUp);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-28"));
    c.promise.reset();
    QCOMPARE(k.refused(c), u"amount: is missing"_s);
}

// Fri + 3 business days = Wed.
void TestCalls::saysPaid()
{
    CommandDesk k;
    LogCall c = call(k.id("C"), CallOutcome::SaysPaid);
    c.reference = u"TRX 88"_s;
    c.claimed = day("2025-11-12");
    QCOMPARE(k.summary(c), u"Says paid logged for Customer C. Back Wed 19 Nov unless the money is seen."_s);
    QCOMPARE(k.only<Activity>().reference, u"TRX 88"_s);
    QCOMPARE(k.only<Activity>().claimed, day("2025-11-12"));
    QCOMPARE(k.only<NextAction>().due, day("2025-11-19"));
    c.claimed = day("2025-11-15");
    QCOMPARE(k.refused(c), u"date: lies in the future"_s);
    c.claimed = {};
    c.reference = QString(201, u'x');
    QVERIFY(k.refused(c).startsWith(u"reference: "_s));
}

void TestCalls::callBack()
{
    CommandDesk k;
    LogCall c = call(k.id("C"), CallOutcome::CallBack);
    c.callBackOn = day("2025-11-17");
    c.callBackMinute = 14 * 60 + 30;
    QCOMPARE(k.summary(c), u"Call back logged for Customer C. Call back Mon 17 Nov 14:30."_s);
    const NextAction n = k.only<NextAction>();
    QCOMPARE(n.kind, NextActionKind::CallBack);
    QCOMPARE(n.due, day("2025-11-17"));
    QCOMPARE(n.at, k.at("2025-11-17", 870));
}

// 10:00 on Monday in Sydney is 23:00 UTC on Sunday: the book's day of it.
void TestCalls::callBackElsewhere()
{
    CommandDesk k;
    Contact& ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s);
    ann.zone = u"Australia/Sydney"_s;
    LogCall c = call(k.id("C"), CallOutcome::CallBack);
    c.contact = ann.id;
    c.callBackOn = day("2025-11-17");
    c.callBackMinute = 10 * 60;
    QCOMPARE(k.summary(c), u"Call back logged for Customer C. Call back Mon 17 Nov 10:00 there, 23:00 here."_s);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-16"));
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-17", 600, "Australia/Sydney"));
}

void TestCalls::callBackRefused_data()
{
    QTest::addColumn<QString>("on");
    QTest::addColumn<int>("minute");
    QTest::addColumn<QString>("said");
    QTest::newRow("no day") << u""_s << 600 << u"date: is missing"_s;
    QTest::newRow("no time") << u"2025-11-17"_s << -1 << u"time: is missing"_s;
    QTest::newRow("yesterday") << u"2025-11-13"_s << 600 << u"date: lies in the past"_s;
    QTest::newRow("an hour ago") << u"2025-11-14"_s << 540 << u"time: lies in the past"_s;
    QTest::newRow("now") << u"2025-11-14"_s << 600 << u"time: lies in the past"_s;
    QTest::newRow("Saturday") << u"2025-11-15"_s << 600 << u"date: Sat 15 Nov is not a business day there"_s;
    QTest::newRow("their holiday") << u"2025-11-18"_s << 600 << u"date: Tue 18 Nov is not a business day there"_s;
    QTest::newRow("before they open") << u"2025-11-17"_s << 539 << u"time: is outside their calling hours"_s;
    QTest::newRow("closing time") << u"2025-11-17"_s << 1020 << u"time: is outside their calling hours"_s;
    QTest::newRow("91 days") << u"2026-02-13"_s << 600 << u"date: is more than 90 days ahead"_s;
}

void TestCalls::callBackRefused()
{
    QFETCH(QString, on);
    QFETCH(int, minute);
    QFETCH(QString, said);
    CommandDesk k;
    k.m.holiday("2025-11-18", u"DE"_s);
    k.m.customer("C").calendar = u"DE"_s;
    LogCall c = call(k.id("C"), CallOutcome::CallBack);
    c.callBackOn = on.isEmpty() ? Date() : day(on.toStdString());
    c.callBackMinute = minute;
    QCOMPARE(k.refused(c), said);
    c.callBackOn = day("2026-02-12"); // 90 days, a Thursday
    c.callBackMinute = 1019;
    QVERIFY(k.decide(c));
}

void TestCalls::wrongNumber()
{
    CommandDesk k;
    const ContactId ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    LogCall c = call(k.id("C"), CallOutcome::WrongNumber);
    c.contact = ann;
    QCOMPARE(k.summary(c), u"Wrong number logged for Customer C. Next: find a person."_s);
    QCOMPARE(k.only<Contact>().id, ann);
    QCOMPARE(k.only<Contact>().defect, ContactDefect::WrongNumber);
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::FindPerson);
    QCOMPARE(k.only<NextAction>().due, k.today);
    CommandDesk two;
    c.contact = two.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    two.contact("C", ContactRole::ApLead, u"Bob"_s);
    QCOMPARE(two.summary(c), u"Wrong number logged for Customer C. Next: Bob."_s);
    QCOMPARE(two.only<NextAction>().kind, NextActionKind::TryAgain);
    CommandDesk nobody;
    QCOMPARE(nobody.summary(call(nobody.id("C"), CallOutcome::WrongNumber)),
             u"Wrong number logged for Customer C. Next: find a person."_s);
    QVERIFY(nobody.last->of<Contact>().empty());
}

void TestCalls::refusedGoesUp()
{
    const auto next = [](ContactRole role) {
        CommandDesk k;
        LogCall c = call(k.id("C"), CallOutcome::Refused);
        c.contact = k.contact("C", role, u"Ann"_s).id;
        const QString summary = k.summary(c);
        return k.only<NextAction>().kind == NextActionKind::Escalate ? summary : QString();
    };
    QCOMPARE(next(ContactRole::ApClerk), u"Refusal logged for Customer C. Next: AP lead, Mon 17 Nov."_s);
    QCOMPARE(next(ContactRole::ApLead), u"Refusal logged for Customer C. Next: finance head, Mon 17 Nov."_s);
    QCOMPARE(next(ContactRole::FinanceHead), u"Refusal logged for Customer C. Next: finance head, Mon 17 Nov."_s);
    QCOMPARE(next(ContactRole::Sponsor), u"Refusal logged for Customer C. Next: AP lead, Mon 17 Nov."_s);
}

void TestCalls::refusedNamesWhom()
{
    CommandDesk k;
    k.contact("C", ContactRole::FinanceHead, u"Eva Lead"_s);
    LogCall c = call(k.id("C"), CallOutcome::Refused);
    c.escalateTo = u"eva lead"_s;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<NextAction>().note, u"finance head: eva lead"_s);
    c.escalateTo = u"CFO"_s;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<NextAction>().note, u"finance head"_s);
    c.escalateTo = u"Mr Unknown"_s;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<NextAction>().note, u"AP lead: Mr Unknown"_s);
}

void TestCalls::mailAndNotes()
{
    CommandDesk k;
    LogCall c = call(k.id("C"), CallOutcome::None);
    c.kind = ActivityKind::Email;
    QCOMPARE(k.summary(c), u"E-mail logged for Customer C. Follow-up Tue 18 Nov."_s);
    QCOMPARE(k.only<Activity>().kind, ActivityKind::Email);
    c.kind = ActivityKind::Letter;
    QCOMPARE(k.summary(c), u"Letter logged for Customer C. Follow-up Fri 21 Nov."_s);
    c.kind = ActivityKind::Note;
    c.note = u"New buyer"_s;
    QCOMPARE(k.summary(c), u"Note logged for Customer C."_s);
    QVERIFY(k.last->of<NextAction>().empty());
    c.kind = ActivityKind::Reply;
    c.outcome = CallOutcome::SaysPaid;
    QCOMPARE(k.summary(c), u"Says paid logged for Customer C. Back Wed 19 Nov unless the money is seen."_s);
}

void TestCalls::mailKeepsWhatWasAgreed()
{
    CommandDesk k;
    NextAction n;
    n.customer = k.id("C");
    n.kind = NextActionKind::CallBack;
    n.madeOn = k.today;
    n.due = k.today;
    n.at = k.at("2025-11-14", 15 * 60);
    k.m.add(n);
    LogCall c = call(k.id("C"), CallOutcome::None);
    c.kind = ActivityKind::Email;
    QCOMPARE(k.summary(c), u"E-mail logged for Customer C."_s);
    QVERIFY(k.last->of<NextAction>().empty());
}

// 40.00 of 100.00 contested: the rest stays callable, they confirm by Tuesday, and we look on Tuesday too.
void TestCalls::dispute()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10);
    const ContactId ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    LogCall c = call(k.id("C"), CallOutcome::Dispute);
    c.contact = ann;
    c.dispute.emplace();
    c.dispute->kind = DisputeReason::Price;
    c.dispute->lines = {{a, 4000}};
    QVERIFY2(k.decide(c), qPrintable(k.last ? QString() : k.refusal()));
    const Dispute d = k.only<Dispute>();
    QCOMPARE(k.only<Activity>().dispute, d.id);
    QCOMPARE(d.debit, a);
    QCOMPARE(d.amount, 4000);
    QCOMPARE(d.kind, DisputeReason::Price);
    QCOMPARE(d.contact, ann);
    QCOMPARE(d.openedOn, k.today);
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::FollowUp);
    QVERIFY(k.only<NextAction>().due > k.today);
    QCOMPARE(k.only<ConfirmBy>().due, day("2025-11-18"));
    QVERIFY(k.last->summary.startsWith(u"Dispute logged for Customer C. "_s));
}

void TestCalls::disputeRefused()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10), other = k.late("D", "5.00", 10);
    LogCall c = call(k.id("C"), CallOutcome::Dispute);
    QCOMPARE(k.refused(c), u"reason: is missing"_s);
    c.dispute.emplace();
    c.dispute->lines = {{other, 0}};
    QVERIFY(k.refused(c).startsWith(u"invoices: "_s));
    c.dispute->lines = {{a, 10001}};
    QVERIFY(k.refused(c).startsWith(u"amount: "_s) || k.refused(c).startsWith(u"invoices: "_s));
}

void TestCalls::wrongPerson()
{
    CommandDesk k;
    const ContactId ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    LogCall c = call(k.id("C"), CallOutcome::WrongNumber);
    c.contact = ann;
    c.wrong = WrongWhat::Person;
    c.note = u"Works in sales"_s;
    QCOMPARE(k.summary(c), u"Wrong person logged for Customer C. Next: find a person."_s);
    QCOMPARE(k.only<Contact>().defect, ContactDefect::WrongPerson);
    const ContactEvent e = k.only<ContactEvent>();
    QCOMPARE(e.contact, ann);
    QCOMPARE(e.kind, ContactEventKind::DefectFound);
    QCOMPARE(e.day, k.today);
    QCOMPARE(e.user, u"me"_s);
    QCOMPARE(e.how, u"Works in sales"_s);
}

// Friday: ours to send by Monday, looked after on Tuesday.
void TestCalls::needsDocument()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10);
    const ContactId ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s).id;
    LogCall c = call(k.id("C"), CallOutcome::NeedsDocument);
    c.contact = ann;
    c.request = RequestDraft{RequestKind::Document, u" copy of invoice 1 "_s, a, {}, {}};
    QCOMPARE(k.summary(c), u"Needs a document logged for Customer C. We owe them: copy of invoice 1, by Mon 17 Nov. "
                           "Follow-up Tue 18 Nov."_s);
    const CustomerRequest r = k.only<CustomerRequest>();
    QCOMPARE(k.only<Activity>().request, r.id);
    QCOMPARE(r.customer, k.id("C"));
    QCOMPARE(r.contact, ann);
    QCOMPARE(r.debit, a);
    QCOMPARE(r.what, u"copy of invoice 1"_s);
    QCOMPARE(r.openedOn, k.today);
    QCOMPARE(r.dueOn, day("2025-11-17"));
    QCOMPARE(r.owner, u"me"_s);
    QVERIFY(!r.doneOn.isValid());
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::FollowUp);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-18"));
    QVERIFY(k.last->of<ConfirmBy>().empty()); // it is our turn
    k.m.holiday("2025-11-17");                // our holiday puts both off
    k.book.reset();
    c.request->owner = u"ben"_s;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<CustomerRequest>().owner, u"ben"_s);
    QCOMPARE(k.only<CustomerRequest>().dueOn, day("2025-11-18"));
    QCOMPARE(k.only<NextAction>().due, day("2025-11-19"));
}

void TestCalls::needsDocumentRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("due");
    QTest::addColumn<int>("invoice"); // 0 none, 1 own, 2 paid, 3 another customer's
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing said") << u" "_s << u""_s << u""_s << 0 << u"document: is missing"_s;
    QTest::newRow("too long") << QString(201, u'x') << u""_s << u""_s << 0
                              << u"document: is 201 characters long; 200 are allowed"_s;
    QTest::newRow("owner too long") << u"copy"_s << QString(201, u'x') << u""_s << 0
                                    << u"owner: is 201 characters long; 200 are allowed"_s;
    QTest::newRow("yesterday") << u"copy"_s << u""_s << u"2025-11-13"_s << 0 << u"due: lies in the past"_s;
    QTest::newRow("paid") << u"copy"_s << u""_s << u""_s << 2 << u"invoices: 2 is not open"_s;
    QTest::newRow("another's") << u"copy"_s << u""_s << u""_s << 3 << u"invoices: one is not of this customer"_s;
}

void TestCalls::needsDocumentRefused()
{
    QFETCH(QString, what);
    QFETCH(QString, owner);
    QFETCH(QString, due);
    QFETCH(int, invoice);
    QFETCH(QString, said);
    CommandDesk k;
    auto& open = k.late("C", "100.00", 10);
    open.number = "1";
    auto& paid = k.late("C", "100.00", 20);
    paid.number = "2";
    k.m.pay(paid, "100.00", "2025-11-10");
    auto& other = k.late("D", "100.00", 10);
    const std::array<DebitId, 4> ids{DebitId(), open, paid, other};
    LogCall c = call(k.id("C"), CallOutcome::NeedsDocument);
    QCOMPARE(k.refused(c), u"document: is missing"_s);
    c.request = RequestDraft{RequestKind::Document, what, ids[std::size_t(invoice)], owner,
                             due.isEmpty() ? Date() : day(due.toStdString())};
    QCOMPARE(k.refused(c), said);
    c.request = RequestDraft{RequestKind::Document, u"copy"_s, open, {}, k.today};
    QVERIFY(k.decide(c));
}

// They confirm by Tue 18 Nov; back the day after.
void TestCalls::inProcess()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10), b = k.late("C", "50.00", 20);
    const ContactId ann = k.contact("C", ContactRole::ApLead, u"Ann"_s).id;
    LogCall c = call(k.id("C"), CallOutcome::InProcess);
    c.contact = ann;
    c.statuses = {{a, PayerState::InApproval, u" Ben "_s, day("2025-11-03"), {}, u"ignored"_s},
                  {b, PayerState::Received, u"ignored"_s, {}, {}, {}}};
    QCOMPARE(k.summary(c), u"In process logged for Customer C. Status noted for 2 invoices. Follow-up Wed 19 Nov."_s);
    const auto& rows = k.last->of<PayerStatus>();
    QCOMPARE(rows.size(), std::size_t(2));
    const PayerStatus& s = rows[0].after;
    QCOMPARE(s.debit, a);
    QCOMPARE(s.state, PayerState::InApproval);
    QCOMPARE(s.with, u"Ben"_s);
    QCOMPARE(s.since, day("2025-11-03"));
    QCOMPARE(s.reference, QString());
    QCOMPARE(s.activity, k.only<Activity>().id);
    QCOMPARE(s.contact, ann);
    QCOMPARE(s.day, k.today);
    QCOMPARE(rows[1].after.with, QString());
    const ConfirmBy confirm = k.only<ConfirmBy>();
    QCOMPARE(confirm.due, day("2025-11-18"));
    QCOMPARE(confirm.nextRung, ContactRole::FinanceHead);
    QCOMPARE(confirm.contact, ann);
    QCOMPARE(confirm.activity, k.only<Activity>().id);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-19"));
}

// All of it is in the run of Fri 28 Nov: that run is what they confirm, and we look on Monday.
void TestCalls::inProcessScheduled()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10), b = k.late("C", "50.00", 20);
    LogCall c = call(k.id("C"), CallOutcome::InProcess);
    c.statuses = {{a, PayerState::Scheduled, {}, {}, day("2025-11-21"), {}},
                  {b, PayerState::Scheduled, {}, {}, day("2025-11-28"), {}}};
    QVERIFY(k.summary(c).endsWith(u"Follow-up Mon 1 Dec."_s));
    QCOMPARE(k.only<ConfirmBy>().due, day("2025-11-28"));
    c.statuses[0].state = PayerState::WaitsForPo; // not all of it: the usual two days
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<ConfirmBy>().due, day("2025-11-18"));
    QVERIFY(!k.last->of<PayerStatus>()[0].after.scheduledFor.isValid());
}

void TestCalls::inProcessRefused_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << 0 << u"invoices: none is ticked"_s;
    QTest::newRow("twice") << 1 << u"invoices: one is named twice"_s;
    QTest::newRow("another's") << 2 << u"invoices: one is not of this customer"_s;
    QTest::newRow("no day") << 3 << u"date: is missing"_s;
    QTest::newRow("yesterday's run") << 4 << u"date: lies in the past"_s;
    QTest::newRow("since tomorrow") << 5 << u"since: lies in the future"_s;
    QTest::newRow("paid") << 6 << u"invoices: 7 is not open"_s;
}

void TestCalls::inProcessRefused()
{
    QFETCH(int, what);
    QFETCH(QString, said);
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10), other = k.late("D", "1.00", 10);
    auto& paid = k.late("C", "10.00", 12);
    paid.number = "7";
    k.m.pay(paid, "10.00", "2025-11-10");
    const StatusDraft plain{a, PayerState::Received, {}, {}, {}, {}};
    const std::vector<std::vector<StatusDraft>> cases = {
        {},
        {plain, plain},
        {{other, PayerState::Received, {}, {}, {}, {}}},
        {{a, PayerState::Scheduled, {}, {}, {}, {}}},
        {{a, PayerState::Scheduled, {}, {}, day("2025-11-13"), {}}},
        {{a, PayerState::InApproval, {}, day("2025-11-15"), {}, {}}},
        {{paid, PayerState::Received, {}, {}, {}, {}}},
    };
    LogCall c = call(k.id("C"), CallOutcome::InProcess);
    c.statuses = cases[std::size_t(what)];
    QCOMPARE(k.refused(c), said);
    c.statuses = {plain};
    QVERIFY(k.decide(c));
}

// Which outcomes carry a day by which they confirm, and which.
void TestCalls::confirmBy_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("due"); // "" = none
    const int call = int(ActivityKind::Call);
    QTest::newRow("promise") << int(CallOutcome::Promise) << call << u"2025-11-18"_s;
    QTest::newRow("says paid") << int(CallOutcome::SaysPaid) << call << u"2025-11-18"_s;
    QTest::newRow("in process") << int(CallOutcome::InProcess) << call << u"2025-11-18"_s;
    QTest::newRow("voicemail") << int(CallOutcome::Voicemail) << call << u""_s;
    QTest::newRow("no answer") << int(CallOutcome::NoAnswer) << call << u""_s;
    QTest::newRow("call back") << int(CallOutcome::CallBack) << call << u""_s;
    QTest::newRow("wrong number") << int(CallOutcome::WrongNumber) << call << u""_s;
    QTest::newRow("our turn") << int(CallOutcome::NeedsDocument) << call << u""_s;
    QTest::newRow("refused") << int(CallOutcome::Refused) << call << u""_s;
    QTest::newRow("meeting") << int(CallOutcome::None) << int(ActivityKind::Meeting) << u"2025-11-18"_s;
    QTest::newRow("reply") << int(CallOutcome::None) << int(ActivityKind::Reply) << u"2025-11-18"_s;
    QTest::newRow("our mail") << int(CallOutcome::None) << int(ActivityKind::Email) << u""_s;
    QTest::newRow("note") << int(CallOutcome::None) << int(ActivityKind::Note) << u""_s;
}

void TestCalls::confirmBy()
{
    QFETCH(int, outcome);
    QFETCH(int, kind);
    QFETCH(QString, due);
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10);
    LogCall c = call(k.id("C"), CallOutcome(outcome));
    c.kind = ActivityKind(kind);
    c.promise = PromiseDraft{10000, *Currency::parse(u"EUR"_s), day("2025-12-01"), {}, false, {}};
    c.statuses = {{a, PayerState::Received, {}, {}, {}, {}}};
    c.request = RequestDraft{RequestKind::Document, u"copy"_s, {}, {}, {}};
    c.callBackOn = day("2025-11-17");
    c.callBackMinute = 600;
    QVERIFY2(k.decide(c), qPrintable(k.last ? QString() : k.refusal()));
    const auto& rows = k.last->of<ConfirmBy>();
    QCOMPARE(rows.empty() ? QString() : rows.front().after.due.toIso(), due);
    c.confirmBy = Date(); // they confirm nothing
    QVERIFY(k.decide(c));
    QVERIFY(k.last->of<ConfirmBy>().empty());
}

// Two business days of theirs from the day of the talk.
void TestCalls::confirmByOverTime_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("due");
    QTest::newRow("Monday") << u"2025-11-10"_s << u"2025-11-12"_s;
    QTest::newRow("Thursday") << u"2025-11-13"_s << u"2025-11-17"_s;
    QTest::newRow("Friday") << u"2025-11-14"_s << u"2025-11-18"_s;
    QTest::newRow("Saturday") << u"2025-11-15"_s << u"2025-11-18"_s;
    QTest::newRow("before their holiday") << u"2025-12-23"_s << u"2025-12-29"_s; // 25th and 26th are theirs
    QTest::newRow("over the year's end") << u"2025-12-31"_s << u"2026-01-05"_s;  // 1st too
}

void TestCalls::confirmByOverTime()
{
    QFETCH(QString, today);
    QFETCH(QString, due);
    CommandDesk k;
    k.today = day(today.toStdString());
    for (const char* h : {"2025-12-25", "2025-12-26", "2026-01-01"})
        k.m.holiday(h, u"DE"_s);
    k.m.holiday("2025-11-11"); // ours does not count there
    k.m.customer("C").calendar = u"DE"_s;
    QVERIFY(k.decide(call(k.id("C"), CallOutcome::SaysPaid)));
    QCOMPARE(k.only<ConfirmBy>().due.toIso(), due);
}

void TestCalls::confirmByRefused()
{
    CommandDesk k;
    LogCall c = call(k.id("C"), CallOutcome::SaysPaid);
    c.confirmBy = day("2025-11-13");
    QCOMPARE(k.refused(c), u"confirm: lies in the past"_s);
    c.confirmBy = day("2025-11-20");
    c.confirmWhat = u"a copy of the transfer"_s;
    QVERIFY(k.summary(c).endsWith(u"They confirm by Thu 20 Nov."_s));
    QCOMPARE(k.only<ConfirmBy>().what, u"a copy of the transfer"_s);
    QCOMPARE(k.only<ConfirmBy>().nextRung, ContactRole::ApLead);
    c.confirmWhat = QString(201, u'x');
    QCOMPARE(k.refused(c), u"confirm: is 201 characters long; 200 are allowed"_s);
    c.confirmWhat.clear();
    for (const CallOutcome o : {CallOutcome::Voicemail, CallOutcome::NoAnswer, CallOutcome::WrongNumber}) {
        c.outcome = o;
        QCOMPARE(k.refused(c), u"confirm: needs somebody who said so"_s);
    }
}

// Their time stays their time when a clock changes in between: 10:00 there as an instant, and our day of it.
void TestCalls::callBackAcrossClockChanges_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("at"); // UTC
    QTest::newRow("New York falls back") << u"2025-10-31"_s << u"America/New_York"_s << u"2025-11-03"_s
                                         << u"2025-11-03T15:00:00Z"_s;
    QTest::newRow("before that") << u"2025-10-30"_s << u"America/New_York"_s << u"2025-10-31"_s
                                 << u"2025-10-31T14:00:00Z"_s;
    QTest::newRow("Berlin springs ahead")
        << u"2026-03-27"_s << u"Europe/Berlin"_s << u"2026-03-30"_s << u"2026-03-30T08:00:00Z"_s;
    QTest::newRow("Berlin before") << u"2026-03-26"_s << u"Europe/Berlin"_s << u"2026-03-27"_s
                                   << u"2026-03-27T09:00:00Z"_s;
    QTest::newRow("Sydney springs ahead")
        << u"2025-10-03"_s << u"Australia/Sydney"_s << u"2025-10-07"_s << u"2025-10-06T23:00:00Z"_s;
    QTest::newRow("Kolkata, half an hour")
        << u"2025-11-14"_s << u"Asia/Kolkata"_s << u"2025-11-17"_s << u"2025-11-17T04:30:00Z"_s;
    QTest::newRow("Auckland is a day ahead")
        << u"2025-11-14"_s << u"Pacific/Auckland"_s << u"2025-11-17"_s << u"2025-11-16T21:00:00Z"_s;
}

void TestCalls::callBackAcrossClockChanges()
{
    QFETCH(QString, today);
    QFETCH(QString, zone);
    QFETCH(QString, on);
    QFETCH(QString, at);
    CommandDesk k;
    k.today = day(today.toStdString());
    k.m.customer("C").zone = zone;
    LogCall c = call(k.id("C"), CallOutcome::CallBack);
    c.callBackOn = day(on.toStdString());
    c.callBackMinute = 10 * 60;
    QVERIFY2(k.decide(c), qPrintable(k.last ? QString() : k.refusal()));
    QCOMPARE(toIsoInstant(k.only<NextAction>().at), at);
    QCOMPARE(k.only<NextAction>().due.toIso(), at.left(10)); // the book is in UTC
}

void TestCalls::refusals()
{
    CommandDesk k;
    QCOMPARE(k.refused(call(CustomerId(99), CallOutcome::Voicemail)), u"customer: is not a customer of this book"_s);
    QCOMPARE(k.last.error().code, ErrorCode::InputRejected);
    LogCall c = call(k.id("C"), CallOutcome::Voicemail);
    c.contact = k.contact("D", ContactRole::ApClerk, u"Dan"_s).id;
    k.book.reset();
    QCOMPARE(k.refused(c), u"contact: is not a contact of this customer"_s);
    c.contact = {};
    c.note = u"a\0b"_s;
    QCOMPARE(k.refused(c), u"note: holds a NUL character"_s);
    c.note = QString(10'001, u'n');
    QCOMPARE(k.refused(c), u"note: is 10001 characters long; 10000 are allowed"_s);
    c.note = QString(10'000, u'n');
    QVERIFY(k.decide(c));
    c.outcome = CallOutcome::None;
    QCOMPARE(k.refused(c), u"outcome: is missing"_s);
    c.kind = ActivityKind::Email;
    c.outcome = CallOutcome::Promise;
    QCOMPARE(k.refused(c), u"outcome: is not for e-mail"_s);
    c.kind = ActivityKind::Meeting;
    c.outcome = CallOutcome::Voicemail;
    QCOMPARE(k.refused(c), u"outcome: voicemail is the end of a call only"_s);
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
