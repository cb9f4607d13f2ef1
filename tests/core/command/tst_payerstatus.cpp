// Where invoices stand at the payer: the command, the words people type, the last one said, and dwell times.
#include "core/insight/agreements/payerstatuses.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPayerStatus : public QObject {
    Q_OBJECT
private slots:
    void withoutACall();
    void words_data();
    void words();
    void wordsComeBack();
    void theLastOneRules();
    void dwell();
    void scheduledAhead_data();
    void scheduledAhead();
    void reasonLetters_data();
    void reasonLetters();
};

namespace {

PayerStatus& said(CommandDesk& k, DebitId debit, PayerState state, int daysAgo)
{
    PayerStatus s;
    s.customer = k.id("C");
    s.debit = debit;
    s.state = state;
    s.day = k.today - daysAgo;
    return k.m.add(s);
}

} // namespace

void TestPayerStatus::withoutACall()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10);
    SetPayerStatus c{k.id("C"), {}, {{a, PayerState::Paid, {}, {}, {}, u" TRX 88 "_s}}, u"portal"_s};
    QCOMPARE(k.summary(c), u"Payer status noted for 1 invoice of Customer C."_s);
    QCOMPARE(k.only<PayerStatus>().reference, u"TRX 88"_s);
    QCOMPARE(k.only<PayerStatus>().note, u"portal"_s);
    QVERIFY(!k.only<PayerStatus>().activity);
    QVERIFY(k.last->of<ConfirmBy>().empty());
    c.statuses.clear();
    QCOMPARE(k.refused(c), u"invoices: none is ticked"_s);
}

// Today is Fri 14 Nov 2025.
void TestPayerStatus::words_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("read"); // "" = not understood
    QTest::newRow("letter") << u"r"_s << u"received"_s;
    QTest::newRow("word") << u"Received"_s << u"received"_s;
    QTest::newRow("sent") << u"sent"_s << u"sent"_s;
    QTest::newRow("po") << u"po"_s << u"waits for PO"_s;
    QTest::newRow("waits") << u"w"_s << u"waits for PO"_s;
    QTest::newRow("goods receipt") << u"waits for goods receipt"_s << u"waits for PO"_s;
    QTest::newRow("approval") << u"a"_s << u"in approval"_s;
    QTest::newRow("with") << u"a Ben Stone"_s << u"in approval with Ben Stone"_s;
    QTest::newRow("with since") << u"in approval with Ben since 3 nov"_s << u"in approval with Ben since 2025-11-03"_s;
    QTest::newRow("since last year") << u"a since 20 dec"_s << u"in approval since 2024-12-20"_s;
    QTest::newRow("scheduled") << u"s 28 nov"_s << u"scheduled 2025-11-28"_s;
    QTest::newRow("scheduled for") << u"scheduled for fri"_s << u"scheduled 2025-11-21"_s;
    QTest::newRow("no day yet") << u"scheduled"_s << u"scheduled"_s;
    QTest::newRow("paid") << u"p TRX 88"_s << u"paid TRX 88"_s;
    QTest::newRow("nothing") << u" "_s << u""_s;
    QTest::newRow("nonsense") << u"xyz"_s << u""_s;
    QTest::newRow("two of them") << u"se"_s << u"sent"_s;
    QTest::newRow("no such day") << u"s 31 feb"_s << u""_s;
    QTest::newRow("too much") << u"received today"_s << u""_s;
}

void TestPayerStatus::words()
{
    QFETCH(QString, words);
    QFETCH(QString, read);
    const auto s = parseStatus(words, day("2025-11-14"), BusinessCalendar());
    PayerStatus row;
    if (s) {
        row.state = s->state;
        row.with = s->with;
        row.since = s->since;
        row.scheduledFor = s->scheduledFor;
        row.reference = s->reference;
    }
    QCOMPARE(s ? statusWords(row) : QString(), read);
}

// The words for a row are read as that row.
void TestPayerStatus::wordsComeBack()
{
    for (int i = 0; i < 6; ++i) {
        PayerStatus row;
        row.state = PayerState(i);
        if (row.state == PayerState::InApproval) {
            row.with = u"Ann of Treasury"_s;
            row.since = day("2025-10-01");
        }
        if (row.state == PayerState::Scheduled)
            row.scheduledFor = day("2025-12-05");
        if (row.state == PayerState::Paid)
            row.reference = u"4711/22"_s;
        const auto s = parseStatus(statusWords(row), day("2025-11-14"), BusinessCalendar());
        QVERIFY2(s, qPrintable(statusWords(row)));
        QCOMPARE(s->state, row.state);
        QCOMPARE(s->with, row.with);
        QCOMPARE(s->since, row.since);
        QCOMPARE(s->scheduledFor, row.scheduledFor);
        QCOMPARE(s->reference, row.reference);
        QCOMPARE(parsePayerState(payerStateName(row.state)), std::optional(row.state));
    }
}

void TestPayerStatus::theLastOneRules()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10), b = k.late("C", "50.00", 10);
    said(k, a, PayerState::Received, 9);
    said(k, a, PayerState::Scheduled, 3).scheduledFor = k.today + 4;
    said(k, a, PayerState::InApproval, 5);
    const BookPtr book = k.m.build();
    const auto state = [&](Date d) {
        const PayerStatus* s = PayerStatuses(*book, 0, d).of(a);
        return s ? payerStateName(s->state) : QString();
    };
    QCOMPARE(state(k.today), u"scheduled"_s);
    QCOMPARE(state(k.today - 3), u"scheduled"_s);
    QCOMPARE(state(k.today - 4), u"in approval"_s);
    QCOMPARE(state(k.today - 9), u"received"_s);
    QCOMPARE(state(k.today - 10), QString());
    QVERIFY(!PayerStatuses(*book, 0, k.today).of(b));
}

// Three invoices were in approval for 2, 4 and 9 days: their median is 4. This one has been there for 6.
void TestPayerStatus::dwell()
{
    CommandDesk k;
    for (const int days : {2, 4, 9}) {
        const DebitId old = k.late("C", "10.00", 40);
        said(k, old, PayerState::InApproval, 30);
        said(k, old, PayerState::Scheduled, 30 - days);
    }
    const DebitId a = k.late("C", "100.00", 10), fresh = k.late("C", "1.00", 1), paid = k.late("C", "2.00", 2);
    said(k, a, PayerState::InApproval, 5).since = k.today - 6;
    said(k, a, PayerState::InApproval, 1);
    said(k, fresh, PayerState::Received, 2);
    said(k, paid, PayerState::Paid, 1);
    const BookPtr book = k.m.build();
    const PayerStatuses s(*book, 0, k.today);
    const auto dwell = s.dwellOf(a);
    QVERIFY(dwell);
    QCOMPARE(dwell->since, k.today - 6);
    QCOMPARE(dwell->days, 6);
    QCOMPARE(dwell->past, 3);
    QCOMPARE(dwell->usual, std::optional(4));
    QCOMPARE(say(dwell->words()), u"in approval for 6 days, usually 4"_s);
    QCOMPARE(say(s.dwellOf(fresh)->words()), u"received for 2 days"_s);
    QVERIFY(!s.dwellOf(fresh)->usual);
    QVERIFY(!s.dwellOf(paid));
    // On an earlier day only what had ended by then is the past.
    QVERIFY(!PayerStatuses(*book, 0, k.today - 27).dwellOf(a));
    QCOMPARE(PayerStatuses(*book, 0, k.today - 5).dwellOf(a)->past, 3);
}

void TestPayerStatus::scheduledAhead_data()
{
    QTest::addColumn<int>("inDays");
    QTest::addColumn<bool>("ahead");
    QTest::newRow("tomorrow") << 1 << true;
    QTest::newRow("today") << 0 << true;
    QTest::newRow("yesterday") << -1 << false;
}

void TestPayerStatus::scheduledAhead()
{
    QFETCH(int, inDays);
    QFETCH(bool, ahead);
    PayerStatus s;
    s.state = PayerState::Scheduled;
    s.scheduledFor = day("2025-11-14") + inDays;
    QCOMPARE(isScheduledAhead(&s, day("2025-11-14")), ahead);
    s.state = PayerState::InApproval;
    QVERIFY(!isScheduledAhead(&s, day("2025-11-14")));
    QVERIFY(!isScheduledAhead(nullptr, day("2025-11-14")));
}

void TestPayerStatus::reasonLetters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("reason"); // -1 = none
    QTest::newRow("p") << u"P"_s << int(DisputeReason::Price);
    QTest::newRow("q") << u"q"_s << int(DisputeReason::Quantity);
    QTest::newRow("l") << u"l"_s << int(DisputeReason::Quality);
    QTest::newRow("word") << u"quality"_s << int(DisputeReason::Quality);
    QTest::newRow("qua") << u"qua"_s << -1;
    QTest::newRow("quan") << u"quan"_s << int(DisputeReason::Quantity);
    QTest::newRow("dash") << u"missing-document"_s << int(DisputeReason::MissingDocument);
    QTest::newRow("x") << u"x"_s << int(DisputeReason::Deduction);
    QTest::newRow("nothing") << u" "_s << -1;
    QTest::newRow("nonsense") << u"zzz"_s << -1;
}

void TestPayerStatus::reasonLetters()
{
    QFETCH(QString, words);
    QFETCH(int, reason);
    const auto found = readDisputeReason(words);
    QCOMPARE(found ? int(*found) : -1, reason);
}

QTEST_GUILESS_MAIN(TestPayerStatus)
#include "tst_payerstatus.moc"
