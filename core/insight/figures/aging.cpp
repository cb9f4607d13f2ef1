#include "core/insight/figures/aging.h"

#include "core/insight/figures/openscan.h"
#include "core/insight/figures/segmentmap.h"

#include <algorithm>

namespace duedesk {
namespace {

using Cells = std::array<std::int64_t, 6>; // five buckets, unapplied

class Sums {
public:
    Sums(const Book& book, Date d, Segment by, AgeBasis basis)
        : m_book(book), m_map(book, by, d), m_rates(book.ratesAt(d)), m_edges(book.policyAt(d).bucketEdges),
          m_day(d.days()), m_own(by == Segment::Currency), m_byInvoice(basis == AgeBasis::Invoice)
    {
        m_cells.resize(m_map.size());
    }

    void addDebit(const DebitChunk& c, std::uint32_t i, std::uint32_t row, std::int64_t open)
    {
        std::int64_t money = 0;
        if (!convert(open, c.currency[i], money))
            return;
        const std::int32_t from = m_byInvoice ? c.date[i] : c.due[i];
        const auto bucket = std::size_t(bucketOf(m_day - from, m_edges));
        addChecked(m_cells[m_map.ofDebit(c, i, row)][bucket], money);
    }
    void addUnapplied(const CreditChunk& c, std::uint32_t i, std::int64_t left)
    {
        std::int64_t money = 0;
        if (left != 0 && convert(left, c.currency[i], money))
            addChecked(m_cells[m_map.ofCredit(c, i)][5], money);
    }
    void write(Aging& out)
    {
        std::vector<std::uint32_t> groups;
        const bool whole = out.by == Segment::None;
        for (std::uint32_t g = 0; g < m_cells.size(); ++g)
            if (whole || m_cells[g] != Cells{})
                groups.push_back(g);
        m_map.sort(groups);
        out.rows.reserve(groups.size());
        for (const std::uint32_t g : groups) {
            AgingRow r;
            r.segment = m_map.key(g);
            r.currency = m_own ? Currency::fromIndex(std::uint16_t(g)) : m_rates.base();
            for (std::size_t b = 0; b < 5; ++b) {
                r.bucket[b] = m_cells[g][b];
                addChecked(r.total, r.bucket[b]);
            }
            r.unapplied = m_cells[g][5];
            out.rows.push_back(std::move(r));
        }
        out.missing = m_missing.list();
    }

private:
    bool convert(std::int64_t amount, std::uint16_t currency, std::int64_t& out)
    {
        if (m_own || currency == m_rates.base().index()) {
            out = amount;
            return true;
        }
        if (!m_rates.has(currency)) {
            m_missing.count(currency);
            return false;
        }
        out = m_rates.convert(amount, currency);
        return true;
    }

    const Book& m_book;
    SegmentMap m_map;
    RatesAt m_rates;
    std::array<int, 3> m_edges;
    std::int32_t m_day;
    bool m_own, m_byInvoice;
    std::vector<Cells> m_cells;
    MissingCounts m_missing;
};

} // namespace

Aging aging(const Book& book, Date d, Segment by, AgeBasis basis, const std::vector<std::uint32_t>* items)
{
    Aging out;
    out.asOf = d;
    out.by = by;
    out.basis = basis;
    Sums sums(book, d, by, basis);
    const Ledger& l = book.ledger();
    if (items) {
        for (const std::uint32_t row : *items) {
            const auto [c, i] = l.debit(row);
            if (const std::int64_t open = openAt(*c, i, d.days()); open != 0)
                sums.addDebit(*c, i, row, open);
        }
    } else {
        forEachOpen(l, d, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t row, std::int64_t open) {
            sums.addDebit(c, i, row, open);
        });
        forEachUnapplied(
            l, d, [&](const CreditChunk& c, std::uint32_t i, std::int64_t left) { sums.addUnapplied(c, i, left); });
    }
    sums.write(out);
    return out;
}

std::vector<CustomerAging> agingByCustomer(const Book& book, Date d)
{
    std::vector<CustomerAging> out(book.customers().size());
    const RatesAt rates = book.ratesAt(d);
    const std::array<int, 3> edges = book.policyAt(d).bucketEdges;
    CustomerAging* const at = out.data();
    forEachOpen(book.ledger(), d, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t, std::int64_t open) {
        CustomerAging& a = at[c.customer[i]];
        const int days = d.days() - c.due[i];
        const std::int64_t money = rates.convert(open, c.currency[i]);
        addChecked(a.bucket[std::size_t(bucketOf(days, edges))], money);
        addChecked(a.total, money);
        a.oldestDays = std::max(a.oldestDays, days);
    });
    forEachUnapplied(book.ledger(), d, [&](const CreditChunk& c, std::uint32_t i, std::int64_t left) {
        if (c.customer[i] < out.size())
            addChecked(at[c.customer[i]].unapplied, rates.convert(left, c.currency[i]));
    });
    return out;
}

OpenItems openItems(const Book& book, Date d)
{
    const Ledger& l = book.ledger();
    OpenItems out;
    forEachOpen(l, d, [&](const DebitChunk&, std::uint32_t, std::uint32_t row, std::int64_t open) {
        out.rows.push_back(row);
        out.open.push_back(open);
    });
    return out;
}

} // namespace duedesk
