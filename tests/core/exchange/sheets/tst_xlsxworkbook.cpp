// XLSX: what each kind of cell is read as, where it stands, which sheets there are, and that what was written comes back.
#include "core/exchange/csvreader.h"
#include "core/exchange/xlsxwriter.h"
#include "tests/core/exchange/sheets/workbookfixture.h"

#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray days =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/><numFmt numFmtId=\"165\" "
    "formatCode=\"#,##0.00\\ &quot;d&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
    "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"10\"/></cellXfs>"
    "<dxfs><dxf><numFmt numFmtId=\"10\" formatCode=\"dd/mm/yyyy\"/></dxf></dxfs>";

QString row(const QByteArray& cells) { return textOf(xlsxOf("<row r=\"1\">" + cells + "</row>", {}, days)).trimmed(); }

} // namespace

class TestXlsxWorkbook : public QObject {
    Q_OBJECT
private slots:
    void typesAndStyles()
    {
        QCOMPARE(row("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"b\"><v>0</v></c>"), u"true,false"_s);
        QCOMPARE(row("<c r=\"A1\" t=\"e\"><v>#REF!</v></c><c r=\"B1\" t=\"e\"><v>#DIV/0!</v></c>"), u"#REF!,#DIV/0!"_s);
        QCOMPARE(row("<c r=\"A1\" s=\"1\"><v>45786</v></c><c r=\"B1\" s=\"2\"><v>45786.5</v></c>"),
                 u"2025-05-09,2025-05-09 12:00:00"_s);
        QCOMPARE(row("<c r=\"A1\" t=\"d\"><v>2025-05-09T00:00:00</v></c>"), u"2025-05-09"_s);
        QCOMPARE(row("<c r=\"A1\" s=\"3\"><v>1234.5</v></c><c r=\"B1\" s=\"4\"><v>0.155</v></c>"), u"1234.5,0.1550"_s);
        QCOMPARE(row("<c r=\"A1\" s=\"99\"><v>45786</v></c>"), u"45786"_s);
        QCOMPARE(row("<c r=\"A1\" t=\"str\"><f>A2&amp;A3</f><v>x &lt; y</v></c>"), u"x < y"_s);
        QCOMPARE(row("<c r=\"A1\"><f>SUM(A2:A3)</f><v>12.50</v></c>"), u"12.5"_s);
        QCOMPARE(row("<c r=\"A1\" t=\"str\"><f>IF(1,\"\")</f><v></v></c><c r=\"B1\"><v>1</v></c>"), u",1"_s);
        QCOMPARE(row("<c r=\"A1\" t=\"inlineStr\"><is><t>in, line</t></is></c>"), u"\"in, line\""_s);
    }
    // A formula that nobody computed has a value that nobody knows: it is shown, so that a column of money refuses it.
    void aFormulaWithoutAValueIsNotNothing()
    {
        QCOMPARE(row("<c r=\"A1\"><f>SUM(A2:A3)</f></c><c r=\"B1\"><v>1</v></c>"), u"=SUM(A2:A3),1"_s);
    }
    void sharedTexts()
    {
        const QByteArray texts =
            "<si><t>plain</t></si><si><r><rPr><b/></rPr><t>Rich</t></r><r><t xml:space=\"preserve\"> text"
            "</t></r><rPh sb=\"0\" eb=\"1\"><t>READING</t></rPh><phoneticPr fontId=\"1\"/></si>"
            "<si><t>two\r\nlines_x000D_and _x0041_ _x00ZZ_</t></si><si/><si><t>say \"hi\"</t></si>";
        const QByteArray cells =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\">"
            "<v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c></row>";
        QCOMPARE(textOf(xlsxOf(cells, texts)), u"plain,Rich text,two lines and A _x00ZZ_,,\"say \"\"hi\"\"\"\n"_s);
        QVERIFY(textOf(xlsxOf("<row r=\"7\"><c r=\"A7\" t=\"s\"><v>5</v></c></row>", texts))
                    .startsWith(u"error: book [Sheet1]:7: is damaged: a cell names a shared text"_s));
    }
    void placesAreKept()
    {
        QCOMPARE(textOf(xlsxOf("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"E2\"><v>2</v></c></row>"
                               "<row r=\"5\"><c r=\"A5\" s=\"1\"/><c r=\"C5\"><v>3</v></c></row><row r=\"6\"/>")),
                 u"\n,1,,,2\n\n\n,,3\n\n"_s);
        // Without references the next one is meant.
        QCOMPARE(textOf(xlsxOf("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>")),
                 u"1,,2\n3\n"_s);
        // Merged cells: the value is in the first, the others are empty.
        QCOMPARE(
            textOf(xlsxOf("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" s=\"1\"/><c r=\"C1\"><v>2</v></c></row>")),
            u"1,,2\n"_s);
    }
    void placesThatDoNotRiseAreRefused()
    {
        for (const char* data :
             {"<row r=\"2\"><c r=\"A2\"/></row><row r=\"2\"><c r=\"A2\"/></row>",
              "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
              "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
              "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"7\"><v>1</v></c></row>"})
            QVERIFY2(textOf(xlsxOf(data)).contains(u"not in their order"_s), data);
        QVERIFY(textOf(xlsxOf("<row r=\"1048577\"><c><v>1</v></c></row>")).contains(u"1,048,576 rows at most"_s));
    }
    void aCellBehindTheLastColumnMakesTheRowTooLong()
    {
        const QString text = textOf(
            xlsxOf("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFC1\"><v>2</v></c><c r=\"XFD1\"><v>3</v></c></row>"
                   "<row r=\"2\"><c r=\"SR2\"><v>4</v></c></row>"));
        const std::string held = text.toStdString();
        CsvReader rows(held, ',');
        QVERIFY(rows.next());
        QCOMPARE(rows.row().fault, RowFault::TooManyColumns);
        QVERIFY(rows.next());
        QCOMPARE(rows.row().count, maxColumns);
    }
    void the1904System()
    {
        const QByteArray data = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44324</v></c></row>";
        QCOMPARE(textOf(xlsxOf(data, {}, days, "date1904=\"1\"")), u"2025-05-09\n"_s);
        QCOMPARE(textOf(xlsxOf(data, {}, days, "date1904=\"false\"")), u"2021-05-08\n"_s);
    }
    void sheetsWithNamesAndStates()
    {
        const QByteArray file = xlsxOf(XlsxParts{{{"A &amp; B", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"},
                                                  {"Old", "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>", "veryHidden"},
                                                  {"Third", ""}},
                                                 {},
                                                 {},
                                                 {}});
        auto book = openWorkbook(bytesOf(file), u"book"_s);
        QVERIFY(book && *book);
        const auto sheets = previewSheets(**book, 1 << 16);
        QVERIFY(sheets);
        QCOMPARE(sheets->size(), std::size_t(3));
        QCOMPARE((*sheets)[0].info.name, u"A & B"_s);
        QCOMPARE((*sheets)[0].text, std::string("1\n"));
        QVERIFY((*sheets)[1].info.hidden && !(*sheets)[2].info.hidden);
        QCOMPARE((*sheets)[0].rows, std::int64_t(1));
        QCOMPARE(textOf(file, 1), u"2\n"_s);
        QCOMPARE(textOf(file, 2), QString());
    }
    void otherNamespacesAndEncodings()
    {
        std::vector<ZipPart> parts = xlsxZipParts({{{"Sheet1", {}}}, {}, {}, {}});
        for (ZipPart& p : parts)
            if (p.name.endsWith("sheet1.xml")) {
                const QString xml =
                    u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/"
                    "spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>Zoë "
                    "&#x20AC;"
                    "</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"_s;
                p.bytes =
                    QByteArray("\xff\xfe", 2) + QByteArray(reinterpret_cast<const char*>(xml.utf16()), xml.size() * 2);
            }
        QCOMPARE(textOf(zipOf(parts)), u"Zoë €\n"_s);
    }
    // Any table that we write comes back cell for cell: what rejects and exports promise.
    void whatIsWrittenIsReadBack()
    {
        QVERIFY(rc::check("a table written and read", [] {
            const auto texts = *rc::gen::container<std::vector<std::string>>(
                4, rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab,\" ;_x00D\n='1"))));
            const auto amounts = *rc::gen::container<std::vector<std::int64_t>>(
                4, rc::gen::inRange<std::int64_t>(-99'999'999'999, 99'999'999'999));
            const auto dates = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(-25'000, 300'000));
            QByteArray file;
            XlsxWriter w(
                [&](std::string_view b) {
                    file.append(b.data(), qsizetype(b.size()));
                    return true;
                },
                u"T"_s);
            w.header({u"text"_s, u"amount"_s, u"day"_s});
            const Currency kwd = *Currency::parse(std::string_view("KWD"));
            for (std::size_t i = 0; i < 4; ++i)
                w.row({TextCell{QString::fromStdString(texts[i])}, MoneyCell{{amounts[i], kwd}},
                       DateCell{Date(dates[i])}});
            RC_ASSERT(bool(w.finish()));
            const std::string text = textOf(file).toStdString();
            CsvReader reader(text, ',');
            RC_ASSERT(reader.next());
            for (std::size_t i = 0; i < 4; ++i) {
                RC_ASSERT(reader.next());
                RC_ASSERT(reader.row().line == std::int64_t(i + 2));
                QString wanted = QString::fromStdString(texts[i]);
                RC_ASSERT(QString::fromUtf8(reader.row().field(0).data(), qsizetype(reader.row().field(0).size()))
                          == wanted.replace(u'\n', u' '));
                RC_ASSERT(std::stod(std::string(reader.row().field(1)))
                          == std::stod(Money{amounts[i], kwd}.toPlainString()));
                RC_ASSERT(reader.row().field(2) == Date(dates[i]).isoString());
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestXlsxWorkbook)
#include "tst_xlsxworkbook.moc"
