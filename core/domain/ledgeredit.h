// One change of a ledger being worked out: which chunks it writes, what becomes of the debits and credits it touches, and
// whether the equations still hold. Ledger::with() is its only user.
#pragma once
#include "core/domain/book.h"
#include "core/domain/ledgerparts.h"

#include <map>
#include <set>

namespace duedesk {

class LedgerEdit {
public:
    LedgerEdit(const Ledger& before, const Rows<Customer>& customers, const Rows<Company>& companies);
    // Call once.
    Result<std::shared_ptr<const Ledger>> run(const PostedChange& change);

private:
    void takeOut(const PostedLines& lines);
    void takeOut(const PostedCredit& c);
    void takeOut(const PostedDebit& d);
    void putIn(const PostedLines& lines);
    void putIn(const PostedCredit& c);
    void putIn(const PostedDebit& d);
    void putIn(const PostedAllocation& a);
    void putIn(const PostedWriteOff& w);
    void unsettle(DebitId debit, std::uint32_t creditRow, std::int64_t id);
    void settle(std::uint32_t debit, Settlement s, const QString& number);
    void findReversals();
    void workOutDebits();
    void workOutChunk(DebitChunk& c, std::uint32_t base);
    void workOutDebit(DebitChunk& c, std::uint32_t i, const std::vector<Settlement>& effective);
    void workOutCredits();
    void workOutCredit(CreditChunk& c, std::uint32_t i, const std::vector<std::uint32_t>& debits);
    std::vector<std::uint32_t> debitsOfCredit(std::uint32_t credit) const;
    std::vector<Settlement>& settlementsOf(std::uint32_t debit);
    DebitChunk& debitChunk(std::uint32_t chunk);
    CreditChunk& creditChunk(std::uint32_t chunk);
    std::optional<std::uint16_t> companyNumber(CompanyId id);
    std::optional<std::uint16_t> code(Dictionary& texts, const QString& text);
    void refuse(const QString& what, QStringView field);

    const Rows<Customer>& m_customers;
    const Rows<Company>& m_companies;
    std::shared_ptr<Ledger> m_next;
    std::map<std::uint32_t, std::shared_ptr<DebitChunk>> m_debitChunks; // copies that are written, by number
    std::map<std::uint32_t, std::shared_ptr<CreditChunk>> m_creditChunks;
    std::map<std::uint32_t, std::vector<Settlement>>
        m_settlements; // of touched debits, whether they take effect or not
    std::map<std::uint32_t, std::set<std::uint32_t>> m_pairs; // touched credits: debits that came or went
    std::set<std::uint32_t> m_reversed; // credits whose reversal came or went
    std::optional<Error> m_error;
};

} // namespace duedesk
