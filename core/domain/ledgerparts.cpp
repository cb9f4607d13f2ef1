#include "core/domain/ledgerparts.h"

namespace duedesk::ledgerparts {
namespace {

constexpr std::int32_t noDate = Date().days();

std::int32_t optionalDate(std::int32_t d) { return d == -farFuture ? noDate : d; }

} // namespace

std::uint32_t append(DebitChunk& c, const DebitRow& r)
{
    const std::uint32_t i = c.count++;
    c.id[i] = r.id;
    c.amount[i] = r.amount;
    c.date[i] = r.date;
    c.due[i] = r.due;
    c.customer[i] = r.customer;
    c.company[i] = r.company;
    c.currency[i] = r.currency;
    c.product[i] = r.product;
    c.terms[i] = r.terms;
    c.kind[i] = std::uint8_t(r.kind);
    c.dueSource[i] = std::uint8_t(r.dueSource);
    c.number.append(r.number);
    c.poNumber.append(r.poNumber);
    setOptional(c.netAmount, i, r.netAmount, std::int64_t(-1), DebitChunk::capacity);
    setOptional(c.serviceDate, i, optionalDate(r.serviceDate), noDate, DebitChunk::capacity);
    setOptional(c.deliveredOn, i, optionalDate(r.deliveredOn), noDate, DebitChunk::capacity);
    setOptional(c.billingFormat, i, r.billingFormat, std::uint16_t(0), DebitChunk::capacity);
    return i;
}

std::uint32_t append(CreditChunk& c, const CreditRow& r)
{
    const std::uint32_t i = c.count++;
    c.id[i] = r.id;
    c.kind[i] = std::uint8_t(r.kind);
    c.customer[i] = r.customer;
    c.company[i] = r.company;
    c.currency[i] = r.currency;
    c.date[i] = r.date;
    c.amount[i] = r.amount;
    c.reversedOn[i] = farFuture;
    c.appliedOn[i] = farFuture;
    c.reference.append(r.reference);
    setOptional(c.clearedOn, i, optionalDate(r.clearedOn), noDate, CreditChunk::capacity);
    setOptional(c.knownOn, i, r.knownOn < r.date ? r.knownOn : farFuture, farFuture, CreditChunk::capacity);
    return i;
}

std::int32_t appliedOn(const CreditChunk& c, std::uint32_t i, std::int64_t applied, std::int32_t last)
{
    const auto kind = CreditKind(c.kind[i]);
    if (kind == CreditKind::Reversal || kind == CreditKind::Recovery)
        return -farFuture; // never money to apply
    return applied == c.amount[i] ? std::max(last, c.date[i]) : farFuture;
}

void listUnapplied(CreditChunk& c, std::uint32_t base, const DebitChunks& debits)
{
    c.unapplied.clear();
    c.unappliedSettlements.clear();
    for (std::uint32_t i = 0; i < c.count; ++i) {
        if (c.appliedOn[i] <= c.date[i] || c.reversedOn[i] <= c.date[i])
            continue;
        UnappliedCredit u{base + i, std::uint32_t(c.unappliedSettlements.size()), 0};
        for (std::uint32_t n = c.first[i]; n < c.first[i + 1]; ++n) {
            const std::uint32_t row = c.debits[n];
            const DebitChunk& d = *debits[row >> 12];
            for (std::uint32_t k = d.first[row & 4095]; k < d.first[(row & 4095) + 1]; ++k)
                if (d.credit[k] == u.credit)
                    c.unappliedSettlements.push_back(
                        {d.from[k], d.until.empty() ? farFuture : d.until[k], d.settled[k], row, d.settlementId[k]});
        }
        u.count = std::uint32_t(c.unappliedSettlements.size()) - u.first;
        c.unapplied.push_back(u);
    }
}

void summarize(DebitChunk& c)
{
    c.firstDate = farFuture;
    c.lastEvent = -farFuture;
    for (std::uint32_t i = 0; i < c.count; ++i)
        if (!c.isGone(i)) {
            c.firstDate = std::min(c.firstDate, c.date[i]);
            c.lastEvent = std::max(c.lastEvent, c.date[i]);
        }
    for (const std::int32_t from : c.from)
        c.lastEvent = std::max(c.lastEvent, from);
}

void summarize(CreditChunk& c)
{
    c.firstDate = farFuture;
    c.lastDate = -farFuture;
    c.lastPayment.clear();
    for (std::uint32_t i = 0; i < c.count; ++i) {
        if (c.isGone(i))
            continue;
        c.firstDate = std::min(c.firstDate, c.date[i]);
        c.lastDate = std::max(c.lastDate, c.date[i]);
        if (CreditKind(c.kind[i]) != CreditKind::Payment)
            continue;
        if (c.lastPayment.size() <= c.company[i])
            c.lastPayment.resize(std::size_t(c.company[i]) + 1, -farFuture);
        // A payment dated ahead, by a slip or on purpose, says nothing about the days that are not over.
        const std::int32_t known = c.knownOn.empty() ? c.date[i] : std::min(c.date[i], c.knownOn[i]);
        c.lastPayment[c.company[i]] = std::max(c.lastPayment[c.company[i]], known);
    }
}

void summarize(Ledger& l)
{
    l.firstDate = farFuture;
    l.lastEvent = -farFuture;
    l.lastPayment.clear();
    for (const auto& c : l.debitChunks) {
        l.firstDate = std::min(l.firstDate, c->firstDate);
        l.lastEvent = std::max(l.lastEvent, c->lastEvent);
    }
    for (const auto& c : l.creditChunks) {
        l.firstDate = std::min(l.firstDate, c->firstDate);
        l.lastEvent = std::max(l.lastEvent, c->lastDate);
        if (l.lastPayment.size() < c->lastPayment.size())
            l.lastPayment.resize(c->lastPayment.size(), -farFuture);
        for (std::size_t company = 0; company < c->lastPayment.size(); ++company)
            l.lastPayment[company] = std::max(l.lastPayment[company], c->lastPayment[company]);
    }
}

} // namespace duedesk::ledgerparts
