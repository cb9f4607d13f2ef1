#include "core/base/storedwords.h"
#include "core/command/common.h"

namespace duedesk {

Result<RequestId> addRequest(ChangeSet& changes, const Book& book, std::uint32_t payer, const RequestDraft& draft,
                             ContactId contact, const Context& x)
{
    CustomerRequest r;
    r.what = draft.what.trimmed();
    if (r.what.isEmpty())
        return fail(ErrorCode::InputRejected, Lang::words("is missing"),
                    Lang::words("say what they need: “copy of invoice 4711”"), QStringLiteral("document"));
    if (const Outcome o = checkWord(r.what, u"document"); !o)
        return std::unexpected(o.error());
    r.owner = draft.owner.trimmed();
    if (const Outcome o = checkWord(r.owner, u"owner"); !o)
        return std::unexpected(o.error());
    if (r.owner.isEmpty())
        r.owner = x.user;
    if (draft.debit)
        if (const auto row = openDebitOf(book, draft.debit, payer, x.today); !row)
            return std::unexpected(row.error());
    r.dueOn = draft.dueOn.isValid() ? draft.dueOn : book.calendar().addBusinessDays(x.today, 1);
    if (r.dueOn < x.today)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the past"),
                    Lang::words("choose today or a later day"), QStringLiteral("due"));
    r.id = nextId<RequestId>(x, Table::CustomerRequest);
    r.customer = book.customers()[payer].id;
    r.contact = contact;
    r.debit = draft.debit;
    r.kind = draft.kind;
    r.openedOn = x.today;
    r.operation = x.operation;
    const RequestId id = r.id;
    changes.insert(std::move(r));
    return id;
}

Result<ChangeSet> decideCommand(const Book& book, const AddRequest& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const auto contact = contactOf(book, c.contact, *payer); !contact)
        return std::unexpected(contact.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("request noted"));
    if (const auto id = addRequest(changes, book, *payer, c.draft, c.contact, x); !id)
        return std::unexpected(id.error());
    const CustomerRequest& r = changes.of<CustomerRequest>().front().after;
    changes.summary = Lang::words("%1 waits for us: %2, by %3, %4.", book.customers()[*payer].name, recalled(r.what),
                                  DayWord{r.dueOn, x.today, true}, r.owner);
    return changes;
}

// Done is ours to say; two business days later we look whether it has helped.
Result<ChangeSet> decideCommand(const Book& book, const FulfilRequest& c, const Context& x)
{
    const CustomerRequest* r = book.rows<CustomerRequest>().find(c.request);
    const std::uint32_t customer = r ? book.customerRow(r->customer) : noRow;
    if (customer == noRow)
        return fail(ErrorCode::InputRejected, Lang::words("is not a request of this book"), {},
                    QStringLiteral("request"));
    if (r->doneOn.isValid())
        return fail(ErrorCode::Refused, Lang::words("was done on %1", DayWord{r->doneOn, x.today}),
                    Lang::words("undo takes it back"), QStringLiteral("request"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const std::uint32_t payer = book.payerRow(customer);
    ChangeSet changes = beginChange(book, payer, x, QStringLiteral("request fulfilled"));
    CustomerRequest after = *r;
    after.doneOn = x.today;
    after.doneNote = c.note;
    changes.change(*r, std::move(after));
    const Date due = book.calendar().addBusinessDays(x.today, book.policyAt(x.today).followUpDays);
    addNextAction(changes, book, payer, x, NextActionKind::FollowUp, due);
    changes.summary = Lang::words("Done for %1: %2. Follow-up %3.", book.customers()[payer].name, recalled(r->what),
                                  DayWord{due, x.today, true});
    return changes;
}

} // namespace duedesk
