#include "core/insight/figures/itemfigures.h"

#include <algorithm>
#include <numeric>

namespace duedesk {

namespace {

OpenItems openItemsOf(const Book& book, Date day, std::uint32_t payer)
{
    OpenItems items;
    for (const std::uint32_t customer : book.paidBy(payer))
        for (const std::uint32_t row : book.ledger().debitsOf(customer))
            if (book.ledger().open(row, day) > 0)
                items.rows.push_back(row);
    std::sort(items.rows.begin(), items.rows.end());
    for (const std::uint32_t row : items.rows)
        items.open.push_back(book.ledger().open(row, day));
    return items;
}

} // namespace

ItemFigures::ItemFigures(BookPtr book, Date day, std::shared_ptr<const BehaviourModel> model)
    : ItemFigures(book, day, std::move(model), openItems(*book, day), ItemStates(*book, day))
{
}

ItemFigures::ItemFigures(BookPtr book, Date day, std::shared_ptr<const BehaviourModel> model, std::uint32_t payer)
    : ItemFigures(book, day, std::move(model), openItemsOf(*book, day, payer), ItemStates(*book, day, payer))
{
}

ItemFigures::ItemFigures(BookPtr book, Date day, std::shared_ptr<const BehaviourModel> model, OpenItems items,
                         ItemStates states)
    : m_book(std::move(book)), m_day(day), m_items(std::move(items)), m_rates(m_book->ratesAt(day)),
      m_states(std::move(states)), m_edges(m_book->policyAt(day).bucketEdges), m_model(std::move(model))
{
    m_base.resize(m_items.rows.size());
    for (std::size_t k = 0; k < m_base.size(); ++k) {
        const auto [c, i] = m_book->ledger().debit(m_items.rows[k]);
        m_base[k] = m_rates.convert(m_items.open[k], c->currency[i]);
    }
}

bool ItemFigures::hasRate(std::uint32_t item) const
{
    const auto [c, i] = m_book->ledger().debit(debitRow(item));
    return c->currency[i] == m_book->info().base.index() || m_rates.has(c->currency[i]);
}

int ItemFigures::daysPastDue(std::uint32_t item) const
{
    const auto [c, i] = m_book->ledger().debit(debitRow(item));
    return m_day.days() - c->due[i];
}

int ItemFigures::bucket(std::uint32_t item) const { return bucketOf(daysPastDue(item), m_edges); }

Date ItemFigures::expected(std::uint32_t item) const
{
    if (!m_model)
        return {};
    if (m_expected.empty())
        m_expected.resize(m_items.rows.size());
    std::int32_t& kept = m_expected[item];
    if (kept == 0)
        kept = predict(item);
    return Date(kept);
}

std::int32_t ItemFigures::predict(std::uint32_t item) const
{
    const auto [c, i] = m_book->ledger().debit(debitRow(item));
    const std::uint32_t payer = m_book->payerRow(c->customer[i]);
    return m_model->predict(payer, m_model->history(payer).segment(), Date(c->date[i]), Date(c->due[i]), m_day)
        .expected.days();
}

std::vector<std::int32_t> ItemFigures::allExpected() const
{
    std::vector<std::int32_t> days(m_model ? size() : 0);
    for (std::uint32_t item = 0; item < days.size(); ++item)
        days[item] = predict(item);
    return days;
}

std::vector<std::uint32_t> ItemFigures::all() const
{
    std::vector<std::uint32_t> items(m_items.rows.size());
    std::iota(items.begin(), items.end(), 0U);
    return items;
}

std::vector<std::uint32_t> ItemFigures::itemsOf(const std::vector<std::uint32_t>& debitRows) const
{
    std::vector<std::uint32_t> items;
    items.reserve(debitRows.size());
    std::uint32_t at = 0;
    for (std::uint32_t row : debitRows) {
        while (at < size() && m_items.rows[at] < row)
            ++at;
        if (at < size() && m_items.rows[at] == row)
            items.push_back(at);
    }
    return items;
}

std::int64_t ItemFigures::totalBase(const std::vector<std::uint32_t>& items) const
{
    Int128 sum = 0;
    for (std::uint32_t item : items)
        sum += m_base[item];
    return narrow(sum);
}

std::int64_t ItemFigures::pastDueBase(const std::vector<std::uint32_t>& items) const
{
    Int128 sum = 0;
    for (const std::uint32_t item : items)
        if (daysPastDue(item) > 0)
            sum += m_base[item];
    return narrow(sum);
}

} // namespace duedesk
