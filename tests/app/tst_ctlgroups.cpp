// Payers and the sites they pay for, by the command line: whose lines a list shows, whose currency a promise takes, and
// whom a mail goes to.
#include "core/command/command.h"
#include "core/store/bookstore.h"
#include "tests/app/ctldesk.h"

using namespace duedesk::ctltest;
using namespace Qt::StringLiterals;

class TestCtlGroups : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aCustomerMeansItsPayersGroup_data();
    void aCustomerMeansItsPayersGroup();
    void figuresOfOnePayer();
    void aPromiseTakesThePayersCurrency_data();
    void aPromiseTakesThePayersCurrency();
    void aContactNamedByItsAddressIsMailed();

private:
    Ran now(const QStringList& words, const QString& user = u"ana"_s) const
    {
        return m_desk.run(QStringList{u"--book"_s, m_book, u"--now"_s, u"2025-11-28T10:00:00Z"_s, u"--user"_s, user,
                                      u"--format"_s, u"csv"_s}
                          + words);
    }
    CtlDesk m_desk;
    QString m_book;
};

// HQ pays for NORTH and SOUTH; ELSE pays for itself. Each owes one invoice, and each has promised and contested.
void TestCtlGroups::initTestCase()
{
    m_book = m_desk.newBook();
    m_desk.write(u"c.csv"_s, "customer_id,name,payer_id,terms_days\nHQ,Head Office,,30\nNORTH,North Plant,HQ,30\n"
                             "SOUTH,South Plant,HQ,30\nELSE,Somebody Else,,30\n");
    m_desk.write(u"i.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                             "H1,HQ,2025-09-01,2025-10-01,USD,100.00\nN1,NORTH,2025-09-01,2025-10-01,USD,200.00\n"
                             "S1,SOUTH,2025-09-01,2025-10-01,USD,300.00\nE1,ELSE,2025-09-01,2025-10-01,USD,400.00\n"
                             "N2,NORTH,2025-09-01,2025-10-01,USD,500.00\n");
    m_desk.write(u"p.csv"_s, "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\n"
                             "P1,NORTH,2025-11-10,USD,440.00,N2,440.00\nP2,ELSE,2025-11-10,USD,1.00,,\n");
    for (const QStringList& words :
         {QStringList{u"import"_s, u"c.csv"_s, u"i.csv"_s, u"p.csv"_s, u"--cash-through"_s, u"2025-11-27"_s},
          {u"log"_s, u"NORTH"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"200.00:2025-12-05"_s},
          {u"log"_s, u"ELSE"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"100.00:2025-12-05"_s},
          {u"log"_s, u"SOUTH"_s, u"--outcome"_s, u"3"_s, u"--dispute"_s, u"price:S1:30.00"_s},
          {u"log"_s, u"ELSE"_s, u"--outcome"_s, u"3"_s, u"--dispute"_s, u"price:E1:30.00"_s}}) {
        const Ran r = now(words);
        QVERIFY2(r.code == 0, qPrintable(r.err));
    }
}

void TestCtlGroups::aCustomerMeansItsPayersGroup_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("ofHq");
    QTest::addColumn<int>("ofElse");
    QTest::newRow("items") << u"items"_s << 4 << 1;
    QTest::newRow("predict") << u"predict"_s << 4 << 1;
    QTest::newRow("promises") << u"promises"_s << 1 << 1;
    QTest::newRow("disputes") << u"disputes"_s << 1 << 1;
    QTest::newRow("disputes --deductions") << u"disputes --deductions"_s << 1 << 0;
    QTest::newRow("disputes --write-offs") << u"disputes --write-offs"_s << 0 << 0;
    QTest::newRow("plans") << u"plans"_s << 0 << 0;
    QTest::newRow("exceptions") << u"exceptions"_s << 0 << 0;
}

void TestCtlGroups::aCustomerMeansItsPayersGroup()
{
    QFETCH(QString, list);
    QFETCH(int, ofHq);
    QFETCH(int, ofElse);
    const auto rows = [&](const char* customer) {
        const Ran r = now(list.split(u' ') + QStringList{u"--customer"_s, QString::fromLatin1(customer)});
        if (r.code != 0)
            qWarning("%s", qPrintable(r.err));
        return int(r.rows().size()) - 1;
    };
    for (const char* site : {"HQ", "NORTH", "SOUTH"})
        QCOMPARE(rows(site), ofHq);
    QCOMPARE(rows("ELSE"), ofElse);
}

void TestCtlGroups::figuresOfOnePayer()
{
    const Ran kept = now({u"promises"_s, u"--kpi"_s, u"--customer"_s, u"SOUTH"_s});
    QCOMPARE(kept.code, 0);
    QVERIFY2(!kept.out.contains(u"\nbook,"_s) && !kept.out.contains(u"Somebody"_s), qPrintable(kept.out));
    const Ran disputes = now({u"disputes"_s, u"--kpi"_s, u"--customer"_s, u"SOUTH"_s});
    QCOMPARE(disputes.code, 1); // figures of the book that look like the customer's would be worse
    QVERIFY2(disputes.err.contains(u"whole book"_s), qPrintable(disputes.err));
}

void TestCtlGroups::aPromiseTakesThePayersCurrency_data()
{
    QTest::addColumn<QByteArray>("customers");
    QTest::addColumn<QByteArray>("invoices");
    QTest::addColumn<QString>("currency");
    const QByteArray head = "customer_id,name,payer_id,currency\n", pays = "HQ,Head Office,,EUR\nSITE,Site,HQ,SEK\n",
                     none = "HQ,Head Office,,\nSITE,Site,HQ,\n";
    const QByteArray own = "A1,HQ,2025-09-10,2025-10-10,EUR,1000.00\n",
                     site = "B1,SITE,2025-09-01,2025-10-01,SEK,1000.00\n",
                     young = "B2,SITE,2025-10-01,2025-10-31,USD,1000.00\n";
    QTest::newRow("the payer's own") << head + pays << own + site << u"EUR"_s;
    QTest::newRow("the payer's own, whatever comes last") << head + pays << site + own + young << u"EUR"_s;
    QTest::newRow("owed only in another") << head + pays << site << u"SEK"_s;
    QTest::newRow("none set: the oldest item's") << head + none << young + own + site << u"SEK"_s;
}

void TestCtlGroups::aPromiseTakesThePayersCurrency()
{
    QFETCH(QByteArray, customers);
    QFETCH(QByteArray, invoices);
    QFETCH(QString, currency);
    const QString book = m_desk.newBook();
    m_desk.write(u"pc.csv"_s, customers);
    m_desk.write(u"pi.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n" + invoices);
    const QStringList at{u"--book"_s, book, u"--now"_s, u"2025-11-28T10:00:00Z"_s, u"--format"_s, u"csv"_s};
    QCOMPARE(m_desk.run(at + QStringList{u"import"_s, u"pc.csv"_s, u"pi.csv"_s}).code, 0);
    const Ran logged = m_desk.run(
        at + QStringList{u"log"_s, u"SITE"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"100.00:2025-12-05"_s});
    QVERIFY2(logged.code == 0, qPrintable(logged.err));
    QCOMPARE(m_desk.run(at + QStringList{u"promises"_s}).cell(0, u"currency"_s), currency);
}

void TestCtlGroups::aContactNamedByItsAddressIsMailed()
{
    using namespace duedesk;
    const QString book = m_desk.newBook();
    m_desk.write(u"ac.csv"_s, "customer_id,name,terms_days\nC1,Orion Clinics,30\n");
    m_desk.write(u"ak.csv"_s, "customer_id,name,role,email,verified_on,billing\n"
                              "C1,ap@orion.example,AP clerk,ap@orion.example,2025-11-01,yes\n");
    m_desk.write(u"ai.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                              "0002,C1,2025-10-20,2025-11-19,USD,500.00\n");
    const QStringList at{u"--book"_s, book, u"--now"_s, u"2025-11-28T10:00:00Z"_s, u"--format"_s, u"csv"_s};
    const Ran imported = m_desk.run(
        at + QStringList{u"import"_s, u"ac.csv"_s, u"ak.csv"_s, u"ai.csv"_s, u"--cash-through"_s, u"2025-11-27"_s});
    QVERIFY2(imported.code == 0, qPrintable(imported.err));
    {
        const Instant then = *parseInstant(u"2025-11-28T09:00:00Z"_s);
        auto store = BookStore::open(book, BookStore::Mode::ReadWrite, {u"ana"_s, then});
        QVERIFY(store);
        const auto loaded = (*store)->load();
        QVERIFY(loaded);
        const auto ids = (*store)->ids();
        SetMailAccount set;
        set.account.fromAddress = u"ana@acme.example"_s;
        set.account.folder = m_desk.path(u"."_s);
        const auto changes = decide(
            **loaded, set,
            {u"ana"_s, then, (*loaded)->dayOf(then), ids.get(), OperationId(ids->next(duedesk::Table::Operation))});
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message()));
        QVERIFY((*store)->apply(*changes, (*loaded)->revision(), {u"ana"_s, then}));
    }
    const Ran r = m_desk.run(at + QStringList{u"remind"_s, u"--eml"_s, u"mails"_s});
    QVERIFY2(r.code == 0 && r.err.isEmpty(), qPrintable(r.err));
    const QByteArray mail = m_desk.contentOf(u"mails/C1-3.eml"_s);
    QVERIFY2(mail.contains("To: ap@orion.example\r\n"), mail.constData()); // the address alone
}

QTEST_GUILESS_MAIN(TestCtlGroups)
#include "tst_ctlgroups.moc"
