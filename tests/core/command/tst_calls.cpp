// What a logged call, mail or note changes when nothing is agreed: the next try, the caps, call-backs, the next person, and
// what is refused with which field.
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
    void callBack();
    void callBackElsewhere();
    void callBackRefused_data();
    void callBackRefused();
    void callBackInSeveralZones();
    void triesInSeveralZones();
    void callBackOfAConsumer();
    void wrongNumber();
    void refusedGoesUp();
    void refusedNamesWhom();
    void mailAndNotes();
    void mailKeepsWhatWasAgreed();
    void wrongPerson();
    void callBackAcrossClockChanges_data();
    void callBackAcrossClockChanges();
    void refusals();
};

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

// Where only a country of several zones is known, a time is ours, and must be calling time in all of them: in winter
// 20:00 to 22:00 UTC is that from New York to Honolulu (with Alaska and Adak between).
void TestCalls::callBackInSeveralZones()
{
    CommandDesk k;
    k.m.customer("C").country = u"US"_s;
    LogCall c = call(k.id("C"), CallOutcome::CallBack);
    c.callBackOn = day("2025-11-17");
    c.callBackMinute = 10 * 60; // fine here, night there
    const QString said = k.refused(c);
    QVERIFY2(said.startsWith(u"time: is outside calling hours in one of the "), qPrintable(said));
    const QString remedy = say(k.last.error().remedy);
    QVERIFY2(remedy.contains(u"in all of them from Mon 17 Nov 19:00 here"), qPrintable(remedy));
    c.callBackMinute = 20 * 60;
    QCOMPARE(k.summary(c), u"Call back logged for Customer C. Call back Mon 17 Nov 20:00."_s);
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-17", 20 * 60));
    c.callBackMinute = 22 * 60; // 17:00 in New York
    QVERIFY(!k.decide(c));
}

// The next try after a voicemail, and the one in three hours, keep to the same window.
void TestCalls::triesInSeveralZones()
{
    CommandDesk k;
    k.m.customer("C").country = u"US"_s;
    QVERIFY(k.decide(call(k.id("C"), CallOutcome::Voicemail)));
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-17", 19 * 60)); // 13:00 here is night in Honolulu
    QVERIFY(k.decide(call(k.id("C"), CallOutcome::NoAnswer))); // 10:00: in three hours they are asleep in Honolulu
    QCOMPARE(k.only<NextAction>().at, 0);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-17"));
    k.minute = 16 * 60 + 30; // 19:30
    QVERIFY(k.decide(call(k.id("C"), CallOutcome::NoAnswer)));
    QCOMPARE(k.only<NextAction>().at, k.at("2025-11-14", 19 * 60 + 30));
}

// Consumers are not called at night, even if their own hours say so.
void TestCalls::callBackOfAConsumer()
{
    CommandDesk k;
    k.m.customer("C").consumer = true;
    Contact& ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s);
    ann.zone = u"UTC"_s;
    ann.callFrom = 6 * 60;
    ann.callTo = 23 * 60;
    LogCall c = call(k.id("C"), CallOutcome::CallBack);
    c.contact = ann.id;
    c.callBackOn = day("2025-11-17");
    for (const int minute : {7 * 60, 21 * 60}) {
        c.callBackMinute = minute;
        QCOMPARE(k.refused(c), u"time: is outside their calling hours"_s);
    }
    c.callBackMinute = 20 * 60 + 59;
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
    Contact& merged = k.contact("C", ContactRole::ApLead, u"Eva Lead"_s); // a double: it names nobody
    merged.mergedInto = k.contact("C", ContactRole::FinanceHead, u"Eva Lead"_s).id;
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
