// Builds a Ledger from posted lines, in one pass, and proves the ledger equations on the way: no debit
// settled beyond its amount, no credit applied beyond its amount, no settlement across currencies, on any day.
#pragma once
#include "core/base/error.h"
#include "core/domain/ledger.h"

#include <string_view>

namespace duedesk {

struct CreditRow {
    std::int64_t id = 0;
    CreditKind kind = CreditKind::Payment;
    std::uint32_t customer = noRow; // customer row; noRow = unknown payer
    std::uint16_t company = noCompany;
    std::uint16_t currency = 0;
    std::int32_t date = 0;
    std::int32_t clearedOn = -farFuture; // -farFuture = not given
    std::int32_t knownOn = farFuture;    // the day it came into the book: no cash is known beyond it
    std::int64_t amount = 0;
    std::string_view reference;
    std::int64_t reverses = 0; // id of the payment a reversal takes out; it must have been added before
};

struct SettlementRow {
    std::int64_t creditId = 0; // 0 = write-off
    std::int32_t date = 0;     // its own date; when it takes effect is worked out here
    std::int64_t amount = 0;
    std::int64_t id = 0; // of the allocation or write-off
};

struct DebitRow {
    std::int64_t id = 0;
    DebitKind kind = DebitKind::Invoice;
    DueSource dueSource = DueSource::Given;
    std::uint32_t customer = noRow;
    std::uint16_t company = noCompany;
    std::uint16_t currency = 0;
    std::uint16_t product = 0, billingFormat = 0; // codes of LedgerBuilder::products(), billingFormats()
    std::int16_t terms = -1;
    std::int32_t date = 0, due = 0;
    std::int32_t serviceDate = -farFuture, deliveredOn = -farFuture;
    std::int64_t amount = 0;
    std::int64_t netAmount = -1; // < 0 = not given
    std::string_view number, poNumber;
};

// Use: all credits in order of id (reversals after what they reverse), then all debits in order of id, each
// with its settlements in any order, then finish().
class LedgerBuilder {
public:
    explicit LedgerBuilder(std::uint32_t customerCount);
    Dictionary& products() { return m_ledger->products; }
    Dictionary& billingFormats() { return m_ledger->billingFormats; }

    void addCredit(const CreditRow& c);
    void addDebit(const DebitRow& d, std::span<const SettlementRow> settlements);
    // BookDamaged with the first line that breaks an equation, else the ledger. Call once.
    Result<std::shared_ptr<const Ledger>> finish();

private:
    // What a credit was applied to so far, and of the credit what its settlements ask: in one place, because debits name
    // credits in any order.
    struct Use {
        std::int64_t amount = 0;
        std::int32_t last = -farFuture; // latest day some of it takes effect
        std::uint32_t debits = 0; // how many
        std::uint32_t lastDebit = noRow; // row
        std::int32_t date = 0, reversedOn = farFuture;
        std::uint16_t currency = 0;
        CreditKind kind = CreditKind::Payment;
    };
    void settle(DebitChunk& c, std::uint32_t i, std::span<const SettlementRow> rows);
    bool isUsed(DebitChunk& c, std::uint32_t i, Settlement& s, std::int64_t creditId);
    void closeCredits();
    void groupDebits(CreditChunk& c, std::uint32_t base);
    void fillDebits();
    void groupByCustomer();
    void damaged(QString what);

    std::shared_ptr<Ledger> m_ledger;
    std::uint32_t m_customers;
    std::vector<std::shared_ptr<DebitChunk>> m_debits;
    std::vector<std::shared_ptr<CreditChunk>> m_credits;
    std::vector<Use> m_uses; // per credit row
    std::vector<Settlement> m_scratch;
    std::optional<Error> m_error;
};

} // namespace duedesk
