#include "core/insight/letters/reminders.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// Payer "A" with one AP clerk; cash is known through the day looked at unless said otherwise.
struct Ladder {
    BookMaker m{"EUR"};
    Date today = day("2025-11-14");

    Ladder() { contact(ContactRole::ApClerk, u"ap@a.example"_s).billing = true; }
    BookMaker::DebitSpec& late(int days, std::string_view amount = "100.00")
    {
        return m.invoice("A", amount, (today - days - 30).isoString(), (today - days).isoString());
    }
    Contact& contact(ContactRole role, const QString& email)
    {
        Contact c;
        c.customer = m.customer("A").id;
        c.role = role;
        c.name = roleName(role);
        c.email = email;
        return m.add(c);
    }
    OutboxMessage& sent(int stepDay, const BookMaker::DebitSpec& run, int daysAgo)
    {
        OutboxMessage x;
        x.customer = m.customer("A").id;
        x.stepDay = stepDay;
        x.cycle = run.row.due;
        x.state = OutboxState::Sent;
        x.day = today - daysAgo;
        return m.add(x);
    }
    void called(int daysAgo)
    {
        Activity a;
        a.customer = m.customer("A").id;
        a.outcome = CallOutcome::NoAnswer;
        a.day = today - daysAgo;
        m.add(a);
    }
    void cashThrough(Date d) { m.payment("Z", "1.00", d.isoString()); }
    Reminder at(const Strategy* tryOut = nullptr)
    {
        cashThrough(today);
        return only(m.build(), tryOut);
    }
    Reminder only(const BookPtr& book, const Strategy* tryOut = nullptr)
    {
        const ReminderList list = reminders(*book, {today, 0, tryOut, noRow});
        for (const Reminder& r : list.rows)
            if (book->customers()[r.payer].externalId == u"A")
                return r;
        return {};
    }
};

QString say(const Reminder& r)
{
    return (r.hasStep ? say(dayOffsetWords(r.step.day)) + u": "_s : QString()) + (r.due ? u"due, "_s : QString())
           + say(r.why);
}

} // namespace

class TestLadder : public QObject {
    Q_OBJECT
private slots:
    void stepsComeOneAfterTheOther();
    void neverJumps();
    void resumesAfterAPromise();
    void newRunForTheNextInvoice();
    void intervalBetweenTwo();
    void courtesyForWhoMatters();
    void waitsForCash();
    void leavesOutWhatIsNotAskedFor();
    void smallAmountsPassOver();
    void rightPerson();
    void mostSpecificRules();
    void tryOutShowsAnother();
    void stepsAsLines();
};

void TestLadder::stepsComeOneAfterTheOther()
{
    const auto on = [](int days, auto&& prepare) {
        Ladder l;
        auto& inv = l.late(days);
        prepare(l, inv);
        return say(l.at());
    };
    const auto nothing = [](Ladder&, auto&) {};
    QCOMPARE(on(2, nothing), u"+3 days: reminder to AP clerk on Sat 15 Nov"_s);
    QCOMPARE(on(3, nothing), u"+3 days: due, 3 days past due"_s);
    QCOMPARE(on(12, [](Ladder& l, auto& i) { l.sent(3, i, 9); }), u"+10 days: due, 12 days past due"_s);
    QCOMPARE(on(12, [](Ladder& l, auto& i) { l.sent(3, i, 9), l.called(1); }),
             u"+20 days: second-reminder to AP clerk on Sat 22 Nov"_s);
    QCOMPARE(on(100,
                [](Ladder& l, auto& i) {
                    l.contact(ContactRole::FinanceHead, u"cfo@a.example"_s);
                    l.sent(45, i, 50);
                }),
             u"+60 days: due, 100 days past due"_s);
}

// 100 days late, never written to: the first step, not the last.
void TestLadder::neverJumps()
{
    Ladder l;
    auto& inv = l.late(100);
    QCOMPARE(say(l.at()), u"+3 days: due, 100 days past due"_s);
    Ladder one;
    auto& i = one.late(100);
    one.sent(3, i, 20);
    one.called(10); // one call is one step: the call to the AP lead waits for the second reminder
    QCOMPARE(say(one.at()), u"+20 days: due, 100 days past due"_s);
    Q_UNUSED(inv)
}

void TestLadder::resumesAfterAPromise()
{
    Ladder l;
    auto& inv = l.late(25);
    l.sent(3, inv, 20);
    l.called(14);
    Promise& p = l.m.promise("A", "100.00", "2025-11-10", "2025-11-20");
    p.lines = {{inv, 10000}};
    QCOMPARE(say(l.at()), u"promised"_s);
    l.today = day("2025-11-28"); // broken since
    QCOMPARE(say(l.at()), u"+20 days: due, 39 days past due"_s);
}

void TestLadder::newRunForTheNextInvoice()
{
    Ladder l;
    auto& first = l.late(40);
    l.late(12);
    l.sent(20, first, 15);
    l.m.pay(first, "100.00", "2025-11-10");
    QCOMPARE(say(l.at()), u"+3 days: due, 12 days past due"_s);
}

void TestLadder::intervalBetweenTwo()
{
    Ladder l;
    auto& inv = l.late(21);
    l.sent(3, inv, 4);
    l.called(2);
    const Reminder r = l.at();
    QCOMPARE(say(r), u"+20 days: a reminder sent Mon 10 Nov; the next may go Mon 17 Nov"_s);
    QCOMPARE(r.from, day("2025-11-17"));
}

void TestLadder::courtesyForWhoMatters()
{
    Ladder l;
    l.late(-6);
    QCOMPARE(say(l.at()), u"+3 days: reminder to AP clerk on Sun 23 Nov"_s);
    Ladder big;
    big.m.customer("A").tier = u"Strategic"_s;
    auto& soon = big.late(-6);
    big.late(-20);
    const Reminder r = big.at();
    QCOMPARE(say(r), u"−7 days: due, due in 6 days"_s);
    QCOMPARE(r.debits, (std::vector<DebitId>{soon}));
    Ladder passed;
    passed.m.customer("A").riskClass = u"high"_s;
    passed.late(1);
    QCOMPARE(say(passed.at()), u"+3 days: reminder to AP clerk on Sun 16 Nov"_s);
}

void TestLadder::waitsForCash()
{
    Ladder l;
    l.late(5);
    QCOMPARE(say(l.only(l.m.build())), u"+3 days: no payments are known yet"_s);
    l.cashThrough(l.today - 3); // two days past due are known
    QCOMPARE(say(l.only(l.m.build())), u"+3 days: cash is known only through Tue 11 Nov"_s);
    l.cashThrough(l.today - 2);
    QCOMPARE(say(l.only(l.m.build())), u"+3 days: due, 5 days past due"_s);
}

void TestLadder::leavesOutWhatIsNotAskedFor()
{
    Ladder l;
    auto& disputed = l.late(30);
    auto& scheduled = l.late(20);
    auto& plain = l.late(8);
    auto& future = l.late(-9);
    l.m.dispute(disputed, "2025-11-01");
    PayerStatus s;
    s.customer = l.m.customer("A").id;
    s.debit = scheduled;
    s.state = PayerState::Scheduled;
    s.day = day("2025-11-10");
    s.scheduledFor = day("2025-11-20");
    l.m.add(s);
    const Reminder r = l.at();
    QCOMPARE(say(r), u"+3 days: due, 8 days past due"_s);
    QCOMPARE(r.debits, (std::vector<DebitId>{plain}));
    QCOMPARE(r.leftOut.size(), std::size_t(2));
    QCOMPARE(say(r.leftOut[0].why), u"disputed"_s);
    QCOMPARE(say(r.leftOut[1].why), u"scheduled for Thu 20 Nov"_s);
    QCOMPARE(r.restBase, 10000);
    Ladder paid;
    paid.late(8);
    paid.m.payment("A", "100.00", "2025-11-12"); // not matched yet
    QCOMPARE(say(paid.at()), u"+3 days: unapplied money covers it"_s);
    Q_UNUSED(future)
}

void TestLadder::smallAmountsPassOver()
{
    Ladder l;
    l.late(12, "40.00");
    Strategy s = builtInStrategy(false);
    s.steps[0].minAmount = 5000; // 50.00: the reminder does nothing, the call is next
    QCOMPARE(say(l.at(&s)), u"+10 days: due, 12 days past due"_s);
}

void TestLadder::rightPerson()
{
    Ladder l;
    auto& inv = l.late(50);
    l.sent(20, inv, 25);
    l.called(15);
    QCOMPARE(say(l.at()), u"+45 days: no finance head with an e-mail address: find a person"_s);
    Contact& head = l.contact(ContactRole::FinanceHead, u"cfo@a.example"_s);
    const BookPtr book = l.m.build();
    const Reminder r = l.only(book);
    QCOMPARE(say(r), u"+45 days: due, 50 days past due"_s);
    QCOMPARE(book->rows<Contact>()[r.contact].id, head.id);
    head.defect = ContactDefect::Left;
    QVERIFY(!l.at().due);
}

void TestLadder::mostSpecificRules()
{
    Ladder l;
    Customer& a = l.m.customer("A");
    a.tier = u"gold"_s;
    a.riskClass = u"low"_s;
    const auto add = [&](const QString& name, const QString& tier, const QString& risk,
                         CustomerId own = {}) -> Strategy& {
        Strategy s = builtInStrategy(false);
        s.name = name;
        s.tier = tier;
        s.riskClass = risk;
        s.customer = own;
        return l.m.add(s);
    };
    const auto rules = [&] { return strategyOf(*l.m.build(), 0).name; };
    QCOMPARE(rules(), u"Built in"_s);
    add(u"all"_s, {}, {});
    QCOMPARE(rules(), u"all"_s);
    add(u"gold"_s, u"gold"_s, {});
    add(u"silver"_s, u"silver"_s, u"low"_s);
    QCOMPARE(rules(), u"gold"_s);
    add(u"gold, low"_s, u"Gold"_s, u"low"_s);
    QCOMPARE(rules(), u"gold, low"_s);
    Strategy& own = add(u"own"_s, {}, {}, a.id);
    QCOMPARE(rules(), u"own"_s);
    own.active = false;
    QCOMPARE(rules(), u"gold, low"_s);
}

void TestLadder::tryOutShowsAnother()
{
    Ladder l;
    l.late(3);
    Strategy s = builtInStrategy(false);
    s.tier = u"gold"_s;
    QCOMPARE(l.at(&s).payer, noRow); // it is not for this customer
    l.m.customer("A").tier = u"gold"_s;
    s.steps.erase(s.steps.begin());
    QCOMPARE(say(l.at(&s)), u"+10 days: Call AP on Fri 21 Nov"_s);
}

void TestLadder::stepsAsLines()
{
    const Currency eur = *Currency::parse(u"EUR"_s);
    Strategy s = builtInStrategy(true);
    s.steps[1].minAmount = 50000;
    const auto back = parseSteps(stepsText(s, eur), eur);
    QVERIFY(back);
    QVERIFY(*back == s.steps);
    const auto said = [&](const QString& text) {
        const auto r = parseSteps(text, eur);
        return r ? QString() : say(r.error().what);
    };
    QCOMPARE(said(u"+3 e-mail reminder\n\nfoo"_s), u"line 3 is not a step"_s);
    QCOMPARE(said(u"+3 e-mail reminder > boss"_s), u"line 1 names no role after >"_s);
    QCOMPARE(said(u"+3 e-mail reminder, from 1.2.3"_s), u"line 1 has no amount after from"_s);
}

QTEST_APPLESS_MAIN(TestLadder)
#include "tst_ladder.moc"
