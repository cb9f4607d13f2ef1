#include "ui/pages/disputes/disputespage.h"

#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/disputes/disputedesk.h"
#include "ui/pages/rowfilter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

bool unresolved(const DisputeLine& l)
{
    return l.kind == DisputeRowKind::Dispute && l.standing.state != DisputeState::Resolved;
}
constexpr LineTab<DisputeLine> tabs[] = {
    {"todo", "To do", [](const DisputeLine& l) { return l.kind == DisputeRowKind::Deduction || unresolved(l); }, true},
    {"deductions", "Deductions", [](const DisputeLine& l) { return l.kind == DisputeRowKind::Deduction; }},
    {"overdue", "Overdue", [](const DisputeLine& l) { return l.standing.overdue; }},
    {"resolved", "Resolved",
     [](const DisputeLine& l) {
         return l.kind == DisputeRowKind::Dispute && l.standing.state == DisputeState::Resolved;
     }},
    {"residues", "Write-offs", [](const DisputeLine& l) { return l.kind == DisputeRowKind::Residue; }},
};

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

} // namespace

DisputesPage::DisputesPage(Workbench& workbench, QWidget* parent)
    : DisputesPage(workbench, std::make_shared<DisputeBox>(), parent)
{
}

DisputesPage::DisputesPage(Workbench& workbench, const DisputeBoxPtr& box, QWidget* parent)
    : BoardPage(u"disputes"_s,
                {.table = u"Disputes"_s,
                 .placeholder = u"reason:price owner:me"_s,
                 .working = u"Working out the disputes\u2026"_s,
                 .failed = u"The disputes could not be worked out"_s,
                 .noMatch = u"Nothing matches this filter"_s,
                 .row = u"row"_s,
                 .rows = u"rows"_s,
                 .sum = {},
                 .sort = {}},
                workbench,
                new BookTableModel(disputeColumns(box),
                                   [box](const Book& book, std::uint32_t row) { return box->line(row).key(book); }),
                u"Disputes"_s, tabsOf(tabs), {u"owner"_s, u"reason"_s, u"department"_s, u"responsible"_s, u"state"_s},
                parent),
      m_box(box), m_desk(new DisputeDesk(workbench))
{
    setDesk(m_desk);
    connect(m_desk, &DisputeDesk::worked, this, [this](bool next) {
        if (next)
            nextLine();
    });
    showCurrent();
}

void DisputesPage::bindActions(ActionCatalog& catalog)
{
    BoardPage::bindActions(catalog);
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, table(), std::move(run), whenRow());
    };
    bind(u"disputes.open"_s, [this] { openCurrent(); });
    bind(u"disputes.accept"_s, [this] { m_desk->accept(); });
    bind(u"disputes.work"_s, [this] { m_desk->work(); });
    bind(u"disputes.resolve"_s, [this] { m_desk->resolve(); });
    bind(u"disputes.reopen"_s, [this] { m_desk->reopen(); });
    bind(u"disputes.edit"_s, [this] { m_desk->edit(); });
}

void DisputesPage::ask()
{
    work<Answer>(
        [book = workbench().book(), day = workbench().asOf()] {
            return Answer{book, std::make_shared<const DisputeBoard>(disputeBoard(*book, day))};
        },
        [this](const Answer& answer) { show(answer); });
}

void DisputesPage::show(const Answer& answer)
{
    showFigures(answer);
    setBoard(boardOf(answer, tabs, lineHolds, m_box));
}

void DisputesPage::showFigures(const Answer& answer)
{
    const DisputeFigures& f = answer.all->figures;
    const Currency base = answer.book->info().base;
    QStringList parts;
    if (f.shareOfPastDue.has())
        parts += f.shareOfPastDue.toText(1) + u" % of past-due money is disputed"_s;
    if (f.medianDays)
        parts += u"resolved in "_s + plural(*f.medianDays, u"day"_s, u"days"_s) + u" (median of 90 days)"_s;
    QStringList more;
    for (const DisputeGroup& g : f.byReason)
        if (g.count > 0)
            more += g.key + u": "_s + countText(g.count) + u", "_s + amountWithUnit(g.openBase, base);
    if (f.reopened.has())
        more += f.reopened.toText(1) + u" % reopened"_s;
    setHeadline(parts.join(u" \u00b7 "_s), more.join(u'\n'));
    QString text = plural(f.unresolved, u"dispute"_s, u"disputes"_s) + u", "_s + amountWithUnit(f.openBase, base);
    if (f.overdue > 0)
        text += u" \u00b7 "_s + countText(f.overdue) + u" overdue"_s;
    if (answer.all->deductionsBase > 0)
        text += u" \u00b7 short payments "_s + amountWithUnit(answer.all->deductionsBase, base);
    setSubtitle(text + u" \u00b7 as of "_s + dateText(answer.all->day));
    setBadge(f.overdue);
}

void DisputesPage::showEmpty()
{
    if (m_box->now->figures.resolved > 0)
        showMessage(u"done"_s, u"Nothing is disputed"_s, u"No short payment waits either."_s,
                    u"Show the resolved ones"_s);
    else
        showMessage(u"done"_s, u"Nothing is disputed"_s,
                    u"3 in a call opens a dispute; short payments turn up here by themselves."_s);
}

void DisputesPage::emptyAction() { lanes()->setCurrentLane(u"resolved"_s); }

void DisputesPage::showCurrent()
{
    const std::uint32_t row = currentRow();
    const bool shown = !isStale() && row != noRow && m_box->now;
    if (!shown && m_desk->isBusy() && isStale())
        return; // a newer book is being looked at; what is typed stays
    m_desk->setLine(shown ? m_box->line(row) : DisputeLine(), u"Choose a dispute to see it here."_s);
}

} // namespace duedesk
