// Who gives out row ids. Ids come in blocks leased from the store, so that a command is decided without it.
#pragma once
#include "core/base/id.h"
#include "core/domain/changeset.h"

namespace duedesk {

enum class Table : std::uint8_t {
    Company,
    Customer,
    Contact,
    Activity,
    NextAction,
    Promise,
    Dispute,
    Policy,
    Rate,
    Target,
    Holiday,
    User,
    MappingProfile,
    ImportBatch, // in the order of RecordTypes
    Debit,
    Credit,
    Allocation,
    WriteOff,
    Operation,
};
inline constexpr int tableCount = int(Table::Operation) + 1;

class IdSource {
public:
    virtual ~IdSource() = default;
    virtual std::int64_t next(Table t) = 0;
};

// Counts up from given values: tests, dry runs, and the block a client holds.
class CountingIds final : public IdSource {
public:
    CountingIds() { m_next.fill(1); }
    std::int64_t next(Table t) override { return m_next[std::size_t(t)]++; }
    void setNext(Table t, std::int64_t v) { m_next[std::size_t(t)] = v; }
    std::int64_t peek(Table t) const { return m_next[std::size_t(t)]; }

private:
    std::array<std::int64_t, tableCount> m_next;
};

// The table of a record type: tableOf<Customer>() == Table::Customer.
template <class T, std::size_t I = 0> constexpr Table tableOf()
{
    if constexpr (std::is_same_v<T, std::tuple_element_t<I, RecordTypes>>)
        return Table(I);
    else
        return tableOf<T, I + 1>();
}

} // namespace duedesk
