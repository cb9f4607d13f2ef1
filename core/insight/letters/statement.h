// A statement of open items as values: what one payer and its sites owe on a day, in whose books, with what is disputed,
// promised and not yet matched shown and nothing netted. Print, mail and command line show these same values.
#pragma once
#include "core/base/money.h"
#include "core/domain/book.h"

#include <map>

namespace duedesk {

struct StatementItem {
    DebitId debit;
    CustomerId customer; // the site; its payer is the statement's
    QString site; // its name where it is not the payer itself
    QString number, poNumber;
    DebitKind kind = DebitKind::Invoice;
    std::uint16_t company = noCompany;
    Date date, due;
    int daysLate = 0; // > 0 = past due
    Currency currency;
    std::int64_t amount = 0, open = 0, disputed = 0, promised = 0;
};

struct StatementTotal { // of one currency
    std::int64_t open = 0, pastDue = 0, disputed = 0, unapplied = 0;
    std::int64_t balance() const { return open - unapplied; }
};

struct AccountStatement {
    CustomerId payer;
    QString payerId, payerName, payerAddress;
    ContactId contact;
    QString contactName;
    Date day;
    Date cashThrough; // the earliest over its companies; invalid = none known
    QString company; // ours: the one most items stand in
    QString letterhead;
    std::vector<StatementItem> items; // by currency, due date, number
    std::map<Currency, StatementTotal> totals; // of the currencies open or unapplied
};

// All open items of the payer at D, or only `debits`. InputRejected where a debit is not one of its open items or the
// contact is not of its group; every line is checked to be the payer's own before it is returned (it throws otherwise).
Result<AccountStatement> statementOf(const Book& book, CustomerId payer, ContactId contact, Date d,
                                     const std::vector<DebitId>& debits = {});

} // namespace duedesk
