// Reading and writing record rows through their column lists, one piece of code for every type.
#pragma once
#include "core/domain/book.h"
#include "core/store/database.h"
#include "core/store/records.h"
#include "core/store/sha256.h"

#include <functional>
#include <optional>
#include <set>

class QJsonObject;

namespace duedesk {

// The sum of the digests of all record rows, 4 x 64 bit: a change adds and takes away one row's, and a row that
// changed on the disk by itself no longer adds up.
class RecordSum {
public:
    static RecordSum fromBytes(std::string_view bytes);
    std::string bytes() const;
    void add(const Hash& h);
    void remove(const Hash& h);
    bool operator==(const RecordSum&) const = default;

private:
    std::array<std::uint64_t, 4> m_lanes{};
};

void addToDigest(Sha256& h, const Value& v);
// Of a row by its values, in the order of its columns.
template <class T> Hash digestOfValues(const std::vector<Value>& values)
{
    static const std::vector<Value> plain = valuesOf(T{});
    Sha256 h;
    h.field(Record<T>::table);
    std::size_t i = 0;
    for (const Column<T>& c : Record<T>::columns()) {
        if (c.later && values[i] != plain[i])
            h.field(c.name);
        if (!c.later || values[i] != plain[i])
            addToDigest(h, values[i]);
        ++i;
    }
    return h.finish();
}
template <class T> Hash digestOf(const T& row) { return digestOfValues<T>(valuesOf(row)); }

Value valueAt(const Statement& s, int column);
// Throws StoreFailure(BookDamaged) naming table, id and column.
template <class T> T recordOf(const std::vector<Value>& values)
{
    T row;
    std::size_t i = 0;
    for (const Column<T>& c : Record<T>::columns())
        if (!c.set(row, values[i++]))
            throwFailure(ErrorCode::BookDamaged,
                         QStringLiteral("row %1 of %2 holds an impossible %3")
                             .arg(values[0].integer)
                             .arg(QLatin1String(Record<T>::table), QLatin1String(c.name)),
                         QStringLiteral("restore the last verified backup"));
    return row;
}
std::set<std::string> columnsInFile(Database& db, const char* table); // empty where there is no such table

// The rows of a table with the columns that its file has: what a later migration adds has its default in a book that
// an older program made.
template <class T> class StoredRows {
public:
    explicit StoredRows(Database& db)
    {
        const std::set<std::string> known = columnsInFile(db, Record<T>::table);
        if (known.empty())
            return;
        std::string list;
        for (std::size_t i = 0; i < m_values.size(); ++i)
            if (const Column<T>& c = Record<T>::columns()[i]; !c.later || known.contains(c.name)) {
                list.append(list.empty() ? "" : ",").append(c.name);
                m_places.push_back(i);
            }
        m_rows.emplace(db, "SELECT " + list + " FROM " + Record<T>::table + " ORDER BY id");
    }
    bool step()
    {
        if (!m_rows || !m_rows->step())
            return false;
        for (std::size_t i = 0; i < m_places.size(); ++i)
            m_values[m_places[i]] = valueAt(*m_rows, int(i));
        return true;
    }
    const std::vector<Value>& values() const { return m_values; } // in the order of the columns
    T record() const { return recordOf<T>(m_values); }

private:
    std::vector<Value> m_values = valuesOf(T{});
    std::vector<std::size_t> m_places;
    std::optional<Statement> m_rows;
};
template <class T> std::string selectAll() { return "SELECT " + columnList<T>() + " FROM " + Record<T>::table; }

// {"id":5,"name":"..."}; with `only`, the columns in which the two differ.
template <class T> QJsonObject jsonOf(const T& row, const T* only = nullptr);
// Back from jsonOf(row); throws StoreFailure when it does not fit.
template <class T> T fromJson(const std::string& json);

MapTypes<Rows, RecordTypes>::type readAllRecords(Database& db);
// Row `id` of table `number` as a change against `before`, appended to `out`.
void readChange(Database& db, int table, std::int64_t id, const Book& before, ChangeSet& out);
// The row as it is in the book: its digest; empty when there is none.
std::optional<Hash> digestInBook(const Book& book, int table, std::int64_t id);

// A row that was written: for before-images.
struct WrittenRow {
    int table;
    std::int64_t id;
    std::string before; // JSON, empty = the row is new
    Hash after;
};

// Writes the rows of a change and its feed within the open transaction. `before` is the book the change stands on:
// a row said to be new must not be in it, and a changed one must.
void writeChanges(Database& db, const Book& before, const ChangeSet& changes, std::int64_t revision,
                  const std::function<void(const WrittenRow&)>& written = {});
// What the audit says of a change: each row's after-image and what was different before.
std::string payloadOf(const ChangeSet& changes);
// "invoice line" names of the audit aside, the table's name in the file.
const char* tableName(int table);

} // namespace duedesk
