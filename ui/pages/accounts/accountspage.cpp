#include "ui/pages/accounts/accountspage.h"

#include "core/insight/filter.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/pages/listfilter.h"
#include "ui/pages/listviews.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QStackedLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::uint32_t> accountsThatMatch(const AccountFigures& f, const Filter& filter)
{
    std::vector<std::uint32_t> rows = f.payers();
    if (filter.isEmpty())
        return rows;
    return filterCustomers(*f.book(), std::move(rows), filter, accountExtra(f),
                           [&f](std::uint32_t row) { return f.of(row).open; });
}

} // namespace

AccountsPage::AccountsPage(Workbench& workbench, QWidget* parent)
    : Page(u"accounts"_s, tr("Accounts"), parent), m_workbench(workbench), m_box(std::make_shared<AccountBox>()),
      m_model(new BookTableModel(
          accountColumns(m_box), [](const Book& book, std::uint32_t row) { return book.customers()[row].id.value; },
          this)),
      m_table(new TableDress(m_model, tr("Accounts"))), m_filter(new FilterField(u">10k lane:routine owner:me"_s)),
      m_views(new ListViews(workbench, id(), m_table, m_filter, this)), m_empty(new EmptyState),
      m_stack(new QStackedLayout)
{
    auto* main = new QWidget(this);
    main->setLayout(m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setMain(m_views->above(main));
    headerTools()->addWidget(m_filter);
    m_filter->setReturnFocus(m_table);

    connect(m_model, &BookTableModel::modelAboutToBeReset, this, [this] { m_box->now = m_figures; });
    connect(m_filter, &FilterField::filterChanged, this, &AccountsPage::applyFilter);
    connect(m_table, &TableDress::opened, this,
            [this](qint64 id) { emit openAccount(CustomerId(id), walk(), title()); });
    connect(m_table, &TableDress::selectionChangedTo, this, [this](int rows, qint64 sum, bool) {
        emit selectionText(rows == 0 ? QString()
                                     : tr("%1, %2 open")
                                           .arg(plural(rows, tr("account"), tr("accounts")),
                                                amountWithUnit(sum, m_workbench.book()->info().base)));
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_filter->text().isEmpty())
            emit openImport({});
        else
            m_filter->setText({});
    });
    connect(&m_workbench, &Workbench::insightsChanged, this, &AccountsPage::bookChanged);
    connect(&m_workbench, &Workbench::asOfChanged, this, &AccountsPage::bookChanged);
    m_stack->setCurrentWidget(m_empty);
    m_empty->setContent({}, tr("Working out the accounts…"), {});
}

void AccountsPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    m_views->bindActions(catalog, this);
}

void AccountsPage::activated()
{
    if (m_dirty)
        compute();
}

void AccountsPage::refresh() { compute(); }

bool AccountsPage::back()
{
    if (m_views->back())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return m_filter->back();
}

void AccountsPage::focusFilter() { m_filter->focus(); }
QWidget* AccountsPage::listWidget() const { return m_table; }
void AccountsPage::drill(const QString& filter) { m_filter->setText(filter); }
QString AccountsPage::filterText() const { return m_filter->text(); }

QJsonObject AccountsPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    state[u"filter"_s] = m_filter->text();
    return state;
}

void AccountsPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    m_filter->setText(state.value(u"filter"_s).toString());
}

void AccountsPage::bookChanged()
{
    m_dirty = true;
    if (isVisible())
        compute();
}

void AccountsPage::compute()
{
    const InsightsPtr insights = m_workbench.insights();
    if (!insights)
        return; // insightsChanged() follows
    m_dirty = false;
    m_latest.ask(
        [insights] { return std::make_shared<const AccountFigures>(insights->book, insights->day, insights->calls); },
        [this](const auto& figures) { show(figures); },
        [this](const QString& why) {
            m_stack->setCurrentWidget(m_empty);
            m_empty->setContent({}, tr("The accounts could not be worked out"), why);
        });
}

void AccountsPage::show(const std::shared_ptr<const AccountFigures>& figures)
{
    m_figures = figures;
    m_views->setCounter([figures, user = m_workbench.user()](const QString& text) {
        const auto filter = parseFilter(text, accountFilterFields(), figures->book()->info().base, user);
        return filter ? int(accountsThatMatch(*figures, *filter).size()) : -1;
    });
    applyFilter();
    emit figuresShown();
}

void AccountsPage::applyFilter()
{
    if (!m_figures)
        return;
    const AccountFigures& f = *m_figures;
    const Result<Filter> filter =
        parseFilter(m_filter->text(), accountFilterFields(), f.book()->info().base, m_workbench.user());
    if (!filter) {
        m_filter->setError(filter.error().message());
        return;
    }
    m_filter->setError({});
    const std::size_t all = f.payers().size();
    std::vector<std::uint32_t> rows = accountsThatMatch(f, *filter);
    showSubtitle(rows);
    const bool none = rows.empty();
    m_model->setRows(f.book(), std::move(rows));
    if (m_model->sortColumn() < 0)
        m_model->sort(m_model->columnOf(u"open"_s), Qt::DescendingOrder);
    if (!none) {
        m_stack->setCurrentWidget(m_table);
        if (m_table->currentId() == 0)
            m_table->selectFirst();
        return;
    }
    m_stack->setCurrentWidget(m_empty);
    if (all == 0)
        m_empty->setContent(u"import"_s, tr("No accounts yet"),
                            tr("Bring in customers or invoices to see who owes what."), tr("Import files"));
    else
        m_empty->setContent({}, tr("No account matches this filter"), m_filter->text(), tr("Clear the filter"));
}

void AccountsPage::showSubtitle(const std::vector<std::uint32_t>& rows)
{
    const AccountFigures& f = *m_figures;
    Int128 open = 0, late = 0;
    for (std::uint32_t row : rows) {
        open += f.of(row).open;
        late += f.of(row).pastDue;
    }
    const Currency base = f.book()->info().base;
    setSubtitle(tr("%1 · %2 open · %3 past due · as of %4")
                    .arg(plural(qint64(rows.size()), tr("account"), tr("accounts")), amountWithUnit(narrow(open), base),
                         amountWithUnit(narrow(late), base), dateText(f.day())));
}

std::vector<qint64> AccountsPage::walk() const
{
    std::vector<qint64> ids;
    ids.reserve(m_model->order().size());
    for (int line = 0; line < int(m_model->order().size()); ++line)
        ids.push_back(m_model->idAt(line));
    return ids;
}

} // namespace duedesk
