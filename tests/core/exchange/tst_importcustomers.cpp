// Customers, contacts, promises, rates and holidays: what is new, changed, unchanged, rejected.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray counts(const StagedReport& r)
{
    const FileReport& f = r.files.back();
    return QByteArray::number(f.added) + '/' + QByteArray::number(f.changed) + '/' + QByteArray::number(f.unchanged)
           + '/' + QByteArray::number(f.rejected);
}

QByteArray firstError(const StagedReport& r)
{
    return r.errors.empty()
               ? QByteArray()
               : (QString::number(r.errors[0].row) + u':' + r.errors[0].field + u':' + say(r.errors[0].what)).toUtf8();
}

} // namespace

class TestImportCustomers : public QObject {
    Q_OBJECT
private slots:
    void fieldsAndChanges()
    {
        ImportFixture f;
        const QByteArray rows =
            "customer_id,name,tier,terms_days,credit_limit,currency,status,consumer,annual_value,renewal_date,"
            "timezone\n"
            "001,Alpha GmbH,A,30,50000.00,EUR,prepaid,no,120000,2026-01-31,Europe/Berlin\n002,Beta,B,2/10 net "
            "30,,,,yes,,,\n";
        QCOMPARE(counts(f.take(rows)), QByteArray("2/0/0/0"));
        const Customer& a = *f.customer("001");
        QCOMPARE(a.creditLimit.value(), std::int64_t(5000000));
        QCOMPARE(a.termsDays.value(), 30);
        QVERIFY(a.status == CustomerStatus::Prepaid);
        QCOMPARE(a.renewal, ImportFixture::day("2026-01-31"));
        QCOMPARE(f.customer("002")->termsText, u"2/10 net 30"_s);
        QVERIFY(!f.customer("002")->creditLimit && f.customer("002")->consumer);
        QCOMPARE(counts(*f.stageText(rows + "\n")), QByteArray("0/0/2/0"));
        const auto r = f.take("customer_id,name,tier\n001,Alpha AG,A\n002,Beta,C\n");
        QCOMPARE(counts(r), QByteArray("0/2/0/0"));
        QCOMPARE(f.customer("001")->spellings, QStringList{u"Alpha GmbH"_s});
        QCOMPARE(f.customer("001")->creditLimit.value(), std::int64_t(5000000)); // the file has no such column
        QCOMPARE(r.staged.changes.of<Customer>()[0].before->name, u"Alpha GmbH"_s);
    }
    void parentsInAnyOrder()
    {
        ImportFixture f;
        f.take("customer_id,name,parent_id,payer_id\nC,Child,P,P\nP,Parent,,\nS,Self,S,S\n");
        QCOMPARE(f.customer("C")->parent, f.customer("P")->id);
        QCOMPARE(f.customer("C")->payer, f.customer("P")->id);
        QVERIFY(!f.customer("S")->parent && !f.customer("S")->payer);
    }
    void ringsAreRejected()
    {
        ImportFixture f;
        auto r = f.stageText("customer_id,name,parent_id\nA,a,B\nB,b,C\nC,c,A\nD,d,A\n");
        QCOMPARE(counts(*r), QByteArray("0/0/0/4")); // D hangs on the ring
        QVERIFY(firstError(*r).startsWith("2:parent_id:leads back to this customer"));
        QVERIFY(say(r->errors[3].what).contains(u"whose own row is rejected"_s));
        r = f.stageText("customer_id,name,parent_id\nA,a,B\nB,b,A\nC,c,\nD,d,C\n");
        QCOMPARE(counts(*r), QByteArray("2/0/0/2"));
        r = f.stageText("customer_id,name,payer_id\nA,a,B\nB,b,A\n");
        QCOMPARE(counts(*r), QByteArray("0/0/0/2"));
        // A ring that closes over the book.
        f.take("customer_id,name,parent_id\nA,a,\nB,b,A\n");
        r = f.stageText("customer_id,name,parent_id\nA,a,B\n");
        QCOMPARE(counts(*r), QByteArray("0/0/0/1"));
        r = f.stageText("customer_id,name,parent_id\nX,x,NOBODY\n");
        QVERIFY(firstError(*r).startsWith("2:parent_id:names a customer that is neither"));
        QVERIFY(r->staged.changes.of<Customer>().empty());
    }
    void theSameCustomerTwice()
    {
        ImportFixture f;
        const auto r = f.stageText("customer_id,name,tier\nA,Alpha,A\nA,Alpha,A\nA,Alpha,B\n");
        QCOMPARE(counts(*r), QByteArray("1/0/1/1"));
        QVERIFY(firstError(*r).startsWith("4:customer_id:is given twice; row 2 says otherwise"));
    }
    void contacts()
    {
        ImportFixture f;
        f.take("customer_id,name\nA,Alpha\n");
        const QByteArray rows = "customer_id,name,role,email,phone,verified_on,billing\nA,Ann Lee,AP "
                                "clerk,ann@a.example,+1 555,2025-10-01,yes\nA,Bob,CFO,bob@a.example,,,\n";
        const auto r = f.take(rows, u"k.csv"_s);
        QCOMPARE(r.files[0].kind, FileKind::Contacts);
        QCOMPARE(counts(r), QByteArray("2/0/0/0"));
        const auto& c = f.book->rows<Contact>();
        QVERIFY(c[0].role == ContactRole::ApClerk && c[1].role == ContactRole::FinanceHead && c[0].billing);
        QCOMPARE(counts(*f.stageText(rows + "\n")), QByteArray("0/0/2/0"));
        QCOMPARE(counts(*f.stageText("customer_id,name,email,phone\nA,Ann Lee,ann@a.example,+1 556\n")),
                 QByteArray("0/1/0/0"));
        auto bad = f.stageText("customer_id,name,email\nZ,Zoe,z@z.example\nA,Eve,not a mail\nA,,x@y.example\n");
        QCOMPARE(counts(*bad), QByteArray("0/0/0/3"));
    }
    void contactHistory()
    {
        ImportFixture f;
        f.options.now = 1'763'100'000'000;
        f.take("customer_id,name,payer_id\nP,Payer,\nS,Site,P\n");
        const QByteArray head = "customer_id,name,email,phone\n";
        auto r = f.take(head + "P,Ann,ann@p.example,+1 555\nP,Bob,,+1 556\n", u"k.csv"_s);
        QVERIFY(r.staged.changes.of<ContactEvent>().empty()); // the first list needs no history
        r = f.take(head + "P,Bob,bob@p.example,+1 557\nS,Sam,sam@p.example,+1 558\n", u"k2.csv"_s);
        QStringList seen;
        for (const auto& x : r.staged.changes.of<ContactEvent>()) {
            const ContactEvent& e = x.after;
            seen += QString::number(int(e.kind)) + u' ' + e.field + u": "_s + e.before + u'>' + e.after;
            QVERIFY(e.user == u"tester" && e.day == f.options.today && e.at == f.options.now);
            QVERIFY(e.operation == r.staged.batch.operation && e.contact);
        }
        // Another address was known: filled in or brought by a new person, it is a changed one; so is a number.
        QCOMPARE(seen, QStringList({u"1 email: >bob@p.example"_s, u"1 phone: +1 556>+1 557"_s, u"0 : >Sam"_s,
                                    u"1 email: >sam@p.example"_s}));
        QCOMPARE(counts(*f.stageText(head + "P,Bob,bob@p.example,+1 557\n")), QByteArray("0/0/1/0"));
    }
    // Files name one for each site; the payer has one, its own before that of a site.
    void oneBillingContact()
    {
        ImportFixture f;
        f.take("customer_id,name,payer_id\nP,Payer,\nS,Site,P\nT,Site,P\nQ,Other,\n");
        const auto billing = [&] {
            QStringList out;
            f.book->rows<Contact>().forEach([&](std::uint32_t, const Contact& c) {
                if (c.billing)
                    out += c.name;
            });
            return out.join(u' ');
        };
        const QByteArray head = "customer_id,name,email,billing\n";
        f.take(head + "T,Tim,tim@p.example,yes\nS,Sam,sam@p.example,yes\nQ,Quin,q@q.example,yes\n", u"k1.csv"_s);
        QCOMPARE(billing(), u"Tim Quin"_s);
        const QByteArray all = head
                               + "T,Tim,tim@p.example,yes\nP,Ann,ann@p.example,yes\nP,Bob,bob@p.example,yes\n"
                                 "S,Sam,sam@p.example,yes\n";
        f.take(all, u"k2.csv"_s);
        QCOMPARE(billing(), u"Quin Ann"_s);
        QCOMPARE(counts(*f.stageText(all + "\n")), QByteArray("0/0/4/0"));
        f.take(head + "P,Bob,bob@p.example,yes\n", u"k3.csv"_s);
        QCOMPARE(billing(), u"Quin Bob"_s);
    }
    void contactsRefused()
    {
        ImportFixture f;
        f.take("customer_id,name\nA,Alpha\n");
        const auto said = [&](const QByteArray& row) {
            return firstError(*f.stageText("customer_id,name,email,calling_hours,marked\n" + row + '\n'));
        };
        QCOMPARE(said("A,Ann,\"a@a.example, b@a.example\",,"), QByteArray("2:email:is more than one address"));
        QCOMPARE(said("A,Ann,\"a@a.example\r\nBcc: b@a.example\",,"),
                 QByteArray("2:email:holds a line break or another character that cannot be seen"));
        QCOMPARE(said("A,\"Ann\r\nBcc: b@a.example\",,,"),
                 QByteArray("2:name:holds a line break or another character that cannot be seen"));
        QCOMPARE(said("A,Ann,,17-9,"), QByteArray("2:calling_hours:are not hours of a day"));
        QCOMPARE(said("A,Ann,,,sleepy"), QByteArray("2:marked:is not a mark of a contact"));
    }
    void doublesOfTheBookStayTwo()
    {
        ImportFixture f;
        f.take("customer_id,name\nA,Alpha\n");
        f.take("customer_id,name,email\nA,Ann,ann@a.example\nA,Bob,bob@a.example\n", u"k.csv"_s);
        ChangeSet typed; // two entries with one address
        Contact twin = f.book->rows<Contact>()[1], kept = twin;
        kept.email = u"ann@a.example"_s;
        typed.change(twin, kept);
        f.book = f.book->with(typed, f.book->revision() + 1);
        QCOMPARE(counts(*f.stageText("customer_id,name,email\nA,Bob,ann@a.example\nA,Ann,ann@a.example\n")),
                 QByteArray("0/0/2/0"));
        QCOMPARE(counts(*f.stageText("customer_id,name,email\nA,Ann,ann@a.example\nA,Annie,ann@a.example\n")),
                 QByteArray("0/1/1/0"));
    }
    void promises()
    {
        ImportFixture f;
        f.take("customer_id,name,payer_id\nA,Alpha,\nB,Beta,A\n", u"c.csv"_s);
        f.take("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,100.00\n2,B,2025-01-10,50.00\n", u"i.csv"_s);
        const QByteArray rows = "customer_id,made_on,promised_for,amount,invoice_no,taken_by\nA,2025-02-01,2025-02-10,"
                                "100.00,1,kim\nB,2025-02-01,2025-02-10,50.00,2,\nA,2025-02-01,2025-02-20,900.00,,\n";
        const auto r = f.take(rows, u"p.csv"_s);
        QCOMPARE(counts(r), QByteArray("3/0/0/0"));
        const auto& p = f.book->rows<Promise>();
        QCOMPARE(p[1].customer, f.customer("A")->id); // the payer promises
        QVERIFY(p[0].imported && p[0].enteredOn == f.options.today && p[2].lines.empty());
        QCOMPARE(counts(*f.stageText(rows + "\n")), QByteArray("0/0/3/0"));
        const auto bad =
            f.stageText("customer_id,made_on,promised_for,amount,invoice_no\nZ,2025-02-01,2025-02-10,1,\nA,2025-02-10,"
                        "2025-02-01,1,\nA,2025-02-01,2025-02-10,100.01,1\n"
                        "A,2025-02-01,2025-02-10,0,\nA,2025-02-01,2025-02-10,5,9\nA,2025-01-01,2025-02-10,5,1\n");
        QCOMPARE(counts(*bad), QByteArray("0/0/0/6"));
        QVERIFY2(say(bad->errors[2].what).contains(u"100.00 USD"_s), qPrintable(bad->errors[2].message()));
    }
    void ratesAndHolidays()
    {
        ImportFixture f;
        const auto r =
            f.take("currency,valid_from,rate\nEUR,2025-01-01,1.083\nJPY,2025-01-01,0.0065\nEUR,2025-02-01,1.1\n");
        QCOMPARE(counts(r), QByteArray("3/0/0/0"));
        QCOMPARE(f.book->rows<Rate>()[0].rate.toString(), u"1.083"_s);
        QCOMPARE(counts(*f.stageText("currency,valid_from,rate\nEUR,2025-01-01,1.0830\nEUR,2025-02-01,1.2\n")),
                 QByteArray("0/1/1/0"));
        QCOMPARE(
            counts(*f.stageText(
                "currency,valid_from,rate\nUSD,2025-01-01,1\nEUR,2025-03-01,0\nXQX,2025-01-01,1\nEUR,2025-04-01,-1\n")),
            QByteArray("0/0/0/4"));
        QCOMPARE(counts(*f.stageText("currency,valid_from,rate\nEUR,2025-05-01,\"1,08\"\nSEK,2025-05-01,\"0,0951\"\n")),
                 QByteArray("2/0/0/0"));
        const auto h = f.take("date,calendar,name\n2025-12-25,,Christmas\n2025-12-26,DE,Boxing Day\n", u"h.csv"_s);
        QCOMPARE(h.files[0].kind, FileKind::Holidays);
        QVERIFY(!f.book->calendar().isBusinessDay(ImportFixture::day("2025-12-25")));
        QVERIFY(f.book->calendar().isBusinessDay(ImportFixture::day("2025-12-26")));
        QCOMPARE(counts(*f.stageText("date,calendar,name\n2025-12-25,,Christmas\n2025-12-27,,x\n")),
                 QByteArray("1/0/1/0"));
    }
};

QTEST_APPLESS_MAIN(TestImportCustomers)
#include "tst_importcustomers.moc"
