#include "ui/shell/navigation.h"

namespace duedesk {

namespace {
constexpr int longestHistory = 200;
}

void Navigation::visit(Place place)
{
    if (const Place* now = current(); now && *now == place)
        return;
    m_places.resize(std::size_t(m_at + 1));
    m_places.push_back(std::move(place));
    if (m_places.size() > longestHistory)
        m_places.erase(m_places.begin());
    m_at = int(m_places.size()) - 1;
}

const Place* Navigation::back()
{
    if (!canGoBack())
        return nullptr;
    --m_at;
    return current();
}

const Place* Navigation::forward()
{
    if (!canGoForward())
        return nullptr;
    ++m_at;
    return current();
}

} // namespace duedesk
