// The talks of the practice book, held the way real ones are: each is a command decided against the book of its day.
#pragma once
#include "core/practice/sample.h"
#include "core/store/bookstore.h"

namespace duedesk {

// Logs the talks on their days, moved back to a business day where needed; how many were held. A talk that the rules of
// its day refuse did not happen.
Result<int> holdTalks(BookStore& store, const std::vector<SampleTalk>& talks, const QString& user);

} // namespace duedesk
