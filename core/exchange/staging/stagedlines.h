// Posted lines while files are staged: items and credits of the book, then those of this call, by one numbering, and what
// is open of them. An item is a debit: a row of the book, or book rows + staged row.
#pragma once
#include "core/exchange/staging/handpostings.h"
#include "core/exchange/staging/parties.h"

#include <unordered_map>
#include <unordered_set>

namespace duedesk {

// Of an item by number and customer slot.
inline std::uint64_t itemHash(std::string_view number, std::uint32_t customer)
{
    return hashBytes(number, (std::uint64_t(customer) + 1) * 0x9e3779b97f4a7c15ULL);
}

// A row of an invoice file as it was read.
struct LineDraft {
    std::string_view number, po;
    std::uint32_t customer = noRow, company = 0;
    Currency currency;
    bool creditNote = false;
    DebitKind kind = DebitKind::Invoice;
    std::int32_t date = 0, due = 0, service = -farFuture, delivered = -farFuture;
    DueSource dueSource = DueSource::Given;
    int terms = -1;
    std::int64_t amount = 0;
    std::optional<std::int64_t> net; // of the same sign as the amount was, without it
    std::uint16_t product = 0, format = 0;
    std::int32_t paidDate = -farFuture;
    std::optional<std::int64_t> paidAmount;
    bool disputed = false;
    std::optional<PayerState> payerState;
};

class StagedLines {
public:
    StagedLines(const Book& book, IdSource& ids, StageTally& tally, Parties& parties, HandPostings& hand);
    void load(); // the book's, once
    void startFile(); // the tally's; its invoices come now
    void reserve(std::size_t rows);

    // Items.
    std::uint32_t bookItems() const { return m_book.ledger().debitCount; }
    std::string_view itemNumber(std::uint32_t item) const;
    std::uint32_t itemCustomer(std::uint32_t item) const;
    std::uint32_t itemCompany(std::uint32_t item) const;
    DebitKind itemKind(std::uint32_t item) const;
    Currency itemCurrency(std::uint32_t item) const;
    std::int64_t itemAmount(std::uint32_t item) const;
    std::int32_t itemDate(std::uint32_t item) const;
    DebitId itemId(std::uint32_t item) const;
    std::uint32_t itemLine(std::uint32_t stagedRow) const { return m_itemLines[stagedRow]; }
    std::uint16_t fileOf(std::uint32_t stagedRow) const; // row of StagedReport::files
    std::uint32_t replaces(std::uint32_t item) const // the book row that a staged item stands for; noRow = none
    {
        return item < bookItems() || m_itemReplaces.empty() ? noRow : m_itemReplaces[item - bookItems()];
    }
    std::uint32_t inBook(std::uint32_t item) const // the book row it is, or stands for; noRow = none
    {
        return item == noRow || item < bookItems() ? item : replaces(item);
    }
    std::uint32_t findItem(std::string_view number, std::uint32_t customer, std::uint32_t company,
                           DebitKind kind) const;
    // The invoice a row names: the payer's own first, then one of a customer it pays for, then the only one of that
    // number; noRow where it names none. False after rejecting the row.
    bool resolve(RowCells& cells, std::uint32_t payer, std::uint32_t& item);
    std::uint32_t addDebit(const LineDraft& d, std::int64_t line);
    // Texts of the book and those of this call share one numbering of 16 bits once they are posted.
    std::uint16_t productCode(std::string_view text);
    std::uint16_t formatCode(std::string_view text);

    // Those that are posted already.
    void keepAbsent(RowCells& cells, LineDraft& d, std::uint32_t bookItem);
    bool sameDebit(const LineDraft& d, std::uint32_t item) const;
    bool replaceDebit(RowCells& cells, const LineDraft& d, std::uint32_t bookItem, std::uint32_t& item);
    bool replaceCredit(RowCells& cells, const LineDraft& d, std::uint32_t bookCredit);
    void repoint(); // when all is staged: records that name a replaced line

    // Credits.
    std::uint32_t bookCredits() const { return m_book.ledger().creditCount; }
    CreditKind creditKind(std::uint32_t credit) const;
    std::string_view creditReference(std::uint32_t credit) const;
    std::uint32_t creditCustomer(std::uint32_t credit) const;
    std::uint32_t creditCompany(std::uint32_t credit) const;
    std::int64_t creditAmount(std::uint32_t credit) const;
    std::int32_t creditDate(std::uint32_t credit) const;
    Currency creditCurrency(std::uint32_t credit) const;
    CreditId creditId(std::uint32_t credit) const;
    std::uint32_t addCredit(CreditKind kind, std::uint32_t customer, std::uint32_t company, Currency currency,
                            std::int32_t day, std::int64_t amount, std::string_view reference, std::int32_t cleared,
                            bool indexed = true); // not indexed: the reference is kept already, its payment finds it
    // By reference and customer (noRow = whoever is the only one).
    std::vector<std::uint32_t> findCredits(std::string_view reference, std::uint32_t customer, CreditKind kind) const;

    // Sums.
    // What is open of an item for something taking effect at `day` or later, all that is staged counted.
    std::int64_t openFor(std::uint32_t item, std::int32_t day) const;
    std::int32_t effective(std::uint32_t item, std::uint32_t credit, std::int32_t day) const; // noRow = no credit
    std::int64_t appliedBefore(std::uint32_t credit); // by what is posted
    void settle(std::uint32_t item, CreditId credit, std::int32_t day, std::int64_t amount,
                std::string_view reason = {});
    // A file's row is the write-off made by hand before, and takes its place: under its own reference, on its own day.
    void confirm(std::uint32_t item, const HandPostings::WriteOff& made, std::int32_t day, std::string_view reference);
    void reverse(std::uint32_t credit, std::int32_t day);
    std::optional<std::int32_t> reversedOn(std::uint32_t credit) const; // by this call
    void prefetch(std::uint32_t item) const; // it is asked for soon

private:
    std::uint16_t code(Dictionary& d, TextIndex& index, const Dictionary& posted, std::string_view text);
    bool leavesWrittenOff(RowCells& cells, const LineDraft& d, std::uint32_t bookItem, std::int64_t settled);
    void carrySettlements(std::uint32_t bookItem, std::uint32_t item);
    std::int64_t appliedInBook(std::uint32_t bookCredit);
    void take(std::uint32_t item, std::int64_t amount);
    void indexSettlements();

    const Book& m_book;
    IdSource& m_ids;
    StageTally& m_tally;
    Parties& m_parties;
    HandPostings& m_hand;
    bool m_loaded = false;
    HashIndex m_items, m_credits;
    HashIndex m_itemsByNumber;
    std::uint32_t m_itemsByNumberCount = 0;
    std::vector<std::uint32_t> m_itemLines; // of staged debits
    std::vector<std::uint32_t> m_itemReplaces; // book row that a staged debit replaces; noRow = none. Empty = none does
    std::vector<std::int64_t> m_taken; // of staged debits, by this call
    std::unordered_map<std::uint32_t, std::int64_t> m_takenInBook; // of book debits, by this call
    std::unordered_set<std::uint32_t> m_replacedItems, m_replacedCredits; // book rows
    std::vector<std::uint32_t> m_stagedCompany, m_stagedCreditCompany, m_stagedCustomer, m_stagedCreditCustomer;
    std::unordered_map<std::uint32_t, std::uint32_t> m_creditReplacedBy; // book credit -> staged one
    std::unordered_map<std::uint32_t, std::int64_t> m_carriedApplied; // of staged credits that replace one
    std::vector<std::int64_t> m_appliedInBook; // per book credit; empty until asked for
    std::unordered_map<std::uint32_t, std::int32_t> m_reversed; // credit -> day, by this call
    HashIndex m_settlementsByCredit; // staged ones, by the credit's id; made when a payment is taken back
    std::uint32_t m_settlementsIndexed = 0;
    std::unordered_map<std::int64_t, std::uint32_t> m_stagedItems; // by id of the debit, likewise
    std::unordered_map<std::uint32_t, std::uint32_t> m_carriedWriteOffs; // of the book -> staged settlement
    std::unordered_map<std::int64_t, DebitId> m_repointed; // posted line -> the one that replaces it
    TextIndex m_productTexts, m_formatTexts;
    std::vector<std::pair<std::uint32_t, std::uint16_t>> m_itemFiles; // first staged debit of a file, the file
};

} // namespace duedesk
