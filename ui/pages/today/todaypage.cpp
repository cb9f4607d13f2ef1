#include "ui/pages/today/todaypage.h"

#include "core/base/words.h"
#include "core/insight/find/filter.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/pages/morning/morningstrip.h"
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

namespace {

struct LaneTab {
    const char* id;
    const char* title;
    std::optional<Lane> lane; // none: a view
};

const std::vector<LaneTab>& laneTabs()
{
    static const std::vector<LaneTab> tabs{
        {"next", QT_TRANSLATE_NOOP("duedesk::Lang", "Next"), {}},
        {"callback", QT_TRANSLATE_NOOP("duedesk::Lang", "Call-backs"), Lane::CallBack},
        {"broken", QT_TRANSLATE_NOOP("duedesk::Lang", "Promises broken"), Lane::PromiseBroken},
        {"escalated", QT_TRANSLATE_NOOP("duedesk::Lang", "Escalated"), Lane::Escalated},
        {"big", QT_TRANSLATE_NOOP("duedesk::Lang", "Big and late"), Lane::BigAndLate},
        {"routine", QT_TRANSLATE_NOOP("duedesk::Lang", "Routine"), Lane::Routine},
        {"owe", QT_TRANSLATE_NOOP("duedesk::Lang", "We owe them"), Lane::WeOweThem},
        {"beforedue", QT_TRANSLATE_NOOP("duedesk::Lang", "Before due"), Lane::BeforeDue},
        {"first", QT_TRANSLATE_NOOP("duedesk::Lang", "First invoice"), Lane::FirstInvoice},
        {"waiting", QT_TRANSLATE_NOOP("duedesk::Lang", "Waiting"), Lane::Waiting},
        {"avoided", QT_TRANSLATE_NOOP("duedesk::Lang", "Avoided"), {}},
        {"off", QT_TRANSLATE_NOOP("duedesk::Lang", "Not on list"), Lane::NotOnList},
    };
    return tabs;
}

QString idOf(const LaneTab& t) { return QString::fromLatin1(t.id); }

} // namespace

TodayPage::TodayPage(Workbench& workbench, MorningDesk* morning, QWidget* parent)
    : Page(u"today"_s, tr("Today"), parent), m_workbench(workbench), m_morning(morning),
      m_figures(std::make_shared<CallFigures>()), m_lanes(new LaneBar(tr("Lanes"), this)),
      m_filter(new FilterField(u">10k bucket:90+ owner:me"_s, this)), m_desk(new CallDesk(workbench, this)),
      m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this))
{
    buildTable();
    headerTools()->addWidget(m_filter);
    auto* band = new QWidget(this);
    auto* bandLayout = new QVBoxLayout(band);
    bandLayout->setContentsMargins(0, 0, 0, 0);
    bandLayout->setSpacing(0);
    if (m_morning) {
        auto* strip = new MorningStrip(*m_morning, band);
        connect(strip, &MorningStrip::partWanted, this,
                [this](MorningPart part) { emit openPage(u"morning"_s, morningPartName(part)); });
        bandLayout->addWidget(strip);
    }
    m_news = new NewsBanner(band);
    bandLayout->addWidget(m_news);
    m_dayBand = new QWidget(band);
    auto* dayLayout = new QHBoxLayout(m_dayBand);
    dayLayout->setContentsMargins(18, 4, 16, 4);
    m_dayText = new QLabel(m_dayBand);
    m_dayText->setProperty("look", u"warn"_s);
    auto* today = new QPushButton(tr("Back to today"), m_dayBand);
    today->setAccessibleName(tr("Back to today"));
    connect(today, &QPushButton::clicked, this, [this] { m_workbench.setAsOf(Date()); });
    dayLayout->addWidget(m_dayText, 1);
    dayLayout->addWidget(today);
    bandLayout->addWidget(m_dayBand);
    auto* lanes = new QHBoxLayout;
    lanes->setContentsMargins(14, 0, 0, 0);
    lanes->addWidget(m_lanes);
    bandLayout->addLayout(lanes);
    setBand(band);
    setMain(m_stack);
    setPanel(m_desk);

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
            setLane(u"next"_s);
    });
    connect(m_desk, &CallDesk::worked, this, &TodayPage::worked);
    connect(m_desk, &CallDesk::roomWanted, this, &Page::unfoldPanel);
    connect(m_news, &NewsBanner::dismissed, this, [this] { m_table->setFocus(); });
    connect(m_desk, &CallDesk::finished, this, [this] {
        showCurrent(); // the row may have left while it was worked
        foldPanel();
        m_table->setFocus();
    });
    connect(m_desk, &CallDesk::refusedFor, this, &Page::said);
    connect(m_desk, &CallDesk::pageWanted, this, &Page::openPage);
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
        emit selectionText(rows == 0 ? QString()
                                     : Lang::plural("selection %1 rows, %2", "selection 1 row, %2", rows)
                                           .arg(amountWithUnit(sum, m_workbench.book()->info().base)));
    });
}

void TodayPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    const auto row = [this] { return m_table->currentIndex().isValid() && m_stack->currentWidget() == m_table; };
    const auto bind = [&](const QString& id, std::function<void()> run, bool needsRow = true) {
        catalog.bind(id, this, m_table, std::move(run), needsRow ? ActionCatalog::Enabled(row) : nullptr);
    };
    bind(u"today.nextLane"_s, [this] { m_lanes->step(1); }, false);
    bind(u"today.previousLane"_s, [this] { m_lanes->step(-1); }, false);
    bind(u"today.why"_s, [this] { togglePanel(); });
    bind(u"today.open"_s, [this] { openCurrent(); });
    bind(u"today.call"_s, [this] { m_desk->call(); });
    for (const char* key : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"})
        bind(u"today.outcome"_s + QLatin1StringView(key), [this, o = outcomeOfKey(key[0])] { m_desk->outcome(o); });
    bind(u"today.promise"_s, [this] { m_desk->gesture(Gesture::BarePromise); });
    bind(u"today.dispute"_s, [this] { m_desk->gesture(Gesture::BareDispute); });
    bind(u"today.plan"_s, [this] { m_desk->gesture(Gesture::Plan); });
    bind(u"today.write"_s, [this] { m_desk->write(); });
    bind(u"today.confirmed"_s, [this] { m_desk->confirmed(); });
    bind(u"today.writeConfirm"_s, [this] { m_desk->writeConfirm(); });
    bind(u"today.email"_s, [this] { m_desk->gesture(Gesture::Email); });
    bind(u"today.note"_s, [this] { m_desk->gesture(Gesture::Note); });
    bind(u"today.later"_s, [this] { m_desk->gesture(Gesture::Later); });
    bind(u"today.assign"_s, [this] { m_desk->gesture(Gesture::Assign, pickedCustomers()); });
    bind(u"today.putBack"_s, [this] { m_desk->putBack(pickedCustomers()); });
    const auto hasMorning = [this] { return m_morning && m_morning->answer(); };
    for (int i = 0; i < morningPartCount; ++i)
        catalog.bind(
            u"today.morning"_s + QString::number(i + 1), this, m_table,
            [this, i] { emit openPage(u"morning"_s, morningPartName(MorningPart(i))); }, hasMorning);
    catalog.bind(
        u"today.morningAway"_s, this, m_table, [this] { m_morning->putAway(); },
        [this] { return m_morning && m_morning->isStripWanted(); });
    bind(u"today.news"_s, [this] { m_news->dismiss(); }, false);
    bind(u"today.say"_s, [this] { m_desk->toggleSay(); });
    bind(u"today.repeat"_s, [this] { m_desk->repeat(); });
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

std::vector<std::uint32_t> TodayPage::rowsOfLane(const QString& id) const
{
    const CallList& calls = m_figures->insights->calls;
    if (id == u"next")
        return calls.next;
    if (id == u"avoided")
        return calls.avoided;
    std::vector<std::uint32_t> rows;
    for (const LaneTab& t : laneTabs())
        if (t.lane && idOf(t) == id)
            for (std::uint32_t i = 0; i < calls.rows.size(); ++i)
                if (calls.rows[i].lane == *t.lane)
                    rows.push_back(i);
    return rows;
}

std::vector<std::uint32_t> TodayPage::filtered(std::vector<std::uint32_t> rows)
{
    const Insights& in = *m_figures->insights;
    const auto parsed = parseFilter(m_filter->text(), customerFilterFields(), in.book->info().base, m_workbench.user());
    m_filter->setError(parsed ? QString() : parsed.error().message());
    if (!parsed || parsed->isEmpty())
        return rows;
    std::vector<std::uint32_t> byPayer(in.book->customers().size(), noRow), payers;
    for (const std::uint32_t r : rows) {
        byPayer[in.calls.rows[r].payer] = r;
        payers.push_back(in.calls.rows[r].payer);
    }
    const auto edges = in.book->policyAt(in.day).bucketEdges;
    const auto extra = [&](const QString& field, std::uint32_t payer) {
        const CallRow& r = in.calls.rows[byPayer[payer]];
        if (field == u"lane")
            return laneName(r.lane);
        if (field == u"bucket")
            return r.open == 0 ? u""_s : bucketName(bucketOf(r.oldestDays, edges), edges);
        return QString();
    };
    const auto open = [&](std::uint32_t payer) { return in.calls.rows[byPayer[payer]].open; };
    rows.clear();
    for (const std::uint32_t payer : filterCustomers(*in.book, std::move(payers), *parsed, extra, open))
        rows.push_back(byPayer[payer]);
    return rows;
}

void TodayPage::showRows()
{
    if (m_figures->insights)
        showRows(m_figures->insights);
}

void TodayPage::showRows(InsightsPtr in) // by value: it may be the very list that is shown
{
    const InsightsPtr shown = std::exchange(m_figures->insights, in);
    m_done = countDone();
    updateLanes();
    auto rows = filtered(rowsOfLane(lane()));
    std::erase_if(rows, [&](std::uint32_t r) { return m_leaving.contains(m_figures->customer(r).id.value); });
    if (shown)
        m_figures->insights = shown; // the rows on screen are places in the old list until the model lets go of them
    m_model->setRows(in->book, std::move(rows), [&] { m_figures->insights = in; });
    updateHeader();
    updateState();
    showCurrent();
}

void TodayPage::updateLanes()
{
    const CallList& calls = m_figures->insights->calls;
    std::vector<LaneBar::Lane> lanes;
    for (const LaneTab& t : laneTabs()) {
        const int n = t.lane               ? calls.count[std::size_t(*t.lane)]
                      : idOf(t) == u"next" ? int(calls.next.size())
                                           : int(calls.avoided.size());
        lanes.push_back({idOf(t), Lang::tr(t.title), n, idOf(t) == u"next"});
    }
    lanes.front().count = std::max(0, lanes.front().count - int(m_leaving.size()));
    m_lanes->setLanes(lanes);
    setBadge(0);
}

void TodayPage::updateHeader()
{
    const Insights& in = *m_figures->insights;
    std::int64_t sum = 0;
    for (const std::uint32_t r : m_model->order())
        sum += m_figures->row(r).tbc;
    const int done = m_done + int(m_leaving.size());
    QStringList text{Lang::plural("%1 accounts", "1 account", m_model->rowCount()),
                     tr("%1 to collect").arg(amountWithUnit(sum, in.book->info().base))};
    if (done > 0)
        text += tr("%1 done").arg(countText(done));
    if (!in.calls.missingRates.isEmpty())
        text += say(in.calls.missingRates);
    setSubtitle(text.join(u" \u00b7 "_s));
    emit statusText(done == 0
                        ? QString()
                        : tr("%1 of %2 done").arg(countText(done), countText(done + qint64(in.calls.next.size()))));
}

void TodayPage::updateState()
{
    if (m_loaded && m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_figures->insights && m_figures->insights->problem)
        m_empty->setContent(u"problem"_s, tr("The call list could not be worked out"),
                            m_figures->insights->problem->message());
    else if (!m_loaded)
        m_empty->setContent(u"wait"_s, tr("Ranking the accounts\u2026"), tr("The list appears in a moment."));
    else if (m_workbench.book()->ledger().debitCount == 0)
        m_empty->setContent(u"imports"_s, tr("No invoices yet"),
                            tr("Drop a ledger export here, or press Ctrl+I to import."), tr("Import files\u2026"));
    else if (!m_filter->text().isEmpty())
        m_empty->setContent(u"search"_s, tr("Nothing matches the filter"), m_filter->text(), tr("Clear the filter"));
    else if (lane() == u"next")
        m_empty->setContent(u"done"_s, tr("Nothing left to call"),
                            m_done > 0 ? Lang::plural("%1 accounts worked today.", "1 account worked today.", m_done)
                                       : tr("Nobody has money past due that can be asked for today."));
    else
        m_empty->setContent(u"done"_s, tr("This lane is empty"), {}, tr("Go to Next"));
    m_stack->setCurrentWidget(m_empty);
}

void TodayPage::updateDay()
{
    m_dayBand->setVisible(!m_workbench.isToday());
    m_dayText->setText(tr("Looking at %1. Calling hours are ignored and nothing can be logged.")
                           .arg(fullDateText(m_workbench.asOf())));
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
    if (r == noRow || m_stack->currentWidget() != m_table)
        m_desk->setPayer(noRow, m_loaded ? tr("Choose an account to see why it is here.") : QString());
    else
        m_desk->setPayer(m_figures->row(r).payer);
}

void TodayPage::takeNews(const Insights& in)
{
    m_news->take(*in.book, in.day, minuteOfDayIn(in.book->info().zone, m_workbench.clock().now()));
}

void TodayPage::worked(CustomerId payer, bool leaves, bool next)
{
    if (leaves) { // at once: the row that moves up is the next one
        m_leaving.insert(payer.value);
        showRows();
    } else if (next) {
        m_table->moveBy(1);
    }
    m_table->setFocus();
}

int TodayPage::countDone() const
{
    const Insights& in = *m_figures->insights;
    std::set<std::uint32_t> payers;
    const auto add = [&](CustomerId id) { payers.insert(in.book->customerRow(id)); };
    in.book->rows<Activity>().forEach([&](std::uint32_t, const Activity& a) {
        if (a.day == in.day && a.user == m_workbench.user())
            add(a.customer);
    });
    in.book->rows<NextAction>().forEach([&](std::uint32_t, const NextAction& n) {
        if (n.madeOn == in.day && n.user == m_workbench.user() && n.kind != NextActionKind::PutBack)
            add(n.customer);
    });
    return int(payers.size());
}

void TodayPage::openCurrent()
{
    if (m_table->currentIndex().isValid()) {
        std::vector<qint64> walk;
        for (int line = 0; line < m_model->rowCount(); ++line)
            walk.push_back(m_model->idAt(line));
        QString title;
        for (const LaneTab& t : laneTabs())
            if (idOf(t) == lane())
                title = Lang::tr(t.title);
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
    if (lane() != u"next") {
        setLane(u"next"_s);
        return true;
    }
    return false;
}

void TodayPage::focusFilter() { m_filter->focus(); }

QWidget* TodayPage::listWidget() const { return m_table; }

void TodayPage::drill(const QString& filter)
{
    setLane(u"next"_s);
    m_filter->setText(filter);
}

QString TodayPage::lane() const
{
    const QString id = m_lanes->currentLane();
    return id.isEmpty() ? u"next"_s : id;
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
        setLane(state.value(u"lane"_s).toString(u"next"_s));
        m_table->setCurrentId(state.value(u"current"_s).toInteger());
        m_kept = {};
    } else {
        m_kept = state; // lane and row once there is a list
    }
}

} // namespace duedesk
