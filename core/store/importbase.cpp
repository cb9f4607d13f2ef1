#include "core/store/importbase.h"

#include "core/store/database.h"

#include <algorithm>
#include <bitset>

namespace duedesk {
namespace {

// What files are resolved against: names, terms, rates, what was imported before. Posted lines come with an import, and
// with one the whole book is read again; where they come in another way they are in the feed by their own tables.
constexpr Table readByStaging[] = {Table::Company,        Table::Customer,    Table::Contact, Table::Promise,
                                   Table::Dispute,        Table::Policy,      Table::Rate,    Table::Holiday,
                                   Table::MappingProfile, Table::ImportBatch, Table::Debit,   Table::Credit,
                                   Table::Allocation,     Table::WriteOff};

std::bitset<tableCount> standsOn(const StagedImport& staged)
{
    std::bitset<tableCount> out;
    for (const Table t : readByStaging)
        out.set(std::size_t(t));
    staged.changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        if (std::any_of(rows.begin(), rows.end(), [](const RowChange<T>& r) { return !r.before; }))
            out.set(std::size_t(tableOf<T>())); // what is there already decided what is added
    });
    return out;
}

template <class T> bool names(const T& row, const std::vector<DebitId>& sorted)
{
    const auto gone = [&](DebitId id) { return std::binary_search(sorted.begin(), sorted.end(), id); };
    bool any = false;
    if constexpr (requires { row.debit; })
        any = any || gone(row.debit);
    if constexpr (requires { row.lines; })
        any = any || std::any_of(row.lines.begin(), row.lines.end(), [&](const auto& l) { return gone(l.debit); });
    if constexpr (requires { row.debits; })
        any = any || std::any_of(row.debits.begin(), row.debits.end(), gone);
    return any;
}

template <class... T>
bool namesOneOf(const Book& now, int table, std::int64_t id, const std::vector<DebitId>& sorted, std::tuple<T...>*)
{
    const auto named = [&]<class R>(const Rows<R>& rows) {
        const std::uint32_t row = rows.rowOf(decltype(R::id)(id));
        return row != noRow && names(rows[row], sorted);
    };
    return ((int(tableOf<T>()) == table && named(now.rows<T>())) || ...);
}

bool holdsWhatIsChanged(const Book& now, const ChangeSet& changes)
{
    bool same = true;
    changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        for (const RowChange<T>& r : rows) {
            const std::uint32_t row = same && r.before ? now.rows<T>().rowOf(r.after.id) : noRow;
            same = same && (!r.before || (row != noRow && now.rows<T>()[row] == *r.before));
        }
    });
    return same;
}

} // namespace

bool kindsLeaveBase(Database& db, const StagedImport& staged, std::int64_t revision)
{
    if (revision <= staged.baseRevision)
        return revision == staged.baseRevision; // lower: of another book
    if (Statement(db, "SELECT 1 FROM revision WHERE revision > ?1 AND reload = 1").bind(1, staged.baseRevision).step())
        return false;
    const std::bitset<tableCount> base = standsOn(staged);
    Statement feed(db, "SELECT DISTINCT table_number FROM change WHERE revision > ?1");
    feed.bind(1, staged.baseRevision);
    while (feed.step())
        if (const auto table = std::size_t(feed.integer(0)); table >= base.size() || base.test(table))
            return false;
    return true;
}

bool rowsLeaveBase(Database& db, const StagedImport& staged, const Book& now)
{
    if (now.revision() == staged.baseRevision)
        return true;
    if (!holdsWhatIsChanged(now, staged.changes))
        return false;
    std::vector<DebitId> gone = staged.retractedDebits;
    if (gone.empty())
        return true;
    std::sort(gone.begin(), gone.end());
    Statement feed(db, "SELECT DISTINCT table_number, row_id FROM change WHERE revision > ?1");
    feed.bind(1, staged.baseRevision);
    while (feed.step())
        if (namesOneOf(now, int(feed.integer(0)), feed.integer(1), gone, static_cast<RecordTypes*>(nullptr)))
            return false;
    return true;
}

} // namespace duedesk
