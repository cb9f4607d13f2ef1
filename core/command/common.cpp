#include "core/command/common.h"

#include "core/base/storedwords.h"

#include "core/base/text.h"
#include "core/domain/nametext.h"

namespace duedesk {

Result<std::uint32_t> payerOf(const Book& book, CustomerId customer)
{
    if (!book.customers().find(customer))
        return fail(ErrorCode::InputRejected, Lang::words("is not a customer of this book"), {},
                    QStringLiteral("customer"));
    return book.payerRow(book.customerRow(customer));
}

Error badField(QStringView field, const Words& what, const Words& remedy)
{
    Error e;
    e.what = what;
    e.remedy = remedy;
    e.field = field.toString();
    return e;
}

Outcome checkText(const QString& text, QStringView field, qsizetype limit)
{
    if (text.contains(QChar(u'\0')))
        return fail(ErrorCode::InputRejected, Lang::words("holds a NUL character"), Lang::words("remove it"),
                    field.toString());
    if (text.size() > limit)
        return fail(
            ErrorCode::InputRejected,
            Lang::words("is %1 characters long; %2 are allowed", QString::number(text.size()), QString::number(limit)),
            Lang::words("shorten it"), field.toString());
    return {};
}

Outcome checkWord(const QString& text, QStringView field)
{
    const QString seen = say(recalled(text)); // a text of the program's own is kept as a code, whose mark is not seen
    if (hiddenInName(seen) >= 0 || (!text.trimmed().isEmpty() && saysNothing(text)))
        return fail(ErrorCode::InputRejected,
                    Lang::words("holds a character that cannot be seen: %1", excerpt(seen, 30)),
                    Lang::words("type it anew, in one line"), field.toString());
    return checkText(text, field, wordLimit);
}

Result<const Contact*> contactOf(const Book& book, ContactId id, std::uint32_t payer)
{
    if (!id)
        return nullptr;
    const Contact* c = book.rows<Contact>().find(id);
    const std::uint32_t customer = c ? book.customerRow(c->customer) : noRow;
    if (customer == noRow || (customer != payer && book.payerRow(customer) != payer))
        return fail(ErrorCode::InputRejected, Lang::words("is not a contact of this customer"),
                    Lang::words("choose one of its contacts"), QStringLiteral("contact"));
    return c;
}

Words summaryOf(Words headline, std::vector<Words> remarks)
{
    remarks.insert(remarks.begin(), std::move(headline));
    return sentences(std::move(remarks));
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

Result<std::uint32_t> openDebitOf(const Book& book, DebitId debit, std::uint32_t payer, Date today)
{
    const Ledger& l = book.ledger();
    const std::uint32_t row = l.debitRow(debit);
    if (row == noRow || book.payerRow(viewDebit(l, row).customer) != payer)
        return fail(ErrorCode::InputRejected, Lang::words("one is not of this customer"),
                    Lang::words("tick its own invoices"), QStringLiteral("invoices"));
    if (l.open(row, today) <= 0)
        return fail(ErrorCode::InputRejected, Lang::words("%1 is not open", viewDebit(l, row).number),
                    Lang::words("tick open invoices"), QStringLiteral("invoices"));
    return row;
}

Activity* addNote(ChangeSet& changes, const Book& book, std::uint32_t payer, const QString& note, const Context& x)
{
    if (note.isEmpty())
        return nullptr;
    Activity a;
    a.id = nextId<ActivityId>(x, Table::Activity);
    a.customer = book.customers()[payer].id;
    a.kind = ActivityKind::Note;
    a.at = x.now;
    a.day = x.today;
    a.user = x.user;
    a.note = note;
    a.operation = x.operation;
    changes.insert(std::move(a));
    return &changes.of<Activity>().back().after;
}

} // namespace duedesk
