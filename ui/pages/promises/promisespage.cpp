#include "ui/pages/promises/promisespage.h"

#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/panels/calldesk.h"
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

struct AgreementTab {
    const char* id;
    const char* title;
    bool (*has)(const AgreementLine&);
};
bool isLane(const AgreementLine& l, AgreementLane lane) { return l.lane == lane; }
constexpr AgreementTab tabs[] = {
    {"todo", "To look at",
     [](const AgreementLine& l) { return l.lane != AgreementLane::Open && l.lane != AgreementLane::Done; }},
    {"today", "Due today", [](const AgreementLine& l) { return isLane(l, AgreementLane::Today); }},
    {"due", "In the days of grace", [](const AgreementLine& l) { return isLane(l, AgreementLane::Due); }},
    {"broken", "Broken", [](const AgreementLine& l) { return isLane(l, AgreementLane::Broken); }},
    {"elsewhere", "Kept elsewhere", [](const AgreementLine& l) { return isLane(l, AgreementLane::Elsewhere); }},
    {"waiting", "To approve", [](const AgreementLine& l) { return isLane(l, AgreementLane::Waiting); }},
    {"open", "Ahead", [](const AgreementLine& l) { return isLane(l, AgreementLane::Open); }},
    {"plans", "Plans", [](const AgreementLine& l) { return l.plan.isValid() && l.canWithdraw(); }},
    {"done", "Done", [](const AgreementLine& l) { return isLane(l, AgreementLane::Done); }},
};

const QStringList ownFields{u"state"_s, u"taken_by"_s, u"currency"_s};

} // namespace

PromisesPage::PromisesPage(Workbench& workbench, QWidget* parent)
    : Page(u"promises"_s, u"Promises"_s, parent), m_workbench(workbench), m_box(std::make_shared<AgreementBox>()),
      m_model(new BookTableModel(
          agreementColumns(m_box), [box = m_box](const Book&, std::uint32_t row) { return box->line(row).key(); },
          this)),
      m_table(new TableDress(m_model, u"Promises"_s)), m_lanes(new LaneBar(u"Lists"_s)), m_headline(new QLabel),
      m_filter(new FilterField(u"state:broken owner:me"_s)), m_empty(new EmptyState), m_stack(new QStackedWidget),
      m_desk(new CallDesk(workbench))
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
    connectParts();
    m_stack->setCurrentWidget(m_empty);
    m_empty->setContent({}, u"Judging the promises\u2026"_s, {});
    showCurrent();
}

void PromisesPage::connectParts()
{
    connect(m_lanes, &LaneBar::laneChanged, this, [this] {
        showRows();
        m_table->selectFirst();
    });
    connect(m_filter, &FilterField::filterChanged, this, &PromisesPage::showRows);
    connect(m_table, &TableDress::currentIdChanged, this, &PromisesPage::showCurrent);
    connect(m_table, &TableDress::opened, this, &PromisesPage::openCurrent);
    connect(m_table, &TableDress::selectionChangedTo, this, [this](int rows, qint64 sum, bool) {
        emit selectionText(rows == 0 ? QString()
                                     : QString(plural(rows, u"row"_s, u"rows"_s) + u", "_s
                                               + amountWithUnit(sum, m_workbench.book()->info().base)));
    });
    connect(m_desk, &CallDesk::worked, this, [this](CustomerId, bool, bool next) {
        if (next)
            m_table->moveBy(1);
    });
    connect(m_desk, &CallDesk::roomWanted, this, &Page::unfoldPanel);
    connect(m_desk, &CallDesk::finished, this, [this] {
        foldPanel();
        m_table->setFocus();
    });
    connect(m_desk, &CallDesk::refusedFor, this, &Page::said);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (!m_filter->text().isEmpty())
            m_filter->setText({});
        else
            m_lanes->setCurrentLane(u"open"_s);
    });
    const auto changed = [this] {
        m_dirty = true;
        if (isVisible())
            ask();
    };
    connect(&m_workbench, &Workbench::changed, this, changed);
    connect(&m_workbench, &Workbench::asOfChanged, this, changed);
    connect(&m_workbench, &Workbench::insightsChanged, m_desk, &CallDesk::refresh);
}

void PromisesPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    const auto row = [this] { return current() != nullptr; };
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, m_table, std::move(run), row);
    };
    bind(u"promises.open"_s, [this] { openCurrent(); });
    bind(u"promises.withdraw"_s, [this] { withdraw(); });
    bind(u"promises.promise"_s, [this] { m_desk->gesture(Gesture::BarePromise); });
    bind(u"promises.plan"_s, [this] { m_desk->gesture(Gesture::Plan); });
    bind(u"promises.approve"_s, [this] { approve(); });
    bind(u"promises.call"_s, [this] { m_desk->call(); });
    bind(u"promises.note"_s, [this] { m_desk->gesture(Gesture::Note); });
    bind(u"promises.later"_s, [this] { m_desk->gesture(Gesture::Later); });
    bind(u"promises.assign"_s, [this] { m_desk->gesture(Gesture::Assign); });
    catalog.bind(u"promises.nextList"_s, this, m_table, [this] { m_lanes->step(1); });
    catalog.bind(u"promises.previousList"_s, this, m_table, [this] { m_lanes->step(-1); });
}

void PromisesPage::activated()
{
    if (m_dirty)
        ask();
}

void PromisesPage::refresh() { ask(); }

bool PromisesPage::back()
{
    if (m_desk->back())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return m_filter->back();
}

void PromisesPage::focusFilter() { m_filter->focus(); }
QWidget* PromisesPage::listWidget() const { return m_table; }
void PromisesPage::drill(const QString& filter) { m_filter->setText(filter); }
QString PromisesPage::headline() const { return m_headline->text(); }

QJsonObject PromisesPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    state[u"filter"_s] = m_filter->text();
    return state;
}

void PromisesPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    m_filter->setText(state.value(u"filter"_s).toString());
}

void PromisesPage::ask()
{
    m_dirty = false;
    m_latest.ask(
        [book = m_workbench.book(), day = m_workbench.asOf()] {
            return Answer{book, std::make_shared<const Agreements>(agreements(*book, day))};
        },
        [this](const Answer& answer) { show(answer); },
        [this](const QString& why) {
            m_stack->setCurrentWidget(m_empty);
            m_empty->setContent(u"problem"_s, u"The promises could not be judged"_s, why);
        });
}

void PromisesPage::show(const Answer& answer)
{
    const bool first = !m_answer.all;
    m_answer = answer;
    showHeadline();
    showRows();
    if (first)
        m_table->selectFirst();
    emit rowsShown();
}

void PromisesPage::showHeadline()
{
    const Agreements& a = *m_answer.all;
    const Currency base = m_answer.book->info().base;
    const PromiseRecord& r = a.record;
    m_headline->setText(r.keptByCount().has() ? QString(r.keptByCount().toText(0) + u" % kept by count, "_s
                                                        + r.keptByMoney().toText(0) + u" % by money, 90 days"_s)
                                              : u"Nothing was judged in 90 days"_s);
    m_headline->setToolTip(countText(r.kept) + u" kept, "_s + countText(r.partly) + u" partly, "_s + countText(r.broken)
                           + u" broken of "_s + amountWithUnit(r.judgedBase, base));
    const auto base2 = [&](AgreementLane lane) { return a.base[std::size_t(lane)]; };
    const auto n = [&](AgreementLane lane) { return a.count[std::size_t(lane)]; };
    QString text =
        amountWithUnit(base2(AgreementLane::Open) + base2(AgreementLane::Today) + base2(AgreementLane::Due), base)
        + u" promised"_s;
    if (a.plans > 0)
        text += u" \u00b7 "_s + plural(a.plans, u"plan"_s, u"plans"_s) + u", "_s + amountWithUnit(a.plannedBase, base)
                + u" to come"_s;
    if (n(AgreementLane::Broken) > 0)
        text += u" \u00b7 "_s + countText(n(AgreementLane::Broken)) + u" broken"_s;
    const QString warning = missingRateText(a.missing);
    setSubtitle(text + (warning.isEmpty() ? QString() : QString(u" \u00b7 "_s + warning)) + u" \u00b7 as of "_s
                + dateText(a.day));
    setBadge(n(AgreementLane::Today) + n(AgreementLane::Broken));
}

bool PromisesPage::holds(const Filter& f, const AgreementLine& line) const
{
    const auto own = [&](const QString& field) -> std::optional<QString> {
        if (field == u"state")
            return agreementStateText(line);
        if (field == u"taken_by")
            return line.takenBy;
        if (field == u"currency")
            return line.currency.toString();
        return std::nullopt;
    };
    return rowHolds(f, *m_answer.book, line.payer, line.amountBase, own, {line.remark});
}

void PromisesPage::showRows()
{
    if (!m_answer.all)
        return;
    const auto f =
        parseFilter(m_filter->text(), rowFilterFields(ownFields), m_answer.book->info().base, m_workbench.user());
    m_filter->setError(f ? QString() : f.error().message());
    if (!f)
        return; // the list keeps what it showed
    const std::vector<AgreementLine>& lines = m_answer.all->lines;
    std::vector<bool> shown(lines.size());
    for (std::uint32_t i = 0; i < lines.size(); ++i)
        shown[i] = f->isEmpty() || holds(*f, lines[i]);
    std::vector<LaneBar::Lane> lanes;
    std::vector<std::uint32_t> rows;
    const QString current = m_lanes->currentLane().isEmpty() ? u"todo"_s : m_lanes->currentLane();
    for (const AgreementTab& tab : tabs) {
        const QString id = QString::fromLatin1(tab.id);
        int n = 0;
        for (std::uint32_t i = 0; i < lines.size(); ++i)
            if (shown[i] && tab.has(lines[i])) {
                ++n;
                if (id == current)
                    rows.push_back(i);
            }
        lanes.push_back({id, QString::fromLatin1(tab.title), n, id == u"todo"});
    }
    m_lanes->setLanes(lanes);
    const bool none = rows.empty();
    m_model->setRows(m_answer.book, std::move(rows), [this] { m_box->now = m_answer.all; });
    if (none) {
        showNothing(!f->isEmpty());
    } else {
        m_stack->setCurrentWidget(m_table);
        if (m_table->currentId() == 0)
            m_table->selectFirst();
    }
    showCurrent();
}

void PromisesPage::showNothing(bool filtered)
{
    m_stack->setCurrentWidget(m_empty);
    if (filtered)
        m_empty->setContent({}, u"No promise matches this filter"_s, m_filter->text(), u"Clear the filter"_s);
    else if (m_answer.all->count[std::size_t(AgreementLane::Open)] > 0)
        m_empty->setContent(u"done"_s, u"No promise asks for anything today"_s, {}, u"Show what lies ahead"_s);
    else
        m_empty->setContent(u"done"_s, u"No promises"_s,
                            u"1 in a call logs a promise, P one without a call, L a payment plan."_s);
}

const AgreementLine* PromisesPage::current() const
{
    const std::uint32_t row = m_stack->currentWidget() == m_table ? m_table->currentRow() : noRow;
    return row == noRow || !m_box->now ? nullptr : &m_box->line(row);
}

void PromisesPage::showCurrent()
{
    const AgreementLine* line = current();
    m_desk->setPayer(line ? line->payer : noRow, u"Choose a promise to see its payer here."_s);
}

void PromisesPage::submit(const Command& command)
{
    if (const Outcome done = m_workbench.submit(command); !done)
        emit said(done.error().message());
}

void PromisesPage::withdraw()
{
    const AgreementLine* line = current();
    if (!line)
        return;
    if (line->plan)
        submit(WithdrawPlan{line->plan, {}});
    else
        submit(WithdrawPromise{line->promise, {}});
}

void PromisesPage::approve()
{
    const AgreementLine* line = current();
    if (line && line->plan)
        submit(ApprovePlan{line->plan});
    else
        emit said(u"A promise needs no approval: only plans above the threshold do."_s);
}

void PromisesPage::openCurrent()
{
    const Book& book = *m_model->book();
    std::vector<qint64> walk;
    for (const std::uint32_t row : m_model->order()) {
        const qint64 id = book.customers()[m_box->line(row).payer].id.value;
        if (std::ranges::find(walk, id) == walk.end())
            walk.push_back(id);
    }
    if (const AgreementLine* line = current())
        emit openAccount(book.customers()[line->payer].id, walk, title());
}

} // namespace duedesk
