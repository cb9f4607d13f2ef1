#include "core/insight/talks/morning.h"
#include "tests/core/insight/calls/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QStringList told(const Book& book, const MorningSummary& s, MorningPart p)
{
    QStringList out;
    for (const MorningLine& l : s.of(p).lines)
        out += book.customers()[l.payer].externalId + u' ' + say(l.what)
               + (l.amount.currency.isValid() ? QString(u' ' + l.amount.toPlain()) : QString());
    return out;
}

} // namespace

class TestMorning : public QObject {
    Q_OBJECT
private slots:
    void whatAFileBroughtSinceTheLastSession();
    void withoutASessionTheLastBusinessDayCounts();
    void promisesKeptAndBrokenSince();
    void whatWasKnownIsNotToldTwice();
    void shortPayments();
    void bounced();
    void callBacksOfToday();
    void confirmations();
    void onlyMine();
    void amountsInBaseAndMissingRates();
    void markSurvivesItsText();
};

void TestMorning::whatAFileBroughtSinceTheLastSession()
{
    Desk k;
    auto& a = k.late("A", "1000", 20);
    a.number = "INV-1";
    auto& b = k.late("B", "700", 20);
    b.number = "INV-2";
    k.m.pay(b, "300", "2025-11-12").reference = "OLD";
    const MorningMark then = morningMark(*k.m.build(), k.d - 1);
    // This morning's bank file carries days that were over when we left.
    k.m.pay(a, "1000", "2025-11-12").reference = "WIRE 7";
    k.m.payment("B", "50", "2025-11-14");
    k.m.payment("B", "60", "2025-11-15"); // not there yet
    const BookPtr now = k.m.build();
    const MorningSummary s = morning(then, *now, k.d);
    QCOMPARE(told(*now, s, MorningPart::Paid),
             (QStringList{u"A WIRE 7 for INV-1 1000.00"_s, u"B CR-3, not assigned yet 50.00"_s}));
    QCOMPARE(s.of(MorningPart::Paid).base, 105000);
    QCOMPARE(s.since, day("2025-11-13"));
    QVERIFY(!s.isEmpty());
    QVERIFY(morning(morningMark(*now, k.d), *now, k.d).isEmpty());
}

void TestMorning::withoutASessionTheLastBusinessDayCounts()
{
    Desk k;
    k.d = day("2025-11-17"); // Monday
    k.m.payment("A", "1", "2025-11-13");
    k.m.payment("A", "2", "2025-11-14"); // Friday
    k.m.payment("A", "3", "2025-11-16");
    const BookPtr book = k.m.build();
    const MorningMark then = eveMark(*book, k.d);
    QCOMPARE(then.day, day("2025-11-13"));
    QCOMPARE(told(*book, morning(then, *book, k.d), MorningPart::Paid),
             (QStringList{u"A CR-3, not assigned yet 3.00"_s, u"A CR-2, not assigned yet 2.00"_s}));
}

void TestMorning::promisesKeptAndBrokenSince()
{
    Desk k;
    auto& a = k.late("A", "1000", 30);
    auto& b = k.late("B", "500", 30);
    auto& c = k.late("C", "400", 30);
    for (auto* x : {&a, &b, &c}) { // promised for Fri 7 Nov: the deadline is Wed 12 Nov
        Promise& p = k.m.promise(x == &a ? "A" : x == &b ? "B" : "C", "1", "2025-11-03", "2025-11-07");
        p.lines = {{*x, x->row.amount}};
        p.amount = x->row.amount;
    }
    const MorningMark then = morningMark(*k.m.build(), k.d - 1); // no bank data: nothing is judged
    QCOMPARE(then.live.size(), 3U);
    k.m.pay(a, "1000", "2025-11-10");
    k.m.pay(c, "100", "2025-11-10");
    k.bankUntilYesterday();
    const BookPtr now = k.m.build();
    const MorningSummary s = morning(then, *now, k.d);
    QCOMPARE(told(*now, s, MorningPart::Kept), QStringList{u"A promised for 7 Nov 1000.00"_s});
    QCOMPARE(told(*now, s, MorningPart::Broken),
             (QStringList{u"B promised for 7 Nov 500.00"_s, u"C promised for 7 Nov, partly kept 300.00"_s}));
}

void TestMorning::whatWasKnownIsNotToldTwice()
{
    Desk k;
    auto& a = k.late("A", "1000", 40);
    k.broken("A", a);
    k.bankUntilYesterday();
    const BookPtr book = k.m.build();
    QVERIFY(morning(morningMark(*book, k.d - 1), *book, k.d).of(MorningPart::Broken).lines.empty());
    // A promise that came with a file since, long over, is news.
    auto& b = k.late("B", "70", 40);
    const MorningMark then = morningMark(*book, k.d - 1);
    k.broken("B", b).imported = true;
    const BookPtr now = k.m.build();
    QCOMPARE(told(*now, morning(then, *now, k.d), MorningPart::Broken), QStringList{u"B promised for 31 Oct 70.00"_s});
}

void TestMorning::shortPayments()
{
    Desk k;
    const auto paid = [&](const char* customer, const char* number, const char* amount) -> BookMaker::DebitSpec& {
        auto& d = k.late(customer, "1000", 20);
        d.number = number;
        k.m.pay(d, amount, "2025-11-14");
        return d;
    };
    paid("A", "SHORT", "800"); // 20 % are left: the edge belongs to it
    paid("B", "PART", "799.99");
    paid("C", "WHOLE", "1000");
    auto& promised = paid("D", "PROMISED", "900");
    k.m.promise("D", "100", "2025-11-14", "2025-11-20").lines = {{promised, 10000}};
    k.m.dispute(paid("E", "DISPUTED", "950"), "2025-11-14");
    const BookPtr now = k.m.build();
    const MorningSummary s = morning(eveMark(*now, k.d), *now, k.d);
    QCOMPARE(told(*now, s, MorningPart::Short), QStringList{u"A SHORT 200.00"_s});
    QCOMPARE(s.of(MorningPart::Paid).lines.size(), 5U);
}

void TestMorning::bounced()
{
    Desk k;
    auto& a = k.late("A", "900", 20);
    const auto& p = k.m.pay(a, "900", "2025-11-10");
    const MorningMark then = morningMark(*k.m.build(), k.d - 1);
    k.m.reverse(p, "2025-11-13");
    const BookPtr now = k.m.build();
    const MorningSummary s = morning(then, *now, k.d);
    QCOMPARE(s.of(MorningPart::Bounced).lines.size(), 1U);
    QCOMPARE(s.of(MorningPart::Bounced).base, 90000);
    QVERIFY(s.of(MorningPart::Paid).lines.empty());
}

void TestMorning::callBacksOfToday()
{
    Desk k;
    for (const char* id : {"A", "B", "C", "D", "E"})
        k.late(id, "10", 5);
    k.next("A", NextActionKind::CallBack, 0, instantIn({}, k.d, 14 * 60 + 30)).note = u"ask for Kim"_s;
    k.next("B", NextActionKind::CallBack, 0, instantIn({}, k.d, 9 * 60));
    k.next("C", NextActionKind::CallBack, 1);  // tomorrow
    k.next("D", NextActionKind::CallBack, -2); // still waits
    k.next("E", NextActionKind::CallBack, 0);
    k.next("E", NextActionKind::FollowUp, 3, 0, 0); // something else rules now
    const BookPtr now = k.m.build();
    QCOMPARE(told(*now, morning(eveMark(*now, k.d), *now, k.d), MorningPart::CallBacks),
             (QStringList{u"B 09:00"_s, u"A 14:30, ask for Kim"_s, u"D since 12 Nov"_s}));
}

void TestMorning::confirmations()
{
    Desk k;
    const auto confirm = [&](const char* id, int madeAgo, int dueAgo) -> ConfirmBy& {
        ConfirmBy c;
        c.customer = k.m.customer(id).id;
        c.madeOn = k.d - madeAgo;
        c.due = k.d - dueAgo;
        c.what = u"the run is released"_s;
        return k.m.add(c);
    };
    confirm("A", 3, 1);
    confirm("B", 3, 1).metOn = k.d - 1;
    confirm("C", 2, 0);  // has today to do so
    confirm("D", 9, 5);  // was known at the last session
    confirm("E", 4, 1);
    confirm("E", 1, -1); // a new one was agreed
    const BookPtr now = k.m.build();
    QCOMPARE(told(*now, morning(morningMark(*now, k.d - 1), *now, k.d), MorningPart::Unconfirmed),
             QStringList{u"A the run is released"_s});
}

void TestMorning::onlyMine()
{
    Desk k;
    k.m.customer("A").owner = u"ana"_s;
    k.m.customer("B").owner = u"ben"_s;
    k.m.payment("A", "1", "2025-11-14");
    k.m.payment("B", "2", "2025-11-14");
    const BookPtr now = k.m.build();
    const MorningSummary s = morning(eveMark(*now, k.d), *now, k.d, u"ana"_s);
    QCOMPARE(told(*now, s, MorningPart::Paid), QStringList{u"A CR-1, not assigned yet 1.00"_s});
    QCOMPARE(s.of(MorningPart::Paid).base, 100);
}

void TestMorning::amountsInBaseAndMissingRates()
{
    Desk k;
    k.m.rate("EUR", "2025-01-01", "1.1");
    k.m.payment("A", "100 EUR", "2025-11-14");
    k.m.payment("A", "100 SEK", "2025-11-14");
    const BookPtr now = k.m.build();
    const MorningSummary s = morning(eveMark(*now, k.d), *now, k.d);
    QCOMPARE(s.of(MorningPart::Paid).base, 11000);
    QCOMPARE(s.of(MorningPart::Paid).lines.size(), 2U);
    QCOMPARE(s.missing.size(), 1U);
    QCOMPARE(s.missing[0].currency.toString(), u"SEK"_s);
}

void TestMorning::markSurvivesItsText()
{
    MorningMark m;
    m.day = day("2025-11-13");
    m.lastCredit = 5'000'000'000;
    m.lastPromise = 17;
    m.live = {PromiseId(3), PromiseId(12)};
    QCOMPARE(MorningMark::fromJson(m.toJson()), std::optional(m));
    QVERIFY(!MorningMark::fromJson("nonsense"));
    QVERIFY(!MorningMark::fromJson("{\"day\":\"2025-13-01\"}"));
}

QTEST_GUILESS_MAIN(TestMorning)
#include "tst_morning.moc"
