// The book's ids for the provisional ones of a staged import: as many as it has rows, leased inside the commit's own
// transaction, so that an import that is not committed takes none. Order stays: a row that was staged before another of
// its table has the lower id, and every new row stands behind those of the book.
#pragma once
#include "core/domain/provisionalids.h"
#include "core/domain/stagedimport.h"
#include "core/store/recordtypes.h"

#include <functional>

namespace duedesk {

class ImportNumbers {
public:
    // lease(table, count) gives the first of so many ids. Throws StoreFailure when a staged row has no provisional id,
    // or the id of another.
    ImportNumbers(const StagedImport& staged, const std::function<std::int64_t(Table, std::int64_t)>& lease);

    // The book's id for a staged row's; one of the book stays. Throws StoreFailure for an id that no staged row has.
    std::int64_t of(Table table, std::int64_t id) const
    {
        if (!isProvisional(id))
            return id;
        const Run& run = m_runs[std::size_t(table)];
        const std::int64_t place = id - run.lowest;
        if (run.ids.empty() && place >= 0 && place < run.count) // none was left out: nothing to look up
            return run.first + place;
        return lookedUp(run, id);
    }
    template <class Tag> Id<Tag> of(Id<Tag> id) const { return Id<Tag>(of(tableOfId<Id<Tag>>(), id.value)); }
    std::int64_t ofSettlement(const StagedSettlement& s) const
    {
        return of(s.credit ? Table::Allocation : Table::WriteOff, s.id);
    }
    ChangeSet of(const ChangeSet& changes) const;
    ImportBatch of(const ImportBatch& batch) const;

private:
    struct Run {
        std::int64_t lowest = 0, count = 0; // of the provisional ids
        std::int64_t first = 0; // of the book's
        std::vector<std::int64_t> ids; // ascending; empty where they follow one another
    };
    void take(Table table, std::vector<std::int64_t> ids);
    static std::int64_t lookedUp(const Run& run, std::int64_t id);

    std::array<Run, tableCount> m_runs;
};

} // namespace duedesk
