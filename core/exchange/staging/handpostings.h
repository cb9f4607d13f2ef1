// What people posted here, as rows of files meet it: write-offs that no file has confirmed so far, and allocations that
// were taken back. By rows of the book; every kind of row asks before it settles anything.
#pragma once
#include "core/domain/book.h"
#include "core/domain/lineorigins.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace duedesk {

class HandPostings {
public:
    // `origins` null: nothing is known of where lines come from, and none counts as made by hand.
    HandPostings(const Book& book, const LineOrigins* origins);

    struct WriteOff {
        std::uint32_t id = 0;
        std::int32_t day = 0;
        std::int64_t amount = 0;
    };
    // Of this debit (noRow has none): made here, and in no file yet, this call's included. By day.
    std::vector<WriteOff> unconfirmed(std::uint32_t debit) const;
    void confirm(std::uint32_t writeOff) { m_confirmed.insert(writeOff); }
    bool isByHand(std::uint32_t writeOff) const;
    // What its file called it, or why it was made by hand; "" = it had no reference, or none is known.
    std::string_view textOf(std::uint32_t writeOff) const;

    // Whether a row that gives `amount` (none = as much as is open) of this credit to this debit from that day on is one
    // that somebody took back. Each is met once.
    bool isTakenBack(std::uint32_t debit, std::uint32_t credit, std::int32_t from, std::optional<std::int64_t> amount);

private:
    const WriteOffOrigin* find(std::uint32_t writeOff) const;

    struct Gone {
        std::int32_t from;
        std::int64_t amount;
        bool met = false;
    };
    const Book& m_book;
    std::span<const WriteOffOrigin> m_origins;
    bool m_any = false; // made by hand
    std::unordered_set<std::uint32_t> m_confirmed;
    std::unordered_map<std::uint64_t, std::vector<Gone>> m_takenBack; // by debit and credit
};

} // namespace duedesk
