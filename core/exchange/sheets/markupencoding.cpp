#include "core/exchange/sheets/markupencoding.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t statedWithin = 4096; // bytes in which a page says its charset

// What stands behind `key` and "=", with or without quotes; empty where it is not.
QString valueBehind(const QString& text, const QString& key)
{
    const qsizetype at = text.indexOf(key);
    if (at < 0)
        return {};
    qsizetype from = at + key.size();
    while (from < text.size() && (text[from].isSpace() || u"=\"'"_s.contains(text[from])))
        ++from;
    qsizetype to = from;
    while (to < text.size() && (text[to].isLetterOrNumber() || u"-_"_s.contains(text[to])))
        ++to;
    return text.mid(from, to - from);
}

} // namespace

Result<EncodingGuess> markupEncoding(std::string_view head, Markup kind, const QString& file,
                                     const std::optional<Encoding>& stated)
{
    EncodingGuess guess = guessEncoding(head);
    if (guess.bomBytes > 0 || guess.encoding != Encoding::Utf8)
        return guess;
    if (stated) {
        guess.encoding = *stated;
        return guess;
    }
    const std::string_view front = head.substr(0, statedWithin);
    const QString text = QString::fromLatin1(front.data(), qsizetype(front.size())).toLower();
    const QString name = kind == Markup::Html        ? valueBehind(text, u"charset"_s)
                         : text.startsWith(u"<?xml") ? valueBehind(text.section(u'>', 0, 0), u"encoding"_s)
                                                     : QString();
    if (name.isEmpty()) {
        Utf8Census census;
        census.feed(head);
        if (kind == Markup::Html && census.looksLikeCp1252())
            guess.encoding = Encoding::Cp1252;
        return guess;
    }
    const auto known = name == u"us-ascii" ? std::optional(Encoding::Utf8) : parseEncoding(name);
    if (!known)
        return fail(sheetRefusal(file, Lang::words("is in the encoding “%1”, which is not read", Name{name}),
                                 Lang::words("save it as UTF-8")));
    guess.encoding = *known == Encoding::Utf16Le || *known == Encoding::Utf16Be ? Encoding::Utf8 : *known;
    return guess; // a text that is read up to here is none of UTF-16, whatever it says
}

BlockPull inUtf8(BlockPull raw, EncodingGuess from)
{
    const auto transcoder = std::make_shared<Transcoder>(from.encoding);
    return [raw = std::move(raw), from, transcoder, bytes = std::string(), skip = from.bomBytes,
            ended = false](std::string& block) mutable -> Result<bool> {
        if (ended)
            return false;
        const auto more = raw(bytes);
        if (!more)
            return more;
        const std::size_t bom = std::min(skip, bytes.size());
        skip -= bom;
        block.clear();
        if (from.encoding == Encoding::Utf8)
            block.assign(bytes, bom);
        else if (*more)
            transcoder->feed(std::string_view(bytes).substr(bom), block);
        else
            transcoder->finish(block);
        ended = !*more;
        return *more || !block.empty();
    };
}

Result<BlockPull> xmlBlocks(BlockPull raw, const QString& file)
{
    std::string head;
    const auto more = raw(head);
    if (!more)
        return failed(more);
    const auto from = markupEncoding(head, Markup::Xml, file);
    if (!from)
        return failed(from);
    BlockPull again = [raw = std::move(raw), head = std::move(head),
                       first = true](std::string& block) mutable -> Result<bool> {
        if (!first)
            return raw(block);
        first = false;
        block = std::move(head);
        return !block.empty();
    };
    return from->encoding == Encoding::Utf8 && from->bomBytes == 0 ? again : inUtf8(std::move(again), *from);
}

} // namespace duedesk
