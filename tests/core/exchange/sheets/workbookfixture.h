// Workbooks out of strings: zips with the parts that a test names, and what a reader makes of any bytes.
#pragma once
#include "core/exchange/sheets/workbook.h"

#include <QByteArray>
#include <QString>
#include <cstring>
#include <vector>
#include <zip.h>

namespace duedesk {

struct ZipPart {
    QByteArray name, bytes;
    bool packed = true;
    bool encrypted = false;
};

inline QByteArray zipOf(const std::vector<ZipPart>& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(out);
    zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
    for (const ZipPart& p : parts) {
        zip_source_t* bytes = zip_source_buffer(zip, p.bytes.constData(), zip_uint64_t(p.bytes.size()), 0);
        const auto at = zip_uint64_t(zip_file_add(zip, p.name.constData(), bytes, ZIP_FL_ENC_UTF_8));
        zip_set_file_compression(zip, at, p.packed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
        if (p.encrypted)
            zip_file_set_encryption(zip, at, ZIP_EM_AES_256, "secret");
    }
    if (zip_close(zip) != 0)
        qFatal("a zip could not be written: %s", zip_strerror(zip));
    zip_source_open(out);
    zip_source_seek(out, 0, SEEK_END);
    QByteArray all(qsizetype(zip_source_tell(out)), '\0');
    zip_source_seek(out, 0, SEEK_SET);
    zip_source_read(out, all.data(), zip_uint64_t(all.size()));
    zip_source_close(out);
    zip_source_free(out);
    return all;
}

struct XlsxSheet {
    QByteArray name, data; // data: what stands in <sheetData>
    QByteArray state = "visible";
};
struct XlsxParts {
    std::vector<XlsxSheet> sheets;
    QByteArray sharedTexts; // <si>…</si>
    QByteArray styles;      // what stands in <styleSheet>
    QByteArray workbookPr;  // attributes
};

inline std::vector<ZipPart> xlsxZipParts(const XlsxParts& x)
{
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QByteArray sheets, relations;
    std::vector<ZipPart> parts{{"[Content_Types].xml", "<Types/>"},
                               {"_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + office
                                                   + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}};
    for (std::size_t i = 0; i < x.sheets.size(); ++i) {
        const QByteArray n = QByteArray::number(qlonglong(i + 1));
        sheets += "<sheet name=\"" + x.sheets[i].name + "\" sheetId=\"" + n + "\" state=\"" + x.sheets[i].state
                  + "\" r:id=\"rId" + n + "\"/>";
        relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet" + n
                     + ".xml\"/>";
        parts.push_back(
            {"xl/worksheets/sheet" + n + ".xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>"
                                                     + x.sheets[i].data + "</sheetData></worksheet>"});
    }
    relations += "<Relationship Id=\"rIdT\" Type=\"" + office + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
                 + "<Relationship Id=\"rIdS\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/>";
    parts.push_back(
        {"xl/workbook.xml", "<workbook><workbookPr " + x.workbookPr + "/><sheets>" + sheets + "</sheets></workbook>"});
    parts.push_back({"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    parts.push_back({"xl/sharedStrings.xml", "<sst>" + x.sharedTexts + "</sst>"});
    parts.push_back({"xl/styles.xml", "<styleSheet>" + x.styles + "</styleSheet>"});
    return parts;
}
inline QByteArray xlsxOf(const XlsxParts& x) { return zipOf(xlsxZipParts(x)); }
inline QByteArray xlsxOf(const QByteArray& sheetData, const QByteArray& sharedTexts = {}, const QByteArray& styles = {},
                         const QByteArray& workbookPr = {})
{
    return xlsxOf(XlsxParts{{{"Sheet1", sheetData}}, sharedTexts, styles, workbookPr});
}

// `tables`: what stands in <office:spreadsheet>.
inline QByteArray odsOf(const QByteArray& tables, const QByteArray& styles = {},
                        const QByteArray& manifest = "<manifest:manifest/>")
{
    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false},
                  {"content.xml", "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>" + styles
                                      + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
                                      + "</office:spreadsheet></office:body></office:document-content>"},
                  {"META-INF/manifest.xml", manifest}});
}

inline RandomBytes bytesOf(const QByteArray& b)
{
    return {[b](char* to, std::size_t n, std::int64_t at) {
                const std::int64_t left = std::max<std::int64_t>(b.size() - at, 0);
                const std::int64_t take = std::min<std::int64_t>(std::int64_t(n), left);
                if (take > 0)
                    std::memcpy(to, b.constData() + at, std::size_t(take));
                return take;
            },
            b.size()};
}

// The text of a sheet, or "error: " and the message.
inline QString textOf(const QByteArray& file, std::size_t sheet = 0)
{
    const QString name = QStringLiteral("book");
    auto book = openWorkbook(bytesOf(file), name);
    if (!book)
        return QStringLiteral("error: ") + book.error().message();
    if (!*book)
        return QStringLiteral("no workbook");
    QString out;
    SheetText text(
        [&out](std::string& block) {
            out += QString::fromUtf8(block.data(), qsizetype(block.size()));
            return true;
        },
        1 << 16);
    if (Outcome read = readSheet(**book, sheet, text, name); !read)
        return QStringLiteral("error: ") + read.error().message();
    return out;
}

} // namespace duedesk
