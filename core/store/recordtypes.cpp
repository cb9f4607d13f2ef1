#include "core/store/recordtypes.h"

#include <array>

namespace duedesk {
namespace {

// The table whose rows have ids of this type; Operation's are no rows of a table of ours.
template <class Key, std::size_t I = 0> constexpr Table tableOfId()
{
    if constexpr (std::is_same_v<Key, DebitId>)
        return Table::Debit;
    else if constexpr (std::is_same_v<Key, CreditId>)
        return Table::Credit;
    else if constexpr (std::is_same_v<Key, AllocationId>)
        return Table::Allocation;
    else if constexpr (std::is_same_v<Key, OperationId>)
        return Table::Operation;
    else if constexpr (std::is_same_v<Key, decltype(std::tuple_element_t<I, RecordTypes>::id)>)
        return tableOf<std::tuple_element_t<I, RecordTypes>>();
    else
        return tableOfId<Key, I + 1>();
}

template <class V> struct Named {
    static constexpr Coding::Names names = Coding::Names::Nothing;
    static constexpr Table table = Table::Operation;
};
template <class Tag> struct Named<Id<Tag>> {
    static constexpr Table table = tableOfId<Id<Tag>>();
    static constexpr Coding::Names names = table == Table::Operation ? Coding::Names::Nothing : Coding::Names::Row;
};
template <> struct Named<std::vector<DebitId>> {
    static constexpr Table table = Table::Debit;
    static constexpr Coding::Names names = Coding::Names::Rows;
};
template <> struct Named<std::vector<PromiseLine>> {
    static constexpr Table table = Table::Debit;
    static constexpr Coding::Names names = Coding::Names::RowsWithAmounts;
};

template <class V> constexpr bool isOptional = false;
template <class V> constexpr bool isOptional<std::optional<V>> = true;
template <class Tag> constexpr bool isOptional<Id<Tag>> = true;
template <> constexpr bool isOptional<Date> = true;
template <> constexpr bool isOptional<Currency> = true;

template <class V> struct IsNumber : std::bool_constant<std::is_integral_v<V> || std::is_enum_v<V>> {};
template <class Tag> struct IsNumber<Id<Tag>> : std::true_type {};
template <> struct IsNumber<Date> : std::true_type {};
template <class V> struct IsNumber<std::optional<V>> : IsNumber<V> {};

template <class V>
constexpr Coding codingOf{[](const void* field) { return encode(*static_cast<const V*>(field)); },
                          [](void* field, const Value& v) { return decode(v, *static_cast<V*>(field)); },
                          !IsNumber<V>::value,
                          isOptional<V>,
                          Named<V>::names,
                          Named<V>::table};

// Written for searching in the file, never read: it follows from the others.
template <class T, auto derive>
constexpr Coding derivedCoding{[](const void* row) { return encode((static_cast<const T*>(row)->*derive)()); },
                               [](void*, const Value&) { return true; },
                               true,
                               false,
                               Coding::Names::Nothing,
                               Table::Operation};

// Fields kept together as one document.
template <class T, auto write, auto take>
constexpr Coding documentCoding{[](const void* row) { return encode((static_cast<const T*>(row)->*write)()); },
                                [](void* row, const Value& v) {
                                    (static_cast<T*>(row)->*take)(QByteArray::fromStdString(v.text));
                                    return v.kind == Value::Kind::Text;
                                },
                                true,
                                false,
                                Coding::Names::Nothing,
                                Table::Operation};

// Takes the fields that a record names.
template <class T> struct FieldList {
    std::vector<Column>& out;
    const T& plain;

    template <class V> void operator()(const char* name, V T::* field) { add(name, field, false); }
    template <class V> void later(const char* name, V T::* field) { add(name, field, true); }
    template <auto derive> void derived(const char* name)
    {
        out.push_back({name, 0, &derivedCoding<T, derive>, false});
    }
    template <auto write, auto take> void document(const char* name)
    {
        out.push_back({name, 0, &documentCoding<T, write, take>, false});
    }

private:
    template <class V> void add(const char* name, V T::* field, bool later)
    {
        const auto at = reinterpret_cast<const char*>(&(plain.*field)) - reinterpret_cast<const char*>(&plain);
        out.push_back({name, at, &codingOf<V>, later});
    }
};

template <class T> RecordType describe()
{
    RecordType r{};
    r.number = tableOf<T>();
    r.table = T::table;
    r.noun = T::noun;
    const T plain{};
    T::fields(FieldList<T>{r.columns, plain});
    r.plain = r.valuesOf(&plain);
    r.find = [](const Book& book, std::int64_t id) -> const void* {
        const Rows<T>& rows = book.rows<T>();
        const std::uint32_t row = rows.rowOf(decltype(T::id)(id));
        return row == noRow ? nullptr : &rows[row];
    };
    r.changesIn = [](const ChangeSet& changes) {
        std::vector<RecordType::Change> out;
        for (const RowChange<T>& c : changes.of<T>())
            out.push_back({c.before ? &*c.before : nullptr, &c.after});
        return out;
    };
    r.put = [](RecordTables& tables, const RecordType::Fill& fill) {
        T row;
        fill(&row);
        std::get<Rows<T>>(tables).put(std::move(row));
    };
    r.change = [](ChangeSet& out, const void* before, const RecordType::Fill& fill) {
        RowChange<T> c;
        if (before)
            c.before = c.after = *static_cast<const T*>(before);
        fill(&c.after);
        out.of<T>().push_back(std::move(c));
    };
    r.retract = [](void* row, OperationId by) { static_cast<T*>(row)->retractedBy = by; };
    return r;
}

template <class... T> std::array<RecordType, sizeof...(T)> describeAll(const std::tuple<T...>*)
{
    return {describe<T>()...};
}

} // namespace

std::span<const RecordType> recordTypes()
{
    static const auto all = describeAll(static_cast<const RecordTypes*>(nullptr));
    return all;
}

const RecordType* recordType(int table)
{
    for (const RecordType& type : recordTypes())
        if (int(type.number) == table)
            return &type;
    return nullptr;
}

std::vector<Value> RecordType::valuesOf(const void* row) const
{
    std::vector<Value> out;
    out.reserve(columns.size());
    for (const Column& c : columns)
        out.push_back(c.get(row));
    return out;
}

std::string RecordType::columnList() const
{
    std::string s;
    for (const Column& c : columns)
        s.append(s.empty() ? "" : ",").append(c.name);
    return s;
}

std::string RecordType::parameterList() const
{
    std::string s;
    for (std::size_t i = 1; i <= columns.size(); ++i)
        s.append(s.empty() ? "?" : ",?").append(std::to_string(i));
    return s;
}

std::string RecordType::assignmentList() const
{
    std::string s;
    for (std::size_t i = 1; i < columns.size(); ++i)
        s.append(s.empty() ? "" : ",").append(columns[i].name).append("=?").append(std::to_string(i + 1));
    return s;
}

} // namespace duedesk
