// What they wait for, what they confirm, why something is late, exceptions: each as a command of its own.
#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/agreements/requests.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestRequests : public QObject {
    Q_OBJECT
private slots:
    void addsARequest();
    void fulfils();
    void mostUrgentFirst();
    void meetsAConfirmation();
    void reasonsForDelay();
    void exceptions();
    void exceptionsRefused_data();
    void exceptionsRefused();
};

namespace {

CustomerRequest& request(CommandDesk& k, const char* customer, const QString& what, Date opened, Date due)
{
    CustomerRequest r;
    r.customer = k.id(customer);
    r.what = what;
    r.openedOn = opened;
    r.dueOn = due;
    r.owner = u"ben"_s;
    return k.m.add(r);
}

} // namespace

void TestRequests::addsARequest()
{
    CommandDesk k;
    AddRequest c;
    c.payer = k.id("C");
    c.draft = {RequestKind::Credit, u"credit for 4711"_s, {}, u"ben"_s, day("2025-11-20")};
    QCOMPARE(k.summary(c), u"Customer C waits for us: credit for 4711, by Thu 20 Nov, ben."_s);
    QCOMPARE(k.only<CustomerRequest>().kind, RequestKind::Credit);
    QCOMPARE(k.only<CustomerRequest>().operation, OperationId(7));
    QVERIFY(k.last->of<NextAction>().empty());
    c.draft.what.clear();
    QCOMPARE(k.refused(c), u"document: is missing"_s);
    c.payer = CustomerId(99);
    QCOMPARE(k.refused(c), u"customer: is not a customer of this book"_s);
}

// Done on Friday; two business days later we look.
void TestRequests::fulfils()
{
    CommandDesk k;
    const RequestId open = request(k, "C", u"copy of 1"_s, k.today - 2, k.today).id;
    CustomerRequest& old = request(k, "C", u"copy of 2"_s, k.today - 9, k.today);
    old.doneOn = k.today - 1;
    QCOMPARE(k.summary(FulfilRequest{open, u"sent by mail"_s}),
             u"Done for Customer C: copy of 1. Follow-up Tue 18 Nov."_s);
    QCOMPARE(k.only<CustomerRequest>().doneOn, k.today);
    QCOMPARE(k.only<CustomerRequest>().doneNote, u"sent by mail"_s);
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::FollowUp);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-18"));
    QCOMPARE(k.refused(FulfilRequest{old.id, {}}), u"request: was done on 13 Nov"_s);
    QCOMPARE(k.refused(FulfilRequest{RequestId(99), {}}), u"request: is not a request of this book"_s);
}

void TestRequests::mostUrgentFirst()
{
    CommandDesk k;
    request(k, "C", u"later"_s, k.today - 3, k.today + 3);
    request(k, "C", u"first"_s, k.today - 2, k.today + 1);
    request(k, "C", u"tomorrow's"_s, k.today + 1, k.today + 1);
    request(k, "S", u"at the site"_s, k.today - 5, k.today - 1);
    k.m.customer("S").payer = k.id("C");
    const BookPtr book = k.m.build();
    const auto words = [&](Date d) {
        QStringList out;
        for (const CustomerRequest* r : openRequests(*book, 0, d))
            out += r->what;
        return out;
    };
    QCOMPARE(words(k.today), (QStringList{u"at the site"_s, u"first"_s, u"later"_s}));
    QCOMPARE(words(k.today - 3), (QStringList{u"at the site"_s, u"later"_s}));
    QCOMPARE(words(k.today + 1).size(), 4);
}

void TestRequests::meetsAConfirmation()
{
    CommandDesk k;
    ConfirmBy c;
    c.customer = k.id("C");
    c.madeOn = k.today - 2;
    c.due = k.today - 1;
    c.what = u"the run of Friday"_s;
    const ConfirmById id = k.m.add(c).id;
    c.id = {};
    c.metOn = k.today - 1;
    const ConfirmById met = k.m.add(c).id;
    QCOMPARE(k.summary(MeetConfirm{id, u"by mail"_s}), u"Customer C confirmed: the run of Friday."_s);
    QCOMPARE(k.only<ConfirmBy>().metOn, k.today);
    QCOMPARE(k.only<Activity>().kind, ActivityKind::Note);
    QCOMPARE(k.only<Activity>().note, u"by mail"_s);
    QVERIFY(k.decide(MeetConfirm{id, {}}));
    QVERIFY(k.last->of<Activity>().empty());
    QCOMPARE(k.refused(MeetConfirm{met, {}}), u"confirm: was met on 13 Nov"_s);
    QCOMPARE(k.refused(MeetConfirm{ConfirmById(99), {}}), u"confirm: is not a confirmation of this book"_s);
}

void TestRequests::reasonsForDelay()
{
    CommandDesk k;
    auto& a = k.late("C", "100.00", 10);
    a.number = "A1";
    const DebitId b = k.late("C", "50.00", 20);
    InvoiceMark known;
    known.customer = k.id("C");
    known.debit = b;
    known.late = LateReason::Po;
    known.day = k.today - 3;
    k.m.add(known);
    QCOMPARE(k.summary(SetLateReason{{a}, LateReason::NotReceived, u"wrong inbox"_s}),
             u"A1: late because of not received."_s);
    QCOMPARE(k.only<InvoiceMark>().late, LateReason::NotReceived);
    QCOMPARE(k.only<InvoiceMark>().customer, k.id("C"));
    QCOMPARE(k.only<InvoiceMark>().note, u"wrong inbox"_s);
    QCOMPARE(k.last->object, u"C"_s);
    QVERIFY(k.decide(SetLateReason{{a, b, b}, LateReason::Po, {}})); // b has it already
    QCOMPARE(k.only<InvoiceMark>().debit, DebitId(a));
    QVERIFY(k.decide(SetLateReason{{b}, LateReason::Po, u" wants 4711 "_s})); // the same reason, and more about it
    QCOMPARE(k.only<InvoiceMark>().note, u"wants 4711"_s);
    QCOMPARE(k.summary(SetLateReason{{b}, LateReason::None, {}}).section(u": "_s, 1), u"reason for delay taken off."_s);
    QCOMPARE(k.refused(SetLateReason{{}, LateReason::Po, {}}), u"invoices: none is chosen"_s);
    QCOMPARE(k.refused(SetLateReason{{DebitId(99)}, LateReason::Po, {}}), u"invoices: one is not in this book"_s);
}

void TestRequests::exceptions()
{
    CommandDesk k;
    const DebitId a = k.late("C", "100.00", 10); // due 4 Nov
    RegisterException c{k.id("C"), a, ExceptionKind::Extension, u" cash is short "_s, 0, day("2025-11-24")};
    QCOMPARE(k.summary(c), u"Extension for Customer C until Mon 24 Nov, 20 days: cash is short."_s);
    const ExceptionEntry e = k.only<ExceptionEntry>();
    QCOMPARE(e.costDays, 20);
    QCOMPARE(e.until, day("2025-11-24"));
    QCOMPARE(e.user, u"me"_s);
    QCOMPARE(e.reason, u"cash is short"_s);
    c.kind = ExceptionKind::Waiver;
    c.costDays = 3;
    QCOMPARE(k.summary(c), u"Waiver for Customer C, 3 days: cash is short."_s);
    QVERIFY(!k.only<ExceptionEntry>().until.isValid());
}

void TestRequests::exceptionsRefused_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("said");
    QTest::newRow("no reason") << u" "_s << 0 << u"2025-11-24"_s << u"reason: is missing"_s;
    QTest::newRow("no day") << u"r"_s << 0 << u""_s << u"date: is missing"_s;
    QTest::newRow("past") << u"r"_s << 0 << u"2025-11-13"_s << u"date: lies in the past"_s;
    QTest::newRow("negative") << u"r"_s << -1 << u"2025-11-24"_s << u"days: must lie between 0 and 3650"_s;
    QTest::newRow("far") << u"r"_s << 3651 << u"2025-11-24"_s << u"days: must lie between 0 and 3650"_s;
}

void TestRequests::exceptionsRefused()
{
    QFETCH(QString, reason);
    QFETCH(int, days);
    QFETCH(QString, until);
    QFETCH(QString, said);
    CommandDesk k;
    RegisterException c{k.id("C"), {},   ExceptionKind::Extension,
                        reason,    days, until.isEmpty() ? Date() : day(until.toStdString())};
    QCOMPARE(k.refused(c), said);
    c = {k.id("C"), k.late("D", "1.00", 1), ExceptionKind::Override, u"r"_s, 0, {}};
    k.book.reset();
    QCOMPARE(k.refused(c), u"invoices: is not of this customer"_s);
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
