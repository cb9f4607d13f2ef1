#include "core/insight/agreements/requests.h"

#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <tuple>

namespace duedesk {

std::vector<const CustomerRequest*> openRequests(const Book& book, std::uint32_t payer, Date d)
{
    std::vector<const CustomerRequest*> out;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<CustomerRequest>(site))
            if (const CustomerRequest& r = book.rows<CustomerRequest>()[row];
                r.openedOn <= d && !(r.doneOn.isValid() && r.doneOn <= d))
                out.push_back(&r);
    });
    std::sort(out.begin(), out.end(), [](const CustomerRequest* a, const CustomerRequest* b) {
        return std::tie(a->dueOn, a->id) < std::tie(b->dueOn, b->id);
    });
    return out;
}

} // namespace duedesk
