// What a metric is to reach: of the targets in the book the one in force on a day.
#pragma once
#include "core/domain/book.h"

namespace duedesk {

// The last to become valid by D; null = none was set.
const Target* targetOf(const Book& book, const QString& metric, Date d);
// One for each metric that has any, by the metric's name.
std::vector<const Target*> targetsAt(const Book& book, Date d);

} // namespace duedesk
