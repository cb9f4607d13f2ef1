// Makes the practice book on disk, the way a real one comes to be: files imported, talks logged.
#pragma once
#include "core/base/error.h"
#include "core/practice/sample.h"

namespace duedesk {

// A sentence about what was made. `options.today` is taken from `now`. Refuses an existing path.
Result<QString> createSampleBook(const QString& path, SampleOptions options, Instant now, const QString& user);

} // namespace duedesk
