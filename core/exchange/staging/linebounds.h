// What a book can hold: no line comes in under which a sum of the book would be no figure any more. Several imports add
// up too: the bounds are those of the book after this one.
#pragma once
#include "core/exchange/staging/raterows.h"

namespace duedesk {

class LineBounds {
public:
    LineBounds(const Staging& s, RateRows& rates) : m_book(s.book), m_tally(s.tally), m_lines(s.lines), m_rates(rates)
    {
    }
    void check(bool promised); // some are staged; // blockers to the report

private:
    void checkSide(QStringView side, const std::vector<Int128>& sums, const std::vector<Money>& staged,
                   const std::function<void(Error&, std::size_t)>& name);

    const Book& m_book;
    StageTally& m_tally;
    const StagedLines& m_lines;
    RateRows& m_rates;
};

} // namespace duedesk
