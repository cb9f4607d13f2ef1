// XLSX: what each kind of cell becomes in the sheet, what does not fit, and that nothing of it is a formula or a link.
#include "core/exchange/xlsxwriter.h"
#include "core/exchange/zipcheck.h"
#include "tests/support/xlsxparts.h"

#include <QBuffer>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Currency usd = *Currency::parse(std::string_view("USD"));
const Currency jpy = *Currency::parse(std::string_view("JPY"));
const Currency kwd = *Currency::parse(std::string_view("KWD"));

QByteArray workbook(const QStringList& head, const std::vector<std::vector<Cell>>& rows)
{
    QByteArray out;
    XlsxWriter w(
        [&](std::string_view b) {
            out.append(b.data(), qsizetype(b.size()));
            return true;
        },
        u"Items"_s);
    w.header(head);
    for (const auto& r : rows)
        w.row(r);
    const Outcome done = w.finish();
    return done ? out : QByteArray("failed: ") + done.error().message().toUtf8();
}

QByteArray sheetOf(const QStringList& head, const std::vector<std::vector<Cell>>& rows)
{
    return xlsxParts(workbook(head, rows)).value(u"xl/worksheets/sheet1.xml"_s);
}

// The one data cell of a sheet: `<c r="A2"…>…</c>`, "" when it was left out.
QByteArray cellOf(const Cell& cell)
{
    const QByteArray sheet = sheetOf({u"x"_s}, {{cell}});
    const qsizetype at = sheet.indexOf("<c r=\"A2\"");
    return at < 0 ? QByteArray() : sheet.mid(at, sheet.indexOf("</c>", at) + 4 - at);
}

// The format code that a cell's style number stands for.
QByteArray formatOf(const Cell& cell)
{
    const auto parts = xlsxParts(workbook({u"x"_s}, {{cell}}));
    const QByteArray sheet = parts.value(u"xl/worksheets/sheet1.xml"_s), styles = parts.value(u"xl/styles.xml"_s);
    const auto attribute = [](const QByteArray& text, qsizetype from, const char* name) {
        const QByteArray key = QByteArray(name) + "=\"";
        const qsizetype at = text.indexOf(key, from) + key.size();
        return text.mid(at, text.indexOf('"', at) - at);
    };
    const int style = attribute(sheet, sheet.indexOf("<c r=\"A2\""), "s").toInt();
    qsizetype xf = styles.indexOf("<cellXfs");
    for (int i = 0; i <= style; ++i)
        xf = styles.indexOf("<xf ", xf + 1);
    const QByteArray id = attribute(styles, xf, "numFmtId");
    if (id == "0")
        return "General";
    const qsizetype own = styles.indexOf(QByteArray("<numFmt numFmtId=\"").append(id).append('"'));
    return own < 0 ? "built-in " + id : attribute(styles, own, "formatCode");
}

} // namespace

class TestXlsxWriter : public QObject {
    Q_OBJECT
private slots:
    void amountsAreNumbersInTheDigitsOfTheirCurrency()
    {
        QVERIFY(cellOf(MoneyCell{{-123456, usd}}).endsWith("><v>-1234.56</v></c>"));
        QCOMPARE(formatOf(MoneyCell{{123456, kwd}}), QByteArray("#,##0.000"));
        QVERIFY(cellOf(MoneyCell{{123456, kwd}}).contains("<v>123.456</v>"));
        QVERIFY(cellOf(MoneyCell{{123456, jpy}}).contains("<v>123456</v>"));
        QCOMPARE(formatOf(MoneyCell{{123456, jpy}}), QByteArray("#,##0"));
        QCOMPARE(formatOf(MoneyCell{{1, usd}}), QByteArray("#,##0.00"));
        QCOMPARE(cellOf(MoneyCell{{1, usd}, false}), QByteArray());
        QVERIFY(cellOf(NumberCell{"0.7190"}).contains("<v>0.719</v>"));
        QCOMPARE(formatOf(NumberCell{"0.7190"}), QByteArray("0.0000"));
        QCOMPARE(formatOf(NumberCell{"12"}), QByteArray("0"));
        QCOMPARE(formatOf(NumberCell{"12.50", true}), QByteArray("#,##0.00"));
        QCOMPARE(cellOf(NumberCell{}), QByteArray());
    }
    // Fifteen digits are exact in every spreadsheet; one more and the cent is a guess, so it stays a text.
    void amountsBeyondFifteenDigitsAreTexts()
    {
        QVERIFY(cellOf(MoneyCell{{999'999'999'999'999, usd}}).contains("<v>9999999999999.99</v>"));
        const QByteArray text = cellOf(MoneyCell{{1'000'000'000'000'000, usd}});
        QVERIFY2(text.contains("t=\"inlineStr\"") && text.contains("<t>10000000000000.00</t>"), text.constData());
        QVERIFY(cellOf(MoneyCell{{9'007'199'254'740'993, usd}}).contains("<t>90071992547409.93</t>"));
        const auto parts = xlsxParts(workbook({u"x"_s}, {{MoneyCell{{1'000'000'000'000'000, usd}}}}));
        QVERIFY(parts.value(u"xl/styles.xml"_s).contains("horizontal=\"right\""));
    }
    void daysAndInstants()
    {
        const Cell day = DateCell{*Date::fromIso(std::string_view("2025-11-14"))};
        QVERIFY(cellOf(day).contains("<v>45975</v>"));
        QCOMPARE(formatOf(day), QByteArray("yyyy-mm-dd"));
        QVERIFY(cellOf(InstantCell{1'763'112'600'123})
                    .contains("<v>45975.39583333333</v>")); // 09:30:00, no parts of a second
        QCOMPARE(cellOf(DateCell{}), QByteArray());
        QCOMPARE(cellOf(InstantCell{}), QByteArray());
        // Before March 1900 spreadsheets disagree about the day.
        QVERIFY(cellOf(DateCell{*Date::fromIso(std::string_view("1900-02-28"))}).contains("<t>1900-02-28</t>"));
        QVERIFY(cellOf(DateCell{*Date::fromIso(std::string_view("1900-03-01"))}).contains("<v>61</v>"));
    }
    void textsAreTextsWhateverTheyLookLike_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* t :
             {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://example.com", "mailto:a@example.com",
              "1250.00", "2025-11-14", "TRUE", "#REF!", "{=A1}", "'quoted", "internal:Sheet1!A1"})
            QTest::newRow(t) << QString::fromUtf8(t);
    }
    void textsAreTextsWhateverTheyLookLike()
    {
        QFETCH(QString, text);
        const auto parts = xlsxParts(workbook({text}, {{TextCell{text}}}));
        const QByteArray sheet = parts.value(u"xl/worksheets/sheet1.xml"_s);
        QCOMPARE(sheet.count("t=\"inlineStr\""), 2);
        QVERIFY(sheet.contains(QByteArray("<t>").append(text.toUtf8()).append("</t>")));
        QVERIFY(!sheet.contains("<f>"));
        QVERIFY(!sheet.contains("<hyperlink"));
    }
    void charactersThatXmlCannotHave()
    {
        QVERIFY(cellOf(TextCell{u"a"_s + QChar(0) + u"b\r\x1b"_s}).contains("<t>a_x0000_b_x000D__x001B_</t>"));
        QVERIFY(cellOf(TextCell{u"_x0041_"_s}).contains("<t>_x005F_x0041_</t>"));
        QVERIFY(cellOf(TextCell{u"<&>\"\xffff"_s}).contains("<t>&lt;&amp;&gt;\"\xef\xbf\xbd</t>"));
        QVERIFY(cellOf(TextCell{u" ends "_s}).contains("<t xml:space=\"preserve\"> ends </t>"));
    }
    void longTextsAreCutAndSaySo()
    {
        const QString fits(maxSheetText, u'x'), tooLong(40'000, u'x');
        QVERIFY(cellOf(TextCell{fits}).contains(QByteArray("<t>").append(fits.toUtf8()).append("</t>")));
        const QByteArray cut = cellOf(TextCell{tooLong});
        QVERIFY(cut.endsWith("\u2026 [cut: 40000 characters]</t></is></c>"));
        const qsizetype from = cut.indexOf("<t>") + 3;
        QCOMPARE(QString::fromUtf8(cut.mid(from, cut.indexOf("</t>") - from)).size(), maxSheetText);
        // Escapes count too, and none is cut in two.
        const QByteArray bells = cellOf(TextCell{QString(10'000, u'\x07')});
        QVERIFY(bells.contains("_x0007_\u2026 [cut: 10000 characters]"));
    }
    void headerFilterAndPane()
    {
        const auto parts =
            xlsxParts(workbook({u"customer"_s, u"amount"_s},
                               {{TextCell{u"A"_s}, MoneyCell{{100, usd}}}, {TextCell{u"B"_s}, MoneyCell{{200, usd}}}}));
        const QByteArray sheet = parts.value(u"xl/worksheets/sheet1.xml"_s);
        QVERIFY(sheet.contains("<autoFilter ref=\"A1:B3\"/>"));
        QVERIFY(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
        QVERIFY(sheet.contains("<cols>"));
        QVERIFY(parts.value(u"xl/workbook.xml"_s).contains("name=\"Items\""));
        QVERIFY(parts.value(u"xl/styles.xml"_s).contains("<b/>"));
        QVERIFY(sheetOf({u"alone"_s}, {}).contains("<autoFilter ref=\"A1\"/>"));
    }
    void moreRowsThanASheetHoldsAreRefused()
    {
        XlsxWriter w([](std::string_view) { return true; }, u"Items"_s);
        w.header({u"n"_s});
        const std::vector<Cell> empty{NumberCell{}}; // rows without a cell cost nothing
        for (std::int64_t i = 0; i <= maxSheetRows; ++i)
            w.row(empty);
        const Outcome done = w.finish();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::InputRejected);
        QVERIFY(say(done.error().what).contains(u"1048576 rows"_s));
        QVERIFY(say(done.error().remedy).contains(u".csv"_s));
    }
    void aFullSinkIsAnError()
    {
        XlsxWriter w([](std::string_view) { return false; }, u"[a/b]*?"_s);
        w.header({u"n"_s});
        const Outcome done = w.finish();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::StorageFailed);
    }
    // The library does not notice a full temporary folder; what it made is read back, and every cut is found.
    void anArchiveThatEndsEarlyIsFound()
    {
        QByteArray whole = workbook({u"customer"_s}, {{TextCell{u"A"_s}}});
        QBuffer file(&whole);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(faultInXlsx(file), QString());
        for (qsizetype size = 0; size < whole.size(); size += 97) {
            QByteArray cut = whole.left(size);
            QBuffer part(&cut);
            QVERIFY(part.open(QIODevice::ReadOnly));
            QVERIFY2(!faultInXlsx(part).isEmpty(), qPrintable(QString::number(size)));
        }
    }
};

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "tst_xlsxwriter.moc"
