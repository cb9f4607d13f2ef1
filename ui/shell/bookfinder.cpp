#include "ui/shell/bookfinder.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

void describeContact(FoundRow& row, const Book& book, const Found& found)
{
    const Contact& c = book.rows<Contact>()[found.row];
    row.id = c.id.value;
    row.title = c.name.isEmpty() ? c.email : c.name;
    const QString phone = c.phone.isEmpty() ? c.mobile : c.phone;
    const QString reach = found.by == Found::By::Phone || c.email.isEmpty() ? phone : c.email;
    row.detail = joined({say(wordsOf(c.role)), book.customers()[found.customer].name, reach});
}

void describeDebit(FoundRow& row, const Book& book, Date d, const Found& found)
{
    const DebitView v = viewDebit(book.ledger(), found.row);
    const std::int64_t open = book.ledger().open(found.row, d);
    const QString state = open == 0          ? Lang::tr("settled")
                          : open == v.amount ? Lang::tr("open")
                                             : Lang::tr("%1 open").arg(amountText(open, v.currency));
    row.id = v.id.value;
    row.title = v.number;
    row.detail =
        joined({titleOf(v.kind), book.customers()[found.customer].name,
                v.poNumber.isEmpty() || found.by != Found::By::PoNumber ? QString() : Lang::tr("PO %1").arg(v.poNumber),
                Lang::tr("%1, %2").arg(amountWithUnit(v.amount, v.currency), state)});
}

void describeCredit(FoundRow& row, const Book& book, const Found& found)
{
    const CreditView v = viewCredit(book.ledger(), found.row);
    row.id = v.id.value;
    row.title = v.reference;
    row.detail = joined({titleOf(v.kind), book.customers()[found.customer].name, amountWithUnit(v.amount, v.currency),
                         dateText(v.date)});
}

} // namespace

FoundRow foundRow(const Book& book, Date d, const Found& found)
{
    const Customer& customer = book.customers()[found.customer];
    FoundRow row{{}, {}, customer.id, Table::Customer, customer.id.value};
    switch (found.kind) {
    case Found::Kind::Customer:
        row.title = customer.name;
        row.detail = joined({customer.externalId, customer.tier, customer.owner});
        break;
    case Found::Kind::Contact:
        row.table = Table::Contact;
        describeContact(row, book, found);
        break;
    case Found::Kind::Debit:
        row.table = Table::Debit;
        describeDebit(row, book, d, found);
        break;
    case Found::Kind::Credit:
        row.table = Table::Credit;
        describeCredit(row, book, found);
        break;
    case Found::Kind::Promise: {
        const Promise& p = book.rows<Promise>()[found.row];
        row.table = Table::Promise;
        row.id = p.id.value;
        row.title = Lang::tr("Promise of %1").arg(amountWithUnit(p.amount, p.currency));
        row.detail = joined({customer.name, Lang::tr("for %1").arg(dateText(p.promisedFor))});
        break;
    }
    }
    return row;
}

} // namespace duedesk
