#include "ui/pages/items/itemspage.h"

#include "core/base/words.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/listviews.h"
#include "ui/panels/latereasonlist.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/tabledress.h"

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::uint32_t> itemsThatMatch(const ItemFigures& figures, const Filter& filter, const InsightsPtr& calls)
{
    if (filter.isEmpty())
        return figures.all();
    const Book& book = *figures.book();
    const FilterText lanes = calls ? laneOfItems(book, calls->calls) : FilterText(); // they are still being ranked
    return figures.itemsOf(filterItems(book, figures.day(), figures.debitRows(), filter, lanes));
}

} // namespace

ItemsPage::ItemsPage(Workbench& workbench, QWidget* parent) : ItemsPage(workbench, std::make_shared<ItemBox>(), parent)
{
}

ItemsPage::ItemsPage(Workbench& workbench, const ItemBoxPtr& box, QWidget* parent)
    : ListPage(u"items"_s,
               {.table = tr("Open items"),
                .placeholder = u">10k bucket:90+ owner:me"_s,
                .working = tr("Working out the open items…"),
                .failed = tr("The open items could not be worked out"),
                .noMatch = tr("No open item matches this filter"),
                .counted = [](qint64 n) { return Lang::plural("%1 items", "1 item", n); },
                .sum = tr("open"),
                .sort = u"days_past_due"_s},
               workbench,
               new BookTableModel(itemColumns(box, true),
                                  [box](const Book& book, std::uint32_t item) {
                                      const auto [c, i] = book.ledger().debit(box->now->debitRow(item));
                                      return c->id[i];
                                  }),
               tr("Items"), parent),
      m_box(box), m_whyLate(new LateReasonList(workbench, table()))
{
    filterField()->setDelay(60);
    connect(&workbench, &Workbench::insightsChanged, this, &ItemsPage::bookChanged);
}

void ItemsPage::bindActions(ActionCatalog& catalog)
{
    ListPage::bindActions(catalog);
    connect(m_whyLate, &LateReasonList::refused, this, &Page::said);
    connect(m_whyLate, &LateReasonList::taken, table(), &TableDress::clearPicked);
    catalog.bind(
        u"items.whyLate"_s, this, table(),
        [this] {
            std::vector<DebitId> chosen;
            for (const std::int64_t item : table()->selectedIds())
                chosen.push_back(DebitId(item));
            if (chosen.empty())
                chosen.push_back(DebitId(table()->currentId()));
            m_whyLate->ask(chosen);
        },
        whenRow());
}

void ItemsPage::refresh()
{
    m_known.reset();
    ask();
}

void ItemsPage::ask()
{
    if (!isVisible() && !m_known)
        return; // asked for when the page is shown
    const auto f = filter(itemFilterFields());
    if (!f)
        return;
    const InsightsPtr insights = workbench().insights();
    work<Shown>(
        [known = m_known, book = workbench().book(), day = workbench().asOf(),
         model = insights ? insights->behaviour : nullptr, f = *f, insights] {
            if (insights)
                insights->require();
            return answer(known, book, day, model, f, insights);
        },
        [this](const Shown& shown) { show(shown); });
}

ItemsPage::Shown ItemsPage::answer(const Figures& known, const BookPtr& book, Date day,
                                   const std::shared_ptr<const BehaviourModel>& model, const Filter& filter,
                                   const InsightsPtr& calls)
{
    Shown s;
    const bool same = known && known->book() == book && known->day() == day && known->model() == model;
    s.figures = same ? known : std::make_shared<const ItemFigures>(book, day, model);
    s.items = itemsThatMatch(*s.figures, filter, calls);
    s.openBase = s.figures->totalBase(s.items);
    s.lateBase = s.figures->pastDueBase(s.items);
    return s;
}

void ItemsPage::show(const Shown& answer)
{
    const bool other = m_known != answer.figures;
    m_known = answer.figures;
    if (other)
        countViews();
    const Currency base = answer.figures->book()->info().base;
    setSubtitle(tr("%1 · %2 open · %3 past due · as of %4")
                    .arg(Lang::plural("%1 items", "1 item", qint64(answer.items.size())),
                         amountWithUnit(answer.openBase, base), amountWithUnit(answer.lateBase, base),
                         dateText(answer.figures->day())));
    present(answer.figures->book(), answer.items, [this] { m_box->now = m_known; });
    warmExpected();
}

void ItemsPage::countViews()
{
    views()->setCounter([figures = m_known, calls = workbench().insights(),
                         user = workbench().user()](const QString& text, const QString&) {
        const auto f = parseFilter(text, itemFilterFields(), figures->book()->info().base, user);
        return f && calls ? int(itemsThatMatch(*figures, *f, calls).size()) : -1;
    });
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

void ItemsPage::showEmpty()
{
    if (m_known->book()->ledger().debitCount == 0)
        showMessage(u"import"_s, tr("No items yet"), tr("Bring in invoices and payments to see what is open."),
                    tr("Import files"));
    else
        showMessage({}, tr("Nothing is open on %1").arg(fullDateText(m_known->day())), {});
}

std::uint32_t ItemsPage::payerOf(std::uint32_t row) const
{
    const Book& book = *m_box->now->book();
    const auto [chunk, at] = book.ledger().debit(m_box->now->debitRow(row));
    return book.payerRow(chunk->customer[at]);
}

} // namespace duedesk
