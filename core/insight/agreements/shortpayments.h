// Short payments: what a payment left on an invoice nobody promised anything for. Up to a share of the invoice it is
// taken for a deduction with a guessed reason; a small residue is proposed for the month's write-off instead.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"
#include "core/insight/figures/segment.h"

namespace duedesk {

struct ShortPayment {
    std::uint32_t debit = noRow;    // debit row
    std::uint32_t payer = noRow;    // customer row
    std::int64_t residue = 0;       // open on D, minor units of the item
    std::int64_t residueBase = 0;   // at the rate of D
    Date paidOn;                    // the latest payment that it is left by
    std::int64_t shareE4 = 0;       // of the invoice, ten-thousandths
    DisputeReason guess = DisputeReason::Deduction;
    Words why;                      // "3 % of the invoice: looks like a discount"
};
struct ShortPayments {
    std::vector<ShortPayment> deductions; // by money in base, then number
    std::vector<ShortPayment> small;      // under the policy's smallest residue: for the monthly write-off
    std::int64_t deductionsBase = 0, smallBase = 0;
    std::vector<MissingRate> missing;     // left out: without a rate nothing is small or large
};
// A residue counts where it is at most deductionPercent of the item, a payment has left it, no promise in force and no
// plan on schedule names the item, and no dispute was ever opened about it since that payment.
ShortPayments shortPayments(const Book& book, Date d);

// By when a deduction taken up now is to be answered.
Date deductionDeadline(const Book& book, Date today);

} // namespace duedesk
