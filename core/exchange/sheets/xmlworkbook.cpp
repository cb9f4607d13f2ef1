#include "core/exchange/sheets/xmlworkbook.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/sheets/cellvalues.h"
#include "core/exchange/sheets/markupencoding.h"
#include "core/exchange/sheets/sharedtexts.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace duedesk {
namespace {

using Token = MarkupReader::Token;

constexpr qsizetype maxSheetName = 255;

// A number that moves on from where the last one was; `otherwise` where none is stated. What is no number is 0, which
// no row or cell has.
std::int64_t indexOf(std::optional<std::string_view> text, std::int64_t otherwise)
{
    if (!text)
        return otherwise;
    std::int64_t n = 0;
    (void)std::from_chars(text->data(), text->data() + text->size(), n);
    return std::clamp<std::int64_t>(n, 0, std::int64_t(1) << 31);
}

CellStyle styleNamed(std::string_view format)
{
    for (const std::string_view day : {"General Date", "Long Date", "Medium Date", "Short Date"})
        if (format == day)
            return CellStyle::Day;
    for (const std::string_view time : {"Long Time", "Medium Time", "Short Time"})
        if (format == time)
            return CellStyle::TimeOfDay;
    for (const std::string_view plain : {"General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Percent",
                                         "Scientific", "Yes/No", "True/False", "On/Off"})
        if (format == plain)
            return CellStyle::Plain;
    return styleOfFormat(format);
}

class XmlWorkbook final : public Workbook {
public:
    XmlWorkbook(BlockSource source, const QString& file) : m_source(std::move(source)), m_file(file) {}
    Outcome walk(const SheetVisitor& visitor) override;

private:
    Outcome walkThrough(MarkupReader& xml, const SheetVisitor& visitor);
    bool readStyle(MarkupReader& xml);
    Outcome readSheet(MarkupReader& xml, SheetText* to);
    Outcome readTable(MarkupReader& xml, SheetText& to);
    Outcome readRow(MarkupReader& xml, SheetText& to);
    Outcome readCell(MarkupReader& xml, SheetText& to);
    bool readData(MarkupReader& xml);

    BlockSource m_source;
    QString m_file;
    SheetInfo m_sheet;
    DaySystem m_days = DaySystem::From1900;
    std::map<std::string, CellStyle, std::less<>> m_styles;
    std::int64_t m_row = 0, m_column = 0; // the last one read, 1-based
    std::string m_text, m_raw;
    CellStyle m_style = CellStyle::Plain;
    bool m_hasData = false;
};

Outcome XmlWorkbook::walk(const SheetVisitor& visitor)
{
    auto blocks = xmlBlocks(m_source(), m_file);
    if (!blocks)
        return failed(blocks);
    MarkupReader xml(std::move(*blocks), Markup::Xml, m_file, {});
    m_styles.clear();
    return walkThrough(xml, visitor);
}

Outcome XmlWorkbook::walkThrough(MarkupReader& xml, const SheetVisitor& visitor)
{
    std::size_t index = 0;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            break;
        if (t != Token::Start)
            continue;
        if (xml.name() == "Date1904" && xml.depth() == 3)
            m_days = DaySystem::From1904;
        if (xml.name() == "Style" && xml.depth() == 3 && !readStyle(xml))
            return fail(xml.error());
        if (xml.name() != "Worksheet" || xml.depth() != 2)
            continue;
        if (index == maxSheets)
            return fail(beyondLimit(
                m_file, Lang::words("has more than %1 sheets, the most that is read", Number{qint64(maxSheets)})));
        const std::string_view name = xml.attribute("Name").value_or("");
        m_sheet = {index++, QString::fromUtf8(name.data(), qsizetype(name.size())).left(maxSheetName), false};
        if (Outcome sheet = readSheet(xml, visitor.begin(m_sheet)); !sheet)
            return sheet;
        if (!visitor.end(m_sheet))
            return {};
    }
    if (index == 0)
        return fail(sheetRefusal(m_file, Lang::words("is an Excel workbook in XML without sheets")));
    return {};
}

bool XmlWorkbook::readStyle(MarkupReader& xml)
{
    const std::size_t inside = xml.depth();
    const std::string id(xml.attribute("ID").value_or(""));
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && xml.depth() < inside)
            return true;
        if (t == Token::Start && xml.name() == "NumberFormat" && m_styles.size() < maxCellStyles
            && id.size() <= std::size_t(maxSheetName))
            m_styles[id] = styleNamed(xml.attribute("Format").value_or(""));
    }
}

// `to` null: nobody wants the rows.
Outcome XmlWorkbook::readSheet(MarkupReader& xml, SheetText* to)
{
    const std::size_t inside = xml.depth();
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::End && xml.depth() < inside)
            return {};
        if (t != Token::Start)
            continue;
        if (xml.name() == "WorksheetOptions")
            continue;
        if (xml.name() == "Visible") {
            m_text.clear();
            if (!appendElementText(xml, m_text))
                return fail(xml.error());
            m_sheet.hidden = m_text == "SheetHidden" || m_text == "SheetVeryHidden";
        } else if (xml.name() == "Table" && to) {
            if (Outcome table = readTable(xml, *to); !table)
                return table;
        } else if (!xml.skipElement()) {
            return fail(xml.error());
        }
    }
}

Outcome XmlWorkbook::readTable(MarkupReader& xml, SheetText& to)
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
        if (xml.name() == "Row" && to.wantsMore()) {
            if (Outcome row = readRow(xml, to); !row)
                return row;
        } else if (!xml.skipElement()) {
            return fail(xml.error());
        }
    }
}

Outcome XmlWorkbook::readRow(MarkupReader& xml, SheetText& to)
{
    const std::size_t inside = xml.depth();
    m_row = indexOf(xml.attribute("Index"), m_row + 1);
    m_column = 0;
    if (m_row > maxSheetLines)
        return fail(tooManyRows(m_file, m_sheet, m_row));
    if (!to.startRow(m_row))
        return fail(badRow(m_file, m_sheet, to));
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::End && xml.depth() < inside)
            break;
        if (t == Token::Start && xml.name() == "Cell") {
            if (Outcome cell = readCell(xml, to); !cell)
                return cell;
        } else if (t == Token::Start && !xml.skipElement()) {
            return fail(xml.error());
        }
    }
    to.endRow();
    return {};
}

Outcome XmlWorkbook::readCell(MarkupReader& xml, SheetText& to)
{
    const std::size_t inside = xml.depth();
    const std::int64_t column = indexOf(xml.attribute("Index"), m_column + 1);
    const std::int64_t merged = indexOf(xml.attribute("MergeAcross"), 0);
    const std::string formula(xml.attribute("Formula").value_or(""));
    const auto style = m_styles.find(xml.attribute("StyleID").value_or(""));
    m_style = style == m_styles.end() ? CellStyle::Plain : style->second;
    if (column <= m_column)
        return fail(badRow(m_file, m_sheet, to));
    m_column = column + merged;
    m_text.clear();
    m_hasData = false;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::End && xml.depth() < inside)
            break;
        // The data of a note is another's.
        if (t == Token::Start && !(xml.name() == "Data" ? readData(xml) : xml.skipElement()))
            return fail(xml.error());
    }
    if (!m_hasData && !formula.empty()) // never computed: nothing would be a guess
        m_text = formula;
    if (!to.cell(std::size_t(column - 1), m_text))
        return fail(badRow(m_file, m_sheet, to));
    return {};
}

bool XmlWorkbook::readData(MarkupReader& xml)
{
    const std::string type(xml.attribute("Type").value_or(""));
    m_raw.clear();
    m_hasData = true;
    if (!appendElementText(xml, m_raw))
        return false;
    if (type == "DateTime") {
        appendIsoDay(m_raw, m_text);
    } else if (type == "Boolean") {
        m_text = m_raw == "1" || m_raw == "true" ? "true" : "false";
    } else if (type == "Number") {
        double serial = 0;
        const auto read = std::from_chars(m_raw.data(), m_raw.data() + m_raw.size(), serial);
        if (m_style != CellStyle::Plain && read.ec == std::errc() && read.ptr == m_raw.data() + m_raw.size())
            appendDay(serial, m_style, m_days, m_text);
        else if (!appendNumberText(m_raw, m_text))
            m_text = m_raw;
    } else {
        m_text = m_raw;
    }
    return true;
}

} // namespace

Result<std::unique_ptr<Workbook>> openXmlWorkbook(BlockSource source, const QString& file)
{
    return std::make_unique<XmlWorkbook>(std::move(source), file);
}

} // namespace duedesk
