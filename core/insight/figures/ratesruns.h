// Which days of a trend can share one pass over the book: those between which no exchange rate that the
// book's lines need has changed.
#pragma once
#include "core/domain/book.h"

namespace duedesk {

// `days` in runs of equal rates, in their order. `single`: each day by itself.
std::vector<std::vector<Date>> runsOfRates(const Book& book, const std::vector<Date>& days, bool single);

} // namespace duedesk
