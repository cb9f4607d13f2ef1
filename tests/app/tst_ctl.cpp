// The command line as scripts see it: exit codes, columns, messages, and that a refusal writes nothing.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

struct Ran {
    int code = -1;
    QString out, err;
    QList<QStringList> rows() const // csv without quotes inside
    {
        QList<QStringList> all;
        for (const QString& line : out.split(u'\n', Qt::SkipEmptyParts))
            all += line.split(u',');
        return all;
    }
    QString cell(int row, const QString& column) const
    {
        const auto all = rows();
        return all.value(row + 1).value(all.value(0).indexOf(column));
    }
};

} // namespace

class TestCtl : public QObject {
    Q_OBJECT
private slots:
    void initMakesABookOnce();
    void usage();
    void missingAndForeignBooks();
    void readingNeverWrites();
    void importsTheGenericFiles();
    void rejectsBadRowsWhole();
    void badFiles_data();
    void badFiles();
    void ambiguousReadingsAreRefusedWithBoth();
    void sameFileAgainIsANoOp();
    void undoImport();
    void kpiOfAWorkedExample();
    void ratesAndTheirAbsence();
    void everyWeightIsTheProductOfItsFactors();
    void logAndTimeline();
    void exportsAreGuardedAndComeBack();
    void contactsByTheMoneyBehindThem();
    void contactsGoOutAndComeBack();
    void verifyFindsTampering();
    void backupAndRestore();
    void fullDisk();
    void sampleIsDeterministic();

private:
    QTemporaryDir m_dir;
    int m_books = 0;

    Ran run(const QStringList& arguments, const QString& shellPrefix = {})
    {
        QProcess p;
        p.setWorkingDirectory(m_dir.path());
        if (shellPrefix.isEmpty()) {
            p.start(QStringLiteral(DUEDESKCTL), arguments);
        } else {
            QStringList quoted;
            for (const QString& a : arguments)
                quoted += u'\'' + a + u'\'';
            p.start(u"bash"_s, {u"-c"_s, shellPrefix + u' ' + QStringLiteral(DUEDESKCTL) + u' ' + quoted.join(u' ')});
        }
        p.waitForFinished(120'000);
        Ran r;
        r.code = p.exitStatus() == QProcess::NormalExit ? p.exitCode() : -1;
        r.out = QString::fromUtf8(p.readAllStandardOutput());
        r.err = QString::fromUtf8(p.readAllStandardError());
        return r;
    }
    QString write(const QString& name, const QByteArray& text)
    {
        QFile f(m_dir.filePath(name));
        if (!f.open(QIODevice::WriteOnly) || f.write(text) != text.size())
            qFatal("cannot write a fixture");
        return f.fileName();
    }
    QString newBook()
    {
        const QString path = m_dir.filePath(u"book%1.duedesk"_s.arg(++m_books));
        if (run({u"--book"_s, path, u"init"_s}).code != 0)
            qFatal("init fails");
        return path;
    }
    // One customer with two invoices of 1,000.00 and 500.00, the first part paid with 400.00.
    QString smallBook()
    {
        const QString book = newBook();
        write(u"c.csv"_s, "customer_id,name,terms_days\nC1,\"Orion Clinics\",30\n");
        write(u"i.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                          "0001,C1,2025-09-01,2025-10-01,USD,1000.00\n0002,C1,2025-10-20,2025-11-19,USD,500.00\n");
        write(u"p.csv"_s, "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\nP1,C1,2025-10-10,USD,400."
                          "00,0001,400.00\n");
        if (const Ran r = run({u"--book"_s, book, u"import"_s, u"p.csv"_s, u"i.csv"_s, u"c.csv"_s}); r.code != 0)
            qFatal("import fails: %s", qPrintable(r.err));
        return book;
    }
};

void TestCtl::initMakesABookOnce()
{
    const QString path = m_dir.filePath(u"new.duedesk"_s);
    QCOMPARE(run({u"--book"_s, path, u"init"_s, u"--currency"_s, u"EUR"_s, u"--name"_s, u"Mine"_s}).code, 0);
    const Ran again = run({u"--book"_s, path, u"init"_s});
    QCOMPARE(again.code, 2);
    QVERIFY(again.err.startsWith(u"error: "));
    QCOMPARE(run({u"--book"_s, m_dir.filePath(u"x.duedesk"_s), u"init"_s, u"--currency"_s, u"XXY"_s}).code, 1);
    QVERIFY(!QFile::exists(m_dir.filePath(u"x.duedesk"_s)));
}

void TestCtl::usage()
{
    const QString book = smallBook();
    QCOMPARE(run({}).code, 1);
    QCOMPARE(run({u"nonsense"_s}).code, 1);
    QCOMPARE(run({u"--book"_s, book, u"kpi"_s, u"--nonsense"_s}).code, 1);
    QCOMPARE(run({u"--book"_s, book, u"kpi"_s, u"--by"_s, u"moon"_s}).code, 1);
    QCOMPARE(run({u"--book"_s, book, u"items"_s, u"--filter"_s, u"moon:full"_s}).code, 1);
    QCOMPARE(run({u"--book"_s, book, u"--as-of"_s, u"2025-02-30"_s, u"kpi"_s}).code, 1);
    const Ran writing =
        run({u"--book"_s, book, u"--as-of"_s, u"2025-10-01"_s, u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s});
    QCOMPARE(writing.code, 1);
    QVERIFY(writing.err.contains(u"--as-of"));
    QCOMPARE(run({u"--book"_s, book, u"explain"_s, u"nobody"_s}).code, 2);
}

void TestCtl::missingAndForeignBooks()
{
    const QString missing = m_dir.filePath(u"missing.duedesk"_s);
    QCOMPARE(run({u"--book"_s, missing, u"kpi"_s}).code, 3);
    QVERIFY(!QFile::exists(missing));
    const QString text = write(u"text.duedesk"_s, "this is no database, but a letter of some length to somebody\n");
    QCOMPARE(run({u"--book"_s, text, u"kpi"_s}).code, 3);
    QFile f(text);
    QVERIFY(f.open(QIODevice::ReadOnly));
    QVERIFY(f.readAll().startsWith("this is no database"));
    QCOMPARE(run({u"--book"_s, m_dir.path(), u"kpi"_s}).code, 3);
}

void TestCtl::readingNeverWrites()
{
    const QString book = smallBook();
    const Ran head = run({u"--book"_s, book, u"audit"_s, u"head"_s});
    for (const QString& c :
         {u"kpi"_s, u"aging"_s, u"items"_s, u"calls"_s, u"trend"_s, u"predict"_s, u"backtest"_s, u"imports"_s})
        QCOMPARE(run({u"--book"_s, book, c}).code, 0);
    QCOMPARE(run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
}

void TestCtl::importsTheGenericFiles()
{
    const QString book = smallBook();
    const Ran items = run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s});
    QCOMPARE(items.rows().value(0).join(u','),
             u"customer,number,kind,date,due,currency,amount,open,open_base,days_past_due,bucket,promised,disputed"_s);
    QCOMPARE(items.rows().size(), 3);
    QCOMPARE(items.cell(0, u"number"_s), u"0001"_s);
    QCOMPARE(items.cell(0, u"open"_s), u"600.00"_s);
    QCOMPARE(items.cell(0, u"days_past_due"_s), u"44"_s);
    const Ran before = run({u"--book"_s, book, u"--as-of"_s, u"2025-10-09"_s, u"aging"_s});
    QCOMPARE(
        before.out,
        u"key,name,current,d1_30,d31_60,d61_90,d90_plus,total,unapplied\n,,0.00,1000.00,0.00,0.00,0.00,1000.00,0.00\n"_s);
}

void TestCtl::rejectsBadRowsWhole()
{
    const QString book = smallBook();
    const Ran head = run({u"--book"_s, book, u"audit"_s, u"head"_s});
    write(u"bad.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                        "0003,C1,2025-11-01,2025-12-01,USD,10.00\n0004,C1,31/04/"
                        "2025,2025-12-01,USD,10.00\n0005,C1,2025-11-01,2025-12-01,USX,10.00\n");
    const Ran r = run({u"--book"_s, book, u"import"_s, u"bad.csv"_s, u"--rejects"_s, u"rejects.csv"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.contains(u"bad.csv:3:invoice_date: "), qPrintable(r.err));
    QVERIFY2(r.err.contains(u"bad.csv:4:currency: "), qPrintable(r.err));
    QCOMPARE(run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
    QFile rejects(m_dir.filePath(u"rejects.csv"_s));
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    const QByteArray kept = rejects.readAll();
    QVERIFY(kept.contains("0004") && kept.contains("0005") && !kept.contains("0003"));
    const Ran good = run({u"--book"_s, book, u"import"_s, u"bad.csv"_s, u"--accept-good-rows"_s});
    QCOMPARE(good.code, 0);
    QCOMPARE(good.cell(0, u"new"_s), u"1"_s);
    QCOMPARE(good.cell(0, u"rejected"_s), u"2"_s);
    QCOMPARE(run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s}).rows().size(), 4);
}

void TestCtl::badFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const QByteArray heading = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n";
    QTest::newRow("wrong heading") << QByteArray("invoice,when,how much\n1,2,3\n") << u"heading"_s;
    QTest::newRow("a required heading is missing")
        << QByteArray("invoice_no,customer_id,amount\n1,C1,3\n") << u"invoice_date"_s;
    QTest::newRow("duplicate number")
        << heading + "0009,C1,2025-11-01,2025-12-01,USD,1.00\n0009,C1,2025-11-01,2025-12-01,USD,2.00\n"
        << u"0009"_s;
    QTest::newRow("NUL") << heading
                                + QByteArray("00\0"
                                             "10,C1,2025-11-01,2025-12-01,USD,1.00\n",
                                             42)
                         << u":2:"_s;
    QTest::newRow("too many decimals")
        << heading + "0011,C1,2025-11-01,2025-12-01,USD,1.005\n0012,C1,2025-11-01,2025-12-01,USD,1.50\n"
        << u"0011"_s;
    QTest::newRow("empty file") << QByteArray() << u"empty"_s;
}

void TestCtl::badFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const QString book = smallBook();
    const Ran head = run({u"--book"_s, book, u"audit"_s, u"head"_s});
    write(u"file.csv"_s, text);
    const Ran r = run({u"--book"_s, book, u"import"_s, u"file.csv"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.startsWith(u"error: file.csv") || r.err.contains(u"file.csv:"), qPrintable(r.err));
    QCOMPARE(run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
    QVERIFY(says.isEmpty() || r.err.contains(says, Qt::CaseInsensitive) || r.err.contains(u"amount"));
    QCOMPARE(run({u"--book"_s, book, u"import"_s, m_dir.path()}).code, 2); // a folder
    const QString pipe = m_dir.filePath(u"pipe.csv"_s);
    QFile::remove(pipe);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QCOMPARE(run({u"--book"_s, book, u"import"_s, pipe}).code, 2);
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"not-there.csv"_s}).code, 2);
}

void TestCtl::ambiguousReadingsAreRefusedWithBoth()
{
    const QString book = smallBook();
    write(u"dots.csv"_s,
          "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0021,C1,2025-11-01,2025-12-01,USD,1.250\n");
    const Ran r = run({u"--book"_s, book, u"import"_s, u"dots.csv"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.contains(u"= 1250;") && r.err.contains(u"= 1.25;") && r.err.contains(u"--decimal"),
             qPrintable(r.err));
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"dots.csv"_s, u"--decimal"_s, u"comma"_s}).code, 0);
    QVERIFY(run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s}).out.contains(u"1250.00"));
    write(u"dates.csv"_s,
          "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0022,C1,03/04/2025,05/06/2025,USD,7.00\n");
    const Ran d = run({u"--book"_s, book, u"import"_s, u"dates.csv"_s});
    QCOMPARE(d.code, 2);
    QVERIFY2(d.err.contains(u"2025-04-03") && d.err.contains(u"2025-03-04") && d.err.contains(u"--date-order"),
             qPrintable(d.err));
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"dates.csv"_s, u"--date-order"_s, u"dmy"_s}).code, 0);
    QVERIFY(run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s}).out.contains(u"2025-04-03,2025-06-05"));
}

void TestCtl::sameFileAgainIsANoOp()
{
    const QString book = smallBook();
    const Ran head = run({u"--book"_s, book, u"audit"_s, u"head"_s});
    const Ran r = run({u"--book"_s, book, u"import"_s, u"i.csv"_s});
    QCOMPARE(r.code, 0);
    QVERIFY2(r.err.contains(u"imported before"), qPrintable(r.err));
    QCOMPARE(run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
    write(u"i2.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0001,C1,2025-09-01,2025-10-01,"
                       "USD,1000.00\n"); // other bytes, same line
    const Ran same = run({u"--book"_s, book, u"import"_s, u"i2.csv"_s});
    QCOMPARE(same.code, 0);
    QCOMPARE(same.cell(0, u"unchanged"_s), u"1"_s);
}

void TestCtl::undoImport()
{
    const QString book = newBook();
    write(u"c.csv"_s, "customer_id,name\nC1,Orion\n");
    write(u"i.csv"_s,
          "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0001,C1,2025-09-01,2025-10-01,USD,1000.00\n");
    write(
        u"p.csv"_s,
        "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\nP1,C1,2025-10-10,USD,400.00,0001,400.00\n");
    for (const QString& f : {u"c.csv"_s, u"i.csv"_s, u"p.csv"_s})
        QCOMPARE(run({u"--book"_s, book, u"import"_s, f}).code, 0);
    const Ran batches = run({u"--book"_s, book, u"imports"_s});
    QCOMPARE(batches.rows().size(), 4);
    const Ran refused = run({u"--book"_s, book, u"imports"_s, u"undo"_s, batches.cell(1, u"id"_s)});
    QCOMPARE(refused.code, 4); // a payment leans on the invoice
    const QStringList aging{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    QVERIFY(run(aging).out.contains(u",600.00,"));
    QCOMPARE(run({u"--book"_s, book, u"imports"_s, u"undo"_s, batches.cell(2, u"id"_s)}).code, 0);
    QVERIFY(run(aging).out.contains(u",1000.00,"));
    QCOMPARE(run({u"--book"_s, book, u"imports"_s, u"undo"_s, batches.cell(1, u"id"_s)}).code, 0);
    QCOMPARE(run(aging).out.section(u'\n', 1), u",,0.00,0.00,0.00,0.00,0.00,0.00,0.00\n"_s);
    QCOMPARE(run({u"--book"_s, book, u"verify"_s}).code, 0);
    QVERIFY(run({u"--book"_s, book, u"imports"_s}).out.contains(u"undone"));
}

void TestCtl::kpiOfAWorkedExample()
{
    // DSO simple 15,000 / 10,000 x 30 = 45; best possible 4,000 / 10,000 x 30 = 12; delinquent 33.
    const QString book = newBook();
    write(u"k.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                      "A,C1,2025-06-01,2025-07-01,USD,5000.00\nB,C1,2025-11-05,2025-11-10,USD,6000.00\nC,C1,2025-11-06,"
                      "2025-12-06,USD,4000.00\n");
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"k.csv"_s}).code, 0);
    const Ran k = run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"kpi"_s, u"--days"_s, u"30"_s});
    QCOMPARE(
        k.rows().value(0).join(u','),
        u"key,ar,past_due,sales,dso,dso_rolling12,dso_countback,bpdso,add,cei,pct_current,pct_90_plus,days_to_pay,days_late"_s);
    QCOMPARE(k.cell(0, u"ar"_s), u"15000.00"_s);
    QCOMPARE(k.cell(0, u"dso"_s), u"45.0000"_s);
    QCOMPARE(k.cell(0, u"bpdso"_s), u"12.0000"_s);
    QCOMPARE(k.cell(0, u"add"_s), u"33.0000"_s);
    QCOMPARE(k.cell(0, u"days_to_pay"_s), QString());
}

void TestCtl::ratesAndTheirAbsence()
{
    const QString book = smallBook();
    write(u"sek.csv"_s,
          "invoice_no,customer_id,invoice_date,due_date,currency,amount\nS1,C1,2025-09-01,2025-10-01,SEK,1000.00\n");
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"sek.csv"_s}).code, 0);
    const QStringList aging{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    const Ran without = run(aging);
    QCOMPARE(without.code, 0);
    QCOMPARE(without.cell(0, u"total"_s), u"1100.00"_s);
    QVERIFY2(without.err.contains(u"SEK have no rate and are left out")
                 || without.err.contains(u"SEK has no rate and is left out"),
             qPrintable(without.err));
    write(u"r.csv"_s, "currency,valid_from,rate\nSEK,2025-01-01,0.095\n");
    QCOMPARE(run({u"--book"_s, book, u"rates"_s, u"import"_s, u"r.csv"_s}).code, 0);
    const Ran with = run(aging);
    QCOMPARE(with.cell(0, u"total"_s), u"1195.00"_s);
    QVERIFY(with.err.isEmpty());
    QCOMPARE(run(aging + QStringList{u"--by"_s, u"currency"_s}).rows().value(1).value(0), u"SEK"_s);
}

void TestCtl::everyWeightIsTheProductOfItsFactors()
{
    const QString book = m_dir.filePath(u"sample.duedesk"_s);
    const QStringList at{u"--book"_s, book, u"--now"_s, u"2025-11-14T10:00:00Z"_s};
    QCOMPARE(run(at + QStringList{u"sample"_s}).code, 0);
    const Ran calls = run(at + QStringList{u"calls"_s, u"--all"_s, u"--format"_s, u"json"_s});
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
    const QString book = smallBook();
    const QStringList at{u"--book"_s, book, u"--now"_s, u"2025-11-14T10:00:00Z"_s, u"--user"_s, u"ana"_s};
    QCOMPARE(run(at + QStringList{u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s}).code, 0);
    QCOMPARE(
        run(at + QStringList{u"log"_s, u"C1"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"600.00:2025-11-20"_s}).code,
        0);
    const Ran above =
        run(at + QStringList{u"log"_s, u"C1"_s, u"--outcome"_s, u"1"_s, u"--promise"_s, u"99999.00:2025-11-20"_s});
    QVERIFY(above.code == 2 || above.code == 4);
    QVERIFY(above.err.contains(u"amount"));
    const Ran t = run(at + QStringList{u"timeline"_s, u"C1"_s});
    QCOMPARE(t.rows().value(0).join(u','), u"at,kind,who,contact,outcome,amount,note"_s);
    QVERIFY(t.out.contains(u"voicemail") && t.out.contains(u"600.00") && t.out.contains(u"ana"));
    const Ran items = run(at + QStringList{u"items"_s});
    QCOMPARE(items.cell(0, u"promised"_s), u"600.00"_s);
    QCOMPARE(run(at + QStringList{u"audit"_s, u"verify"_s}).code, 0);
}

void TestCtl::exportsAreGuardedAndComeBack()
{
    const QString book = newBook();
    write(u"hostile.csv"_s, "customer_id,name\nC1,=HYPERLINK(1)\nC2,+SUM(1)\nC3,plain\n");
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"hostile.csv"_s}).code, 0);
    write(u"hi.csv"_s,
          "invoice_no,customer_id,invoice_date,due_date,currency,amount\nX1,C1,2025-09-01,2025-10-01,USD,5.00\n");
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"hi.csv"_s}).code, 0);
    QCOMPARE(run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"export"_s, u"aging"_s, u"--by"_s, u"customer"_s,
                  u"--to"_s, u"out.csv"_s})
                 .code,
             0);
    QFile f(m_dir.filePath(u"out.csv"_s));
    QVERIFY(f.open(QIODevice::ReadOnly));
    const QByteArray text = f.readAll();
    QVERIFY(text.contains("\r\n"));
    QVERIFY2(text.contains("'=HYPERLINK"), text.constData());
    QVERIFY(text.contains(",5.00,")); // numbers are not touched
    const auto exported = [&](const QStringList& words) {
        return run(QStringList{u"--book"_s, book, u"export"_s} + words);
    };
    QVERIFY(exported({u"aging"_s, u"--to"_s, u"out.odt"_s}).err.contains(u".xlsx"_s));
    QCOMPARE(exported({u"aging"_s, u"--to"_s, u"out.odt"_s}).code, 1);
    QCOMPARE(exported({u"--to"_s, u"out.csv"_s}).code, 1);
    QVERIFY(exported({u"--to"_s, u"out.csv"_s}).err.contains(u"aging|"_s)); // names the lists there are
    QCOMPARE(exported({u"imports"_s, u"undo"_s, u"1"_s, u"--to"_s, u"out.csv"_s}).code, 1);
    for (const QString& file : {u"out.xlsx"_s, u"out.json"_s, u"out.html"_s})
        QCOMPARE(exported({u"items"_s, u"--customer"_s, u"C1"_s, u"--to"_s, file}).out, u"1 rows in "_s + file + u'\n');
    const Ran gone = exported({u"items"_s, u"--to"_s, u"no/such/out.xlsx"_s});
    QCOMPARE(gone.code, 3);
    QVERIFY2(gone.err.startsWith(u"error: no/such/out.xlsx: "_s) && gone.err.contains(u"make it"_s),
             qPrintable(gone.err));
}

void TestCtl::contactsByTheMoneyBehindThem()
{
    const QString book = newBook();
    write(u"pc.csv"_s, "customer_id,name,country\nC1,Alpha,DE\nC2,Beta,US\nC3,Gamma,DE\n");
    write(u"pk.csv"_s, "customer_id,name,role,email,phone,verified_on,billing\n"
                       "C2,Bob,ap clerk,bob@b.example,+1 555,2025-11-01,yes\n");
    write(u"pi.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                       "P1,C1,2025-09-01,2025-10-01,USD,5.00\nP2,C2,2025-09-01,2025-10-01,USD,50.00\n");
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"pc.csv"_s, u"pk.csv"_s, u"pi.csv"_s}).code, 0);
    const QStringList head{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"contacts"_s};
    QCOMPARE(run(head).out,
             u"customer,name,role,email,phone,verified,defect,past_due\n"
             "C2,Bob,ap clerk,bob@b.example,+1 555,2025-11-01,single contact; no time zone; no owner,50.00\n"
             "C1,,,,,,no contact,5.00\n"_s);
    QCOMPARE(run(head + QStringList{u"--defects"_s}).rows().size(), 3);
    QCOMPARE(run(head + QStringList{u"--defects"_s, u"--full"_s}).code, 1);
}

void TestCtl::contactsGoOutAndComeBack()
{
    const QString book = newBook(), other = newBook();
    write(u"rc.csv"_s, "customer_id,name\nC1,Alpha\n007,Beta\n");
    write(u"rk.csv"_s,
          "customer_id,name,role,email,phone,mobile,timezone,language,preferred_channel,calling_hours,address,billing,"
          "verified_on,verified_by,verified_how,marked,note\n"
          "C1,Ann Lee,Head of Payables,ann@a.example,+1 555,+1 556,Europe/Berlin,de,phone,09:00–12:30,"
          "\"Main St 1\n12345 Town\",yes,2025-11-01,mia,by phone,,\"likes, commas\"\n"
          "007,=Bob,,bob@b.example,'+1 557,,,,,,,no,,,,bounced,-1 is no formula\n"
          "007,Inbox,shared inbox,,,,,,,,,no,,,,,\n");
    for (const QString& b : {book, other})
        QCOMPARE(run({u"--book"_s, b, u"import"_s, u"rc.csv"_s}).code, 0);
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"rk.csv"_s}).code, 0);
    const auto list = [&](const QString& b) { return run({u"--book"_s, b, u"contacts"_s, u"--full"_s}).out; };
    const QString full = list(book);
    QVERIFY2(full.contains(u"Head of Payables"_s) && full.contains(u"09:00–12:30"_s) && full.contains(u"bounced"_s),
             qPrintable(full));
    for (const QString& file : {u"full.csv"_s, u"full.xlsx"_s})
        QCOMPARE(run({u"--book"_s, book, u"export"_s, u"contacts"_s, u"--full"_s, u"--to"_s, file}).code, 0);
    const Ran again = run({u"--book"_s, book, u"import"_s, u"full.csv"_s});
    QCOMPARE(again.cell(0, u"unchanged"_s), u"3"_s);
    QCOMPARE(again.cell(0, u"changed"_s), u"0"_s);
    QCOMPARE(run({u"--book"_s, other, u"import"_s, u"full.csv"_s}).code, 0);
    QCOMPARE(list(other), full);
}

void TestCtl::verifyFindsTampering()
{
    const QString book = smallBook();
    QCOMPARE(run({u"--book"_s, book, u"verify"_s}).code, 0);
    QProcess sql;
    sql.start(u"sqlite3"_s,
              {book, u"DROP TRIGGER IF EXISTS audit_no_update; UPDATE audit SET actor = 'somebody' WHERE seq = 1;"_s});
    QVERIFY(sql.waitForFinished());
    QCOMPARE(sql.exitCode(), 0);
    const Ran r = run({u"--book"_s, book, u"audit"_s, u"verify"_s});
    QCOMPARE(r.code, 5);
    QVERIFY(r.err.contains(u"1"));
    QCOMPARE(run({u"--book"_s, book, u"verify"_s}).code, 5);
}

void TestCtl::backupAndRestore()
{
    const QString book = smallBook();
    const QString copy = m_dir.filePath(u"copy.bak"_s), back = m_dir.filePath(u"back.duedesk"_s);
    QCOMPARE(run({u"--book"_s, book, u"backup"_s, copy}).code, 0);
    QVERIFY(run({u"--book"_s, book, u"backup"_s, copy}).code != 0); // never over an existing file
    QCOMPARE(run({u"restore"_s, copy, u"--to"_s, back}).code, 0);
    const QStringList aging{u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    QCOMPARE(run(QStringList{u"--book"_s, back} + aging).out, run(QStringList{u"--book"_s, book} + aging).out);
    QVERIFY(run({u"restore"_s, copy, u"--to"_s, book}).code != 0);
    QCOMPARE(run({u"--book"_s, back, u"verify"_s}).code, 0);
}

void TestCtl::fullDisk()
{
    const QString book = smallBook();
    QByteArray text = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n";
    for (int i = 0; i < 30000; ++i)
        text += "B" + QByteArray::number(i) + ",C1,2025-09-01,2025-10-01,USD,5.00\n";
    write(u"big.csv"_s, text);
    const QStringList aging{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    const Ran before = run(aging);
    const Ran r = run({u"--book"_s, book, u"import"_s, u"big.csv"_s}, u"ulimit -f 1500;"_s); // no file may pass 1.5 MB
    QCOMPARE(r.code, 3);
    QVERIFY(r.err.startsWith(u"error: "));
    QCOMPARE(run(aging).out, before.out);
    QCOMPARE(run({u"--book"_s, book, u"verify"_s}).code, 0);
    QCOMPARE(run({u"--book"_s, book, u"import"_s, u"big.csv"_s}).code, 0); // with room it goes through
}

void TestCtl::sampleIsDeterministic()
{
    QStringList outs;
    for (const QString& name : {u"s1.duedesk"_s, u"s2.duedesk"_s}) {
        const QStringList at{u"--book"_s, m_dir.filePath(name), u"--now"_s, u"2025-11-14T10:00:00Z"_s, u"--user"_s,
                             u"ana"_s};
        QCOMPARE(run(at + QStringList{u"sample"_s, u"--seed"_s, u"5"_s}).code, 0);
        outs += run(at + QStringList{u"calls"_s, u"--all"_s}).out
                + run(at + QStringList{u"aging"_s, u"--by"_s, u"customer"_s}).out;
    }
    QVERIFY(outs[0].size() > 5000);
    QCOMPARE(outs[0], outs[1]);
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
