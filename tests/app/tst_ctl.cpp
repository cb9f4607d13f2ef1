// The command line as scripts see it: exit codes, columns, messages, and that a refusal writes nothing.
#include "tests/app/ctldesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

using namespace duedesk::ctltest;
using namespace Qt::StringLiterals;

class TestCtl : public QObject {
    Q_OBJECT
private slots:
    void initMakesABookOnce();
    void usage();
    void help();
    void aPastDayIsForReading();
    void missingAndForeignBooks();
    void readingNeverWrites();
    void kpiOfAWorkedExample();
    void everyWeightIsTheProductOfItsFactors();
    void logAndTimeline();
    void contactsByTheMoneyBehindThem();
    void verifyFindsTampering();
    void verifyTellsEverythingOfABookThatCannotBeRead();
    void nothingIsMadeBesideALeftLog();
    void backupAndRestore();
    void fullDisk();
    void sampleIsDeterministic();

private:
    CtlDesk m_desk;
};

void TestCtl::initMakesABookOnce()
{
    const QString path = m_desk.path(u"new.duedesk"_s);
    QCOMPARE(m_desk.run({u"--book"_s, path, u"init"_s, u"--currency"_s, u"EUR"_s, u"--name"_s, u"Mine"_s}).code, 0);
    const Ran again = m_desk.run({u"--book"_s, path, u"init"_s});
    QCOMPARE(again.code, 2);
    QVERIFY(again.err.startsWith(u"error: "));
    QCOMPARE(m_desk.run({u"--book"_s, m_desk.path(u"x.duedesk"_s), u"init"_s, u"--currency"_s, u"XXY"_s}).code, 1);
    QVERIFY(!QFile::exists(m_desk.path(u"x.duedesk"_s)));
}

void TestCtl::usage()
{
    const QString book = m_desk.smallBook();
    QCOMPARE(m_desk.run({}).code, 1);
    QCOMPARE(m_desk.run({u"nonsense"_s}).code, 1);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"kpi"_s, u"--nonsense"_s}).code, 1);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"kpi"_s, u"--by"_s, u"moon"_s}).code, 1);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"items"_s, u"--filter"_s, u"moon:full"_s}).code, 1);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-02-30"_s, u"kpi"_s}).code, 1);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"--user"_s, u" "_s, u"kpi"_s}).code, 1);
    const Ran writing =
        m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-10-01"_s, u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s});
    QCOMPARE(writing.code, 1);
    QVERIFY(writing.err.contains(u"--as-of"));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"explain"_s, u"nobody"_s}).code, 2);
}

void TestCtl::help()
{
    for (const QString& word : {u"help"_s, u"--help"_s, u"-h"_s}) {
        const Ran r = m_desk.run({word});
        QCOMPARE(r.code, 0);
        QVERIFY(r.out.contains(u"  promises ") && r.out.contains(u"  statement "));
    }
    const Ran one = m_desk.run({u"kpi"_s, u"--help"_s});
    QCOMPARE(one.code, 0);
    QVERIFY(one.out.startsWith(u"duedeskctl --book BOOK kpi [--by SEGMENT]") && one.out.contains(u"\nOptions:\n"));
    const QString book = m_desk.path(u"stray.duedesk"_s);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"init"_s, u"EUR"_s}).code, 1); // --currency was meant
    QVERIFY(!QFile::exists(book));
}

void TestCtl::aPastDayIsForReading()
{
    const QString book = m_desk.smallBook(), copy = m_desk.path(u"past.bak"_s), made = m_desk.path(u"past.duedesk"_s);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"backup"_s, copy}).code, 0);
    const QString digest = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out;
    m_desk.write(u"past.csv"_s, "currency,valid_from,rate\nSEK,2025-01-01,0.095\n");
    const QStringList asOf{u"--as-of"_s, u"2025-10-01"_s, u"--book"_s};
    for (const QStringList& words : {QStringList{made, u"init"_s},
                                     {made, u"sample"_s},
                                     {made, u"restore"_s, copy, u"--to"_s, made},
                                     {made, u"generate"_s, m_desk.path(u"past"_s)},
                                     {book, u"import"_s, u"past.csv"_s},
                                     {book, u"rates"_s, u"import"_s, u"past.csv"_s},
                                     {book, u"imports"_s, u"undo"_s, u"1"_s},
                                     {book, u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s}}) {
        const Ran r = m_desk.run(asOf + words);
        QVERIFY2(r.code == 1 && r.err.startsWith(u"error: --as-of: "), qPrintable(words.join(u' ') + r.err));
    }
    QVERIFY(!QFile::exists(made) && !QFile::exists(m_desk.path(u"past"_s)));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, digest);
}

void TestCtl::missingAndForeignBooks()
{
    const QString missing = m_desk.path(u"missing.duedesk"_s);
    QCOMPARE(m_desk.run({u"--book"_s, missing, u"kpi"_s}).code, 3);
    QVERIFY(!QFile::exists(missing));
    const QString text =
        m_desk.write(u"text.duedesk"_s, "this is no database, but a letter of some length to somebody\n");
    QCOMPARE(m_desk.run({u"--book"_s, text, u"kpi"_s}).code, 3);
    QFile f(text);
    QVERIFY(f.open(QIODevice::ReadOnly));
    QVERIFY(f.readAll().startsWith("this is no database"));
    QCOMPARE(m_desk.run({u"--book"_s, m_desk.path(u"."_s), u"kpi"_s}).code, 3);
    const Ran server = m_desk.run({u"--book"_s, u"postgresql://me:secret@host/db"_s, u"kpi"_s});
    QCOMPARE(server.code, 3);
    QVERIFY2(server.err.contains(u"books are files") && !server.err.contains(u"secret"), qPrintable(server.err));
}

void TestCtl::readingNeverWrites()
{
    const QString book = m_desk.smallBook();
    const Ran head = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s});
    for (const QString& c :
         {u"kpi"_s, u"aging"_s, u"items"_s, u"calls"_s, u"trend"_s, u"predict"_s, u"backtest"_s, u"imports"_s})
        QCOMPARE(m_desk.run({u"--book"_s, book, c}).code, 0);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
}

void TestCtl::kpiOfAWorkedExample()
{
    // DSO simple 15,000 / 10,000 x 30 = 45; best possible 4,000 / 10,000 x 30 = 12; delinquent 33.
    const QString book = m_desk.newBook();
    m_desk.write(u"k.csv"_s,
                 "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                 "A,C1,2025-06-01,2025-07-01,USD,5000.00\nB,C1,2025-11-05,2025-11-10,USD,6000.00\nC,C1,2025-11-06,"
                 "2025-12-06,USD,4000.00\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"k.csv"_s}).code, 0);
    const Ran k = m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"kpi"_s, u"--days"_s, u"30"_s});
    QCOMPARE(
        k.rows().value(0).join(u','),
        u"key,ar,past_due,sales,dso,dso_rolling12,dso_countback,bpdso,add,cei,pct_current,pct_90_plus,days_to_pay,days_late"_s);
    QCOMPARE(k.cell(0, u"ar"_s), u"15000.00"_s);
    QCOMPARE(k.cell(0, u"dso"_s), u"45.0000"_s);
    QCOMPARE(k.cell(0, u"bpdso"_s), u"12.0000"_s);
    QCOMPARE(k.cell(0, u"add"_s), u"33.0000"_s);
    QCOMPARE(k.cell(0, u"days_to_pay"_s), QString());
}

void TestCtl::everyWeightIsTheProductOfItsFactors()
{
    const QString book = m_desk.path(u"sample.duedesk"_s);
    const QStringList at{u"--book"_s, book, u"--now"_s, u"2025-11-14T10:00:00Z"_s};
    QCOMPARE(m_desk.run(at + QStringList{u"sample"_s}).code, 0);
    const Ran calls = m_desk.run(at + QStringList{u"calls"_s, u"--all"_s, u"--format"_s, u"json"_s});
    QCOMPARE(calls.code, 0);
    const QJsonArray rows = QJsonDocument::fromJson(calls.out.toUtf8()).array();
    QVERIFY(rows.size() > 30);
    double last = 1e18;
    int ranked = 0;
    for (const QJsonValue& v : rows) {
        const QJsonObject r = v.toObject();
        const auto number = [&](const char* name) { return r.value(QLatin1String(name)).toString().toDouble(); };
        if (r.value(u"rank"_s).isNull()) {
            QVERIFY2(!r.value(u"reason"_s).toString().isEmpty(), qPrintable(r.value(u"customer"_s).toString()));
            continue;
        }
        ++ranked;
        QVERIFY(std::abs(number("at_risk") - number("tbc") * number("risk")) <= 0.00501);
        const double product = number("at_risk") * number("age_factor") * number("promise_factor")
                               * number("limit_factor") * number("relationship_factor");
        QVERIFY2(std::abs(number("weight") - product) <= 0.0001, qPrintable(r.value(u"customer"_s).toString()));
        QVERIFY(number("weight") <= last);
        last = number("weight");
    }
    QVERIFY(ranked > 20);
}

void TestCtl::logAndTimeline()
{
    const QString book = m_desk.smallBook();
    const QStringList at{u"--book"_s, book, u"--now"_s, u"2025-11-14T10:00:00Z"_s, u"--user"_s, u"ana"_s};
    QCOMPARE(m_desk.run(at + QStringList{u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s}).code, 0);
    QCOMPARE(
        m_desk.run(at + QStringList{u"log"_s, u"C1"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"600.00:2025-11-20"_s})
            .code,
        0);
    const Ran above = m_desk.run(
        at + QStringList{u"log"_s, u"C1"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"99999.00:2025-11-20"_s});
    QVERIFY(above.code == 2 || above.code == 4);
    QVERIFY(above.err.contains(u"amount"));
    const Ran t = m_desk.run(at + QStringList{u"timeline"_s, u"C1"_s});
    QCOMPARE(t.rows().value(0).join(u','), u"at,kind,who,contact,outcome,amount,note"_s);
    QVERIFY(t.out.contains(u"voicemail") && t.out.contains(u"600.00") && t.out.contains(u"ana"));
    const Ran items = m_desk.run(at + QStringList{u"items"_s});
    QCOMPARE(items.cell(0, u"promised"_s), u"600.00"_s);
    QCOMPARE(m_desk.run(at + QStringList{u"audit"_s, u"verify"_s}).code, 0);
}

void TestCtl::contactsByTheMoneyBehindThem()
{
    const QString book = m_desk.newBook();
    m_desk.write(u"pc.csv"_s, "customer_id,name,country\nC1,Alpha,DE\nC2,Beta,US\nC3,Gamma,DE\n");
    m_desk.write(u"pk.csv"_s, "customer_id,name,role,email,phone,verified_on,billing\n"
                              "C2,Bob,ap clerk,bob@b.example,+1 555,2025-11-01,yes\n");
    m_desk.write(u"pi.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                              "P1,C1,2025-09-01,2025-10-01,USD,5.00\nP2,C2,2025-09-01,2025-10-01,USD,50.00\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"pc.csv"_s, u"pk.csv"_s, u"pi.csv"_s}).code, 0);
    const QStringList head{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"contacts"_s};
    QCOMPARE(m_desk.run(head).out,
             u"customer,name,role,email,phone,verified,defect,past_due\n"
             "C2,Bob,ap clerk,bob@b.example,+1 555,2025-11-01,single contact; no time zone; no owner,50.00\n"
             "C1,,,,,,no contact,5.00\n"_s);
    QCOMPARE(m_desk.run(head + QStringList{u"--defects"_s}).rows().size(), 3);
    QCOMPARE(m_desk.run(head + QStringList{u"--defects"_s, u"--full"_s}).code, 1);
}

void TestCtl::verifyFindsTampering()
{
    const QString book = m_desk.smallBook();
    QCOMPARE(m_desk.run({u"--book"_s, book, u"verify"_s}).code, 0);
    QProcess sql;
    sql.start(u"sqlite3"_s,
              {book, u"DROP TRIGGER IF EXISTS audit_no_update; UPDATE audit SET actor = 'somebody' WHERE seq = 1;"_s});
    QVERIFY(sql.waitForFinished());
    QCOMPARE(sql.exitCode(), 0);
    const Ran r = m_desk.run({u"--book"_s, book, u"audit"_s, u"verify"_s});
    QCOMPARE(r.code, 5);
    QVERIFY(r.err.contains(u"1"));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"verify"_s}).code, 5);
}

void TestCtl::verifyTellsEverythingOfABookThatCannotBeRead()
{
    const QString book = m_desk.smallBook();
    QProcess sql;
    sql.start(u"sqlite3"_s,
              {book, u"DROP TRIGGER allocation_no_update; UPDATE allocation SET amount = amount + 500000; "
                     "UPDATE customer SET owner = 'mallory' WHERE id = 1;"_s});
    QVERIFY(sql.waitForFinished());
    QCOMPARE(sql.exitCode(), 0);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s}).code, 3);
    const Ran r = m_desk.run({u"--book"_s, book, u"verify"_s});
    QCOMPARE(r.code, 5);
    for (const QString& part : {u"error: ledger: invoice 0001 (row "_s, u"error: records: "_s, u"error: lines: "_s,
                                u"error: schema: the trigger allocation_no_update is missing"_s})
        QVERIFY2(r.err.contains(part), qPrintable(r.err));
    QVERIFY(r.err.contains(QFileInfo(book).fileName() + u"-wal")); // what is to be moved aside with it
    QVERIFY(!r.out.contains(u"sound"));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"verify"_s}).code, 0); // the chain alone holds
}

void TestCtl::nothingIsMadeBesideALeftLog()
{
    const QString book = m_desk.smallBook(), copy = m_desk.path(u"beside.bak"_s), to = m_desk.path(u"beside.duedesk"_s);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"backup"_s, copy}).code, 0);
    for (const QString& suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        m_desk.write(u"beside.duedesk"_s + suffix, "left");
        for (const QStringList& command :
             {QStringList{u"restore"_s, copy, u"--to"_s, to}, QStringList{u"--book"_s, to, u"init"_s},
              QStringList{u"--book"_s, to, u"sample"_s, u"--customers"_s, u"2"_s}}) {
            const Ran r = m_desk.run(command);
            QCOMPARE(r.code, 2);
            QVERIFY2(r.err.contains(u"beside.duedesk" + suffix), qPrintable(r.err));
            QVERIFY(!QFile::exists(to));
            QFile left(to + suffix);
            QVERIFY(left.open(QIODevice::ReadOnly));
            QCOMPARE(left.readAll(), QByteArray("left"));
        }
        QVERIFY(QFile::remove(to + suffix));
    }
    QCOMPARE(m_desk.run({u"restore"_s, copy, u"--to"_s, to}).code, 0);
}

void TestCtl::backupAndRestore()
{
    const QString book = m_desk.smallBook();
    const QString copy = m_desk.path(u"copy.bak"_s), back = m_desk.path(u"back.duedesk"_s);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"backup"_s, copy}).code, 0);
    QVERIFY(m_desk.run({u"--book"_s, book, u"backup"_s, copy}).code != 0); // never over an existing file
    QCOMPARE(m_desk.run({u"restore"_s, copy, u"--to"_s, back}).code, 0);
    const QStringList aging{u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    QCOMPARE(m_desk.run(QStringList{u"--book"_s, back} + aging).out,
             m_desk.run(QStringList{u"--book"_s, book} + aging).out);
    QVERIFY(m_desk.run({u"restore"_s, copy, u"--to"_s, book}).code != 0);
    QCOMPARE(m_desk.run({u"--book"_s, back, u"verify"_s}).code, 0);
}

void TestCtl::fullDisk()
{
    const QString book = m_desk.smallBook();
    QByteArray text = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n";
    for (int i = 0; i < 30000; ++i)
        text += "B" + QByteArray::number(i) + ",C1,2025-09-01,2025-10-01,USD,5.00\n";
    m_desk.write(u"big.csv"_s, text);
    const QStringList aging{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    const Ran before = m_desk.run(aging);
    const Ran r =
        m_desk.run({u"--book"_s, book, u"import"_s, u"big.csv"_s}, u"ulimit -f 1500;"_s); // no file may pass 1.5 MB
    QCOMPARE(r.code, 3);
    QVERIFY(r.err.startsWith(u"error: "));
    QCOMPARE(m_desk.run(aging).out, before.out);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"verify"_s}).code, 0);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"big.csv"_s}).code, 0); // with room it goes through
}

void TestCtl::sampleIsDeterministic()
{
    QStringList outs;
    for (const QString& name : {u"s1.duedesk"_s, u"s2.duedesk"_s}) {
        const QStringList at{u"--book"_s, m_desk.path(name), u"--now"_s, u"2025-11-14T10:00:00Z"_s,
                             u"--user"_s, u"ana"_s};
        QCOMPARE(m_desk.run(at + QStringList{u"sample"_s, u"--seed"_s, u"5"_s}).code, 0);
        outs += m_desk.run(at + QStringList{u"calls"_s, u"--all"_s}).out
                + m_desk.run(at + QStringList{u"aging"_s, u"--by"_s, u"customer"_s}).out;
    }
    QVERIFY(outs[0].size() > 5000);
    QCOMPARE(outs[0], outs[1]);
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
