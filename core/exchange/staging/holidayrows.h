// Rows of holidays, by calendar.
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class HolidayRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void row(RowCells& cells) override;

private:
    struct KnownHoliday {
        std::optional<Holiday> before;
        bool given = false; // by a row of this call
    };
    std::map<std::pair<std::int32_t, QString>, KnownHoliday> m_knownHolidays;
};

} // namespace duedesk
