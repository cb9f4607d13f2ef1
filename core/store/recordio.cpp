#include "core/store/recordio.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstring>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QJsonValue jsonOf(const Value& v)
{
    switch (v.kind) {
    case Value::Kind::Integer: return qint64(v.integer);
    case Value::Kind::Text: return QString::fromStdString(v.text);
    case Value::Kind::Null: break;
    }
    return QJsonValue::Null;
}

Value valueOf(const QJsonValue& v)
{
    if (v.isString())
        return Value::of(v.toString().toStdString());
    return v.isDouble() ? Value::of(std::int64_t(v.toInteger())) : Value::null();
}

QJsonObject imageOf(const RecordType& type, const void* row, const void* only = nullptr)
{
    QJsonObject out;
    for (const Column& c : type.columns) {
        const Value v = c.get(row);
        if (!only || c.get(only) != v)
            out.insert(QLatin1String(c.name), jsonOf(v));
    }
    return out;
}

void addToDigest(Sha256& h, const Value& v)
{
    h.integer(std::int64_t(v.kind));
    if (v.kind == Value::Kind::Integer)
        h.integer(v.integer);
    else if (v.kind == Value::Kind::Text)
        h.field(v.text);
}

Value valueAt(const Statement& s, int column)
{
    switch (sqlite3_column_type(s.handle(), column)) {
    case SQLITE_INTEGER: return Value::of(s.integer(column));
    case SQLITE_NULL: return {};
    default: return Value::of(std::string(s.text(column)));
    }
}

void bindValue(Statement& s, int i, const Value& v)
{
    switch (v.kind) {
    case Value::Kind::Integer: s.bind(i, v.integer); break;
    case Value::Kind::Text: s.bind(i, std::string_view(v.text)); break;
    case Value::Kind::Null: s.bindNull(i); break;
    }
}

// A NUL would end the text for every other reader of the file.
void checkText(const RecordType& type, const std::vector<Value>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (const Value& v = values[i]; v.kind == Value::Kind::Text && v.text.find('\0') != std::string::npos)
            throwFailure(refuse(QLatin1String(type.columns[i].name), u"text with a NUL character cannot be kept"_s,
                                u"take the character out"_s)
                             .error());
}

class TableWriter {
public:
    TableWriter(Database& db, const RecordType& type, const Book& before)
        : m_db(db), m_type(type), m_before(before),
          m_insert(db, std::string("INSERT INTO ") + type.table + '(' + type.columnList() + ") VALUES("
                           + type.parameterList() + ')'),
          m_update(db, std::string("UPDATE ") + type.table + " SET " + type.assignmentList() + " WHERE id=?1")
    {
    }

    WrittenRow write(const RecordType::Change& change, RecordSum& sum)
    {
        WrittenRow out{int(m_type.number), m_type.idOf(change.after), {}, {}};
        const void* known = m_type.find(m_before, out.id);
        invariant((known == nullptr) == (change.before == nullptr),
                  "a change does not stand on the book it was made for");
        const std::vector<Value> values = m_type.valuesOf(change.after);
        checkText(m_type, values);
        Statement& s = known ? m_update : m_insert;
        int i = 0;
        for (const Value& v : values)
            bindValue(s, ++i, v);
        s.run();
        if (known) {
            invariant(m_db.changes() == 1, "a changed row is not in the file");
            sum.remove(digestOf(m_type, m_type.valuesOf(known)));
            out.before = QJsonDocument(imageOf(m_type, known)).toJson(QJsonDocument::Compact).toStdString();
        }
        out.after = digestOf(m_type, values);
        sum.add(out.after);
        return out;
    }

private:
    Database& m_db;
    const RecordType& m_type;
    const Book& m_before;
    Statement m_insert, m_update;
};

} // namespace

RecordSum RecordSum::fromBytes(std::string_view bytes)
{
    RecordSum s;
    if (bytes.size() == sizeof s.m_lanes)
        std::memcpy(s.m_lanes.data(), bytes.data(), bytes.size());
    return s;
}

std::string RecordSum::bytes() const { return {reinterpret_cast<const char*>(m_lanes.data()), sizeof m_lanes}; }

void RecordSum::add(const Hash& h)
{
    std::array<std::uint64_t, 4> v;
    std::memcpy(v.data(), h.data(), h.size());
    for (std::size_t i = 0; i < 4; ++i)
        m_lanes[i] += v[i];
}

void RecordSum::remove(const Hash& h)
{
    std::array<std::uint64_t, 4> v;
    std::memcpy(v.data(), h.data(), h.size());
    for (std::size_t i = 0; i < 4; ++i)
        m_lanes[i] -= v[i];
}

Hash digestOf(const RecordType& type, const std::vector<Value>& values)
{
    Sha256 h;
    h.field(type.table);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Column& c = type.columns[i];
        const bool isPlain = c.later && values[i] == type.plain[i];
        if (c.later && !isPlain)
            h.field(c.name);
        if (!isPlain)
            addToDigest(h, values[i]);
    }
    return h.finish();
}

std::set<std::string> columnsInFile(Database& db, const char* table)
{
    std::set<std::string> out;
    Statement s(db, std::string("PRAGMA table_info(") + table + ')');
    while (s.step())
        out.insert(std::string(s.text(1)));
    return out;
}

static void fillFromValues(const RecordType& type, const std::vector<Value>& values, void* row)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!type.columns[i].set(row, values[i]))
            throwFailure(ErrorCode::BookDamaged,
                         u"row %1 of %2 holds an impossible %3"_s.arg(values[0].integer)
                             .arg(QLatin1String(type.table), QLatin1String(type.columns[i].name)),
                         u"restore the last verified backup"_s);
}

StoredRows::StoredRows(Database& db, const RecordType& type) : m_type(type), m_values(type.plain)
{
    const std::set<std::string> known = columnsInFile(db, type.table);
    if (known.empty())
        return;
    std::string list;
    for (std::size_t i = 0; i < m_values.size(); ++i)
        if (const Column& c = type.columns[i]; !c.later || known.contains(c.name)) {
            list.append(list.empty() ? "" : ",").append(c.name);
            m_places.push_back(i);
        }
    m_rows.emplace(db, "SELECT " + list + " FROM " + type.table + " ORDER BY id");
}

bool StoredRows::step()
{
    if (!m_rows || !m_rows->step())
        return false;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        m_values[m_places[i]] = valueAt(*m_rows, int(i));
    return true;
}

void StoredRows::fill(void* row) const { fillFromValues(m_type, m_values, row); }

RecordTables readAllRecords(Database& db)
{
    RecordTables tables;
    for (const RecordType& type : recordTypes()) {
        StoredRows stored(db, type);
        const RecordType::Fill fill = [&](void* row) { stored.fill(row); };
        while (stored.step())
            type.put(tables, fill);
    }
    return tables;
}

void readChange(Database& db, int table, std::int64_t id, const Book& before, ChangeSet& out)
{
    const RecordType* type = recordType(table);
    if (!type)
        return;
    Statement s(db, "SELECT " + type->columnList() + " FROM " + type->table + " WHERE id=?1");
    if (!s.bind(1, id).step())
        throwFailure(ErrorCode::BookDamaged, u"a row of the change feed is missing"_s,
                     u"restore the last verified backup"_s);
    std::vector<Value> values;
    for (std::size_t i = 0; i < type->columns.size(); ++i)
        values.push_back(valueAt(s, int(i)));
    type->change(out, type->find(before, id), [&](void* row) { fillFromValues(*type, values, row); });
}

std::optional<Hash> digestInBook(const Book& book, int table, std::int64_t id)
{
    const RecordType* type = recordType(table);
    const void* row = type ? type->find(book, id) : nullptr;
    return row ? std::optional(digestOf(*type, type->valuesOf(row))) : std::nullopt;
}

void fillFromImage(const RecordType& type, void* row, const std::string& json)
{
    const QJsonObject o = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    for (std::size_t i = 0; i < type.columns.size(); ++i) {
        const Column& c = type.columns[i];
        const QLatin1String name(c.name); // a later column is missing in an older image
        const Value v = c.later && !o.contains(name) ? type.plain[i] : valueOf(o.value(name));
        if (!c.set(row, v))
            throwFailure(ErrorCode::BookDamaged, u"a before-image of "_s + QLatin1String(type.table) + u" is damaged",
                         u"restore the last verified backup"_s);
    }
}

void writeChanges(Database& db, const Book& before, const ChangeSet& changes, std::int64_t revision,
                  const std::function<void(const WrittenRow&)>& written)
{
    RecordSum sum;
    {
        Statement s(db, "SELECT record_sum FROM book");
        s.step();
        sum = RecordSum::fromBytes(s.blob(0));
    }
    Statement feed(db, "INSERT OR IGNORE INTO change(revision, table_number, row_id) VALUES(?1, ?2, ?3)");
    feed.bind(1, revision);
    for (const RecordType& type : recordTypes()) {
        const std::vector<RecordType::Change> rows = type.changesIn(changes);
        if (rows.empty())
            continue;
        TableWriter writer(db, type, before);
        for (const RecordType::Change& change : rows) {
            const WrittenRow row = writer.write(change, sum);
            feed.bind(2, std::int64_t(row.table)).bind(3, row.id).run();
            if (written)
                written(row);
        }
    }
    const std::string bytes = sum.bytes();
    Statement(db, "UPDATE book SET record_sum=?1").bindBlob(1, bytes).run();
}

std::string payloadOf(const ChangeSet& changes, QJsonObject more)
{
    QJsonArray list;
    for (const RecordType& type : recordTypes())
        for (const RecordType::Change& change : type.changesIn(changes)) {
            QJsonObject o{{u"table"_s, QLatin1String(type.table)}, {u"after"_s, imageOf(type, change.after)}};
            if (change.before)
                o.insert(u"before"_s, imageOf(type, change.before, change.after));
            list.append(o);
        }
    more.insert(u"changes"_s, list);
    return QJsonDocument(more).toJson(QJsonDocument::Compact).toStdString();
}

const char* tableName(int table)
{
    const RecordType* type = recordType(table);
    return type ? type->table : "?";
}

} // namespace duedesk
