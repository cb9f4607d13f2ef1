// The rows of one sheet of an XLSX workbook: cells at their columns, each written by its type and style.
#pragma once
#include "core/exchange/sheets/cellvalues.h"
#include "core/exchange/sheets/sharedtexts.h"
#include "core/exchange/sheets/workbook.h"

namespace duedesk {

// What the cells of all sheets stand on.
struct XlsxBase {
    SharedTexts texts;
    std::vector<CellStyle> styles; // by the number that a cell names
    DaySystem days = DaySystem::From1900;
};
// The styles' part: which numbers are shown as days.
Result<std::vector<CellStyle>> xlsxStyles(BlockPull blocks, const QString& file, std::string_view part);

class XlsxRows {
public:
    XlsxRows(const XlsxBase& base, const QString& file, const SheetInfo& sheet);
    // To the end of the part, or as far as the text is wanted.
    Outcome read(MarkupReader& xml, SheetText& to);

private:
    Outcome readRow(MarkupReader& xml, SheetText& to);
    Outcome readCell(MarkupReader& xml, SheetText& to);
    bool readContent(MarkupReader& xml);
    Outcome writeCell(SheetText& to, std::size_t column);
    void appendNumberCell();
    Outcome noSuchText(const SheetText& to) const;

    const XlsxBase& m_base;
    QString m_file;
    const SheetInfo& m_sheet;
    std::size_t m_nextColumn = 0;
    std::string m_type, m_value, m_formula, m_out;
    std::size_t m_style = 0;
    bool m_hasValue = false, m_hasFormula = false;
};

} // namespace duedesk
