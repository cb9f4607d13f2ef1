#include "core/exchange/staging/holidayrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

void HolidayRows::row(RowCells& cells)
{
    Holiday h;
    std::int32_t day = 0;
    if (!m_read.date(cells, Field::Date, day, true))
        return;
    h.date = Date(day);
    h.calendar = toQString(cells.text(Field::Calendar));
    h.name = toQString(cells.text(Field::Name));
    if (m_knownHolidays.empty())
        m_book.rows<Holiday>().forEach(
            [&](std::uint32_t, const Holiday& k) { m_knownHolidays[{k.date.days(), k.calendar}].before = k; });
    auto& [before, given] = m_knownHolidays[{day, h.calendar}];
    if (std::exchange(given, true))
        return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
    if (before && !cells.has(Field::Name))
        h.name = before->name;
    h.id = before ? before->id : HolidayId(m_ids.next(Table::Holiday));
    h.batch = before ? before->batch : m_tally.staged().batch.id;
    if (before && *before == h)
        return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
    m_tally.staged().changes.of<Holiday>().push_back({before, h});
    m_tally.took(m_tally.fileNumber(), before ? Took::Changed : Took::Added);
}

} // namespace duedesk
