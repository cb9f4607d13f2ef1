// The invoices that a promise, a plan or a dispute is for: what may be chosen, and how an amount is spread over them.
#pragma once
#include "core/command/common.h"

namespace duedesk {

struct OpenDebit {
    DebitId id;
    std::int32_t due;
    std::int64_t open; // minor units
};
// The payer's open items in a currency, oldest due first.
std::vector<OpenDebit> openDebits(const Book& book, std::uint32_t payer, Currency currency, Date today);

struct LineWish {
    std::int64_t amount = 0; // minor units of `currency`
    Currency currency;
    std::vector<PromiseLine> ticked; // amounts of zero are filled oldest due first; empty = oldest due first
    bool onAccount = false;          // no lines at all
};
// The lines of an agreement: Σ = amount, each at most what is open. Fields of errors: amount, invoices.
Result<std::vector<PromiseLine>> agreedLines(const LineWish& wish, const std::vector<OpenDebit>& open);

bool sharesLine(const std::vector<PromiseLine>& a, const std::vector<PromiseLine>& b);

// Promises of the payer that are still open end where one of these lines is theirs: replaced by `by` (none = by a
// plan). `remarks` gets a sentence for each.
void replacePromises(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                     const std::vector<PromiseLine>& lines, Currency currency, PromiseId by, Date today);

} // namespace duedesk
