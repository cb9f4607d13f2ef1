#include "core/insight/talks/timeline.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Activity call(CustomerId customer, const char* d, Instant at, CallOutcome outcome)
{
    Activity a;
    a.customer = customer;
    a.day = day(d);
    a.at = at;
    a.outcome = outcome;
    a.user = u"ann"_s;
    return a;
}

QStringList told(const std::vector<TimelineEvent>& events)
{
    QStringList out;
    for (const TimelineEvent& e : events)
        out.push_back(QString(e.day.toIso() + u' ' + eventKindName(e.kind) + u' ' + say(e.outcome) + u' '
                              + (e.amount.currency.isValid() ? e.amount.toPlain() : QString()) + (e.bad ? u"!" : u""))
                          .simplified());
    return out;
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT
private slots:
    void newestFirstAndNothingBeyondTheDay();
    void sitesThatThePayerPaysFor();
    void limit();
    void namesWhomAndWhat();
    void postedLines();
    void mailsPeopleAndFiles();
};

void TestTimeline::newestFirstAndNothingBeyondTheDay()
{
    BookMaker b;
    const CustomerId a = b.customer("A").id;
    b.invoice("A", "100", "2024-03-01", "2024-03-31");
    b.add(call(a, "2024-04-02", 2000, CallOutcome::Voicemail));
    b.add(call(a, "2024-04-02", 3000, CallOutcome::Promise));
    b.promise("A", "100", "2024-04-02", "2024-04-10");
    NextAction n;
    n.customer = a;
    n.kind = NextActionKind::FollowUp;
    n.madeOn = day("2024-04-02");
    n.due = day("2024-04-16");
    b.add(n);
    const BookPtr book = b.build();
    QCOMPARE(told(timeline(*book, 0, day("2024-04-02"))),
             (QStringList{u"2024-04-02 call promise to pay"_s, u"2024-04-02 call voicemail"_s,
                          u"2024-04-02 promise open 100.00"_s, u"2024-04-02 next action follow up"_s,
                          u"2024-03-01 invoice 100.00"_s}));
    QCOMPARE(told(timeline(*book, 0, day("2024-04-01"))), QStringList{u"2024-03-01 invoice 100.00"_s});
}

void TestTimeline::sitesThatThePayerPaysFor()
{
    BookMaker b;
    const CustomerId head = b.customer("HEAD").id;
    b.customer("SITE").payer = head;
    b.invoice("SITE", "1", "2024-03-01");
    b.invoice("OTHER", "2", "2024-03-01");
    b.payment("HEAD", "1", "2024-03-05");
    QCOMPARE(told(timeline(*b.build(), 0, day("2024-12-31"))),
             (QStringList{u"2024-03-05 payment 1.00"_s, u"2024-03-01 invoice 1.00"_s}));
}

void TestTimeline::limit()
{
    BookMaker b;
    for (int i = 0; i < 20; ++i)
        b.invoice("A", "1", (day("2024-01-01") + i).isoString());
    const auto events = timeline(*b.build(), 0, day("2024-12-31"), 3);
    QCOMPARE(events.size(), 3U);
    QCOMPARE(events[0].day, day("2024-01-20"));
}

void TestTimeline::namesWhomAndWhat()
{
    BookMaker b;
    const CustomerId a = b.customer("A").id;
    Contact mary;
    mary.customer = a;
    mary.name = u"Mary"_s;
    const ContactId id = b.add(mary).id;
    Activity& x = b.add(call(a, "2024-04-02", 1, CallOutcome::SaysPaid));
    x.contact = id;
    x.reference = u"WIRE 5"_s;
    x.note = u"sent Monday"_s;
    auto& i = b.invoice("A", "100", "2024-03-01", "2024-03-31");
    i.number = "INV-9";
    Dispute& q = b.dispute(i, "2024-04-03", "2024-04-05");
    q.reason = u"price"_s;
    const auto events = timeline(*b.build(), 0, day("2024-04-04"));
    QCOMPARE(events.size(), 3U);
    QCOMPARE(events[0].kind, EventKind::Dispute);
    QCOMPARE(say(events[0].note), u"INV-9: price"_s);
    QCOMPARE(events[1].contact, u"Mary"_s);
    QCOMPARE(events[1].who, u"ann"_s);
    QCOMPARE(say(events[1].note), u"sent Monday; reference WIRE 5"_s);
    QCOMPARE(told(timeline(*b.build(), 0, day("2024-04-05"))).first(), u"2024-04-05 dispute resolved 100.00"_s);
}

void TestTimeline::postedLines()
{
    BookMaker b;
    auto& i = b.invoice("A", "100", "2024-03-01", "2024-03-31");
    const auto& p = b.pay(i, "90", "2024-04-01");
    b.reverse(p, "2024-04-03");
    b.writeOff(i, "5", "2024-04-04");
    b.creditNote("A", "7", "2024-04-05");
    b.debit(DebitKind::FinanceCharge, "A", "1", "2024-04-06");
    QCOMPARE(told(timeline(*b.build(), 0, day("2024-12-31"))),
             (QStringList{u"2024-04-06 invoice finance charge 1.00"_s, u"2024-04-05 credit note 7.00"_s,
                          u"2024-04-04 write-off 5.00"_s, u"2024-04-03 payment bounced 90.00!"_s,
                          u"2024-04-01 payment 90.00"_s, u"2024-03-01 invoice 100.00"_s}));
}

void TestTimeline::mailsPeopleAndFiles()
{
    BookMaker b;
    const CustomerId a = b.customer("A").id;
    b.invoice("A", "1", "2024-03-01");
    Contact mary;
    mary.customer = a;
    mary.name = u"Mary"_s;
    const ContactId who = b.add(mary).id;
    const auto mail = [&](OutboxState state, const char* d, const QString& error = {}) {
        OutboxMessage m;
        m.customer = a;
        m.contact = who;
        m.state = state;
        m.day = day(d);
        m.subject = u"Statement"_s;
        m.toAddress = u"ap@a.example"_s;
        m.error = error;
        m.user = u"ann"_s;
        b.add(m);
    };
    mail(OutboxState::Sent, "2024-04-01");
    mail(OutboxState::Unknown, "2024-04-02");
    mail(OutboxState::Failed, "2024-04-03", u"550 no such user"_s);
    mail(OutboxState::Queued, "2024-04-04");
    mail(OutboxState::Cancelled, "2024-04-04");
    ContactEvent e;
    e.customer = a;
    e.contact = who;
    e.kind = ContactEventKind::Changed;
    e.field = u"email"_s;
    e.before = u"old@a.example"_s;
    e.after = u"new@a.example"_s;
    e.day = day("2024-04-05");
    b.add(e);
    SearchTry t;
    t.customer = a;
    t.day = day("2024-04-06");
    t.note = u"closed until nine"_s;
    b.add(t);
    Attachment f;
    f.customer = a;
    f.name = u"contract.pdf"_s;
    f.day = day("2024-04-07");
    b.add(f);
    const auto events = timeline(*b.build(), 0, day("2024-12-31"));
    QCOMPARE(told(events), (QStringList{u"2024-04-07 file attached"_s, u"2024-04-06 contact looked for, nobody yet"_s,
                                        u"2024-04-05 contact changed"_s, u"2024-04-03 e-mail did not go !"_s,
                                        u"2024-04-02 e-mail sent or not, nobody knows !"_s, u"2024-04-01 e-mail sent"_s,
                                        u"2024-03-01 invoice 1.00"_s}));
    QCOMPARE(say(events[1].note), u"switchboard: closed until nine"_s);
    QCOMPARE(say(events[2].note), u"e-mail: old@a.example → new@a.example"_s);
    QCOMPARE(say(events[3].note), u"Statement: to ap@a.example; 550 no such user"_s);
    QCOMPARE(events[5].contact, u"Mary"_s);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
