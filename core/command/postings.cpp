#include "core/command/postings.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/command/common.h"
#include "core/command/contactwork.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// The day of a posting: today where none is given; never one to come, nor before what it is about.
Result<Date> dayOf(Date given, Date today, Date notBefore, const QString& before)
{
    const Date d = given.isValid() ? given : today;
    if (d > today)
        return refuse(u"date"_s, u"lies in the future"_s, u"write today or an earlier day"_s);
    if (notBefore.isValid() && d < notBefore)
        return refuse(u"date"_s, u"lies before "_s + before, u"write "_s + notBefore.toIso() + u" or later"_s);
    return d;
}

Outcome checkAmount(std::int64_t amount)
{
    if (amount <= 0)
        return refuse(u"amount"_s, u"is not above zero"_s, u"write what is to be posted"_s);
    if (amount > maxRowAmount)
        return refuse(u"amount"_s, u"is too large"_s, u"write a smaller one"_s);
    return {};
}

Outcome checkReason(const QString& reason)
{
    if (reason.trimmed().isEmpty())
        return refuse(u"reason"_s, u"is missing"_s, u"say why"_s);
    return checkTyped(reason, u"reason"_s, wordLimit);
}

Result<DebitView> debitOf(const Book& book, DebitId id)
{
    const std::uint32_t row = book.ledger().debitRow(id);
    if (row == noRow)
        return refuse(u"invoice"_s, u"is not in this book"_s, u"choose one from the list"_s);
    return viewDebit(book.ledger(), row);
}

Result<CreditView> creditOf(const Book& book, CreditId id)
{
    const std::uint32_t row = book.ledger().creditRow(id);
    if (row == noRow)
        return refuse(u"credit"_s, u"is not in this book"_s, u"choose one from the list"_s);
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
        return refuse(u"credit"_s, c.reference + u" is a "_s + creditKindName(c.kind) + u" and settles nothing"_s,
                      u"choose a payment, a deposit or a credit note"_s);
    if (c.reversedOn.isValid())
        return refuse(u"credit"_s, c.reference + u" came back on "_s + dayWords(c.reversedOn, today),
                      u"choose money that is there"_s);
    if (c.customer == noRow)
        return refuse(u"credit"_s, u"nobody knows yet who paid "_s + c.reference, u"say first whose it is"_s);
    return {};
}

// One line of an allocation, with its amount worked out; `left` is what the lines before it leave of the credit.
Result<PostedAllocation> allocated(const Book& book, const CreditView& credit, const Allocate::Line& line,
                                   std::int64_t left, Date date, const Context& x)
{
    const auto debit = debitOf(book, line.debit);
    if (!debit)
        return failed(debit);
    if (debit->currency != credit.currency)
        return refuse(u"currency"_s,
                      debit->number + u" is in "_s + debit->currency.toString() + u", the money in "_s
                          + credit.currency.toString(),
                      u"choose an invoice in "_s + credit.currency.toString());
    if (!paysFor(book, credit.customer, debit->customer))
        return refuse(u"invoice"_s, debit->number + u" is owed by another account"_s,
                      u"choose an invoice of who paid, or of its group"_s);
    const std::int64_t open = openFrom(book.ledger(), debit->row, std::max({date, credit.date, debit->date}));
    if (open == 0)
        return refuse(u"invoice"_s, debit->number + u" is settled"_s, u"choose an open one"_s);
    if (left == 0)
        return refuse(u"amount"_s, u"nothing is left of "_s + credit.reference, u"take an allocation back first"_s);
    const std::int64_t most = std::min(open, left), amount = line.amount == 0 ? most : line.amount;
    if (const Outcome o = checkAmount(amount); !o)
        return failed(o.error());
    if (amount > open)
        return refuse(u"amount"_s,
                      u"is more than the "_s + moneyWords({open, debit->currency}) + u" open of "_s + debit->number,
                      u"write at most "_s + moneyWords({most, debit->currency}));
    if (amount > left)
        return refuse(u"amount"_s,
                      u"is more than the "_s + moneyWords({left, credit.currency}) + u" left of "_s + credit.reference,
                      u"write at most "_s + moneyWords({most, credit.currency}));
    return PostedAllocation{nextId<AllocationId>(x, Table::Allocation), line.debit, CreditId(credit.id), date, amount};
}

// A number is one item's within its customer, company and kind, as in the file.
Outcome checkNumber(const Book& book, const Charge& c, std::uint32_t customer, std::uint16_t company)
{
    if (c.number.trimmed().isEmpty())
        return refuse(u"number"_s, u"is missing"_s, u"give the charge a number"_s);
    if (const Outcome o = checkTyped(c.number, u"number"_s, wordLimit); !o)
        return o;
    const std::string number = c.number.trimmed().toStdString();
    for (const std::uint32_t row : book.ledger().debitsOf(customer)) {
        const auto [d, i] = book.ledger().debit(row);
        if (d->number[i] == number && d->company[i] == company && DebitKind(d->kind[i]) == DebitKind::FinanceCharge)
            return refuse(u"number"_s, c.number.trimmed() + u" is a charge of this customer already"_s,
                          u"choose another number"_s);
    }
    return {};
}

Outcome checkWhom(const Book& book, const Charge& c)
{
    if (!book.customers().find(c.customer))
        return refuse(u"customer"_s, u"is not a customer of this book"_s, u"choose one from the list"_s);
    if (c.company && !book.companies().find(c.company))
        return refuse(u"company"_s, u"is not a company of this book"_s, u"choose one from the list"_s);
    if (!c.currency.isValid())
        return refuse(u"currency"_s, u"is missing"_s, u"write it like EUR"_s);
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
    const auto date = dayOf(c.date, x.today, debit->date, u"the invoice"_s);
    if (!date)
        return failed(date);
    for (const Outcome& o : {checkAmount(c.amount), checkReason(c.reason)})
        if (!o)
            return failed(o.error());
    const std::int64_t open = openFrom(book.ledger(), debit->row, *date);
    if (c.amount > open)
        return refuse(u"amount"_s,
                      u"is more than the "_s + moneyWords({open, debit->currency}) + u" open of "_s + debit->number,
                      open == 0 ? u"choose an open invoice"_s
                                : QString(u"write at most "_s + moneyWords({open, debit->currency})));
    ChangeSet changes = beginPosting(book, debit->customer, x, u"written off"_s);
    const QString reason = c.reason.trimmed();
    changes.posted.in.writeOffs.push_back({nextId<WriteOffId>(x, Table::WriteOff), c.debit, *date, c.amount, reason});
    const QString what = moneyWords({c.amount, debit->currency}) + u" of "_s + debit->number + u" written off"_s;
    addNote(changes, book, book.payerRow(debit->customer), what + u": "_s + reason, x);
    const std::int64_t rest = open - c.amount;
    changes.summary =
        what + (rest == 0 ? u"."_s : QString(u"; "_s + moneyWords({rest, debit->currency}) + u" stay open."_s));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const Allocate& c, const Context& x)
{
    const auto credit = creditOf(book, c.credit);
    if (!credit)
        return failed(credit);
    if (const Outcome o = checkCredit(*credit, x.today); !o)
        return failed(o.error());
    const auto date = dayOf(c.date, x.today, credit->date, u"the money came"_s);
    if (!date)
        return failed(date);
    if (c.lines.empty())
        return refuse(u"invoice"_s, u"none is chosen"_s, u"choose what the money is for"_s);
    ChangeSet changes = beginPosting(book, credit->customer, x, u"allocated"_s);
    std::int64_t left = unallocated(book.ledger(), credit->row), sum = 0;
    std::set<DebitId> seen;
    QStringList numbers;
    for (const Allocate::Line& line : c.lines) {
        const auto a = allocated(book, *credit, line, left, *date, x);
        if (!a)
            return failed(a);
        if (!seen.insert(line.debit).second)
            return refuse(u"invoice"_s, u"one is named twice"_s, u"name each invoice once"_s);
        left -= a->amount;
        sum += a->amount;
        numbers += viewDebit(book.ledger(), book.ledger().debitRow(line.debit)).number;
        changes.posted.in.allocations.push_back(*a);
    }
    const QString to =
        numbers.size() <= 3 ? numbers.join(u", "_s) : countWords(int(numbers.size()), u"invoice"_s, u"invoices"_s);
    changes.summary = moneyWords({sum, credit->currency}) + u" of "_s + credit->reference + u" allocated to "_s + to
                      + (left == 0 ? u"."_s : QString(u"; "_s + moneyWords({left, credit->currency}) + u" left."_s));
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
    ChangeSet changes = beginPosting(book, debit->customer, x, u"allocation taken back"_s);
    std::int64_t sum = 0;
    for (const PostedAllocation& a : settlementsOf(book.ledger(), debit->row).allocations)
        if (a.credit == c.credit) {
            sum += a.amount;
            changes.posted.out.allocations.push_back(a);
        }
    if (changes.posted.isEmpty())
        return refuse(u"invoice"_s, debit->number + u" is not settled by "_s + credit->reference,
                      u"choose one that it settles"_s);
    changes.summary = moneyWords({sum, debit->currency}) + u" of "_s + credit->reference + u" taken back from "_s
                      + debit->number + u'.';
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
        return refuse(u"due"_s, u"lies before the date"_s, u"write a later day"_s);
    PostedDebit d = chargeOf(book, c, *date);
    d.id = nextId<DebitId>(x, Table::Debit);
    ChangeSet changes = beginPosting(book, row, x, u"charged"_s);
    const QString what = d.number + u" over "_s + moneyWords({d.amount, d.currency}) + u" charged"_s;
    addNote(changes, book, book.payerRow(row), what + u": "_s + c.reason.trimmed(), x);
    changes.summary = what + u" to "_s + book.customers()[row].name + u", due "_s + dayWords(d.due, x.today) + u'.';
    changes.posted.in.debits.push_back(std::move(d));
    return changes;
}

} // namespace duedesk
