// Who may be called, mailed, written to or held today: one situation a row, all four ways, each with its reason. What may
// not be called is not proposed by the list either.
#include "core/insight/people/contactpermission.h"
#include "tests/core/insight/calls/calldesk.h"

#include <functional>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Case : Desk {
    Contact* ann;
    BookMaker::DebitSpec* invoice;
    int minute = 10 * 60;
    bool nobody = false; // ask without a contact
    Case()
    {
        invoice = &late("C", "100.00", 10);
        invoice->number = "1";
        ann = &contact("C", ContactRole::ApClerk, u"Ann"_s);
        ann->email = u"ann@c.example"_s;
        ann->verifiedOn = d - 10;
        m.customer("C").zone = u"UTC"_s;
        bankUntilYesterday();
    }
    Customer& c() { return m.customer("C"); }
    std::string ago(int days) const { return (d - days).isoString(); }
    void status(CustomerStatus s, int sinceAgo = 5)
    {
        c().status = s;
        c().statusSince = d - sinceAgo;
    }
    void payerSays(PayerState state, int inDays)
    {
        PayerStatus s;
        s.customer = c().id;
        s.debit = *invoice;
        s.state = state;
        s.day = d - 3;
        s.scheduledFor = d + inDays;
        m.add(s);
    }
    void stop(bool stopped, int daysAgo)
    {
        InvoiceMark s;
        s.customer = c().id;
        s.debit = *invoice;
        s.kind = MarkKind::StopReminders;
        s.stopped = stopped;
        s.day = d - daysAgo;
        m.add(s);
    }
    void owe(bool done)
    {
        CustomerRequest r;
        r.customer = c().id;
        r.what = u"copy of 1"_s;
        r.openedOn = d - 3;
        r.dueOn = d;
        r.doneOn = done ? d - 1 : Date();
        m.add(r);
    }
    void tries(std::initializer_list<int> ago)
    {
        for (const int days : ago)
            did("C", CallOutcome::NoAnswer, days);
    }
    void promiseAll(int promisedAgo)
    {
        Promise& p = m.promise("C", "100.00", ago(std::max(promisedAgo, 0) + 3), ago(promisedAgo));
        p.lines = {{*invoice, 10000}};
    }
};

struct Situation {
    const char* name;
    std::function<void(Case&)> make;
    const char *call, *email, *letter, *task; // part of the reason; "" = allowed
};

const std::vector<Situation>& situations()
{
    static const char* const ok = "";
    static const char* const paid = "came in today";
    static const std::vector<Situation> all = {
        {"plain", [](Case&) {}, ok, ok, ok, ok},
        {"insolvent", [](Case& k) { k.status(CustomerStatus::Insolvent); }, "insolvent since 9 Nov",
         "insolvent since 9 Nov", "insolvent since 9 Nov", "insolvent since 9 Nov"},
        {"legal", [](Case& k) { k.status(CustomerStatus::Legal); }, "legal", "legal", "legal", "legal"},
        {"agency", [](Case& k) { k.status(CustomerStatus::Agency); }, "agency", "agency", "agency", "agency"},
        {"factored", [](Case& k) { k.status(CustomerStatus::Factored); }, "factored", "factored", "factored",
         "factored"},
        {"insolvent tomorrow", [](Case& k) { k.status(CustomerStatus::Insolvent, -1); }, ok, ok, ok, ok},
        {"closed", [](Case& k) { k.status(CustomerStatus::Closed); }, ok, ok, ok, ok},
        {"do not contact", [](Case& k) { k.c().doNotContact = true; }, "not to be contacted", "not to be contacted",
         "not to be contacted", "not to be contacted"},
        {"disputed", [](Case& k) { k.m.dispute(*k.invoice, k.ago(2)); }, "disputed", "disputed", "disputed",
         "disputed"},
        {"partly disputed", [](Case& k) { k.m.dispute(*k.invoice, k.ago(2)).amount = 4000; }, ok, ok, ok, ok},
        {"dispute resolved", [](Case& k) { k.m.dispute(*k.invoice, k.ago(5), k.ago(1)); }, ok, ok, ok, ok},
        {"promised", [](Case& k) { k.promiseAll(-5); }, "promised", "promised", "promised", "promised"},
        {"promise due", [](Case& k) { k.promiseAll(1); }, "promised", "promised", "promised", "promised"},
        {"promise broken", [](Case& k) { k.promiseAll(9); }, ok, ok, ok, ok},
        {"paid today", [](Case& k) { k.m.pay(*k.invoice, "100.00", k.ago(0)); }, paid, paid, paid, paid},
        {"partly paid today", [](Case& k) { k.m.pay(*k.invoice, "60.00", k.ago(0)); }, ok, paid, paid, paid},
        {"paid yesterday", [](Case& k) { k.m.pay(*k.invoice, "100.00", k.ago(1)); }, "nothing is open",
         "nothing is open", "nothing is open", "nothing is open"},
        {"money not assigned", [](Case& k) { k.m.payment("C", "100.00", k.ago(2)); }, "covered by money",
         "covered by money", "covered by money", "covered by money"},
        {"some money not assigned", [](Case& k) { k.m.payment("C", "99.99", k.ago(2)); }, ok, ok, ok, ok},
        {"bounced today", [](Case& k) { k.m.reverse(k.m.pay(*k.invoice, "100.00", k.ago(3)), k.ago(0)); }, ok, ok, ok,
         ok},
        {"not due yet", [](Case& k) { k.invoice->row.due = (k.d + 3).days(); }, ok, ok, ok, "nothing is past due"},
        {"scheduled for Tuesday", [](Case& k) { k.payerSays(PayerState::Scheduled, 4); }, "scheduled", "scheduled",
         "scheduled", "scheduled"},
        {"scheduled for today", [](Case& k) { k.payerSays(PayerState::Scheduled, 0); }, "scheduled", "scheduled",
         "scheduled", "scheduled"},
        {"scheduled, and passed", [](Case& k) { k.payerSays(PayerState::Scheduled, -1); }, ok, ok, ok, ok},
        {"in approval", [](Case& k) { k.payerSays(PayerState::InApproval, 0); }, ok, ok, ok, ok},
        {"says paid yesterday", [](Case& k) { k.did("C", CallOutcome::SaysPaid, 1).claimed = k.d - 1; }, ok,
         "that they paid", "that they paid", "that they paid"},
        {"says paid, not seen", [](Case& k) { k.did("C", CallOutcome::SaysPaid, 6).claimed = k.d - 7; }, ok, ok, ok,
         ok},
        {"they wait for us", [](Case& k) { k.owe(false); }, ok, "we owe them", "we owe them", "we owe them"},
        {"we have answered", [](Case& k) { k.owe(true); }, ok, ok, ok, ok},
        {"reminders stopped", [](Case& k) { k.c().stopReminders = true; }, ok, "reminders are stopped",
         "reminders are stopped", "reminders are stopped"},
        {"invoice stopped", [](Case& k) { k.stop(true, 2); }, ok, "1: reminders of it are stopped",
         "1: reminders of it are stopped", "1: reminders of it are stopped"},
        {"invoice goes on",
         [](Case& k) {
             k.stop(true, 2);
             k.stop(false, 1);
         },
         ok, ok, ok, ok},
        {"due after the bank data", [](Case& k) { k.invoice->row.due = (k.d - 1).days(); }, ok, "known only through",
         "known only through", "known only through"},
        {"left", [](Case& k) { k.ann->defect = ContactDefect::Left; }, "Ann has left", "Ann has left", "Ann has left",
         ok},
        {"wrong person", [](Case& k) { k.ann->defect = ContactDefect::WrongPerson; }, "wrong person", "wrong person",
         "wrong person", ok},
        {"wrong number", [](Case& k) { k.ann->defect = ContactDefect::WrongNumber; }, "wrong number", ok, ok, ok},
        {"bounced mail", [](Case& k) { k.ann->defect = ContactDefect::Bounced; }, ok, "mail came back", ok, ok},
        {"no number", [](Case& k) { k.ann->phone.clear(); }, "has no number", ok, ok, ok},
        {"nobody named", [](Case& k) { k.nobody = true; }, ok, "is missing", ok, ok},
        {"at night", [](Case& k) { k.minute = 3 * 60; }, "outside calling hours: it is 03:00 there", ok, ok, ok},
        {"a minute before they close", [](Case& k) { k.minute = 16 * 60 + 59; }, ok, ok, ok, ok},
        {"closing time", [](Case& k) { k.minute = 17 * 60; }, "outside calling hours", ok, ok, ok},
        {"night there", [](Case& k) { k.c().zone = u"America/Los_Angeles"_s; },
         "outside calling hours: it is 02:00 there", ok, ok, ok},
        {"a country of several zones",
         [](Case& k) {
             k.c().zone.clear();
             k.c().country = u"US"_s;
             k.minute = 15 * 60; // morning in New York, night in Honolulu
         },
         "outside calling hours in one of the", ok, ok, ok},
        {"no zone known",
         [](Case& k) {
             k.c().zone.clear();
             k.minute = 3 * 60;
         },
         ok, ok, ok, ok},
        {"consumer at night",
         [](Case& k) {
             k.c().consumer = true;
             k.minute = 21 * 60;
         },
         "outside calling hours", "consumers are written to", ok, ok},
        {"consumer early",
         [](Case& k) {
             k.c().consumer = true;
             k.ann->callFrom = 6 * 60;
             k.ann->callTo = 23 * 60;
             k.minute = 7 * 60 + 59;
         },
         "outside calling hours", "consumers are written to", ok, ok},
        {"consumer in the evening",
         [](Case& k) {
             k.c().consumer = true;
             k.ann->callFrom = 6 * 60;
             k.ann->callTo = 23 * 60;
             k.minute = 20 * 60 + 59;
         },
         ok, ok, ok, ok},
        {"consumer without a zone",
         [](Case& k) {
             k.c().consumer = true;
             k.c().zone.clear();
             k.minute = 22 * 60;
         },
         "outside calling hours", "consumers are written to", ok, ok},
        {"their holiday",
         [](Case& k) {
             k.c().calendar = u"DE"_s;
             k.m.holiday(k.ago(0), u"DE"_s);
         },
         "not a business day there", ok, ok, ok},
        {"second try today", [](Case& k) { k.tries({0}); }, ok, ok, ok, ok},
        {"third try today", [](Case& k) { k.tries({0, 0}); }, "2 times today", ok, ok, ok},
        {"fifth in 7 days", [](Case& k) { k.tries({6, 4, 3, 2}); }, ok, ok, ok, ok},
        {"sixth in 7 days", [](Case& k) { k.tries({6, 4, 3, 2, 1}); }, "5 times in 7 days", ok, ok, ok},
        {"five, one of them 8 days ago", [](Case& k) { k.tries({7, 4, 3, 2, 1}); }, ok, ok, ok, ok},
        {"they asked to be called",
         [](Case& k) {
             k.promiseAll(-5);
             k.next("C", NextActionKind::CallBack, 0);
         },
         ok, "promised", "promised", "promised"},
    };
    return all;
}

} // namespace

class TestContactPermission : public QObject {
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void theListProposesNothingElse_data() { rules_data(); }
    void theListProposesNothingElse();
};

void TestContactPermission::rules_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < situations().size(); ++i)
        QTest::newRow(situations()[i].name) << int(i);
}

void TestContactPermission::rules()
{
    QFETCH(int, index);
    const Situation& s = situations()[std::size_t(index)];
    Case k;
    s.make(k);
    const BookPtr book = k.m.build();
    const Instant now = instantIn({}, k.d, k.minute);
    const Contact* ann = k.nobody ? nullptr : book->rows<Contact>().find(k.ann->id);
    const std::pair<StepChannel, const char*> expected[] = {{StepChannel::Call, s.call},
                                                            {StepChannel::Email, s.email},
                                                            {StepChannel::Letter, s.letter},
                                                            {StepChannel::Task, s.task}};
    for (const auto& [channel, reason] : expected) {
        const Outcome o = mayContact(*book, book->customerByExternalId(u"C"_s), ann, channel, now);
        const QString said = o ? QString() : o.error().message();
        const QString wanted = QString::fromLatin1(reason);
        const QByteArray where = QByteArray::number(int(channel)) + ": " + said.toUtf8();
        QVERIFY2(wanted.isEmpty() == o.has_value(), where.constData());
        QVERIFY2(said.contains(wanted), where.constData());
        if (!o) {
            QCOMPARE(o.error().code, ErrorCode::Refused);
            QVERIFY2(!o.error().field.isEmpty(), where.constData());
        }
    }
}

// What the guard forbids for the account, the view Next does not propose.
void TestContactPermission::theListProposesNothingElse()
{
    QFETCH(int, index);
    Case k;
    situations()[std::size_t(index)].make(k);
    k.now = instantIn({}, k.d, k.minute);
    k.rank();
    const Contact* ann = k.nobody ? nullptr : k.book->rows<Contact>().find(k.ann->id);
    const Outcome o = mayContact(*k.book, k.book->customerByExternalId(u"C"_s), ann, StepChannel::Call, k.now);
    if (!o && o.error().field != u"contact")
        QVERIFY2(!k.ids(k.list.next).contains(u"C"_s), qPrintable(o.error().message()));
}

QTEST_GUILESS_MAIN(TestContactPermission)
#include "tst_contactpermission.moc"
