#include "core/insight/figures/targets.h"

#include <map>

namespace duedesk {

std::vector<const Target*> targetsAt(const Book& book, Date d)
{
    std::map<QString, const Target*> best;
    book.rows<Target>().forEach([&](std::uint32_t, const Target& t) {
        if (t.validFrom > d)
            return;
        const Target*& known = best[t.metric];
        if (!known || t.validFrom >= known->validFrom)
            known = &t;
    });
    std::vector<const Target*> out;
    for (const auto& [metric, target] : best)
        out.push_back(target);
    return out;
}

const Target* targetOf(const Book& book, const QString& metric, Date d)
{
    for (const Target* t : targetsAt(book, d))
        if (t->metric == metric)
            return t;
    return nullptr;
}

} // namespace duedesk
