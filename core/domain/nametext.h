// The one rule for names of people, customers, calendars: all of a name is seen, and one that shows nothing is none.
// Imports and gestures ask the same; joiners and marks of direction, which scripts and emoji need, are let through.
#pragma once
#include <QString>

namespace duedesk {

// Where the first character stands that no name may hold: control characters, separators of lines, overrides of direction,
// blanks of no width, soft hyphens, what is no character. -1 = none.
qsizetype hiddenInName(const QString& name);
// Nothing of it can be seen: empty, blanks, characters that leave no mark.
bool saysNothing(const QString& text);

} // namespace duedesk
