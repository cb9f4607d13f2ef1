// The cells of a row by field, and what they say: a text, an id, a day, an amount, or why the row is rejected.
#pragma once
#include "core/exchange/csvreader.h"
#include "core/exchange/staging/stagetally.h"

#include <array>
#include <deque>

namespace duedesk {

// The cells of one row by field.
class RowCells {
public:
    RowCells(const FileLayout& layout, const CsvRow& row);
    void rebind() { m_buffers.clear(); }
    bool has(Field f) const { return m_column[std::size_t(f)] >= 0; } // the file has such a column
    std::string_view raw(Field f) const
    {
        const int c = m_column[std::size_t(f)];
        return c < 0 ? std::string_view() : m_row.field(std::size_t(c));
    }
    // Trimmed, or as it was before our guard; spreadsheet ".0" taken off where the profile says so. Without the mark of
    // stored words (storedwords.h): a file never brings a text that is taken for words of ours.
    std::string_view text(Field f);
    std::string_view whole(Field f); // the same with it
    const ColumnPlan* plan(Field f) const
    {
        const int p = m_plan[std::size_t(f)];
        return p < 0 ? nullptr : &m_layout.columns[std::size_t(p)];
    }
    const CsvRow& row() const { return m_row; }

private:
    const FileLayout& m_layout;
    const CsvRow& m_row;
    std::array<int, fieldCount> m_column, m_plan;
    std::deque<std::string> m_buffers;
};

// Each function is false after rejecting the row.
class CellReader {
public:
    CellReader(const ImportOptions& options, StageTally& tally);

    bool id(RowCells& cells, Field f, std::string_view& out, bool required);
    bool date(RowCells& cells, Field f, std::int32_t& out, bool required);
    QString oddDay(std::int32_t day) const; // why no line can be dated so, "" = it can
    bool happened(RowCells& cells, Field f, std::int32_t day); // not after the day of the import
    bool money(RowCells& cells, Field f, Currency currency, std::int64_t& out); // a cell must hold one
    bool money(RowCells& cells, Field f, Currency currency, std::optional<std::int64_t>& out); // empty = none
    bool flag(RowCells& cells, Field f, bool& out);
    bool days(RowCells& cells, Field f, int& out);
    bool currency(RowCells& cells, Currency& out);

    void endFile(); // says what was assumed of its cells

private:
    const ImportOptions& m_options;
    StageTally& m_tally;
    Date m_firstDay = firstDate, m_lastDay = lastDate; // of lines and promises
    int m_twoDigitYears = 0;
};

} // namespace duedesk
