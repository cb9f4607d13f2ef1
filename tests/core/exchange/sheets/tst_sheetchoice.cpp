// A workbook through the door of the importer: which sheet is read, where a bad row stands, and what is kept of it.
#include "tests/core/exchange/importfixture.h"
#include "tests/core/exchange/sheets/workbookfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray headings =
    "<row r=\"3\"><c t=\"str\"><v>Customer ID</v></c><c t=\"str\"><v>Invoice No</v></c><c t=\"str\"><v>Invoice Date</v>"
    "</c><c t=\"str\"><v>Due Date</v></c><c t=\"str\"><v>Amount</v></c></row>";
const QByteArray dayStyle = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";

QByteArray item(int row, const QByteArray& number, const QByteArray& amount, const QByteArray& due = "<v>45816</v>")
{
    return "<row r=\"" + QByteArray::number(row) + "\"><c t=\"str\"><v>C1</v></c><c t=\"str\"><v>" + number
           + "</v></c><c s=\"1\"><v>45786</v></c><c s=\"1\">" + due + "</c><c>" + amount + "</c></row>";
}
XlsxSheet items(const QByteArray& name, const QByteArray& number, const QByteArray& state = "visible")
{
    return {name,
            "<row r=\"1\"><c t=\"str\"><v>Report of May</v></c></row>" + headings + item(4, number, "<v>1234.567</v>")
                + item(6, number + "b", "<v>1250</v>"),
            state};
}
const XlsxSheet notes{"Notes", "<row r=\"1\"><c t=\"str\"><v>Amount</v></c><c t=\"str\"><v>nothing else</v></c></row>"};
const XlsxSheet empty{"Sheet3", ""};

QByteArray book(std::vector<XlsxSheet> sheets) { return xlsxOf({std::move(sheets), {}, dayStyle, {}}); }

} // namespace

class TestSheetChoice : public QObject {
    Q_OBJECT
private slots:
    void theSheetWithTheHeadingsIsRead()
    {
        ImportFixture f("KWD");
        const QString path =
            f.file(u"may.dat"_s, book({notes, items("Open items", "R1"), empty, items("Backup", "R1", "hidden")}));
        const auto d = detect(*f.book, path, {});
        QVERIFY2(d, d ? "" : qPrintable(d.error().message()));
        QCOMPARE(d->layout.sheet, 1);
        QCOMPARE(d->layout.sheetName, u"Open items"_s);
        QCOMPARE(d->layout.headingLine, std::int64_t(3));
        QCOMPARE(d->sheets.size(), std::size_t(4));
        QVERIFY(d->sheets[3].hidden);
        QCOMPARE(d->sheets[1].rows, std::int64_t(6));
        const auto r = f.stageFiles({path});
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QCOMPARE(r->errorCount, std::int64_t(0));
        QVERIFY(r->ambiguities.empty());
        QCOMPARE(r->files[0].added, std::int64_t(2));
        QCOMPARE(r->files[0].total.in(*Currency::parse(std::string_view("KWD"))).toPlainString(),
                 std::string("2484.567"));
        QCOMPARE(r->staged.debits[0].row.due, ImportFixture::day("2025-06-08").days());
    }
    void twoThatFitAlikeAreAskedAbout()
    {
        ImportFixture f;
        const QString path = f.file(u"two.xlsx"_s, book({items("EUR", "R1"), items("USD", "R2"), notes}));
        const auto asked = detect(*f.book, path, {});
        QVERIFY(!asked);
        const QString said = asked.error().message();
        QVERIFY2(said.contains(u"EUR (6 rows), USD (6 rows)"_s) && !said.contains(u"Notes"_s)
                     && said.contains(u"--sheet NAME"_s),
                 qPrintable(said));
        DetectOptions o;
        for (const QString& answer : {u"USD"_s, u"usd"_s, u"2"_s}) {
            o.sheet = answer;
            const auto d = detect(*f.book, path, o);
            QVERIFY2(d, d ? "" : qPrintable(d.error().message()));
            QCOMPARE(d->layout.sheet, 1);
        }
        o.sheet = u"GBP"_s;
        const auto none = detect(*f.book, path, o);
        QVERIFY(!none);
        QVERIFY2(none.error().message().contains(u"has no sheet “GBP”; its sheets are: EUR (6 rows), USD"_s),
                 qPrintable(none.error().message()));
        // Somebody who maps by hand sees what is read.
        QCOMPARE(peek(path, {})->layout.sheetName, u"EUR"_s);
    }
    void hiddenSheetsOnlyByName()
    {
        ImportFixture f;
        const QString path = f.file(u"h.xlsx"_s, book({notes, items("Items", "R1", "hidden")}));
        QVERIFY(!detect(*f.book, path, {}));
        DetectOptions o;
        o.sheet = u"Items"_s;
        QVERIFY(detect(*f.book, path, o));
        QVERIFY(
            detect(*f.book, f.file(u"e.xlsx"_s, book({empty})), {}).error().message().contains(u"no visible sheet"_s));
    }
    void aBadRowNamesItsSheet()
    {
        ImportFixture f;
        const QString path = f.file(u"bad.xlsx"_s, book({{"Items", headings + item(4, "R1", "<v>10</v>", "<v>60</v>")
                                                                       + item(5, "R2", "<f>SUM(A1:A2)</f>")}}));
        const auto r = f.stageFiles({path});
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QCOMPARE(r->errors.size(), std::size_t(2));
        QVERIFY2(r->errors[0].message().startsWith(path + u" [Items]:4:Due Date: "_s),
                 qPrintable(r->errors[0].message()));
        QCOMPARE(r->errors[0].value, u"1900-02-29"_s);
        QCOMPARE(r->errors[1].value, u"=SUM(A1:A2)"_s);
        QCOMPARE(r->files[0].name, u"bad.xlsx [Items]"_s);
        const QString rejects = f.dir.filePath(u"rejects.csv"_s);
        const auto written = writeRejects(*r, {}, rejects);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message()));
        QFile out(rejects);
        QVERIFY(out.open(QIODevice::ReadOnly));
        const QByteArray text = out.readAll();
        QVERIFY2(text.contains("row,reason,Customer ID,Invoice No,Invoice Date,Due Date,Amount")
                     && text.contains("C1,R1,2025-05-09,1900-02-29,10"),
                 text.constData());
    }
    // The same bytes twice are one import; another sheet of them is another.
    void sheetsOfOneWorkbookAreImportedOneByOne()
    {
        ImportFixture f("KWD");
        const QByteArray bytes = book({items("A", "R1"), items("B", "R2")});
        f.options.sheet = u"A"_s;
        QVERIFY(!f.take(bytes, u"x.xlsx"_s).files[0].alreadyImported);
        QVERIFY(f.take(bytes, u"y.xlsx"_s).files[0].alreadyImported);
        f.options.sheet = u"B"_s;
        const StagedReport second = f.take(bytes, u"x.xlsx"_s);
        QVERIFY(!second.files[0].alreadyImported);
        QCOMPARE(second.files[0].added, std::int64_t(2));
        QCOMPARE(second.files[0].sha256, f.book->rows<ImportBatch>()[0].files[0].sha256);
    }
    void aSheetThatBreaksLateRefusesTheFile()
    {
        QByteArray rows = headings;
        for (int i = 4; i < 4000; ++i)
            rows += item(i, "R" + QByteArray::number(i), "<v>10</v>");
        std::vector<ZipPart> parts = xlsxZipParts({{{"Items", rows}}, {}, dayStyle, {}});
        for (ZipPart& p : parts)
            if (p.name.endsWith("sheet1.xml"))
                p.bytes.replace("R3990", "&R39;");
        ImportFixture f;
        const auto r = f.stageText(zipOf(parts), u"late.xlsx"_s);
        QVERIFY(!r);
        QVERIFY2(r.error().message().contains(u"late.xlsx: is damaged: in its part xl/worksheets/sheet1.xml"_s),
                 qPrintable(r.error().message()));
    }
    void pagesAreReadInTheirEncoding()
    {
        ImportFixture f;
        const QByteArray page = "<html><table><tr><th>Customer ID<th>Name<tr><td>C1<td>Zo\xeb</table>";
        const auto r = f.stageText(page, u"page.xls"_s);
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QCOMPARE(r->files[0].layout.encoding, Encoding::Cp1252);
        f.commit(r->staged);
        QCOMPARE(f.customer("C1")->name, u"Zoë"_s);
    }
    // Names with commas and semicolons must not be taken for what parts the cells.
    void delimitersInsideOfCells()
    {
        ImportFixture f;
        const auto r =
            f.stageText(xlsxOf("<row r=\"1\"><c t=\"str\"><v>Customer ID</v></c><c t=\"str\"><v>Name</v></c></row>"
                               "<row r=\"2\"><c t=\"str\"><v>C;1</v></c><c t=\"str\"><v>A;B;C, \"D\"</v></c></row>"
                               "<row r=\"3\"><c t=\"str\"><v>C;2</v></c><c t=\"str\"><v>A;B;E</v></c></row>"),
                        u"d.xlsx"_s);
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        f.commit(r->staged);
        QCOMPARE(f.customer("C;1")->name, u"A;B;C, \"D\""_s);
    }
};

QTEST_APPLESS_MAIN(TestSheetChoice)
#include "tst_sheetchoice.moc"
