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
    Page& p = writable(group);
    const std::size_t g = group & mask;
    const auto from = p.rows.begin() + p.start[g], to = p.rows.begin() + p.start[g + 1];
    const auto it = std::lower_bound(from, to, row);
    if (it != to && *it == row)
        return;
    p.rows.insert(it, row);
    for (std::size_t later = g + 1; later < p.start.size(); ++later)
        ++p.start[later];
}

void Groups::remove(std::uint32_t group, std::uint32_t row)
{
    const auto now = of(group);
    if (!std::binary_search(now.begin(), now.end(), row))
        return;
    Page& p = writable(group);
    const std::size_t g = group & mask;
    p.rows.erase(std::lower_bound(p.rows.begin() + p.start[g], p.rows.begin() + p.start[g + 1], row));
    for (std::size_t later = g + 1; later < p.start.size(); ++later)
        --p.start[later];
}

Groups Groups::of(std::span<const std::uint32_t> start, std::span<const std::uint32_t> rows)
{
    Groups out;
    const std::size_t groups = start.empty() ? 0 : start.size() - 1;
    for (std::size_t first = 0; first < groups; first += mask + 1) {
        const std::size_t last = std::min(groups, first + mask + 1);
        auto page = std::make_shared<Page>();
        for (std::size_t g = 0; g < page->start.size(); ++g)
            page->start[g] = start[std::min(first + g, last)] - start[first];
        page->rows.assign(rows.begin() + start[first], rows.begin() + start[last]);
        out.m_pages.push_back(std::move(page));
    }
    return out;
}

} // namespace duedesk
