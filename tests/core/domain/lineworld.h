// A model of posted lines for tests: maps by id, changes that fit, and the ledger that follows them beside the one that
// is built anew. Every random choice comes from the seed.
#pragma once
#include "core/domain/book.h"
#include "core/domain/ledgerbuilder.h"

#include <map>
#include <random>

namespace duedesk {

struct Lines {
    std::map<std::int64_t, PostedDebit> debits;
    std::map<std::int64_t, PostedCredit> credits;
    std::map<std::int64_t, PostedAllocation> allocations;
    std::map<std::int64_t, PostedWriteOff> writeOffs;
    bool operator==(const Lines&) const = default;
};

class LineWorld {
public:
    LineWorld(std::uint32_t seed, int debits, int credits);
    const Lines& lines() const { return m_lines; }
    const Ledger& ledger() const { return *m_ledger; }
    PostedChange anyChange(); // one that fits
    PostedDebit anyDebit();
    void apply(const PostedChange& change);
    QString error() const { return m_error; } // of the last apply()
    // Whether the ledger refuses a change exactly when it cannot be built anew with it.
    bool agreesOn(const PostedChange& change) const;
    PostedChange anyBoldChange(); // a settlement that often asks for too much
    QString difference() const; // empty where the ledger is the one built anew

private:
    std::int64_t pick(std::int64_t from, std::int64_t to)
    {
        return from + std::int64_t(m_random() % std::uint64_t(to - from + 1));
    }
    template <class Map> const typename Map::mapped_type* anyOf(const Map& map);
    Currency anyCurrency();
    PostedCredit anyCredit();
    void settleSomething(PostedChange& out);
    void unsettleSomething(PostedChange& out);
    void reverseSomething(PostedChange& out);
    void retractSomething(PostedChange& out);
    Result<std::shared_ptr<const Ledger>> built(const Lines& lines) const;
    std::int64_t leastOpen(const PostedDebit& d) const;
    std::int64_t unapplied(const PostedCredit& c) const;
    std::int32_t reversedOn(CreditId id) const;

    std::mt19937_64 m_random;
    Rows<Customer> m_customers;
    Rows<Company> m_companies;
    Lines m_lines;
    std::shared_ptr<const Ledger> m_ledger;
    std::int64_t m_next = 1;
    QString m_error;
};

} // namespace duedesk
