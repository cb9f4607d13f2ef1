// Rows of payments, credit notes applied, write-offs and reversals: rows of one reference make up one posting
// (paymentrows.cpp), and when all are read they apply in the order of their days (paymentparts.cpp).
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class PaymentRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void reserve(std::size_t rows) override;
    void row(RowCells& cells) override;
    // When all files are read. `goOn` hears the share done and says false to stop.
    void finish(const std::function<bool(double)>& goOn);

private:
    enum class PaymentKind : std::uint8_t { Payment, CreditNote, WriteOff, Deposit, Reversal, Recovery };
    struct PaymentRow {
        std::uint32_t group = 0;
        std::uint32_t item = noRow;
        std::uint32_t line = 0;
        std::int32_t day = 0;
        std::optional<std::int64_t> allocated;
        std::uint16_t file = 0;
        bool dropped = false;
    };
    struct PaymentGroup {
        std::string_view reference;
        std::int64_t amount = 0;
        std::int64_t allocated = 0; // sum of what the rows give
        std::int64_t used = 0; // applied so far, by this call and in the book
        std::uint32_t customer = noRow, company = 0;
        std::uint32_t credit = noRow; // once known
        std::uint32_t firstLine = 0;
        std::int32_t day = farFuture, cleared = -farFuture;
        std::uint16_t currency = 0, file = 0;
        PaymentKind kind = PaymentKind::Payment;
        bool known = false, customerGiven = false, bad = false, payersDiffer = false;
    };
    static CreditKind creditKindOf(PaymentKind kind);
    bool readPaymentKind(RowCells& cells, PaymentKind& kind);
    std::uint32_t groupOf(RowCells& cells, std::string_view reference, PaymentKind kind, std::uint32_t payer,
                          std::int64_t amount, Currency currency, bool& ok);
    std::vector<std::uint32_t> byDay() const;
    void fetchAhead(const std::vector<std::uint32_t>& order, std::size_t at) const;
    void settlePayers();
    void checkSums();
    void resolveCredits();
    void applyRow(PaymentRow& r);
    void applyAllocation(PaymentRow& r, PaymentGroup& g);
    void applyWriteOff(PaymentRow& r, PaymentGroup& g);
    void applyReversal(PaymentRow& r, PaymentGroup& g);
    bool matchesBook(const PaymentRow& r, std::uint32_t bookCredit);
    bool staysTakenBack(const PaymentRow& r, const PaymentGroup& g);
    void sayClipped(const PaymentRow& r, const PaymentGroup& g, std::int64_t open, std::int64_t left,
                    std::int64_t amount);
    // Write-offs (writeoffs.cpp).
    enum class Likeness : std::uint8_t { Named, NamedPart, Unnamed, UnnamedPart, MadeByHand };
    void matchWriteOffs(const std::vector<std::uint32_t>& order);
    bool findWriteOff(std::uint32_t at, Likeness how);
    void confirmWriteOff(PaymentRow& r, const PaymentGroup& g, const HandPostings::WriteOff& made, std::int64_t open);
    void tellConfirmed();
    using BadGroups = std::unordered_map<std::uint32_t, Complaint>;
    void dropGroups(const BadGroups& bad);
    void rejectRow(PaymentRow& r, Complaint c);
    std::uint32_t onlyCredit(PaymentRow& r, const PaymentGroup& g, CreditKind kind);
    void countRow(const PaymentRow& r, Took t) { m_tally.took(r.file, t); }

    std::vector<PaymentRow> m_payments;
    std::vector<PaymentGroup> m_groups;
    HashIndex m_groupIndex;
    // Rows that are in the book; where it has them by hand, what was made.
    std::unordered_map<std::uint32_t, std::optional<HandPostings::WriteOff>> m_standsFor;
    std::unordered_set<std::uint64_t> m_matched; // settlements of the book that a row of this call stands for
};

} // namespace duedesk
