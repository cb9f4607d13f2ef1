// Go to anything: customers, people, items, payments and promises by what somebody remembers of them. A pure function over
// the book, bounded, so that it answers while typing.
#pragma once
#include "core/domain/book.h"

namespace duedesk {

struct Found {
    enum class Kind : std::uint8_t { Customer, Contact, Debit, Credit, Promise };
    enum class By : std::uint8_t { Id, Name, Email, Phone, Number, PoNumber, Reference, Amount };
    Kind kind;
    By by;
    std::uint32_t row; // of its kind: customer, contact, debit, credit or promise row
    std::uint32_t customer; // customer row it belongs to
    int rank; // 0 = what was typed is its very id; higher = less likely meant
    Date day; // of the document; of equal rank the newest comes first
};

// Best first: ids and numbers that are equal, then names that begin with it, people, then what contains it; items that
// are open on `d` before those that are settled. Phones match by their digits, however written, with or without the
// country. An amount matches in any currency and in the usual notations: what an item was or has open, payments, promises.
// At most `limit`; nothing for an empty text.
std::vector<Found> findInBook(const Book& book, Date d, const QString& text, std::size_t limit = 40);

// The amounts that a text may mean, as digits and how many of them are decimals: "1,250" = {1250, 0} and {1250, 3}.
struct TypedAmount {
    std::int64_t digits = 0;
    int decimals = 0;
    bool operator==(const TypedAmount&) const = default;
};
std::vector<TypedAmount> typedAmounts(const QString& text);

} // namespace duedesk
