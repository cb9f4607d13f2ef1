// The filter language of every list: space = and, "-" negates, field:value, >10k and <5m on open base, a bare
// word = name or number. Parsed once, then matched over rows without allocation.
//
// A field holds when its text equals the value, letters' case and accents aside ("_" stands for a blank);
// value* = begins with it; field:(none) or field:"" = there is no value; "field:" alone asks nothing yet.
// Quotes keep blanks together: owner:"Ann Lee". Words match anywhere in a name, customer id, item or PO number.
#pragma once
#include "core/base/error.h"
#include "core/domain/book.h"

#include <QStringList>
#include <functional>

namespace duedesk {

struct FilterTerm {
    enum class Kind : std::uint8_t { Word, Field, Above, Below } kind = Kind::Word;
    bool negated = false;
    bool prefix = false;   // value ended in "*"
    QString field;         // lower case, for Field
    QString value;         // folded for search; "" = no value
    std::int64_t amount = 0; // base minor units, for Above, Below
};

inline constexpr std::size_t mostFilterTerms = 100; // each costs a look at every row
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

// field, row -> text of a list's own column, or a null QString when the field is not its own.
using FilterText = std::function<QString(const QString& field, std::uint32_t row)>;

// Customer rows that match (lane and bucket terms are the caller's: see `extra`).
std::vector<std::uint32_t> filterCustomers(const Book& book, std::vector<std::uint32_t> rows, const Filter& f,
                                           const FilterText& extra,
                                           const std::function<std::int64_t(std::uint32_t row)>& openBase);
// Debit rows among `rows` that match on day D. `extra` answers fields that are not the item's or its customer's
// (lane), by debit row.
std::vector<std::uint32_t> filterItems(const Book& book, Date d, std::vector<std::uint32_t> rows, const Filter& f,
                                       const FilterText& extra = {});

} // namespace duedesk
