#include "ui/pages/listviews.h"

#include "ui/models/format.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"
#include "ui/widgets/viewbar.h"

#include <QJsonDocument>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

const QString listKey = u"list"_s; // beside the table's columns

} // namespace

ListViews::ListViews(Workbench& workbench, const QString& page, TableDress* table, FilterField* filter, QWidget* parent)
    : QObject(parent), m_workbench(workbench), m_page(page), m_table(table), m_filter(filter),
      m_bar(new ViewBar(parent))
{
    connect(m_bar, &ViewBar::chosen, this, &ListViews::show);
    connect(m_bar, &ViewBar::nameGiven, this,
            [this](const QString& name, bool everybody) { save(m_renaming, name, everybody); });
    connect(m_bar, &ViewBar::renameWanted, this, &ListViews::ask);
    connect(m_bar, &ViewBar::replaceWanted, this, [this](qint64 id) {
        if (const SavedView* v = view(id))
            save(-id, v->name, v->user.isEmpty());
    });
    connect(m_bar, &ViewBar::deleteWanted, this, [this](qint64 id) {
        if (const Outcome o = m_workbench.submit(DeleteView{SavedViewId(id)}); !o)
            emit refused(sentenceOf(o.error()));
    });
    connect(m_bar, &ViewBar::closed, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_filter, &FilterField::filterChanged, this, &ListViews::contentChanged);
    connect(&m_workbench, &Workbench::changed, this, [this](const ChangeSet& changes, bool reload) {
        if (reload || !changes.of<SavedView>().empty())
            refresh();
    });
    refresh();
}

QWidget* ListViews::above(QWidget* list)
{
    auto* both = new QWidget(list->parentWidget());
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(list, 1);
    return both;
}

void ListViews::setLists(LaneBar* lists)
{
    m_lists = lists;
    connect(m_lists, &LaneBar::laneChanged, this, &ListViews::contentChanged);
}

void ListViews::bindActions(ActionCatalog& catalog, QWidget* page)
{
    const auto some = [this] { return m_bar->neighbour(1) != 0; };
    const auto step = [this](int by) {
        m_bar->setCurrent(m_bar->neighbour(by));
        show(m_bar->current());
    };
    catalog.bind(u"list.saveView"_s, page, m_table, [this] { ask(0); });
    catalog.bind(u"list.nextView"_s, page, m_table, [step] { step(1); }, some);
    catalog.bind(u"list.previousView"_s, page, m_table, [step] { step(-1); }, some);
    catalog.bind(
        u"list.deleteView"_s, page, m_table, [this] { emit m_bar->deleteWanted(m_bar->current()); },
        [this] { return m_bar->current() != 0; });
}

bool ListViews::back()
{
    if (!m_bar->isAsking())
        return false;
    m_bar->closeName();
    return true;
}

std::vector<const SavedView*> ListViews::views() const
{
    std::vector<const SavedView*> out;
    m_workbench.book()->rows<SavedView>().forEach([&](std::uint32_t, const SavedView& v) {
        if (v.page == m_page && (v.user.isEmpty() || v.user == m_workbench.user()))
            out.push_back(&v);
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const SavedView* a, const SavedView* b) { return a->position < b->position; });
    return out;
}

const SavedView* ListViews::view(qint64 id) const
{
    return m_workbench.book()->rows<SavedView>().find(SavedViewId(id));
}

void ListViews::refresh()
{
    std::vector<ViewBar::View> shown;
    for (const SavedView* v : views())
        shown.push_back(
            {v->id.value, v->name, v->filter.isEmpty() ? tr("everything") : tr("Filter: %1").arg(v->filter), -1});
    m_bar->setViews(shown);
    count();
}

void ListViews::setCounter(Counter counter)
{
    m_counter = std::move(counter);
    count();
}

void ListViews::count()
{
    std::vector<std::tuple<qint64, QString, QString>> wanted; // id, filter, list
    for (const SavedView* v : views())
        wanted.push_back({v->id.value, v->filter, listOf(*v)});
    if (wanted.empty() || !m_counter)
        return;
    m_counting.ask(
        [counter = m_counter, wanted] {
            std::map<qint64, int> counts;
            for (const auto& [id, filter, list] : wanted)
                counts[id] = counter(filter, list);
            return counts;
        },
        [this](const std::map<qint64, int>& counts) {
            for (const auto& [id, n] : counts)
                m_bar->setCount(id, n);
        });
}

void ListViews::show(qint64 id)
{
    const SavedView* v = view(id);
    if (!v)
        return;
    QJsonObject state = QJsonDocument::fromJson(v->columns).object();
    if (!v->sort.isEmpty()) {
        const bool down = v->sort.startsWith(u'-');
        state.insert(u"sort"_s, down ? v->sort.mid(1) : v->sort);
        state.insert(u"descending"_s, down);
    }
    m_choosing = true;
    if (m_lists)
        m_lists->setCurrentLane(listOf(*v));
    m_table->restoreState(state);
    m_filter->setText(v->filter);
    m_choosing = false;
    m_table->setFocus(Qt::OtherFocusReason);
}

// `rename` is the view that gets another name; 0 = what is shown gets a name of its own.
void ListViews::ask(qint64 rename)
{
    m_renaming = rename;
    const SavedView* v = rename != 0 ? view(rename) : nullptr;
    m_bar->askName(v ? v->name : m_filter->text().left(60), v && v->user.isEmpty());
}

// id > 0: only the name changes; id < 0: the view of that number shows what the list shows; 0: a new one.
void ListViews::save(qint64 id, const QString& name, bool everybody)
{
    SaveView c;
    c.view = SavedViewId(std::abs(id));
    c.page = m_page;
    c.name = name;
    c.everybody = everybody;
    if (const SavedView* kept = id > 0 ? view(id) : nullptr) {
        c.filter = kept->filter;
        c.columns = kept->columns;
        c.sort = kept->sort;
    } else {
        QJsonObject state = m_table->saveState();
        const QString sort = state.take(u"sort"_s).toString();
        const bool down = state.take(u"descending"_s).toBool();
        if (m_lists)
            state.insert(listKey, currentList());
        c.filter = m_filter->text();
        c.columns = QJsonDocument(state).toJson(QJsonDocument::Compact);
        c.sort = sort.isEmpty() ? QString() : QString((down ? u"-"_s : QString()) + sort);
    }
    if (const Outcome o = m_workbench.submit(c); !o) {
        if (m_bar->isAsking())
            m_bar->setError(o.error().message());
        else
            emit refused(sentenceOf(o.error()));
        return;
    }
    m_renaming = 0;
    m_bar->closeName();
}

QString ListViews::listOf(const SavedView& view) const
{
    return m_lists ? QJsonDocument::fromJson(view.columns).object().value(listKey).toString() : QString();
}

QString ListViews::currentList() const { return m_lists ? m_lists->currentLane() : QString(); }

// Another filter, or another of the page's lists, is no longer the view that was chosen.
void ListViews::contentChanged()
{
    if (m_choosing || m_bar->current() == 0)
        return;
    const SavedView* v = view(m_bar->current());
    if (!v || v->filter != m_filter->text().trimmed() || listOf(*v) != currentList())
        m_bar->setCurrent(0);
}

} // namespace duedesk
