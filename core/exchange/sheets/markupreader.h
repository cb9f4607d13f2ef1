// Tags and texts of XML or HTML, streaming: what every spreadsheet reader here stands on. XML is held to its rules, and
// any document type, so any entity of its own, is refused; HTML is taken as people write it. Memory is one window.
#pragma once
#include "core/exchange/sheets/sheetlimits.h"

#include <deque>
#include <optional>
#include <string_view>
#include <vector>

namespace duedesk {

enum class Markup : std::uint8_t { Xml, Html };

class MarkupReader {
public:
    enum class Token : std::uint8_t { Start, End, Text, Finished, Failed };
    // UTF-8 in blocks (markupencoding.h); file and part are for messages, an empty part is the file itself.
    MarkupReader(BlockPull pull, Markup kind, const QString& file, std::string_view part);

    // Views are valid until the next call. A long text comes in several tokens; an empty element has an End too.
    Token next();
    // Without its prefix; HTML in lower case.
    std::string_view name() const { return m_name; }
    // With its prefix, as it stands.
    std::string_view qualifiedName() const { return m_qualified; }
    std::string_view text() const { return m_text; }
    // Of a Start: by its whole name when one with a prefix is asked for, else by the name behind any prefix.
    std::optional<std::string_view> attribute(std::string_view name) const;
    // How many elements are open, that of a Start included and that of an End no more. XML alone.
    std::size_t depth() const { return m_open.size(); }
    std::int64_t bytesRead() const { return m_base + std::int64_t(m_at); }
    const Error& error() const { return *m_error; } // after Failed
    // XML: everything up to the End of the element whose Start was the last token; false = Failed.
    bool skipElement();

private:
    struct Attribute {
        std::string_view name, value;
    };
    Token failed(Words why);
    bool refill();
    bool ensure(std::size_t bytes);
    std::string_view window() const { return {m_window.data() + m_at, m_end - m_at}; }
    bool skipPast(std::string_view end);
    bool skipRaw();
    std::optional<Token> markup();
    std::optional<Token> declaration();
    bool findTagEnd(std::size_t& length);
    std::optional<Token> startTag();
    std::optional<Token> endTag();
    bool readAttributes(std::string_view tag);
    std::optional<Token> takeText();
    std::optional<Token> takeCdata();
    Token atEnd();
    void setName(std::string_view qualified);
    bool decode(std::string_view in, std::string& out) const;

    BlockPull m_pull;
    Markup m_kind;
    QString m_file;
    std::string m_part;
    std::vector<char> m_window; // m_at to m_end is not yet taken
    std::size_t m_at = 0, m_end = 0;
    std::int64_t m_base = 0; // offset of m_window[0]
    bool m_eof = false, m_cdata = false, m_endNext = false, m_any = false;
    std::string m_block, m_nameText, m_textBuffer, m_raw;
    std::string_view m_name, m_qualified, m_text;
    std::vector<Attribute> m_attributes;
    std::deque<std::string> m_decoded;
    std::string m_openNames;
    std::vector<std::size_t> m_open; // where each open element's name ends in m_openNames
    std::optional<Error> m_error;
};

// Appends what "&amp;", "&#233;" and, in HTML, "&euro;" stand for; false at one that XML does not know.
bool decodeEntities(std::string_view in, Markup kind, std::string& out);

} // namespace duedesk
