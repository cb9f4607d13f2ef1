#include "ui/pages/disputes/disputespage.h"

#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/disputes/disputedesk.h"
#include "ui/pages/rowfilter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

struct DisputeTab {
    const char* id;
    const char* title;
    bool (*has)(const DisputeLine&);
};
bool unresolved(const DisputeLine& l)
{
    return l.kind == DisputeRowKind::Dispute && l.standing.state != DisputeState::Resolved;
}
constexpr DisputeTab tabs[] = {
    {"todo", "To do", [](const DisputeLine& l) { return l.kind == DisputeRowKind::Deduction || unresolved(l); }},
    {"deductions", "Deductions", [](const DisputeLine& l) { return l.kind == DisputeRowKind::Deduction; }},
    {"overdue", "Overdue", [](const DisputeLine& l) { return l.standing.overdue; }},
    {"resolved", "Resolved",
     [](const DisputeLine& l) {
         return l.kind == DisputeRowKind::Dispute && l.standing.state == DisputeState::Resolved;
     }},
    {"residues", "Write-offs", [](const DisputeLine& l) { return l.kind == DisputeRowKind::Residue; }},
};

const QStringList ownFields{u"owner"_s, u"reason"_s, u"department"_s, u"responsible"_s, u"state"_s};

} // namespace

DisputesPage::DisputesPage(Workbench& workbench, QWidget* parent)
    : Page(u"disputes"_s, u"Disputes"_s, parent), m_workbench(workbench), m_box(std::make_shared<DisputeBox>()),
      m_model(new BookTableModel(
          disputeColumns(m_box),
          [box = m_box](const Book& book, std::uint32_t row) { return box->line(row).key(book); }, this)),
      m_table(new TableDress(m_model, u"Disputes"_s)), m_lanes(new LaneBar(u"Lists"_s)), m_headline(new QLabel),
      m_filter(new FilterField(u"reason:price owner:me"_s)), m_empty(new EmptyState), m_stack(new QStackedWidget),
      m_desk(new DisputeDesk(workbench))
{
    auto* band = new QWidget(this);
    auto* layout = new QHBoxLayout(band);
    layout->setContentsMargins(14, 0, 18, 0);
    layout->addWidget(m_lanes, 1);
    m_headline->setProperty("look", u"strong"_s);
    layout->addWidget(m_headline);
    setBand(band);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setMain(m_stack);
    setPanel(m_desk);
    headerTools()->addWidget(m_filter);
    m_filter->setReturnFocus(m_table);

    connect(m_lanes, &LaneBar::laneChanged, this, [this] {
        showRows();
        m_table->selectFirst();
    });
    connect(m_filter, &FilterField::filterChanged, this, &DisputesPage::showRows);
    connect(m_table, &TableDress::currentIdChanged, this, &DisputesPage::showCurrent);
    connect(m_table, &TableDress::opened, this, &DisputesPage::openCurrent);
    connect(m_table, &TableDress::selectionChangedTo, this, [this](int rows, qint64 sum, bool) {
        emit selectionText(rows == 0 ? QString()
                                     : QString(plural(rows, u"row"_s, u"rows"_s) + u", "_s
                                               + amountWithUnit(sum, m_workbench.book()->info().base)));
    });
    connect(m_desk, &DisputeDesk::worked, this, [this](bool next) {
        if (next)
            m_table->moveBy(1);
    });
    connect(m_desk, &DisputeDesk::roomWanted, this, &Page::unfoldPanel);
    connect(m_desk, &DisputeDesk::finished, this, [this] {
        foldPanel();
        m_table->setFocus();
    });
    connect(m_desk, &DisputeDesk::refusedFor, this, &Page::said);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (!m_filter->text().isEmpty())
            m_filter->setText({});
        else
            m_lanes->setCurrentLane(u"resolved"_s);
    });
    const auto changed = [this] {
        m_dirty = true;
        if (isVisible())
            ask();
    };
    connect(&m_workbench, &Workbench::changed, this, changed);
    connect(&m_workbench, &Workbench::asOfChanged, this, changed);
    m_stack->setCurrentWidget(m_empty);
    m_empty->setContent({}, u"Working out the disputes\u2026"_s, {});
    showCurrent();
}

void DisputesPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    const auto row = [this] { return m_table->currentIndex().isValid() && m_stack->currentWidget() == m_table; };
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, m_table, std::move(run), row);
    };
    bind(u"disputes.open"_s, [this] { openCurrent(); });
    bind(u"disputes.accept"_s, [this] { m_desk->accept(); });
    bind(u"disputes.work"_s, [this] { m_desk->work(); });
    bind(u"disputes.resolve"_s, [this] { m_desk->resolve(); });
    bind(u"disputes.reopen"_s, [this] { m_desk->reopen(); });
    bind(u"disputes.edit"_s, [this] { m_desk->edit(); });
    catalog.bind(u"disputes.nextList"_s, this, m_table, [this] { m_lanes->step(1); });
    catalog.bind(u"disputes.previousList"_s, this, m_table, [this] { m_lanes->step(-1); });
}

void DisputesPage::activated()
{
    if (m_dirty)
        ask();
}

void DisputesPage::refresh() { ask(); }

bool DisputesPage::back()
{
    if (m_desk->back())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return m_filter->back();
}

void DisputesPage::focusFilter() { m_filter->focus(); }
QWidget* DisputesPage::listWidget() const { return m_table; }
void DisputesPage::drill(const QString& filter) { m_filter->setText(filter); }
QString DisputesPage::headline() const { return m_headline->text(); }

QJsonObject DisputesPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    state[u"filter"_s] = m_filter->text();
    return state;
}

void DisputesPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    m_filter->setText(state.value(u"filter"_s).toString());
}

void DisputesPage::ask()
{
    m_dirty = false;
    m_latest.ask(
        [book = m_workbench.book(), day = m_workbench.asOf()] {
            return Answer{book, std::make_shared<const DisputeBoard>(disputeBoard(*book, day))};
        },
        [this](const Answer& answer) { show(answer); },
        [this](const QString& why) {
            m_stack->setCurrentWidget(m_empty);
            m_empty->setContent(u"problem"_s, u"The disputes could not be worked out"_s, why);
        });
}

void DisputesPage::show(const Answer& answer)
{
    const bool first = !m_answer.board;
    m_answer = answer;
    showHeadline();
    showRows();
    if (first)
        m_table->selectFirst();
    emit rowsShown();
}

void DisputesPage::showHeadline()
{
    const DisputeFigures& f = m_answer.board->figures;
    const Currency base = m_answer.book->info().base;
    QStringList parts;
    if (f.shareOfPastDue.has())
        parts += f.shareOfPastDue.toText(1) + u" % of past-due money is disputed"_s;
    if (f.medianDays)
        parts += u"resolved in "_s + plural(*f.medianDays, u"day"_s, u"days"_s) + u" (median of 90 days)"_s;
    m_headline->setText(parts.join(u" \u00b7 "_s));
    QStringList more;
    for (const DisputeGroup& g : f.byReason)
        if (g.count > 0)
            more += g.key + u": "_s + countText(g.count) + u", "_s + amountWithUnit(g.openBase, base);
    if (f.reopened.has())
        more += f.reopened.toText(1) + u" % reopened"_s;
    m_headline->setToolTip(more.join(u'\n'));
    QString text = plural(f.unresolved, u"dispute"_s, u"disputes"_s) + u", "_s + amountWithUnit(f.openBase, base);
    if (f.overdue > 0)
        text += u" \u00b7 "_s + countText(f.overdue) + u" overdue"_s;
    if (m_answer.board->deductionsBase > 0)
        text += u" \u00b7 short payments "_s + amountWithUnit(m_answer.board->deductionsBase, base);
    setSubtitle(text + u" \u00b7 as of "_s + dateText(m_answer.board->day));
    setBadge(f.overdue);
}

bool DisputesPage::holds(const Filter& f, const DisputeLine& line) const
{
    const Book& book = *m_answer.book;
    const Dispute* x = line.dispute == noRow ? nullptr : &book.rows<Dispute>()[line.dispute];
    const auto own = [&](const QString& field) -> std::optional<QString> {
        if (field == u"owner")
            return x ? x->owner : book.customers()[line.payer].owner;
        if (field == u"department")
            return x ? x->department : QString();
        if (field == u"responsible")
            return x ? x->responsible : QString();
        if (field == u"reason")
            return disputeReasonName(line.guess);
        if (field == u"state")
            return disputeStateText(line, book);
        return std::nullopt;
    };
    QStringList words{line.reason};
    if (line.debit != noRow)
        words += viewDebit(book.ledger(), line.debit).number;
    return rowHolds(f, book, line.payer, line.openBase, own, words);
}

void DisputesPage::showRows()
{
    if (!m_answer.board)
        return;
    const Book& book = *m_answer.book;
    const auto f = parseFilter(m_filter->text(), rowFilterFields(ownFields), book.info().base, m_workbench.user());
    m_filter->setError(f ? QString() : f.error().message());
    if (!f)
        return; // the list keeps what it showed
    const std::vector<DisputeLine>& lines = m_answer.board->lines;
    std::vector<LaneBar::Lane> lanes;
    std::vector<std::uint32_t> rows;
    const QString current = m_lanes->currentLane().isEmpty() ? u"todo"_s : m_lanes->currentLane();
    for (const DisputeTab& tab : tabs) {
        const QString id = QString::fromLatin1(tab.id);
        int n = 0;
        for (std::uint32_t i = 0; i < lines.size(); ++i)
            if (tab.has(lines[i]) && (f->isEmpty() || holds(*f, lines[i]))) {
                ++n;
                if (id == current)
                    rows.push_back(i);
            }
        lanes.push_back({id, QString::fromLatin1(tab.title), n, id == u"todo"});
    }
    m_lanes->setLanes(lanes);
    const bool none = rows.empty();
    m_model->setRows(m_answer.book, std::move(rows), [this] { m_box->now = m_answer.board; });
    if (none) {
        showNothing(!f->isEmpty());
    } else {
        m_stack->setCurrentWidget(m_table);
        if (m_table->currentId() == 0)
            m_table->selectFirst();
    }
    showCurrent();
}

void DisputesPage::showNothing(bool filtered)
{
    m_stack->setCurrentWidget(m_empty);
    if (filtered)
        m_empty->setContent({}, u"Nothing matches this filter"_s, m_filter->text(), u"Clear the filter"_s);
    else if (m_answer.board->figures.resolved > 0)
        m_empty->setContent(u"done"_s, u"Nothing is disputed"_s, u"No short payment waits either."_s,
                            u"Show the resolved ones"_s);
    else
        m_empty->setContent(u"done"_s, u"Nothing is disputed"_s,
                            u"3 in a call opens a dispute; short payments turn up here by themselves."_s);
}

void DisputesPage::showCurrent()
{
    const std::uint32_t row = m_stack->currentWidget() == m_table ? m_table->currentRow() : noRow;
    const bool shown = m_answer.book == m_workbench.book() && row != noRow && m_box->now;
    if (!shown && m_desk->isBusy() && m_answer.book != m_workbench.book())
        return; // a newer book is being looked at; what is typed stays
    m_desk->setLine(shown ? m_box->line(row) : DisputeLine(), u"Choose a dispute to see it here."_s);
}

void DisputesPage::openCurrent()
{
    const Book& book = *m_model->book();
    std::vector<qint64> walk;
    for (const std::uint32_t row : m_model->order()) {
        const qint64 id = book.customers()[m_box->line(row).payer].id.value;
        if (std::ranges::find(walk, id) == walk.end())
            walk.push_back(id);
    }
    emit openAccount(book.customers()[m_box->line(m_table->currentRow()).payer].id, walk, title());
}

} // namespace duedesk
