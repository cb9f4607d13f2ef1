#include "ui/pages/items/itemspage.h"

#include "core/insight/filter.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/pages/listviews.h"
#include "ui/panels/latereasonlist.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QStackedLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

ItemsPage::ItemsPage(Workbench& workbench, QWidget* parent)
    : Page(u"items"_s, tr("Items"), parent), m_workbench(workbench), m_box(std::make_shared<ItemBox>()),
      m_model(new BookTableModel(
          itemColumns(m_box, true),
          [box = m_box](const Book& book, std::uint32_t item) {
              const auto [c, i] = book.ledger().debit(box->now->debitRow(item));
              return c->id[i];
          },
          this)),
      m_table(new TableDress(m_model, tr("Open items"))), m_filter(new FilterField(u">10k bucket:90+ owner:me"_s)),
      m_views(new ListViews(workbench, id(), m_table, m_filter, this)),
      m_whyLate(new LateReasonList(workbench, m_table)), m_empty(new EmptyState), m_stack(new QStackedLayout)
{
    auto* main = new QWidget(this);
    main->setLayout(m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setMain(m_views->above(main));
    headerTools()->addWidget(m_filter);
    m_filter->setReturnFocus(m_table);
    m_filter->setDelay(60);

    // The table remembers its selection by the old figures when the reset begins; ours come in right after it.
    connect(m_model, &BookTableModel::modelAboutToBeReset, this, [this] { m_box->now = m_next; });
    connect(m_filter, &FilterField::filterChanged, this, &ItemsPage::ask);
    connect(m_table, &TableDress::opened, this, &ItemsPage::openAt);
    connect(m_table, &TableDress::selectionChangedTo, this, [this](int rows, qint64 sum, bool) {
        emit selectionText(rows == 0 ? QString()
                                     : tr("%1, %2 open")
                                           .arg(plural(rows, tr("item"), tr("items")),
                                                amountWithUnit(sum, m_workbench.book()->info().base)));
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_filter->text().isEmpty())
            emit openImport({});
        else
            m_filter->setText({});
    });
    connect(&m_workbench, &Workbench::insightsChanged, this, &ItemsPage::bookChanged);
    connect(&m_workbench, &Workbench::asOfChanged, this, &ItemsPage::bookChanged);
    m_stack->setCurrentWidget(m_empty);
    m_empty->setContent({}, tr("Working out the open items…"), {});
}

void ItemsPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    m_views->bindActions(catalog, this);
    connect(m_whyLate, &LateReasonList::refused, this, &Page::said);
    connect(m_whyLate, &LateReasonList::taken, m_table, &TableDress::clearPicked);
    catalog.bind(u"items.whyLate"_s, this, m_table, [this] {
        std::vector<DebitId> chosen;
        for (const std::int64_t id : m_table->selectedIds())
            chosen.push_back(DebitId(id));
        if (chosen.empty())
            chosen.push_back(DebitId(m_table->currentId()));
        m_whyLate->ask(chosen);
    });
}

void ItemsPage::activated()
{
    if (m_dirty)
        ask();
}

void ItemsPage::refresh()
{
    m_known.reset();
    ask();
}

bool ItemsPage::back()
{
    if (m_views->back())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return m_filter->back();
}

void ItemsPage::focusFilter() { m_filter->focus(); }
QWidget* ItemsPage::listWidget() const { return m_table; }
void ItemsPage::drill(const QString& filter) { m_filter->setText(filter); }
QString ItemsPage::filterText() const { return m_filter->text(); }

QJsonObject ItemsPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    state[u"filter"_s] = m_filter->text();
    return state;
}

void ItemsPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    m_filter->setText(state.value(u"filter"_s).toString());
}

void ItemsPage::bookChanged()
{
    m_dirty = true;
    if (isVisible())
        ask();
}

void ItemsPage::ask()
{
    if (!isVisible() && !m_known)
        return; // asked for when the page is shown
    const InsightsPtr insights = m_workbench.insights();
    const BookPtr book = m_workbench.book();
    const Date day = m_workbench.asOf();
    m_dirty = false;
    m_latest.ask([known = m_known, book, day, model = insights ? insights->behaviour : nullptr, text = m_filter->text(),
                  user = m_workbench.user(),
                  calls = insights] { return work(known, book, day, model, text, user, calls); },
                 [this](const Shown& answer) { show(answer); },
                 [this](const QString& why) {
                     m_stack->setCurrentWidget(m_empty);
                     m_empty->setContent({}, tr("The open items could not be worked out"), why);
                 });
}

ItemsPage::Shown ItemsPage::work(const std::shared_ptr<const ItemFigures>& known, const BookPtr& book, Date day,
                                 const std::shared_ptr<const BehaviourModel>& model, const QString& filter,
                                 const QString& user, const InsightsPtr& calls)
{
    Shown s;
    s.filter = filter;
    const bool same = known && known->book() == book && known->day() == day && known->model() == model;
    s.figures = same ? known : std::make_shared<const ItemFigures>(book, day, model);
    const Result<Filter> f = parseFilter(filter, itemFilterFields(), book->info().base, user);
    if (!f) {
        s.error = f.error().message();
        return s;
    }
    s.items =
        f->isEmpty()
            ? s.figures->all()
            : s.figures->itemsOf(filterItems(*book, day, s.figures->debitRows(), *f, laneOfItems(*book, calls->calls)));
    s.openBase = s.figures->totalBase(s.items);
    Int128 late = 0;
    for (std::uint32_t item : s.items)
        if (s.figures->daysPastDue(item) > 0)
            late += s.figures->openBase(item);
    s.lateBase = narrow(late);
    return s;
}

void ItemsPage::show(const Shown& answer)
{
    if (!answer.error.isEmpty()) {
        m_filter->setError(answer.error); // the list keeps what it showed
        return;
    }
    m_filter->setError({});
    if (m_known != answer.figures)
        m_views->setCounter(
            [figures = answer.figures, calls = m_workbench.insights(), user = m_workbench.user()](const QString& text) {
                const Book& book = *figures->book();
                const auto f = parseFilter(text, itemFilterFields(), book.info().base, user);
                if (!f || !calls)
                    return -1;
                return f->isEmpty() ? int(figures->size())
                                    : int(filterItems(book, figures->day(), figures->debitRows(), *f,
                                                      laneOfItems(book, calls->calls))
                                              .size());
            });
    m_known = m_next = answer.figures;
    m_model->setRows(answer.figures->book(), answer.items);
    if (m_model->sortColumn() < 0)
        m_model->sort(m_model->columnOf(u"days_past_due"_s), Qt::DescendingOrder);
    const Currency base = answer.figures->book()->info().base;
    setSubtitle(tr("%1 · %2 open · %3 past due · as of %4")
                    .arg(plural(qint64(answer.items.size()), tr("item"), tr("items")),
                         amountWithUnit(answer.openBase, base), amountWithUnit(answer.lateBase, base),
                         dateText(answer.figures->day())));
    if (answer.items.empty()) {
        showNothing(answer);
    } else {
        m_stack->setCurrentWidget(m_table);
        if (m_table->currentId() == 0)
            m_table->selectFirst();
    }
    warmExpected();
    emit rowsShown();
}

// Sorting by the expected day asks for every item at once: a third of a second for sixty thousand.
void ItemsPage::warmExpected()
{
    if (m_warm == m_known)
        return;
    m_warm = m_known;
    m_warming.ask([figures = m_known] { return std::make_shared<std::vector<std::int32_t>>(figures->allExpected()); },
                  [figures = m_known](const auto& days) { figures->keepExpected(std::move(*days)); });
}

void ItemsPage::showNothing(const Shown& answer)
{
    m_stack->setCurrentWidget(m_empty);
    if (!answer.filter.isEmpty())
        m_empty->setContent({}, tr("No open item matches this filter"), answer.filter, tr("Clear the filter"));
    else if (answer.figures->book()->ledger().debitCount == 0)
        m_empty->setContent(u"import"_s, tr("No items yet"), tr("Bring in invoices and payments to see what is open."),
                            tr("Import files"));
    else
        m_empty->setContent({}, tr("Nothing is open on %1").arg(fullDateText(answer.figures->day())), {});
}

void ItemsPage::openAt(qint64 debitId)
{
    const Book& book = *m_model->book();
    const std::uint32_t row = book.ledger().debitRow(DebitId(debitId));
    if (row == noRow)
        return;
    const auto [c, i] = book.ledger().debit(row);
    // [ and ] walk the payers of the list, each once, in the order shown.
    std::vector<qint64> walk;
    std::vector<bool> seen(book.customers().size());
    for (std::uint32_t item : m_model->order()) {
        const auto [chunk, at] = book.ledger().debit(m_box->now->debitRow(item));
        const std::uint32_t payer = book.payerRow(chunk->customer[at]);
        if (!seen[payer]) {
            seen[payer] = true;
            walk.push_back(book.customers()[payer].id.value);
        }
    }
    emit openAccount(book.customers()[book.payerRow(c->customer[i])].id, walk, title());
}

} // namespace duedesk
