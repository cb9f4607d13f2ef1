#include "core/exchange/tablewriter.h"

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

std::string textOf(const Cell& c)
{
    return std::visit(Match{[](const TextCell& t) { return t.text.toStdString(); },
                            [](const MoneyCell& m) { return m.present ? m.money.toPlainString() : std::string(); },
                            [](const NumberCell& n) { return n.text; },
                            [](const DateCell& d) { return d.date.isoString(); }},
                      c);
}

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

} // namespace

bool needsGuard(std::string_view t)
{
    if (t.empty())
        return false;
    if (t[0] == '\'' || t[0] == '\t' || t[0] == '\r' || t[0] == '\n')
        return true;
    const std::size_t at = t.find_first_not_of(' ');
    if (at == std::string_view::npos)
        return false;
    const char c = t[at];
    if (c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == '\n')
        return true;
    // The full-width = + - @ that some programs take alike.
    static constexpr std::array<std::string_view, 4> wide = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                                             "\xef\xbc\xa0"};
    return std::any_of(wide.begin(), wide.end(), [&](std::string_view w) { return t.substr(at).starts_with(w); });
}

std::string guarded(std::string_view text) { return needsGuard(text) ? "'" + std::string(text) : std::string(text); }

std::string unguarded(std::string_view text)
{
    return std::string(text.size() > 1 && text[0] == '\'' && needsGuard(text.substr(1)) ? text.substr(1) : text);
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
        const std::string t = textOf(c);
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
        const std::string t = textOf(cells[i]);
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

} // namespace duedesk
