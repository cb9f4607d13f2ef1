// Reading and writing record rows through the lists of their columns, whatever their type.
#pragma once
#include "core/domain/book.h"
#include "core/store/database.h"
#include "core/store/recordtypes.h"
#include "core/store/sha256.h"

#include <QJsonObject>
#include <functional>
#include <optional>
#include <set>

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

// Of a row by its values, in the order of its columns.
Hash digestOf(const RecordType& type, const std::vector<Value>& values);

std::set<std::string> columnsInFile(Database& db, const char* table); // empty where there is no such table

// The rows of a table with the columns that its file has: what a later migration adds has its default in a book that
// an older program made.
class StoredRows {
public:
    StoredRows(Database& db, const RecordType& type);
    bool step();
    const std::vector<Value>& values() const { return m_values; } // in the order of the columns
    // Sets the fields of a row of the type; throws StoreFailure(BookDamaged) naming table, id and column.
    void fill(void* row) const;

private:
    const RecordType& m_type;
    std::vector<Value> m_values;
    std::vector<std::size_t> m_places;
    std::optional<Statement> m_rows;
};

RecordTables readAllRecords(Database& db);
// Row `id` of table `number` as a change against `before`, appended to `out`.
void readChange(Database& db, int table, std::int64_t id, const Book& before, ChangeSet& out);
// The row as it is in the book: its digest; empty when there is none.
std::optional<Hash> digestInBook(const Book& book, int table, std::int64_t id);
// Sets a row's fields from a before-image; throws StoreFailure when it does not fit.
void fillFromImage(const RecordType& type, void* row, const std::string& json);

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
// What the audit says of a change: each row's after-image and what was different before; beside `more`.
std::string payloadOf(const ChangeSet& changes, QJsonObject more = {});
// The table's name in the file; "?" for what is no record.
const char* tableName(int table);

} // namespace duedesk
