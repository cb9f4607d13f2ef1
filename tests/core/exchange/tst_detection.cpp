// What the wizard shows before anything is staged.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestDetection : public QObject {
    Q_OBJECT
private slots:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* head, const QString& kind) { QTest::newRow(head) << QByteArray(head) << kind; };
        row("customer_id,name", u"customers"_s), row("customer_id,name,tier,currency", u"customers"_s),
            row("customer_id,name,email", u"contacts"_s);
        row("customer_id,name,role", u"contacts"_s), row("name,customer_id,phone,language", u"contacts"_s),
            row("invoice_no,customer_id,invoice_date,amount", u"invoices"_s);
        row("payment_ref,date,amount", u"payments"_s),
            row("payment_ref,customer_id,date,currency,amount,invoice_no,allocated", u"payments"_s);
        row("customer_id,made_on,promised_for,amount,invoice_no", u"promises"_s),
            row("currency,valid_from,rate", u"rates"_s);
        row("date,calendar,name", u"holidays"_s), row("Invoice Number,Customer,Issue Date,Total", u"invoices"_s);
    }
    void kinds()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, kind);
        ImportFixture f;
        const auto d = detect(*f.book, f.file(u"x.csv"_s, head + "\n"), {});
        QVERIFY2(d, d ? "" : qPrintable(d.error().message()));
        QCOMPARE(fileKindName(d->layout.kind), kind);
    }
    void whatIsNoTextIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("what");
        const auto row = [](const char* name, const QByteArray& content, const char* what) {
            QTest::newRow(name) << content << QString::fromUtf8(what);
        };
        const QByteArray zip("PK\x03\x04\x14\0\0\0\x08\0", 10);
        row("xlsx", zip + "[Content_Types].xml....xl/workbook.xml", "Excel workbook (.xlsx)");
        row("docx", zip + "[Content_Types].xml....word/document.xml", "Word document");
        row("ods", zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "LibreOffice document");
        row("zip", zip + "invoices.csv", "zip archive");
        row("xls", QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10), "Excel workbook of the old kind");
        row("pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF document");
        row("html", "\xef\xbb\xbf\n <!DOCTYPE HTML><html><table>", "web page");
        row("html called xls", "<html><body><p>Your session has expired", "web page");
        row("xml", "<?xml version=\"1.0\"?>\n<Ledger/>", "XML file");
        row("excel xml", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>",
            "Excel workbook in XML");
        row("mt940", "\x01{1:F01ABCDNL2AXXXX0000}{2:O940}{4:\r\n:20:1\r\n:25:NL00BANK\r\n:60F:C251001EUR1,00\r\n",
            "MT940");
        row("mt940 bare", ":20:STARTUMS\n:25:10020030/1234567\n:28C:1/1\n", "MT940");
        row("bai2", "01,122099999,123456789,040621,0200,1,65,,2/\n02,031001234,122099999,1,040620,2359,,2/\n03,1,,/\n",
            "BAI2");
        row("ofx", "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><SIGNONMSGSRSV1>", "OFX");
        row("camt", "<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">",
            "camt");
        row("saf-t", "<?xml version=\"1.0\"?>\n<n1:AuditFile xmlns:n1=\"urn:x\">", "SAF-T");
        row("gzip", QByteArray("\x1f\x8b\x08\0\0\0", 6), "compressed");
        row("book", QByteArray("SQLite format 3\0\x10\0", 18), "perhaps a book");
    }
    void whatIsNoTextIsSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, what);
        ImportFixture f;
        const QString path = f.file(u"x.csv"_s, content);
        for (const auto& d : {detect(*f.book, path, {}), peek(path, {})}) {
            QVERIFY(!d);
            QVERIFY2(say(d.error().what).contains(what) && !d.error().remedy.isEmpty(),
                     qPrintable(d.error().message()));
        }
    }
    // Letters that begin such files may begin a heading.
    void headingsThatLookLikeOtherFiles()
    {
        ImportFixture f;
        for (const char* first : {"MZ", "BZh", "PK", "Rar"})
            QVERIFY(detect(
                *f.book, f.file(u"x.csv"_s, QByteArray(first) + ",customer_id,invoice_no,invoice_date,amount\n"), {}));
    }
    void everythingTheWizardShows()
    {
        ImportFixture f;
        const auto d =
            detect(*f.book,
                   f.file(u"x.csv"_s, "Alpha\n\nInvoice No;Customer ID;Invoice "
                                      "Date;Amount;Colour\n1;A;03/04/2025;1.250;red\n2;B;05/06/2025;2.500;blue\n"),
                   {});
        QVERIFY(d);
        QVERIFY(d->layout.encoding == Encoding::Utf8);
        QCOMPARE(d->layout.delimiter, ';');
        QCOMPARE(d->layout.headingLine, std::int64_t(3));
        QCOMPARE(d->columns.size(), std::size_t(5));
        QCOMPARE(d->columns[0].target, u"invoice_no"_s);
        QCOMPARE(d->columns[3].samples, (QStringList{u"1.250"_s, u"2.500"_s}));
        QVERIFY(d->columns[4].target.isEmpty());
        QCOMPARE(d->ambiguities.size(), std::size_t(2));
        const Ambiguity& dates = d->ambiguities[0];
        QCOMPARE(dates.readings[0].samples[0].read, u"2025-04-03"_s);
        QCOMPARE(dates.readings[1].samples[0].read, u"2025-03-04"_s);
        QCOMPARE(dates.readings[0].samples[0].row, std::int64_t(4));
        const Ambiguity& amounts = d->ambiguities[1];
        QCOMPARE(amounts.readings[0].samples[0].read, u"1.25"_s);
        QCOMPARE(amounts.readings[1].samples[0].read, u"1250"_s);
        QCOMPARE(amounts.readings[1].option, u"--decimal comma"_s);
    }
    void profiles()
    {
        ImportFixture f;
        DetectOptions o;
        const QString path =
            f.file(u"x.csv"_s, "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate\n");
        QCOMPARE(detect(*f.book, path, o)->layout.profile, u"settled-history"_s);
        o.profile = u"sap-open-items"_s;
        QCOMPARE(detect(*f.book, path, o).error().field, u"business_code"_s);
        o.profile = u"nonsense"_s;
        QCOMPARE(detect(*f.book, path, o).error().code, ErrorCode::Usage);
        o.profile = u"generic"_s;
        QCOMPARE(detect(*f.book, path, o)->layout.profile, u"generic"_s); // the headings alone say it too
    }
    void guardedFilesAreOurs()
    {
        ImportFixture f;
        const auto d = detect(*f.book, f.file(u"x.csv"_s, "customer_id,name,duedesk_guarded\r\n"), {});
        QVERIFY(d->layout.guarded && d->layout.unknown.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestDetection)
#include "tst_detection.moc"
