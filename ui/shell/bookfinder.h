// Ctrl+G in words: what a hit is, what it belongs to and where it is shown.
#pragma once
#include "core/domain/ids.h"
#include "core/insight/find/finder.h"

namespace duedesk {

struct FoundRow {
    QString title, detail; // "INV-0077", "Invoice · Harbor Freight Lines · 1,234.50 USD, open"
    CustomerId customer;   // whose account shows it
    Table table;           // what to point at there
    std::int64_t id;
};
FoundRow foundRow(const Book& book, Date d, const Found& found);

} // namespace duedesk
