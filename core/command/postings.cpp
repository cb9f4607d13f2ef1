#include "core/command/postings.h"

#include "core/base/storedwords.h"
#include "core/base/text.h"
#include "core/command/common.h"
#include "core/command/contactwork.h"
#include "core/command/postingwords.h"
#include "core/domain/codewords.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// The day of a posting: today where none is given; never one to come, nor before what it is about.
Result<Date> dayOf(Date given, Date today, Date notBefore, const Words& tooEarly)
{
    const Date d = given.isValid() ? given : today;
    if (d > today)
        return refuse(u"date"_s, Lang::words("lies in the future"), Lang::words("write today or an earlier day"));
    if (notBefore.isValid() && d < notBefore)
        return refuse(u"date"_s, tooEarly, Lang::words("write %1 or later", notBefore.toIso()));
    return d;
}

Outcome checkAmount(std::int64_t amount)
{
    if (amount <= 0)
        return refuse(u"amount"_s, Lang::words("is not above zero"), Lang::words("write what is to be posted"));
    if (amount > maxRowAmount)
        return refuse(u"amount"_s, Lang::words("is too large"), Lang::words("write a smaller one"));
    return {};
}

Outcome checkReason(const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return refuse(u"reason"_s, Lang::words("is missing"), Lang::words("say why"));
    return checkTyped(reason, u"reason"_s, wordLimit);
}

Result<DebitView> debitOf(const Book& book, DebitId id)
{
    const std::uint32_t row = book.ledger().debitRow(id);
    if (row == noRow)
        return refuse(u"invoice"_s, Lang::words("is not in this book"), Lang::words("choose one from the list"));
    return viewDebit(book.ledger(), row);
}

Result<CreditView> creditOf(const Book& book, CreditId id)
{
    const std::uint32_t row = book.ledger().creditRow(id);
    if (row == noRow)
        return refuse(u"credit"_s, Lang::words("is not in this book"), Lang::words("choose one from the list"));
    return viewCredit(book.ledger(), row);
}

ChangeSet beginPosting(const Book& book, std::uint32_t customer, const Context& x, const QString& action)
{
    return beginChange(book, book.payerRow(customer), x, action);
}

// Money that can be applied to what this customer group owes.
Outcome checkCredit(const CreditView& c, Date today)
{
    if (c.kind == CreditKind::Reversal || c.kind == CreditKind::Recovery)
        return refuse(u"credit"_s, Lang::words("%1 is a %2 and settles nothing", c.reference, wordsOf(c.kind)),
                      Lang::words("choose a payment, a deposit or a credit note"));
    if (c.reversedOn.isValid())
        return refuse(u"credit"_s, Lang::words("%1 came back on %2", c.reference, DayWord{c.reversedOn, today}),
                      Lang::words("choose money that is there"));
    if (c.customer == noRow)
        return refuse(u"credit"_s, Lang::words("nobody knows yet who paid %1", c.reference),
                      Lang::words("say first whose it is"));
    return {};
}

// One line of an allocation, with its amount worked out; `left` is what the lines before it leave of the credit.
Result<PostedAllocation> allocated(const Book& book, const CreditView& credit, const Allocate::Line& line,
                                   std::int64_t left, Date date, Date given, const Context& x)
{
    const auto debit = debitOf(book, line.debit);
    if (!debit)
        return failed(debit);
    if (debit->currency != credit.currency)
        return refuse(u"currency"_s,
                      Lang::words("%1 is in %2, the money in %3", debit->number, debit->currency.toString(),
                                  credit.currency.toString()),
                      Lang::words("choose an invoice in %1", credit.currency.toString()));
    if (!paysFor(book, credit.customer, debit->customer))
        return refuse(u"invoice"_s, Lang::words("%1 is owed by another account", debit->number),
                      Lang::words("choose an invoice of who paid, or of its group"));
    if (given.isValid() && given < debit->date) // without a day, money may wait for an invoice dated ahead
        return refuse(u"date"_s, Lang::words("lies before %1, which is of %2", debit->number, debit->date.toIso()),
                      Lang::words("write %1 or later", debit->date.toIso()));
    const std::int64_t open = openFrom(book.ledger(), debit->row, std::max({date, credit.date, debit->date}));
    if (open == 0)
        return refuse(u"invoice"_s, Lang::words("%1 is settled", debit->number), Lang::words("choose an open one"));
    if (left == 0)
        return refuse(u"amount"_s, Lang::words("nothing is left of %1", credit.reference),
                      Lang::words("take an allocation back first"));
    const std::int64_t most = std::min(open, left), amount = line.amount == 0 ? most : line.amount;
    if (const Outcome o = checkAmount(amount); !o)
        return failed(o.error());
    if (amount > open)
        return refuse(u"amount"_s,
                      Lang::words("is more than the %1 open of %2", Money{open, debit->currency}, debit->number),
                      Lang::words("write at most %1", Money{most, debit->currency}));
    if (amount > left)
        return refuse(u"amount"_s,
                      Lang::words("is more than the %1 left of %2", Money{left, credit.currency}, credit.reference),
                      Lang::words("write at most %1", Money{most, credit.currency}));
    return PostedAllocation{nextId<AllocationId>(x, Table::Allocation), line.debit, CreditId(credit.id), date, amount};
}

// A number is one item's within its customer, company and kind, as in the file.
Outcome checkNumber(const Book& book, const Charge& c, std::uint32_t customer, std::uint16_t company)
{
    if (c.number.trimmed().isEmpty())
        return refuse(u"number"_s, Lang::words("is missing"), Lang::words("give the charge a number"));
    if (const Outcome o = checkTyped(c.number, u"number"_s, wordLimit); !o)
        return o;
    const std::string number = c.number.trimmed().toStdString();
    for (const std::uint32_t row : book.ledger().debitsOf(customer)) {
        const auto [d, i] = book.ledger().debit(row);
        if (d->number[i] == number && d->company[i] == company && DebitKind(d->kind[i]) == DebitKind::FinanceCharge)
            return refuse(u"number"_s, Lang::words("%1 is a charge of this customer already", c.number.trimmed()),
                          Lang::words("choose another number"));
    }
    return {};
}

Outcome checkWhom(const Book& book, const Charge& c)
{
    if (!book.customers().find(c.customer))
        return refuse(u"customer"_s, Lang::words("is not a customer of this book"),
                      Lang::words("choose one from the list"));
    if (c.company && !book.companies().find(c.company))
        return refuse(u"company"_s, Lang::words("is not a company of this book"),
                      Lang::words("choose one from the list"));
    if (!c.currency.isValid())
        return refuse(u"currency"_s, Lang::words("is missing"), Lang::words("write it like EUR"));
    return {};
}

// The line of a charge, due as said, else by the customer's terms, else the policy's.
PostedDebit chargeOf(const Book& book, const Charge& c, Date date)
{
    const auto terms = book.customers().find(c.customer)->termsDays;
    PostedDebit d;
    d.customer = c.customer;
    d.company = c.company;
    d.kind = DebitKind::FinanceCharge;
    d.date = date;
    d.dueSource = c.due.isValid() ? DueSource::Given : terms ? DueSource::CustomerTerms : DueSource::PolicyDefault;
    d.due = c.due.isValid() ? c.due : date + (terms ? int(*terms) : book.policyAt(date).defaultTermsDays);
    d.currency = c.currency;
    d.amount = c.amount;
    d.number = c.number.trimmed();
    return d;
}

} // namespace

std::int64_t openFrom(const Ledger& l, std::uint32_t debitRow, Date from)
{
    const auto [c, i] = l.debit(debitRow);
    const std::int32_t first = std::max(from.days(), c->date[i]);
    std::int64_t least = openAt(*c, i, first);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k)
        if (c->from[k] > first)
            least = std::min(least, openAt(*c, i, c->from[k]));
    return least;
}

std::int64_t unallocated(const Ledger& l, std::uint32_t creditRow)
{
    const auto [c, i] = l.credit(creditRow);
    const auto kind = CreditKind(c->kind[i]);
    if (kind == CreditKind::Reversal || kind == CreditKind::Recovery)
        return 0;
    std::int64_t left = c->amount[i];
    for (std::uint32_t n = c->first[i]; n < c->first[i + 1]; ++n)
        for (const PostedAllocation& a : settlementsOf(l, c->debits[n]).allocations)
            if (a.credit == CreditId(c->id[i]))
                left -= a.amount;
    return left;
}

Words takenBackPosting(const Book& book, const ChangeSet& made)
{
    const Ledger& l = book.ledger();
    if (const auto& out = made.posted.in.writeOffs; out.size() == 1)
        if (const std::uint32_t row = l.debitRow(out.front().debit); row != noRow) {
            const DebitView d = viewDebit(l, row);
            return Lang::words("Undone: %1 of %2 written off. Now %3 of it are open.",
                               Money{out.front().amount, d.currency}, d.number,
                               Money{openFrom(l, row, out.front().date), d.currency});
        }
    const auto& lines = made.posted.in.allocations;
    const std::uint32_t row = lines.empty() ? noRow : l.creditRow(lines.front().credit);
    if (row == noRow)
        return {};
    const CreditView c = viewCredit(l, row);
    std::int64_t sum = 0;
    for (const PostedAllocation& a : lines)
        sum += a.amount;
    return Lang::words("Undone: %1 of %2 allocated. Now %3 of it are left.", Money{sum, c.currency}, c.reference,
                       Money{unallocated(l, row), c.currency});
}

bool paysFor(const Book& book, std::uint32_t creditCustomer, std::uint32_t debitCustomer)
{
    return book.payerRow(creditCustomer) == book.payerRow(debitCustomer)
           || book.parentRow(creditCustomer) == book.parentRow(debitCustomer);
}

Result<ChangeSet> decideCommand(const Book& book, const WriteOff& c, const Context& x)
{
    const auto debit = debitOf(book, c.debit);
    if (!debit)
        return failed(debit);
    const auto date = dayOf(c.date, x.today, debit->date, Lang::words("lies before the invoice"));
    if (!date)
        return failed(date);
    for (const Outcome& o : {checkAmount(c.amount), checkReason(c.reason)})
        if (!o)
            return failed(o.error());
    const std::int64_t open = openFrom(book.ledger(), debit->row, *date);
    if (c.amount > open)
        return refuse(u"amount"_s,
                      Lang::words("is more than the %1 open of %2", Money{open, debit->currency}, debit->number),
                      open == 0 ? Lang::words("choose an open invoice")
                                : Lang::words("write at most %1", Money{open, debit->currency}));
    ChangeSet changes = beginPosting(book, debit->customer, x, u"written off"_s);
    const QString reason = c.reason.trimmed();
    changes.posted.in.writeOffs.push_back({nextId<WriteOffId>(x, Table::WriteOff), c.debit, *date, c.amount, reason});
    const Money amount{c.amount, debit->currency};
    addNote(changes, book, book.payerRow(debit->customer),
            stored(Lang::words("%1 of %2 written off: %3", amount, debit->number, reason)), x);
    const std::int64_t rest = open - c.amount;
    changes.summary = rest == 0 ? Lang::words("%1 of %2 written off.", amount, debit->number)
                                : Lang::words("%1 of %2 written off; %3 stay open.", amount, debit->number,
                                              Money{rest, debit->currency});
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const Allocate& c, const Context& x)
{
    const auto credit = creditOf(book, c.credit);
    if (!credit)
        return failed(credit);
    if (const Outcome o = checkCredit(*credit, x.today); !o)
        return failed(o.error());
    const auto date = dayOf(c.date, x.today, credit->date, Lang::words("lies before the money came"));
    if (!date)
        return failed(date);
    if (c.lines.empty())
        return refuse(u"invoice"_s, Lang::words("none is chosen"), Lang::words("choose what the money is for"));
    ChangeSet changes = beginPosting(book, credit->customer, x, u"allocated"_s);
    std::int64_t left = unallocated(book.ledger(), credit->row), sum = 0;
    std::set<DebitId> seen;
    QStringList numbers;
    for (const Allocate::Line& line : c.lines) {
        const auto a = allocated(book, *credit, line, left, *date, c.date, x);
        if (!a)
            return failed(a);
        if (!seen.insert(line.debit).second)
            return refuse(u"invoice"_s, Lang::words("one is named twice"), Lang::words("name each invoice once"));
        left -= a->amount;
        sum += a->amount;
        numbers += viewDebit(book.ledger(), book.ledger().debitRow(line.debit)).number;
        changes.posted.in.allocations.push_back(*a);
    }
    const Words to = numbers.size() <= 3 ? Words(Name{numbers.join(u", "_s)})
                                         : Lang::count("%1 invoices", "1 invoice", numbers.size());
    const Money taken{sum, credit->currency};
    addNote(changes, book, book.payerRow(credit->customer),
            stored(Lang::words("%1 of %2 allocated to %3", taken, credit->reference, to)), x);
    changes.summary = left == 0 ? Lang::words("%1 of %2 allocated to %3.", taken, credit->reference, to)
                                : Lang::words("%1 of %2 allocated to %3; %4 left.", taken, credit->reference, to,
                                              Money{left, credit->currency});
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const Unallocate& c, const Context& x)
{
    const auto credit = creditOf(book, c.credit);
    const auto debit = debitOf(book, c.debit);
    if (!credit)
        return failed(credit);
    if (!debit)
        return failed(debit);
    if (const Outcome o = checkCredit(*credit, x.today); !o) // what bounced frees nothing, and its past stays
        return failed(o.error());
    ChangeSet changes = beginPosting(book, debit->customer, x, u"allocation taken back"_s);
    std::int64_t sum = 0;
    for (const PostedAllocation& a : settlementsOf(book.ledger(), debit->row).allocations)
        if (a.credit == c.credit) {
            sum += a.amount;
            changes.posted.out.allocations.push_back(a);
        }
    if (changes.posted.isEmpty())
        return refuse(u"invoice"_s, Lang::words("%1 is not settled by %2", debit->number, credit->reference),
                      Lang::words("choose one that it settles"));
    const Words what =
        Lang::words("%1 of %2 taken back from %3", Money{sum, debit->currency}, credit->reference, debit->number);
    addNote(changes, book, book.payerRow(debit->customer), stored(what), x);
    changes.summary = Lang::words("%1.", what);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const Charge& c, const Context& x)
{
    if (const Outcome o = checkWhom(book, c); !o)
        return failed(o.error());
    const std::uint32_t row = book.customerRow(c.customer);
    const auto company = c.company ? std::uint16_t(book.companies().rowOf(c.company) + 1) : noCompany;
    const auto date = dayOf(c.date, x.today, {}, {});
    if (!date)
        return failed(date);
    for (const Outcome& o : {checkNumber(book, c, row, company), checkAmount(c.amount), checkReason(c.reason)})
        if (!o)
            return failed(o.error());
    if (c.due.isValid() && c.due < *date)
        return refuse(u"due"_s, Lang::words("lies before the date"), Lang::words("write a later day"));
    PostedDebit d = chargeOf(book, c, *date);
    d.id = nextId<DebitId>(x, Table::Debit);
    ChangeSet changes = beginPosting(book, row, x, u"charged"_s);
    const Money amount{d.amount, d.currency};
    addNote(changes, book, book.payerRow(row),
            stored(Lang::words("%1 over %2 charged: %3", d.number, amount, c.reason.trimmed())), x);
    changes.summary = Lang::words("%1 over %2 charged to %3, due %4.", d.number, amount, book.customers()[row].name,
                                  DayWord{d.due, x.today});
    changes.posted.in.debits.push_back(std::move(d));
    return changes;
}

} // namespace duedesk
