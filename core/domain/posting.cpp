#include "core/domain/posting.h"

namespace duedesk {

PostedLines settlementsOf(const Ledger& l, std::uint32_t row)
{
    PostedLines out;
    const auto [c, i] = l.debit(row);
    const auto add = [&, debit = DebitId(c->id[i])](const Settlement& s) {
        if (s.credit == noRow) {
            out.writeOffs.push_back({WriteOffId(s.id), debit, Date(s.from), s.amount, {}});
            return;
        }
        const auto [k, at] = l.credit(s.credit);
        out.allocations.push_back({AllocationId(s.id), debit, CreditId(k->id[at]), Date(s.from), s.amount});
    };
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k)
        add({c->from[k], farFuture, c->settled[k], c->credit[k], c->settlementId[k]});
    for (const IdleSettlement& s : c->idle)
        if (s.row == i)
            add(s.settlement);
    return out;
}

} // namespace duedesk
