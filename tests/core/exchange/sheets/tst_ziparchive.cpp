// The packing of workbooks: what is built to do harm, or is damaged, is refused by name, whatever stands in it.
#include "tests/core/exchange/sheets/workbookfixture.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QByteArray oneRow = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

std::vector<ZipPart> parts(const QByteArray& data = oneRow) { return xlsxZipParts({{{"Sheet1", data}}, {}, {}, {}}); }
ZipPart& sheetOf(std::vector<ZipPart>& p)
{
    for (ZipPart& part : p)
        if (part.name.endsWith("sheet1.xml"))
            return part;
    qFatal("no sheet");
}

} // namespace

class TestZipArchive : public QObject {
    Q_OBJECT
private slots:
    void whatLeavesTheArchiveOrIsAZipItselfIsNotOpened()
    {
        auto p = parts();
        p.push_back({"../../xl/worksheets/sheet1.xml", "<worksheet/>"});
        p.push_back({"/xl/worksheets/sheet1.xml", "<worksheet/>"});
        p.push_back({"inner.zip", zipOf(parts())});
        QCOMPARE(textOf(zipOf(p)), u"1\n"_s);
    }
    void tooManyParts()
    {
        auto p = parts();
        for (int i = 0; i < 10'001; ++i)
            p.push_back({"x/" + QByteArray::number(i), "", false});
        const QString said = textOf(zipOf(p));
        QVERIFY2(said.contains(u"parts, and 10,000 is the most"_s), qPrintable(said));
    }
    void partsThatUnpackToFarMore()
    {
        auto p = parts();
        sheetOf(p).bytes = "<worksheet><sheetData>" + QByteArray(30'000'000, ' ') + "</sheetData></worksheet>";
        const QString said = textOf(zipOf(p));
        QVERIFY2(said.contains(u"sheet1.xml unpacks to"_s) && said.contains(u"200 times is the most"_s),
                 qPrintable(said));
    }
    // The sizes of the directory are its own claim: what comes out is counted.
    void aDirectoryThatLiesAboutSizes()
    {
        auto p = parts();
        sheetOf(p).bytes = "<worksheet><sheetData>" + QByteArray(30'000'000, ' ') + "</sheetData></worksheet>";
        QByteArray zip = zipOf(p);
        const quint32 size = quint32(sheetOf(p).bytes.size());
        const QByteArray honest(reinterpret_cast<const char*>(&size), 4);
        QVERIFY(zip.contains(honest));
        zip.replace(honest, QByteArray("\x00\x10\x00\x00", 4));
        const QString said = textOf(zip);
        QVERIFY2(said.contains(u"unpacks to"_s) || said.contains(u"is damaged"_s), qPrintable(said));
    }
    void encryptedParts()
    {
        auto p = parts();
        sheetOf(p).encrypted = true;
        const QString said = textOf(zipOf(p));
        QVERIFY2(said.contains(u"is encrypted"_s) && said.contains(u"password"_s), qPrintable(said));
        QVERIFY(textOf(odsOf("", {}, "<manifest><file-entry><manifest:encryption-data/></file-entry></manifest>"))
                    .contains(u"is encrypted"_s));
    }
    void damagedBytesNameTheirPart()
    {
        QByteArray rows;
        for (int i = 1; i < 3000; ++i)
            rows += "<row r=\"" + QByteArray::number(i) + "\"><c><v>" + QByteArray::number(i * 7919) + "</v></c></row>";
        auto p = parts(rows);
        sheetOf(p).packed = false; // so that a byte can be changed without the unpacking failing
        QByteArray zip = zipOf(p);
        zip.replace("<v>7919</v>", "<v>7918</v>");
        const QString said = textOf(zip);
        QVERIFY2(said.contains(u"sheet1.xml, the bytes do not match their checksum"_s), qPrintable(said));
    }
    void filesThatEndEarly()
    {
        const QByteArray zip = zipOf(parts());
        for (const int percent : {5, 50, 90, 99}) {
            const QString said = textOf(zip.first(zip.size() * percent / 100));
            QVERIFY2(said.contains(u"is an Excel workbook (.xlsx), and it is damaged or not whole"_s),
                     qPrintable(said));
        }
    }
    void partsThatEndEarly()
    {
        auto p = parts();
        sheetOf(p).bytes.truncate(sheetOf(p).bytes.size() - 12);
        QVERIFY(textOf(zipOf(p)).contains(u"xl/worksheets/sheet1.xml, the text ends early"_s));
        sheetOf(p).bytes = "<worksheet><sheetData></worksheet>";
        QVERIFY(textOf(zipOf(p)).contains(u"“worksheet” is closed where it is not open"_s));
        p = parts();
        std::erase_if(p, [](const ZipPart& part) { return part.name.endsWith("sheet1.xml"); });
        QVERIFY(textOf(zipOf(p)).contains(u"its part xl/worksheets/sheet1.xml is missing"_s));
    }
    void entitiesAndDepth()
    {
        auto p = parts();
        sheetOf(p).bytes =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";
        QVERIFY(textOf(zipOf(p)).contains(u"declares a document type"_s));
        sheetOf(p).bytes = "<worksheet>&lol;</worksheet>";
        QVERIFY(textOf(zipOf(p)).contains(u"a reference that nothing stands behind: &lol;"_s));
        sheetOf(p).bytes =
            "<worksheet>" + QByteArray("<a>").repeated(300) + QByteArray("</a>").repeated(300) + "</worksheet>";
        QVERIFY(textOf(zipOf(p)).contains(u"deeper than 256"_s));
        QByteArray noise; // packs badly, so that the length alone is what is wrong
        for (quint32 i = 1, x = 1; i < 400'000; ++i, x = x * 1664525 + 1013904223)
            noise += char('a' + (x >> 24) % 26);
        sheetOf(p).bytes = "<worksheet a=\"" + noise + "\"/>";
        const QString said = textOf(zipOf(p));
        QVERIFY2(said.contains(u"tag that is longer"_s), qPrintable(said));
    }
    void otherKindsOfZip()
    {
        QVERIFY(textOf(zipOf({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}})).contains(u".xlsb"_s));
        QVERIFY(textOf(zipOf({{"Index/Document.iwa", "x"}})).contains(u"Numbers"_s));
        QCOMPARE(textOf(zipOf({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "x"}})), u"no workbook"_s);
        QCOMPARE(textOf(zipOf({{"items.csv", "a,b"}})), u"no workbook"_s);
        QCOMPARE(textOf("customer,amount\n"), u"no workbook"_s);
    }
};

QTEST_APPLESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
