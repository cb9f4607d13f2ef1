// What another program posted, read line by line.
#include "core/store/database.h"
#include "core/store/postingwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

Date day(const Statement& s, int i) { return s.isNull(i) ? Date() : Date(std::int32_t(s.integer(i))); }

Currency currency(const Statement& s, int i)
{
    const auto c = Currency::parse(s.text(i));
    if (!c)
        throwFailure(ErrorCode::BookDamaged, u"the book holds an unknown currency"_s,
                     u"restore the last verified backup"_s);
    return *c;
}

// The live line of this id, if there is one.
std::optional<PostedDebit> debitInFile(Statement& s, std::int64_t id)
{
    s.reset();
    if (!s.bind(1, id).step())
        return std::nullopt;
    PostedDebit d;
    d.id = DebitId(id);
    d.customer = CustomerId(s.integer(0));
    d.company = CompanyId(s.integer(1));
    d.kind = DebitKind(s.integer(2));
    d.dueSource = DueSource(s.integer(3));
    d.date = day(s, 4);
    d.due = day(s, 5);
    if (!s.isNull(6))
        d.terms = std::int16_t(s.integer(6));
    d.currency = currency(s, 7);
    d.amount = s.integer(8);
    d.number = s.string(9);
    d.product = s.string(10);
    d.poNumber = s.string(11);
    if (!s.isNull(12))
        d.netAmount = s.integer(12);
    d.serviceDate = day(s, 13);
    d.deliveredOn = day(s, 14);
    d.billingFormat = s.string(15);
    return d;
}

std::optional<PostedCredit> creditInFile(Statement& s, std::int64_t id)
{
    s.reset();
    if (!s.bind(1, id).step())
        return std::nullopt;
    PostedCredit c;
    c.id = CreditId(id);
    c.customer = CustomerId(s.integer(0));
    c.company = CompanyId(s.integer(1));
    c.kind = CreditKind(s.integer(2));
    c.date = day(s, 3);
    c.currency = currency(s, 4);
    c.amount = s.integer(5);
    c.reference = s.string(6);
    c.clearedOn = day(s, 7);
    c.reverses = CreditId(s.integer(8));
    return c;
}

// What of `now` is not in `then`, by id.
template <class T> void addMissing(const std::vector<T>& now, const std::vector<T>& then, std::vector<T>& out)
{
    for (const T& t : now)
        if (std::ranges::find(then, t.id, &T::id) == then.end())
            out.push_back(t);
}

PostedLines settlementsInFile(Statement& allocations, Statement& writeOffs, DebitId debit)
{
    PostedLines out;
    allocations.reset();
    allocations.bind(1, debit.value);
    while (allocations.step())
        out.allocations.push_back({AllocationId(allocations.integer(0)), debit, CreditId(allocations.integer(1)),
                                   day(allocations, 2), allocations.integer(3)});
    writeOffs.reset();
    writeOffs.bind(1, debit.value);
    while (writeOffs.step())
        out.writeOffs.push_back(
            {WriteOffId(writeOffs.integer(0)), debit, day(writeOffs, 1), writeOffs.integer(2), writeOffs.string(3)});
    return out;
}

} // namespace

PostedChange readPosted(Database& db, const std::set<std::int64_t>& debits, const std::set<std::int64_t>& credits,
                        const Ledger& before)
{
    PostedChange out;
    Statement debit(db, "SELECT customer, company, kind, due_source, date, due, terms, currency, amount, number, "
                        "(SELECT text FROM term WHERE kind=0 AND code=product), po_number, net_amount, service_date, "
                        "delivered_on, (SELECT text FROM term WHERE kind=1 AND code=billing_format) FROM debit "
                        "WHERE id=?1 AND retracted_by IS NULL");
    Statement credit(db, "SELECT customer, company, kind, date, currency, amount, reference, cleared_on, reverses "
                         "FROM credit WHERE id=?1 AND retracted_by IS NULL");
    // An empty settlement settles nothing and is in no ledger.
    Statement allocations(db, "SELECT id, credit, date, amount FROM allocation WHERE debit=?1 AND amount > 0 AND "
                              "retracted_by IS NULL ORDER BY id");
    Statement writeOffs(db, "SELECT id, date, amount, reason FROM write_off WHERE debit=?1 AND amount > 0 AND "
                            "retracted_by IS NULL ORDER BY id");
    for (const std::int64_t id : debits) {
        const std::uint32_t row = before.debitRow(DebitId(id));
        const auto now = debitInFile(debit, id);
        if (now && row == noRow)
            out.in.debits.push_back(*now);
        if (!now && row != noRow) {
            PostedDebit& d = out.out.debits.emplace_back();
            d.id = DebitId(id);
            d.number = viewDebit(before, row).number;
        }
        const PostedLines in = settlementsInFile(allocations, writeOffs, DebitId(id));
        const PostedLines had = row == noRow ? PostedLines() : settlementsOf(before, row);
        addMissing(in.allocations, had.allocations, out.in.allocations);
        addMissing(had.allocations, in.allocations, out.out.allocations);
        addMissing(in.writeOffs, had.writeOffs, out.in.writeOffs);
        addMissing(had.writeOffs, in.writeOffs, out.out.writeOffs);
    }
    for (const std::int64_t id : credits) {
        const std::uint32_t row = before.creditRow(CreditId(id));
        const auto now = creditInFile(credit, id);
        if (now && row == noRow)
            out.in.credits.push_back(*now);
        if (!now && row != noRow) {
            PostedCredit& c = out.out.credits.emplace_back();
            c.id = CreditId(id);
            c.reference = viewCredit(before, row).reference;
        }
    }
    return out;
}

} // namespace duedesk
