// Which encoding a page or an XML file is in, by its mark, its own statement or its bytes, and its blocks in UTF-8.
// What no reader of ours knows is refused by its name, never read as something like it.
#pragma once
#include "core/exchange/encoding.h"
#include "core/exchange/sheets/markupreader.h"

namespace duedesk {

// Of the first bytes. `stated` goes before what the file says of itself, not before its byte order mark.
Result<EncodingGuess> markupEncoding(std::string_view head, Markup kind, const QString& file,
                                     const std::optional<Encoding>& stated = {});
// The same blocks in UTF-8, without the mark.
BlockPull inUtf8(BlockPull raw, EncodingGuess from);
// The blocks of an XML part in UTF-8, by what its first block says.
Result<BlockPull> xmlBlocks(BlockPull raw, const QString& file);

} // namespace duedesk
