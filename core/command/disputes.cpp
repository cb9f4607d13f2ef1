#include "core/insight/agreements/disputes.h"
#include "core/base/storedwords.h"
#include "core/command/common.h"
#include "core/insight/agreements/shortpayments.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr int creditDays = 5; // business days in which a credit we owe is to be given

QString numberOf(const Book& book, DebitId id)
{
    const std::uint32_t row = book.ledger().debitRow(id);
    if (row == noRow)
        return {};
    const auto [c, i] = book.ledger().debit(row);
    return toQString(c->number[i]);
}

Currency currencyOf(const Book& book, DebitId id)
{
    const std::uint32_t row = book.ledger().debitRow(id);
    invariant(row != noRow, "a dispute is about an item that is not there");
    const auto [c, i] = book.ledger().debit(row);
    return Currency::fromIndex(c->currency[i]);
}

Outcome checkWords(const QString& reason, const QString& rootCause, const QString& department,
                   const QString& responsible, const QString& note)
{
    const std::pair<const QString&, QStringView> words[] = {
        {reason, u"reason"}, {rootCause, u"root cause"}, {department, u"department"}, {responsible, u"responsible"}};
    for (const auto& [text, field] : words)
        if (const Outcome o = checkText(text, field, wordLimit); !o)
            return o;
    return checkText(note, u"note", noteLimit);
}

Outcome checkTarget(Date target, Date today)
{
    if (target.isValid() && target < today)
        return std::unexpected(
            badField(u"target", Lang::words("lies in the past"), Lang::words("choose today or a later day")));
    return {};
}

// One contested invoice: it must be the payer's and open, and no more is taken than is not contested yet.
Result<Dispute> contested(const Book& book, std::uint32_t payer, const PromiseLine& line, const Context& x)
{
    const std::uint32_t row = book.ledger().debitRow(line.debit);
    const auto at = row == noRow ? Ledger::DebitRef{nullptr, 0} : book.ledger().debit(row);
    if (!at.chunk || book.payerRow(at.chunk->customer[at.i]) != payer || book.ledger().open(row, x.today) == 0)
        return std::unexpected(badField(u"invoices", Lang::words("one is not open at this customer"),
                                        Lang::words("choose open invoices")));
    const std::int64_t free = undisputed(book, row, x.today);
    const Currency currency = Currency::fromIndex(at.chunk->currency[at.i]);
    const QString number = toQString(at.chunk->number[at.i]);
    if (free == 0)
        return std::unexpected(badField(u"invoices", Lang::words("%1 is disputed already", number),
                                        Lang::words("edit the dispute that is there")));
    if (line.amount < 0 || line.amount > free)
        return std::unexpected(badField(
            u"amount",
            Lang::words("is more than the %1 of %2 that are open and not disputed", Money{free, currency}, number),
            Lang::words("write at most %1", Money{free, currency})));
    Dispute out;
    out.customer = book.customers()[at.chunk->customer[at.i]].id;
    out.debit = line.debit;
    // All that is open follows the invoice; beside another dispute it is what that one leaves.
    const bool all = line.amount == 0 && free == book.ledger().open(row, x.today);
    out.amount = all ? 0 : line.amount == 0 ? free : line.amount;
    return out;
}

// What the lines come to, one sum a currency.
Words sumWords(const Book& book, const std::vector<Dispute>& rows, Date today)
{
    MoneyBag sum;
    for (const Dispute& x : rows) {
        const std::int64_t open = book.ledger().open(book.ledger().debitRow(x.debit), today);
        sum.add({x.amount == 0 ? open : x.amount, currencyOf(book, x.debit)});
    }
    Words out;
    for (const auto& [currency, minor] : sum.amounts()) {
        Words part = Money{narrow(minor), currency};
        out = out.isEmpty() ? std::move(part) : Lang::words("%1 and %2", std::move(out), std::move(part));
    }
    return out;
}

struct Found {
    const Dispute* row;
    std::uint32_t payer;
    DisputeState state;
};
Result<Found> disputeOf(const Book& book, DisputeId id, Date today)
{
    const Dispute* row = book.rows<Dispute>().find(id);
    if (!row)
        return fail(ErrorCode::InputRejected, Lang::words("is not a dispute of this book"), {},
                    QStringLiteral("dispute"));
    const auto payer = payerOf(book, row->customer);
    if (!payer)
        return std::unexpected(payer.error());
    return Found{row, *payer, disputeStanding(book, *row, today).state};
}

std::unexpected<Error> notNow(const Words& what, const Words& remedy)
{
    return fail(ErrorCode::Refused, what, remedy, QStringLiteral("dispute"));
}

// "Dispute of INV-7 (Summit Foods SA)"
Words nameOf(const Book& book, const Found& f)
{
    return Lang::words("Dispute of %1 (%2)", numberOf(book, f.row->debit), book.customers()[f.payer].name);
}

Error unlikeBefore(DisputeState state)
{
    Error e;
    e.code = ErrorCode::Refused;
    e.what = Lang::words("is %1 already", wordsOf(state));
    e.field = QStringLiteral("dispute");
    return e;
}

} // namespace

Result<DisputeId> addDispute(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                             const DisputeDraft& draft, ContactId contact, const Context& x)
{
    if (const Outcome o = checkWords(draft.reason, draft.rootCause, draft.department, draft.responsible, draft.note);
        !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkTarget(draft.targetDate, x.today); !o)
        return std::unexpected(o.error());
    if (draft.lines.empty())
        return std::unexpected(
            badField(u"invoices", Lang::words("none is chosen"), Lang::words("choose the invoices they contest")));
    std::vector<Dispute> rows;
    for (const PromiseLine& line : draft.lines) {
        auto row = contested(book, payer, line, x);
        if (!row)
            return std::unexpected(row.error());
        if (std::any_of(rows.begin(), rows.end(), [&](const Dispute& r) { return r.debit == line.debit; }))
            return std::unexpected(badField(u"invoices", Lang::words("one is chosen twice")));
        rows.push_back(std::move(*row));
    }
    const Date target = draft.targetDate.isValid() ? draft.targetDate : deductionDeadline(book, x.today);
    const QString owner = book.customers()[payer].owner;
    DisputeId first;
    for (Dispute& row : rows) {
        row.id = nextId<DisputeId>(x, Table::Dispute);
        row.caseOf = first; // none for the first
        first = first ? first : row.id;
        row.kind = draft.kind;
        row.reason = draft.reason;
        row.openedOn = x.today;
        row.rootCause = draft.rootCause;
        row.department = draft.department;
        row.responsible = draft.responsible;
        row.owner = owner.isEmpty() ? x.user : owner;
        row.targetDate = target;
        row.contact = contact;
        row.openedBy = x.user;
        row.note = draft.note;
        row.operation = x.operation;
    }
    remarks.push_back(Lang::count("%2 of %1 invoices left out until resolved, to be answered by %3.",
                                  "%2 of 1 invoice left out until resolved, to be answered by %3.", qint64(rows.size()),
                                  sumWords(book, rows, x.today), DayWord{target, x.today}));
    for (Dispute& row : rows)
        changes.insert(std::move(row));
    return first;
}

Result<ChangeSet> decideCommand(const Book& book, const OpenDispute& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const auto contact = contactOf(book, c.contact, *payer); !contact)
        return std::unexpected(contact.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("dispute opened"));
    std::vector<Words> remarks;
    if (const auto id = addDispute(changes, remarks, book, *payer, c.draft, c.contact, x); !id)
        return std::unexpected(id.error());
    changes.summary =
        summaryOf(Lang::words("Dispute opened for %1 (%2).", book.customers()[*payer].name, wordsOf(c.draft.kind)),
                  std::move(remarks));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const AcceptDeduction& c, const Context& x)
{
    const ShortPayments all = shortPayments(book, x.today);
    const auto it = std::find_if(all.deductions.begin(), all.deductions.end(),
                                 [&](const ShortPayment& s) { return s.debit == book.ledger().debitRow(c.debit); });
    if (it == all.deductions.end())
        return fail(ErrorCode::Refused, Lang::words("is no short payment any more"),
                    Lang::words("open a dispute for it instead"), QStringLiteral("invoice"));
    ChangeSet changes = beginChange(book, it->payer, x, QStringLiteral("deduction taken up"));
    std::vector<Words> remarks;
    DisputeDraft draft;
    draft.kind = it->guess;
    draft.reason = stored(it->why);
    draft.lines = {{c.debit, 0}};
    draft.targetDate = deductionDeadline(book, x.today);
    if (const auto id = addDispute(changes, remarks, book, it->payer, draft, {}, x); !id)
        return std::unexpected(id.error());
    changes.of<Dispute>().back().after.guessed = true;
    changes.summary = summaryOf(
        Lang::words("Deduction of %1 taken up (%2, guessed).", book.customers()[it->payer].name, wordsOf(it->guess)),
        std::move(remarks));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const EditDispute& c, const Context& x)
{
    const auto f = disputeOf(book, c.dispute, x.today);
    if (!f)
        return std::unexpected(f.error());
    if (const Outcome o = checkWords(c.reason, c.rootCause, c.department, c.responsible, c.note); !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkText(c.owner, u"owner", wordLimit); !o)
        return std::unexpected(o.error());
    if (c.targetDate != f->row->targetDate) // an old day may stay, a new one lies ahead
        if (const Outcome o = checkTarget(c.targetDate, x.today); !o)
            return std::unexpected(o.error());
    Dispute after = *f->row;
    after.guessed = after.guessed && after.kind == c.kind;
    after.kind = c.kind;
    // What was noted by us and left as it reads stays a code.
    if (c.reason != say(recalled(after.reason)))
        after.reason = c.reason;
    after.rootCause = c.rootCause.trimmed();
    after.department = c.department.trimmed();
    after.responsible = c.responsible.trimmed();
    after.owner = c.owner.trimmed();
    after.targetDate = c.targetDate;
    after.note = c.note;
    ChangeSet changes = beginChange(book, f->payer, x, QStringLiteral("dispute edited"));
    changes.change(*f->row, std::move(after));
    changes.summary = Lang::words("%1 changed.", nameOf(book, *f));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const WorkDispute& c, const Context& x)
{
    const auto f = disputeOf(book, c.dispute, x.today);
    if (!f)
        return std::unexpected(f.error());
    if (f->state != DisputeState::Open)
        return std::unexpected(unlikeBefore(f->state));
    Dispute after = *f->row;
    after.inWorkOn = x.today;
    if (after.owner.isEmpty())
        after.owner = x.user;
    ChangeSet changes = beginChange(book, f->payer, x, QStringLiteral("dispute taken up"));
    changes.change(*f->row, std::move(after));
    changes.summary = Lang::words("%1 is in work.", nameOf(book, *f));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const ResolveDispute& c, const Context& x)
{
    const auto f = disputeOf(book, c.dispute, x.today);
    if (!f)
        return std::unexpected(f.error());
    if (f->state == DisputeState::Resolved)
        return std::unexpected(unlikeBefore(DisputeState::Resolved));
    if (c.resolution == Resolution::None)
        return std::unexpected(badField(u"resolution", Lang::words("is missing"),
                                        Lang::words("say credit due, unfounded, withdrawn or paid")));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const DisputeStanding standing = disputeStanding(book, *f->row, x.today);
    const Money still{standing.open, currencyOf(book, f->row->debit)};
    Dispute after = *f->row;
    after.resolvedOn = x.today;
    after.resolution = c.resolution;
    after.resolvedBy = x.user;
    after.resolutionNote = c.note;
    ChangeSet changes = beginChange(book, f->payer, x, QStringLiteral("dispute resolved"));
    changes.change(*f->row, std::move(after));
    changes.summary = Lang::words("%1 resolved: %2.", nameOf(book, *f), wordsOf(c.resolution));
    if (standing.open == 0)
        return changes;
    if (c.resolution == Resolution::CreditDue) { // they wait for us until the credit note is there
        RequestDraft credit;
        credit.kind = RequestKind::Credit;
        credit.what = stored(Lang::words("Credit note of %1 for %2", still, numberOf(book, f->row->debit)));
        credit.debit = f->row->debit;
        credit.owner = f->row->owner;
        credit.dueOn = book.calendar().addBusinessDays(x.today, creditDays);
        if (const auto id = addRequest(changes, book, f->payer, credit, f->row->contact, x); !id)
            return std::unexpected(id.error());
        changes.summary = summaryOf(
            changes.summary, {Lang::words("We owe them a credit of %1 by %2.", still, DayWord{credit.dueOn, x.today})});
    } else {
        addNextAction(changes, book, f->payer, x, NextActionKind::FollowUp, x.today);
        changes.summary = summaryOf(changes.summary, {Lang::words("%1 can be asked for again.", still)});
    }
    return changes;
}

// A new row of the case, so that the days between keep what they showed.
Result<ChangeSet> decideCommand(const Book& book, const ReopenDispute& c, const Context& x)
{
    const auto f = disputeOf(book, c.dispute, x.today);
    if (!f)
        return std::unexpected(f.error());
    if (f->state != DisputeState::Resolved)
        return notNow(Lang::words("is %1", wordsOf(f->state)), Lang::words("only a resolved one can be reopened"));
    bool again = false;
    for (const std::uint32_t row : book.disputesOf(book.customerRow(f->row->customer)))
        again = again || book.rows<Dispute>()[row].reopens == c.dispute;
    if (again)
        return notNow(Lang::words("was reopened before"), Lang::words("reopen the latest of its case"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkTarget(c.targetDate, x.today); !o)
        return std::unexpected(o.error());
    const std::uint32_t debit = book.ledger().debitRow(f->row->debit);
    const std::int64_t free = debit == noRow ? 0 : undisputed(book, debit, x.today);
    if (free == 0)
        return notNow(Lang::words("has nothing open that is not disputed"),
                      Lang::words("there is nothing left to contest"));
    const bool all = f->row->amount == 0 && free == book.ledger().open(debit, x.today);
    Dispute row = *f->row;
    row.id = nextId<DisputeId>(x, Table::Dispute);
    row.amount = all ? 0 : f->row->amount == 0 ? free : std::min(f->row->amount, free);
    row.openedOn = x.today;
    row.resolvedOn = row.inWorkOn = {};
    row.resolution = Resolution::None;
    row.resolvedBy.clear();
    row.resolutionNote.clear();
    row.targetDate = c.targetDate.isValid() ? c.targetDate : deductionDeadline(book, x.today);
    row.caseOf = f->row->caseOf ? f->row->caseOf : f->row->id;
    row.reopens = f->row->id;
    row.openedBy = x.user;
    row.note = c.note.isEmpty() ? f->row->note : c.note;
    row.batch = {};
    row.operation = x.operation;
    ChangeSet changes = beginChange(book, f->payer, x, QStringLiteral("dispute reopened"));
    changes.summary =
        Lang::words("%1 reopened, to be answered by %2.", nameOf(book, *f), DayWord{row.targetDate, x.today});
    changes.insert(std::move(row));
    return changes;
}

} // namespace duedesk
