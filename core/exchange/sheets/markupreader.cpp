#include "core/exchange/sheets/markupreader.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t heldBack = 16; // of a text at the window's end: a reference may be cut there

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

QString named(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(std::min<std::size_t>(name.size(), 60)));
}

} // namespace

MarkupReader::MarkupReader(BlockPull pull, Markup kind, const QString& file, std::string_view part)
    : m_pull(std::move(pull)), m_kind(kind), m_file(file), m_part(part)
{
}

MarkupReader::Token MarkupReader::failed(Words why)
{
    if (!m_error)
        m_error = m_part.empty() ? sheetRefusal(m_file, Lang::words("is damaged: %1", std::move(why)))
                                 : damagedPart(m_file, m_part, std::move(why));
    m_eof = true;
    m_at = m_end;
    return Token::Failed;
}

// Moves what is left to the front and appends the next block; false at the end of the input.
bool MarkupReader::refill()
{
    if (m_eof)
        return false;
    const auto more = m_pull(m_block);
    if (!more) {
        m_error = more.error();
        if (m_error->file.isEmpty())
            m_error->file = m_file;
    }
    if (!more || !*more) {
        m_eof = true;
        return false;
    }
    const std::size_t left = m_end - m_at;
    if (m_window.size() - m_end < m_block.size()) {
        if (left > 0)
            std::memmove(m_window.data(), m_window.data() + m_at, left);
        m_base += std::int64_t(m_at);
        m_at = 0;
        m_end = left;
        if (m_window.size() - m_end < m_block.size())
            m_window.resize(m_end + m_block.size() * 2);
    }
    if (!m_block.empty())
        std::memcpy(m_window.data() + m_end, m_block.data(), m_block.size());
    m_end += m_block.size();
    return true;
}

bool MarkupReader::ensure(std::size_t bytes)
{
    while (m_end - m_at < bytes)
        if (!refill())
            return false;
    return true;
}

// Takes everything up to and with `end`, however far away it is; false when it never comes.
bool MarkupReader::skipPast(std::string_view end)
{
    for (;;) {
        const std::size_t found = window().find(end);
        if (found != std::string_view::npos) {
            m_at += found + end.size();
            return true;
        }
        m_at = std::max(m_at, m_end - std::min(m_end, end.size() - 1));
        if (!refill()) {
            m_at = m_end;
            return false;
        }
    }
}

// HTML: what stands in a script or a style is no markup.
bool MarkupReader::skipRaw()
{
    for (;;) {
        if (!skipPast("</"))
            return false;
        (void)ensure(m_raw.size());
        const std::string_view w = window();
        if (w.size() >= m_raw.size()
            && std::equal(m_raw.begin(), m_raw.end(), w.begin(), [](char a, char b) { return a == lower(b); })) {
            m_raw.clear();
            return skipPast(">");
        }
    }
}

MarkupReader::Token MarkupReader::atEnd()
{
    if (m_error)
        return failed({});
    if (m_kind == Markup::Xml && !m_open.empty())
        return failed(Lang::words("the text ends early: what is opened is not closed"));
    if (m_kind == Markup::Xml && !m_any)
        return failed(Lang::words("there is nothing"));
    return Token::Finished;
}

MarkupReader::Token MarkupReader::next()
{
    if (m_error)
        return Token::Failed;
    if (m_endNext) {
        m_endNext = false;
        if (m_kind == Markup::Xml) {
            m_open.pop_back();
            m_openNames.resize(m_open.empty() ? 0 : m_open.back());
        }
        return Token::End;
    }
    if (!m_raw.empty() && !skipRaw())
        return atEnd();
    for (;;) {
        if (m_at == m_end && !refill())
            return atEnd();
        if (m_at == m_end)
            continue;
        if (const auto token = m_cdata ? takeCdata() : m_window[m_at] == '<' ? markup() : takeText())
            return m_error ? Token::Failed : *token;
    }
}

std::optional<MarkupReader::Token> MarkupReader::markup()
{
    (void)ensure(9);
    const std::string_view w = window();
    const char second = w.size() > 1 ? w[1] : '\0';
    if (second == '!')
        return declaration();
    if (second == '?') {
        if (!skipPast(m_kind == Markup::Xml ? "?>" : ">") && m_kind == Markup::Xml)
            return failed(Lang::words("the text ends early: an instruction is not closed"));
        return std::nullopt;
    }
    if (second == '/')
        return endTag();
    if (m_kind == Markup::Html && !letter(second)) { // a bare "<" of a text
        m_text = w.substr(0, 1);
        ++m_at;
        return Token::Text;
    }
    return startTag();
}

std::optional<MarkupReader::Token> MarkupReader::declaration()
{
    const std::string_view w = window();
    if (w.starts_with("<!--")) {
        m_at += m_kind == Markup::Xml ? 4 : 2; // HTML closes "<!-->" at once
        if (!skipPast("-->") && m_kind == Markup::Xml)
            return failed(Lang::words("the text ends early: a comment is not closed"));
        return std::nullopt;
    }
    if (m_kind == Markup::Xml && w.starts_with("<![CDATA[")) {
        m_at += 9;
        m_cdata = true;
        return std::nullopt;
    }
    if (m_kind == Markup::Xml) {
        m_error = sheetRefusal(m_file, Lang::words("declares a document type or entities, which no spreadsheet needs"));
        return Token::Failed;
    }
    (void)skipPast(">");
    return std::nullopt;
}

std::optional<MarkupReader::Token> MarkupReader::takeCdata()
{
    (void)ensure(3);
    const std::string_view w = window();
    const std::size_t end = w.find("]]>");
    m_text = w.substr(0, end);
    if (end != std::string_view::npos) {
        m_at += end + 3;
        m_cdata = false;
    } else if (m_eof) {
        return failed(Lang::words("the text ends early: what is opened is not closed"));
    } else {
        m_text.remove_suffix(std::min<std::size_t>(2, m_text.size()));
        m_at += m_text.size();
        if (m_text.empty())
            return refill() ? std::nullopt : std::optional(failed(Lang::words("the text ends early")));
    }
    return m_text.empty() ? std::nullopt : std::optional(Token::Text);
}

std::optional<MarkupReader::Token> MarkupReader::takeText()
{
    std::string_view w = window();
    std::size_t n = std::min(w.find('<'), w.size());
    if (n == w.size() && !m_eof) { // a reference may be cut by the window's end
        const std::size_t tail = n - std::min(n, heldBack);
        if (const std::size_t amp = w.substr(tail).rfind('&');
            amp != std::string_view::npos && w.find(';', tail + amp) == std::string_view::npos)
            n = tail + amp;
        if (n == 0) {
            (void)refill();
            return std::nullopt;
        }
    }
    m_text = w.substr(0, n);
    m_at += n;
    if (m_text.find('&') == std::string_view::npos)
        return Token::Text;
    m_textBuffer.clear();
    if (!decode(m_text, m_textBuffer))
        return failed(Lang::words("there is a reference that nothing stands behind: %1", Name{named(m_text)}));
    m_text = m_textBuffer;
    return Token::Text;
}

bool MarkupReader::decode(std::string_view in, std::string& out) const { return decodeEntities(in, m_kind, out); }

// The length of the tag at m_at, from "<" to ">". A ">" in a quoted value does not end it.
bool MarkupReader::findTagEnd(std::size_t& length)
{
    char quote = 0, before = 0;
    for (std::size_t i = 1;;) {
        const char* const tag = m_window.data() + m_at;
        for (const std::size_t n = m_end - m_at; i < n; ++i) {
            const char c = tag[i];
            if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (c == '>') {
                length = i + 1;
                return true;
            } else if ((c == '"' || c == '\'') && before == '=') {
                quote = c;
            }
            if (!blank(c))
                before = c;
        }
        if (i > maxTagBytes) {
            m_error = beyondLimit(m_file,
                                  Lang::words("holds a tag that is longer than %1 bytes", Number{qint64(maxTagBytes)}));
            return false;
        }
        if (!refill())
            return false;
    }
}

void MarkupReader::setName(std::string_view qualified)
{
    if (m_kind == Markup::Html) {
        m_nameText.assign(qualified);
        std::transform(m_nameText.begin(), m_nameText.end(), m_nameText.begin(), lower);
        qualified = m_nameText;
    }
    m_qualified = qualified;
    const std::size_t colon = qualified.find(':');
    m_name = colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::optional<MarkupReader::Token> MarkupReader::startTag()
{
    std::size_t length = 0;
    if (!findTagEnd(length)) {
        if (m_kind == Markup::Html && !m_error) {
            m_at = m_end;
            return std::nullopt;
        }
        return failed(Lang::words("the text ends early: a tag is not closed"));
    }
    std::string_view tag = window().substr(1, length - 2);
    m_at += length;
    m_any = true;
    const bool empty = !tag.empty() && tag.back() == '/';
    if (empty)
        tag.remove_suffix(1);
    std::size_t n = 0;
    while (n < tag.size() && !blank(tag[n]) && tag[n] != '/')
        ++n;
    if (n == 0)
        return failed(Lang::words("there is a tag without a name"));
    setName(tag.substr(0, n));
    if (!readAttributes(tag.substr(n)))
        return failed(Lang::words("the tag “%1” is not well formed", Name{named(m_qualified)}));
    if (m_kind == Markup::Html) {
        if (m_name == "script" || m_name == "style")
            m_raw.assign(m_name);
        return Token::Start;
    }
    if (m_open.size() == maxMarkupDepth) {
        m_error =
            beyondLimit(m_file, Lang::words("has elements in elements deeper than %1", Number{qint64(maxMarkupDepth)}));
        return Token::Failed;
    }
    m_openNames.append(m_qualified);
    m_open.push_back(m_openNames.size());
    m_endNext = empty;
    return Token::Start;
}

std::optional<MarkupReader::Token> MarkupReader::endTag()
{
    std::size_t length = 0;
    if (!findTagEnd(length)) {
        if (m_kind == Markup::Html && !m_error) {
            m_at = m_end;
            return std::nullopt;
        }
        return failed(Lang::words("the text ends early: a tag is not closed"));
    }
    std::string_view tag = window().substr(2, length - 3);
    m_at += length;
    std::size_t n = 0;
    while (n < tag.size() && !blank(tag[n]))
        ++n;
    setName(tag.substr(0, n));
    if (m_kind == Markup::Html)
        return Token::End;
    const std::size_t from = m_open.size() > 1 ? m_open[m_open.size() - 2] : 0;
    if (m_open.empty() || std::string_view(m_openNames).substr(from) != m_qualified)
        return failed(Lang::words("“%1” is closed where it is not open", Name{named(m_qualified)}));
    m_open.pop_back();
    m_openNames.resize(from);
    return Token::End;
}

bool MarkupReader::readAttributes(std::string_view t)
{
    m_attributes.clear();
    m_decoded.clear();
    const bool xml = m_kind == Markup::Xml;
    std::size_t at = 0;
    const auto skipBlanks = [&] {
        while (at < t.size() && (blank(t[at]) || (!xml && t[at] == '/')))
            ++at;
    };
    for (skipBlanks(); at < t.size(); skipBlanks()) {
        const std::size_t name = at;
        while (at < t.size() && !blank(t[at]) && (t[at] != '=' || (!xml && at == name)))
            ++at;
        Attribute a{t.substr(name, at - name), {}};
        skipBlanks();
        if (at < t.size() && t[at] == '=') {
            ++at;
            while (at < t.size() && blank(t[at]))
                ++at;
            const char quote = at < t.size() && (t[at] == '"' || t[at] == '\'') ? t[at] : '\0';
            const std::size_t from = at + (quote ? 1 : 0);
            std::size_t to = from;
            while (to < t.size() && (quote ? t[to] != quote : !blank(t[to])))
                ++to;
            if (xml && (!quote || to == t.size()))
                return false;
            a.value = t.substr(from, to - from);
            at = std::min(to + (quote ? 1 : 0), t.size());
        } else if (xml) {
            return false;
        }
        if (a.name.empty())
            return false;
        if (a.value.find('&') != std::string_view::npos) {
            std::string& plain = m_decoded.emplace_back();
            if (!decode(a.value, plain))
                return false;
            a.value = plain;
        }
        m_attributes.push_back(a);
    }
    return true;
}

std::optional<std::string_view> MarkupReader::attribute(std::string_view name) const
{
    const bool whole = name.find(':') != std::string_view::npos;
    const auto same = [](std::string_view a, std::string_view b) {
        return a.size() == b.size()
               && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == y; });
    };
    for (const Attribute& a : m_attributes) {
        const std::size_t colon = whole ? std::string_view::npos : a.name.find(':');
        const std::string_view own = colon == std::string_view::npos ? a.name : a.name.substr(colon + 1);
        if (m_kind == Markup::Html ? same(own, name) : own == name)
            return a.value;
    }
    return std::nullopt;
}

bool MarkupReader::skipElement()
{
    const std::size_t inside = m_open.size();
    for (;;) {
        const Token t = next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && m_open.size() < inside)
            return true;
    }
}

} // namespace duedesk
