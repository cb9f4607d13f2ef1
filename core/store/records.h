// Each record type's table and columns, said once: writing, reading, before-images, audit and digests are one
// piece of code over these lists. A field that is missing here fails the round trip test of its type.
#pragma once
#include "core/domain/changeset.h"
#include "core/domain/ids.h"
#include "core/store/value.h"

#include <span>

namespace duedesk {

template <class T> struct Column {
    const char* name;
    Value (*get)(const T&);
    bool (*set)(T&, const Value&);
    // Added by a later migration: a row that holds the default has the digest it had before there was such a column.
    bool later = false;
};

template <class T> struct Record; // table, columns()

// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
#define DUEDESK_RECORD(Type)                                                                                           \
    template <> struct Record<Type> {                                                                                  \
        static const char* const table;                                                                                \
        static std::span<const Column<Type>> columns();                                                                \
    };
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

// f.operator()<T>() for every record type, in the order of RecordTypes.
template <class F> void forEachRecordType(F&& f)
{
    [&]<class... T>(std::tuple<T...>*) { (f.template operator()<T>(), ...); }(static_cast<RecordTypes*>(nullptr));
}

template <class T> std::vector<Value> valuesOf(const T& row)
{
    std::vector<Value> out;
    for (const Column<T>& c : Record<T>::columns())
        out.push_back(c.get(row));
    return out;
}

// "id,name,..." and "?1,?2,..." of a table.
template <class T> std::string columnList()
{
    std::string s;
    for (const Column<T>& c : Record<T>::columns())
        s.append(s.empty() ? "" : ",").append(c.name);
    return s;
}
template <class T> std::string parameterList()
{
    std::string s;
    for (std::size_t i = 1; i <= Record<T>::columns().size(); ++i)
        s.append(s.empty() ? "?" : ",?").append(std::to_string(i));
    return s;
}
template <class T> std::string assignmentList() // all but the id, which is parameter 1
{
    std::string s;
    int i = 0;
    for (const Column<T>& c : Record<T>::columns())
        if (++i > 1)
            s.append(s.empty() ? "" : ",").append(c.name).append("=?").append(std::to_string(i));
    return s;
}

} // namespace duedesk
