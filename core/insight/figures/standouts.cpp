#include "core/insight/figures/standouts.h"

#include <algorithm>
#include <cstdlib>

namespace duedesk {

std::vector<LateSegment> lateSegments(const Book& book, Date d)
{
    std::vector<LateSegment> out;
    for (const Segment by :
         {Segment::Tier, Segment::Region, Segment::Industry, Segment::Size, Segment::Product, Segment::Terms}) {
        const Aging a = aging(book, d, by);
        if (a.rows.size() < 2)
            continue; // one value cuts nothing
        Int128 all = 0;
        for (const AgingRow& r : a.rows)
            all += r.total;
        for (const AgingRow& r : a.rows) {
            const std::int64_t late = r.total - r.bucket[0];
            if (late > 0 && Int128(r.total) * 50 >= all)
                out.push_back({by, r.segment, r.total, late, Ratio::of(Int128(late) * 100, r.total)});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const LateSegment& a, const LateSegment& b) {
        return Int128(a.pastDue) * b.open > Int128(b.pastDue) * a.open;
    });
    return out;
}

std::vector<Mover> movers(const Book& book, Date d, int days)
{
    const std::vector<CustomerAging> now = agingByCustomer(book, d), then = agingByCustomer(book, d - days);
    std::vector<Mover> all(book.customers().size());
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        Mover& m = all[book.payerRow(row)];
        const std::int64_t late = now[row].total - now[row].bucket[0];
        m.pastDue += late;
        m.change += late - (then[row].total - then[row].bucket[0]);
    }
    for (std::uint32_t row = 0; row < all.size(); ++row)
        all[row].payer = row;
    std::erase_if(all, [](const Mover& m) { return m.change == 0; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Mover& a, const Mover& b) { return std::abs(a.change) > std::abs(b.change); });
    return all;
}

} // namespace duedesk
