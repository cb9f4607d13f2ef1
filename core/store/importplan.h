// A staged import put in the order of the tables, its references proved against the book it goes into, and the
// ledger that results built beside the writing: what is committed is known to satisfy the ledger equations.
#pragma once
#include "core/domain/book.h"
#include "core/domain/stagedimport.h"
#include "core/store/importnumbers.h"
#include "core/store/sha256.h"

#include <vector>

namespace duedesk {

// One posted line as its table holds it.
struct DebitFacts {
    std::int64_t id, customer, company;
    DebitKind kind;
    DueSource dueSource;
    std::int32_t date, due, serviceDate, deliveredOn; // -farFuture = none
    std::int16_t terms;                               // -1 = none
    std::string_view currency;
    std::int64_t amount, netAmount; // < 0 = none
    std::string_view number, poNumber, product, billingFormat;
};
struct CreditFacts {
    std::int64_t id, customer, company;
    CreditKind kind;
    std::int32_t date, clearedOn;
    std::string_view currency;
    std::int64_t amount;
    std::string_view reference;
    std::int64_t reverses;
};

// Digest of the posted lines of one batch: four streams, each in the order of its table.
class MoneyDigest {
public:
    void add(const DebitFacts& d);
    void add(const CreditFacts& c);
    void addAllocation(std::int64_t debit, std::int64_t id, std::int64_t credit, std::int32_t date,
                       std::int64_t amount);
    void addWriteOff(std::int64_t debit, std::int64_t id, std::int32_t date, std::int64_t amount,
                     std::string_view reason);
    Hash finish();

private:
    Sha256 m_debits, m_credits, m_allocations, m_writeOffs;
};

class ImportPlan {
public:
    // `numbers` has the ids that the rows get: all that comes out of a plan is numbered. `next` is the book with the
    // import's records, before its lines. Throws StoreFailure for a line that names what is not there.
    ImportPlan(const StagedImport& staged, const ImportNumbers& numbers, const Book& before, const Book& next);

    std::uint32_t debitCount() const { return std::uint32_t(m_debits.size()); }
    std::uint32_t creditCount() const { return std::uint32_t(m_credits.size()); }
    std::uint32_t settlementCount() const { return std::uint32_t(m_settlements.size()); }
    DebitFacts debit(std::uint32_t i) const; // in order of id
    CreditFacts credit(std::uint32_t i) const; // in order of id
    StagedSettlement settlement(std::uint32_t i) const; // in order of debit and id
    std::uint16_t productCode(std::uint32_t debit) const; // of the book
    std::uint16_t formatCode(std::uint32_t debit) const;
    // Texts that the book did not have: code and text.
    struct Term {
        int kind;
        std::uint16_t code;
        QString text;
    };
    const std::vector<Term>& newTerms() const { return m_newTerms; }

    Hash moneyDigest() const;
    // The ledger with the import's lines in and what it retracts out; an Error names the line that breaks an
    // equation. Not for imports that retract single settlements (canBuildLedger).
    bool canBuildLedger() const;
    Result<std::shared_ptr<const Ledger>> buildLedger() const;

private:
    void mapTerms();
    void checkReferences() const;
    void addCredits(LedgerBuilder& builder) const;
    void addDebits(LedgerBuilder& builder) const;
    DebitRow stagedRow(const StagedDebit& d) const;
    std::uint16_t companyNumber(CompanyId id) const;

    const StagedImport& m_staged;
    const ImportNumbers& m_numbers;
    const Book& m_before;
    const Book& m_next;
    std::vector<std::uint32_t> m_debits, m_credits, m_settlements; // staged rows in the order of their tables
    std::vector<std::uint16_t> m_products, m_formats; // staged code -> the book's
    std::vector<std::string> m_productTexts, m_formatTexts; // by staged code, UTF-8
    std::vector<Term> m_newTerms;
    std::vector<std::int64_t> m_goneDebits, m_goneCredits; // sorted
};

} // namespace duedesk
