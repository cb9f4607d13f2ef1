// What a file is when it is neither delimited text nor a workbook: the first bytes of the kinds that people take for one.
// So that the refusal says "an old Excel workbook" and what to do, and not which byte is odd.
#pragma once
#include "core/base/error.h"

#include <optional>
#include <string_view>

namespace duedesk {

// The refusal of such a file by its first bytes; none when it may be text.
std::optional<Error> notDelimited(const QString& path, std::string_view head);

} // namespace duedesk
