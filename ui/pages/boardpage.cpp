#include "ui/pages/boardpage.h"

#include "ui/models/booktablemodel.h"
#include "ui/pages/listviews.h"
#include "ui/pages/rowfilter.h"
#include "ui/panels/formdesk.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace duedesk {

BoardPage::BoardPage(const QString& id, const ListWords& words, Workbench& workbench, BookTableModel* model,
                     const QString& title, std::vector<Tab> tabs, const QStringList& fields, QWidget* parent)
    : ListPage(id, words, workbench, model, title, parent), m_tabs(std::move(tabs)), m_fields(rowFilterFields(fields)),
      m_lanes(new LaneBar(tr("Lists"))), m_headline(new QLabel)
{
    auto* band = new QWidget(this);
    auto* layout = new QHBoxLayout(band);
    layout->setContentsMargins(14, 0, 18, 0);
    layout->addWidget(m_lanes, 1);
    m_headline->setProperty("look", u"strong"_s);
    layout->addWidget(m_headline);
    setBand(band);
    views()->setLists(m_lanes);

    connect(m_lanes, &LaneBar::laneChanged, this, [this] {
        applyFilter();
        table()->selectFirst();
    });
    connect(table(), &TableDress::currentIdChanged, this, [this] { showCurrent(); });
    connect(&workbench, &Workbench::changed, this, &BoardPage::bookChanged);
    connect(this, &ListPage::rowsShown, this, &BoardPage::goOn);
}

void BoardPage::bindActions(ActionCatalog& catalog)
{
    ListPage::bindActions(catalog);
    catalog.bind(id() + u".nextList"_s, this, table(), [this] { m_lanes->step(1); });
    catalog.bind(id() + u".previousList"_s, this, table(), [this] { m_lanes->step(-1); });
    if (const QString open = id() + u".open"_s; findAction(open))
        catalog.bind(open, this, table(), [this] { openCurrent(); }, whenRow());
    if (m_desk)
        m_desk->bind(catalog, id(), this, table(), whenRow());
}

bool BoardPage::back() { return (m_desk && m_desk->back()) || ListPage::back(); }

void BoardPage::setDesk(FormDesk* desk)
{
    m_desk = desk;
    setPanel(desk);
    connect(desk, &FormDesk::roomWanted, this, &Page::unfoldPanel);
    connect(desk, &FormDesk::finished, this, &BoardPage::deskClosed);
    connect(desk, &FormDesk::refusedFor, this, &Page::said);
    connect(desk, &FormDesk::pageWanted, this, &Page::openPage);
    connect(desk, &FormDesk::worked, this, &BoardPage::worked);
}

void BoardPage::worked(const Worked& what)
{
    if (!what.next)
        return;
    const std::int64_t before = table()->currentId();
    table()->moveBy(1);
    if (table()->currentId() == before) {
        emit said(tr("That was the last line of the list."));
        return;
    }
    m_again = what.again;
    if (!workbench().isSaving()) // nothing was changed: no other list comes
        goOn();
}

void BoardPage::goOn()
{
    if (const auto again = std::exchange(m_again, {}); again && currentRow() != noRow)
        again();
}

QString BoardPage::headline() const { return m_headline->text(); }

void BoardPage::setHeadline(const QString& text, const QString& tooltip)
{
    m_headline->setText(text);
    m_headline->setToolTip(tooltip);
}

std::size_t BoardPage::tabOf(const QString& id) const
{
    const auto it = std::ranges::find(m_tabs, id, &Tab::id);
    return it == m_tabs.end() ? 0 : std::size_t(it - m_tabs.begin());
}

void BoardPage::setBoard(BoardLines board)
{
    m_board = std::move(board);
    countViews();
    applyFilter();
}

void BoardPage::countViews()
{
    QStringList ids;
    for (const Tab& t : m_tabs)
        ids += t.id;
    views()->setCounter(
        [board = m_board, ids, fields = m_fields, user = workbench().user()](const QString& text, const QString& list) {
            const auto f = parseFilter(text, fields, board.book->info().base, user);
            if (!f)
                return -1;
            const auto tab = std::size_t(std::max<qsizetype>(0, ids.indexOf(list)));
            int n = 0;
            for (std::uint32_t i = 0; i < board.lines; ++i)
                n += board.in(tab, i) && (f->isEmpty() || board.holds(*f, i)) ? 1 : 0;
            return n;
        });
}

void BoardPage::applyFilter()
{
    if (!m_board.book)
        return;
    const auto f = filter(m_fields);
    if (!f)
        return;
    std::vector<int> counts(m_tabs.size());
    std::vector<std::uint32_t> rows;
    const std::size_t current = tabOf(m_lanes->currentLane());
    for (std::uint32_t i = 0; i < m_board.lines; ++i) {
        if (!f->isEmpty() && !m_board.holds(*f, i))
            continue;
        for (std::size_t tab = 0; tab < m_tabs.size(); ++tab) {
            if (!m_board.in(tab, i))
                continue;
            ++counts[tab];
            if (tab == current)
                rows.push_back(i);
        }
    }
    std::vector<LaneBar::Lane> lanes;
    for (std::size_t tab = 0; tab < m_tabs.size(); ++tab)
        lanes.push_back({m_tabs[tab].id, m_tabs[tab].title, counts[tab], m_tabs[tab].always});
    m_lanes->setLanes(lanes);
    counted(counts);
    present(m_board.book, std::move(rows), m_board.swap);
    showCurrent();
}

QString BoardPage::currentTab() const { return m_lanes->currentLane(); }
void BoardPage::showTab(const QString& id) { m_lanes->setCurrentLane(id); }

bool BoardPage::isStale() const { return m_board.book != workbench().book(); }

bool BoardPage::isAsking() const { return m_desk && m_desk->isBusy(); }

void BoardPage::deskClosed()
{
    foldPanel();
    table()->setFocus();
}

} // namespace duedesk
