// Tables as XLSX workbooks of one sheet: typed cells (numbers with their digits, dates as dates, texts as texts and never
// as formulas or links), bold frozen header, filter, widths. Memory is constant; the rows wait in temporary files.
#pragma once
#include "core/exchange/tablewriter.h"

#include <memory>

namespace duedesk {

// What one sheet and one cell hold, the header row not counted.
inline constexpr std::int64_t maxSheetRows = 1'048'575;
inline constexpr qsizetype maxSheetText = 32'767; // UTF-16 units
// Spreadsheets compute with doubles and keep 15 digits: a number with more is written as text, right-aligned.
inline constexpr int maxSheetDigits = 15;

class XlsxWriter final : public TableWriter {
public:
    // The workbook reaches `sink` in finish(), whole or not at all. `sheet`: its name; characters that a name cannot
    // have become blanks.
    XlsxWriter(ByteSink sink, const QString& sheet);
    ~XlsxWriter() override;
    void header(const QStringList& columns) override;
    // A text longer than a cell holds is cut, and says at its end how long it was.
    void row(const std::vector<Cell>& cells) override;
    // InputRejected when there were more rows than a sheet holds; StorageFailed when the temporary folder is full, or
    // the sink refused something.
    Outcome finish() override;

private:
    struct Sheet;
    std::unique_ptr<Sheet> m_sheet;
    ByteSink m_sink;
};

} // namespace duedesk
