// What the rows of one kind of file become. Each kind is a class of its own that reads by the same cells and resolves by
// the same parties and lines; the stager hands it row after row.
#pragma once
#include "core/exchange/staging/stagedlines.h"

namespace duedesk {

// What one import call works on; it outlives its kinds.
struct Staging {
    const Book& book;
    const ImportOptions& options;
    IdSource& ids;
    StageTally& tally;
    CellReader& read;
    Parties& parties;
    StagedLines& lines;
    HandPostings& hand;
};

class KindOfRows {
public:
    explicit KindOfRows(const Staging& s)
        : m_book(s.book), m_options(s.options), m_ids(s.ids), m_tally(s.tally), m_read(s.read), m_parties(s.parties),
          m_lines(s.lines), m_hand(s.hand)
    {
    }
    virtual ~KindOfRows() = default;
    virtual void reserve(std::size_t rows) { Q_UNUSED(rows) } // so many come
    virtual void row(RowCells& cells) = 0;

protected:
    QString numberOf(std::uint32_t item) const { return toQString(m_lines.itemNumber(item)); }
    // "60.00 EUR on 14 Nov, 5.00 EUR on 17 Nov"
    Words writtenOffWords(const std::vector<HandPostings::WriteOff>& made, Currency currency) const;

    const Book& m_book;
    const ImportOptions& m_options;
    IdSource& m_ids;
    StageTally& m_tally;
    CellReader& m_read;
    Parties& m_parties;
    StagedLines& m_lines;
    HandPostings& m_hand;
};

} // namespace duedesk
