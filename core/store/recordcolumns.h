// How a record type's list of columns is written: one line a field, the value's own coding. Only the record files
// include it; readers and writers see records.h.
#pragma once
#include "core/store/records.h"

namespace duedesk {

template <class M> struct OwnerOf;
template <class T, class V> struct OwnerOf<V T::*> {
    using type = T;
};

template <auto member> constexpr auto column(const char* name)
{
    using T = typename OwnerOf<decltype(member)>::type;
    return Column<T>{name, [](const T& row) { return encode(row.*member); },
                     [](T& row, const Value& v) { return decode(v, row.*member); }};
}

// A column that came with a later migration.
template <auto member> constexpr auto laterColumn(const char* name)
{
    auto c = column<member>(name);
    c.later = true;
    return c;
}

} // namespace duedesk

// Behind the list: where its table is called `name`.
// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
#define DUEDESK_COLUMNS(Type, name, list)                                                                              \
    const char* const Record<Type>::table = name;                                                                      \
    std::span<const Column<Type>> Record<Type>::columns() { return list; }
// NOLINTEND(bugprone-macro-parentheses)
