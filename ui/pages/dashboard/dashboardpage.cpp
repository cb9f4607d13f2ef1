#include "ui/pages/dashboard/dashboardpage.h"

#include "ui/charts/heatmap.h"
#include "ui/charts/kpibullet.h"
#include "ui/charts/stackedagingbars.h"
#include "ui/charts/trendlines.h"
#include "ui/models/format.h"
#include "ui/pages/dashboard/asofpicker.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"

#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

DashboardPage::DashboardPage(Workbench& workbench, QWidget* parent)
    : Page(u"dashboard"_s, tr("Dashboard"), parent), m_workbench(workbench), m_stack(new QStackedLayout),
      m_empty(new EmptyState), m_asOf(new AsOfPicker), m_aging(new StackedAgingBars), m_dso(new TrendLines),
      m_heat(new HeatMap), m_late(new RowsTile), m_movers(new RowsTile), m_decisions(new RowsTile),
      m_segmentButton(new QPushButton)
{
    for (KpiBullet*& k : m_kpis)
        k = new KpiBullet;
    auto* main = new QWidget(this);
    main->setLayout(m_stack);
    m_stack->addWidget(buildTiles());
    m_stack->addWidget(m_empty);
    setMain(main);
    headerTools()->addWidget(m_asOf);
    buildSegmentMenu();

    for (ChartTile* t : tiles()) {
        t->setMessage(tr("Working it out…"));
        connect(t, &ChartTile::readingChanged, this, &Page::statusText);
    }
    const auto toItems = [this](const QString& filter) { emit openPage(u"items"_s, filter); };
    for (ChartTile* t :
         {static_cast<ChartTile*>(m_kpis[0]), static_cast<ChartTile*>(m_kpis[1]), static_cast<ChartTile*>(m_kpis[2]),
          static_cast<ChartTile*>(m_kpis[3]), static_cast<ChartTile*>(m_aging), static_cast<ChartTile*>(m_dso)})
        connect(t, &ChartTile::drillRequested, this, toItems);
    for (RowsTile* t : {m_late, m_movers, m_decisions})
        connect(t, &RowsTile::rowActivated, this, &Page::openPage);
    const auto lookAt = [this](Date d) { m_workbench.setAsOf(d == m_workbench.today() ? Date() : d); };
    connect(m_asOf, &AsOfPicker::dayChosen, this, lookAt);
    connect(m_dso, &TrendLines::monthActivated, this, lookAt);
    connect(m_heat, &HeatMap::monthActivated, this, lookAt);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { emit openImport({}); });
    connect(&m_workbench, &Workbench::changed, this, &DashboardPage::bookChanged);
    connect(&m_workbench, &Workbench::asOfChanged, this, &DashboardPage::bookChanged);
    connect(&m_workbench, &Workbench::dayChanged, this, [this] { // how far one can go on from a past day
        m_asOf->setDay(m_workbench.asOf(), m_workbench.today());
    });
    connect(&m_workbench, &Workbench::insightsChanged, this, [this] {
        if (isVisible())
            showDecisions();
    });
}

QWidget* DashboardPage::buildTiles()
{
    m_aging->setTitle(tr("Aging"));
    m_dso->setTitle(tr("DSO, month ends"));
    m_dso->setCaption(tr("days · Shift+Enter looks at that month"));
    m_heat->setTitle(tr("Aging by month"));
    m_heat->setCaption(tr("% of open · 12 month ends"));
    m_late->setTitle(tr("Pays late most"));
    m_movers->setTitle(tr("Moved most in 30 days"));
    m_decisions->setTitle(tr("Needs a decision"));
    m_aging->setHeaderWidget(m_segmentButton);

    auto* board = new QWidget;
    board->setProperty("look", u"ground"_s);
    board->setAttribute(Qt::WA_StyledBackground);
    auto* grid = new QGridLayout(board);
    grid->setContentsMargins(14, 14, 14, 14);
    grid->setSpacing(12);
    for (int i = 0; i < 4; ++i)
        grid->addWidget(m_kpis[std::size_t(i)], 0, i);
    grid->addWidget(m_aging, 1, 0, 1, 2);
    grid->addWidget(m_dso, 1, 2, 1, 2);
    grid->addWidget(m_heat, 2, 0);
    grid->addWidget(m_late, 2, 1);
    grid->addWidget(m_movers, 2, 2);
    grid->addWidget(m_decisions, 2, 3);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(1, 5);
    grid->setRowStretch(2, 4);
    m_aging->setMinimumHeight(210);
    m_dso->setMinimumHeight(210);
    m_heat->setMinimumHeight(180);

    auto* scroll = new QScrollArea; // small screens scroll; from 700 px on everything fits
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(board);
    return scroll;
}

void DashboardPage::buildSegmentMenu()
{
    m_segmentButton->setProperty("look", u"chip"_s);
    m_segmentButton->setAccessibleName(tr("Age by another segment"));
    m_segmentButton->setToolTip(tr("Age by another segment (Ctrl+B); , and . on the chart step through them"));
    m_segmentButton->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_segmentButton);
    for (int s = 1; s < segmentCount; ++s)
        menu->addAction(say(wordsOf(Segment(s))), this, [this, s] { setSegment(Segment(s)); });
    m_segmentButton->setMenu(menu);
    m_segmentButton->setText(say(wordsOf(m_segment)));
}

std::vector<ChartTile*> DashboardPage::tiles() const
{
    return {m_kpis[0], m_kpis[1], m_kpis[2], m_kpis[3], m_aging, m_dso, m_heat, m_late, m_movers, m_decisions};
}

void DashboardPage::bindActions(ActionCatalog& catalog)
{
    catalog.bind(u"dashboard.segment"_s, this, m_aging, [this] { m_segmentButton->showMenu(); });
    catalog.bind(u"dashboard.nextSegment"_s, this, m_aging, [this] { nextSegment(1); });
    catalog.bind(u"dashboard.previousSegment"_s, this, m_aging, [this] { nextSegment(-1); });
}

void DashboardPage::activated()
{
    if (m_dirty)
        compute();
}

void DashboardPage::refresh() { compute(); }

bool DashboardPage::back()
{
    for (ChartTile* t : tiles())
        if (t->hasFocus() || t->isAncestorOf(focusWidget()))
            return t->stepBack();
    return false;
}

QWidget* DashboardPage::listWidget() const { return m_aging; }

QJsonObject DashboardPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"segment"_s] = segmentName(m_segment);
    return state;
}

void DashboardPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    if (const auto s = parseSegment(state.value(u"segment"_s).toString()); s && *s != Segment::None)
        setSegment(*s);
}

void DashboardPage::setSegment(Segment s)
{
    m_segment = s;
    m_segmentButton->setText(say(wordsOf(s)));
    if (isVisible())
        computeAging();
    else
        m_dirty = true;
}

void DashboardPage::nextSegment(int step)
{
    const int n = segmentCount - 1; // without None
    setSegment(Segment((int(m_segment) - 1 + step + n) % n + 1));
}

void DashboardPage::bookChanged()
{
    m_dirty = true;
    if (isVisible())
        compute();
}

void DashboardPage::compute()
{
    m_dirty = false;
    const BookPtr book = m_workbench.book();
    const Date day = m_workbench.asOf();
    m_asOf->setDay(day, m_workbench.today());
    m_latest.ask([book, day] { return std::make_shared<const DashboardFigures>(dashboardFigures(book, day)); },
                 [this](const auto& f) { show(f); }, [this](const QString& why) { showFailure(why); });
    computeAging();
    showDecisions();
}

void DashboardPage::computeAging()
{
    const BookPtr book = m_workbench.book();
    m_latestAging.ask(
        [book, day = m_workbench.asOf(), by = m_segment] {
            return std::make_shared<const AgingBarsData>(agingBars(*book, day, by));
        },
        [this](const auto& bars) {
            m_aging->setTitle(tr("Aging by %1").arg(bars->segment));
            m_aging->setCaption(
                tr("%1, gross, by due date · Enter lists the items, T the table").arg(bars->currency.toString()));
            m_aging->setData(*bars);
            if (bars->rows.empty())
                m_aging->setMessage(tr("Nothing is open on %1").arg(bars->asOf));
            else
                m_aging->setReady();
        },
        [this](const QString& why) { m_aging->setMessage(tr("Aging could not be worked out: %1").arg(why)); });
}

void DashboardPage::show(const std::shared_ptr<const DashboardFigures>& f)
{
    if (f->empty)
        return showEmpty();
    m_stack->setCurrentIndex(0);
    const Currency base = f->book->info().base;
    QString words = tr("As of %1 · %2-day window · base %3")
                        .arg(dateText(f->day), QString::number(f->book->policyAt(f->day).dsoDays), base.toString());
    if (!f->missing.isEmpty())
        words = tr("%1 · %2").arg(words, f->missing);
    setSubtitle(words);
    for (std::size_t i = 0; i < m_kpis.size(); ++i)
        m_kpis[i]->setData(f->kpis[i]);
    m_dso->setData(f->dso);
    m_dso->setDerivation(f->dsoHow);
    m_dso->setReady();
    m_heat->setData(f->heat);
    m_heat->setReady();
    m_late->setCaption(tr("share past due · %1").arg(base.toString()));
    m_late->setData({tr("Segment"), tr("late"), tr("past due")}, f->late);
    m_movers->setCaption(tr("past due · %1").arg(base.toString()));
    m_movers->setData({tr("Customer"), tr("now"), tr("change")}, f->movers);
    for (RowsTile* t : {m_late, m_movers}) {
        if (t->rows().empty())
            t->setMessage(t == m_late ? tr("Nothing is past due") : tr("Nothing moved in 30 days"));
        else
            t->setReady();
    }
    emit figuresShown();
}

void DashboardPage::showDecisions()
{
    const InsightsPtr insights = m_workbench.insights();
    if (!insights || insights->day != m_workbench.asOf())
        return; // insightsChanged() follows
    m_latestDecisions.ask(
        [insights] {
            insights->require();
            return std::make_shared<const std::vector<TileRow>>(decisionRows(*insights));
        },
        [this](const auto& rows) {
            m_decisions->setData({tr("What")}, *rows);
            if (rows->empty())
                m_decisions->setMessage(tr("Nothing waits for a decision"));
            else
                m_decisions->setReady();
        },
        [this](const QString& why) { m_decisions->setMessage(why); });
}

void DashboardPage::showFailure(const QString& why)
{
    for (ChartTile* t : tiles())
        t->setMessage(tr("Could not be worked out: %1").arg(why));
}

void DashboardPage::showEmpty()
{
    setSubtitle({});
    m_empty->setContent(u"import"_s, tr("No figures yet"),
                        tr("Bring in invoices and payments to see aging, DSO and who pays late."), tr("Import files"));
    m_stack->setCurrentWidget(m_empty);
    emit figuresShown();
}

} // namespace duedesk
