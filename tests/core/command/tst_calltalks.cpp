// What a call changes in which something is said: promises, claims, disputes, documents, where invoices stand, and the day by
// which it is to be confirmed.
#include "core/base/storedwords.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCallTalks : public QObject {
    Q_OBJECT
private slots:
    void promise();
    void saysPaid();
    void dispute();
    void disputeRefused();
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
};

// Promised for Mon 24 Nov, deadline Thu 27 Nov, follow-up on Fri 28 Nov.
void TestCallTalks::promise()
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
void TestCallTalks::saysPaid()
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

// 40.00 of 100.00 contested: the rest stays callable, they confirm by Tuesday, and we look on Tuesday too.
void TestCallTalks::dispute()
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
    QVERIFY(say(k.last->summary).startsWith(u"Dispute logged for Customer C. "_s));
}

void TestCallTalks::disputeRefused()
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

// Friday: ours to send by Monday, looked after on Tuesday.
void TestCallTalks::needsDocument()
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
    k.m.holiday("2025-11-17"); // our holiday puts both off
    k.book.reset();
    c.request->owner = u"ben"_s;
    QVERIFY(k.decide(c));
    QCOMPARE(k.only<CustomerRequest>().owner, u"ben"_s);
    QCOMPARE(k.only<CustomerRequest>().dueOn, day("2025-11-18"));
    QCOMPARE(k.only<NextAction>().due, day("2025-11-19"));
}

void TestCallTalks::needsDocumentRefused_data()
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

void TestCallTalks::needsDocumentRefused()
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
void TestCallTalks::inProcess()
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
void TestCallTalks::inProcessScheduled()
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

void TestCallTalks::inProcessRefused_data()
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

void TestCallTalks::inProcessRefused()
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
void TestCallTalks::confirmBy_data()
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

void TestCallTalks::confirmBy()
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
void TestCallTalks::confirmByOverTime_data()
{
    QTest::addColumn<QString>("today");
    QTest::addColumn<QString>("due");
    QTest::newRow("Monday") << u"2025-11-10"_s << u"2025-11-12"_s;
    QTest::newRow("Thursday") << u"2025-11-13"_s << u"2025-11-17"_s;
    QTest::newRow("Friday") << u"2025-11-14"_s << u"2025-11-18"_s;
    QTest::newRow("Saturday") << u"2025-11-15"_s << u"2025-11-18"_s;
    QTest::newRow("before their holiday") << u"2025-12-23"_s << u"2025-12-29"_s; // 25th and 26th are theirs
    QTest::newRow("over the year's end") << u"2025-12-31"_s << u"2026-01-05"_s; // 1st too
}

void TestCallTalks::confirmByOverTime()
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

void TestCallTalks::confirmByRefused()
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

QTEST_GUILESS_MAIN(TestCallTalks)
#include "tst_calltalks.moc"
