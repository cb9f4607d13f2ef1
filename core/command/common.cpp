#include "core/command/common.h"

namespace duedesk {

Result<std::uint32_t> payerOf(const Book& book, CustomerId customer)
{
    if (!book.customers().find(customer))
        return fail(ErrorCode::InputRejected, QStringLiteral("is not a customer of this book"), {},
                    QStringLiteral("customer"));
    return book.payerRow(book.customerRow(customer));
}

Outcome checkText(const QString& text, QStringView field, qsizetype limit)
{
    if (text.contains(QChar(u'\0')))
        return fail(ErrorCode::InputRejected, QStringLiteral("holds a NUL character"), QStringLiteral("remove it"),
                    field.toString());
    if (text.size() > limit)
        return fail(ErrorCode::InputRejected,
                    u"is " + QString::number(text.size()) + u" characters long; " + QString::number(limit)
                        + u" are allowed",
                    QStringLiteral("shorten it"), field.toString());
    return {};
}

Result<const Contact*> contactOf(const Book& book, ContactId id, std::uint32_t payer)
{
    if (!id)
        return nullptr;
    const Contact* c = book.rows<Contact>().find(id);
    const std::uint32_t customer = c ? book.customerRow(c->customer) : noRow;
    if (customer == noRow || (customer != payer && book.payerRow(customer) != payer))
        return fail(ErrorCode::InputRejected, QStringLiteral("is not a contact of this customer"),
                    QStringLiteral("choose one of its contacts"), QStringLiteral("contact"));
    return c;
}

ChangeSet beginChange(const Book& book, std::uint32_t payer, const Context& x, const QString& action)
{
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = action;
    changes.object = book.customers()[payer].externalId;
    return changes;
}

void addNextAction(ChangeSet& changes, const Book& book, std::uint32_t payer, const Context& x, NextActionKind kind,
                   Date due, Instant at, const QString& note)
{
    NextAction n;
    n.id = nextId<NextActionId>(x, Table::NextAction);
    n.customer = book.customers()[payer].id;
    n.kind = kind;
    n.madeOn = x.today;
    n.due = due;
    n.at = at;
    n.note = note;
    n.user = x.user;
    n.operation = x.operation;
    changes.insert(std::move(n));
}

} // namespace duedesk
