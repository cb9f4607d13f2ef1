// Rows of exchange rates: one that is far from its neighbours is asked for, and none comes in under which a sum of the
// book would be no figure any more.
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class RateRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void row(RowCells& cells) override;
    // The highest of all days, because figures are asked for any day; invalid = no rate.
    DecimalRate highest(Currency c);

private:
    struct KnownRate {
        std::optional<Rate> before;
        DecimalRate rate;
        bool given = false; // by a row of this call
    };
    using RatesByDay = std::map<std::int32_t, KnownRate>;
    void load();
    bool sensibleRate(RowCells& cells, const Rate& r, const RatesByDay& known);

    std::map<Currency, RatesByDay> m_rates;
    bool m_loaded = false;
};

// a > factor x b
bool exceeds(const DecimalRate& a, const DecimalRate& b, std::int64_t factor);
QString sumText(Int128 minor, Currency c); // in whole units: this is about what is far too much

} // namespace duedesk
