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

// f.operator()<T>() for the type of a table number.
template <class F> void withTable(int table, F&& f)
{
    forEachRecordType([&]<class T>() {
        if (int(tableOf<T>()) == table)
            f.template operator()<T>();
    });
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
template <class T> void checkText(const std::vector<Value>& values)
{
    std::size_t i = 0;
    for (const Column<T>& c : Record<T>::columns())
        if (const Value& v = values[i++]; v.kind == Value::Kind::Text && v.text.find('\0') != std::string::npos) {
            Error e;
            e.code = ErrorCode::InputRejected;
            e.what = u"text with a NUL character cannot be kept"_s;
            e.field = QLatin1String(c.name);
            e.remedy = u"take the character out"_s;
            throwFailure(std::move(e));
        }
}

template <class T> class TableWriter {
public:
    TableWriter(Database& db, const Book& before)
        : m_db(db), m_before(before.rows<T>()),
          m_insert(db, std::string("INSERT INTO ") + Record<T>::table + '(' + columnList<T>() + ") VALUES("
                           + parameterList<T>() + ')'),
          m_update(db, std::string("UPDATE ") + Record<T>::table + " SET " + assignmentList<T>() + " WHERE id=?1")
    {
    }

    WrittenRow write(const RowChange<T>& change, RecordSum& sum)
    {
        const std::uint32_t row = m_before.rowOf(change.after.id);
        invariant((row == noRow) == !change.before.has_value(), "a change does not stand on the book it was made for");
        WrittenRow out{int(tableOf<T>()), change.after.id.value, {}, {}};
        const std::vector<Value> values = valuesOf(change.after);
        checkText<T>(values);
        Statement& s = row == noRow ? m_insert : m_update;
        int i = 0;
        for (const Value& v : values)
            bindValue(s, ++i, v);
        s.run();
        if (row != noRow) {
            invariant(m_db.changes() == 1, "a changed row is not in the file");
            sum.remove(digestOf(m_before[row]));
            out.before = QJsonDocument(duedesk::jsonOf(m_before[row])).toJson(QJsonDocument::Compact).toStdString();
        }
        out.after = digestOfValues<T>(values);
        sum.add(out.after);
        return out;
    }

private:
    Database& m_db;
    const Rows<T>& m_before;
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

template <class T> QJsonObject jsonOf(const T& row, const T* only)
{
    QJsonObject out;
    for (const Column<T>& c : Record<T>::columns()) {
        const Value v = c.get(row);
        if (!only || c.get(*only) != v)
            out.insert(QLatin1String(c.name), jsonOf(v));
    }
    return out;
}

template <class T> T fromJson(const std::string& json)
{
    const QJsonObject o = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    T row;
    for (const Column<T>& c : Record<T>::columns())
        if (!(c.later && !o.contains(QLatin1String(c.name))) && !c.set(row, valueOf(o.value(QLatin1String(c.name)))))
            throwFailure(ErrorCode::BookDamaged,
                         u"a before-image of "_s + QLatin1String(Record<T>::table) + u" is damaged",
                         u"restore the last verified backup"_s);
    return row;
}

std::set<std::string> columnsInFile(Database& db, const char* table)
{
    std::set<std::string> out;
    Statement s(db, std::string("PRAGMA table_info(") + table + ')');
    while (s.step())
        out.insert(std::string(s.text(1)));
    return out;
}

MapTypes<Rows, RecordTypes>::type readAllRecords(Database& db)
{
    MapTypes<Rows, RecordTypes>::type tables;
    forEachRecordType([&]<class T>() {
        auto& rows = std::get<Rows<T>>(tables);
        for (StoredRows<T> stored(db); stored.step();)
            rows.put(stored.record());
    });
    return tables;
}

void readChange(Database& db, int table, std::int64_t id, const Book& before, ChangeSet& out)
{
    withTable(table, [&]<class T>() {
        Statement s(db, selectAll<T>() + " WHERE id=?1");
        if (!s.bind(1, id).step())
            throwFailure(ErrorCode::BookDamaged, u"a row of the change feed is missing"_s,
                         u"restore the last verified backup"_s);
        const std::uint32_t row = before.rows<T>().rowOf(decltype(T::id)(id));
        RowChange<T> change;
        if (row != noRow)
            change.before = before.rows<T>()[row];
        std::vector<Value> values;
        for (std::size_t i = 0; i < Record<T>::columns().size(); ++i)
            values.push_back(valueAt(s, int(i)));
        change.after = recordOf<T>(values);
        out.of<T>().push_back(std::move(change));
    });
}

std::optional<Hash> digestInBook(const Book& book, int table, std::int64_t id)
{
    std::optional<Hash> out;
    withTable(table, [&]<class T>() {
        const std::uint32_t row = book.rows<T>().rowOf(decltype(T::id)(id));
        if (row != noRow)
            out = digestOf(book.rows<T>()[row]);
    });
    return out;
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
    changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        if (rows.empty())
            return;
        TableWriter<T> writer(db, before);
        for (const RowChange<T>& change : rows) {
            const WrittenRow row = writer.write(change, sum);
            feed.bind(2, std::int64_t(row.table)).bind(3, row.id).run();
            if (written)
                written(row);
        }
    });
    const std::string bytes = sum.bytes();
    Statement(db, "UPDATE book SET record_sum=?1").bindBlob(1, bytes).run();
}

std::string payloadOf(const ChangeSet& changes)
{
    QJsonArray list;
    changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        for (const RowChange<T>& change : rows) {
            QJsonObject o{{u"table"_s, QLatin1String(Record<T>::table)}, {u"after"_s, jsonOf(change.after)}};
            if (change.before)
                o.insert(u"before"_s, jsonOf(*change.before, &change.after));
            list.append(o);
        }
    });
    return QJsonDocument(QJsonObject{{u"changes"_s, list}}).toJson(QJsonDocument::Compact).toStdString();
}

const char* tableName(int table)
{
    const char* name = "?";
    withTable(table, [&]<class T>() { name = Record<T>::table; });
    return name;
}

// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
#define DUEDESK_RECORD(Type)                                                                                           \
    template QJsonObject jsonOf<Type>(const Type&, const Type*);                                                       \
    template Type fromJson<Type>(const std::string&);
// NOLINTEND(bugprone-macro-parentheses)
DUEDESK_RECORD(Company)
DUEDESK_RECORD(Customer)
DUEDESK_RECORD(Contact)
DUEDESK_RECORD(Activity)
DUEDESK_RECORD(NextAction)
DUEDESK_RECORD(Promise)
DUEDESK_RECORD(Dispute)
DUEDESK_RECORD(Policy)
DUEDESK_RECORD(Rate)
DUEDESK_RECORD(Target)
DUEDESK_RECORD(Holiday)
DUEDESK_RECORD(User)
DUEDESK_RECORD(MappingProfile)
DUEDESK_RECORD(ImportBatch)
DUEDESK_RECORD(ContactEvent)
DUEDESK_RECORD(SearchTry)
DUEDESK_RECORD(ConfirmBy)
DUEDESK_RECORD(CustomerRequest)
DUEDESK_RECORD(PayerStatus)
DUEDESK_RECORD(InvoiceMark)
DUEDESK_RECORD(Plan)
DUEDESK_RECORD(ExceptionEntry)
DUEDESK_RECORD(Strategy)
DUEDESK_RECORD(LetterTemplate)
DUEDESK_RECORD(OutboxMessage)
DUEDESK_RECORD(MailAccount)
DUEDESK_RECORD(Attachment)
DUEDESK_RECORD(SavedView)
DUEDESK_RECORD(Draft)
#undef DUEDESK_RECORD

} // namespace duedesk
