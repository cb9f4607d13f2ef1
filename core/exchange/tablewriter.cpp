#include "core/exchange/tablewriter.h"

#include "core/base/clock.h"
#include "core/exchange/decimaltext.h"
#include "core/exchange/fields.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t flushBytes = std::size_t(1) << 16;

template <class... F> struct Match : F... {
    using F::operator()...;
};
template <class... F> Match(F...) -> Match<F...>;

void flush(const ByteSink& sink, std::string& out, bool& failed, bool all)
{
    if (out.size() < (all ? 1 : flushBytes))
        return;
    failed = !sink(out) || failed;
    out.clear();
}

Outcome outcome(bool failed)
{
    if (!failed)
        return {};
    return fail(ErrorCode::StorageFailed, u"the table could not be written"_s,
                u"check the free space and the folder"_s);
}

void appendJson(std::string& out, std::string_view text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (u < 0x20) {
            out += "\\u00";
            out += hex[u >> 4];
            out += hex[u & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void appendHtml(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += "<br>"; break;
        // No other control character is a character of a document.
        default: out += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
        }
    }
}

} // namespace

std::string plainText(const Cell& cell)
{
    return std::visit(Match{[](const TextCell& t) { return t.text.toStdString(); },
                            [](const MoneyCell& m) { return m.present ? m.money.toPlainString() : std::string(); },
                            [](const NumberCell& n) { return n.text; },
                            [](const DateCell& d) { return d.date.isoString(); },
                            [](const InstantCell& i) { return toIsoInstant(i.at).toStdString(); }},
                      cell);
}

namespace {

// What other separators than ours would cut a cell at, and what would end its row: a cell that is quoted for a comma is
// not quoted for them.
constexpr std::string_view splitters = ";\t|\r\n\v\f";
// Ends of lines that are several bytes, of which the last is like no other: U+0085, U+2028, U+2029.
bool endsLine(std::string_view until)
{
    return until.ends_with("\xc2\x85") || until.ends_with("\xe2\x80\xa8") || until.ends_with("\xe2\x80\xa9");
}
bool startsWithEnd(std::string_view t) { return endsLine(t.substr(0, 2)) || endsLine(t.substr(0, 3)); }
// The byte at `i` ends what a cell may be cut at.
bool splitsAt(std::string_view text, std::size_t i)
{
    if (static_cast<unsigned char>(text[i]) < 0x80)
        return splitters.find(text[i]) != std::string_view::npos;
    return endsLine(text.substr(0, i + 1));
}

bool startsFormula(std::string_view t)
{
    if (!t.empty() && (t[0] == '=' || t[0] == '+' || t[0] == '-' || t[0] == '@'))
        return true;
    // The full-width = + - @ that some programs take alike.
    static constexpr std::array<std::string_view, 4> wide = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                                             "\xef\xbc\xa0"};
    return std::any_of(wide.begin(), wide.end(), [&](std::string_view w) { return t.starts_with(w); });
}

// What stands behind a splitter would be taken for a formula there; one with our apostrophe already gets another.
bool needsInnerGuard(std::string_view rest)
{
    rest.remove_prefix(std::min(rest.find_first_not_of('\''), rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of(" \""), rest.size()));
    return startsFormula(rest);
}

} // namespace

bool needsGuard(std::string_view t)
{
    if (t.empty())
        return false;
    // Control characters come first in nothing honest, and readers drop them; blanks at the ends are trimmed on import.
    if (t[0] == '\'' || static_cast<unsigned char>(t[0]) < 0x20 || startsWithEnd(t) || trimmed(t).size() != t.size())
        return true;
    return startsFormula(t);
}

std::string guarded(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 2);
    if (needsGuard(text))
        out += '\'';
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (splitsAt(text, i) && needsInnerGuard(text.substr(i + 1)))
            out += '\'';
    }
    return out;
}

std::string unguarded(std::string_view text)
{
    if (text.size() > 1 && text[0] == '\'' && needsGuard(text.substr(1)))
        text.remove_prefix(1);
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        const std::string_view rest = text.substr(i + 1);
        if (splitsAt(text, i) && rest.starts_with('\'') && needsInnerGuard(rest.substr(1)))
            ++i;
    }
    return out;
}

bool isGuarded(std::string_view text)
{
    return text.find('\'') != std::string_view::npos && unguarded(text).size() != text.size();
}

CsvWriter::CsvWriter(ByteSink sink, Style style) : m_sink(std::move(sink)), m_style(style) {}

void CsvWriter::appendCell(std::string& out, std::string_view text, char delimiter)
{
    const bool quote = std::any_of(text.begin(), text.end(),
                                   [&](char c) { return c == delimiter || c == '"' || c == '\n' || c == '\r'; })
                       || (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quote) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void CsvWriter::endLine()
{
    m_out += m_style == Style::Guarded ? "\r\n" : "\n";
    flush(m_sink, m_out, m_failed, false);
}

void CsvWriter::header(const QStringList& columns)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i > 0)
            m_out += ',';
        const std::string t = columns[i].toStdString();
        appendCell(m_out, m_style == Style::Guarded ? guarded(t) : t, ',');
    }
    if (m_style == Style::Guarded)
        m_out += ',' + guardHeading().toStdString(); // what the importer knows our files by
    endLine();
}

void CsvWriter::row(const std::vector<Cell>& cells)
{
    bool first = true;
    for (const Cell& c : cells) {
        if (!first)
            m_out += ',';
        first = false;
        const std::string t = plainText(c);
        appendCell(m_out, m_style == Style::Guarded && std::holds_alternative<TextCell>(c) ? guarded(t) : t, ',');
    }
    if (m_style == Style::Guarded)
        m_out += ',';
    endLine();
}

Outcome CsvWriter::finish()
{
    flush(m_sink, m_out, m_failed, true);
    return outcome(m_failed);
}

JsonWriter::JsonWriter(ByteSink sink) : m_sink(std::move(sink)) { m_out = "["; }

void JsonWriter::header(const QStringList& columns)
{
    for (const QString& c : columns) {
        m_keys.emplace_back();
        appendJson(m_keys.back(), c.toStdString());
    }
}

void JsonWriter::row(const std::vector<Cell>& cells)
{
    m_out += m_first ? "\n{" : ",\n{";
    m_first = false;
    for (std::size_t i = 0; i < cells.size() && i < m_keys.size(); ++i) {
        if (i > 0)
            m_out += ',';
        m_out += m_keys[i] + ':';
        const std::string t = plainText(cells[i]);
        if (t.empty() && !std::holds_alternative<TextCell>(cells[i]))
            m_out += "null";
        else
            appendJson(m_out, t);
    }
    m_out += '}';
    flush(m_sink, m_out, m_failed, false);
}

Outcome JsonWriter::finish()
{
    m_out += m_first ? "]\n" : "\n]\n";
    flush(m_sink, m_out, m_failed, true);
    return outcome(m_failed);
}

HtmlWriter::HtmlWriter(ByteSink sink, const QString& title) : m_sink(std::move(sink))
{
    m_out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>";
    appendHtml(m_out, title.toStdString());
    m_out += "</title>\n<style>\nbody{font:14px sans-serif;margin:2em}\ntable{border-collapse:collapse}\n"
             "th,td{padding:4px 10px;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}\n"
             "th{position:sticky;top:0;background:#f3f3f3}\n"
             ".n{text-align:right;font-variant-numeric:tabular-nums}\n</style>\n</head>\n<body>\n<h1>";
    appendHtml(m_out, title.toStdString());
    m_out += "</h1>\n<table>\n";
}

void HtmlWriter::header(const QStringList& columns)
{
    m_out += "<thead><tr>";
    for (const QString& c : columns) {
        m_out += "<th>";
        appendHtml(m_out, c.toStdString());
        m_out += "</th>";
    }
    m_out += "</tr></thead>\n<tbody>\n";
}

void HtmlWriter::row(const std::vector<Cell>& cells)
{
    m_out += "<tr>";
    for (const Cell& c : cells) {
        const bool number = std::holds_alternative<MoneyCell>(c) || std::holds_alternative<NumberCell>(c);
        m_out += number ? "<td class=\"n\">" : "<td>";
        appendHtml(m_out, plainText(c));
        m_out += "</td>";
    }
    m_out += "</tr>\n";
    flush(m_sink, m_out, m_failed, false);
}

Outcome HtmlWriter::finish()
{
    m_out += "</tbody>\n</table>\n</body>\n</html>\n";
    flush(m_sink, m_out, m_failed, true);
    return outcome(m_failed);
}

} // namespace duedesk
