// Files in and out by the command line: what is taken, what is refused and why, and that a refusal writes nothing.
#include "tests/app/ctldesk.h"

#include <QDir>
#include <sys/stat.h>
#include <unistd.h>

using namespace duedesk::ctltest;
using namespace Qt::StringLiterals;

class TestCtlFiles : public QObject {
    Q_OBJECT
private slots:
    void importsTheGenericFiles();
    void rejectsBadRowsWhole();
    void badFiles_data();
    void badFiles();
    void ambiguousReadingsAreRefusedWithBoth();
    void sameFileAgainIsANoOp();
    void undoImport();
    void ratesAndTheirAbsence();
    void slipsAreRefusedAndAnswered_data();
    void slipsAreRefusedAndAnswered();
    void aPipeIsNoMapFile();
    void aClockBeyondAllDaysIsRefused();
    void namesCannotSteerATerminal();
    void exportsAreGuardedAndComeBack();
    void contactsGoOutAndComeBack();
    void outputsNeverTakeTheirPlace_data();
    void outputsNeverTakeTheirPlace();
    void outputsHaveTheirEndings();

private:
    CtlDesk m_desk;
};

void TestCtlFiles::importsTheGenericFiles()
{
    const QString book = m_desk.smallBook();
    const Ran items = m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s});
    QCOMPARE(items.rows().value(0).join(u','),
             u"customer,number,kind,date,due,currency,amount,open,open_base,days_past_due,bucket,promised,disputed"_s);
    QCOMPARE(items.rows().size(), 3);
    QCOMPARE(items.cell(0, u"number"_s), u"0001"_s);
    QCOMPARE(items.cell(0, u"open"_s), u"600.00"_s);
    QCOMPARE(items.cell(0, u"days_past_due"_s), u"44"_s);
    const Ran before = m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-10-09"_s, u"aging"_s});
    QCOMPARE(
        before.out,
        u"key,name,current,d1_30,d31_60,d61_90,d90_plus,total,unapplied\n,,0.00,1000.00,0.00,0.00,0.00,1000.00,0.00\n"_s);
}

void TestCtlFiles::rejectsBadRowsWhole()
{
    const QString book = m_desk.smallBook();
    const Ran head = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s});
    m_desk.write(u"bad.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                               "0003,C1,2025-11-01,2025-12-01,USD,10.00\n0004,C1,31/04/"
                               "2025,2025-12-01,USD,10.00\n0005,C1,2025-11-01,2025-12-01,USX,10.00\n");
    const Ran r = m_desk.run({u"--book"_s, book, u"import"_s, u"bad.csv"_s, u"--rejects"_s, u"rejects.csv"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.contains(u"bad.csv:3:invoice_date: "), qPrintable(r.err));
    QVERIFY2(r.err.contains(u"bad.csv:4:currency: "), qPrintable(r.err));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
    QFile rejects(m_desk.path(u"rejects.csv"_s));
    QVERIFY(rejects.open(QIODevice::ReadOnly));
    const QByteArray kept = rejects.readAll();
    QVERIFY(kept.contains("0004") && kept.contains("0005") && !kept.contains("0003"));
    const Ran good = m_desk.run({u"--book"_s, book, u"import"_s, u"bad.csv"_s, u"--accept-good-rows"_s});
    QCOMPARE(good.code, 0);
    QCOMPARE(good.cell(0, u"new"_s), u"1"_s);
    QCOMPARE(good.cell(0, u"rejected"_s), u"2"_s);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s}).rows().size(), 4);
}

void TestCtlFiles::slipsAreRefusedAndAnswered_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("answer");
    QTest::newRow("a payment of next year") << QByteArray("payment_ref,customer_id,date,currency,amount\n"
                                                          "P9,C1,2026-11-13,USD,1.00\n")
                                            << u"--accept-post-dated"_s;
    QTest::newRow("due before the invoice")
        << QByteArray("invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                      "0009,C1,2025-11-02,2025-11-01,USD,1.00\n")
        << u"--accept-odd-dates"_s;
    QTest::newRow("a lost decimal point")
        << QByteArray("currency,valid_from,rate\nEUR,2025-01-01,1.08\nEUR,2025-02-01,108\n") << u"--accept-odd-rates"_s;
}

void TestCtlFiles::slipsAreRefusedAndAnswered()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, answer);
    const QString book = m_desk.smallBook();
    m_desk.write(u"file.csv"_s, text);
    const QStringList import{u"--book"_s, book, u"--now"_s, u"2025-11-14T09:00:00Z"_s, u"import"_s, u"file.csv"_s};
    const Ran refused = m_desk.run(import);
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(answer), qPrintable(refused.err));
    QCOMPARE(m_desk.run(import + QStringList{answer}).code, 0);
}

void TestCtlFiles::aClockBeyondAllDaysIsRefused()
{
    const QString book = m_desk.smallBook();
    const Ran r = m_desk.run(
        {u"--book"_s, book, u"--now"_s, u"2999-12-30T09:00:00Z"_s, u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s});
    QCOMPARE(r.code, 4);
    QVERIFY2(r.err.contains(u"the clock says 2999-12-30"_s), qPrintable(r.err));
}

// Opening one would wait for its writer.
void TestCtlFiles::aPipeIsNoMapFile()
{
    const QString book = m_desk.smallBook();
    const QByteArray pipe = QFile::encodeName(m_desk.path(u"map.json"_s));
    QCOMPARE(mkfifo(pipe.constData(), 0600), 0);
    m_desk.write(u"file.csv"_s, "a,b\n");
    const Ran r = m_desk.run({u"--book"_s, book, u"import"_s, u"file.csv"_s, u"--map"_s, u"map.json"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.contains(u"is not a regular file"_s), qPrintable(r.err));
}

void TestCtlFiles::namesCannotSteerATerminal()
{
    const QString book = m_desk.smallBook();
    m_desk.write(u"c.csv"_s, "customer_id,name\nC1,\"Evil\x1b[2J \xe2\x80\xaegnp.exe\"\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"c.csv"_s}).code, 0);
    const Ran explained = m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"explain"_s, u"C1"_s});
    QCOMPARE(explained.code, 0);
    QVERIFY2(explained.out.contains(u"Evil\\u001b[2J \\u202egnp.exe"_s), qPrintable(explained.out));
    const Ran table = m_desk.run({u"--book"_s, book, u"--format"_s, u"table"_s, u"aging"_s, u"--by"_s, u"customer"_s});
    QVERIFY2(!table.out.contains(QChar(0x202e)) && !table.out.contains(QChar(0x1b)), qPrintable(table.out));
    const Ran missing = m_desk.run({u"--book"_s, book, u"import"_s, u"a\nerror: b\x1b.csv"_s});
    QCOMPARE(missing.err.count(u'\n'), 1);
    QVERIFY(!missing.err.contains(QChar(0x1b)));
}

void TestCtlFiles::badFiles_data()
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
    QTest::newRow("NUL") << QByteArray(heading).append("00").append(1, '\0').append(
        "10,C1,2025-11-01,2025-12-01,USD,1.00\n")
                         << u":2:"_s;
    QTest::newRow("too many decimals")
        << heading + "0011,C1,2025-11-01,2025-12-01,USD,1.005\n0012,C1,2025-11-01,2025-12-01,USD,1.50\n"
        << u"0011"_s;
    QTest::newRow("empty file") << QByteArray() << u"empty"_s;
}

void TestCtlFiles::badFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const QString book = m_desk.smallBook();
    const Ran head = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s});
    m_desk.write(u"file.csv"_s, text);
    const Ran r = m_desk.run({u"--book"_s, book, u"import"_s, u"file.csv"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.startsWith(u"error: file.csv") || r.err.contains(u"file.csv:"), qPrintable(r.err));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
    QVERIFY(says.isEmpty() || r.err.contains(says, Qt::CaseInsensitive) || r.err.contains(u"amount"));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, m_desk.path(u"."_s)}).code, 2); // a folder
    const QString pipe = m_desk.path(u"pipe.csv"_s);
    QFile::remove(pipe);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, pipe}).code, 2);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"not-there.csv"_s}).code, 2);
}

void TestCtlFiles::ambiguousReadingsAreRefusedWithBoth()
{
    const QString book = m_desk.smallBook();
    m_desk.write(
        u"dots.csv"_s,
        "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0021,C1,2025-11-01,2025-12-01,USD,1.250\n");
    const Ran r = m_desk.run({u"--book"_s, book, u"import"_s, u"dots.csv"_s});
    QCOMPARE(r.code, 2);
    QVERIFY2(r.err.contains(u"= 1250;") && r.err.contains(u"= 1.25;") && r.err.contains(u"--decimal"),
             qPrintable(r.err));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"dots.csv"_s, u"--decimal"_s, u"comma"_s}).code, 0);
    QVERIFY(m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s}).out.contains(u"1250.00"));
    m_desk.write(
        u"dates.csv"_s,
        "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0022,C1,03/04/2025,05/06/2025,USD,7.00\n");
    const Ran d = m_desk.run({u"--book"_s, book, u"import"_s, u"dates.csv"_s});
    QCOMPARE(d.code, 2);
    QVERIFY2(d.err.contains(u"2025-04-03") && d.err.contains(u"2025-03-04") && d.err.contains(u"--date-order"),
             qPrintable(d.err));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"dates.csv"_s, u"--date-order"_s, u"dmy"_s}).code, 0);
    QVERIFY(m_desk.run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"items"_s})
                .out.contains(u"2025-04-03,2025-06-05"));
}

void TestCtlFiles::sameFileAgainIsANoOp()
{
    const QString book = m_desk.smallBook();
    const Ran head = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s});
    const Ran r = m_desk.run({u"--book"_s, book, u"import"_s, u"i.csv"_s});
    QCOMPARE(r.code, 0);
    QVERIFY2(r.err.contains(u"imported before"), qPrintable(r.err));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
    m_desk.write(u"i2.csv"_s,
                 "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0001,C1,2025-09-01,2025-10-01,"
                 "USD,1000.00\n"); // other bytes, same line
    const Ran same = m_desk.run({u"--book"_s, book, u"import"_s, u"i2.csv"_s});
    QCOMPARE(same.code, 0);
    QCOMPARE(same.cell(0, u"unchanged"_s), u"1"_s);
}

void TestCtlFiles::undoImport()
{
    const QString book = m_desk.newBook();
    m_desk.write(u"c.csv"_s, "customer_id,name\nC1,Orion\n");
    m_desk.write(
        u"i.csv"_s,
        "invoice_no,customer_id,invoice_date,due_date,currency,amount\n0001,C1,2025-09-01,2025-10-01,USD,1000.00\n");
    m_desk.write(
        u"p.csv"_s,
        "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\nP1,C1,2025-10-10,USD,400.00,0001,400.00\n");
    for (const QString& f : {u"c.csv"_s, u"i.csv"_s, u"p.csv"_s})
        QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, f}).code, 0);
    const Ran batches = m_desk.run({u"--book"_s, book, u"imports"_s});
    QCOMPARE(batches.rows().size(), 4);
    const Ran refused = m_desk.run({u"--book"_s, book, u"imports"_s, u"undo"_s, batches.cell(1, u"id"_s)});
    QCOMPARE(refused.code, 4); // a payment leans on the invoice
    const QStringList aging{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    QVERIFY(m_desk.run(aging).out.contains(u",600.00,"));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"imports"_s, u"undo"_s, batches.cell(2, u"id"_s)}).code, 0);
    QVERIFY(m_desk.run(aging).out.contains(u",1000.00,"));
    QCOMPARE(m_desk.run({u"--book"_s, book, u"imports"_s, u"undo"_s, batches.cell(1, u"id"_s)}).code, 0);
    QCOMPARE(m_desk.run(aging).out.section(u'\n', 1), u",,0.00,0.00,0.00,0.00,0.00,0.00,0.00\n"_s);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"verify"_s}).code, 0);
    QVERIFY(m_desk.run({u"--book"_s, book, u"imports"_s}).out.contains(u"undone"));
}

void TestCtlFiles::ratesAndTheirAbsence()
{
    const QString book = m_desk.smallBook();
    m_desk.write(
        u"sek.csv"_s,
        "invoice_no,customer_id,invoice_date,due_date,currency,amount\nS1,C1,2025-09-01,2025-10-01,SEK,1000.00\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"sek.csv"_s}).code, 0);
    const QStringList aging{u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"aging"_s};
    const Ran without = m_desk.run(aging);
    QCOMPARE(without.code, 0);
    QCOMPARE(without.cell(0, u"total"_s), u"1100.00"_s);
    QVERIFY2(without.err.contains(u"SEK have no rate and are left out")
                 || without.err.contains(u"SEK has no rate and is left out"),
             qPrintable(without.err));
    m_desk.write(u"r.csv"_s, "currency,valid_from,rate\nSEK,2025-01-01,0.095\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"rates"_s, u"import"_s, u"r.csv"_s}).code, 0);
    const Ran with = m_desk.run(aging);
    QCOMPARE(with.cell(0, u"total"_s), u"1195.00"_s);
    QVERIFY(with.err.isEmpty());
    QCOMPARE(m_desk.run(aging + QStringList{u"--by"_s, u"currency"_s}).rows().value(1).value(0), u"SEK"_s);
}

void TestCtlFiles::exportsAreGuardedAndComeBack()
{
    const QString book = m_desk.newBook();
    m_desk.write(u"hostile.csv"_s, "customer_id,name\nC1,=HYPERLINK(1)\nC2,+SUM(1)\nC3,plain\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"hostile.csv"_s}).code, 0);
    m_desk.write(
        u"hi.csv"_s,
        "invoice_no,customer_id,invoice_date,due_date,currency,amount\nX1,C1,2025-09-01,2025-10-01,USD,5.00\n");
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"hi.csv"_s}).code, 0);
    QCOMPARE(m_desk
                 .run({u"--book"_s, book, u"--as-of"_s, u"2025-11-14"_s, u"export"_s, u"aging"_s, u"--by"_s,
                       u"customer"_s, u"--to"_s, u"out.csv"_s})
                 .code,
             0);
    QFile f(m_desk.path(u"out.csv"_s));
    QVERIFY(f.open(QIODevice::ReadOnly));
    const QByteArray text = f.readAll();
    QVERIFY(text.contains("\r\n"));
    QVERIFY2(text.contains("'=HYPERLINK"), text.constData());
    QVERIFY(text.contains(",5.00,")); // numbers are not touched
    const auto exported = [&](const QStringList& words) {
        return m_desk.run(QStringList{u"--book"_s, book, u"export"_s} + words);
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

void TestCtlFiles::contactsGoOutAndComeBack()
{
    const QString book = m_desk.newBook(), other = m_desk.newBook();
    m_desk.write(u"rc.csv"_s, "customer_id,name\nC1,Alpha\n007,Beta\n");
    m_desk.write(
        u"rk.csv"_s,
        "customer_id,name,role,email,phone,mobile,timezone,language,preferred_channel,calling_hours,address,billing,"
        "verified_on,verified_by,verified_how,marked,note\n"
        "C1,Ann Lee,Head of Payables,ann@a.example,+1 555,+1 556,Europe/Berlin,de,phone,09:00–12:30,"
        "\"Main St 1\n12345 Town\",yes,2025-11-01,mia,by phone,,\"likes, commas\"\n"
        "007,=Bob,,bob@b.example,'+1 557,,,,,,,no,,,,bounced,-1 is no formula\n"
        "007,Inbox,shared inbox,,,,,,,,,no,,,,,\n");
    for (const QString& b : {book, other})
        QCOMPARE(m_desk.run({u"--book"_s, b, u"import"_s, u"rc.csv"_s}).code, 0);
    QCOMPARE(m_desk.run({u"--book"_s, book, u"import"_s, u"rk.csv"_s}).code, 0);
    const auto list = [&](const QString& b) { return m_desk.run({u"--book"_s, b, u"contacts"_s, u"--full"_s}).out; };
    const QString full = list(book);
    QVERIFY2(full.contains(u"Head of Payables"_s) && full.contains(u"09:00–12:30"_s) && full.contains(u"bounced"_s),
             qPrintable(full));
    for (const QString& file : {u"full.csv"_s, u"full.xlsx"_s})
        QCOMPARE(m_desk.run({u"--book"_s, book, u"export"_s, u"contacts"_s, u"--full"_s, u"--to"_s, file}).code, 0);
    const Ran again = m_desk.run({u"--book"_s, book, u"import"_s, u"full.csv"_s});
    QCOMPARE(again.cell(0, u"unchanged"_s), u"3"_s);
    QCOMPARE(again.cell(0, u"changed"_s), u"0"_s);
    QCOMPARE(m_desk.run({u"--book"_s, other, u"import"_s, u"full.csv"_s}).code, 0);
    QCOMPARE(list(other), full);
}

// Each option that names a file to write, and each file it must not take the place of.
void TestCtlFiles::outputsNeverTakeTheirPlace_data()
{
    QTest::addColumn<QStringList>("command"); // the name of the output comes last
    QTest::addColumn<QString>("ending");
    QTest::newRow("statement --html") << QStringList{u"statement"_s, u"C1"_s, u"--html"_s} << u"html"_s;
    QTest::newRow("statement --pdf") << QStringList{u"statement"_s, u"C1"_s, u"--pdf"_s} << u"pdf"_s;
    QTest::newRow("import --rejects") << QStringList{u"import"_s, u"bad.csv"_s, u"--rejects"_s} << u"csv"_s;
    QTest::newRow("import --dry-run --rejects")
        << QStringList{u"import"_s, u"bad.csv"_s, u"--dry-run"_s, u"--rejects"_s} << u"csv"_s;
    QTest::newRow("rates import --rejects")
        << QStringList{u"rates"_s, u"import"_s, u"bad.csv"_s, u"--rejects"_s} << u"csv"_s;
    for (const char* ending : {"csv", "xlsx", "pdf", "html", "json"})
        QTest::addRow("export %s", ending)
            << QStringList{u"export"_s, u"items"_s, u"--to"_s} << QString::fromLatin1(ending);
}

void TestCtlFiles::outputsNeverTakeTheirPlace()
{
    QFETCH(QStringList, command);
    QFETCH(QString, ending);
    const QString book = m_desk.smallBook(), other = m_desk.newBook();
    m_desk.write(u"bad.csv"_s, "invoice_no,customer_id,invoice_date,amount\n1,C1,2025-01-10,x\n");
    QVERIFY(QDir(m_desk.path(u"."_s)).mkpath(book + u".backups"_s));
    QStringList targets{book, other, m_desk.write(book + u".backups/mine."_s + ending, "a backup")};
    for (const char* beside : {"-wal", "-journal", "-shm", ".wlock"})
        targets += book + QLatin1String(beside);
    m_desk.write(book + u".wlock"_s, "lock"); // what the book makes by itself comes and goes
    if (command.contains(u"bad.csv"_s))
        targets += m_desk.path(u"bad.csv"_s);
    const Ran head = m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s});
    int n = 0;
    for (const QString& target : targets) {
        const QString soft = m_desk.path(u"soft%1."_s.arg(++n) + ending);
        QFile::remove(soft);
        QVERIFY(QFile::link(target, soft));
        QStringList names{target, soft};
        if (const QString hard = m_desk.path(u"hard%1."_s.arg(n) + ending);
            QFile::remove(hard), target != book && QFile::exists(target)) {
            QCOMPARE(::link(QFile::encodeName(target).constData(), QFile::encodeName(hard).constData()), 0);
            names += hard;
        }
        const QByteArray before = m_desk.contentOf(target);
        for (const QString& name : names) {
            const Ran r = m_desk.run(QStringList{u"--book"_s, book} + command + QStringList{name});
            QVERIFY2(r.code == 1, qPrintable(name + u": "_s + QString::number(r.code) + r.err));
            QVERIFY2(r.err.startsWith(u"error: "_s) && r.out.isEmpty(), qPrintable(r.err + r.out));
            QCOMPARE(m_desk.contentOf(target), before);
        }
        QFile::remove(m_desk.path(u"hard%1."_s.arg(n) + ending));
    }
    QCOMPARE(m_desk.run({u"--book"_s, book, u"audit"_s, u"head"_s}).out, head.out);
}

void TestCtlFiles::outputsHaveTheirEndings()
{
    const QString book = m_desk.smallBook();
    m_desk.write(u"bad.csv"_s, "invoice_no,customer_id,invoice_date,amount\n1,C1,2025-01-10,x\n");
    const QList<QPair<QStringList, QString>> tries{
        {{u"statement"_s, u"C1"_s, u"--html"_s, u"s.pdf"_s}, u".html or .htm"_s},
        {{u"statement"_s, u"C1"_s, u"--pdf"_s, u"s"_s}, u".pdf"_s},
        {{u"import"_s, u"bad.csv"_s, u"--rejects"_s, u"s.txt"_s}, u".csv"_s},
        {{u"export"_s, u"items"_s, u"--to"_s, u"s.duedesk"_s}, u".xlsx"_s},
    };
    for (const auto& [command, remedy] : tries) {
        const Ran r = m_desk.run(QStringList{u"--book"_s, book} + command);
        QVERIFY2(r.code == 1 && r.err.contains(remedy), qPrintable(r.err));
        QVERIFY(!QFile::exists(m_desk.path(command.last())));
    }
    // The map that columns are read by is an input as well.
    m_desk.write(u"map.csv"_s, "{}");
    const Ran r = m_desk.run(
        {u"--book"_s, book, u"import"_s, u"bad.csv"_s, u"--map"_s, u"map.csv"_s, u"--rejects"_s, u"./map.csv"_s});
    QCOMPARE(r.code, 1);
    QCOMPARE(m_desk.contentOf(u"map.csv"_s), QByteArray("{}"));
    // Files that are made in a folder by their own names go through the same door.
    const QString other = m_desk.newBook();
    QVERIFY(QDir(m_desk.path(u"."_s)).mkpath(u"made"_s));
    QVERIFY(QFile::link(other, m_desk.path(u"made/payments.csv"_s)));
    const QByteArray before = m_desk.contentOf(other);
    QCOMPARE(m_desk.run({u"generate"_s, u"made"_s, u"--customers"_s, u"2"_s, u"--invoices"_s, u"4"_s}).code, 1);
    QCOMPARE(m_desk.contentOf(other), before);
    QVERIFY(!QFile::exists(m_desk.path(u"made/customers.csv"_s)));
}

QTEST_GUILESS_MAIN(TestCtlFiles)
#include "tst_ctlfiles.moc"
