// The readers of spreadsheets: whatever a file holds, what comes out is text of whole rows, or a reason.
#include "core/exchange/csvreader.h"
#include "core/exchange/sheets/htmltables.h"
#include "core/exchange/sheets/odsworkbook.h"
#include "core/exchange/sheets/xlsxworkbook.h"
#include "core/exchange/sheets/xmlworkbook.h"
#include "tests/fuzz/targets.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace duedesk::fuzz {
namespace {

std::string_view view(const std::uint8_t* data, std::size_t size)
{
    return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

BlockPull inBlocks(std::string_view text, std::size_t n)
{
    return [text, n](std::string& block) mutable -> Result<bool> {
        block.assign(text.substr(0, n));
        text.remove_prefix(block.size());
        return !block.empty();
    };
}

// What the door behind relies on, whatever was read.
void checkText(const std::string& text)
{
    CsvReader reader(text, ',');
    std::int64_t line = 0;
    while (reader.next()) {
        const CsvRow& row = reader.row();
        invariant(row.line > line && row.line <= maxSheetLines, "a line is no row of a sheet");
        line = row.line;
        invariant(
            row.fault == RowFault::None || row.fault == RowFault::FieldTooLong || row.fault == RowFault::LineTooLong
                || row.fault == RowFault::TooManyColumns
                || (row.fault == RowFault::UnclosedQuote && text.size() > maxLineBytes), // as long as a line may be
            "a row is not whole");
    }
    invariant(text.empty() || text.back() == '\n', "the last row has no end");
}

// All sheets as text, and what was refused.
std::string textOf(Workbook& book)
{
    std::string all;
    std::vector<std::string> texts;
    std::vector<std::unique_ptr<SheetText>> sheets;
    SheetVisitor visitor;
    visitor.begin = [&](const SheetInfo& info) {
        invariant(info.index == sheets.size(), "a sheet is out of its order");
        texts.emplace_back();
        sheets.push_back(std::make_unique<SheetText>(
            [&texts, at = info.index](std::string& block) {
                texts[at] += block;
                return texts[at].size() < (std::size_t(1) << 21);
            },
            4096));
        return sheets.back().get();
    };
    visitor.end = [](const SheetInfo&) { return true; };
    const Outcome walked = book.walk(visitor);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        if (walked) {
            sheets[i]->finish();
            checkText(texts[i]);
        }
        all += texts[i] + '\f';
    }
    if (!walked) {
        invariant(!walked.error().what.isEmpty() && !walked.error().remedy.isEmpty(), "a refusal says too little");
        return "refused"; // how far it came depends on the blocks
    }
    return all;
}

template <class Open> void readInBlocks(std::string_view bytes, Open&& open)
{
    const auto read = [&](std::size_t n) -> std::string {
        const auto book = open(n);
        return book && *book ? textOf(**book) : std::string("not opened");
    };
    const std::string whole = read(bytes.size() + 1);
    if (bytes.size() < 2048)
        for (const std::size_t n : {1UL, 3UL, 16UL})
            invariant(read(n) == whole, "rows depend on where blocks end");
}

} // namespace

// Any file at all, a zip among them.
void workbook(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = view(data, size);
    const RandomBytes all{[bytes](char* to, std::size_t n, std::int64_t at) {
                              const std::size_t from = std::min(std::size_t(at), bytes.size());
                              const std::size_t take = std::min(n, bytes.size() - from);
                              if (take > 0)
                                  std::memcpy(to, bytes.data() + from, take);
                              return std::int64_t(take);
                          },
                          std::int64_t(size)};
    const auto book = openWorkbook(all, u"book"_s);
    if (book && *book)
        (void)textOf(**book);
}

// The parts that matter, parted by 0xff, which is no byte of UTF-8: sheet, shared texts, styles, workbook.
void xlsx(const std::uint8_t* data, std::size_t size)
{
    static const std::string relations =
        "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"s\"/><Relationship Id=\"a\" "
        "Type=\"/sharedStrings\" Target=\"t\"/><Relationship Id=\"b\" Type=\"/styles\" Target=\"y\"/></Relationships>";
    static const std::string workbookPart =
        "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    const std::string_view bytes = view(data, size);
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= bytes.size() && parts.size() < 4;) {
        const std::size_t end = std::min(bytes.find('\xff', at), bytes.size());
        parts.push_back(bytes.substr(at, end - at));
        at = end + 1;
    }
    parts.resize(4);
    if (parts[3].empty())
        parts[3] = workbookPart;
    readInBlocks(bytes, [&](std::size_t n) {
        const auto named = [parts](std::string_view name) -> std::string_view {
            return name == "xl/s"                         ? parts[0]
                   : name == "xl/t"                       ? parts[1]
                   : name == "xl/y"                       ? parts[2]
                   : name == "xl/workbook.xml"            ? parts[3]
                   : name == "xl/_rels/workbook.xml.rels" ? std::string_view(relations)
                                                          : std::string_view();
        };
        return openXlsx({[named](std::string_view name) { return !named(name).empty(); },
                         [named, n](std::string_view name) -> Result<BlockPull> { return inBlocks(named(name), n); }},
                        u"book"_s);
    });
}

void ods(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = view(data, size);
    readInBlocks(bytes, [&](std::size_t n) {
        return openOds({[](std::string_view name) { return name == "content.xml"; },
                        [bytes, n](std::string_view) -> Result<BlockPull> { return inBlocks(bytes, n); }},
                       u"book"_s);
    });
}

void xmlsheet(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = view(data, size);
    readInBlocks(bytes,
                 [&](std::size_t n) { return openXmlWorkbook([bytes, n] { return inBlocks(bytes, n); }, u"book"_s); });
}

void html(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = view(data, size);
    readInBlocks(bytes, [&](std::size_t n) {
        return openHtmlTables([bytes, n] { return inBlocks(bytes, n); }, bytes, u"book"_s, {});
    });
}

} // namespace duedesk::fuzz
