#include "core/exchange/sheets/workbook.h"

#include "core/exchange/sheets/htmltables.h"
#include "core/exchange/sheets/odsworkbook.h"
#include "core/exchange/sheets/xlsxworkbook.h"
#include "core/exchange/sheets/xmlworkbook.h"
#include "core/exchange/sheets/ziparchive.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t headBytes = std::size_t(1) << 16;

// What a zip is by the names that stand near its start: for one whose list of parts cannot be read.
Words kindOfZip(std::string_view head)
{
    const auto holds = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
    if (holds("word/"))
        return Lang::words("is a Word document");
    if (holds("xl/") || holds("[Content_Types].xml"))
        return Lang::words("is an Excel workbook (.xlsx)");
    return holds("opendocument") ? Lang::words("is a LibreOffice document (.ods or .odt)")
                                 : Lang::words("is a zip archive");
}

Result<std::unique_ptr<Workbook>> openZip(const RandomBytes& bytes, const QString& file, std::string_view head)
{
    auto opened = ZipArchive::open(bytes, file, kindOfZip(head));
    if (!opened)
        return failed(opened);
    std::shared_ptr<ZipArchive> zip = std::move(*opened);
    const PartReader parts{[zip](std::string_view name) { return zip->find(name) != nullptr; },
                           [zip](std::string_view name) { return zip->blocks(name); }};
    if (zip->find("content.xml") && zip->find("mimetype")) {
        const auto type = zip->text("mimetype", 256);
        if (!type)
            return failed(type);
        if (type->starts_with("application/vnd.oasis.opendocument.spreadsheet"))
            return openOds(parts, file);
        return nullptr;
    }
    if (zip->find("xl/workbook.bin"))
        return fail(sheetRefusal(file, Lang::words("is an Excel workbook of the binary kind (.xlsb)"),
                                 Lang::words("save it as an Excel workbook (.xlsx)")));
    if (zip->find("Index/Document.iwa"))
        return fail(sheetRefusal(file, Lang::words("is a Numbers document"),
                                 Lang::words("export it as an Excel workbook (.xlsx) or as CSV")));
    if (zip->find("word/document.xml") || zip->find("ppt/presentation.xml") || !zip->find("[Content_Types].xml"))
        return nullptr;
    return openXlsx(parts, file);
}

// Lower-cased, from the first visible character on.
std::string beginning(std::string_view head)
{
    if (const EncodingGuess g = guessEncoding(head);
        g.encoding == Encoding::Utf16Le || g.encoding == Encoding::Utf16Be) {
        std::string text;
        Transcoder t(g.encoding);
        t.feed(head.substr(g.bomBytes, 8192), text);
        return beginning(text);
    }
    if (head.starts_with("\xef\xbb\xbf"))
        head.remove_prefix(3);
    const std::size_t from = std::min(head.find_first_not_of(" \t\r\n"), head.size());
    std::string out(head.substr(from, 8192));
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return out;
}

bool isPage(std::string_view text)
{
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<style", "<div"})
        if (text.starts_with(tag))
            return true;
    // XHTML; a comment before the first tag
    return (text.starts_with("<?xml") || text.starts_with("<!--")) && text.find("<html") != std::string_view::npos;
}

bool isXmlWorkbook(std::string_view text)
{
    return text.starts_with("<?xml")
           && (text.find("progid=\"excel") != std::string_view::npos
               || text.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string_view::npos);
}

} // namespace

Result<std::unique_ptr<Workbook>> openWorkbook(const RandomBytes& bytes, const QString& file,
                                               const std::optional<Encoding>& stated)
{
    std::string head(headBytes, '\0');
    const std::int64_t n = bytes.read(head.data(), head.size(), 0);
    if (n < 0)
        return nullptr; // said by whoever reads the file as text
    head.resize(std::size_t(n));
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        return openZip(bytes, file, head);
    const std::string text = beginning(head);
    if (isXmlWorkbook(text))
        return openXmlWorkbook([bytes] { return blocksOf(bytes); }, file);
    if (isPage(text))
        return openHtmlTables([bytes] { return blocksOf(bytes); }, head, file, stated);
    return nullptr;
}

Result<std::vector<SheetPreview>> previewSheets(Workbook& book, std::size_t bytes)
{
    std::vector<SheetPreview> out;
    std::vector<std::unique_ptr<SheetText>> texts; // tables may stand in tables: several at a time
    SheetVisitor visitor;
    visitor.begin = [&](const SheetInfo& info) {
        const std::size_t at = out.size();
        out.push_back({info, {}, 0, false});
        texts.push_back(std::make_unique<SheetText>(
            [&out, at, bytes](std::string& block) {
                out[at].text += block;
                return out[at].text.size() < bytes;
            },
            bytes / 8));
        return texts.back().get();
    };
    visitor.end = [&](const SheetInfo& info) {
        SheetText& text = *texts[info.index];
        out[info.index].info = info;
        out[info.index].rows = text.rows();
        out[info.index].all = text.wantsMore();
        text.finish();
        return true;
    };
    if (Outcome walked = book.walk(visitor); !walked)
        return failed(walked);
    return out;
}

Outcome readSheet(Workbook& book, std::size_t sheet, SheetText& to, const QString& file)
{
    bool found = false;
    SheetVisitor visitor;
    visitor.begin = [&](const SheetInfo& info) { return info.index == sheet ? &to : nullptr; };
    visitor.end = [&](const SheetInfo& info) {
        found = found || info.index == sheet;
        return !found;
    };
    if (Outcome walked = book.walk(visitor); !walked)
        return walked;
    if (!found)
        return fail(sheetRefusal(file, Lang::words("changed while it was read"),
                                 Lang::words("wait until it is written completely, then import again")));
    to.finish();
    return {};
}

QString placeOfSheet(const QString& file, const QString& sheet) { return u"%1 [%2]"_s.arg(file, sheet); }

Error badRow(const QString& file, const SheetInfo& sheet, const SheetText& text)
{
    Error e = sheetRefusal(placeOfSheet(file, sheet.name),
                           text.badText() ? Lang::words("is damaged: a cell holds bytes that are no text")
                                          : Lang::words("is damaged: its rows or cells are not in their order"));
    e.row = text.rows();
    return e;
}

Error tooManyRows(const QString& file, const SheetInfo& sheet, std::int64_t row)
{
    return beyondLimit(placeOfSheet(file, sheet.name), Lang::words("has a row %1, and a sheet has %2 rows at most",
                                                                   Number{row}, Number{maxSheetLines}));
}

} // namespace duedesk
