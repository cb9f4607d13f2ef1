#include "ui/pages/accounts/accountspage.h"

#include "core/base/words.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/listfilter.h"
#include "ui/pages/listviews.h"

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
    : AccountsPage(workbench, std::make_shared<AccountBox>(), parent)
{
}

AccountsPage::AccountsPage(Workbench& workbench, const AccountBoxPtr& box, QWidget* parent)
    : ListPage(u"accounts"_s,
               {.table = tr("Accounts"),
                .placeholder = u">10k lane:routine owner:me"_s,
                .working = tr("Working out the accounts…"),
                .failed = tr("The accounts could not be worked out"),
                .noMatch = tr("No account matches this filter"),
                .counted = [](qint64 n) { return Lang::plural("%1 accounts", "1 account", n); },
                .sum = tr("open"),
                .sort = u"open"_s},
               workbench,
               new BookTableModel(accountColumns(box),
                                  [](const Book& book, std::uint32_t row) { return book.customers()[row].id.value; }),
               tr("Accounts"), parent),
      m_box(box)
{
    connect(&workbench, &Workbench::insightsChanged, this, &AccountsPage::bookChanged);
}

void AccountsPage::ask()
{
    const InsightsPtr insights = workbench().insights();
    if (!insights)
        return; // insightsChanged() follows
    work<Figures>(
        [insights] {
            insights->require();
            return std::make_shared<const AccountFigures>(insights->book, insights->day, insights->calls);
        },
        [this](const Figures& figures) { show(figures); });
}

void AccountsPage::show(const Figures& figures)
{
    m_figures = figures;
    views()->setCounter([figures, user = workbench().user()](const QString& text, const QString&) {
        const auto f = parseFilter(text, accountFilterFields(), figures->book()->info().base, user);
        return f ? int(accountsThatMatch(*figures, *f).size()) : -1;
    });
    applyFilter();
}

void AccountsPage::applyFilter()
{
    if (!m_figures)
        return;
    const auto f = filter(accountFilterFields());
    if (!f)
        return;
    std::vector<std::uint32_t> rows = accountsThatMatch(*m_figures, *f);
    showSubtitle(rows);
    present(m_figures->book(), std::move(rows), [this] { m_box->now = m_figures; });
}

void AccountsPage::showEmpty()
{
    showMessage(u"import"_s, tr("No accounts yet"), tr("Bring in customers or invoices to see who owes what."),
                tr("Import files"));
}

void AccountsPage::showSubtitle(const std::vector<std::uint32_t>& rows)
{
    const AccountFigures& f = *m_figures;
    const AccountFigures::Sum sum = f.sumOf(rows);
    const Currency base = f.book()->info().base;
    setSubtitle(tr("%1 · %2 open · %3 past due · as of %4")
                    .arg(Lang::plural("%1 accounts", "1 account", qint64(rows.size())), amountWithUnit(sum.open, base),
                         amountWithUnit(sum.pastDue, base), dateText(f.day())));
}

} // namespace duedesk
