// The filter language over lists whose rows are neither customers nor items: words and customer fields ask the payer,
// the list's own fields ask the row.
#pragma once
#include "core/insight/find/filtermatch.h"

namespace duedesk {

// `own`: the texts of one of the list's own fields, of which one must equal; none = it is a field of the customer.
// `words`: what a bare word is looked for in, besides the payer.
inline bool rowHolds(const Filter& f, const Book& book, std::uint32_t payer, std::int64_t base,
                     const std::function<std::optional<QStringList>(const QString& field)>& own,
                     const QStringList& words)
{
    const auto term = [&](const FilterTerm& t) {
        if (t.kind == FilterTerm::Kind::Word)
            for (const QString& word : words)
                if (filterFold(word).contains(t.value))
                    return true;
        if (t.kind == FilterTerm::Kind::Field)
            if (const auto texts = own(t.field))
                return texts->isEmpty()
                           ? filterEquals(t, {})
                           : std::ranges::any_of(*texts, [&](const QString& text) { return filterEquals(t, text); });
        FilterTerm plain = t;
        plain.negated = false;
        return !filterCustomers(book, {payer}, Filter{{plain}}, {}, [base](std::uint32_t) { return base; }).empty();
    };
    return std::ranges::all_of(f.terms, [&](const FilterTerm& t) { return term(t) != t.negated; });
}

// The customer's fields that make sense in such a list, and its own.
inline QStringList rowFilterFields(const QStringList& own)
{
    QStringList fields = customerFilterFields();
    for (const QString& name : own + QStringList{QStringLiteral("lane"), QStringLiteral("bucket")})
        fields.removeAll(name);
    return fields + own;
}

} // namespace duedesk
