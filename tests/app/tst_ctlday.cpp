// The collector's day by the command line: people, outcomes, promises, disputes, the morning, letters; every list in every
// form. The book is worked out by hand.
#include "core/command/command.h"
#include "core/store/bookstore.h"
#include "tests/app/ctldesk.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace duedesk::ctltest;
using namespace Qt::StringLiterals;

class TestCtlDay : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyListInEveryForm_data();
    void everyListInEveryForm();
    void listsRefuseWhatTheyDoNotKnow_data();
    void listsRefuseWhatTheyDoNotKnow();
    void promisesKeptByTheMoney();
    void promisesOfAPastDay();
    void disputesAndTheirFigures();
    void theMorning();
    void whoIsReached();
    void whomOneSpokeWith();
    void aNoteSaysSomething();
    void whatIsDueToBeReminded();
    void remindersAsFiles();
    void statements();
    void listsOnPaper();

private:
    Ran at(const QString& instant, const QStringList& words) const
    {
        return m_desk.run(
            QStringList{u"--book"_s, m_book, u"--now"_s, instant, u"--user"_s, u"ana"_s, u"--format"_s, u"csv"_s}
            + words);
    }
    Ran now(const QStringList& words) const { return at(u"2025-11-28T10:00:00Z"_s, words); }
    // A book with one customer and its people, for what writes.
    QString bookOfPeople();

    CtlDesk m_desk;
    QString m_book; // at two weeks after the talks; no test changes it
};

// On 14 November: 0001 of 1,000.00 is part paid with 400.00; C1 promises 350.00 for the 20th and contests 250.00 of it; C2
// does not answer. On the 21st P2 brings the 350.00; on the 20th P3 brings 30.00 of the 80.00 of C2.
void TestCtlDay::initTestCase()
{
    m_book = m_desk.newBook();
    m_desk.write(u"c.csv"_s, "customer_id,name,terms_days,owner\nC1,Orion Clinics,30,ana\nC2,Vega Foods,30,ben\n");
    m_desk.write(u"k.csv"_s, "customer_id,name,role,email,phone,timezone,verified_on,billing\n"
                             "C1,Ann Lee,AP clerk,ann@orion.example,+1 555,Europe/Berlin,2025-11-01,yes\n"
                             "C1,Bo Lind,AP lead,bo@orion.example,+1 556,Europe/Berlin,2025-11-01,no\n");
    m_desk.write(u"i.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                             "0001,C1,2025-09-01,2025-10-01,USD,1000.00\n0002,C1,2025-10-20,2025-11-19,USD,500.00\n"
                             "0003,C2,2025-09-01,2025-10-01,USD,80.00\n");
    const QByteArray head = "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\n";
    m_desk.write(u"p.csv"_s, head + "P1,C1,2025-10-10,USD,400.00,0001,400.00\n");
    m_desk.write(u"p2.csv"_s, head
                                  + "P2,C1,2025-11-21,USD,350.00,0001,350.00\n"
                                    "P3,C2,2025-11-20,USD,30.00,0003,30.00\n");
    const QString then = u"2025-11-14T10:00:00Z"_s;
    for (const QStringList& words :
         {QStringList{u"import"_s, u"c.csv"_s, u"k.csv"_s, u"i.csv"_s, u"p.csv"_s, u"--cash-through"_s,
                      u"2025-11-13"_s},
          {u"log"_s, u"C1"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"350.00:2025-11-20"_s, u"--contact"_s,
           u"ann lee"_s, u"--note"_s, u"after the run"_s},
          {u"log"_s, u"C1"_s, u"--outcome"_s, u"3"_s, u"--dispute"_s, u"price:0001:250.00"_s},
          {u"log"_s, u"C2"_s, u"--outcome"_s, u"4"_s}}) {
        const Ran r = at(then, words);
        QVERIFY2(r.code == 0, qPrintable(r.err));
    }
    QCOMPARE(now({u"import"_s, u"p2.csv"_s, u"--cash-through"_s, u"2025-11-27"_s}).code, 0);
}

void TestCtlDay::everyListInEveryForm_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("header");
    const auto row = [](const char* words, const char* header) {
        QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(header);
    };
    row("imports", "id,at,file,rows,state");
    row("aging --by customer", "key,name,current,d1_30,d31_60,d61_90,d90_plus,total,unapplied");
    row("items --filter owner:me",
        "customer,number,kind,date,due,currency,amount,open,open_base,days_past_due,bucket,promised,disputed");
    row("kpi --by owner --days 30",
        "key,ar,past_due,sales,dso,dso_rolling12,dso_countback,bpdso,add,cei,pct_current,pct_90_plus,days_to_pay,"
        "days_late");
    row("trend --months 3",
        "month,key,ar,past_due,sales,dso,dso_rolling12,dso_countback,bpdso,add,cei,pct_current,pct_90_plus,"
        "days_to_pay,days_late");
    row("calls --all --owner me",
        "rank,lane,customer,name,tbc,risk,at_risk,age_factor,promise_factor,limit_factor,relationship_factor,weight,"
        "oldest_days,contact,phone,local_time,next_step,reason");
    row("predict --customer C1", "customer,number,due,expected,p_late,p_late30,p_unpaid_30d,evidence");
    row("timeline C1", "at,kind,who,contact,outcome,amount,note");
    row("backtest --split 0.5", "model,n_train,n_test,mae_days,auc_late,auc_late30,brier,coverage_p10_p90");
    row("contacts", "customer,name,role,email,phone,verified,defect,past_due");
    row("contacts --full", "customer_id,name,role,email,phone,mobile,timezone,language,preferred_channel,calling_hours,"
                           "address,billing,verified_on,verified_by,verified_how,marked,note");
    row("promises", "id,customer,name,currency,amount,made_on,promised_for,deadline,state,target,counted,level,"
                    "taken_by,remark");
    row("promises --kpi", "by,key,name,kept,partly_kept,broken,kept_count_pct,kept_money_pct,judged");
    row("plans", "id,customer,name,currency,total,plan_state,to_come,made_on,taken_by,approved_by,instalment,due,"
                 "deadline,amount,state,asked,counted");
    row("disputes", "id,case,customer,name,number,currency,amount,open,open_base,kind,reason,state,opened,age_days,"
                    "target,overdue,owner,department,responsible,root_cause,resolution,resolved");
    row("disputes --kpi", "by,key,unresolved,open_base,overdue,overdue_base,resolved,median_days,past_due_pct,"
                          "reopened_pct");
    row("disputes --deductions",
        "customer,name,number,currency,amount,residue,residue_base,share_pct,paid_on,reason,why");
    row("disputes --write-offs",
        "customer,name,number,currency,amount,residue,residue_base,share_pct,paid_on,reason,why");
    row("exceptions", "id,day,customer,name,number,kind,granted_by,reason,cost_days,until");
    row("remind", "customer,name,strategy,step,channel,what,due,from,days,rest,items,contact,email,why");
    row("morning --since 2025-11-20", "part,customer,name,amount,currency,day,what");
    row("activity-rates",
        "owner,attempts,connects,right_party,connect_rate,right_party_rate,past_due,covered,coverage");
    row("late-reasons", "reason,items,past_due,dso_days");
    row("accounts", "customer,name,tier,region,owner,lane,open,past_due,tbc,at_risk,oldest_days,dso_days,limit_left,"
                    "industry,country,status");
    row("decisions", "decision,accounts,amount,of,filter");
    row("account C1", "figure,value,unit");
    row("account C1 --months 3", "month,billed,paid");
    row("audit", "seq,at,actor,action,object,operation,hash");
    row("audit head", "seq,at,hash");
}

void TestCtlDay::everyListInEveryForm()
{
    QFETCH(QString, words);
    QFETCH(QString, header);
    const QStringList command = words.split(u' ');
    const Ran csv = now(command);
    QVERIFY2(csv.code == 0 && csv.err.isEmpty(), qPrintable(csv.err));
    QCOMPARE(csv.header(), header);
    QVERIFY(!csv.out.contains(u'\r'));
    const QString format = u"--format"_s;
    const Ran json = now(command + QStringList{format, u"json"_s});
    const QJsonDocument document = QJsonDocument::fromJson(json.out.toUtf8());
    QVERIFY(document.isArray());
    QCOMPARE(document.array().size(), csv.out.count(u'\n') - 1); // no cell of this book has a line of its own
    for (const QJsonValue& v : document.array()) {
        const QJsonObject row = v.toObject();
        QCOMPARE(row.size(), header.count(u',') + 1);
        for (const QString& key : header.split(u','))
            QVERIFY2(row[key].isString() || row[key].isNull(), qPrintable(key));
    }
    const Ran table = now(command + QStringList{format, u"table"_s});
    QCOMPARE(table.out.count(u'\n'), csv.out.count(u'\n'));
    QCOMPARE(table.header().split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts), header.split(u','));
    if (command.first() == u"audit" && command.size() > 1)
        return; // its parts are no lists for export
    const QStringList exported = QStringList{u"export"_s} + command + QStringList{u"--to"_s, u"list.csv"_s};
    QCOMPARE(now(exported).out, u"%1 rows in list.csv\n"_s.arg(document.array().size()));
    QVERIFY(m_desk.contentOf(u"list.csv"_s).startsWith(header.toUtf8()));
    const Ran paper = now(QStringList{u"export"_s} + command + QStringList{u"--to"_s, u"list.pdf"_s});
    QVERIFY2(paper.code == 0 && paper.err.isEmpty(), qPrintable(paper.err));
    QVERIFY(m_desk.contentOf(u"list.pdf"_s).startsWith("%PDF-"));
}

void TestCtlDay::listsRefuseWhatTheyDoNotKnow_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* words, int code, const char* says) {
        QTest::newRow(words) << QString::fromLatin1(words) << code << QString::fromLatin1(says);
    };
    row("promises --state moon", 1, "--state: ");
    row("promises --days 0", 1, "--days: ");
    row("promises --customer nobody", 2, "CUSTOMER: ");
    row("plans --customer nobody", 2, "CUSTOMER: ");
    row("disputes --customer nobody", 2, "CUSTOMER: ");
    row("exceptions --customer nobody", 2, "CUSTOMER: ");
    row("items --customer nobody", 2, "CUSTOMER: ");
    row("predict --customer nobody", 2, "CUSTOMER: ");
    row("timeline nobody", 2, "CUSTOMER: ");
    row("timeline", 1, "an argument is missing");
    row("timeline C1 C2", 1, "too many arguments");
    row("account", 1, "an argument is missing");
    row("account nobody", 2, "CUSTOMER");
    row("account C1 --months 0", 1, "--months: ");
    row("calls --lane moon", 1, "--lane: ");
    row("calls 5", 1, "too many arguments");
    row("aging --basis moon", 1, "--basis: ");
    row("aging --by moon", 1, "--by: ");
    row("items --filter moon:full", 1, "--filter: ");
    row("items --filter due:2026-02-31", 1, "--filter: due: \"2026-02-31\" is not a day");
    row("items --filter due:02/30/2026", 1, "is not a day");
    row("items --filter disputed:perhaps", 1, "use one of yes, no");
    row("backtest --split 1", 1, "--split: ");
    row("backtest --split NaN", 1, "--split: ");
    row("backtest --split inf", 1, "--split: ");
    row("trend --months x", 1, "--months: ");
    row("morning --since today", 1, "--since: ");
    row("activity-rates --days -1", 1, "--days: ");
    row("contacts --full --defects", 1, "--full: ");
    row("remind --strategy moon", 2, "--strategy: ");
    row("remind --eml mails", 4, "--eml: "); // this book has no sender yet
    row("verify now", 1, "too many arguments");
    row("audit moon", 1, "moon: ");
    row("imports moon", 1, "imports takes");
    row("statement C1", 1, "--pdf FILE or --html FILE");
    row("statement nobody --html s.html", 2, "CUSTOMER: ");
    row("export explain C1 --to x.csv", 1, "export takes a list");
}

void TestCtlDay::listsRefuseWhatTheyDoNotKnow()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QString, says);
    const Ran r = now(words.split(u' '));
    QCOMPARE(r.code, code);
    QVERIFY2(r.err.startsWith(u"error: ") && r.err.contains(says), qPrintable(r.err));
    QVERIFY2(r.err.contains(u"; "), qPrintable(r.err)); // what to do next
    QCOMPARE(r.err.count(u'\n'), 1);
    QVERIFY(r.out.isEmpty());
}

void TestCtlDay::promisesKeptByTheMoney()
{
    // Promised for Thu 20 November: three business days of grace end on Tue 25.
    QCOMPARE(now({u"promises"_s}).out.section(u'\n', 1),
             u"1,C1,Orion Clinics,USD,350.00,2025-11-14,2025-11-20,2025-11-25,kept,350.00,350.00,0,ana,\n"_s);
    QCOMPARE(now({u"promises"_s, u"--state"_s, u"kept"_s}).rows().size(), 2);
    for (const QString& state : {u"broken"_s, u"kept_elsewhere"_s, u"partly kept"_s})
        QCOMPARE(now({u"promises"_s, u"--state"_s, state}).rows().size(), 1);
    QCOMPARE(now({u"promises"_s, u"--customer"_s, u"C2"_s}).rows().size(), 1);
    const Ran kpi = now({u"promises"_s, u"--kpi"_s});
    QCOMPARE(kpi.rows().size(), 4);
    QCOMPARE(kpi.rows()[2].join(u','), u"clerk,ana,ana,1,0,0,100.0000,100.0000,350.00"_s);
    QCOMPARE(kpi.rows()[3].join(u','), u"payer,C1,Orion Clinics,1,0,0,100.0000,100.0000,350.00"_s);
    // The promise was made fifteen days before, both ends counted.
    QCOMPARE(now({u"promises"_s, u"--kpi"_s, u"--days"_s, u"2"_s}).cell(0, u"kept"_s), u"0"_s);
}

void TestCtlDay::promisesOfAPastDay()
{
    const QString asOf = u"--as-of"_s;
    QCOMPARE(now({asOf, u"2025-11-13"_s, u"promises"_s}).rows().size(), 1);
    const Ran then = now({asOf, u"2025-11-14"_s, u"promises"_s});
    QCOMPARE(then.cell(0, u"state"_s), u"open"_s);
    QCOMPARE(then.cell(0, u"counted"_s), u"0.00"_s);
    QCOMPARE(now({asOf, u"2025-11-14"_s, u"items"_s}).cell(0, u"promised"_s), u"350.00"_s);
    QCOMPARE(now({u"items"_s}).cell(0, u"promised"_s), u"0.00"_s);
}

void TestCtlDay::disputesAndTheirFigures()
{
    const Ran list = now({u"disputes"_s});
    QCOMPARE(list.rows().size(), 2);
    const std::pair<QString, QString> cells[] = {
        {u"number"_s, u"0001"_s}, {u"amount"_s, u"250.00"_s},     {u"kind"_s, u"price"_s},   {u"state"_s, u"open"_s},
        {u"age_days"_s, u"14"_s}, {u"target"_s, u"2025-11-28"_s}, {u"overdue"_s, QString()}, {u"owner"_s, u"ana"_s}};
    for (const auto& [column, text] : cells)
        QCOMPARE(list.cell(0, column), text);
    QCOMPARE(now({u"--as-of"_s, u"2025-11-29"_s, u"disputes"_s}).cell(0, u"overdue"_s), u"yes"_s);
    QCOMPARE(now({u"--as-of"_s, u"2025-11-13"_s, u"disputes"_s}).rows().size(), 1);
    // 250.00 of the 800.00 past due: 250 of 0001, 500 of 0002, 50 of 0003.
    const Ran kpi = now({u"disputes"_s, u"--kpi"_s});
    QCOMPARE(kpi.rows()[1].join(u','), u"book,,1,250.00,0,0.00,0,,31.2500,"_s);
    QCOMPARE(kpi.rows()[2].join(u','), u"reason,price,1,250.00,,,,,,"_s);
    const Ran items = now({u"items"_s, u"--customer"_s, u"C1"_s});
    QCOMPARE(items.cell(0, u"disputed"_s), u"250.00"_s);
}

void TestCtlDay::theMorning()
{
    const QString paid1 = u"paid,C1,Orion Clinics,350.00,USD,2025-11-21,P2 for 0001\n"_s;
    const QString paid2 = u"paid,C2,Vega Foods,30.00,USD,2025-11-20,P3 for 0003\n"_s;
    const QString kept = u"kept,C1,Orion Clinics,350.00,USD,2025-11-20,promised for 20 Nov\n"_s;
    const QStringList since{u"morning"_s, u"--since"_s, u"2025-11-20"_s};
    QCOMPARE(now(since).out.section(u'\n', 1), QString(paid1 + paid2 + kept));
    QCOMPARE(now(since + QStringList{u"--owner"_s, u"me"_s}).out.section(u'\n', 1), QString(paid1 + kept));
    QCOMPARE(now(since + QStringList{u"--owner"_s, u"ben"_s}).out.section(u'\n', 1), paid2);
    QCOMPARE(now({u"morning"_s}).rows().size(), 1); // nothing since yesterday
}

void TestCtlDay::whoIsReached()
{
    // On the day of the talks: Ann is the right party of C1, whose 600.00 were past due, and C2 did not answer.
    const Ran rates = now({u"--as-of"_s, u"2025-11-14"_s, u"activity-rates"_s});
    QCOMPARE(rates.rows()[1].join(u','), u"ana,2,2,1,1.0000,0.5000,600.00,600.00,1.0000"_s);
    QCOMPARE(rates.rows()[2].join(u','), u"ben,1,0,0,0.0000,0.0000,80.00,0.00,0.0000"_s);
    QCOMPARE(rates.rows()[3].join(u','), u"(all),3,2,1,0.6667,0.3333,680.00,600.00,0.8824"_s);
    QCOMPARE(now({u"late-reasons"_s}).rows()[1].mid(0, 3).join(u','), u"not coded,3,800.00"_s);
}

QString TestCtlDay::bookOfPeople()
{
    const QString book = m_desk.newBook();
    m_desk.write(u"two.csv"_s, "customer_id,name,role,email,phone\n"
                               "C1,Ann Lee,AP clerk,ann@orion.example,+1 555\nC1,Bo Lind,AP lead,bo@orion.example,\n"
                               "C2,Cleo Day,AP clerk,cleo@vega.example,+1 557\n");
    const Ran r = m_desk.run({u"--book"_s, book, u"import"_s, u"c.csv"_s, u"i.csv"_s, u"two.csv"_s});
    if (r.code != 0)
        qFatal("%s", qPrintable(r.err));
    return book;
}

void TestCtlDay::whomOneSpokeWith()
{
    const QStringList talk{u"--book"_s,    bookOfPeople(), u"--now"_s,    u"2025-11-14T10:00:00Z"_s, u"log"_s, u"C1"_s,
                           u"--outcome"_s, u"4"_s,         u"--contact"_s};
    for (const QString& who : {u"ann lee"_s, u"BO@orion.example"_s}) {
        const Ran r = m_desk.run(talk + QStringList{who});
        QVERIFY2(r.code == 0, qPrintable(r.err));
    }
    const Ran stranger = m_desk.run(talk + QStringList{u"Cleo Day"_s}); // somebody of another customer
    QCOMPARE(stranger.code, 2);
    QVERIFY2(stranger.err.contains(u"--contact: is nobody known at this customer (“Cleo Day”)"),
             qPrintable(stranger.err));
    const QString told = m_desk.run({u"--book"_s, talk[1], u"timeline"_s, u"C1"_s}).out;
    QVERIFY2(told.contains(u"Ann Lee,voicemail") && told.contains(u"Bo Lind,voicemail") && !told.contains(u"Cleo"),
             qPrintable(told));
}

void TestCtlDay::aNoteSaysSomething()
{
    const QStringList log{u"--book"_s, bookOfPeople(), u"--user"_s, u"ben"_s, u"log"_s, u"C1"_s};
    const Ran empty = m_desk.run(log);
    QCOMPARE(empty.code, 1);
    QVERIFY(empty.err.contains(u"--note TEXT"));
    QCOMPARE(m_desk.run(log + QStringList{u"--note"_s, u"Sent the copy."_s}).code, 0);
    const Ran told = m_desk.run({u"--book"_s, log[1], u"timeline"_s, u"C1"_s});
    QCOMPARE(told.cell(0, u"kind"_s), u"note"_s);
    QCOMPARE(told.cell(0, u"who"_s), u"ben"_s);
    QCOMPARE(told.cell(0, u"note"_s), u"Sent the copy."_s);
}

void TestCtlDay::whatIsDueToBeReminded()
{
    // 0002 was due on the 19th, the first reminder comes three days later; the rest of 0001 is contested. C2 has nobody.
    QCOMPARE(now({u"remind"_s}).out.section(u'\n', 1),
             u"C1,Orion Clinics,Built in,3,e-mail,reminder to AP clerk,yes,2025-11-22,9,500.00 USD,1,Ann Lee,"
             "ann@orion.example,9 days past due\n"_s);
    const Ran all = now({u"remind"_s, u"--all"_s});
    QCOMPARE(all.rows().size(), 3);
    QCOMPARE(all.cell(1, u"due"_s), u"no"_s);
    QVERIFY(all.cell(1, u"why"_s).contains(u"find a person"));
    QCOMPARE(now({u"--as-of"_s, u"2025-11-21"_s, u"remind"_s}).rows().size(), 1);
    QCOMPARE(now({u"remind"_s, u"--eml"_s, u"mails"_s, u"--dry-run"_s}).code, 0);
    QVERIFY(!QFile::exists(m_desk.path(u"mails"_s)));
}

// A sender is set in the window; here the same command is written to a copy of the book.
void TestCtlDay::remindersAsFiles()
{
    using namespace duedesk;
    const QString book = m_desk.path(u"sender.duedesk"_s), copy = m_desk.path(u"sender.bak"_s);
    QCOMPARE(now({u"backup"_s, copy}).code, 0);
    QCOMPARE(m_desk.run({u"restore"_s, copy, u"--to"_s, book}).code, 0);
    {
        const Instant at = *parseInstant(u"2025-11-28T09:00:00Z"_s);
        auto store = BookStore::open(book, BookStore::Mode::ReadWrite, {u"ana"_s, at});
        QVERIFY(store);
        const auto loaded = (*store)->load();
        QVERIFY(loaded);
        const auto ids = (*store)->ids();
        SetMailAccount set;
        set.account.fromAddress = u"ana@acme.example"_s;
        set.account.fromName = u"Ana Acme"_s;
        set.account.folder = m_desk.path(u"."_s);
        const auto changes =
            decide(**loaded, set,
                   {u"ana"_s, at, (*loaded)->dayOf(at), ids.get(), OperationId(ids->next(duedesk::Table::Operation))});
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message()));
        QVERIFY((*store)->apply(*changes, (*loaded)->revision(), {u"ana"_s, at}));
    }
    const QStringList remind{u"--book"_s, book,       u"--now"_s, u"2025-11-28T10:00:00Z"_s, u"--format"_s, u"csv"_s,
                             u"remind"_s, u"--eml"_s, u"mails"_s};
    const QString before = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out;
    const Ran r = m_desk.run(remind);
    QVERIFY2(r.code == 0 && r.err.isEmpty(), qPrintable(r.err));
    QCOMPARE(QDir(m_desk.path(u"mails"_s)).entryList(QDir::Files), QStringList{u"C1-3.eml"_s});
    const QByteArray mail = m_desk.contentOf(u"mails/C1-3.eml"_s);
    for (const char* part :
         {"From: Ana Acme <ana@acme.example>\r\n", "To: Ann Lee <ann@orion.example>\r\n", "0002", "500.00"})
        QVERIFY2(mail.contains(part), mail.constData());
    QVERIFY(!mail.contains("0001")); // contested, not asked for
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, before); // nothing was taken as sent
    m_desk.write(u"taken"_s, "a file");
    const Ran refused = m_desk.run(remind.mid(0, 8) + QStringList{u"taken"_s});
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains(u"taken"), qPrintable(refused.err));
}

void TestCtlDay::statements()
{
    const Ran r = now({u"statement"_s, u"C1"_s, u"--html"_s, u"s.html"_s});
    QCOMPARE(r.out, u"Statement of Orion Clinics as of 2025-11-28, 2 items: s.html\n"_s);
    const QByteArray html = m_desk.contentOf(u"s.html"_s);
    for (const char* part : {"0001", "0002", "750.00", "250.00", "Payments received through 27 Nov 2025"})
        QVERIFY2(html.contains(part), part);
    QVERIFY(!html.contains("0003"));
    const Ran past = now({u"--as-of"_s, u"2025-11-15"_s, u"statement"_s, u"C1"_s, u"--html"_s, u"past.html"_s});
    QCOMPARE(past.code, 0);
    QVERIFY(m_desk.contentOf(u"past.html"_s).contains("Payments received through 15 Nov 2025"));
    QCOMPARE(now({u"--quiet"_s, u"statement"_s, u"C1"_s, u"--pdf"_s, u"s.pdf"_s}).out, QString());
    QVERIFY(m_desk.contentOf(u"s.pdf"_s).startsWith("%PDF-"));
    const Ran gone = now({u"statement"_s, u"C1"_s, u"--pdf"_s, u"no/such.pdf"_s});
    QCOMPARE(gone.code, 3);
    QVERIFY2(gone.err.startsWith(u"error: no/such.pdf: "), qPrintable(gone.err));
    QCOMPARE(now({u"statement"_s, u"C1"_s, u"--pdf"_s, u"a.pdf"_s, u"--html"_s, u"a.html"_s}).code, 1);
    QVERIFY(!QFile::exists(m_desk.path(u"a.html"_s)));
}

void TestCtlDay::listsOnPaper()
{
    const Ran r = now({u"export"_s, u"items"_s, u"--to"_s, u"items.pdf"_s});
    QCOMPARE(r.code, 0);
    QVERIFY2(r.err.isEmpty(), qPrintable(r.err));
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, m_desk.path(u"items.pdf"_s), u"-"_s});
    QVERIFY(reader.waitForFinished() && reader.exitCode() == 0);
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (const QString& part :
         {u"Items"_s, u"as of 2025-11-28, 3 rows"_s, u"1,000.00"_s, u"2025-11-19"_s, u"0003"_s, u"Page 1 of 1"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    const Ran gone = now({u"export"_s, u"items"_s, u"--to"_s, u"no/such.pdf"_s});
    QCOMPARE(gone.code, 3);
    QVERIFY2(gone.err.startsWith(u"error: no/such.pdf: "), qPrintable(gone.err));
}

QTEST_GUILESS_MAIN(TestCtlDay)
#include "tst_ctlday.moc"
