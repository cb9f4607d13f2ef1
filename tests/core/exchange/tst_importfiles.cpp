// Whole files: encodings, delimiters, headings, what is no file, what changes, totals, re-import, cancel.
#include "tests/core/exchange/importfixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <sys/stat.h>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QString sample =
    u"invoice_no,customer_id,invoice_date,amount,product_line\n1,Ä1,2025-01-10,100.00,Größe €\n2,A,2025-01-11,5.25,x\n"_s;

QByteArray utf16(const QString& text, bool little, bool mark)
{
    QByteArray out;
    const auto unit = [&](ushort u) {
        out += little ? char(u & 0xff) : char(u >> 8);
        out += little ? char(u >> 8) : char(u & 0xff);
    };
    if (mark)
        unit(0xfeff);
    for (const QChar c : text)
        unit(c.unicode());
    return out;
}

QByteArray cp1252(QString text) { return text.replace(u'€', QChar(0x80)).toLatin1(); }

} // namespace

class TestImportFiles : public QObject {
    Q_OBJECT
private slots:
    // Any text of eight bits reads as cp1252: the report says so, with a word by which one sees whether it is right.
    void anAssumedEncodingIsAskedAbout()
    {
        ImportFixture f;
        // Signs within a name: it is asked for, with what the others would read.
        const QByteArray koi8 = "customer_id,name\nA,Alpha\nB,\xf0\xd2\xc9\xd7\xc5\xd4\n";
        const auto asked = f.stageText(koi8);
        QVERIFY(!asked);
        QVERIFY2(asked.error().message().contains(u"“ðÒÉ×ÅÔ”"_s) && say(asked.error().remedy).contains(u"--encoding"_s),
                 qPrintable(asked.error().message()));
        const auto r = f.stageText("customer_id,name\nA,Alpha\nB,M\xfcller\n");
        QVERIFY(r);
        QCOMPARE(r->warningCount, std::int64_t(1));
        QVERIFY2(r->warnings.at(0).message().contains(u"read as cp1252"_s)
                     && r->warnings.at(0).message().contains(u"“Müller”"_s)
                     && say(r->warnings.at(0).remedy).contains(u"--encoding"_s),
                 qPrintable(r->warnings.at(0).message()));
        // Beyond the first 64 KiB it is found while the rows are read, and said as well.
        QByteArray late = "customer_id,name\n";
        for (int i = 0; i < 10'000; ++i)
            late += 'C' + QByteArray::number(i) + ",Alpha\n";
        QCOMPARE(f.stageText(late + "B,\xf0\xd2\xc9\n", u"late.csv"_s)->warningCount, std::int64_t(1));
        f.options.encoding = Encoding::Cp1252;
        QCOMPARE(f.stageText(koi8)->warningCount, std::int64_t(0));
    }
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("utf-8") << sample.toUtf8();
        QTest::newRow("utf-8 with mark") << "\xef\xbb\xbf" + sample.toUtf8();
        QTest::newRow("utf-16le with mark") << utf16(sample, true, true);
        QTest::newRow("utf-16be with mark") << utf16(sample, false, true);
        QTest::newRow("utf-16le") << utf16(sample, true, false);
        QTest::newRow("utf-16be") << utf16(sample, false, false);
        QTest::newRow("cp1252") << cp1252(sample);
        QTest::newRow("cr") << sample.toUtf8().replace('\n', '\r');
        QTest::newRow("crlf") << sample.toUtf8().replace("\n", "\r\n");
        QTest::newRow("semicolon") << sample.toUtf8().replace(',', ';');
        QTest::newRow("tab") << sample.toUtf8().replace(',', '\t');
        QTest::newRow("bar") << sample.toUtf8().replace(',', '|');
        QTest::newRow("sep=") << "sep=;\r\n" + sample.toUtf8().replace(',', ';');
        QTest::newRow("preamble") << "Alpha GmbH\nOpen items\n\"As of 14 Nov 2025\"\n\n" + sample.toUtf8();
        QTest::newRow("headings in any case and order") << QByteArray(
            "Amount;Invoice Date;PRODUCT LINE;Customer-ID;Invoice No. *\n100.00;2025-01-10;Gr\xc3\xb6\xc3\x9f"
            "e \xe2\x82\xac;\xc3\x84"
            "1;1\n5.25;2025-01-11;x;A;2\n");
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        ImportFixture f;
        const auto r = f.take(bytes);
        QCOMPARE(r.errorCount, std::int64_t(0));
        QCOMPARE(f.open("1", "2025-01-11"), std::int64_t(10000));
        QCOMPARE(f.open("2", "2025-01-11"), std::int64_t(525));
        QVERIFY(f.customer("Ä1"));
        QCOMPARE(viewDebit(f.book->ledger(), 0).product, u"Größe €"_s);
    }
    void lateCp1252IsFoundOut()
    {
        // The first byte beyond ASCII comes long after the sample.
        ImportFixture f;
        QByteArray text = "invoice_no,customer_id,invoice_date,amount\n";
        for (int i = 0; i < 4000; ++i)
            text += QByteArray::number(i) + ",A,2025-01-10,1.00\n";
        const auto r = f.take(text + "x,M\xfcller,2025-01-10,1.00\n");
        QCOMPARE(r.errorCount, std::int64_t(0));
        QVERIFY(f.customer("Müller"));
        QVERIFY(r.files[0].layout.encoding == Encoding::Cp1252);
    }
    void mixedEncodingsAreRefusedWithTheRow()
    {
        ImportFixture f;
        const auto r = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,M\xc3\xbcller,2025-01-10,1.00\n2,"
                                   "M\xfcller,2025-01-10,1.00\n");
        QVERIFY(!r);
        QCOMPARE(r.error().row, qint64(3));
        QVERIFY(say(r.error().remedy).contains(u"--encoding"_s));
        f.options.encoding = Encoding::Utf8; // stated: then the row is the error
        const auto stated = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,M\xc3\xbcller,2025-01-10,1."
                                        "00\n2,M\xfcller,2025-01-10,1.00\n");
        QVERIFY(stated);
        QCOMPARE(stated->errors.at(0).row, qint64(3));
    }
    void noFile()
    {
        ImportFixture f;
        const auto what = [&](const QString& path) {
            const auto r = f.stageFiles({path});
            return r ? QString() : say(r.error().what);
        };
        QCOMPARE(what(f.dir.path()), u"is a folder"_s);
        QCOMPARE(what(f.dir.filePath(u"absent.csv"_s)), u"there is no such file"_s);
        QCOMPARE(what(u"/dev/zero"_s), u"is not a regular file"_s);
        const QByteArray pipe = QFile::encodeName(f.dir.filePath(u"pipe"_s));
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        QCOMPARE(what(QFile::decodeName(pipe)), u"is not a regular file"_s);
        const QString secret = f.file(u"secret.csv"_s, sample.toUtf8());
        QVERIFY(QFile::setPermissions(secret, QFileDevice::Permissions()));
        if (::geteuid() != 0)
            QCOMPARE(what(secret), u"may not be read"_s);
        QCOMPARE(what(f.file(u"empty.csv"_s, "")), u"the file is empty"_s);
        const QString large = f.file(u"large.csv"_s, sample.toUtf8());
        QVERIFY(QFile::resize(large, (qint64(2) << 30) + 1));
        QCOMPARE(what(large), u"is larger than 2 GiB"_s);
    }
    void aFileThatChangesIsRefused()
    {
        ImportFixture f;
        const QString path = f.file(u"in.csv"_s, sample.toUtf8());
        bool once = false;
        f.options.progress = [&](double, const QString&) {
            if (!once)
                f.file(u"in.csv"_s, sample.toUtf8() + "3,A,2025-01-11,1.00,y\n");
            once = true;
        };
        const auto r = f.stageFiles({path});
        QVERIFY(!r);
        QCOMPARE(say(r.error().what), u"changed while it was read"_s);
    }
    void headings()
    {
        ImportFixture f;
        auto r = f.stageText("invoice_no,customer_id,amount\n1,A,1.00\n");
        QVERIFY(!r);
        QCOMPARE(r.error().field, u"invoice_date"_s);
        QVERIFY(say(r.error().what).contains(u"invoice_no, customer_id, amount"_s));
        r = f.stageText("foo,bar\n1,2\n");
        QVERIFY(say(r.error().what).contains(u"no heading row"_s));
        r = f.stageText("invoice_no,customer_id,invoice_date,amount,colour\n1,A,2025-01-10,1.00,red\n");
        QCOMPARE(r->files[0].layout.unknown, QStringList{u"colour"_s});
        f.options.kind = FileKind::Payments;
        r = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,1.00\n");
        QCOMPARE(r.error().field, u"payment_ref"_s);
    }
    void readings_data()
    {
        QTest::addColumn<QByteArray>("dates"); // of invoice_date
        QTest::addColumn<QByteArray>("amounts");
        QTest::addColumn<QByteArray>("result"); // "date amount" of the first row, "?" = asks, "!n" = n rejected
        const auto row = [](const char* dates, const char* amounts, const char* result) {
            QTest::addRow("%s | %s", dates, amounts) << QByteArray(dates) << QByteArray(amounts) << QByteArray(result);
        };
        row("2025-03-04", "1250.00", "2025-03-04 125000"), row("2025-03-04", "1250", "2025-03-04 125000"),
            row("2025-03-04", "12.5", "2025-03-04 1250");
        row("03/04/2025", "1.00", "? date"), row("03/04/2025 01/02/2025", "1.00 2.00", "? date"),
            row("03/04/2025 13/04/2025", "1.00 2.00", "2025-04-03 100");
        row("03/04/2025 04/13/2025", "1.00 2.00", "2025-03-04 100"), row("04/04/2025", "1.00", "2025-04-04 100"),
            row("3 Apr 2025", "1.00", "2025-04-03 100");
        row("03/04/2025 31/04/2025", "1.00 2.00", "? date"),
            row("03/04/2025 13/04/2025 31/04/2025", "1.00 2.00 3.00", "2025-04-03 100 !1");
        row("2025-03-04", "1.250", "? amount"), row("2025-03-04", "1,250", "? amount"),
            row("2025-03-04 2025-03-04", "1.250 2.500", "? amount");
        row("2025-03-04 2025-03-04", "1.250 12,50", "2025-03-04 125000"),
            row("2025-03-04 2025-03-04", "1,250 12.50", "2025-03-04 125000");
        row("2025-03-04 2025-03-04", "12.50 1.250", "2025-03-04 1250 !1"),
            row("2025-03-04 2025-03-04", "1.234,56 2", "2025-03-04 123456");
        row("2025-03-04 2025-03-04", "12.50 12,50", "? amount"),
            row("2025-03-04 2025-03-04 2025-03-04 2025-03-04 2025-03-04 2025-03-04", "1.10 1.20 1.30 1.40 1.50 1,60",
                "2025-03-04 110 !1");
        row("2025-03-04", "1.250.000", "2025-03-04 125000000"), row("2025-03-04", "0.125", "!1");
    }
    void readings()
    {
        QFETCH(QByteArray, dates);
        QFETCH(QByteArray, amounts);
        QFETCH(QByteArray, result);
        ImportFixture f;
        QByteArray text = "invoice_no;customer_id;invoice_date;amount\n";
        const auto d = dates.contains("Apr") ? QByteArrayList{dates} : dates.split(' ');
        const auto a = amounts.split(' ');
        for (int i = 0; i < d.size(); ++i)
            text += QByteArray::number(i) + ";A;" + d[i] + ';' + a[i] + '\n';
        const auto r = f.stageText(text);
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QByteArray found;
        if (!r->ambiguities.empty()) {
            const Ambiguity& q = r->ambiguities[0];
            found = q.field == Field::Amount ? "? amount" : "? date";
            QCOMPARE(q.readings.size(), std::size_t(2));
            QVERIFY(!q.readings[0].samples.empty());
            const QString m = q.error().message();
            QVERIFY2(m.contains(found == "? amount" ? u"--decimal comma"_s : u"--date-order mdy"_s), qPrintable(m));
        } else {
            if (!r->staged.debits.empty())
                found = Date(r->staged.debits[0].row.date).isoString().c_str()
                        + (' ' + QByteArray::number(qlonglong(r->staged.debits[0].row.amount)));
            if (r->errorCount > 0)
                found += (found.isEmpty() ? "!" : " !") + QByteArray::number(qlonglong(r->errorCount));
        }
        QCOMPARE(found, result);
    }
    void theWholeFileDecides()
    {
        // Only the last row, far behind the sample, can be read one way alone.
        ImportFixture f;
        QByteArray text = "invoice_no;customer_id;invoice_date;amount\n";
        for (int i = 0; i < 4000; ++i)
            text += QByteArray::number(i) + ";A;03/04/2025;1.250\n";
        auto r = f.stageText(text);
        QCOMPARE(r->ambiguities.size(), std::size_t(2));
        r = f.stageText(text + "x;A;04/13/2025;12,50\n");
        QVERIFY(r && r->ambiguities.empty() && r->errors.empty());
        QCOMPARE(Date(r->staged.debits[0].row.date), ImportFixture::day("2025-03-04"));
        QCOMPARE(r->staged.debits[0].row.amount, std::int64_t(125000));
    }
    void answersAreTakenAndRemembered()
    {
        ImportFixture f;
        const QByteArray text = "invoice_no,customer_id,invoice_date,amount\n1,A,03/04/2025,1.250\n";
        QCOMPARE(f.stageText(text)->ambiguities.size(), std::size_t(2));
        f.options.decimal = DecimalMark::Comma;
        f.options.dateOrder = DateOrder::Mdy;
        f.take(text);
        QCOMPARE(f.open("1", "2025-03-04"), std::int64_t(125000));
        f.options.decimal = DecimalMark::Undecided;
        f.options.dateOrder = DateOrder::Undecided;
        const auto next = f.stageText("invoice_no,customer_id,invoice_date,amount\n2,A,05/06/2025,2.500\n");
        QVERIFY(next->ambiguities.empty());
        QCOMPARE(next->staged.debits.at(0).row.amount, std::int64_t(250000));
        QCOMPARE(Date(next->staged.debits[0].row.date), ImportFixture::day("2025-05-06"));
        // Answers of the window, per column.
        ImportFixture g;
        const QString path = g.file(u"w.csv"_s, text);
        g.options.answers = {{path, u"amount"_s, DecimalMark::Point, DateOrder::Undecided, true},
                             {path, u"invoice_date"_s, DecimalMark::Undecided, DateOrder::Dmy, true}};
        const auto r = g.stageFiles({path});
        QVERIFY(r && r->ambiguities.empty());
        QCOMPARE(r->staged.debits.at(0).row.amount, std::int64_t(125));
        QCOMPARE(Date(r->staged.debits[0].row.date), ImportFixture::day("2025-04-03"));
    }
    void mapFiles()
    {
        ImportFixture f;
        const auto m = Mapping::fromJson(
            R"({"kind":"invoices","columns":{"invoice_no":"Belegnr","customer_id":"Debitor","invoice_date":"Datum","amount":"Betrag"},
                                            "date_order":"dmy","decimal":"comma"})",
            u"erp.json"_s);
        QVERIFY(m);
        f.options.mapping = *m;
        const QByteArray text = "Belegnr;Debitor;Datum;Betrag;Text\n1;A;03.04.2025;1.250;x\n";
        f.take(text);
        QCOMPARE(f.open("1", "2025-04-03"), std::int64_t(125000));
        f.options.mapping.reset(); // found again by its headings
        const auto next = f.stageText("Belegnr;Debitor;Datum;Betrag;Text\n2;A;03.04.2025;1.250;x\n");
        QVERIFY2(next, next ? "" : qPrintable(next.error().message()));
        QCOMPARE(next->files[0].profile, u"erp.json"_s);
        QCOMPARE(next->staged.debits.at(0).row.amount, std::int64_t(125000));
        QCOMPARE(Mapping::fromJson("{\"colums\":{}}", u"x"_s).error().field, u"colums"_s);
        QCOMPARE(Mapping::fromJson("[1]", u"x"_s).error().code, ErrorCode::Usage);
        QVERIFY(Mapping::fromJson("{\"invoice_no\":\"A\",\"decimal\":\"dot\"}", u"x"_s).error().field == u"decimal"_s);
        const auto flat = Mapping::fromJson("{\"invoice_no\":\"Nr\",\"amount\":\"Betrag\"}", u"x"_s);
        QCOMPARE(flat->columns.size(), std::size_t(2));
        f.options.mapping = *flat;
        QCOMPARE(f.stageText("Nr;Datum\n1;2\n").error().value, u"Betrag"_s);
    }
    void theSameFileAgainIsANoOp()
    {
        ImportFixture f;
        f.take(sample.toUtf8());
        const auto r = f.stageText(sample.toUtf8(), u"other name.csv"_s);
        QVERIFY(r->files[0].alreadyImported);
        QVERIFY(r->staged.changesNothing());
        QCOMPARE(r->files[0].rows, std::int64_t(0));
    }
    void printedTotalsWarn()
    {
        ImportFixture f;
        const QByteArray rows = "customer_name,invoice_no,customer_id,invoice_date,amount\nTotal "
                                "Energies,1,A,2025-01-10,10.00\nBeta,2,B,2025-01-10,5.00\n";
        auto r = f.stageText(rows + "Total,,,,15.00\n");
        QCOMPARE(r->errorCount, std::int64_t(0));
        QCOMPARE(r->warningCount, std::int64_t(0));
        QCOMPARE(r->files[0].skipped, std::int64_t(1));
        QCOMPARE(r->files[0].rows, std::int64_t(3));
        r = f.stageText(rows + "TOTAL,,,,16.00\n");
        QCOMPARE(r->warningCount, std::int64_t(1));
        QVERIFY(r->mayCommit());
    }
    void controlTotals()
    {
        ImportFixture f;
        const Currency usd = *Currency::parse(std::string_view("USD")), eur = *Currency::parse(std::string_view("EUR"));
        const QByteArray rows = "invoice_no,customer_id,invoice_date,amount,currency\n1,A,2025-01-10,10.00,USD\n2,B,"
                                "2025-01-10,5.00,EUR\n3,B,31/04/2025,7.00,USD\n";
        f.options.controlTotals = {{1700, usd}, {500, eur}}; // rejected rows are in the file's sum
        QVERIFY(f.stageText(rows)->mayCommit());
        f.options.controlTotals = {{1000, usd}};
        const auto r = f.stageText(rows);
        QVERIFY(!r->mayCommit());
        QVERIFY(say(r->blockers[0].what).contains(u"17.00 USD"_s) && say(r->blockers[0].what).contains(u"7.00 USD"_s));
    }
    void cancel()
    {
        ImportFixture f;
        std::atomic<bool> stop{true};
        f.options.cancel = &stop;
        const auto r = f.stageText(sample.toUtf8());
        QVERIFY(!r);
        QCOMPARE(r.error().code, ErrorCode::Cancelled);
    }
    void batchSaysWhatWasTaken()
    {
        ImportFixture f;
        f.options.now = 1763112600000;
        const auto r = f.take(sample.toUtf8(), u"ledger.csv"_s);
        const ImportBatch& b = r.staged.batch;
        QCOMPARE(b.files.size(), std::size_t(1));
        QCOMPARE(b.files[0].name, u"ledger.csv"_s);
        QCOMPARE(b.files[0].kind, u"invoices"_s);
        QCOMPARE(b.files[0].rows, std::int64_t(2));
        QCOMPARE(b.files[0].sha256, QCryptographicHash::hash(sample.toUtf8(), QCryptographicHash::Sha256).toHex());
        QVERIFY(b.id && b.operation && b.at == 1763112600000);
    }
};

QTEST_APPLESS_MAIN(TestImportFiles)
#include "tst_importfiles.moc"
