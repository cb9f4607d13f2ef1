// Ctrl+G: finds customers, invoices, people and amounts in a book by what somebody remembers of them. A pure
// function over the book; bounded, so that it answers while typing.
#pragma once
#include "core/domain/book.h"

namespace duedesk {

struct Found {
    enum class Kind : std::uint8_t { Customer, Debit, Contact } kind;
    std::uint32_t row;      // customer, debit or contact row
    std::uint32_t customer; // customer row it belongs to
    QString title, detail;  // "Harbor Freight Lines", "C000214 · Key"
};

// Best first: ids and numbers that are equal, then names that begin with it, then what contains it. `d` says what
// is open. At most `limit`; nothing for an empty text.
std::vector<Found> findInBook(const Book& book, Date d, const QString& text, std::size_t limit = 40);

} // namespace duedesk
