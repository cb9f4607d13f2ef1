// The call list by worked figures: money, risk, factors, lanes, reasons, views. "Today" is Fri 14 Nov 2025.
#include "core/insight/calllist.h"

#include "core/base/clock.h"
#include "core/insight/aging.h"
#include "tests/support/bookmaker.h"

#include <QTest>
#include <cmath>
#include <random>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    BookMaker m{"USD"};
    Date d = day("2025-11-14");
    Instant now = 0;
    BookPtr book;
    CallList list;

    const CallList& rank()
    {
        book = m.build();
        const auto facts = paymentFacts(*book);
        model = BehaviourModel::fit(facts, d + 1);
        list = callList(*book, model, {d, now});
        return list;
    }
    // The row of a customer; a row without payer when it is not there.
    CallRow row(const QString& id)
    {
        if (!book)
            rank();
        for (const CallRow& r : list.rows)
            if (book->customers()[r.payer].externalId == id)
                return r;
        return {};
    }
    QStringList ids(const std::vector<std::uint32_t>& rows) const
    {
        QStringList out;
        for (const std::uint32_t at : rows)
            out += book->customers()[list.rows[at].payer].externalId;
        return out;
    }
    QStringList all() const
    {
        QStringList out;
        for (const CallRow& r : list.rows)
            out += book->customers()[r.payer].externalId;
        return out;
    }
    // An invoice that is `days` past due today.
    BookMaker::DebitSpec& late(std::string_view customer, std::string_view amount, int days)
    {
        const Date due = d - days;
        return m.invoice(customer, amount, (due - 30).isoString(), due.isoString());
    }
    Contact& contact(std::string_view customer, ContactRole role, const QString& name = u"Ann"_s)
    {
        Contact c;
        c.customer = m.customer(customer).id;
        c.role = role;
        c.name = name;
        c.phone = u"+1 555 0100"_s;
        return m.add(c);
    }
    Activity& did(std::string_view customer, CallOutcome outcome, int daysAgo, ActivityKind kind = ActivityKind::Call)
    {
        Activity a;
        a.customer = m.customer(customer).id;
        a.kind = kind;
        a.outcome = outcome;
        a.day = d - daysAgo;
        a.at = instantIn({}, a.day, 10 * 60);
        return m.add(a);
    }
    NextAction& next(std::string_view customer, NextActionKind kind, int inDays, Instant at = 0, int madeAgo = 1)
    {
        NextAction n;
        n.customer = m.customer(customer).id;
        n.kind = kind;
        n.madeOn = d - madeAgo;
        n.due = d + inDays;
        n.at = at;
        return m.add(n);
    }
    // A promise for one invoice whose deadline has passed without money: made 20, promised for 14 days ago.
    Promise& broken(std::string_view customer, const BookMaker::DebitSpec& debit, int promisedAgo = 14)
    {
        Promise& p = m.promise(customer, "1", (d - promisedAgo - 6).isoString(), (d - promisedAgo).isoString());
        p.lines = {{debit, debit.row.amount}};
        p.amount = debit.row.amount;
        return p;
    }
    void bankUntilYesterday() { m.payment("bank", "1", (d - 1).isoString()); }

    BehaviourModel model = BehaviourModel::fit({}, Date(0));
};

QString laneOf(Desk& k, const QString& id) { return laneName(k.row(id).lane); }

} // namespace

class TestCallList : public QObject {
    Q_OBJECT
private slots:
    // money
    void restPerItem();
    void unappliedPerCurrency();
    void depositsAreNotFree();
    void promisedLessWhatWasPaidSince();
    void sitesStandWithTheirPayer();
    void missingRatesAreSaid();
    // factors
    void riskIsTheMeanOverRest();
    void ageFactorIsWeighedByRest();
    void promiseFactorCountsSixtyDays();
    void limitFactor();
    void relationshipFactor();
    void weightIsTheShownProduct();
    void tiesByCustomerId();
    // lanes
    void callBackDue();
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
    void notOnTheListWithReason();
    void blockedByStatus();
    void laneNames();
    // people and views
    void bestContact();
    void findAPerson();
    void nextView();
    void avoidedView();
    void reasonsAreFew();
    // the whole
    void everyoneIsAccountedFor();
    void explained();
    void facts();
};

// A 100 with 30 disputed, B 50 wholly promised, C 20 current: rest 70 + 0.
void TestCallList::restPerItem()
{
    Desk k;
    auto& a = k.late("C", "100.00", 10);
    auto& b = k.late("C", "50.00", 20);
    k.m.invoice("C", "20.00", "2025-11-01", "2025-12-01");
    k.m.dispute(a, "2025-11-01").amount = 3000;
    Promise& p = k.m.promise("C", "50.00", "2025-11-10", "2025-11-20");
    p.lines = {{b, 5000}};
    const CallRow r = k.row(u"C"_s);
    QCOMPARE(r.tbc, 7000);
    QCOMPARE(r.pastDue, 15000);
    QCOMPARE(r.open, 17000);
    QCOMPARE(r.oldestDays, 20);
    QCOMPARE(r.bucket[0], 2000);
    QCOMPARE(r.bucket[1], 15000);
    Desk resolved;
    auto& c = resolved.late("C", "100.00", 10);
    resolved.m.dispute(c, "2025-11-01", "2025-11-14");
    QCOMPARE(resolved.row(u"C"_s).tbc, 10000);
}

// USD: 100 − 130 unapplied = 0, not −30; SEK: 500 − 100 = 400 at 0.1 = 40.00.
void TestCallList::unappliedPerCurrency()
{
    Desk k;
    k.m.rate("SEK", "2025-01-01", "0.1");
    k.late("C", "100.00", 10);
    k.late("C", "500.00 SEK", 10);
    k.m.payment("C", "130.00", "2025-11-10");
    k.m.creditNote("C", "100.00 SEK", "2025-11-10");
    const CallRow r = k.row(u"C"_s);
    QCOMPARE(r.tbc, 4000);
    QCOMPARE(r.unapplied, 14000);
    QCOMPARE(r.pastDue, 15000);
}

void TestCallList::depositsAreNotFree()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.m.credit(CreditKind::Deposit, "C", "80.00", "2025-11-10");
    QCOMPARE(k.row(u"C"_s).tbc, 10000);
    QCOMPARE(k.row(u"C"_s).unapplied, 8000);
}

// 100 of 150 promised, 40 paid since: 60 of the 110 still open stay promised, 50 are to be collected.
void TestCallList::promisedLessWhatWasPaidSince()
{
    Desk k;
    auto& a = k.late("C", "150.00", 10);
    Promise& p = k.m.promise("C", "100.00", "2025-11-10", "2025-11-20");
    p.lines = {{a, 10000}};
    k.m.pay(a, "40.00", "2025-11-12");
    QCOMPARE(k.row(u"C"_s).tbc, 5000);
    QVERIFY(k.row(u"C"_s).reasons.size() <= 4);
}

void TestCallList::sitesStandWithTheirPayer()
{
    Desk k;
    const CustomerId payer = k.m.customer("P").id;
    k.m.customer("S1").payer = payer;
    k.m.customer("S2").payer = payer;
    k.late("S1", "100.00", 10);
    k.late("S2", "200.00", 40);
    k.m.payment("S1", "50.00", "2025-11-10");
    k.rank();
    QCOMPARE(k.all(), QStringList{u"P"_s});
    QCOMPARE(k.row(u"P"_s).tbc, 25000);
    QCOMPARE(k.row(u"P"_s).oldestDays, 40);
}

void TestCallList::missingRatesAreSaid()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.late("C", "500.00 SEK", 10);
    k.late("K", "900.00 SEK", 10);
    k.rank();
    QCOMPARE(k.list.missingRates, missingRateText({{*Currency::parse(u"SEK"_s), 2}}));
    QCOMPARE(k.row(u"C"_s).tbc, 10000);
    QCOMPARE(k.row(u"K"_s).lane, Lane::NotOnList);
    QCOMPARE(k.row(u"K"_s).whyNot, u"No SEK rate"_s);
    QCOMPARE(Desk().rank().missingRates, QString());
}

// Two items, one of them with 50 of 150 disputed: (100 × p1 + 200 × p2) / 300, four decimals.
void TestCallList::riskIsTheMeanOverRest()
{
    Desk k;
    for (int i = 0; i < 12; ++i) { // a past: five days late, now and then sixty
        auto& paid = k.m.invoice("C", "10.00", day("2025-01-01" ).isoString(), (day("2025-02-01") + 7 * i).isoString());
        k.m.pay(paid, "10.00", (day("2025-02-01") + 7 * i + (i % 4 == 0 ? 60 : 5)).isoString());
    }
    auto& a = k.late("C", "150.00", 3);
    k.m.dispute(a, "2025-11-01").amount = 5000;
    k.late("C", "200.00", 45);
    const CallRow r = k.row(u"C"_s);
    const std::uint32_t c = k.book->customerByExternalId(u"C"_s);
    const auto p = [&](int days) {
        const Date due = k.d - days;
        return k.model.unpaidAfter(c, 0, due - 30, due, k.d, 30);
    };
    const double expected = (100 * p(3) + 200 * p(45)) / 300;
    QVERIFY(expected > 0.01 && expected < 0.99);
    QCOMPARE(r.risk, std::llround(expected * 10000));
    QCOMPARE(r.atRisk, divideHalfEven(Int128(30000) * r.risk, 10000));
}

// (100 × 1.0 + 300 × 1.3 + 100 × 2.0) / 500 = 1.38
void TestCallList::ageFactorIsWeighedByRest()
{
    Desk k;
    k.late("C", "100.00", 1);
    k.late("C", "300.00", 60);
    k.late("C", "100.00", 91);
    QCOMPARE(k.row(u"C"_s).ageFactor, 13800);
    for (const auto& [days, factor] : {std::pair(30, 10000), {31, 13000}, {60, 13000}, {61, 16000}, {90, 16000}, {91, 20000}}) {
        Desk one;
        one.late("C", "100.00", days);
        QCOMPARE(one.row(u"C"_s).ageFactor, factor);
    }
}

void TestCallList::promiseFactorCountsSixtyDays()
{
    const auto factor = [](int promises) {
        Desk k;
        for (int i = 0; i < promises; ++i)
            k.broken("C", k.late("C", "100.00", 40));
        k.late("C", "1.00", 10);
        k.bankUntilYesterday();
        return k.row(u"C"_s).promiseFactor;
    };
    QCOMPARE(factor(0), 10000);
    QCOMPARE(factor(1), 12500);
    QCOMPARE(factor(2), 15625);
    QCOMPARE(factor(3), 15625); // capped
    // Deadline = promised + 3 business days. Fri 12 Sep + 3 = Wed 17 Sep = D−58; Thu 11 Sep → Tue 16 Sep = D−59 counts;
    // Wed 10 Sep → Mon 15 Sep = D−60 does not.
    for (const auto& [promisedFor, expected] : {std::pair("2025-09-11", 12500), {"2025-09-10", 10000}}) {
        Desk k;
        auto& a = k.late("C", "100.00", 90);
        Promise& p = k.m.promise("C", "100.00", "2025-09-01", promisedFor);
        p.lines = {{a, 10000}};
        k.bankUntilYesterday();
        QCOMPARE(k.row(u"C"_s).promiseFactor, expected);
    }
    Desk partly; // partly kept is not broken
    auto& a = partly.late("C", "100.00", 40);
    partly.broken("C", a);
    partly.m.pay(a, "50.00", (partly.d - 14).isoString());
    partly.bankUntilYesterday();
    QCOMPARE(partly.row(u"C"_s).promiseFactor, 10000);
}

void TestCallList::limitFactor()
{
    for (const auto& [limit, factor] : {std::pair(15000, 10000), {14999, 11500}, {0, 11500}}) {
        Desk k;
        k.late("C", "100.00", 10);
        k.m.invoice("C", "80.00", "2025-11-10", "2025-12-10");
        k.m.payment("C", "30.00", "2025-11-10"); // 180 − 30 = 150
        k.m.customer("C").creditLimit = limit;
        QCOMPARE(k.row(u"C"_s).limitFactor, factor);
    }
    Desk none;
    none.late("C", "100.00", 10);
    QCOMPARE(none.row(u"C"_s).limitFactor, 10000);
}

void TestCallList::relationshipFactor()
{
    Desk k;
    Policy p;
    p.validFrom = day("2020-01-01");
    p.relationshipFactor[u"strategic"_s] = 8000;
    k.m.add(p);
    k.late("A", "100.00", 10);
    k.late("B", "100.00", 10);
    k.m.customer("A").tier = u"strategic"_s;
    k.m.customer("B").tier = u"small"_s;
    QCOMPARE(k.row(u"A"_s).relationshipFactor, 8000);
    QCOMPARE(k.row(u"B"_s).relationshipFactor, 10000);
}

// 250.00 at risk × 1.38 × 1.25 × 1.15 × 0.8 = 396.75, from the row's own figures; JPY has no digits.
void TestCallList::weightIsTheShownProduct()
{
    for (const char* base : {"USD", "JPY", "KWD"}) {
        Desk k;
        k.m = BookMaker(base);
        auto& a = k.late("C", "1000", 40);
        k.broken("C", a);
        k.m.customer("C").creditLimit = 1;
        k.bankUntilYesterday();
        const CallRow r = k.row(u"C"_s);
        QVERIFY(r.atRisk > 0);
        QCOMPARE(r.ageFactor, 13000);
        QCOMPARE(r.promiseFactor, 12500);
        QCOMPARE(r.limitFactor, 11500);
        const long double units = std::pow(10.0L, k.m.money("1").currency.exponent());
        const long double product = (long double)r.atRisk / units * 1.3L * 1.25L * 1.15L * 10000;
        QVERIFY(std::abs((long double)r.weight - product) <= 0.5L + 1e-6L);
    }
}

void TestCallList::tiesByCustomerId()
{
    Desk k;
    for (const char* id : {"C", "A", "010", "B"})
        k.late(id, "100.00", 10);
    k.late("Z", "900.00", 10);
    k.rank();
    QCOMPARE(k.all(), (QStringList{u"Z"_s, u"010"_s, u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(k.list.rows[0].rank, 1U);
    QCOMPARE(k.list.rows[4].rank, 5U);
    QCOMPARE(k.list.tbc, 130000);
}

void TestCallList::callBackDue()
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
    QCOMPARE(k.row(u"due"_s).nextStep, u"Call back 13:30"_s);
    QCOMPARE(laneOf(k, u"ahead"_s), u"waiting"_s);
    QCOMPARE(k.row(u"ahead"_s).whyNot, u"Call back 15:00"_s);
    QCOMPARE(k.row(u"ahead"_s).opensAt, instantIn({}, k.d, 15 * 60));
    QCOMPARE(laneOf(k, u"owes nothing"_s), u"call-back due"_s);
    QCOMPARE(laneOf(k, u"missed"_s), u"call-back due"_s);
    QCOMPARE(k.ids(k.list.next), (QStringList{u"missed"_s, u"owes nothing"_s, u"due"_s}));
}

void TestCallList::promiseBrokenUntilSpokenWith()
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

void TestCallList::escalatedUntilTheRungIsReached()
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
    QCOMPARE(plain.row(u"C"_s).nextStep, u"Call AP lead"_s);
    QCOMPARE(plain.book->rows<Contact>()[plain.row(u"C"_s).contact].name, u"Lead"_s);
    Desk clerkAgain = desk([](Desk& k, ContactId clerk, ContactId) { k.did("C", CallOutcome::SaysPaid, 10).contact = clerk; });
    QCOMPARE(laneOf(clerkAgain, u"C"_s), u"escalated"_s);
    Desk reached = desk([](Desk& k, ContactId, ContactId lead) { k.did("C", CallOutcome::SaysPaid, 10).contact = lead; });
    QCOMPARE(laneOf(reached, u"C"_s), u"big and late"_s); // a list of one: its first tenth
    Desk leadRefuses = desk([](Desk& k, ContactId, ContactId lead) { k.did("C", CallOutcome::Refused, 10).contact = lead; });
    QCOMPARE(laneOf(leadRefuses, u"C"_s), u"escalated"_s);
    QCOMPARE(leadRefuses.book->rows<Contact>()[leadRefuses.row(u"C"_s).contact].name, u"Lead"_s); // nobody above yet
    QCOMPARE(leadRefuses.row(u"C"_s).nextStep, u"Find a finance head"_s);
    Desk named = desk([](Desk& k, ContactId, ContactId) { // the refusal named the finance head
        k.did("C", CallOutcome::Refused, 8).operation = OperationId(5);
        NextAction& n = k.next("C", NextActionKind::Escalate, 0, 0, 8);
        n.operation = OperationId(5);
        n.note = u"finance head: Max Lead"_s;
        k.contact("C", ContactRole::FinanceHead, u"Head"_s);
    });
    QCOMPARE(named.row(u"C"_s).nextStep, u"Call finance head"_s);
}

void TestCallList::weOweThem()
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

void TestCallList::waitingForTheNextAction()
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
    QCOMPARE(k.row(u"tomorrow"_s).whyNot, u"Follow-up Mon 17 Nov"_s);
    QCOMPARE(k.row(u"tomorrow"_s).nextDate, k.d + 3);
    QVERIFY(k.row(u"tomorrow"_s).rank > 0);
    QVERIFY(laneOf(k, u"today"_s) != u"waiting"_s);
    QVERIFY(laneOf(k, u"over"_s) != u"waiting"_s);
    QCOMPARE(k.row(u"later"_s).whyNot, u"Put off until Tue 18 Nov"_s);
    QCOMPARE(k.row(u"try"_s).whyNot, u"Next try Mon 17 Nov, morning"_s);
    QVERIFY(!k.ids(k.list.next).contains(u"tomorrow"_s));
    // A broken promise keeps its lane but is not proposed before its time.
    Desk b;
    b.broken("C", b.late("C", "100.00", 40));
    b.next("C", NextActionKind::TryAgain, 3);
    b.bankUntilYesterday();
    b.rank();
    QCOMPARE(laneOf(b, u"C"_s), u"promise broken"_s);
    QCOMPARE(b.row(u"C"_s).whyNot, u"Next try Mon 17 Nov"_s);
    QVERIFY(b.list.next.empty());
}

void TestCallList::waitingByTheMinute()
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
void TestCallList::coolingOff()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.did("C", CallOutcome::SaysPaid, 4);
    QCOMPARE(laneOf(k, u"C"_s), u"waiting"_s);
    QCOMPARE(k.row(u"C"_s).whyNot, u"Cooling off until Mon 17 Nov"_s);
    Desk over;
    over.late("C", "100.00", 10);
    over.did("C", CallOutcome::SaysPaid, 7); // Fri 7 Nov: until Fri 14 Nov
    QCOMPARE(laneOf(over, u"C"_s), u"big and late"_s);
    Desk decided;
    decided.late("C", "100.00", 10);
    decided.did("C", CallOutcome::SaysPaid, 4);
    decided.next("C", NextActionKind::FollowUp, 0, 0, 4);
    QCOMPARE(laneOf(decided, u"C"_s), u"big and late"_s);
}

void TestCallList::caps()
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
    QCOMPARE(k.row(u"two"_s).whyNot, u"2 tries today, next try Mon 17 Nov"_s);
    QVERIFY(laneOf(k, u"one"_s) != u"waiting"_s);
    QCOMPARE(laneOf(k, u"five"_s), u"waiting"_s);
    QCOMPARE(k.row(u"five"_s).whyNot, u"5 tries in 7 days, next try Mon 17 Nov"_s);
    QVERIFY(laneOf(k, u"old"_s) != u"waiting"_s); // the first was a week ago
    QVERIFY(laneOf(k, u"back"_s) != u"waiting"_s);
}

// 14:00 in London is 09:00 in New York and 23:00 in Tokyo.
void TestCallList::callingHours()
{
    Desk k;
    for (const auto& [id, zone] : {std::pair("NY", u"America/New_York"_s), {"LA", u"America/Los_Angeles"_s}, {"TK", u"Asia/Tokyo"_s}, {"??", QString()}}) {
        k.late(id, "100.00", 10);
        k.m.customer(id).zone = zone;
    }
    k.now = instantIn({}, k.d, 14 * 60);
    k.rank();
    QVERIFY(laneOf(k, u"NY"_s) != u"waiting"_s);
    QCOMPARE(k.row(u"NY"_s).localMinute, 9 * 60);
    QVERIFY(k.row(u"NY"_s).reachable);
    QCOMPARE(laneOf(k, u"LA"_s), u"waiting"_s); // 06:00 there
    QCOMPARE(k.row(u"LA"_s).whyNot, u"Opens 17:00"_s);
    QCOMPARE(k.row(u"LA"_s).opensAt, instantIn({}, k.d, 17 * 60));
    QCOMPARE(laneOf(k, u"TK"_s), u"waiting"_s); // until Monday, 09:00 there = 00:00
    QCOMPARE(k.row(u"TK"_s).whyNot, u"Opens Mon 17 Nov 00:00"_s);
    QCOMPARE(k.row(u"TK"_s).opensAt, 0);
    QVERIFY(laneOf(k, u"??"_s) != u"waiting"_s); // an unknown zone closes nobody
    QCOMPARE(k.row(u"??"_s).localMinute, -1);
    Desk past = k; // another day than today
    past.now = 0;
    past.rank();
    QVERIFY(laneOf(past, u"TK"_s) != u"waiting"_s);
}

// 21 payers: the first ceil(21 / 10) = 3 by money at risk, and whoever has rest beyond 90 days.
void TestCallList::bigAndLate()
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

void TestCallList::beforeDue()
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

void TestCallList::firstInvoice()
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
    QCOMPARE(k.row(u"5"_s).nextStep, u"Find a person"_s);
}

void TestCallList::notOnTheListWithReason()
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
    const auto why = [&](const QString& id) -> QString { return laneOf(k, id) + u": " + k.row(id).whyNot; };
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
    QCOMPARE(n.row(u"C"_s).whyNot, u"Not judged: bank data ends Mon 3 Nov"_s);
}

void TestCallList::blockedByStatus()
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
    QCOMPARE(k.row(u"insolvent"_s).whyNot, u"Insolvent since 3 Mar"_s);
    QVERIFY(k.row(u"soon"_s).rank > 0);
    QCOMPARE(k.row(u"legal"_s).whyNot, u"Legal"_s);
    QCOMPARE(laneOf(k, u"legal"_s), u"not on the list"_s);
    QCOMPARE(k.row(u"group"_s).whyNot, u"Intercompany"_s);
    QVERIFY(k.row(u"closed"_s).rank > 0);
    QCOMPARE(k.row(u"stop"_s).whyNot, u"Do not contact"_s);
    QCOMPARE(k.list.rows.back().rank, 0U); // those without rank come last
}

void TestCallList::laneNames()
{
    for (int i = 0; i < laneCount; ++i) {
        QCOMPARE(parseLane(laneName(Lane(i))), Lane(i));
        QCOMPARE(parseLane(laneTitle(Lane(i))), Lane(i));
    }
    QCOMPARE(parseLane(u"big-and-late"_s), Lane::BigAndLate);
    QCOMPARE(parseLane(u"call-back"_s), Lane::CallBack);
    QVERIFY(!parseLane(u"urgent"_s));
}

void TestCallList::bestContact()
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

void TestCallList::findAPerson()
{
    Desk k;
    k.late("none", "100.00", 10);
    k.late("gone", "100.00", 10);
    k.late("inbox", "100.00", 10);
    k.contact("gone", ContactRole::ApClerk).defect = ContactDefect::WrongNumber;
    k.contact("inbox", ContactRole::SharedInbox).phone.clear();
    k.rank();
    for (const QString& id : {u"none"_s, u"gone"_s, u"inbox"_s}) {
        QCOMPARE(k.row(id).nextStep, u"Find a person"_s);
        QVERIFY(k.row(id).rank > 0);
    }
    const auto reasons = k.row(u"none"_s).reasons;
    QVERIFY(std::find(reasons.begin(), reasons.end(), u"No contact"_s) != reasons.end());
}

// 16:15 UTC: Lisbon closes at 17:00, within the hour; New York is open for long.
void TestCallList::nextView()
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

void TestCallList::avoidedView()
{
    Desk k;
    for (const char* id : {"never", "long ago", "lately"})
        k.late(id, "100.00", 31);
    for (const char* id : {"mailed", "mailed, no phone", "put off", "young"})
        k.late(id, "100.00", 30);
    k.did("long ago", CallOutcome::SaysPaid, 21);
    k.did("lately", CallOutcome::SaysPaid, 20);
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
    QCOMPARE(k.row(u"never"_s).avoidedWhy, u"Nobody reached yet"_s);
    QCOMPARE(k.row(u"long ago"_s).avoidedWhy, u"Nobody reached for 21 days"_s);
    QCOMPARE(k.row(u"mailed"_s).avoidedWhy, u"Mailed twice, not called"_s);
    QCOMPARE(k.row(u"put off"_s).avoidedWhy, u"Put off three times"_s);
}

void TestCallList::reasonsAreFew()
{
    Desk k;
    auto& a = k.late("C", "1000.00", 100);
    k.broken("C", a);
    k.m.dispute(k.late("C", "10.00", 10), "2025-11-01");
    k.m.customer("C").creditLimit = 1;
    k.did("C", CallOutcome::Refused, 25);
    k.bankUntilYesterday();
    const CallRow r = k.row(u"C"_s);
    QCOMPARE(QStringList(r.reasons.begin(), r.reasons.end()),
             (QStringList{u"Promise broken"_s, u"Escalated"_s, u"90+ days"_s, u"Over limit"_s}));
}

// Random books: everybody with past-due money is in a lane or named with a reason, once; weights are products of what
// is shown, in order; nothing to collect is negative or more than what is past due.
void TestCallList::everyoneIsAccountedFor()
{
    std::mt19937 rng(20251114);
    const auto below = [&](int n) { return int(rng() % std::uint32_t(n)); };
    for (int round = 0; round < 60; ++round) {
        Desk k;
        k.now = below(2) ? instantIn({}, k.d, below(1440)) : 0;
        k.m.rate("EUR", "2020-01-01", "1.0837");
        std::vector<BookMaker::DebitSpec*> debits;
        for (int i = 0; i < 40; ++i) {
            const std::string c = "C" + std::to_string(below(12));
            const char* currency = std::array{"", " EUR", " SEK"}[std::size_t(below(round % 3 + 1))];
            auto& x = k.late(c, std::to_string(1 + below(9000)) + (below(2) ? ".37" : ".50") + currency, below(140) - 20);
            debits.push_back(&x);
            if (below(4) == 0)
                k.m.dispute(x, "2025-11-02").amount = below(2) ? 0 : 500;
            if (below(3) == 0) {
                Promise& p = k.m.promise(c, "1.00", (k.d - below(40) - 1).isoString(), (k.d - below(30)).isoString());
                p.currency = Currency::fromIndex(x.row.currency);
                p.amount = x.row.amount;
                if (below(2))
                    p.lines = {{x, x.row.amount}};
            }
            if (below(5) == 0)
                k.m.payment(c, std::to_string(1 + below(4000)) + ".00" + currency, (k.d - below(20)).isoString());
            if (below(3) == 0)
                k.did(c, CallOutcome(1 + below(10)), below(30));
            if (below(4) == 0)
                k.next(c, NextActionKind(below(7)), below(9) - 4, 0, 1 + below(9));
        }
        for (int c = 0; c < 12; ++c) {
            Customer& x = k.m.customer("C" + std::to_string(c));
            x.status = below(5) ? CustomerStatus::Active : CustomerStatus(below(8));
            x.doNotContact = below(9) == 0;
            if (below(3) == 0)
                x.creditLimit = below(900000);
            if (c > 8)
                x.payer = k.m.customer("C" + std::to_string(below(4))).id;
            x.zone = below(2) ? u"America/New_York"_s : QString();
        }
        k.rank();
        std::set<std::uint32_t> owing, listed;
        const OpenItems items = openItems(*k.book, k.d);
        for (const std::uint32_t row : items.rows) {
            const auto [c, i] = k.book->ledger().debit(row);
            if (c->due[i] < k.d.days())
                owing.insert(k.book->payerRow(c->customer[i]));
        }
        std::int64_t lastWeight = std::numeric_limits<std::int64_t>::max();
        int counted = 0;
        for (const CallRow& r : k.list.rows) {
            QVERIFY2(listed.insert(r.payer).second, "a payer stands twice");
            QVERIFY(r.tbc >= 0 && r.tbc <= r.pastDue + 20); // sums are converted once, items one by one
            QVERIFY(r.risk >= 0 && r.risk <= 10000);
            QCOMPARE((r.lane == Lane::NotOnList), (r.rank == 0));
            if (r.rank == 0 || r.lane == Lane::Waiting)
                QVERIFY(!r.whyNot.isEmpty());
            if (r.rank == 0)
                continue;
            QCOMPARE(r.rank, std::uint32_t(++counted));
            QVERIFY(r.weight <= lastWeight);
            lastWeight = r.weight;
            const Int128 product = Int128(r.atRisk) * r.ageFactor * r.promiseFactor * r.limitFactor * r.relationshipFactor;
            QCOMPARE(r.weight, divideHalfEven(product, Int128(100) * 10000 * 10000 * 10000));
            QCOMPARE(r.atRisk, divideHalfEven(Int128(r.tbc) * r.risk, 10000));
            QVERIFY(r.reasons.size() <= 4 && !r.nextStep.isEmpty());
        }
        for (const std::uint32_t payer : owing)
            QVERIFY2(listed.contains(payer), "somebody with past-due money is not accounted for");
        int total = 0;
        for (const int n : k.list.count)
            total += n;
        QCOMPARE(total, int(k.list.rows.size()));
    }
}

void TestCallList::explained()
{
    Desk k;
    auto& a = k.late("C", "1000.00", 40);
    k.broken("C", a);
    k.m.customer("S").payer = k.m.customer("C").id;
    k.bankUntilYesterday();
    k.rank();
    const CallRow r = k.row(u"C"_s);
    const Explanation e = explain(*k.book, k.model, k.list, k.book->customerByExternalId(u"S"_s)); // a site: its payer
    QCOMPARE(e.row.payer, r.payer);
    QStringList labels, figures;
    for (const auto& [label, figure] : e.factors) {
        labels += label;
        figures += figure;
    }
    QCOMPARE(labels, (QStringList{u"To be collected"_s, u"Risk: unpaid in 30 days"_s, u"At risk"_s, u"Age"_s,
                                  u"Broken promises"_s, u"Credit limit"_s, u"Relationship"_s, u"Weight"_s}));
    QCOMPARE(figures[0], u"1,000.00 USD"_s);
    QCOMPARE(figures[3], u"1.3000"_s);
    QCOMPARE(figures[4], u"1.2500"_s);
    QCOMPARE(figures[7], QString::fromStdString(plainDecimal(r.weight, 4)));
    QCOMPARE(e.promises, u"0 of 1 promise kept, 0 % by money"_s);
    QVERIFY(!e.next.isEmpty());
    k.m.invoice("fine", "5.00", "2025-01-01", "2026-01-01");
    k.rank();
    const Explanation none = explain(*k.book, k.model, k.list, k.book->customerByExternalId(u"fine"_s));
    QCOMPARE(none.next, u"Nothing past due"_s);
    QCOMPARE(none.promises, u"No promise was due in the last 12 months"_s);
}

// Paid: settled on its day; open: without a day; written off or credited: left without telling when they pay.
void TestCallList::facts()
{
    BookMaker m;
    m.customer("P").tier = u"large"_s;
    m.customer("S").payer = m.customer("P").id;
    auto& paid = m.invoice("S", "100.00", "2025-01-01", "2025-01-31");
    m.pay(paid, "60.00", "2025-02-01");
    m.pay(paid, "40.00", "2025-02-07");
    m.invoice("Q", "100.00", "2025-03-01", "2025-03-31");
    auto& written = m.invoice("Q", "100.00", "2025-03-01", "2025-03-31");
    m.pay(written, "99.00", "2025-04-01");
    m.writeOff(written, "1.00", "2025-04-02");
    auto& credited = m.invoice("Q", "100.00", "2025-03-01", "2025-03-31");
    m.allocate(m.creditNote("Q", "100.00", "2025-03-05"), credited, "100.00");
    m.invoice("Q", "0.00", "2025-03-01", "2025-03-31");
    auto& bounced = m.invoice("Q", "50.00", "2025-03-01", "2025-03-31");
    m.reverse(m.pay(bounced, "50.00", "2025-03-30"), "2025-04-03");
    const BookPtr book = m.build();
    const auto all = paymentFacts(*book);
    QCOMPARE(all.size(), std::size_t(5));
    const std::uint32_t p = book->customerByExternalId(u"P"_s);
    QCOMPARE(all[0].payer, p);
    QCOMPARE(all[0].segment, 1U);
    QCOMPARE(all[0].invoiced, day("2025-01-01"));
    QCOMPARE(all[0].due, day("2025-01-31"));
    QCOMPARE(all[0].settled, day("2025-02-07"));
    QCOMPARE(all[1].segment, 0U);
    QVERIFY(!all[1].settled.isValid() && !all[1].left.isValid());
    QVERIFY(!all[2].settled.isValid());
    QCOMPARE(all[2].left, day("2025-04-02")); // written off
    QCOMPARE(all[3].left, day("2025-03-05")); // credited
    QVERIFY(!all[4].settled.isValid() && !all[4].left.isValid()); // open again
    QCOMPARE(paymentFactRows(*book).size(), all.size());
    QCOMPARE(paymentFactsOf(*book, p).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestCallList)
#include "tst_calllist.moc"
