#include "core/exchange/sheets/sheetlimits.h"

namespace duedesk {
namespace {

constexpr std::size_t blockBytes = std::size_t(1) << 18;

Words saveAgain() { return Lang::words("open it in the program it comes from, save it anew, and import that file"); }

} // namespace

BlockPull blocksOf(const RandomBytes& bytes)
{
    return [bytes, at = std::int64_t(0)](std::string& block) mutable -> Result<bool> {
        block.resize(blockBytes);
        const std::int64_t n = bytes.read(block.data(), block.size(), at);
        if (n < 0)
            return fail(ErrorCode::InputRejected, Lang::words("cannot be read to its end"),
                        Lang::words("copy it to a local disk and try again"));
        block.resize(std::size_t(n));
        at += n;
        return n > 0;
    };
}

Error sheetRefusal(const QString& file, Words what, Words remedy)
{
    Error e;
    e.file = file;
    e.what = std::move(what);
    e.remedy = remedy.isEmpty() ? saveAgain() : std::move(remedy);
    return e;
}

Error damagedPart(const QString& file, std::string_view part, Words why)
{
    const QString name = QString::fromUtf8(part.data(), qsizetype(part.size()));
    return sheetRefusal(file, Lang::words("is damaged: in its part %1, %2", Name{name}, std::move(why)));
}

Error beyondLimit(const QString& file, Words what)
{
    return sheetRefusal(file, std::move(what),
                        Lang::words("save the sheet by itself, as CSV (UTF-8), and import that"));
}

} // namespace duedesk
