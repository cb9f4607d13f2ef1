// Where settlements come from, as far as the ledger does not hold it: the reference a file gave a write-off, which ones
// were made by hand, and which allocations of files people took back. An import is given it beside the book, because it
// must know before it takes a row for a new one.
#pragma once
#include "core/base/id.h"

#include <cstdint>
#include <string>
#include <vector>

namespace duedesk {

// Of a write-off that is in the book.
struct WriteOffOrigin {
    WriteOffId id;
    bool byHand = false; // and in no file so far
    std::string text; // its file's reference, "" = it gave none; or why it was made by hand
    bool operator==(const WriteOffOrigin&) const = default;
};

// Of an allocation that came with a file and that somebody took back; the lines it named, as they are now.
struct TakenBack {
    DebitId debit;
    CreditId credit;
    std::int32_t date = 0; // its own
    std::int64_t amount = 0;
    bool operator==(const TakenBack&) const = default;
};

struct LineOrigins {
    std::vector<WriteOffOrigin> writeOffs; // by id
    std::vector<TakenBack> takenBack;
};

} // namespace duedesk
