// Rows of invoices, debit notes, credit notes and charges: what they say, and the lines they become.
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class InvoiceRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void reserve(std::size_t rows) override;
    void row(RowCells& cells) override;
    void endFile(); // says what was not used of it

    // When all is applied (invoiceremarks.cpp).
    void tellWrittenOff();
    void openDisputes();
    void keepPayerStates();

private:
    bool readLine(RowCells& cells, LineDraft& d, std::string_view& customerId);
    bool readKind(RowCells& cells, LineDraft& d, std::int64_t amount);
    bool readDates(RowCells& cells, LineDraft& d);
    bool readNet(RowCells& cells, LineDraft& d);
    bool readPaid(RowCells& cells, LineDraft& d);
    bool readState(RowCells& cells, LineDraft& d);
    bool readOpen(RowCells& cells, LineDraft& d, std::int64_t amount);
    void readPayerStatus(RowCells& cells, LineDraft& d);
    bool deriveDue(RowCells& cells, LineDraft& d);
    void stageDebit(RowCells& cells, LineDraft& d);
    bool sameDocument(RowCells& cells, const LineDraft& d, std::uint32_t item);
    void stageCreditNote(RowCells& cells, LineDraft& d);
    bool checkPaidDate(RowCells& cells, const LineDraft& d, std::uint32_t item, bool& posted);
    void settleByPaidDate(RowCells& cells, const LineDraft& d, std::uint32_t item);

    std::vector<std::pair<std::uint32_t, std::int64_t>> m_disputed; // item, line
    std::vector<std::pair<std::uint32_t, PayerState>> m_payerStates; // item
    std::unordered_map<std::string, std::uint8_t> m_states; // words of the column status
    struct Listed {
        std::uint32_t item;
        std::int64_t line;
        std::uint16_t file;
    };
    std::vector<Listed> m_writtenOff; // unpaid in their file, and written off here
    std::int64_t m_unusedPaidDates = 0;
};

} // namespace duedesk
