#include "core/insight/letters/statement.h"

#include "core/insight/figures/itemstate.h"
#include "core/insight/letters/mailguard.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> wrong(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::InputRejected, what, remedy, field.toString());
}

StatementItem itemOf(const Book& book, const OpenLine& line, const ItemState& state, std::uint32_t payer, Date d)
{
    const DebitView v = viewDebit(book.ledger(), line.debit);
    StatementItem item;
    item.debit = v.id;
    const Customer& site = book.customers()[line.customer];
    item.customer = site.id;
    item.site = line.customer == payer ? QString() : site.name;
    item.number = v.number;
    item.poNumber = v.poNumber;
    item.kind = v.kind;
    item.company = v.company;
    item.date = v.date;
    item.due = v.due;
    item.daysLate = d - v.due;
    item.currency = v.currency;
    item.amount = v.amount;
    item.open = line.open;
    item.disputed = state.disputed;
    item.promised = state.agreed();
    return item;
}

void addTotals(AccountStatement& s, const std::vector<UnappliedLine>& unapplied)
{
    for (const StatementItem& item : s.items) {
        StatementTotal& t = s.totals[item.currency];
        t.open = narrow(Int128(t.open) + item.open);
        t.disputed = narrow(Int128(t.disputed) + item.disputed);
        if (item.daysLate > 0)
            t.pastDue = narrow(Int128(t.pastDue) + item.open);
    }
    for (const UnappliedLine& u : unapplied) {
        StatementTotal& t = s.totals[Currency::fromIndex(u.currency)];
        t.unapplied = narrow(Int128(t.unapplied) + u.amount);
    }
}

// Our company that most items stand in.
void addCompany(AccountStatement& s, const Book& book)
{
    std::map<std::uint16_t, int> count;
    for (const StatementItem& item : s.items)
        ++count[item.company];
    std::uint16_t most = noCompany;
    int best = 0;
    for (const auto& [company, n] : count) {
        if (n > best) {
            most = company;
            best = n;
        }
    }
    const Company* c = book.company(most);
    s.company = c && !c->name.isEmpty() ? c->name : book.info().name;
    s.letterhead = c ? c->letterhead : QString();
}

} // namespace

Result<AccountStatement> statementOf(const Book& book, CustomerId payerId, ContactId contact, Date d,
                                     const std::vector<DebitId>& debits)
{
    const std::uint32_t payer = book.customerRow(payerId);
    if (payer == noRow || book.payerRow(payer) != payer)
        return wrong(u"customer", Lang::words("is not a payer of this book"),
                     Lang::words("ask for the customer that pays"));
    AccountStatement s;
    s.payer = payerId;
    const Customer& customer = book.customers()[payer];
    s.payerId = customer.externalId;
    s.payerName = customer.name;
    s.payerAddress = customer.address;
    s.day = d;
    if (contact) {
        const Contact* c = book.rows<Contact>().find(contact);
        const std::uint32_t of = c ? book.customerRow(c->customer) : noRow;
        if (of == noRow || book.payerRow(of) != payer)
            return wrong(u"contact", Lang::words("is not a contact of this customer"),
                         Lang::words("choose one of its contacts"));
        s.contact = contact;
        s.contactName = c->name;
    }
    const ItemStates states(book, d, payer);
    std::unordered_set<std::int64_t> chosen;
    for (const DebitId id : debits)
        chosen.insert(id.value);
    const auto wanted = [&](DebitId id) { return debits.empty() || chosen.contains(id.value); };
    const std::vector<OpenLine> lines = openLinesOf(book, payer, d);
    // Of a past day: what came later is not in it.
    s.cashThrough = std::min(cashKnown(book, companiesOf(book, lines)).through, d);
    for (const OpenLine& line : lines) {
        StatementItem item = itemOf(book, line, states.of(line.debit), payer, d);
        invariant(book.payerRow(book.customerRow(item.customer)) == payer, "a statement holds a line of another payer");
        if (wanted(item.debit))
            s.items.push_back(std::move(item));
    }
    if (!debits.empty() && s.items.size() != debits.size())
        return wrong(u"invoices", Lang::words("one is not an open item of %1", s.payerName),
                     Lang::words("preview it again"));
    std::stable_sort(s.items.begin(), s.items.end(), [](const StatementItem& a, const StatementItem& b) {
        return std::tuple(a.currency, a.due, a.number) < std::tuple(b.currency, b.due, b.number);
    });
    addTotals(s, unappliedOf(book, payer, d));
    addCompany(s, book);
    return s;
}

} // namespace duedesk
