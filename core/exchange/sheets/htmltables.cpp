#include "core/exchange/sheets/htmltables.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/sheets/markupencoding.h"

#include <algorithm>
#include <charconv>
#include <limits>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Token = MarkupReader::Token;

constexpr std::int64_t forEver = std::numeric_limits<std::int64_t>::max();

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::int64_t spanOf(std::optional<std::string_view> text, std::int64_t most)
{
    std::int64_t n = 1;
    if (text)
        (void)std::from_chars(text->data(), text->data() + text->size(), n);
    return std::clamp<std::int64_t>(n, 0, most);
}

bool notShown(std::optional<std::string_view> style)
{
    std::string plain;
    for (const char c : style.value_or(""))
        if (!blank(c))
            plain += c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return plain.find("display:none") != std::string::npos;
}

// What stands apart from the text before it.
bool breaksText(std::string_view tag)
{
    for (const std::string_view t : {"br", "p", "div", "li", "tr", "table", "h1", "h2", "h3"})
        if (tag == t)
            return true;
    return false;
}

// A table whose end has not come.
struct OpenTable {
    SheetInfo info;
    SheetText* to = nullptr; // null: nobody wants it
    std::int64_t row = 0;
    std::size_t column = 0; // of the cell at hand, or the next one
    std::size_t width = 1;
    bool inRow = false, inCell = false;
    std::string text;
    std::vector<std::int64_t> takenUntil; // by column: the last row that a cell from above reaches into

    bool wanted() const { return to && to->wantsMore(); }
    bool taken(std::size_t at) const { return at < takenUntil.size() && takenUntil[at] >= row; }
};

class HtmlTables final : public Workbook {
public:
    HtmlTables(BlockSource source, EncodingGuess from, const QString& file)
        : m_source(std::move(source)), m_from(from), m_file(file)
    {
    }
    Outcome walk(const SheetVisitor& visitor) override;
    Encoding encoding() const override { return m_from.encoding; }

private:
    Outcome startTag(const MarkupReader& page, const SheetVisitor& visitor);
    Outcome endTag(std::string_view name, const SheetVisitor& visitor);
    Outcome startTable(const MarkupReader& page, const SheetVisitor& visitor);
    Outcome startRow(OpenTable& t);
    Outcome startCell(OpenTable& t, const MarkupReader& page);
    Outcome endCell(OpenTable& t);
    Outcome endRow(OpenTable& t);
    Outcome endTable(const SheetVisitor& visitor);
    void addText(std::string_view text);

    BlockSource m_source;
    EncodingGuess m_from;
    QString m_file;
    std::vector<OpenTable> m_open;
    std::size_t m_count = 0;
    bool m_enough = false, m_anyRow = false;
};

Outcome HtmlTables::walk(const SheetVisitor& visitor)
{
    MarkupReader page(inUtf8(m_source(), m_from), Markup::Html, m_file, {});
    m_open.clear();
    m_count = 0;
    m_enough = m_anyRow = false;
    while (!m_enough) {
        const Token t = page.next();
        if (t == Token::Failed)
            return fail(page.error());
        if (t == Token::Finished)
            break;
        if (t == Token::Text) {
            addText(page.text());
            continue;
        }
        if (Outcome done = t == Token::Start ? startTag(page, visitor) : endTag(page.name(), visitor); !done)
            return done;
    }
    while (!m_open.empty() && !m_enough)
        if (Outcome done = endTable(visitor); !done)
            return done;
    if (!m_anyRow)
        return fail(sheetRefusal(
            m_file, Lang::words("is a web page without a table that has rows (some programs call it .xls)"),
            Lang::words("export the data itself as CSV (UTF-8)")));
    return {};
}

// Runs of blanks are one, as a browser shows them.
void HtmlTables::addText(std::string_view text)
{
    if (m_open.empty() || !m_open.back().inCell || !m_open.back().wanted())
        return;
    std::string& out = m_open.back().text;
    for (const char c : text) {
        if (out.size() > maxFieldBytes)
            return;
        if (!blank(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
}

Outcome HtmlTables::startTag(const MarkupReader& page, const SheetVisitor& visitor)
{
    const std::string_view name = page.name();
    if (breaksText(name))
        addText(" ");
    if (name == "table")
        return startTable(page, visitor);
    if (m_open.empty())
        return {};
    OpenTable& t = m_open.back();
    if (name == "tr")
        return startRow(t);
    if (name == "td" || name == "th")
        return startCell(t, page);
    if (name == "thead" || name == "tbody" || name == "tfoot")
        return endRow(t);
    return {};
}

Outcome HtmlTables::endTag(std::string_view name, const SheetVisitor& visitor)
{
    if (m_open.empty())
        return {};
    OpenTable& t = m_open.back();
    if (name == "td" || name == "th")
        return endCell(t);
    if (name == "tr" || name == "thead" || name == "tbody" || name == "tfoot")
        return endRow(t);
    if (name == "table")
        return endTable(visitor);
    if (breaksText(name))
        addText(" ");
    return {};
}

Outcome HtmlTables::startTable(const MarkupReader& page, const SheetVisitor& visitor)
{
    if (m_open.size() == maxMarkupDepth)
        return fail(
            beyondLimit(m_file, Lang::words("has tables in tables deeper than %1", Number{qint64(maxMarkupDepth)})));
    if (m_count == maxSheets)
        return fail(beyondLimit(
            m_file, Lang::words("has more than %1 tables, the most that is read", Number{qint64(maxSheets)})));
    OpenTable t;
    t.info = {m_count, Lang::tr("table %1").arg(m_count + 1), notShown(page.attribute("style"))};
    ++m_count;
    t.to = visitor.begin(t.info);
    m_open.push_back(std::move(t));
    return {};
}

Outcome HtmlTables::startRow(OpenTable& t)
{
    if (Outcome over = endRow(t); !over)
        return over;
    t.inRow = m_anyRow = true;
    ++t.row;
    t.column = 0;
    t.width = 0;
    if (t.row > maxSheetLines)
        return fail(tooManyRows(m_file, t.info, t.row));
    if (t.wanted())
        (void)t.to->startRow(t.row);
    return {};
}

Outcome HtmlTables::startCell(OpenTable& t, const MarkupReader& page)
{
    if (Outcome over = endCell(t); !over)
        return over;
    if (!t.inRow)
        if (Outcome begun = startRow(t); !begun)
            return begun;
    while (t.taken(t.column))
        ++t.column;
    t.inCell = true;
    t.text.clear();
    t.width = std::size_t(std::max<std::int64_t>(spanOf(page.attribute("colspan"), std::int64_t(maxColumns)), 1));
    const std::int64_t height = spanOf(page.attribute("rowspan"), maxSheetLines);
    if (height != 1 && t.column < maxColumns) {
        const std::size_t end = std::min(t.column + t.width, maxColumns);
        t.takenUntil.resize(std::max(t.takenUntil.size(), end), 0);
        std::fill(t.takenUntil.begin() + std::ptrdiff_t(t.column), t.takenUntil.begin() + std::ptrdiff_t(end),
                  height == 0 ? forEver : t.row + height - 1); // 0: to the end of the table
    }
    return {};
}

Outcome HtmlTables::endCell(OpenTable& t)
{
    if (!t.inCell)
        return {};
    t.inCell = false;
    if (t.text.ends_with(' '))
        t.text.pop_back();
    const std::size_t column = t.column;
    t.column = std::min(t.column + t.width, maxColumns);
    if (!t.wanted() || t.to->cell(column, t.text))
        return {};
    if (!t.to->badText())
        return fail(badRow(m_file, t.info, *t.to));
    Error e = sheetRefusal(
        placeOfSheet(m_file, t.info.name),
        Lang::words("holds text that is not in the encoding of the page, %1", Name{encodingName(m_from.encoding)}),
        Lang::words("name the encoding, for example --encoding cp1252"));
    e.row = t.row;
    return fail(std::move(e));
}

Outcome HtmlTables::endRow(OpenTable& t)
{
    Outcome over = endCell(t);
    if (over && t.inRow && t.wanted())
        t.to->endRow();
    t.inRow = false;
    return over;
}

Outcome HtmlTables::endTable(const SheetVisitor& visitor)
{
    Outcome over = endRow(m_open.back());
    if (over)
        m_enough = !visitor.end(m_open.back().info);
    m_open.pop_back();
    return over;
}

} // namespace

Result<std::unique_ptr<Workbook>> openHtmlTables(BlockSource source, std::string_view head, const QString& file,
                                                 const std::optional<Encoding>& stated)
{
    const auto from = markupEncoding(head, Markup::Html, file, stated);
    if (!from)
        return failed(from);
    return std::make_unique<HtmlTables>(std::move(source), *from, file);
}

} // namespace duedesk
