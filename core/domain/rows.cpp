#include "core/domain/rows.h"

#include <algorithm>

namespace duedesk {

Groups::Page& Groups::writable(std::uint32_t group)
{
    const std::size_t page = group >> shift;
    if (page >= m_pages.size())
        m_pages.resize(page + 1);
    auto& p = m_pages[page];
    if (!p)
        p = std::make_shared<Page>();
    else if (p.use_count() > 1)
        p = std::make_shared<Page>(*p);
    return *p;
}

void Groups::add(std::uint32_t group, std::uint32_t row)
{
    auto& v = writable(group)[group & mask];
    const auto it = std::lower_bound(v.begin(), v.end(), row);
    if (it == v.end() || *it != row)
        v.insert(it, row);
}

void Groups::remove(std::uint32_t group, std::uint32_t row)
{
    auto& v = writable(group)[group & mask];
    const auto it = std::lower_bound(v.begin(), v.end(), row);
    if (it != v.end() && *it == row)
        v.erase(it);
}

} // namespace duedesk
