// Disputes of a day as a worklist: short payments to take up first, then what is contested by overdue target and
// money, and the small residues for the month's write-off.
#pragma once
#include "core/insight/agreements/disputes.h"
#include "core/insight/agreements/shortpayments.h"

namespace duedesk {

enum class DisputeRowKind : std::uint8_t { Deduction, Dispute, Residue };

struct DisputeLine {
    DisputeRowKind kind = DisputeRowKind::Dispute;
    std::uint32_t dispute = noRow; // row of the dispute; noRow = a short payment
    std::uint32_t debit = noRow;   // debit row
    std::uint32_t payer = noRow;   // customer row
    DisputeStanding standing;      // of disputes; of a short payment its age alone
    std::int64_t open = 0;         // contested, or the residue; minor units of the item
    std::int64_t openBase = 0;
    Words reason;                  // as they say it; of a short payment why it is guessed
    DisputeReason guess = DisputeReason::Other;
    Date day;                      // opened, or paid short
    // Stable over days: tells disputes and items apart.
    std::int64_t key(const Book& book) const;
    // Where it stands: "paid short", "to write off", "overdue", "in work", how it was resolved. The code, for filters, and
    // what is shown.
    QString stateName(const Book& book) const;
    Words stateWords(const Book& book) const;
};

struct DisputeBoard {
    Date day;
    std::vector<DisputeLine> lines; // deductions, unresolved, resolved (latest first), residues
    DisputeFigures figures; // of the last 90 days
    std::int64_t deductionsBase = 0, residuesBase = 0;
};
DisputeBoard disputeBoard(const Book& book, Date d);
// The disputes alone, resolved ones too, in the order they were opened in the book.
std::vector<DisputeLine> disputeLines(const Book& book, Date d);

} // namespace duedesk
