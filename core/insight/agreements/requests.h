// What a payer waits for from us on a day: while something is open we owe them, and no dunning goes out.
#pragma once
#include "core/domain/book.h"

namespace duedesk {

// Open on D, the most urgent first: by the day we promised it for, then as asked.
std::vector<const CustomerRequest*> openRequests(const Book& book, std::uint32_t payer, Date d);

} // namespace duedesk
