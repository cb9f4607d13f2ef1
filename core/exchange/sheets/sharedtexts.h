// The texts that the cells of an XLSX workbook share, held as one block, and how such a text is put together.
// Runs of rich text are joined, readings for a pronunciation are left out, "_x000D_" is the character it stands for.
#pragma once
#include "core/exchange/sheets/markupreader.h"

namespace duedesk {

class SharedTexts {
public:
    // Of the part's blocks. InputRejected beyond the limits (sheetlimits.h).
    Outcome read(BlockPull blocks, const QString& file, std::string_view part);
    bool holds(std::size_t index) const { return index < m_ends.size(); }
    std::string_view text(std::size_t index) const;

private:
    std::string m_text;
    std::vector<std::uint32_t> m_ends;
};

// Appends the text of the element whose Start was the last token, up to its End; what is longer than any cell is cut.
// False = the reader failed.
bool appendElementText(MarkupReader& xml, std::string& out);
// The same of a rich text: <si>, <is>.
bool appendRichText(MarkupReader& xml, std::string& out);
// Takes "_x000D_" for what it is, from a place on.
void unescapeText(std::string& text, std::size_t from);

} // namespace duedesk
