#include "ui/pages/today/todaypage.h"

#include "core/base/words.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/pages/morning/morningstrip.h"
#include "ui/pages/today/todaylanes.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/newsbanner.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {

TodayPage::TodayPage(Workbench& workbench, MorningDesk* morning, QWidget* parent)
    : Page(u"today"_s, tr("Today"), parent), m_workbench(workbench), m_morning(morning),
      m_figures(std::make_shared<CallFigures>()), m_lanes(new LaneBar(tr("Lanes"), this)),
      m_filter(new FilterField(u">10k bucket:90+ owner:me"_s, this)), m_desk(new CallDesk(workbench, this)),
      m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this))
{
    buildTable();
    headerTools()->addWidget(m_filter);
    buildBand();
    setMain(m_stack);
    setPanel(m_desk);
    connectDesk();
    connect(m_lanes, &LaneBar::laneChanged, this, [this] {
        m_table->clearPicked();
        showRows();
        m_table->selectFirst();
        m_table->scrollToTop();
    });
    connect(m_filter, &FilterField::filterChanged, this, [this] { showRows(); });
    m_filter->setReturnFocus(m_table);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (!m_filter->text().isEmpty())
            m_filter->setText({});
        else if (m_workbench.book()->ledger().debitCount == 0)
            emit openImport({});
        else
            setLane(nextLane);
    });
    connect(m_news, &NewsBanner::dismissed, this, [this] { m_table->setFocus(); });
    connect(&workbench, &Workbench::insightsChanged, this, &TodayPage::takeInsights);
    connect(&workbench, &Workbench::asOfChanged, this, &TodayPage::updateDay);
    connect(&workbench, &Workbench::minutePassed, this, [this] {
        if (isVisible())
            passMinute();
    });
    const auto back = [this] { // what was not written has not left
        m_leaving.clear();
        showRows();
    };
    connect(&workbench, &Workbench::refused, this, back);
    connect(&workbench, &Workbench::trouble, this, [this, back] {
        if (!m_workbench.canWrite())
            back();
    });
    updateDay();
    takeInsights();
}

void TodayPage::buildBand()
{
    auto* band = new QWidget(this);
    auto* column = new QVBoxLayout(band);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_morning) {
        auto* strip = new MorningStrip(*m_morning, band);
        connect(strip, &MorningStrip::partWanted, this,
                [this](MorningPart part) { emit openPage(u"morning"_s, morningPartName(part)); });
        column->addWidget(strip);
    }
    m_news = new NewsBanner(band);
    column->addWidget(m_news);
    m_dayBand = new QWidget(band);
    auto* day = new QHBoxLayout(m_dayBand);
    day->setContentsMargins(18, 4, 16, 4);
    m_dayText = new QLabel(m_dayBand);
    m_dayText->setProperty("look", u"warn"_s);
    auto* today = new QPushButton(tr("Back to today"), m_dayBand);
    today->setAccessibleName(today->text());
    connect(today, &QPushButton::clicked, this, [this] { m_workbench.setAsOf(Date()); });
    day->addWidget(m_dayText, 1);
    day->addWidget(today);
    column->addWidget(m_dayBand);
    auto* lanes = new QHBoxLayout;
    lanes->setContentsMargins(14, 0, 0, 0);
    lanes->addWidget(m_lanes);
    column->addLayout(lanes);
    setBand(band);
}

void TodayPage::connectDesk()
{
    m_desk->setPicked([this] { return pickedCustomers(); });
    connect(m_desk, &FormDesk::worked, this, &TodayPage::worked);
    connect(m_desk, &FormDesk::roomWanted, this, &Page::unfoldPanel);
    connect(m_desk, &FormDesk::finished, this, [this] {
        showCurrent(); // the row may have left while it was worked
        foldPanel();
        m_table->setFocus();
    });
    connect(m_desk, &FormDesk::refusedFor, this, &Page::said);
    connect(m_desk, &FormDesk::pageWanted, this, &Page::openPage);
}

void TodayPage::buildTable()
{
    m_model = new BookTableModel(
        callColumns(m_figures), [f = m_figures](const Book&, std::uint32_t r) { return f->customer(r).id.value; },
        this);
    m_table = new TableDress(m_model, tr("Call list"), this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_table, &TableDress::currentIdChanged, this, &TodayPage::showCurrent);
    connect(m_table, &TableDress::opened, this, &TodayPage::openCurrent);
    connect(m_table, &TableDress::selectionChangedTo, this, [this](int rows, qint64 sum, bool) {
        const QString money = amountWithUnit(sum, m_workbench.book()->info().base);
        emit selectionText(rows == 0 ? QString()
                                     : tr("selection %1, %2").arg(Lang::plural("%1 rows", "1 row", rows), money));
    });
}

void TodayPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    const auto row = [this] { return m_table->currentIndex().isValid() && m_stack->currentWidget() == m_table; };
    const auto bind = [&](const QString& id, std::function<void()> run, const ActionCatalog::Enabled& enabled = {}) {
        catalog.bind(id, this, m_table, std::move(run), enabled);
    };
    m_desk->bind(catalog, id(), this, m_table, row);
    bind(u"today.nextLane"_s, [this] { m_lanes->step(1); });
    bind(u"today.previousLane"_s, [this] { m_lanes->step(-1); });
    bind(u"today.why"_s, [this] { togglePanel(); }, row);
    bind(u"today.open"_s, [this] { openCurrent(); }, row);
    bind(u"today.news"_s, [this] { m_news->dismiss(); });
    const auto hasMorning = [this] { return m_morning && m_morning->answer(); };
    for (int i = 0; i < morningPartCount; ++i)
        bind(
            u"today.morning"_s + QString::number(i + 1),
            [this, i] { emit openPage(u"morning"_s, morningPartName(MorningPart(i))); }, hasMorning);
    bind(
        u"today.morningAway"_s, [this] { m_morning->putAway(); },
        [this] { return m_morning && m_morning->isStripWanted(); });
}

void TodayPage::takeInsights()
{
    const InsightsPtr in = m_workbench.insights();
    if (!in) {
        updateState();
        return;
    }
    const bool first = !m_loaded;
    m_loaded = true;
    if (in->book == m_workbench.book()) // the ranking knows what was worked
        m_leaving.clear();
    takeNews(*in);
    m_taking = true;
    // Another day was chosen; where only the night has passed everybody stays where they are.
    const bool otherDay = m_figures->insights && m_figures->insights->day != in->day
                          && (m_figures->insights->calls.now == 0 || in->calls.now == 0);
    m_figures->now = m_workbench.clock().now();
    showRows(in);
    if (otherDay) {
        m_table->selectFirst();
        m_table->scrollToTop();
    }
    if (first) {
        m_table->selectFirst();
        if (!m_kept.isEmpty())
            restoreState(std::exchange(m_kept, {}));
    }
    m_taking = false;
    m_desk->refresh();
}

std::vector<std::uint32_t> TodayPage::filtered(std::vector<std::uint32_t> rows)
{
    const Insights& in = *m_figures->insights;
    const auto parsed = parseFilter(m_filter->text(), customerFilterFields(), in.book->info().base, m_workbench.user());
    m_filter->setError(parsed ? QString() : parsed.error().message());
    return parsed ? filteredCalls(in, std::move(rows), *parsed) : rows;
}

void TodayPage::showRows()
{
    if (m_figures->insights)
        showRows(m_figures->insights);
}

void TodayPage::showRows(InsightsPtr in) // by value: it may be the very list that is shown
{
    const InsightsPtr shown = std::exchange(m_figures->insights, in);
    m_done = workedToday(*in, m_workbench.user());
    updateLanes();
    auto rows = filtered(rowsOfLane(in->calls, lane()));
    std::erase_if(rows, [&](std::uint32_t r) { return m_leaving.contains(m_figures->customer(r).id.value); });
    if (shown)
        m_figures->insights = shown; // the rows on screen are places in the old list until the model lets go of them
    m_model->setRows(in->book, std::move(rows), [&] { m_figures->insights = in; });
    updateHeader();
    updateState();
    showCurrent();
}

void TodayPage::passMinute()
{
    m_figures->now = m_workbench.clock().now();
    m_model->readAgain();
}

void TodayPage::showCurrent()
{
    if (m_taking && m_desk->isBusy())
        return; // the talk goes on, whatever the list does
    const std::uint32_t r = m_table->currentRow();
    const bool none = r == noRow || m_stack->currentWidget() != m_table;
    // News of a row that left the list stay until somebody moves on.
    if (m_figures->insights && (!m_taking || m_news->text().isEmpty()))
        m_news->watch(*m_figures->insights->book, none ? noRow : m_figures->row(r).payer, m_figures->insights->day);
    if (none)
        m_desk->setPayer(noRow, m_loaded ? tr("Choose an account to see why it is here.") : QString());
    else
        m_desk->setPayer(m_figures->row(r).payer);
}

void TodayPage::takeNews(const Insights& in)
{
    m_news->take(*in.book, in.day, minuteOfDayIn(in.book->info().zone, m_workbench.clock().now()));
}

void TodayPage::worked(const Worked& what)
{
    const bool last = m_table->currentIndex().row() + 1 >= m_model->rowCount();
    if (what.leaves) { // at once: the row that moves up is the next one
        m_leaving.insert(what.payer.value);
        showRows();
    } else if (what.next) {
        m_table->moveBy(1);
    }
    m_table->setFocus();
    if (what.again && last)
        emit said(tr("That was the last account of this list."));
    else if (what.again)
        what.again();
}

void TodayPage::openCurrent()
{
    if (m_table->currentIndex().isValid()) {
        std::vector<qint64> walk;
        for (int line = 0; line < m_model->rowCount(); ++line)
            walk.push_back(m_model->idAt(line));
        QString title;
        for (const CallLane& l : callLanes())
            if (l.id == lane())
                title = l.title;
        emit openAccount(CustomerId(m_table->currentId()), walk, title);
    }
}

std::vector<CustomerId> TodayPage::pickedCustomers() const
{
    std::vector<CustomerId> out;
    for (const std::uint32_t r : m_table->selectedRows())
        out.push_back(m_figures->customer(r).id);
    return out;
}

void TodayPage::activated()
{
    if (!m_workbench.insights())
        updateState();
    passMinute(); // they were not looked after while the page was away
    m_table->setFocus();
}

bool TodayPage::back()
{
    if (m_desk->back())
        return true;
    if (m_news->isVisible()) {
        m_news->dismiss();
        return true;
    }
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    if (m_filter->back())
        return true;
    if (lane() != nextLane) {
        setLane(nextLane);
        return true;
    }
    return false;
}

void TodayPage::focusFilter() { m_filter->focus(); }

QWidget* TodayPage::listWidget() const { return m_table; }

void TodayPage::drill(const QString& filter)
{
    setLane(nextLane);
    m_filter->setText(filter);
}

QString TodayPage::lane() const
{
    const QString id = m_lanes->currentLane();
    return id.isEmpty() ? nextLane : id;
}

void TodayPage::setLane(const QString& id) { m_lanes->setCurrentLane(id); }

QJsonObject TodayPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state.insert(u"table"_s, m_table->saveState());
    state.insert(u"current"_s, qint64(m_table->currentId()));
    state.insert(u"lane"_s, lane());
    if (m_morning)
        state.insert(u"morning"_s, m_morning->saveState());
    return state;
}

void TodayPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    if (m_morning && state.contains(u"morning"_s))
        m_morning->restoreState(state.value(u"morning"_s).toObject());
    if (m_loaded) {
        setLane(state.value(u"lane"_s).toString(nextLane));
        m_table->setCurrentId(state.value(u"current"_s).toInteger());
        m_kept = {};
    } else {
        m_kept = state; // lane and row once there is a list
    }
}

} // namespace duedesk
