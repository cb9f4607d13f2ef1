// What changed in the ledger of one payer while somebody looked at it: paid, part paid, bounced, new. So an import that
// lands during a call keeps people from asking for money that is there.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

namespace duedesk {

// One payer's lines as they stood: what is compared later, without keeping a whole book.
struct PayerSnapshot {
    struct Line {
        DebitId debit;
        std::int64_t open = 0; // minor units of the debit
        bool operator==(const Line&) const = default;
    };
    CustomerId payer;
    std::vector<Line> debits; // of the payer and the sites it pays for, dated by D; by id
    std::vector<CreditId> credits; // by id
    bool operator==(const PayerSnapshot&) const = default;
};
// `payer`: customer row.
PayerSnapshot payerSnapshot(const Book& book, std::uint32_t payer, Date d);

// In the order in which they are told.
enum class NewsKind : std::uint8_t {
    Paid, // nothing is open any more
    PartPaid,
    Credited, // closed or lowered by a credit note or a write-off
    Bounced, // open again: a payment came back
    Reopened, // open again otherwise: a write-off or an allocation was taken back
    Gone, // the invoice is no longer in the book
    NewInvoice,
    NewCredit, // a credit note or money that is assigned to nothing yet
};
struct NewsItem {
    NewsKind kind = NewsKind::Paid;
    QString number; // of the invoice, or the reference of the credit
    Money amount; // by how much open went down or up; NewInvoice, NewCredit: its amount
    std::int64_t left = 0; // still open, minor units
    Date due; // NewInvoice
    bool operator==(const NewsItem&) const = default;
};
// Changes from the snapshot to this book as of D, in the order of kinds, then by number; empty when nothing changed or
// the payer is not in the book any more.
std::vector<NewsItem> newsSince(const PayerSnapshot& before, const Book& now, Date d);

// "Paid 09:41, do not ask: INV-1 and INV-2, 3,400.00 USD. Part paid: INV-3, 20.00 USD left."; "" for no news.
// `day`, `minute`: when it became known.
Words newsWords(const std::vector<NewsItem>& news, Date day, int minute);
bool isBadNews(const std::vector<NewsItem>& news); // something bounced

} // namespace duedesk
