#include "core/base/words.h"
#include "core/command/common.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {

Outcome addConfirm(ChangeSet& changes, const Book& book, std::uint32_t payer, const Contact* contact, ActivityId talk,
                   Date due, const QString& what, const Context& x)
{
    if (due < x.today)
        return fail(ErrorCode::InputRejected, QStringLiteral("lies in the past"),
                    QStringLiteral("choose today or a later day"), QStringLiteral("confirm"));
    if (const Outcome o = checkText(what, u"confirm", wordLimit); !o)
        return o;
    ConfirmBy c;
    c.id = nextId<ConfirmById>(x, Table::ConfirmBy);
    c.customer = book.customers()[payer].id;
    c.contact = contact ? contact->id : ContactId();
    c.activity = talk;
    c.madeOn = x.today;
    c.due = due;
    c.what = what.trimmed();
    c.nextRung = nextRung(contact ? contact->role : ContactRole::ApClerk);
    c.operation = x.operation;
    changes.insert(std::move(c));
    return {};
}

Result<ChangeSet> decideCommand(const Book& book, const MeetConfirm& c, const Context& x)
{
    const ConfirmBy* row = book.rows<ConfirmBy>().find(c.confirm);
    const std::uint32_t customer = row ? book.customerRow(row->customer) : noRow;
    if (customer == noRow)
        return fail(ErrorCode::InputRejected, QStringLiteral("is not a confirmation of this book"), {},
                    QStringLiteral("confirm"));
    if (row->metOn.isValid())
        return fail(ErrorCode::Refused, u"was met on " + dayWords(row->metOn, x.today),
                    QStringLiteral("undo takes it back"), QStringLiteral("confirm"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const std::uint32_t payer = book.payerRow(customer);
    ChangeSet changes = beginChange(book, payer, x, QStringLiteral("confirmed"));
    ConfirmBy after = *row;
    after.metOn = x.today;
    changes.change(*row, std::move(after));
    addNote(changes, book, payer, c.note, x);
    changes.summary = book.customers()[payer].name + u" confirmed"
                      + (row->what.isEmpty() ? QString() : QString(u": " + row->what)) + u'.';
    return changes;
}

} // namespace duedesk
