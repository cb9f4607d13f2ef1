// ODS: typed cells, what repeats, what is hidden or gone, and what no table may ask for.
#include "tests/core/exchange/sheets/workbookfixture.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QByteArray table(const QByteArray& rows, const QByteArray& attributes = "table:name=\"S\"")
{
    return "<table:table " + attributes + "><table:table-column/>" + rows + "</table:table>";
}
QByteArray row(const QByteArray& cells, const QByteArray& attributes = {})
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}
QByteArray text(const QByteArray& t)
{
    return "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\"><text:p>" + t
           + "</text:p></table:table-cell>";
}
QString read(const QByteArray& rows) { return textOf(odsOf(table(rows))); }

} // namespace

class TestOdsWorkbook : public QObject {
    Q_OBJECT
private slots:
    void types()
    {
        const auto cell = [](const QByteArray& attributes, const QByteArray& inside = "<text:p>shown</text:p>") {
            return read(row("<table:table-cell " + attributes + ">" + inside + "</table:table-cell>" + text("|")))
                .trimmed();
        };
        QCOMPARE(cell("calcext:value-type=\"x\" office:value-type=\"float\" office:value=\"1234.567\""),
                 u"1234.5670,|"_s);
        QCOMPARE(cell("office:value-type=\"percentage\" office:value=\"0.155\""), u"0.1550,|"_s);
        QCOMPARE(cell("office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"-12.5\""), u"-12.5,|"_s);
        QCOMPARE(cell("office:value-type=\"date\" office:date-value=\"2025-05-09\""), u"2025-05-09,|"_s);
        QCOMPARE(cell("office:value-type=\"date\" office:date-value=\"2025-05-09T00:00:00\""), u"2025-05-09,|"_s);
        QCOMPARE(cell("office:value-type=\"date\" office:date-value=\"2025-05-09T12:30:00\""),
                 u"2025-05-09 12:30:00,|"_s);
        QCOMPARE(cell("office:value-type=\"time\" office:time-value=\"PT12H30M00S\""), u"12:30:00,|"_s);
        QCOMPARE(cell("office:value-type=\"boolean\" office:boolean-value=\"false\""), u"false,|"_s);
        QCOMPARE(cell("office:value-type=\"string\" office:string-value=\"whole\""), u"whole,|"_s);
        QCOMPARE(cell("table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\"",
                      "<text:p>#DIV/0!</text:p>"),
                 u"#DIV/0!,|"_s);
        QCOMPARE(cell("table:formula=\"of:=SUM([.A2:.A3])\"", {}), u"=SUM([.A2:.A3]),|"_s);
        QCOMPARE(cell("table:formula=\"of:=IF(1;&quot;&quot;)\" office:value-type=\"string\"", {}), u",|"_s);
    }
    void texts()
    {
        QCOMPARE(read(row(text("<text:span>Ric</text:span>h<text:s text:c=\"2\"/>te<text:line-break/>xt")
                          + text("a</text:p><text:p>b"))),
                 u"Rich  te xt,a b\n"_s);
        QCOMPARE(read(row("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a "
                          "note</text:p></office:annotation>"
                          "<text:p>x<text:ruby><text:ruby-base>y</text:ruby-base><text:ruby-text>READ</"
                          "text:ruby-text></text:ruby></text:p>"
                          "</table:table-cell>")),
                 u"xy\n"_s);
    }
    void whatRepeats()
    {
        const QByteArray gap = "<table:table-cell table:number-columns-repeated=\"2\"/>";
        const QByteArray twice =
            "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"float\" office:value=\"7\"/>";
        const QByteArray end = "<table:table-cell table:number-columns-repeated=\"16380\"/>";
        QCOMPARE(read(row(text("a") + gap + twice + end) + row(end, "table:number-rows-repeated=\"2\"")
                      + row(text("b"), "table:number-rows-repeated=\"3\"")
                      + row(end, "table:number-rows-repeated=\"1048570\"")),
                 u"a,,,7,7\n\n\nb\nb\nb\n"_s);
    }
    void groupsHeadersAndMergedCells()
    {
        QCOMPARE(read("<table:table-header-rows>" + row(text("h"))
                      + "</table:table-header-rows><table:table-row-group><table:table-row-group>"
                      + row("<table:table-cell table:number-columns-spanned=\"2\" "
                            "office:value-type=\"string\"><text:p>m</text:p></table:table-cell>"
                            "<table:covered-table-cell office:value-type=\"string\"><text:p>under "
                            "it</text:p></table:covered-table-cell>"
                            + text("z"))
                      + "</table:table-row-group></table:table-row-group><table:named-expressions/>"),
                 u"h\nm,,z\n"_s);
    }
    void sheetsAndWhatIsHidden()
    {
        const QByteArray styles = "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
                                  "table:display=\"false\"/></style:style>";
        const QByteArray gone =
            "<table:tracked-changes><table:deletion><table:cell-content-deletion><table:table-cell/>"
            "</table:cell-content-deletion></table:deletion></table:tracked-changes>";
        const QByteArray file = odsOf(gone + table(row(text("1")), "table:name=\"One\"")
                                          + table(row(text("2")), "table:name=\"Two\" table:style-name=\"ta2\""),
                                      styles);
        auto book = openWorkbook(bytesOf(file), u"book"_s);
        QVERIFY(book && *book);
        const auto sheets = previewSheets(**book, 1 << 16);
        QVERIFY(sheets);
        QCOMPARE(sheets->size(), std::size_t(2));
        QVERIFY(!(*sheets)[0].info.hidden && (*sheets)[1].info.hidden);
        QCOMPARE((*sheets)[1].info.name, u"Two"_s);
        QCOMPARE(textOf(file, 1), u"2\n"_s);
    }
    void whatAsksForTooMuch()
    {
        const QString rows = read(row(text("x"), "table:number-rows-repeated=\"2000000000\""));
        QVERIFY2(rows.contains(u"1,048,576 rows at most"_s), qPrintable(rows));
        const QString wide = read(row(text(QByteArray(60'000, 'x')), "table:number-rows-repeated=\"1000000\""));
        QVERIFY2(wide.contains(u"repeats its row 1 1,000,000 times"_s), qPrintable(wide));
        // As many columns as somebody likes end where the row is too long anyway.
        QCOMPARE(read(row("<table:table-cell table:number-columns-repeated=\"2000000000\" office:value-type=\"float\" "
                          "office:value=\"7\"/>"))
                     .count(u'7'),
                 qsizetype(513));
    }
    void damaged()
    {
        QVERIFY(
            textOf(odsOf("<table:table><table:table-row>")).contains(u"content.xml, “office:spreadsheet” is closed"_s));
    }
};

QTEST_APPLESS_MAIN(TestOdsWorkbook)
#include "tst_odsworkbook.moc"
