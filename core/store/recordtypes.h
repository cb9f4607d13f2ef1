// What the file keeps of each record type, without its C++ type: table, columns, how to get a row's values out and in.
// Made from the fields that the records name themselves; writing, reading, before-images, audit, digests and what
// leans on an import are one piece of code each over this list.
#pragma once
#include "core/domain/book.h"
#include "core/domain/ids.h"
#include "core/store/value.h"

#include <memory>
#include <span>

namespace duedesk {

// How a field of one C++ type is kept.
struct Coding {
    enum class Names : std::uint8_t {
        Nothing,
        Row,
        Rows,
        RowsWithAmounts
    }; // ids in it: one, [id,...], [[id,amount],...]
    Value (*get)(const void* field);
    bool (*set)(void* field, const Value& v); // false for what no record of ours holds
    bool isText;
    bool canBeNull;
    Names names;
    Table referenced; // the table of what it names; of no meaning for Names::Nothing
};

struct Column {
    const char* name;
    std::ptrdiff_t offset; // of the field in its row
    const Coding* coding;
    // Added by a later migration: a row that holds the default has the digest it had before there was such a column.
    bool later;
    Value get(const void* row) const { return coding->get(static_cast<const char*>(row) + offset); }
    bool set(void* row, const Value& v) const { return coding->set(static_cast<char*>(row) + offset, v); }
};

using RecordTables = MapTypes<Rows, RecordTypes>::type;

struct RecordType {
    // A row of a change: null `before` = the row is new.
    struct Change {
        const void* before;
        const void* after;
    };
    Table number;
    const char* table;
    const char* noun;
    std::vector<Column> columns; // the first is the id
    std::vector<Value> plain; // of a row as it is made
    const void* (*find)(const Book& book, std::int64_t id); // the row, retracted or not; null where there is none
    std::vector<Change> (*changesIn)(const ChangeSet& changes);
    // These make a row of the type and let `fill` set its fields.
    using Fill = std::function<void(void* row)>;
    void (*put)(RecordTables& tables, const Fill& fill);
    void (*change)(ChangeSet& out, const void* before, const Fill& fill); // appended; the fill starts from `before`
    void (*retract)(void* row, OperationId by);

    std::int64_t idOf(const void* row) const { return columns.front().get(row).integer; }
    std::vector<Value> valuesOf(const void* row) const;
    // "id,name,...", "?1,?2,..." and "name=?2,..." (the id is parameter 1).
    std::string columnList() const;
    std::string parameterList() const;
    std::string assignmentList() const;
};

// In the order of RecordTypes.
std::span<const RecordType> recordTypes();
// By the number of its table; null for the posted lines and what is unknown.
const RecordType* recordType(int table);
template <class T> const RecordType& recordTypeOf() { return recordTypes()[recordIndexOf<T>()]; }

} // namespace duedesk
