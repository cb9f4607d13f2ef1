#include "core/exchange/staging/handpostings.h"

#include <algorithm>

namespace duedesk {
namespace {

std::uint64_t pairOf(std::uint32_t debit, std::uint32_t credit) { return (std::uint64_t(debit) << 32) | credit; }

} // namespace

HandPostings::HandPostings(const Book& book, const LineOrigins* origins) : m_book(book)
{
    if (!origins)
        return;
    m_origins = origins->writeOffs;
    m_any = std::ranges::any_of(m_origins, &WriteOffOrigin::byHand);
    const Ledger& l = book.ledger();
    for (const TakenBack& t : origins->takenBack) {
        const std::uint32_t debit = l.debitRow(t.debit), credit = l.creditRow(t.credit);
        if (debit == noRow || credit == noRow)
            continue;
        const auto [d, i] = l.debit(debit);
        const auto [c, k] = l.credit(credit);
        m_takenBack[pairOf(debit, credit)].push_back({std::max({t.date, d->date[i], c->date[k]}), t.amount});
    }
}

const WriteOffOrigin* HandPostings::find(std::uint32_t writeOff) const
{
    const auto at = std::ranges::lower_bound(m_origins, std::int64_t(writeOff), {},
                                             [](const WriteOffOrigin& o) { return o.id.value; });
    return at != m_origins.end() && at->id.value == writeOff ? &*at : nullptr;
}

bool HandPostings::isByHand(std::uint32_t writeOff) const
{
    const WriteOffOrigin* o = m_any ? find(writeOff) : nullptr;
    return o && o->byHand;
}

std::string_view HandPostings::textOf(std::uint32_t writeOff) const
{
    const WriteOffOrigin* o = find(writeOff);
    return o ? std::string_view(o->text) : std::string_view();
}

std::vector<HandPostings::WriteOff> HandPostings::unconfirmed(std::uint32_t debit) const
{
    std::vector<WriteOff> out;
    if (!m_any || debit == noRow)
        return out;
    const auto [c, i] = m_book.ledger().debit(debit);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k)
        if (const std::uint32_t id = c->settlementId[k];
            c->credit[k] == noRow && isByHand(id) && !m_confirmed.contains(id))
            out.push_back({id, c->from[k], c->settled[k]});
    return out;
}

bool HandPostings::isTakenBack(std::uint32_t debit, std::uint32_t credit, std::int32_t from,
                               std::optional<std::int64_t> amount)
{
    const auto of = m_takenBack.find(pairOf(debit, credit));
    if (of == m_takenBack.end())
        return false;
    const auto it = std::ranges::find_if(
        of->second, [&](const Gone& g) { return !g.met && g.from == from && (!amount || g.amount == *amount); });
    if (it == of->second.end())
        return false;
    it->met = true;
    return true;
}

} // namespace duedesk
