// The live lines of a ledger in the order of the file, for what merges or prints them.
#pragma once
#include "core/domain/ledger.h"

namespace duedesk {

// Live rows in the order of their ids, which is that of the file: lines that came one by one may stand in another.
std::vector<std::uint32_t> debitsById(const Ledger& l);
std::vector<std::uint32_t> creditsById(const Ledger& l);

} // namespace duedesk
