#include "ui/pages/account/accountpage.h"

#include "core/base/words.h"
#include "ui/charts/agingbar.h"
#include "ui/charts/elidedlabel.h"
#include "ui/charts/trendlines.h"
#include "ui/models/format.h"
#include "ui/pages/account/accountfiles.h"
#include "ui/pages/account/peoplebar.h"
#include "ui/pages/account/timelineview.h"
#include "ui/panels/accountform.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/latereasonlist.h"
#include "ui/panels/newsbanner.h"
#include "ui/panels/payergroup.h"
#include "ui/panels/postingform.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

AccountPage::AccountPage(Workbench& workbench, Prompter& prompter, FileOpener& opener, QWidget* parent)
    : Page(u"account"_s, tr("Account"), parent), m_workbench(workbench), m_prompter(prompter),
      m_fileWork(std::make_unique<AccountFiles>(workbench, opener)), m_box(std::make_shared<ItemBox>()),
      m_model(new BookTableModel(
          itemColumns(m_box, false),
          [box = m_box](const Book& book, std::uint32_t item) {
              const auto [c, i] = book.ledger().debit(box->now->debitRow(item));
              return c->id[i];
          },
          this)),
      m_table(new TableDress(m_model, tr("Open items of the account"))), m_desk(new CallDesk(workbench)),
      m_side(new QStackedWidget), m_group(new PayerGroupPanel), m_form(new AccountForm(workbench)),
      m_posting(new PostingForm(workbench)), m_timeline(new TimelineView), m_people(new PeopleBar),
      m_files(new FileList(tr("No file yet. F attaches one, or drop it here."))), m_news(new NewsBanner),
      m_whyLate(new LateReasonList(workbench, m_table)), m_aging(new AgingBar), m_history(new TrendLines),
      m_empty(new EmptyState), m_stack(new QStackedLayout)
{
    setHeader(buildHeader());
    auto* main = new QWidget(this);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_news);
    auto* body = new QWidget(main);
    body->setLayout(m_stack);
    column->addWidget(body, 1);
    m_stack->addWidget(buildBlocks());
    m_stack->addWidget(m_empty);
    setMain(main);
    for (FormDesk* desk : std::initializer_list<FormDesk*>{m_desk, m_form, m_posting})
        addDesk(desk);
    m_side->addWidget(m_group);
    m_group->setContentsMargins(16, 14, 16, 16);
    setPanel(m_side);
    m_empty->setContent({}, tr("No account is open"), tr("Open one from Today or from Accounts."));
    m_stack->setCurrentWidget(m_empty);

    connect(m_model, &BookTableModel::modelAboutToBeReset, this, [this] { m_box->now = m_items; });
    connect(m_table, &TableDress::selectionChangedTo, this, [this](int rows, qint64 sum, bool) {
        emit selectionText(rows == 0 ? QString()
                                     : (m_table->hasPicked() ? tr("%1 ticked, %2") : tr("%1, %2"))
                                           .arg(Lang::plural("%1 items", "1 item", rows),
                                                amountWithUnit(sum, m_workbench.book()->info().base)));
    });
    m_desk->setTicked([this] { return ticked(); });
    m_posting->setItems([this] { return selectedItems(); });
    connect(m_people, &PeopleBar::copied, this, &Page::said);
    connect(m_history, &ChartTile::readingChanged, this, &Page::statusText);
    connect(m_aging, &AgingBar::readingChanged, this, &Page::statusText);
    connect(m_aging, &AgingBar::bucketActivated, this, [this](int bucket) {
        for (int line = 0; line < m_model->rowCount(); ++line)
            if (m_box->now->bucket(m_model->rowAt(line)) == bucket) {
                m_table->setCurrentId(m_model->idAt(line));
                m_table->setFocus(Qt::OtherFocusReason);
                return;
            }
    });
    connectBlocks();
    connect(&m_workbench, &Workbench::savingChanged, this, &AccountPage::askAgain);
    connect(&m_workbench, &Workbench::insightsChanged, this, &AccountPage::bookChanged);
    connect(&m_workbench, &Workbench::asOfChanged, this, &AccountPage::bookChanged);
}

AccountPage::~AccountPage() = default;

void AccountPage::bindActions(ActionCatalog& catalog)
{
    bindBlocks(catalog);
    m_table->bindActions(catalog, this);
    const auto here = [this] { return m_customer.isValid(); };
    for (FormDesk* desk : std::initializer_list<FormDesk*>{m_desk, m_form, m_posting})
        desk->bind(catalog, id(), this, m_table, here);
    catalog.bind(u"account.previous"_s, this, m_table, [this] { step(-1); }, here);
    catalog.bind(u"account.next"_s, this, m_table, [this] { step(1); }, here);
    catalog.bind(u"account.tick"_s, this, m_table, [this] { m_table->toggleSelected(); }, here);
}

// The desks stand in one place; the one that asks something is shown there.
void AccountPage::addDesk(FormDesk* desk)
{
    m_side->addWidget(desk);
    connect(desk, &FormDesk::roomWanted, this, [this, desk] {
        m_side->setCurrentWidget(desk);
        unfoldPanel();
    });
    connect(desk, &FormDesk::finished, this, &AccountPage::showDesk);
    connect(desk, &FormDesk::worked, this, [this, desk](const Worked& what) { worked(*desk, what); });
    connect(desk, &FormDesk::refusedFor, this, &Page::said);
    connect(desk, &FormDesk::pageWanted, this, &Page::openPage);
}

// Next is the next account, of what was posted to an item the next item. It is asked there when what was saved is shown.
void AccountPage::worked(const FormDesk& desk, const Worked& what)
{
    m_table->clearPicked();
    if (&desk == m_posting)
        m_news->dismiss(); // what was posted here is no news here
    if (!what.next)
        return;
    const auto before = std::pair(m_customer, m_table->currentId());
    if (&desk == m_posting && m_posting->isOfItem())
        m_table->moveBy(1);
    else
        step(1);
    if (before != std::pair(m_customer, m_table->currentId()))
        m_again = what.again;
    else if (what.again && &desk == m_posting && m_posting->isOfItem())
        emit said(tr("That was the last item."));
}

void AccountPage::askAgain()
{
    const bool current = !m_isAsking && m_workbench.insights()->book == m_workbench.book();
    if (m_again && current && !m_workbench.isSaving())
        std::exchange(m_again, {})();
}

void AccountPage::showAccount(CustomerId customer, const std::vector<qint64>& walk, const QString& listName)
{
    if (customer != m_customer && (m_side->currentWidget() == m_form || m_side->currentWidget() == m_posting))
        m_side->setCurrentWidget(m_desk); // what was typed is kept with its account
    if (customer != m_customer)
        m_again = {};
    m_customer = customer;
    m_walk = walk;
    m_listName = listName;
    tellWalk();
    compute();
}

void AccountPage::pointAt(Table table, std::int64_t id) { m_pointed = {table, id}; }

// What is open stands among the items; all else has its line in the timeline.
void AccountPage::showPointedAt(const Book& book)
{
    if (!m_pointed)
        return;
    const auto [table, id] = *std::exchange(m_pointed, std::nullopt);
    if (table == Table::Contact) {
        m_people->showPerson(ContactId(id));
        return;
    }
    if ((table == Table::Debit && m_table->setCurrentId(id)) || m_timeline->showEvent(table, id))
        return;
    if (table == Table::Debit) {
        const DebitView v = viewDebit(book.ledger(), book.ledger().debitRow(DebitId(id)));
        emit said(tr("%1 of %2 lies further back than the timeline goes.").arg(v.number, dateText(v.date)));
    } else if (table == Table::Credit) {
        const CreditView v = viewCredit(book.ledger(), book.ledger().creditRow(CreditId(id)));
        emit said(tr("%1 of %2 lies further back than the timeline goes.").arg(v.reference, dateText(v.date)));
    } else if (table == Table::Promise) {
        emit said(tr("This promise lies further back than the timeline goes."));
    }
}

void AccountPage::step(int by)
{
    const auto at = std::find(m_walk.begin(), m_walk.end(), m_customer.value);
    if (at == m_walk.end()) {
        emit said(tr("This account was not opened from a list: it has no neighbours."));
        return;
    }
    const std::ptrdiff_t to = at - m_walk.begin() + by;
    if (to < 0 || to >= std::ssize(m_walk)) {
        emit said(to < 0 ? tr("This is the first account of %1.").arg(m_listName)
                         : tr("This was the last account of %1.").arg(m_listName));
        return;
    }
    // By signal, so that the window's history knows the step.
    emit openAccount(CustomerId(m_walk[std::size_t(to)]), m_walk, m_listName);
}

void AccountPage::tellWalk()
{
    const auto at = std::find(m_walk.begin(), m_walk.end(), m_customer.value);
    m_position->setText(
        at == m_walk.end()
            ? QString()
            : tr("%1 of %2 in %3").arg(countText(at - m_walk.begin() + 1), countText(std::ssize(m_walk)), m_listName));
    m_position->parentWidget()->setVisible(at != m_walk.end());
}

void AccountPage::activated()
{
    if (m_dirty)
        compute();
}

void AccountPage::refresh() { compute(); }

bool AccountPage::back()
{
    if (m_side->currentWidget() == m_group) {
        if (!m_group->back())
            showGroup(false);
        return true;
    }
    if (m_side->currentWidget() == m_form || m_side->currentWidget() == m_posting) {
        showDesk();
        return true;
    }
    if (m_desk->back())
        return true;
    if (m_timeline->list()->hasFocus() || m_files->list()->hasFocus()) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (m_news->isVisible()) {
        m_news->dismiss();
        return true;
    }
    if ((m_history->hasFocus() || m_history->isAncestorOf(focusWidget())) && m_history->stepBack())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return false;
}

QWidget* AccountPage::listWidget() const { return m_table; }

QJsonObject AccountPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    return state;
}

void AccountPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
}

void AccountPage::bookChanged()
{
    m_dirty = true;
    if (isVisible())
        compute();
}

void AccountPage::compute()
{
    const InsightsPtr in = m_workbench.insights();
    if (!in || !m_customer.isValid())
        return;
    m_dirty = false;
    m_isAsking = true;
    const Instant now = m_workbench.isToday() ? m_workbench.clock().now() : 0;
    m_latest.ask(
        [in, id = m_customer, now] {
            in->require();
            auto a = std::make_shared<Answer>();
            a->day = in->day;
            const std::uint32_t row = in->book->customerRow(id);
            if (row == noRow || in->book->customers()[row].retractedBy)
                return std::shared_ptr<const Answer>(a);
            a->known = true;
            const std::uint32_t payer = in->book->payerRow(row);
            a->facts = accountFacts(*in, payer, now);
            a->items = std::make_shared<const ItemFigures>(in->book, in->day, in->behaviour, payer);
            return std::shared_ptr<const Answer>(a);
        },
        [this](const auto& answer) { show(*answer); },
        [this](const QString& why) {
            m_stack->setCurrentWidget(m_empty);
            m_empty->setContent({}, tr("The account could not be worked out"), why);
        });
}

void AccountPage::show(const Answer& answer)
{
    m_isAsking = false;
    if (!answer.known) {
        m_stack->setCurrentWidget(m_empty);
        m_empty->setContent({}, tr("This account is not in the book"), tr("The import that brought it was undone."));
        m_desk->setPayer(noRow);
        emit accountShown();
        return;
    }
    m_stack->setCurrentIndex(0);
    m_facts = answer.facts;
    setTitle(m_facts.name);
    showHeader(m_facts);
    m_aging->setData(m_facts.bucket, m_facts.base, m_facts.bucketNames);
    m_moneyCaption->setText(tr("%1, gross, by due date, %2").arg(m_facts.base.toString(), dateText(answer.day)));
    m_moneyNote->setText(m_facts.moneyNote);
    m_pay->setText(m_facts.howTheyPay.isEmpty() ? tr("Nothing paid yet that could tell.") : m_facts.howTheyPay);
    m_hurdles->setText(m_facts.hurdles);
    m_hurdles->setVisible(!m_facts.hurdles.isEmpty());
    m_people->setPeople(m_facts.people);
    m_files->setFiles(m_facts.files);
    m_agreements->setRows(m_facts.agreements);
    m_agreements->setVisible(!m_facts.agreements.empty());
    showOwed(m_facts);
    m_group->setCustomer(answer.items->book(), m_facts.payer, answer.day);
    takeNews(answer);
    m_timeline->setEvents(m_facts.events);
    m_history->setData(m_facts.history);
    m_history->setCaption(tr("%1 a month").arg(m_facts.history.unit));
    showItems(answer);
    balance();
    m_desk->setPayer(m_facts.payer);
    m_form->setCustomer(m_facts.id);
    m_posting->setCustomer(m_facts.id);
    m_desk->refresh();
    showPointedAt(*answer.items->book());
    askAgain();
    emit accountShown();
}

void AccountPage::showItems(const Answer& answer)
{
    m_items = answer.items;
    m_model->setRows(answer.items->book(), answer.items->all());
    if (m_model->sortColumn() < 0)
        m_model->sort(m_model->columnOf(u"days_past_due"_s), Qt::DescendingOrder);
    if (m_table->currentId() == 0)
        m_table->selectFirst();
    const std::int64_t total = answer.items->totalBase(answer.items->all());
    m_itemsCaption->setText(answer.items->size() == 0
                                ? tr("nothing is open on %1").arg(dateText(answer.day))
                                : tr("%1 · %2 · X ticks; P promise, D dispute, 0 payer status, B why late, Shift+W "
                                     "write off, Shift+M allocate, "
                                     "Shift+U take back")
                                      .arg(countText(answer.items->size()), amountWithUnit(total, m_facts.base)));
}

// What is ticked is what the next outcome is about: of one currency, the most overdue first.
TickedItems AccountPage::ticked() const
{
    TickedItems out;
    if (!m_table->hasPicked() || !m_box->now)
        return out;
    out.items = selectedItems();
    std::vector<std::uint32_t> items = m_table->selectedRows();
    const ItemFigures& f = *m_box->now;
    std::stable_sort(items.begin(), items.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return f.daysPastDue(a) > f.daysPastDue(b); });
    for (const std::uint32_t item : items) {
        const auto [c, i] = f.book()->ledger().debit(f.debitRow(item));
        const Currency own = Currency::fromIndex(c->currency[i]);
        if (item == items.front())
            out.currency = own;
        if (own != out.currency) {
            out.lines.clear();
            return out;
        }
        if (const std::int64_t left = f.open(item) - f.state(item).agreed(); left > 0)
            out.lines.push_back({DebitId(c->id[i]), left});
    }
    return out;
}

} // namespace duedesk
