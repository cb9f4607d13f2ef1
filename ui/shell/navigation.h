// Where the window has been, as in a browser: places with what they showed, back and forward.
#pragma once
#include "core/domain/customer.h"

#include <QString>
#include <vector>

namespace duedesk {

struct Place {
    QString page;
    CustomerId customer;          // account page
    std::vector<qint64> walk;     // the list it came from
    QString listName;
    QString filter;               // drilled to
    bool operator==(const Place&) const = default;
};

class Navigation {
public:
    void visit(Place place);      // drops what lay ahead; the same place again is no step
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < int(m_places.size()); }
    const Place* back();          // null when there is none
    const Place* forward();
    const Place* current() const { return m_at < 0 ? nullptr : &m_places[std::size_t(m_at)]; }

private:
    std::vector<Place> m_places;
    int m_at = -1;
};

} // namespace duedesk
