#include "core/insight/figures/openscan.h"

namespace duedesk {

std::vector<MissingRate> MissingCounts::list() const
{
    std::vector<MissingRate> out;
    for (std::size_t c = 0; c < m_items.size(); ++c)
        if (m_items[c] > 0)
            out.push_back({Currency::fromIndex(std::uint16_t(c)), m_items[c]});
    return out;
}

std::uint32_t collectUnsettled(const DebitChunk& c, std::int32_t d, std::uint16_t* out)
{
    const std::int32_t* const date = c.date.data();
    const std::int32_t* const settled = c.settledOn.data();
    std::uint32_t n = 0;
    for (std::uint32_t i = 0; i < c.count; ++i) { // without a branch: which rows are open is hard to guess
        out[n] = std::uint16_t(i);
        n += std::uint32_t(unsigned(date[i] <= d) & unsigned(settled[i] > d));
    }
    return n;
}

} // namespace duedesk
