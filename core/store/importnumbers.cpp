#include "core/store/importnumbers.h"

#include "core/store/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

[[noreturn]] void refused(const QString& what)
{
    throwFailure(ErrorCode::InputRejected, what, u"stage the import again; nothing was saved"_s);
}

template <class Rows, class IdOf> std::vector<std::int64_t> idsOf(const Rows& rows, IdOf idOf)
{
    std::vector<std::int64_t> out;
    out.reserve(rows.size());
    for (const auto& row : rows)
        out.push_back(idOf(row));
    return out;
}

// Goes over the fields that a record names and numbers those that are ids, hold ids of invoices, or lines that name them.
template <class T> struct Renumbering {
    T& row;
    const ImportNumbers& numbers;

    template <class V> void operator()(const char*, V T::* field) { renumber(row.*field); }
    template <class V> void later(const char*, V T::* field) { renumber(row.*field); }
    template <auto derive> void derived(const char*) {}
    template <auto write, auto take> void document(const char*) {}

private:
    template <class V> void renumber(V&) {}
    template <class Tag> void renumber(Id<Tag>& id) { id = numbers.of(id); }
    void renumber(std::vector<DebitId>& ids)
    {
        for (DebitId& id : ids)
            renumber(id);
    }
    void renumber(std::vector<PromiseLine>& lines)
    {
        for (PromiseLine& line : lines)
            renumber(line.debit);
    }
};

} // namespace

ImportNumbers::ImportNumbers(const StagedImport& staged, const std::function<std::int64_t(Table, std::int64_t)>& lease)
{
    take(Table::Operation, {staged.batch.operation.value});
    take(Table::ImportBatch, {staged.batch.id.value});
    staged.changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        std::vector<std::int64_t> ids;
        for (const RowChange<T>& r : rows)
            if (!r.before)
                ids.push_back(r.after.id.value);
        if (!ids.empty())
            take(tableOf<T>(), std::move(ids));
    });
    take(Table::Debit, idsOf(staged.debits, [](const StagedDebit& d) { return d.row.id; }));
    take(Table::Credit, idsOf(staged.credits, [](const StagedCredit& c) { return c.row.id; }));
    std::vector<std::int64_t> allocations, writeOffs;
    allocations.reserve(staged.settlements.size());
    for (const StagedSettlement& s : staged.settlements)
        (s.credit ? allocations : writeOffs).push_back(s.id);
    take(Table::Allocation, std::move(allocations));
    take(Table::WriteOff, std::move(writeOffs));
    for (std::size_t t = 0; t < m_runs.size(); ++t)
        if (Run& run = m_runs[t]; run.count > 0)
            run.first = lease(Table(t), run.count);
}

void ImportNumbers::take(Table table, std::vector<std::int64_t> ids)
{
    if (ids.empty())
        return;
    if (!std::is_sorted(ids.begin(), ids.end()))
        std::sort(ids.begin(), ids.end());
    if (!isProvisional(ids.front()))
        refused(u"a staged row has an id that only the commit may give"_s);
    if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
        refused(u"two staged rows carry one id"_s);
    Run& run = m_runs[std::size_t(table)];
    run.lowest = ids.front();
    run.count = std::int64_t(ids.size());
    if (ids.back() - ids.front() + 1 != run.count) // rows that were dropped again left their ids
        run.ids = std::move(ids);
}

std::int64_t ImportNumbers::lookedUp(const Run& run, std::int64_t id)
{
    const auto at = std::lower_bound(run.ids.begin(), run.ids.end(), id);
    if (at == run.ids.end() || *at != id)
        refused(u"a staged row names a row that is not staged"_s);
    return run.first + (at - run.ids.begin());
}

ChangeSet ImportNumbers::of(const ChangeSet& changes) const
{
    ChangeSet out = changes;
    out.operation = of(out.operation);
    const auto number = [this]<class T>(std::vector<RowChange<T>>& rows) {
        for (RowChange<T>& r : rows)
            T::fields(Renumbering<T>{r.after, *this});
    };
    std::apply([&](auto&... tables) { (number(tables), ...); }, out.tables);
    return out;
}

ImportBatch ImportNumbers::of(const ImportBatch& batch) const
{
    ImportBatch out = batch;
    out.id = of(out.id);
    out.operation = of(out.operation);
    return out;
}

} // namespace duedesk
