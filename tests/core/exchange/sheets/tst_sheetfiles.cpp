// Workbooks as one file: SpreadsheetML 2003, and web pages that programs name .xls.
#include "tests/core/exchange/sheets/workbookfixture.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray workbook(const QByteArray& rows, const QByteArray& styles = {}, const QByteArray& options = {})
{
    return "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
           "xmlns=\"urn:schemas-microsoft-com:office:"
           "spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>"
           + styles + "</Styles><Worksheet ss:Name=\"Items\"><Table>" + rows + "</Table>" + options
           + "</Worksheet></Workbook>";
}
QByteArray cell(const char* type, const QByteArray& value, const QByteArray& attributes = {})
{
    return "<Cell " + attributes + "><Data ss:Type=\"" + QByteArray(type) + "\">" + value + "</Data></Cell>";
}

} // namespace

class TestSheetFiles : public QObject {
    Q_OBJECT
private slots:
    void typesOfSpreadsheetMl()
    {
        const QByteArray styles =
            "<Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style><Style ss:ID=\"y\"><NumberFormat "
            "ss:Format=\"yyyy\\-mm\"/></Style><Style ss:ID=\"s\"><NumberFormat ss:Format=\"Standard\"/></Style>";
        QCOMPARE(textOf(workbook("<Row>" + cell("Number", "1234.567")
                                     + cell("DateTime", "2025-05-09T00:00:00.000", "ss:StyleID=\"d\"")
                                     + cell("String", "a &amp; b, <B>c</B>&#10;d") + cell("Boolean", "1")
                                     + cell("Error", "#N/A") + cell("Number", "45786", "ss:StyleID=\"d\"")
                                     + cell("Number", "45786", "ss:StyleID=\"y\"")
                                     + cell("Number", "45786", "ss:StyleID=\"s\"") + "</Row>",
                                 styles)),
                 u"1234.5670,2025-05-09,\"a & b, c d\",true,#N/A,2025-05-09,2025-05-09,45786\n"_s);
    }
    void placesOfSpreadsheetMl()
    {
        QCOMPARE(textOf(workbook("<Column/><Row ss:Index=\"2\">" + cell("String", "a")
                                 + cell("String", "c", "ss:Index=\"3\"") + "</Row><Row/><Row>"
                                 + cell("String", "m", "ss:MergeAcross=\"2\"") + cell("String", "z") + "</Row>")),
                 u"\na,,c\n\nm,,,z\n"_s);
        QVERIFY(textOf(workbook("<Row ss:Index=\"2\"/><Row ss:Index=\"2\"/>")).contains(u"not in their order"_s));
        QVERIFY(textOf(workbook("<Row>" + cell("String", "a") + cell("String", "b", "ss:Index=\"1\"") + "</Row>"))
                    .contains(u"not in their order"_s));
        QVERIFY(textOf(workbook("<Row ss:Index=\"2000000\"/>")).contains(u"1,048,576 rows at most"_s));
    }
    void notesAndFormulasOfSpreadsheetMl()
    {
        QCOMPARE(textOf(workbook(
                     "<Row><Cell><Data ss:Type=\"Number\">5</Data><Comment><ss:Data>a note</ss:Data></Comment></Cell>"
                     "<Cell ss:Formula=\"=SUM(R[1]C)\"><Data ss:Type=\"Number\">7</Data></Cell><Cell "
                     "ss:Formula=\"=R1C1\"/></Row>")),
                 u"5,7,=R1C1\n"_s);
    }
    void hiddenSheetsOfSpreadsheetMl()
    {
        const QByteArray file = workbook("<Row>" + cell("Number", "1") + "</Row>", {},
                                         "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>");
        auto book = openWorkbook(bytesOf(file), u"book"_s);
        const auto sheets = previewSheets(**book, 1 << 16);
        QVERIFY(sheets && sheets->size() == 1);
        QVERIFY((*sheets)[0].info.hidden);
        QCOMPARE((*sheets)[0].info.name, u"Items"_s);
    }
    void encodingsOfXml()
    {
        QByteArray file = workbook("<Row>" + cell("String", "Zo\xeb \x80") + "</Row>");
        file.replace("version=\"1.0\"", "version=\"1.0\" encoding=\"windows-1252\"");
        QCOMPARE(textOf(file), u"Zoë €\n"_s);
        file.replace("windows-1252", "shift_jis");
        QVERIFY(textOf(file).contains(u"encoding “shift_jis”"_s));
        QVERIFY(textOf(workbook("<Row>" + cell("String", "Zo\xeb") + "</Row>")).contains(u"bytes that are no text"_s));
        QVERIFY(
            textOf(
                "<?xml version=\"1.0\"?><!DOCTYPE x><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")
                .contains(u"declares a document type"_s));
    }
    void soup()
    {
        QCOMPARE(
            textOf("<HTML><head><style>td{a:b}</td><td>no</style><script>document.write('<td>no</td>')</script></head>"
                   "<TABLE border=1><tr><TD>Invoice<td nowrap>Amount &euro;<TR><td>A&amp;B&nbsp;1 <b>x</b><br>y</td>"
                   "<td align=right x=\">\">1.250,00</table></body>"),
            u"Invoice,Amount €\nA&B\u00a01 x y,\"1.250,00\"\n"_s);
        QCOMPARE(
            textOf("<table><tr><td>a<!-- <td>no</td> --></td><![if x]><td>b</td><![endif]></tr><!--><tr><td>c</table>"),
            u"a,b\nc\n"_s);
        QCOMPARE(textOf("<table><td>1 < 2 & 3 &unknown; &#8364; &#x20ac; &#128;"), u"1 < 2 & 3 &unknown; € € €\n"_s);
    }
    void spans()
    {
        QCOMPARE(textOf("<table><tr><td colspan=2>ab</td><td "
                        "rowspan=3>c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr>"
                        "<tr><td>h</td></tr><tr><td>i</td><td>j</td><td>k</td></table>"),
                 u"ab,,c,d\ne,f,,g\nh\ni,j,k\n"_s);
        QCOMPARE(textOf("<table><tr><td colspan=99999999999>a</td><td>b").count(u','), qsizetype(512));
        QCOMPARE(textOf("<table><tr><td rowspan=0>a</td><td>b<tr><td>c<tr><td>d"), u"a,b\n,c\n,d\n"_s);
    }
    void tablesInTables()
    {
        const QByteArray page =
            "<table id=layout><tr><td>menu<table><tr><td>1</td><td>2</td></tr></table>more</td></tr></table>"
            "<table style=\"display: none\"><tr><td>3</table>";
        QCOMPARE(textOf(page, 0), u"menu more\n"_s);
        QCOMPARE(textOf(page, 1), u"1,2\n"_s);
        auto book = openWorkbook(bytesOf(page), u"book"_s);
        const auto sheets = previewSheets(**book, 1 << 16);
        QVERIFY(sheets && sheets->size() == 3);
        QCOMPARE((*sheets)[1].info.name, u"table 2"_s);
        QCOMPARE((*sheets)[1].text, std::string("1,2\n"));
        QVERIFY((*sheets)[2].info.hidden && !(*sheets)[0].info.hidden);
        QVERIFY(textOf(QByteArray("<table><tr><td>").repeated(300)).contains(u"tables in tables"_s));
    }
    void charsets()
    {
        QCOMPARE(textOf("<html><meta charset=\"iso-8859-1\"><table><tr><td>Zo\xeb"), u"Zoë\n"_s);
        QCOMPARE(
            textOf(
                "<html><META http-equiv=Content-Type content=\"text/html; charset=utf-8\"><table><tr><td>Zo\xc3\xab"),
            u"Zoë\n"_s);
        QCOMPARE(textOf("<html><table><tr><td>Zo\xeb"), u"Zoë\n"_s); // says nothing, and is no UTF-8
        QCOMPARE(textOf("\xef\xbb\xbf<table><tr><td>Zo\xc3\xab"), u"Zoë\n"_s);
        const QString page = u"<table><tr><td>Zoë"_s;
        QCOMPARE(textOf(QByteArray("\xff\xfe", 2)
                        + QByteArray(reinterpret_cast<const char*>(page.utf16()), page.size() * 2)),
                 u"Zoë\n"_s);
        QVERIFY(textOf("<html><meta charset=big5><table><tr><td>x").contains(u"encoding “big5”"_s));
        QVERIFY(
            textOf("<html><meta charset=utf-8><table><tr><td>Zo\xeb").contains(u"not in the encoding of the page"_s));
        QVERIFY(textOf("<html><body>nothing").contains(u"is a web page without a table"_s));
    }
};

QTEST_APPLESS_MAIN(TestSheetFiles)
#include "tst_sheetfiles.moc"
