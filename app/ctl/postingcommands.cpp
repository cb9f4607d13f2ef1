// What is posted from the command line: write-offs, allocations and charges; and the credits there are to allocate.
#include "app/ctl/amounts.h"
#include "app/ctl/groups.h"
#include "core/base/exampleamount.h"
#include "core/command/postings.h"
#include "core/domain/lineorder.h"
#include "core/store/bookstore.h"

#include <QTextStream>

using namespace Qt::StringLiterals;

namespace duedesk::ctl {
namespace {

std::unexpected<Error> unknown(const char* operand, const QString& value, const QString& what, const QString& remedy)
{
    Error e = usageError(operand, value, what, remedy);
    e.code = ErrorCode::InputRejected;
    return fail(std::move(e));
}

// The customer of --customer, which tells one of two equal numbers; noRow without it.
Result<std::uint32_t> onlyCustomer(const Session& s, const QCommandLineParser& p)
{
    if (!p.isSet(u"customer"_s))
        return noRow;
    const std::uint32_t row = s.book->customerByExternalId(option(p, "customer"));
    if (row == noRow)
        return unknown("--customer", option(p, "customer"), u"no customer has this id"_s,
                       u"see the ids with: aging --by customer"_s);
    return row;
}

// A reversal has the reference of its payment, and settles nothing.
bool mayBeMeant(const DebitChunk&, std::uint32_t) { return true; }
bool mayBeMeant(const CreditChunk& c, std::uint32_t i) { return CreditKind(c.kind[i]) != CreditKind::Reversal; }

// The one line of these that is called `text`, by its text or, where none is, by its id.
template <class Chunks, class Text>
Result<std::uint32_t> lineCalled(const Chunks& chunks, Text text, std::uint32_t byId, std::uint32_t customer,
                                 const char* operand, const QString& name, const QString& list)
{
    const std::string wanted = name.toStdString();
    std::uint32_t found = noRow, base = 0;
    int n = 0;
    for (const auto& c : chunks) {
        for (std::uint32_t i = 0; i < c->count; ++i)
            if (!c->isGone(i) && (c.get()->*text)[i] == wanted && (customer == noRow || c->customer[i] == customer)
                && mayBeMeant(*c, i)) {
                found = base + i;
                ++n;
            }
        base += 4096;
    }
    if (n > 1)
        return unknown(operand, name, u"is more than one"_s, u"add --customer ID, or give the id that "_s + list);
    if (n == 0 && byId == noRow)
        return unknown(operand, name, u"is not in the book"_s, u"give its number, or the id that "_s + list);
    return n == 0 ? byId : found;
}

Result<DebitView> invoice(const Session& s, const QCommandLineParser& p, const QString& name)
{
    const auto customer = onlyCustomer(s, p);
    if (!customer)
        return failed(customer);
    const Ledger& l = s.book->ledger();
    const auto row = lineCalled(l.debitChunks, &DebitChunk::number, l.debitRow(DebitId(name.toLongLong())), *customer,
                                "INVOICE", name, u"charge printed"_s);
    if (!row)
        return failed(row);
    return viewDebit(l, *row);
}

Result<CreditView> credit(const Session& s, const QCommandLineParser& p, const QString& name)
{
    const auto customer = onlyCustomer(s, p);
    if (!customer)
        return failed(customer);
    const Ledger& l = s.book->ledger();
    const auto row = lineCalled(l.creditChunks, &CreditChunk::reference, l.creditRow(CreditId(name.toLongLong())),
                                *customer, "CREDIT", name, u"credits prints"_s);
    if (!row)
        return failed(row);
    return viewCredit(l, *row);
}

Result<std::int64_t> amount(const char* what, const QString& text, Currency c)
{
    const auto money = parsePlainMoney(text, c);
    if (!money)
        return fail(usageError(what, text, u"is not an amount of "_s + c.toString(),
                               u"write plain decimals with a point, like "_s + exampleAmount(c)));
    if (money->minor < 0)
        return fail(notAboveZero(what, text));
    return money->minor;
}

// The day of --date; invalid = today.
Result<Date> day(const QCommandLineParser& p, const char* name)
{
    return p.isSet(QLatin1String(name)) ? dateOption(p, name) : Result<Date>(Date());
}

// Does it, and prints the ids that `made` finds in what was done, one a line, then what was done in words.
template <class F> Result<int> post(Session& s, const duedesk::Command& command, F&& made)
{
    auto done = submit(s, command);
    if (!done) {
        Error e = done.error();
        if (e.code == ErrorCode::InputRejected)
            e.code = ErrorCode::Refused; // the words were understood; the book says no
        return fail(std::move(e));
    }
    QTextStream out(stdout);
    made(done->posted, [&out](const auto& lines) {
        for (const auto& line : lines)
            out << line.id.value << '\n';
    });
    if (!s.quiet)
        out << say(done->summary) << '\n';
    return 0;
}

Outcome begin(Session& s, const QCommandLineParser& p, int least, int most, const char* usage)
{
    if (const Outcome o = expectOperands(p, least, most, usage); !o)
        return o;
    return s.openForWriting();
}

Result<int> writeOffAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = begin(s, p, 2, 2, "write-off INVOICE AMOUNT --reason T"); !o)
        return failed(o.error());
    const auto d = invoice(s, p, operands(p)[0]);
    if (!d)
        return failed(d);
    const auto minor = amount("AMOUNT", operands(p)[1], d->currency);
    const auto date = day(p, "date");
    if (!minor)
        return failed(minor);
    if (!date)
        return failed(date);
    return post(s, WriteOff{d->id, *minor, option(p, "reason"), *date},
                [](const PostedChange& c, auto&& print) { print(c.in.writeOffs); });
}

Result<int> allocateAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = begin(s, p, 2, 3, "allocate CREDIT INVOICE [AMOUNT]"); !o)
        return failed(o.error());
    const auto c = credit(s, p, operands(p)[0]);
    if (!c)
        return failed(c);
    const auto d = invoice(s, p, operands(p)[1]);
    if (!d)
        return failed(d);
    const auto date = day(p, "date");
    if (!date)
        return failed(date);
    Allocate a{c->id, {{d->id, 0}}, *date};
    if (operands(p).size() == 3) {
        const auto minor = amount("AMOUNT", operands(p)[2], c->currency);
        if (!minor)
            return failed(minor);
        a.lines[0].amount = *minor == 0 ? -1 : *minor; // 0 means "as much as fits" only where nothing is said
    }
    return post(s, a, [](const PostedChange& done, auto&& print) { print(done.in.allocations); });
}

Result<int> unallocateAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = begin(s, p, 2, 2, "unallocate CREDIT INVOICE"); !o)
        return failed(o.error());
    const auto c = credit(s, p, operands(p)[0]);
    if (!c)
        return failed(c);
    const auto d = invoice(s, p, operands(p)[1]);
    if (!d)
        return failed(d);
    return post(s, Unallocate{c->id, d->id},
                [](const PostedChange& done, auto&& print) { print(done.out.allocations); });
}

Result<Charge> chargeOptions(const Session& s, const QCommandLineParser& p)
{
    Charge c;
    const std::uint32_t row = s.book->customerByExternalId(operands(p)[0]);
    if (row == noRow)
        return unknown("CUSTOMER", operands(p)[0], u"no customer has this id"_s,
                       u"see the ids with: aging --by customer"_s);
    const Customer& customer = s.book->customers()[row];
    c.customer = customer.id;
    c.currency = customer.currency.isValid() ? customer.currency : s.book->info().base;
    if (p.isSet(u"currency"_s)) {
        const auto named = Currency::parse(option(p, "currency"));
        if (!named)
            return fail(notUnderstood("--currency", option(p, "currency"), u"write it like EUR"_s));
        c.currency = *named;
    }
    if (p.isSet(u"company"_s)) {
        s.book->companies().forEach([&](std::uint32_t, const Company& k) {
            if (k.code == option(p, "company"))
                c.company = k.id;
        });
        if (!c.company)
            return unknown("--company", option(p, "company"), u"no company has this code"_s,
                           u"see the codes with: aging --by company"_s);
    }
    const auto minor = amount("--amount", option(p, "amount"), c.currency);
    const auto date = day(p, "date"), due = day(p, "due");
    if (!minor)
        return failed(minor);
    if (!date)
        return failed(date);
    if (!due)
        return failed(due);
    c.amount = *minor;
    c.date = *date;
    c.due = *due;
    c.number = option(p, "number");
    c.reason = option(p, "reason");
    return c;
}

Result<int> chargeAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = begin(s, p, 1, 1, "charge CUSTOMER --number N --amount A --date DATE --reason T"); !o)
        return failed(o.error());
    const auto c = chargeOptions(s, p);
    if (!c)
        return failed(c);
    return post(s, *c, [](const PostedChange& done, auto&& print) { print(done.in.debits); });
}

Result<Table> creditsList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = s.openForReading(); !o)
        return failed(o.error());
    const auto customer = onlyCustomer(s, p);
    if (!customer)
        return failed(customer);
    const Ledger& l = s.book->ledger();
    Table t = Table::with("id,@date,customer,reference,currency,$amount,$unapplied,kind");
    for (const std::uint32_t row : creditsById(l)) {
        const CreditView c = viewCredit(l, row);
        const UnappliedCredit* u = l.unappliedOf(row);
        const std::int64_t left = u ? l.unappliedAt(*u, s.day().days()) : 0;
        if (c.customer == noRow || (*customer != noRow && c.customer != *customer) || c.date > s.day()
            || (left == 0 && !p.isSet(u"all"_s)))
            continue;
        t.rows.push_back({QString::number(c.id.value), c.date.toIso(), s.book->customers()[c.customer].externalId,
                          c.reference, c.currency.toString(), Money{c.amount, c.currency}.toPlain(),
                          Money{left, c.currency}.toPlain(), creditKindName(c.kind)});
    }
    return t;
}

void creditsOptions(QCommandLineParser& p)
{
    p.addOptions({{u"customer"_s, u"Only of this customer."_s, u"ID"_s},
                  {u"all"_s, u"Also what is allocated, came back or is no money to apply."_s}});
}

void lineOptions(QCommandLineParser& p)
{
    p.addOptions({{u"customer"_s, u"Whose, where two have the same number."_s, u"ID"_s},
                  {u"date"_s, u"The day it counts from; today unless said."_s, u"DATE"_s}});
}

void writeOffOptions(QCommandLineParser& p)
{
    lineOptions(p);
    p.addOption({u"reason"_s, u"Why it is written off."_s, u"TEXT"_s});
}

void unallocateOptions(QCommandLineParser& p)
{
    p.addOption({u"customer"_s, u"Whose, where two have the same number."_s, u"ID"_s});
}

void chargeCommandOptions(QCommandLineParser& p)
{
    p.addOptions({{u"number"_s, u"The charge's number."_s, u"N"_s},
                  {u"amount"_s, u"How much, in plain decimals."_s, u"A"_s},
                  {u"currency"_s, u"The customer's unless said, else the book's."_s, u"CUR"_s},
                  {u"company"_s, u"Code of the company that charges."_s, u"C"_s},
                  {u"date"_s, u"Its day; today unless said."_s, u"DATE"_s},
                  {u"due"_s, u"By the customer's terms unless said."_s, u"DATE"_s},
                  {u"reason"_s, u"What it is for."_s, u"TEXT"_s}});
}

} // namespace

std::vector<Command> postingCommands()
{
    return {
        {"credits", "[--customer ID] [--all]", "Money that is not allocated yet.", creditsOptions, creditsList,
         nullptr},
        {"allocate", "CREDIT INVOICE [AMOUNT] [--date DATE] [--customer ID]", "Money that is there goes to an invoice.",
         lineOptions, nullptr, allocateAction},
        {"unallocate", "CREDIT INVOICE [--customer ID]", "What of a credit settles an invoice is free again.",
         unallocateOptions, nullptr, unallocateAction},
        {"write-off", "INVOICE AMOUNT --reason T [--date DATE] [--customer ID]", "Part of an invoice is given up.",
         writeOffOptions, nullptr, writeOffAction},
        {"charge",
         "CUSTOMER --number N --amount A --reason T [--date DATE] [--due DATE] [--currency CUR] [--company C]",
         "A finance charge or a fee.", chargeCommandOptions, nullptr, chargeAction},
    };
}

} // namespace duedesk::ctl
