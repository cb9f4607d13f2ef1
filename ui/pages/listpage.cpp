#include "ui/pages/listpage.h"

#include "core/base/words.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/listviews.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

ListPage::ListPage(const QString& id, const ListWords& words, Workbench& workbench, BookTableModel* model,
                   const QString& title, QWidget* parent)
    : Page(id, title, parent), m_workbench(workbench), m_words(words), m_model(model),
      m_table(new TableDress(model, words.table)), m_filter(new FilterField(words.placeholder)),
      m_views(new ListViews(workbench, id, m_table, m_filter, this)), m_empty(new EmptyState),
      m_stack(new QStackedWidget(this))
{
    m_model->setParent(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setMain(m_views->above(m_stack));
    headerTools()->addWidget(m_filter);
    m_filter->setReturnFocus(m_table);
    showMessage({}, words.working, {});

    connect(m_filter, &FilterField::filterChanged, this, [this] { applyFilter(); });
    connect(m_table, &TableDress::opened, this, [this] { openCurrent(); });
    connect(m_table, &TableDress::selectionChangedTo, this, &ListPage::tellSelection);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_filter->text().isEmpty())
            emptyAction();
        else
            m_filter->setText({});
    });
    connect(&m_workbench, &Workbench::asOfChanged, this, &ListPage::bookChanged);
    connect(m_views, &ListViews::refused, this, &Page::said);
}

void ListPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    m_views->bindActions(catalog, this);
}

void ListPage::activated()
{
    if (m_dirty)
        ask();
}

void ListPage::refresh() { ask(); }

bool ListPage::back()
{
    if (m_views->back())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return m_filter->back();
}

void ListPage::focusFilter() { m_filter->focus(); }
QWidget* ListPage::listWidget() const { return m_table; }
void ListPage::drill(const QString& filter) { m_filter->setText(filter); }
QString ListPage::filterText() const { return m_filter->text(); }

QJsonObject ListPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    state[u"filter"_s] = m_filter->text();
    return state;
}

void ListPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    m_filter->setText(state.value(u"filter"_s).toString());
}

void ListPage::bookChanged()
{
    m_dirty = true;
    if (isVisible())
        ask();
}

void ListPage::askLatest(std::function<Show()> answer)
{
    m_dirty = false;
    m_latest.ask(
        std::move(answer),
        [this](const Show& show) {
            show();
            emit rowsShown();
        },
        [this](const QString& why) { showMessage(u"problem"_s, m_words.failed, why); });
}

std::optional<Filter> ListPage::filter(const QStringList& fields)
{
    auto f = parseFilter(m_filter->text(), fields, m_workbench.book()->info().base, m_workbench.user());
    m_filter->setError(f ? QString() : f.error().message());
    return f ? std::optional(std::move(*f)) : std::nullopt;
}

void ListPage::present(const BookPtr& book, std::vector<std::uint32_t> rows, const std::function<void()>& swap)
{
    const bool none = rows.empty();
    m_model->setRows(book, std::move(rows), swap);
    if (m_model->sortColumn() < 0 && !m_words.sort.isEmpty())
        m_model->sort(m_model->columnOf(m_words.sort), Qt::DescendingOrder);
    if (!none) {
        m_stack->setCurrentWidget(m_table);
        if (m_table->currentId() == 0)
            m_table->selectFirst();
    } else if (!m_filter->text().isEmpty()) {
        showMessage({}, m_words.noMatch, m_filter->text(), tr("Clear the filter"));
    } else {
        showEmpty();
    }
}

void ListPage::showMessage(const QString& icon, const QString& heading, const QString& text, const QString& action)
{
    m_stack->setCurrentWidget(m_empty);
    m_empty->setContent(icon, heading, text, action);
}

std::uint32_t ListPage::currentRow() const
{
    return m_stack->currentWidget() == m_table ? m_table->currentRow() : noRow;
}

void ListPage::openCurrent()
{
    const std::uint32_t row = currentRow();
    if (row == noRow)
        return;
    const auto& customers = m_model->book()->customers();
    std::vector<qint64> walk; // each payer once, in the order shown
    std::vector<bool> seen(customers.size());
    for (const std::uint32_t r : m_model->order()) {
        const std::uint32_t payer = payerOf(r);
        if (payer == noRow)
            continue;
        if (!seen[payer])
            walk.push_back(customers[payer].id.value);
        seen[payer] = true;
    }
    emit openAccount(customers[payerOf(row)].id, walk, title());
}

void ListPage::tellSelection(int rows, qint64 sum, bool hasSum)
{
    QStringList text;
    if (rows > 0)
        text += m_words.counted ? m_words.counted(rows) : Lang::plural("%1 rows", "1 row", rows);
    if (rows > 0 && hasSum) {
        const QString amount = amountWithUnit(sum, m_workbench.book()->info().base);
        text += m_words.sum.isEmpty() ? amount : tr("%1 %2", "an amount, what it is: open").arg(amount, m_words.sum);
    }
    emit selectionText(text.join(u", "_s));
}

} // namespace duedesk
