// What "undone" means: the live rows and lines of two books are equal.
#include "core/domain/book.h"

#include <algorithm>

namespace duedesk {
namespace {

CompanyId companyId(const Book& book, std::uint16_t number)
{
    const Company* c = book.company(number);
    return c ? c->id : CompanyId();
}

CustomerId customerId(const Book& book, std::uint32_t row)
{
    return row < book.customers().size() ? book.customers()[row].id : CustomerId();
}

std::int64_t creditId(const Ledger& l, std::uint32_t row)
{
    if (row == noRow)
        return 0;
    const auto [c, i] = l.credit(row);
    return c->id[i];
}

// Everything a debit is, with its settlements; customers, companies and credits by id, not by row.
bool sameDebit(const Book& a, const Ledger::DebitRef& inA, const Book& b, const Ledger::DebitRef& inB)
{
    const Ledger &la = a.ledger(), &lb = b.ledger();
    const auto [x, i] = inA;
    const auto [y, j] = inB;
    const std::uint32_t n = x->first[i + 1] - x->first[i];
    bool same = x->amount[i] == y->amount[j] && x->date[i] == y->date[j] && x->due[i] == y->due[j]
                && x->settledOn[i] == y->settledOn[j] && x->currency[i] == y->currency[j] && x->terms[i] == y->terms[j]
                && x->kind[i] == y->kind[j] && x->dueSource[i] == y->dueSource[j] && x->flags[i] == y->flags[j]
                && x->number[i] == y->number[j] && x->poNumber[i] == y->poNumber[j]
                && customerId(a, x->customer[i]) == customerId(b, y->customer[j])
                && companyId(a, x->company[i]) == companyId(b, y->company[j])
                && la.products.text(x->product[i]) == lb.products.text(y->product[j])
                && n == y->first[j + 1] - y->first[j];
    for (std::uint32_t s = 0; same && s < n; ++s) {
        const std::uint32_t p = x->first[i] + s, q = y->first[j] + s;
        same = x->from[p] == y->from[q] && x->settled[p] == y->settled[q]
               && creditId(la, x->credit[p]) == creditId(lb, y->credit[q])
               && (x->until.empty() ? farFuture : x->until[p]) == (y->until.empty() ? farFuture : y->until[q]);
    }
    return same;
}

bool sameCredit(const Book& a, const Ledger::CreditRef& inA, const Book& b, const Ledger::CreditRef& inB)
{
    const auto [x, i] = inA;
    const auto [y, j] = inB;
    return x->amount[i] == y->amount[j] && x->date[i] == y->date[j] && x->reversedOn[i] == y->reversedOn[j]
           && x->appliedOn[i] == y->appliedOn[j] && x->currency[i] == y->currency[j] && x->kind[i] == y->kind[j]
           && x->reference[i] == y->reference[j] && customerId(a, x->customer[i]) == customerId(b, y->customer[j]);
}

template <class Chunks> std::uint32_t liveLines(const Chunks& chunks)
{
    std::uint32_t n = 0;
    for (const auto& c : chunks)
        for (std::uint32_t i = 0; i < c->count; ++i)
            n += std::uint32_t(!c->isGone(i));
    return n;
}

// Lines stand in any order.
bool sameLedgers(const Book& a, const Book& b)
{
    const Ledger &la = a.ledger(), &lb = b.ledger();
    if (&la == &lb)
        return true;
    if (liveLines(la.debitChunks) != liveLines(lb.debitChunks)
        || liveLines(la.creditChunks) != liveLines(lb.creditChunks))
        return false;
    for (std::uint32_t row = 0; row < la.debitCount; ++row) {
        const Ledger::DebitRef x = la.debit(row);
        const std::uint32_t other = x.chunk->isGone(x.i) ? noRow : lb.debitRow(DebitId(x.chunk->id[x.i]));
        if (!x.chunk->isGone(x.i) && (other == noRow || !sameDebit(a, x, b, lb.debit(other))))
            return false;
    }
    for (std::uint32_t row = 0; row < la.creditCount; ++row) {
        const Ledger::CreditRef x = la.credit(row);
        const std::uint32_t other = x.chunk->isGone(x.i) ? noRow : lb.creditRow(CreditId(x.chunk->id[x.i]));
        if (!x.chunk->isGone(x.i) && (other == noRow || !sameCredit(a, x, b, lb.credit(other))))
            return false;
    }
    return true;
}

} // namespace

bool sameLiveRows(const Book& a, const Book& b)
{
    if (!sameLedgers(a, b))
        return false;
    const auto live = []<class T>(const Rows<T>& rows) {
        std::vector<T> out;
        rows.forEach([&](std::uint32_t, const T& t) { out.push_back(t); });
        std::sort(out.begin(), out.end(), [](const T& x, const T& y) { return x.id < y.id; });
        return out;
    };
    // What left by mail keeps its row, and a text half typed is nobody's record.
    const auto same = [&]<class T>(const Rows<T>& x) {
        return std::is_same_v<T, OutboxMessage> || std::is_same_v<T, Draft> || live(x) == live(b.rows<T>());
    };
    return std::apply([&]<class... T>(const std::tuple<Rows<T>...>*) { return (same(a.rows<T>()) && ...); },
                      std::tuple<const MapTypes<Rows, RecordTypes>::type*>(nullptr));
}

} // namespace duedesk
