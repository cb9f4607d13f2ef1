#include "core/insight/agreements/invoicemarks.h"
#include "core/command/common.h"
#include "core/domain/codewords.h"

#include <algorithm>

namespace duedesk {

// Marks each invoice that does not have that reason already, or about which there is something to note.
Result<ChangeSet> decideCommand(const Book& book, const SetLateReason& c, const Context& x)
{
    if (c.debits.empty())
        return fail(ErrorCode::InputRejected, Lang::words("none is chosen"), Lang::words("choose an invoice"),
                    QStringLiteral("invoices"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    std::vector<DebitId> debits = c.debits;
    std::sort(debits.begin(), debits.end());
    debits.erase(std::unique(debits.begin(), debits.end()), debits.end());
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = QStringLiteral("reason for delay set");
    const Ledger& l = book.ledger();
    for (const DebitId id : debits) {
        const std::uint32_t row = l.debitRow(id);
        if (row == noRow)
            return fail(ErrorCode::InputRejected, Lang::words("one is not in this book"), {},
                        QStringLiteral("invoices"));
        const DebitView v = viewDebit(l, row);
        changes.object = book.customers()[book.payerRow(v.customer)].externalId;
        if (lateReasonOf(book, row, x.today) == c.reason && c.note.trimmed().isEmpty())
            continue;
        InvoiceMark m;
        m.id = nextId<InvoiceMarkId>(x, Table::InvoiceMark);
        m.customer = book.customers()[v.customer].id;
        m.debit = id;
        m.kind = MarkKind::WhyLate;
        m.late = c.reason;
        m.day = x.today;
        m.user = x.user;
        m.note = c.note.trimmed();
        m.operation = x.operation;
        changes.insert(std::move(m));
    }
    const Words which = debits.size() == 1 ? Words(Name{viewDebit(l, l.debitRow(debits.front())).number})
                                           : Lang::count("%1 invoices", "1 invoice", qint64(debits.size()));
    changes.summary = c.reason == LateReason::None ? Lang::words("%1: reason for delay taken off.", which)
                                                   : Lang::words("%1: late because of %2.", which, wordsOf(c.reason));
    return changes;
}

} // namespace duedesk
