// Reads the posted lines of a book straight from the row format into a LedgerBuilder: credits first, then debits
// with what settles them. Text is handed over as views, so nothing is copied twice.
#pragma once
#include "core/domain/book.h"
#include "core/domain/ledgerbuilder.h"
#include "core/store/database.h"

#include <memory>

namespace duedesk {

// A batch of debits in order of id, each with its settlements; views point into the batch's own text. It is handed
// from thread to thread by moving: a vector's bytes stay where they are then, the few of a short string do not. A copy
// would point into the original's text, so there is none.
struct DebitBatch {
    static constexpr std::size_t capacity = 4096;
    DebitBatch() = default;
    DebitBatch(DebitBatch&&) = default;
    DebitBatch& operator=(DebitBatch&&) = default;
    std::vector<DebitRow> rows;
    std::vector<std::uint32_t> first; // settlements of row i: [first[i], first[i+1])
    std::vector<SettlementRow> settlements;
    std::vector<char> text;
};

// What the rows' references and texts are resolved by.
struct LineContext {
    const Rows<Customer>& customers;
    const Rows<Company>& companies;
    const Rows<ImportBatch>& batches;
    QString zone; // of the book's days
    std::uint16_t companyNumber(std::int64_t id) const; // throws StoreFailure when unknown
    std::uint32_t customerRow(std::int64_t id) const;
};

// Texts that repeat, in the order of their codes.
void readTerms(Database& db, Dictionary& products, Dictionary& billingFormats);
void readCredits(Database& db, const LineContext& context, LedgerBuilder& builder);

class DebitReader {
public:
    DebitReader(Database& db, const LineContext& context);
    ~DebitReader();
    // Fills the batch (its memory is used again) with the next rows in order of id; false when there are no more.
    bool read(DebitBatch& batch);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace duedesk
