// What the list of open items shows as of D, worked out once off the GUI thread: open amounts, in base, promised,
// disputed, expected. A line of the list is an index into these vectors, ascending by debit row.
#pragma once
#include "core/base/money.h"
#include "core/insight/behaviour/behaviour.h"
#include "core/insight/figures/aging.h"
#include "core/insight/figures/itemstate.h"

#include <memory>

namespace duedesk {

class ItemFigures {
public:
    // `model` may be null: then nothing is expected.
    ItemFigures(BookPtr book, Date day, std::shared_ptr<const BehaviourModel> model);
    // Only the items of the customers that this payer (a customer row) pays for.
    ItemFigures(BookPtr book, Date day, std::shared_ptr<const BehaviourModel> model, std::uint32_t payer);

    const BookPtr& book() const { return m_book; }
    Date day() const { return m_day; }
    std::uint32_t size() const { return std::uint32_t(m_items.rows.size()); }
    std::uint32_t debitRow(std::uint32_t item) const { return m_items.rows[item]; }
    const std::vector<std::uint32_t>& debitRows() const { return m_items.rows; }
    std::int64_t open(std::uint32_t item) const { return m_items.open[item]; }     // minor units of the item
    std::int64_t openBase(std::uint32_t item) const { return m_base[item]; }       // 0 where there is no rate
    bool hasRate(std::uint32_t item) const;
    int daysPastDue(std::uint32_t item) const;
    int bucket(std::uint32_t item) const; // 0 current .. 4
    ItemState state(std::uint32_t item) const { return m_states.of(debitRow(item)); }
    // The behaviour model's median day, invalid without a model. Kept after the first question; GUI thread only.
    Date expected(std::uint32_t item) const;
    // All of them, for a worker thread; keepExpected() then saves the GUI thread the questions (sorting by the column).
    std::vector<std::int32_t> allExpected() const;
    void keepExpected(std::vector<std::int32_t> days) const { m_expected = std::move(days); }
    const std::array<int, 3>& edges() const { return m_edges; }
    const std::shared_ptr<const BehaviourModel>& model() const { return m_model; }

    std::vector<std::uint32_t> all() const;
    // Items whose debit rows these are; both ascending.
    std::vector<std::uint32_t> itemsOf(const std::vector<std::uint32_t>& debitRows) const;
    std::int64_t totalBase(const std::vector<std::uint32_t>& items) const;
    std::int64_t pastDueBase(const std::vector<std::uint32_t>& items) const; // of those that are due

private:
    std::int32_t predict(std::uint32_t item) const;
    ItemFigures(BookPtr book, Date day, std::shared_ptr<const BehaviourModel> model, OpenItems items,
                ItemStates states);

    BookPtr m_book;
    Date m_day;
    OpenItems m_items;
    RatesAt m_rates;
    ItemStates m_states;
    std::array<int, 3> m_edges;
    std::vector<std::int64_t> m_base;
    std::shared_ptr<const BehaviourModel> m_model;
    mutable std::vector<std::int32_t> m_expected; // 0 = not asked yet
};

} // namespace duedesk
