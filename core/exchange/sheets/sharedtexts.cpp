#include "core/exchange/sheets/sharedtexts.h"

#include "core/exchange/csvreader.h"
#include "core/exchange/encoding.h"

#include <charconv>

namespace duedesk {
namespace {

using Token = MarkupReader::Token;

// The UTF-16 unit that "_xHHHH_" at `at` is; -1 when there is none.
int unitAt(std::string_view text, std::size_t at)
{
    if (text.size() - at < 7 || text[at + 1] != 'x' || text[at + 6] != '_')
        return -1;
    int unit = 0;
    const auto read = std::from_chars(text.data() + at + 2, text.data() + at + 6, unit, 16);
    return read.ec == std::errc() && read.ptr == text.data() + at + 6 ? unit : -1;
}

} // namespace

bool appendElementText(MarkupReader& xml, std::string& out)
{
    const std::size_t inside = xml.depth(), from = out.size();
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::Text && out.size() - from <= maxFieldBytes)
            out += xml.text();
        if (t == Token::End && xml.depth() < inside)
            return true;
    }
}

bool appendRichText(MarkupReader& xml, std::string& out)
{
    const std::size_t inside = xml.depth(), from = out.size();
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed || t == Token::Finished)
            return false;
        if (t == Token::End && xml.depth() < inside)
            break;
        if (t != Token::Start)
            continue;
        if (xml.name() == "r") // a run: its text is inside
            continue;
        const bool wanted = xml.name() == "t" && out.size() - from <= maxFieldBytes;
        if (!(wanted ? appendElementText(xml, out) : xml.skipElement()))
            return false;
    }
    unescapeText(out, from);
    return true;
}

void unescapeText(std::string& text, std::size_t from)
{
    std::size_t at = text.find("_x", from);
    if (at == std::string::npos)
        return;
    std::string out;
    Transcoder units(Encoding::Utf16Le);
    std::size_t taken = from;
    while (at != std::string::npos) {
        const int unit = unitAt(text, at);
        if (unit >= 0) {
            out.append(text, taken, at - taken);
            const char bytes[] = {char(unit & 0xff), char(unit >> 8)};
            if (unit != 0)
                units.feed(std::string_view(bytes, 2), out);
            taken = at + 7;
        }
        at = text.find("_x", unit >= 0 ? taken : at + 1);
    }
    out.append(text, taken, std::string::npos);
    text.replace(from, std::string::npos, out);
}

Outcome SharedTexts::read(BlockPull blocks, const QString& file, std::string_view part)
{
    MarkupReader xml(std::move(blocks), Markup::Xml, file, part);
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            return {};
        if (t != Token::Start || xml.name() != "si")
            continue;
        if (m_ends.size() == maxSharedTexts)
            return fail(beyondLimit(file, Lang::words("its cells share more than %1 texts, the most that is read",
                                                      Number{qint64(maxSharedTexts)})));
        if (!appendRichText(xml, m_text))
            return fail(xml.error());
        if (m_text.size() > maxSharedTextBytes)
            return fail(
                beyondLimit(file, Lang::words("its cells share more than %1 MiB of texts, the most that is read",
                                              Number{qint64(maxSharedTextBytes >> 20)})));
        m_ends.push_back(std::uint32_t(m_text.size()));
    }
}

std::string_view SharedTexts::text(std::size_t index) const
{
    const std::size_t from = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(from, m_ends[index] - from);
}

} // namespace duedesk
