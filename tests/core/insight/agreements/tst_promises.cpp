// Promises judged by hand: every row says what was promised, what came, and what stands on the day asked.
// May 2025: the 1st is a Thursday. Unless a row says more, 1,000.00 of one invoice is promised on Mon 5 May for
// Mon 12 May, so the deadline is Thu 15 May, and bank data reach to Fri 30 May.
#include "core/insight/agreements/promises.h"
#include "core/insight/calls/callpast.h"

#include "tests/support/bookmaker.h"

#include <QTest>
#include <functional>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Stage {
    BookMaker m{"USD"};
    BookMaker::DebitSpec* a = nullptr; // the invoice: 1,000.00 due 1 May
    BookMaker::DebitSpec* b = nullptr; // another one: 400.00 due 2 May
    Promise* p = nullptr;

    explicit Stage(std::string_view promised = "1000.00", std::string_view madeOn = "2025-05-05",
                   std::string_view promisedFor = "2025-05-12", std::string_view invoice = "1000.00")
    {
        a = &m.invoice("C", invoice, "2025-04-01", "2025-05-01");
        b = &m.invoice("C", "400.00", "2025-04-02", "2025-05-02");
        p = &m.promise("C", promised, madeOn, promisedFor);
        p->lines = {{*a, p->amount}};
    }
    void bankUntil(std::string_view iso) { m.payment("Z", "1.00", iso); }
};

struct Case {
    const char* name;
    const char* asOf;
    PromiseState state;
    const char* target;
    const char* counted;
    std::function<void(Stage&)> happens;
};

using S = PromiseState;
const auto bank = [](Stage& s) { s.bankUntil("2025-05-30"); };

const std::vector<Case> cases = {
    // --- before the deadline
    {"open on the day it is made", "2025-05-05", S::Open, "1000.00", "0.00", bank},
    {"open on the promised day", "2025-05-12", S::Open, "1000.00", "0.00", bank},
    {"due the day after", "2025-05-13", S::Due, "1000.00", "0.00", bank},
    {"due on the deadline", "2025-05-15", S::Due, "1000.00", "0.00", bank},
    {"kept before the promised day", "2025-05-09", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-08");
         bank(s);
     }},
    {"open while only part has come", "2025-05-09", S::Open, "1000.00", "500.00",
     [](Stage& s) {
         s.m.pay(*s.a, "500.00", "2025-05-08");
         bank(s);
     }},
    // --- the deadline
    {"broken when nothing came", "2025-05-16", S::Broken, "1000.00", "0.00", bank},
    {"kept on the promised day", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-12");
         bank(s);
     }},
    {"kept on the deadline itself", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-15");
         bank(s);
     }},
    {"one day too late changes nothing", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-16");
         bank(s);
     }},
    {"partly kept", "2025-05-20", S::PartlyKept, "1000.00", "600.00",
     [](Stage& s) {
         s.m.pay(*s.a, "600.00", "2025-05-14");
         bank(s);
     }},
    {"partly kept stays so when the rest comes late", "2025-05-25", S::PartlyKept, "1000.00", "600.00",
     [](Stage& s) {
         s.m.pay(*s.a, "600.00", "2025-05-14");
         s.m.pay(*s.a, "400.00", "2025-05-19");
         bank(s);
     }},
    {"two payments together", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.pay(*s.a, "300.00", "2025-05-07");
         s.m.pay(*s.a, "700.00", "2025-05-15");
         bank(s);
     }},
    // --- the day it was made
    {"a payment of that day was known", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-05");
         bank(s);
     }},
    {"it counts where the promise was typed later", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-05");
         s.p->enteredOn = day("2025-05-06");
         bank(s);
     }},
    {"it counts where the promise was imported", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-05");
         s.p->imported = true;
         bank(s);
     }},
    {"a payment of the day before never counts", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.pay(*s.a, "1000.00", "2025-05-04");
         s.p->imported = true;
         bank(s);
     }},
    {"money that lay unapplied counts once it is assigned", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.allocate(s.m.payment("C", "1000.00", "2025-05-02"), *s.a, "1000.00", "2025-05-08");
         bank(s);
     }},
    // --- tolerance: min(max(1 %, 25 base), 10 %)
    {"25 base short", "2025-05-20", S::Kept, "1000.00", "975.00",
     [](Stage& s) {
         s.m.pay(*s.a, "975.00", "2025-05-12");
         bank(s);
     }},
    {"25.01 base short", "2025-05-20", S::PartlyKept, "1000.00", "974.99",
     [](Stage& s) {
         s.m.pay(*s.a, "974.99", "2025-05-12");
         bank(s);
     }},
    // --- credit notes and write-offs
    {"a credit note lowers the target", "2025-05-20", S::Kept, "800.00", "800.00",
     [](Stage& s) {
         s.m.allocate(s.m.creditNote("C", "200.00", "2025-05-09"), *s.a, "200.00");
         s.m.pay(*s.a, "800.00", "2025-05-13");
         bank(s);
     }},
    {"a credit note of before it does not", "2025-05-20", S::PartlyKept, "1000.00", "800.00",
     [](Stage& s) {
         s.m.allocate(s.m.creditNote("C", "200.00", "2025-05-02"), *s.a, "200.00");
         s.m.pay(*s.a, "800.00", "2025-05-13");
         bank(s);
     }},
    {"wholly credited", "2025-05-10", S::Credited, "0.00", "0.00",
     [](Stage& s) {
         s.m.allocate(s.m.creditNote("C", "1000.00", "2025-05-09"), *s.a, "1000.00");
         bank(s);
     }},
    {"credited after it was broken", "2025-05-28", S::Credited, "0.00", "0.00",
     [](Stage& s) {
         s.m.allocate(s.m.creditNote("C", "1000.00", "2025-05-27"), *s.a, "1000.00");
         bank(s);
     }},
    {"written off and paid", "2025-05-20", S::Kept, "950.00", "950.00",
     [](Stage& s) {
         s.m.writeOff(*s.a, "50.00", "2025-05-14");
         s.m.pay(*s.a, "950.00", "2025-05-14");
         bank(s);
     }},
    // --- elsewhere
    {"unapplied money in time", "2025-05-20", S::KeptElsewhere, "1000.00", "0.00",
     [](Stage& s) {
         s.m.payment("C", "1000.00", "2025-05-14");
         bank(s);
     }},
    {"unapplied money counts for nothing until the deadline", "2025-05-15", S::Due, "1000.00", "0.00",
     [](Stage& s) {
         s.m.payment("C", "1000.00", "2025-05-14");
         bank(s);
     }},
    {"part on the line, the rest unapplied", "2025-05-20", S::KeptElsewhere, "1000.00", "700.00",
     [](Stage& s) {
         s.m.pay(*s.a, "700.00", "2025-05-13");
         s.m.payment("C", "300.00", "2025-05-14");
         bank(s);
     }},
    {"other money short of it", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.pay(*s.b, "400.00", "2025-05-13");
         bank(s);
     }},
    {"other money too late", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.payment("C", "1000.00", "2025-05-16");
         bank(s);
     }},
    {"other money assigned to the line later", "2025-05-28", S::KeptElsewhere, "1000.00", "0.00",
     [](Stage& s) {
         s.m.allocate(s.m.payment("C", "1000.00", "2025-05-14"), *s.a, "1000.00", "2025-05-27");
         bank(s);
     }},
    {"one payment does not keep two promises", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         auto& c = s.m.invoice("C", "1000.00", "2025-04-03", "2025-05-03");
         s.m.promise("C", "1000.00", "2025-05-05", "2025-05-13").lines = {{c, 100000}};
         s.m.pay(c, "1000.00", "2025-05-13");
         bank(s);
     }},
    {"another customer's money is not this one's", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.payment("D", "1000.00", "2025-05-14");
         bank(s);
     }},
    {"a sister's payment to the line counts", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.allocate(s.m.payment("D", "1000.00", "2025-05-14"), *s.a, "1000.00");
         bank(s);
     }},
    {"a deposit assigned to the line counts", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.allocate(s.m.credit(CreditKind::Deposit, "C", "1000.00", "2025-05-14"), *s.a, "1000.00");
         bank(s);
     }},
    // --- reversals
    {"a payment counts until it is reversed", "2025-05-21", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.m.reverse(s.m.pay(*s.a, "1000.00", "2025-05-12"), "2025-05-22");
         bank(s);
     }},
    {"a reversal judges anew", "2025-05-22", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.reverse(s.m.pay(*s.a, "1000.00", "2025-05-12"), "2025-05-22");
         bank(s);
     }},
    {"a reversal before the promised day opens it again", "2025-05-11", S::Open, "1000.00", "0.00",
     [](Stage& s) {
         s.m.reverse(s.m.pay(*s.a, "1000.00", "2025-05-07"), "2025-05-10");
         bank(s);
     }},
    {"reversed money is not elsewhere either", "2025-05-23", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.reverse(s.m.payment("C", "1000.00", "2025-05-12"), "2025-05-22");
         bank(s);
     }},
    // --- known cash
    {"nobody is accused beyond it", "2025-05-20", S::Due, "1000.00", "0.00",
     [](Stage& s) { s.bankUntil("2025-05-14"); }},
    {"known to the deadline is enough", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) { s.bankUntil("2025-05-15"); }},
    {"no bank data at all", "2025-05-20", S::Due, "1000.00", "0.00", [](Stage&) {}},
    {"kept is said at once all the same", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) { s.m.pay(*s.a, "1000.00", "2025-05-12"); }},
    // --- ended
    {"withdrawn", "2025-05-20", S::Withdrawn, "1000.00", "0.00",
     [](Stage& s) {
         s.p->withdrawnOn = day("2025-05-09");
         bank(s);
     }},
    {"not withdrawn yet on the day asked", "2025-05-08", S::Open, "1000.00", "0.00",
     [](Stage& s) {
         s.p->withdrawnOn = day("2025-05-09");
         bank(s);
     }},
    {"replaced", "2025-05-20", S::Replaced, "1000.00", "0.00",
     [](Stage& s) {
         s.p->replacedOn = day("2025-05-09");
         s.p->replacedBy = PromiseId(99);
         bank(s);
     }},
    // --- calendars
    {"a holiday moves the deadline", "2025-05-16", S::Due, "1000.00", "0.00",
     [](Stage& s) {
         s.m.holiday("2025-05-14");
         bank(s);
     }},
    {"a holiday of their own calendar does too", "2025-05-16", S::Due, "1000.00", "0.00",
     [](Stage& s) {
         s.m.customer("C").calendar = u"NL"_s;
         s.m.holiday("2025-05-14", u"NL"_s);
         bank(s);
     }},
    {"a holiday of somebody else's does not", "2025-05-16", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.m.holiday("2025-05-14", u"NL"_s);
         bank(s);
     }},
    // --- several invoices
    {"money on either line counts", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.p->lines = {{*s.a, 60000}, {*s.b, 40000}};
         s.m.pay(*s.a, "600.00", "2025-05-13");
         s.m.pay(*s.b, "400.00", "2025-05-13");
         bank(s);
     }},
    {"a credit note takes no more than its own line", "2025-05-20", S::PartlyKept, "800.00", "100.00",
     [](Stage& s) { // 900 are credited on A, of which 200 were promised: 800 of B stay promised
         s.p->lines = {{*s.a, 20000}, {*s.b, 80000}};
         s.m.allocate(s.m.creditNote("C", "900.00", "2025-05-09"), *s.a, "900.00");
         s.m.pay(*s.b, "100.00", "2025-05-13");
         bank(s);
     }},
    // --- on account
    {"on account: unapplied money keeps it", "2025-05-20", S::Kept, "1000.00", "1000.00",
     [](Stage& s) {
         s.p->lines.clear();
         s.m.payment("C", "1000.00", "2025-05-14");
         bank(s);
     }},
    {"on account: money on any invoice counts", "2025-05-20", S::PartlyKept, "1000.00", "400.00",
     [](Stage& s) {
         s.p->lines.clear();
         s.m.pay(*s.b, "400.00", "2025-05-14");
         bank(s);
     }},
    {"on account: nothing came", "2025-05-20", S::Broken, "1000.00", "0.00",
     [](Stage& s) {
         s.p->lines.clear();
         bank(s);
     }},
};

} // namespace

class TestPromises : public QObject {
    Q_OBJECT
private slots:
    void judged_data();
    void judged();
    void smallPromisesTolerateATenth();
    void largePromisesTolerateOnePercent();
    void otherCurrencies();
    void withoutARate();
    void deadlinesOverWeekends_data();
    void deadlinesOverWeekends();
    void cashIsKnownPerCompany();
    void saysWhyItIsNotJudged();
    void longAgoItCountsWhileItsMoneyIsOpenOrUnknown();
    void linesAreOldestDueFirst();
    void sitesAndPayer();
    void record();
};

void TestPromises::judged_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name) << int(i);
}

void TestPromises::judged()
{
    QFETCH(int, index);
    const Case& c = cases[std::size_t(index)];
    Stage s;
    c.happens(s);
    const Promise promise = *s.p;
    const BookPtr book = s.m.build();
    const PromiseStanding got = judge(*book, promise, day(c.asOf));
    QCOMPARE(promiseStateName(got.state), promiseStateName(c.state));
    QCOMPARE((Money{got.target, promise.currency}.toPlain()), QString::fromLatin1(c.target));
    QCOMPARE((Money{got.counted, promise.currency}.toPlain()), QString::fromLatin1(c.counted));
}

// 100.00: 10 % = 10.00 is less than 25; 90.00 keeps it, 89.99 does not.
void TestPromises::smallPromisesTolerateATenth()
{
    for (const auto& [paid, state] : {std::pair("90.00", S::Kept), std::pair("89.99", S::PartlyKept)}) {
        Stage s("100.00");
        s.m.pay(*s.a, paid, "2025-05-12");
        bank(s);
        QCOMPARE(judge(*s.m.build(), *s.p, day("2025-05-20")).state, state);
    }
}

// 10,000.00: 1 % = 100.00 is more than 25.
void TestPromises::largePromisesTolerateOnePercent()
{
    for (const auto& [paid, state] : {std::pair("9900.00", S::Kept), std::pair("9899.99", S::PartlyKept)}) {
        Stage s("10000.00", "2025-05-05", "2025-05-12", "10000.00");
        s.m.pay(*s.a, paid, "2025-05-12");
        bank(s);
        QCOMPARE(judge(*s.m.build(), *s.p, day("2025-05-20")).state, state);
    }
}

// 25 USD are 250 SEK at 0.1: 1,000 SEK may miss min(250, 100) = 100; 5,000 SEK may miss 250.
void TestPromises::otherCurrencies()
{
    for (const auto& [promised, paid, state] :
         {std::tuple("1000.00 SEK", "900.00 SEK", S::Kept), std::tuple("1000.00 SEK", "899.99 SEK", S::PartlyKept),
          std::tuple("5000.00 SEK", "4750.00 SEK", S::Kept), std::tuple("5000.00 SEK", "4749.00 SEK", S::PartlyKept)}) {
        Stage s(promised, "2025-05-05", "2025-05-12", "9000.00 SEK");
        s.m.rate("SEK", "2025-01-01", "0.1");
        s.m.pay(*s.a, paid, "2025-05-12");
        bank(s);
        const PromiseStanding got = judge(*s.m.build(), *s.p, day("2025-05-20"));
        QCOMPARE(got.state, state);
        QCOMPARE(say(got.caveat), QString());
    }
}

void TestPromises::withoutARate()
{
    for (const auto& [paid, state, said] :
         {std::tuple("4500.00 SEK", S::Kept, true), std::tuple("4499.99 SEK", S::PartlyKept, false)}) {
        Stage s("5000.00 SEK", "2025-05-05", "2025-05-12", "9000.00 SEK");
        s.m.pay(*s.a, paid, "2025-05-12");
        bank(s);
        const PromiseStanding got = judge(*s.m.build(), *s.p, day("2025-05-20"));
        QCOMPARE(got.state, state);
        QCOMPARE(say(got.caveat), said ? u"No SEK rate: up to 10 % short is tolerated"_s : QString());
    }
}

void TestPromises::deadlinesOverWeekends_data()
{
    QTest::addColumn<QString>("promised");
    QTest::addColumn<QString>("deadline");
    QTest::newRow("Monday") << u"2025-05-12"_s << u"2025-05-15"_s;
    QTest::newRow("Tuesday") << u"2025-05-13"_s << u"2025-05-16"_s;
    QTest::newRow("Wednesday, over the weekend") << u"2025-05-14"_s << u"2025-05-19"_s;
    QTest::newRow("Thursday") << u"2025-05-15"_s << u"2025-05-20"_s;
    QTest::newRow("Friday") << u"2025-05-16"_s << u"2025-05-21"_s;
    QTest::newRow("Saturday") << u"2025-05-17"_s << u"2025-05-21"_s;
    QTest::newRow("Sunday") << u"2025-05-18"_s << u"2025-05-21"_s;
    QTest::newRow("over Thursday's holiday") << u"2025-05-27"_s << u"2025-06-02"_s;
}

void TestPromises::deadlinesOverWeekends()
{
    QFETCH(QString, promised);
    QFETCH(QString, deadline);
    Stage s("1000.00", "2025-05-05", promised.toStdString());
    s.m.holiday("2025-05-29");
    QCOMPARE(judge(*s.m.build(), *s.p, day("2025-05-06")).deadline.toIso(), deadline);
}

// A line of U1 (stated: 31 May) and one of U2 (last payment 14 May): the earlier of both rules, also for a promise that
// names the first alone, because what they owe in U2 is open and may be where they paid.
void TestPromises::cashIsKnownPerCompany()
{
    Stage s;
    s.m.company(u"U1"_s).cashThrough = day("2025-05-31");
    s.m.company(u"U2"_s);
    s.a->company = u"U1"_s;
    s.b->company = u"U2"_s;
    s.m.payment("Z", "1.00", "2025-05-14").company = u"U2"_s;
    Promise onlyFirst = *s.p, both = *s.p, onAccount = *s.p;
    both.lines = {{*s.a, 60000}, {*s.b, 40000}};
    onAccount.lines.clear();
    BookPtr book = s.m.build();
    for (const Promise& p : {onlyFirst, both, onAccount})
        QCOMPARE(judge(*book, p, day("2025-05-20")).state, S::Due);
    s.b->company = u"U1"_s; // now U2 has nothing to do with them
    book = s.m.build();
    for (const Promise& p : {onlyFirst, both, onAccount})
        QCOMPARE(judge(*book, p, day("2025-05-20")).state, S::Broken);
}

void TestPromises::saysWhyItIsNotJudged()
{
    Stage s;
    s.bankUntil("2025-05-14");
    const BookPtr book = s.m.build();
    QCOMPARE(say(judge(*book, *s.p, day("2025-05-15")).notJudged), QString()); // not due for it yet
    QCOMPARE(say(judge(*book, *s.p, day("2025-05-16")).notJudged), u"Not judged: bank data ends Wed 14 May"_s);
    QVERIFY(judge(*book, *s.p, day("2025-05-16")).live());
    QCOMPARE(say(judge(*Stage().m.build(), *Stage().p, day("2025-05-16")).notJudged),
             u"Not judged: no bank data yet"_s);
}

// Its deadline, 15 May, lies more than 60 days back: broken it still stands for what is open of it, not judged it still
// binds us, and paid late it says nothing any more.
void TestPromises::longAgoItCountsWhileItsMoneyIsOpenOrUnknown()
{
    const Date d = day("2025-09-01");
    const auto past = [&](std::string_view bankUntil, const char* paidOn) {
        Stage s;
        if (paidOn)
            s.m.pay(*s.a, "1000.00", paidOn);
        s.bankUntil(bankUntil);
        return payerPast(*s.m.build(), 0, d);
    };
    const PayerPast open = past("2025-08-31", nullptr);
    QCOMPARE(open.brokenLive, 1);
    QCOMPARE(open.brokenInWindow, 0);
    QVERIFY(!open.promisedUntil.isValid());
    const PayerPast unknown = past("2025-05-14", nullptr);
    QCOMPARE(unknown.brokenLive, 0);
    QCOMPARE(unknown.promisedUntil, day("2025-05-12"));
    QCOMPARE(say(unknown.notJudged), u"Not judged: bank data ends Wed 14 May"_s);
    const PayerPast late = past("2025-08-31", "2025-07-20");
    QCOMPARE(late.brokenLive, 0);
    QCOMPARE(late.partly, 0);
    QVERIFY(!late.promisedUntil.isValid());
}

// Open on 5 May: A 1,000 due 1 May, B 400 due 2 May, of which 100 was paid before; 1,200 = 1,000 of A + 200 of B.
void TestPromises::linesAreOldestDueFirst()
{
    Stage s("1200.00");
    s.m.pay(*s.b, "100.00", "2025-05-03");
    s.m.invoice("C", "50.00 SEK", "2025-03-01", "2025-04-01"); // another currency is not promised
    s.m.invoice("C", "70.00", "2025-05-06", "2025-05-06"); // not there yet
    Promise p = *s.p;
    p.lines.clear();
    const BookPtr book = s.m.build();
    const auto lines = promiseLines(*book, p);
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0].debit, DebitId(*s.a));
    QCOMPARE(lines[0].amount, 100000);
    QCOMPARE(lines[1].debit, DebitId(*s.b));
    QCOMPARE(lines[1].amount, 20000);
    p.amount = 99999999; // no more than there is
    QCOMPARE(promiseLines(*book, p)[1].amount, 30000);
    p.lines = {{*s.b, 5}};
    QCOMPARE(promiseLines(*book, p), p.lines);
}

// The payer's promise without lines takes its sites' invoices, and their money keeps it.
void TestPromises::sitesAndPayer()
{
    BookMaker m;
    const CustomerId payer = m.customer("P").id;
    m.customer("S").payer = payer;
    auto& site = m.invoice("S", "500.00", "2025-04-01", "2025-05-01");
    Promise& p = m.promise("P", "500.00", "2025-05-05", "2025-05-12");
    m.payment("S", "500.00", "2025-05-14");
    m.payment("Z", "1.00", "2025-05-30");
    const BookPtr book = m.build();
    QCOMPARE(promiseLines(*book, p).size(), std::size_t(1));
    QCOMPARE(promiseLines(*book, p)[0].debit, DebitId(site));
    QCOMPARE(judge(*book, p, day("2025-05-20")).state, S::Kept);
}

// Deadlines 15 May: 1,000 kept, 300 partly, 200 and 50 SEK broken; 400 withdrawn is not judged. By count 1 of 4, by
// money 1,000 of 1,500 = 66.6667 %, the SEK left out.
void TestPromises::record()
{
    BookMaker m;
    const auto promised = [&](const char* amount) -> std::pair<Promise*, BookMaker::DebitSpec*> {
        auto& d = m.invoice("C", amount, "2025-04-01", "2025-05-01");
        Promise& p = m.promise("C", amount, "2025-05-05", "2025-05-12");
        p.lines = {{d, p.amount}};
        return {&p, &d};
    };
    m.pay(*promised("1000.00").second, "1000.00", "2025-05-12");
    m.pay(*promised("300.00").second, "100.00", "2025-05-12");
    promised("200.00");
    promised("400.00").first->withdrawnOn = day("2025-05-09");
    promised("50.00 SEK");
    m.promise("D", "1.00", "2025-05-05", "2025-05-12").lines = {}; // another payer
    m.payment("Z", "1.00", "2025-05-30");
    const BookPtr book = m.build();
    const std::uint32_t c = book->customerByExternalId(u"C"_s);
    const PromiseRecord r = promiseRecord(*book, day("2025-05-01"), day("2025-05-31"), day("2025-05-20"), c);
    QCOMPARE(r.kept, 1);
    QCOMPARE(r.partly, 1);
    QCOMPARE(r.broken, 2);
    QCOMPARE(r.keptByCount().toPlain(), u"25.0000"_s);
    QCOMPARE(r.keptByMoney().toPlain(), u"66.6667"_s);
    QCOMPARE(r.missing.size(), std::size_t(1)); // the 50 SEK
    QCOMPARE(promiseRecord(*book, day("2025-05-01"), day("2025-05-31"), day("2025-05-20")).broken, 3);
    QCOMPARE(promiseRecord(*book, day("2025-05-16"), day("2025-05-31"), day("2025-05-20"), c).broken, 0);
    QVERIFY(!promiseRecord(*book, day("2025-05-16"), day("2025-05-31"), day("2025-05-20"), c).keptByCount().has());
}

QTEST_GUILESS_MAIN(TestPromises)
#include "tst_promises.moc"
