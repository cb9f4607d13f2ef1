#include "core/exchange/sheets/odsworkbook.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/sheets/cellvalues.h"
#include "core/exchange/sheets/markupencoding.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace duedesk {
namespace {

using Token = MarkupReader::Token;

constexpr std::string_view contentPart = "content.xml", manifestPart = "META-INF/manifest.xml";
constexpr qsizetype maxSheetName = 255;
constexpr std::int64_t maxRepeatedBytes = std::int64_t(64) << 20; // of one row that is written out again and again

// How often something stands there; what is no number, or none at all, is once.
std::int64_t repeats(std::optional<std::string_view> text)
{
    std::int64_t n = 1;
    if (text)
        (void)std::from_chars(text->data(), text->data() + text->size(), n);
    return std::clamp<std::int64_t>(n, 1, std::int64_t(1) << 31);
}

QString nameOf(std::optional<std::string_view> t)
{
    return t ? QString::fromUtf8(t->data(), qsizetype(t->size())).left(maxSheetName) : QString();
}

class OdsWorkbook final : public Workbook {
public:
    OdsWorkbook(PartReader parts, const QString& file) : m_parts(std::move(parts)), m_file(file) {}
    Outcome checkEncryption() const;
    Outcome walk(const SheetVisitor& visitor) override;

private:
    struct Cell {
        std::size_t column = 0;
        std::int64_t times = 1;
        std::string text;
    };
    Outcome walkThrough(MarkupReader& xml, const SheetVisitor& visitor);
    bool readStyle(MarkupReader& xml);
    Outcome readTable(MarkupReader& xml, SheetText& to);
    Outcome readRow(MarkupReader& xml, SheetText& to);
    bool readCell(MarkupReader& xml);
    bool readParagraph(MarkupReader& xml, std::string& out) const;
    void takeValue(const MarkupReader& xml);
    Cell& newCell();
    Outcome writeRow(SheetText& to, std::int64_t times);

    PartReader m_parts;
    QString m_file;
    SheetInfo m_sheet;
    std::set<std::string, std::less<>> m_hiddenStyles;
    std::vector<Cell> m_cells; // of the row at hand; the first m_count
    std::size_t m_count = 0, m_column = 0;
    std::int64_t m_row = 0; // read so far
    std::string m_typed, m_paragraphs, m_formula;
    bool m_isText = false, m_uncomputed = false;
};

Outcome OdsWorkbook::checkEncryption() const
{
    if (!m_parts.has(manifestPart))
        return {};
    auto blocks = m_parts.blocks(manifestPart);
    if (!blocks)
        return failed(blocks);
    MarkupReader xml(std::move(*blocks), Markup::Html, m_file, manifestPart); // it may name a document type
    for (Token t = xml.next(); t != Token::Finished; t = xml.next()) {
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Start && xml.name() == "encryption-data")
            return fail(sheetRefusal(m_file, Lang::words("is encrypted"),
                                     Lang::words("open it with its password and save it without one")));
    }
    return {};
}

Outcome OdsWorkbook::walk(const SheetVisitor& visitor)
{
    auto raw = m_parts.blocks(contentPart);
    if (!raw)
        return failed(raw);
    auto blocks = xmlBlocks(std::move(*raw), m_file);
    if (!blocks)
        return failed(blocks);
    MarkupReader xml(std::move(*blocks), Markup::Xml, m_file, contentPart);
    m_hiddenStyles.clear();
    return walkThrough(xml, visitor);
}

Outcome OdsWorkbook::walkThrough(MarkupReader& xml, const SheetVisitor& visitor)
{
    std::size_t index = 0;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            return {};
        if (t != Token::Start)
            continue;
        if (xml.qualifiedName() == "style:style" && xml.attribute("style:family") == "table") {
            if (!readStyle(xml))
                return fail(xml.error());
            continue;
        }
        if (xml.depth() == 4 && xml.qualifiedName() == "table:tracked-changes") { // holds cells that are gone
            if (!xml.skipElement())
                return fail(xml.error());
            continue;
        }
        if (xml.depth() != 4 || xml.qualifiedName() != "table:table")
            continue;
        if (index == maxSheets)
            return fail(beyondLimit(
                m_file, Lang::words("has more than %1 sheets, the most that is read", Number{qint64(maxSheets)})));
        m_sheet = {index++, nameOf(xml.attribute("table:name")),
                   m_hiddenStyles.contains(xml.attribute("table:style-name").value_or(""))};
        SheetText* to = visitor.begin(m_sheet);
        if (to) {
            if (Outcome table = readTable(xml, *to); !table)
                return table;
        } else if (!xml.skipElement()) {
            return fail(xml.error());
        }
        if (!visitor.end(m_sheet))
            return {};
    }
}

// Of a table: whether it is shown.
bool OdsWorkbook::readStyle(MarkupReader& xml)
{
    const std::size_t inside = xml.depth();
    const std::string name(xml.attribute("style:name").value_or(""));
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && xml.depth() < inside)
            return true;
        if (t == Token::Start && xml.qualifiedName() == "style:table-properties"
            && xml.attribute("table:display") == "false" && name.size() <= std::size_t(maxSheetName)
            && m_hiddenStyles.size() < maxCellStyles)
            m_hiddenStyles.insert(name);
    }
}

Outcome OdsWorkbook::readTable(MarkupReader& xml, SheetText& to)
{
    const std::size_t inside = xml.depth();
    m_row = 0;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::End && xml.depth() < inside)
            return {};
        if (t != Token::Start)
            continue;
        const std::string_view name = xml.qualifiedName();
        if (name == "table:table-row" && to.wantsMore()) {
            if (Outcome row = readRow(xml, to); !row)
                return row;
        } else if (name != "table:table-row-group" && name != "table:table-rows" && name != "table:table-header-rows") {
            if (!xml.skipElement())
                return fail(xml.error());
        }
    }
}

OdsWorkbook::Cell& OdsWorkbook::newCell()
{
    if (m_count == m_cells.size())
        m_cells.emplace_back();
    Cell& c = m_cells[m_count++];
    c.text.clear();
    return c;
}

Outcome OdsWorkbook::readRow(MarkupReader& xml, SheetText& to)
{
    const std::size_t inside = xml.depth();
    const std::int64_t times = repeats(xml.attribute("table:number-rows-repeated"));
    m_count = m_column = 0;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::End && xml.depth() < inside)
            break;
        if (t != Token::Start)
            continue;
        if (xml.qualifiedName() == "table:table-cell") {
            if (!readCell(xml))
                return fail(xml.error());
            continue;
        }
        if (xml.qualifiedName() == "table:covered-table-cell") // under a merged one
            m_column += std::size_t(repeats(xml.attribute("table:number-columns-repeated")));
        if (!xml.skipElement())
            return fail(xml.error());
    }
    return writeRow(to, times);
}

// The value that a cell states beside its text. What is no number stays as it stands.
void OdsWorkbook::takeValue(const MarkupReader& xml)
{
    const auto value = [&](const char* name) { return xml.attribute(name).value_or(""); };
    const std::string_view type = value("office:value-type");
    m_typed.clear();
    m_formula = value("table:formula");
    m_isText = type == "string" || type.empty();
    m_uncomputed = type.empty() && !m_formula.empty(); // shown as a formula: nothing would be a guess
    if (type == "float" || type == "percentage" || type == "currency") {
        if (const std::string_view raw = value("office:value"); !appendNumberText(raw, m_typed))
            m_typed = raw;
    } else if (type == "date") {
        appendIsoDay(value("office:date-value"), m_typed);
    } else if (type == "time") {
        appendDuration(value("office:time-value"), m_typed);
    } else if (type == "boolean") {
        m_typed = value("office:boolean-value");
    } else if (type == "string") {
        m_typed = value("office:string-value");
    }
}

bool OdsWorkbook::readCell(MarkupReader& xml)
{
    const std::size_t inside = xml.depth(), column = m_column;
    const std::int64_t times = repeats(xml.attribute("table:number-columns-repeated"));
    m_column += std::size_t(times);
    takeValue(xml);
    m_paragraphs.clear();
    for (bool first = true;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && xml.depth() < inside)
            break;
        if (t != Token::Start)
            continue;
        if (xml.qualifiedName() != "text:p") { // a note, a picture
            if (!xml.skipElement())
                return false;
            continue;
        }
        if (!first)
            m_paragraphs += ' ';
        first = false;
        if (!readParagraph(xml, m_paragraphs))
            return false;
    }
    if (m_isText && m_typed.empty())
        m_typed = m_paragraphs;
    if (m_typed.empty() && m_uncomputed)
        m_typed = m_formula.substr(std::min(m_formula.find('='), m_formula.size()));
    // Of what stands behind the last column that is read one is kept: it makes the row too long.
    if (!m_typed.empty() && (m_count == 0 || m_cells[m_count - 1].column < maxColumns)) {
        Cell& c = newCell();
        c.column = column;
        c.times = times;
        c.text = m_typed;
    }
    return true;
}

bool OdsWorkbook::readParagraph(MarkupReader& xml, std::string& out) const
{
    const std::size_t inside = xml.depth();
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && xml.depth() < inside)
            return true;
        if (out.size() > maxFieldBytes)
            continue;
        if (t == Token::Text)
            out += xml.text();
        if (t != Token::Start)
            continue;
        const std::string_view name = xml.qualifiedName();
        if (name == "text:s")
            out.append(std::size_t(std::min<std::int64_t>(repeats(xml.attribute("text:c")), 100)), ' ');
        else if (name == "text:tab" || name == "text:line-break")
            out += ' ';
        else if ((name == "office:annotation" || name == "text:ruby-text" || name == "text:note") && !xml.skipElement())
            return false;
    }
}

Outcome OdsWorkbook::writeRow(SheetText& to, std::int64_t times)
{
    const std::int64_t first = m_row + 1;
    m_row += times;
    if (m_count == 0)
        return {};
    if (m_row > maxSheetLines)
        return fail(tooManyRows(m_file, m_sheet, m_row));
    if (!to.startRow(first))
        return fail(badRow(m_file, m_sheet, to));
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
        const Cell& c = m_cells[i];
        const std::size_t end = std::size_t(std::min<std::int64_t>(std::int64_t(c.column) + c.times, maxColumns + 1));
        for (std::size_t column = c.column; column < std::max(end, c.column + 1); ++column) {
            bytes += std::int64_t(c.text.size()) + 1;
            if (!to.cell(column, c.text))
                return fail(badRow(m_file, m_sheet, to));
        }
    }
    if (times > 1 && bytes * times > maxRepeatedBytes)
        return fail(beyondLimit(placeOfSheet(m_file, m_sheet.name),
                                Lang::words("repeats its row %1 %2 times, which is more than %3 MiB", Number{first},
                                            Number{times}, Number{maxRepeatedBytes >> 20})));
    to.endRow(times - 1);
    return {};
}

} // namespace

Result<std::unique_ptr<Workbook>> openOds(PartReader parts, const QString& file)
{
    auto book = std::make_unique<OdsWorkbook>(std::move(parts), file);
    if (Outcome open = book->checkEncryption(); !open)
        return failed(open);
    return book;
}

} // namespace duedesk
