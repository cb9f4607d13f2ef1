// Who gives out row ids. Ids come in blocks leased from the store, so that a command is decided without it.
#pragma once
#include "core/base/id.h"
#include "core/domain/changeset.h"

namespace duedesk {

// The numbers of the tables in the file.
enum class Table : std::uint8_t {
    DUEDESK_FIRST_RECORDS,
    Debit,
    Credit,
    Allocation,
    WriteOff,
    Operation,
    DUEDESK_LATER_RECORDS
};
inline constexpr int postedTableCount = 5; // Debit to Operation
inline constexpr int tableCount = int(recordTypeCount) + postedTableCount;

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

// The place of a record type in RecordTypes.
template <class T, std::size_t I = 0> constexpr std::size_t recordIndexOf()
{
    if constexpr (std::is_same_v<T, std::tuple_element_t<I, RecordTypes>>)
        return I;
    else
        return recordIndexOf<T, I + 1>();
}
// The table of a record type: tableOf<Customer>() == Table::Customer. The posted lines stand between the first
// types and those that came later.
template <class T> constexpr Table tableOf()
{
    constexpr std::size_t i = recordIndexOf<T>(), first = std::size_t(Table::Debit);
    return Table(i < first ? i : i + std::size_t(Table::ContactEvent) - first);
}
static_assert(tableOf<ImportBatch>() == Table::ImportBatch && tableOf<Draft>() == Table::Draft);

} // namespace duedesk
