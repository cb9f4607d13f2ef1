#include "core/command/common.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"

namespace duedesk {
namespace {

constexpr int mostCostDays = 3650;

// The invoice it is about, by row; noRow = the account.
Result<std::uint32_t> invoiceOf(const Book& book, const RegisterException& c, std::uint32_t payer)
{
    if (!c.debit)
        return noRow;
    const std::uint32_t row = book.ledger().debitRow(c.debit);
    if (row == noRow || book.payerRow(viewDebit(book.ledger(), row).customer) != payer)
        return fail(ErrorCode::InputRejected, Lang::words("is not of this customer"),
                    Lang::words("choose one of its invoices"), QStringLiteral("invoices"));
    return row;
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const RegisterException& c, const Context& x)
{
    const auto payer = payerOf(book, c.customer);
    if (!payer)
        return std::unexpected(payer.error());
    const auto invoice = invoiceOf(book, c, *payer);
    if (!invoice)
        return std::unexpected(invoice.error());
    const QString reason = c.reason.trimmed();
    if (reason.isEmpty())
        return fail(ErrorCode::InputRejected, Lang::words("is missing"), Lang::words("say why this is an exception"),
                    QStringLiteral("reason"));
    if (const Outcome o = checkText(reason, u"reason", noteLimit); !o)
        return std::unexpected(o.error());
    const bool extension = c.kind == ExceptionKind::Extension;
    if (extension && !c.until.isValid())
        return fail(ErrorCode::InputRejected, Lang::words("is missing"), Lang::words("say the new day"),
                    QStringLiteral("date"));
    if (extension && c.until < x.today)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the past"),
                    Lang::words("choose today or a later day"), QStringLiteral("date"));
    if (c.costDays < 0 || c.costDays > mostCostDays)
        return fail(ErrorCode::InputRejected, Lang::words("must lie between 0 and %1", QString::number(mostCostDays)),
                    {}, QStringLiteral("days"));
    ExceptionEntry e;
    e.id = nextId<ExceptionId>(x, Table::ExceptionEntry);
    e.customer = c.customer;
    e.debit = c.debit;
    e.kind = c.kind;
    e.day = x.today;
    e.user = x.user;
    e.reason = reason;
    e.costDays = c.costDays;
    if (extension) {
        e.until = c.until;
        if (e.costDays == 0 && *invoice != noRow)
            e.costDays = std::max(0, c.until - viewDebit(book.ledger(), *invoice).due);
    }
    e.operation = x.operation;
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("exception registered"));
    const Words kind = capitalised(wordsOf(e.kind));
    const QString& name = book.customers()[*payer].name;
    const Words what = extension ? Lang::words("%1 for %2 until %3", kind, name, DayWord{e.until, x.today, true})
                                 : Lang::words("%1 for %2", kind, name);
    const Words cost = e.costDays > 0 ? Lang::count("%1 days", "1 day", e.costDays) : Words();
    changes.summary = Lang::words("%1: %2.", listed({what, cost}), reason);
    changes.insert(std::move(e));
    return changes;
}

} // namespace duedesk
