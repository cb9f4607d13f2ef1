// The second half of a ledger's change: what the lines that came and went make of the debits and credits they touch.
#include "core/domain/ledgeredit.h"

#include "core/base/money.h"

#include <utility>

namespace duedesk {

// The day on which each payment whose reversal came or went is reversed now, and the debits that this concerns.
void LedgerEdit::findReversals()
{
    for (const std::uint32_t target : m_reversed) {
        std::int32_t day = farFuture;
        for (const auto& c : m_next->creditChunks)
            for (std::uint32_t i = 0; !c->reverses.empty() && i < c->count; ++i)
                if (c->reverses[i] == target)
                    day = std::min(day, c->date[i]);
        CreditChunk& c = creditChunk(target >> 12);
        if (c.isGone(target & 4095)) {
            if (day != farFuture)
                return refuse(QStringLiteral("a payment that was reversed would go alone"), u"credit");
            continue;
        }
        c.reversedOn[target & 4095] = day;
        m_pairs[target];
        for (std::uint32_t n = c.first[target & 4095]; n < c.first[(target & 4095) + 1]; ++n)
            settlementsOf(c.debits[n]);
    }
}

void LedgerEdit::workOutDebits()
{
    for (auto& [debit, all] : m_settlements) {
        const auto [d, i] = m_next->debit(debit);
        for (Settlement& s : all) {
            s.from = std::max(s.from, d->date[i]);
            s.until = farFuture;
            if (s.credit == noRow)
                continue;
            const auto [c, k] = m_next->credit(s.credit);
            s.from = std::max(s.from, c->date[k]);
            s.until = c->reversedOn[k];
        }
        std::ranges::stable_sort(all, settlesBefore);
    }
    for (auto& [number, chunk] : m_debitChunks)
        if (!m_error)
            workOutChunk(*chunk, number << 12);
}

// Puts the settlements of the touched rows in the place of the old ones; the others keep theirs.
void LedgerEdit::workOutChunk(DebitChunk& c, std::uint32_t base)
{
    const auto first = c.first;
    if (c.until.empty())
        c.until.assign(c.from.size(), farFuture);
    const auto from = std::exchange(c.from, {}), until = std::exchange(c.until, {});
    const auto settled = std::exchange(c.settled, {});
    const auto credit = std::exchange(c.credit, {}), id = std::exchange(c.settlementId, {});
    const auto append = [](auto& to, const auto& all, std::uint32_t begin, std::uint32_t end) {
        to.insert(to.end(), all.begin() + begin, all.begin() + end);
    };
    const auto keep = [&](std::uint32_t row, std::uint32_t end) { // rows [row, end) as they were
        const std::uint32_t moved = std::uint32_t(c.from.size()) - first[row];
        append(c.from, from, first[row], first[end]);
        append(c.until, until, first[row], first[end]);
        append(c.settled, settled, first[row], first[end]);
        append(c.credit, credit, first[row], first[end]);
        append(c.settlementId, id, first[row], first[end]);
        for (; row < end; ++row)
            c.first[row + 1] = first[row + 1] + moved;
    };
    std::uint32_t done = 0;
    std::vector<Settlement> effective;
    for (auto at = m_settlements.lower_bound(base); at != m_settlements.end() && at->first < base + c.count; ++at) {
        const std::uint32_t i = at->first - base;
        keep(done, i);
        std::erase_if(c.idle, [i](const IdleSettlement& s) { return s.row == i; });
        effective.clear();
        for (const Settlement& s : at->second) {
            if (s.until <= s.from)
                c.idle.push_back({i, s});
            else
                effective.push_back(s);
        }
        workOutDebit(c, i, effective);
        c.first[i + 1] = std::uint32_t(c.from.size());
        done = i + 1;
    }
    keep(done, c.count);
    std::ranges::stable_sort(c.idle, {}, &IdleSettlement::row);
    if (std::ranges::all_of(c.until, [](std::int32_t d) { return d == farFuture; }))
        c.until.clear();
    ledgerparts::summarize(c);
}

void LedgerEdit::workOutDebit(DebitChunk& c, std::uint32_t i, const std::vector<Settlement>& effective)
{
    for (const Settlement& s : effective) {
        c.from.push_back(s.from);
        c.until.push_back(s.until);
        c.settled.push_back(s.amount);
        c.credit.push_back(s.credit);
        c.settlementId.push_back(s.id);
    }
    const auto isPayment = [this](std::uint32_t row) {
        const auto [k, at] = m_next->credit(row);
        return CreditKind(k->kind[at]) == CreditKind::Payment;
    };
    const ledgerparts::Settled settled = ledgerparts::settle(c.amount[i], c.date[i], effective, isPayment);
    if (settled.open < 0)
        refuse(u"invoice " + toQString(c.number[i]) + u" would be settled beyond its amount", u"amount");
    c.settledOn[i] = c.isGone(i) ? -farFuture : settled.settledOn;
    c.flags[i] = settled.flags;
    const auto at = std::ranges::lower_bound(c.openRows, std::uint16_t(i));
    const auto amount = c.openAmounts.begin() + (at - c.openRows.begin());
    const bool listed = at != c.openRows.end() && *at == i;
    if (settled.open > 0 && listed) {
        *amount = settled.open;
    } else if (settled.open > 0) {
        c.openAmounts.insert(amount, settled.open);
        c.openRows.insert(at, std::uint16_t(i));
    } else if (listed) {
        c.openAmounts.erase(amount);
        c.openRows.erase(at);
    }
}

// The debits that a credit is allocated to now.
std::vector<std::uint32_t> LedgerEdit::debitsOfCredit(std::uint32_t credit) const
{
    const auto [c, i] = m_next->credit(credit);
    std::vector<std::uint32_t> out(c->debits.begin() + c->first[i], c->debits.begin() + c->first[i + 1]);
    for (const std::uint32_t debit : m_pairs.at(credit)) {
        const auto& all = m_settlements.at(debit);
        const bool is = std::ranges::any_of(all, [credit](const Settlement& s) { return s.credit == credit; });
        const auto at = std::ranges::lower_bound(out, debit);
        const bool was = at != out.end() && *at == debit;
        if (is && !was)
            out.insert(at, debit);
        else if (was && !is)
            out.erase(at);
    }
    return out;
}

void LedgerEdit::workOutCredits()
{
    for (const auto& [credit, debits] : m_pairs)
        creditChunk(credit >> 12);
    for (auto& [number, chunk] : m_creditChunks) {
        CreditChunk& c = *chunk;
        const std::uint32_t base = number << 12;
        std::vector<std::uint32_t> debits;
        debits.reserve(c.debits.size() + 8);
        auto first = c.first;
        for (std::uint32_t i = 0; i < c.count; ++i) {
            if (m_pairs.contains(base + i)) {
                const std::vector<std::uint32_t> now = debitsOfCredit(base + i);
                workOutCredit(c, i, now);
                debits.insert(debits.end(), now.begin(), now.end());
            } else {
                debits.insert(debits.end(), c.debits.begin() + c.first[i], c.debits.begin() + c.first[i + 1]);
            }
            first[i + 1] = std::uint32_t(debits.size());
        }
        c.first = first;
        c.debits = std::move(debits);
        if (m_error)
            return;
        ledgerparts::listUnapplied(c, base, m_next->debitChunks);
        ledgerparts::summarize(c);
    }
}

void LedgerEdit::workOutCredit(CreditChunk& c, std::uint32_t i, const std::vector<std::uint32_t>& debits)
{
    if (c.isGone(i)) {
        if (!debits.empty())
            refuse(u"a credit would go that settles invoice " + viewDebit(*m_next, debits.front()).number, u"credit");
        c.appliedOn[i] = -farFuture;
        return;
    }
    const std::uint32_t row = m_next->creditRow(CreditId(c.id[i]));
    Int128 applied = 0;
    std::int32_t last = -farFuture;
    const auto use = [&](std::int64_t amount, std::int32_t from) {
        applied += amount;
        last = std::max(last, from);
    };
    for (const std::uint32_t debit : debits) {
        const auto [d, n] = m_next->debit(debit);
        for (std::uint32_t k = d->first[n]; k < d->first[n + 1]; ++k)
            if (d->credit[k] == row)
                use(d->settled[k], d->from[k]);
        for (const IdleSettlement& s : d->idle)
            if (s.row == n && s.settlement.credit == row)
                use(s.settlement.amount, s.settlement.from);
    }
    if (applied > c.amount[i])
        return refuse(u"credit " + toQString(c.reference[i]) + u" would be applied beyond its amount", u"amount");
    c.appliedOn[i] = ledgerparts::appliedOn(c, i, std::int64_t(applied), last);
}

} // namespace duedesk
