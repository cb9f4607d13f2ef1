#include "ui/pages/disputes/disputespage.h"

#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/disputes/disputedesk.h"
#include "ui/pages/rowfilter.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

bool isResolved(const DisputeLine& l)
{
    return l.kind == DisputeRowKind::Dispute && l.standing.state == DisputeState::Resolved;
}
bool isDeduction(const DisputeLine& l) { return l.kind == DisputeRowKind::Deduction; }
bool isToDo(const DisputeLine& l) { return l.kind != DisputeRowKind::Residue && !isResolved(l); }

bool lineHolds(const Filter& f, const Book& book, const DisputeLine& line)
{
    const Dispute* x = line.dispute == noRow ? nullptr : &book.rows<Dispute>()[line.dispute];
    const auto own = [&](const QString& field) -> std::optional<QStringList> {
        if (field == u"owner")
            return QStringList(x ? x->owner : book.customers()[line.payer].owner);
        if (field == u"department")
            return QStringList(x ? x->department : QString());
        if (field == u"responsible")
            return QStringList(x ? x->responsible : QString());
        if (field == u"reason")
            return QStringList{disputeReasonName(line.guess), say(wordsOf(line.guess))};
        if (field == u"state")
            return QStringList{line.stateName(book), say(line.stateWords(book))};
        return std::nullopt;
    };
    QStringList words{say(line.reason)};
    if (line.debit != noRow)
        words += viewDebit(book.ledger(), line.debit).number;
    return rowHolds(f, book, line.payer, line.openBase, own, words);
}

BoardFigures figures(const DisputeBoard& board, const Book& book, const BoardCounts&)
{
    const DisputeFigures& f = board.figures;
    const auto money = [base = book.info().base](std::int64_t minor) { return amountWithUnit(minor, base); };
    QStringList parts, more;
    if (f.shareOfPastDue.has())
        parts += Lang::tr("%1 % of past-due money is disputed").arg(f.shareOfPastDue.toText(1));
    if (f.medianDays)
        parts += Lang::plural("resolved in %1 days (median of 90 days)", "resolved in 1 day (median of 90 days)",
                              *f.medianDays);
    for (const DisputeGroup& g : f.byReason)
        if (g.count > 0) {
            const auto reason = parseDisputeReason(g.key);
            more += Lang::tr("%1: %2, %3", "a reason, how many, money")
                        .arg(reason ? say(wordsOf(*reason)) : g.key, countText(g.count), money(g.openBase));
        }
    if (f.reopened.has())
        more += Lang::tr("%1 % reopened").arg(f.reopened.toText(1));
    QStringList about{
        QStringList{Lang::plural("%1 disputes", "1 dispute", f.unresolved), money(f.openBase)}.join(u", "_s)};
    if (f.overdue > 0)
        about += Lang::tr("%1 overdue").arg(countText(f.overdue));
    if (board.deductionsBase > 0)
        about += Lang::tr("short payments %1").arg(money(board.deductionsBase));
    about += Lang::tr("as of %1").arg(dateText(board.day));
    const QString dot = u" \u00b7 "_s;
    return {parts.join(dot), more.join(u'\n'), about.join(dot), f.overdue};
}

BoardEmpty empty(const DisputeBoard& board, const Book&, const QString&)
{
    if (board.figures.resolved > 0)
        return {.icon = u"done"_s,
                .heading = Lang::tr("Nothing is disputed"),
                .text = Lang::tr("No short payment waits either."),
                .button = Lang::tr("Show the resolved ones"),
                .tab = u"resolved"_s};
    return {.icon = u"done"_s,
            .heading = Lang::tr("Nothing is disputed"),
            .text = Lang::tr("3 in a call opens a dispute; short payments turn up here by themselves.")};
}

BoardSpec<DisputeBox> spec()
{
    return {.id = u"disputes"_s,
            .title = Lang::tr("Disputes"),
            .words = {.table = Lang::tr("Disputes"),
                      .placeholder = u"reason:price owner:me"_s,
                      .working = Lang::tr("Working out the disputes\u2026"),
                      .failed = Lang::tr("The disputes could not be worked out"),
                      .noMatch = Lang::tr("Nothing matches this filter")},
            .columns = disputeColumns,
            .key = [](const Book& book, const DisputeLine& line, std::uint32_t) { return line.key(book); },
            .tabs = {{u"todo"_s, Lang::tr("To do"), isToDo, true},
                     {u"deductions"_s, Lang::tr("Deductions"), isDeduction},
                     {u"overdue"_s, Lang::tr("Overdue"), [](const DisputeLine& l) { return l.standing.overdue; }},
                     {u"resolved"_s, Lang::tr("Resolved"), isResolved},
                     {u"residues"_s, Lang::tr("Write-offs"),
                      [](const DisputeLine& l) { return l.kind == DisputeRowKind::Residue; }}},
            .fields = {u"owner"_s, u"reason"_s, u"department"_s, u"responsible"_s, u"state"_s},
            .holds = lineHolds,
            .ask = [](const Book& book, Date day, Instant) { return disputeBoard(book, day); },
            .figures = figures,
            .empty = empty};
}

} // namespace

DisputesPage::DisputesPage(Workbench& workbench, QWidget* parent)
    : Board(spec(), workbench, parent), m_desk(new DisputeDesk(workbench))
{
    addDesk(m_desk, tr("Choose a dispute to see it here."));
}

} // namespace duedesk
