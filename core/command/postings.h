// Commands that post: what was written off, which money settles which invoice, what is charged beside an invoice.
// They add and take back lines of the ledger; nothing that was posted is changed.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <vector>

namespace duedesk {

class Book;
struct Ledger;

// Fields of the errors: invoice, amount, reason, date.
struct WriteOff {
    DebitId debit;
    std::int64_t amount = 0; // minor units of the invoice's currency
    QString reason;
    Date date;               // invalid = today
};

// Money that is there already goes to invoices. Fields: credit, invoice, currency, amount, date.
struct Allocate {
    struct Line {
        DebitId debit;
        std::int64_t amount = 0; // 0 = as much as is left and open
    };
    CreditId credit;
    std::vector<Line> lines; // each invoice once
    Date date;               // invalid = today
};

// What of the credit settles this invoice is free again, on every day: the lines are retracted. Fields: credit, invoice.
struct Unallocate {
    CreditId credit;
    DebitId debit;
};

// A finance charge or a fee. Fields: customer, company, number, currency, amount, date, due, reason.
struct Charge {
    CustomerId customer;
    CompanyId company; // none = of no company
    QString number;
    Currency currency;
    std::int64_t amount = 0;
    Date date; // invalid = today
    Date due; // invalid = by the customer's terms, else the policy's
    QString reason;
};

// The least that is open of a debit on `from` or a later day: what may still be settled from then on.
std::int64_t openFrom(const Ledger& l, std::uint32_t debitRow, Date from);
// What of a credit is allocated to nothing; 0 for what is no money to apply: reversals and recoveries.
std::int64_t unallocated(const Ledger& l, std::uint32_t creditRow);
// Whether money of one may settle items of the other: one payer, or one parent above both.
bool paysFor(const Book& book, std::uint32_t creditCustomer, std::uint32_t debitCustomer);

} // namespace duedesk
