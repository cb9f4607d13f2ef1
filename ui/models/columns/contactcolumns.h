// Columns of the list of contacts: rows are lines of contact health.
#pragma once
#include "core/lists/contactlist.h"
#include "ui/models/column.h"

#include <memory>

namespace duedesk {

// What the columns read besides the book; swapped when the model is reset.
struct ContactBox {
    std::shared_ptr<const ContactHealth> now;
    const ContactLine& line(std::uint32_t row) const { return now->lines[row]; }
};
using ContactBoxPtr = std::shared_ptr<ContactBox>;

std::vector<Column> contactColumns(const ContactBoxPtr& box); // the ids of contactList()
// The contact's id; below zero that of a payer without any.
std::int64_t contactLineId(const Book& book, const ContactLine& line);

} // namespace duedesk
