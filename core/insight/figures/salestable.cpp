#include "core/insight/figures/metricengine.h"

#include <algorithm>

namespace duedesk {

SalesTable::SalesTable(std::int32_t first, std::int32_t last, std::vector<std::int32_t> boundaries,
                       std::uint32_t groups)
    : m_first(first), m_last(last), m_groups(groups)
{
    if (last < first)
        return;
    boundaries.push_back(first);
    std::sort(boundaries.begin(), boundaries.end());
    m_slot.resize(std::size_t(last - first) + 1);
    auto next = std::upper_bound(boundaries.begin(), boundaries.end(), first);
    std::uint32_t slot = 0;
    for (std::int32_t day = first; day <= last; ++day) {
        if (next != boundaries.end() && *next == day) {
            ++slot;
            next = std::upper_bound(next, boundaries.end(), day);
        }
        m_slot[std::size_t(day - first)] = slot;
    }
    m_slots = slot + 1;
    m_sums.resize((m_slots + 1) * m_groups);
}

void SalesTable::close()
{
    std::int64_t* const sums = m_sums.data();
    for (std::size_t at = m_groups, n = m_sums.size(); at < n; ++at)
        addChecked(sums[at], sums[at - m_groups]);
}

} // namespace duedesk
