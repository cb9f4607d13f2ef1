// What a row below the headings is when it is no record: a total, a heading that is repeated, a rule of dashes, a line of
// text. Such rows are counted and named, never dropped in silence; printed totals are compared with the rows they sum.
#pragma once
#include "core/exchange/staging/cellreader.h"

namespace duedesk {

class RowClasses {
public:
    RowClasses(const Book& book, StageTally& tally) : m_book(book), m_tally(tally) {}

    void startFile(); // the tally's
    // A row without any text; it is not counted.
    static bool blank(const CsvRow& row);
    // True after leaving the row out: it is counted and named.
    bool leftOut(RowCells& cells);

private:
    // A column of money that totals are printed of.
    struct Summed {
        const ColumnPlan* plan = nullptr;
        std::vector<MoneyBag> atTotals; // the sum at each total above, the last ones
    };

    bool isHeading(const CsvRow& row) const;
    bool isTotal(RowCells& cells, std::string_view first) const;
    bool isTextLine(const CsvRow& row) const;
    void compare(RowCells& cells);
    const MoneyBag& sumOf(const Summed& s) const;

    const Book& m_book;
    StageTally& m_tally;
    std::vector<std::string> m_headings; // as the file writes them
    std::vector<int> m_required; // columns
    std::vector<int> m_identity; // columns that only a record fills: its number, its dates
    std::vector<Summed> m_summed;
};

} // namespace duedesk
