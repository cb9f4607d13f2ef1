#include "core/exchange/sheets/xlsxrows.h"

#include "core/exchange/csvreader.h"

#include <charconv>
#include <map>

namespace duedesk {
namespace {

using Token = MarkupReader::Token;

// A whole number; none when it is not one or too large.
template <class Int> std::optional<Int> numberOf(std::optional<std::string_view> text)
{
    Int n = 0;
    if (!text || text->empty())
        return std::nullopt;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), n);
    return read.ec == std::errc() && read.ptr == text->data() + text->size() ? std::optional(n) : std::nullopt;
}

// "AB12": the column, 0-based, if the row is the one at hand. What is beyond any sheet stays beyond the last column.
std::optional<std::size_t> columnOf(std::string_view reference, std::int64_t row)
{
    std::size_t column = 0, i = 0;
    for (; i < reference.size() && reference[i] >= 'A' && reference[i] <= 'Z' && i < 4; ++i)
        column = column * 26 + std::size_t(reference[i] - 'A') + 1;
    if (column == 0 || numberOf<std::int64_t>(reference.substr(i)) != row)
        return std::nullopt;
    return column - 1;
}

bool isTrue(std::optional<std::string_view> flag) { return flag == "1" || flag == "true"; }

} // namespace

Result<std::vector<CellStyle>> xlsxStyles(BlockPull blocks, const QString& file, std::string_view part)
{
    MarkupReader xml(std::move(blocks), Markup::Xml, file, part);
    std::map<int, CellStyle> formats;
    std::vector<int> ids;
    std::string section; // formats stand elsewhere too, for what is shown under a condition
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            break;
        if (t != Token::Start)
            continue;
        if (xml.depth() == 2)
            section = xml.name();
        if (xml.depth() != 3)
            continue;
        const int id = numberOf<int>(xml.attribute("numFmtId")).value_or(0);
        if (section == "numFmts" && xml.name() == "numFmt" && formats.size() < maxCellStyles)
            formats[id] = styleOfFormat(xml.attribute("formatCode").value_or(""));
        if (section == "cellXfs" && xml.name() == "xf" && ids.size() < maxCellStyles)
            ids.push_back(id);
    }
    std::vector<CellStyle> styles;
    for (const int id : ids) {
        const auto own = formats.find(id);
        styles.push_back(own == formats.end() ? styleOfBuiltIn(id) : own->second);
    }
    return styles;
}

XlsxRows::XlsxRows(const XlsxBase& base, const QString& file, const SheetInfo& sheet)
    : m_base(base), m_file(file), m_sheet(sheet)
{
}

Outcome XlsxRows::read(MarkupReader& xml, SheetText& to)
{
    bool inData = false;
    while (to.wantsMore()) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            return {};
        if (t == Token::Start && xml.name() == "sheetData" && xml.depth() == 2)
            inData = true;
        else if (t == Token::End && xml.depth() == 1)
            inData = false;
        else if (t == Token::Start && inData && xml.name() == "row")
            if (Outcome row = readRow(xml, to); !row)
                return row;
    }
    return {};
}

Outcome XlsxRows::readRow(MarkupReader& xml, SheetText& to)
{
    const std::size_t inside = xml.depth();
    const std::int64_t row = numberOf<std::int64_t>(xml.attribute("r")).value_or(to.rows() + 1);
    if (row > maxSheetLines)
        return fail(tooManyRows(m_file, m_sheet, row));
    if (!to.startRow(row))
        return fail(badRow(m_file, m_sheet, to));
    m_nextColumn = 0;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::End && xml.depth() < inside) {
            to.endRow();
            return {};
        }
        if (t == Token::Start && xml.name() == "c")
            if (Outcome cell = readCell(xml, to); !cell)
                return cell;
    }
}

Outcome XlsxRows::readCell(MarkupReader& xml, SheetText& to)
{
    std::size_t column = m_nextColumn;
    if (const auto reference = xml.attribute("r")) {
        const auto stated = columnOf(*reference, to.rows());
        if (!stated)
            return fail(badRow(m_file, m_sheet, to));
        column = *stated;
    }
    m_style = numberOf<std::size_t>(xml.attribute("s")).value_or(0);
    m_type.assign(xml.attribute("t").value_or("n"));
    if (!readContent(xml))
        return fail(xml.error());
    if (column < m_nextColumn)
        return fail(badRow(m_file, m_sheet, to));
    m_nextColumn = column + 1;
    return writeCell(to, column);
}

// Value, formula and inline text, up to the cell's end; false = the reader failed.
bool XlsxRows::readContent(MarkupReader& xml)
{
    const std::size_t inside = xml.depth();
    m_value.clear();
    m_formula.clear();
    m_hasValue = m_hasFormula = false;
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && xml.depth() < inside)
            return true;
        if (t != Token::Start)
            continue;
        const std::string_view name = xml.name();
        bool good = true;
        if (name == "v") {
            m_hasValue = true;
            good = appendElementText(xml, m_value);
        } else if (name == "is") {
            m_hasValue = true;
            good = appendRichText(xml, m_value);
        } else if (name == "f") {
            m_hasFormula = true;
            good = appendElementText(xml, m_formula);
        } else {
            good = xml.skipElement();
        }
        if (!good)
            return false;
    }
}

void XlsxRows::appendNumberCell()
{
    const CellStyle style = m_style < m_base.styles.size() ? m_base.styles[m_style] : CellStyle::Plain;
    double serial = 0;
    if (style != CellStyle::Plain) {
        const auto read = std::from_chars(m_value.data(), m_value.data() + m_value.size(), serial);
        if (read.ec == std::errc() && read.ptr == m_value.data() + m_value.size()) {
            appendDay(serial, style, m_base.days, m_out);
            return;
        }
    }
    if (!appendNumberText(m_value, m_out))
        m_out = m_value; // no number: as it stands, for whoever reads the column to refuse
}

Outcome XlsxRows::noSuchText(const SheetText& to) const
{
    Error e = sheetRefusal(placeOfSheet(m_file, m_sheet.name),
                           Lang::words("is damaged: a cell names a shared text that is not there"));
    e.row = to.rows();
    return fail(std::move(e));
}

Outcome XlsxRows::writeCell(SheetText& to, std::size_t column)
{
    std::string_view text = m_value;
    m_out.clear();
    if (!m_hasValue && m_hasFormula) { // never computed: nothing would be a guess
        m_out.append("=").append(m_formula);
        text = m_out;
    } else if (m_value.empty()) {
        return {};
    } else if (m_type == "s") {
        const auto index = numberOf<std::size_t>(m_value);
        if (!index || !m_base.texts.holds(*index))
            return noSuchText(to);
        text = m_base.texts.text(*index);
    } else if (m_type == "n") {
        appendNumberCell();
        text = m_out;
    } else if (m_type == "b") {
        text = isTrue(m_value) ? "true" : "false";
    } else if (m_type == "d") {
        appendIsoDay(m_value, m_out);
        text = m_out;
    } else if (m_type == "str") {
        unescapeText(m_value, 0);
        text = m_value;
    }
    if (!to.cell(column, text))
        return fail(badRow(m_file, m_sheet, to));
    return {};
}

} // namespace duedesk
