// The filter language of every list: space = and, "-" negates, field:value, >10k and <5m on open base, a bare
// word = name or number. Parsed once, then matched over rows without allocation.
#pragma once
#include "core/base/error.h"
#include "core/domain/book.h"

namespace duedesk {

struct FilterTerm {
    enum class Kind : std::uint8_t { Word, Field, Above, Below } kind = Kind::Word;
    bool negated = false;
    QString field;         // lower case, for Field
    QString value;         // folded for search
    std::int64_t amount = 0; // base minor units, for Above, Below
};

struct Filter {
    std::vector<FilterTerm> terms; // all must hold
    bool isEmpty() const { return terms.empty(); }
};
// `fields`: the names that are allowed. An unknown one is a Usage error that names those there are. `me` as a
// value becomes `user`.
Result<Filter> parseFilter(const QString& text, const QStringList& fields, Currency base, const QString& user);

// Fields of the customer that every list knows: owner, tier, region, industry, country, customer, lane, bucket …
QStringList customerFilterFields();
QStringList itemFilterFields();

// Customer rows that match (lane and bucket terms are the caller's: see `extra`).
// extra(field, row) -> text of a list's own column, or a null QString when the field is not its own.
std::vector<std::uint32_t> filterCustomers(const Book& book, std::vector<std::uint32_t> rows, const Filter& f,
                                           const std::function<QString(const QString& field, std::uint32_t row)>& extra,
                                           const std::function<std::int64_t(std::uint32_t row)>& openBase);
// Debit rows among `rows` that match on day D.
std::vector<std::uint32_t> filterItems(const Book& book, Date d, std::vector<std::uint32_t> rows, const Filter& f);

} // namespace duedesk
