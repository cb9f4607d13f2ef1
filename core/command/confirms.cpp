#include "core/base/storedwords.h"
#include "core/command/common.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {

Outcome addConfirm(ChangeSet& changes, const Book& book, std::uint32_t payer, const Contact* contact, ActivityId talk,
                   Date due, const QString& what, const Context& x)
{
    if (due < x.today)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the past"),
                    Lang::words("choose today or a later day"), QStringLiteral("confirm"));
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
        return fail(ErrorCode::InputRejected, Lang::words("is not a confirmation of this book"), {},
                    QStringLiteral("confirm"));
    if (row->metOn.isValid())
        return fail(ErrorCode::Refused, Lang::words("was met on %1", DayWord{row->metOn, x.today}),
                    Lang::words("undo takes it back"), QStringLiteral("confirm"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const std::uint32_t payer = book.payerRow(customer);
    ChangeSet changes = beginChange(book, payer, x, QStringLiteral("confirmed"));
    ConfirmBy after = *row;
    after.metOn = x.today;
    changes.change(*row, std::move(after));
    addNote(changes, book, payer, c.note, x);
    const QString& name = book.customers()[payer].name;
    changes.summary = row->what.isEmpty() ? Lang::words("%1 confirmed.", name)
                                          : Lang::words("%1 confirmed: %2.", name, recalled(row->what));
    return changes;
}

} // namespace duedesk
