#include "core/insight/figures/accountfigures.h"

#include "core/insight/figures/aging.h"
#include "core/insight/figures/metrics.h"

#include <algorithm>

namespace duedesk {

AccountFigures::AccountFigures(BookPtr book, Date day, const CallList& calls) : m_book(std::move(book)), m_day(day)
{
    const std::uint32_t n = m_book->customers().size();
    m_rows.resize(n);
    m_lanes.assign(n, Lane::NotOnList);
    const std::vector<CustomerAging> aging = agingByCustomer(*m_book, day);
    const std::vector<Ratio> impact = dsoImpact(*m_book, day, m_book->policyAt(day).dsoDays);
    for (std::uint32_t row = 0; row < n; ++row) {
        AccountFigure& f = m_rows[m_book->payerRow(row)];
        const CustomerAging& a = aging[row];
        for (std::size_t b = 0; b < a.bucket.size(); ++b)
            f.bucket[b] += a.bucket[b];
        f.open += a.total;
        f.unapplied += a.unapplied;
        f.oldestDays = std::max(f.oldestDays, a.oldestDays);
        if (row < impact.size() && impact[row].e4) // days of DSO over one denominator add up
            f.dsoImpact.e4 = f.dsoImpact.e4.value_or(0) + *impact[row].e4;
        m_total += a.total;
    }
    for (std::uint32_t row = 0; row < n; ++row) {
        AccountFigure& f = m_rows[row];
        f.pastDue = f.open - f.bucket[0];
        if (const auto limit = m_book->customers()[row].creditLimit)
            f.limitLeft = *limit - (f.open - f.unapplied);
    }
    for (std::uint32_t k = 0; k < calls.rows.size(); ++k) {
        const CallRow& c = calls.rows[k];
        if (c.payer >= n)
            continue; // a list of a newer book than ours
        AccountFigure& f = m_rows[c.payer];
        f.call = k;
        f.hasContact = c.contact != noRow;
        f.avoided = c.avoided;
        f.tbc = c.tbc;
        f.atRisk = c.atRisk;
        m_lanes[c.payer] = c.lane;
    }
}

AccountFigures::Sum AccountFigures::sumOf(const std::vector<std::uint32_t>& customerRows) const
{
    Sum sum;
    for (const std::uint32_t row : customerRows) {
        addChecked(sum.open, of(row).open);
        addChecked(sum.pastDue, of(row).pastDue);
    }
    return sum;
}

std::vector<std::uint32_t> AccountFigures::payers() const
{
    std::vector<std::uint32_t> rows;
    m_book->customers().forEach([&](std::uint32_t row, const Customer&) {
        if (m_book->payerRow(row) == row)
            rows.push_back(row);
    });
    return rows;
}

} // namespace duedesk
