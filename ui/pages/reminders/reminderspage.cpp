#include "ui/pages/reminders/reminderspage.h"

#include "core/workbench/workbench.h"
#include "ui/pages/reminders/dueview.h"
#include "ui/pages/reminders/mailaccountview.h"
#include "ui/pages/reminders/outboxview.h"
#include "ui/pages/reminders/strategyview.h"
#include "ui/pages/reminders/templateview.h"
#include "ui/panels/mailpanel.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/lanebar.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace duedesk {

RemindersPage::RemindersPage(Workbench& workbench, Prompter& prompter, QWidget* parent)
    : Page(u"reminders"_s, tr("Reminders"), parent), m_workbench(workbench), m_prompter(prompter),
      m_tabs(new LaneBar(tr("Views of reminders"))), m_stack(new QStackedWidget), m_sides(new QStackedWidget),
      m_due(new DueView(workbench)), m_outbox(new OutboxView(workbench)), m_strategies(new StrategyView(workbench)),
      m_templates(new TemplateView(workbench)), m_account(new MailAccountView(workbench)),
      m_mail(new MailPanel(workbench))
{
    for (QWidget* w : std::initializer_list<QWidget*>{m_due, m_outbox, m_strategies, m_templates, m_account, m_mail})
        m_stack->addWidget(w);
    for (QWidget* w : std::initializer_list<QWidget*>{m_due->side(), m_outbox->side(), m_strategies->side(),
                                                      m_templates->side(), m_mail->side()})
        m_sides->addWidget(w);
    auto* band = new QWidget;
    auto* row = new QHBoxLayout(band);
    row->setContentsMargins(14, 0, 18, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    setBand(band);
    setMain(m_stack);
    setPanel(m_sides, 640, 544); // a table of invoices fits
    keepPanel();
    connect(m_tabs, &LaneBar::laneChanged, this, &RemindersPage::showView);
    connect(m_due, &DueView::shown, this, [this] {
        fillTabs();
        // The list had no rows when the page was opened; whoever typed elsewhere since is left alone.
        const QWidget* focus = window()->focusWidget();
        if (isVisible() && m_stack->currentWidget() == m_due && (!focus || !focus->isVisible()))
            m_due->list()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_outbox, &OutboxView::shown, this, &RemindersPage::fillTabs);
    connect(m_due, &DueView::said, this, &Page::said);
    connect(m_outbox, &OutboxView::said, this, &Page::said);
    connect(m_strategies, &StrategyView::said, this, &Page::said);
    connect(m_templates, &TemplateView::said, this, &Page::said);
    connect(m_due, &DueView::opened, this, &RemindersPage::openPayer);
    connect(m_outbox, &OutboxView::opened, this, &RemindersPage::openPayer);
    connect(m_mail, &MailPanel::filesWanted, this, &RemindersPage::attach);
    connect(m_mail, &MailPanel::sent, this, [this] { showView(u"outbox"_s); });
    connect(&m_workbench, &Workbench::changed, this, [this] {
        if (isVisible())
            refresh();
        else
            setBadge(m_outbox->needsSomebody());
    });
    connect(&m_workbench, &Workbench::asOfChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_workbench, &Workbench::minutePassed, this, [this](bool due) { // hours of consumers, held addresses
        if (due && isVisible())
            refresh();
    });
    setBadge(m_outbox->needsSomebody());
    fillTabs();
}

void RemindersPage::fillTabs()
{
    int onTheWay = 0;
    m_workbench.book()->rows<OutboxMessage>().forEach([&](std::uint32_t, const OutboxMessage& m) {
        onTheWay += m.state == OutboxState::Queued || m.state == OutboxState::Sending ? 1 : 0;
    });
    m_tabs->setLanes({{u"due"_s, tr("Due today"), m_due->due(), true},
                      {u"outbox"_s, tr("Outbox"), onTheWay + m_outbox->needsSomebody(), true},
                      {u"strategies"_s, tr("Strategies"), -1, true},
                      {u"templates"_s, tr("Templates"), -1, true},
                      {u"account"_s, tr("Mail account"), -1, true},
                      {u"write"_s, tr("Write"), -1, m_stack->currentWidget() == m_mail}});
    setBadge(m_outbox->needsSomebody());
    tell();
}

void RemindersPage::mailTrouble(const QString& why) { m_outbox->setTrouble(why); }

QString RemindersPage::currentView() const { return m_tabs->currentLane(); }

void RemindersPage::tell()
{
    if (m_stack->currentWidget() == m_mail)
        setSubtitle(m_mail->title());
    else if (m_stack->currentWidget() == m_due)
        setSubtitle(m_due->subtitle());
    else if (m_stack->currentWidget() == m_outbox)
        setSubtitle(m_outbox->subtitle());
    else
        setSubtitle({});
}

void RemindersPage::showView(const QString& id)
{
    if (id == u"write")
        return; // it is shown already: only write() leads there
    m_tabs->setCurrentLane(id);
    const std::initializer_list<std::tuple<QString, QWidget*, QWidget*>> views = {
        {u"due"_s, m_due, m_due->side()},
        {u"outbox"_s, m_outbox, m_outbox->side()},
        {u"strategies"_s, m_strategies, m_strategies->side()},
        {u"templates"_s, m_templates, m_templates->side()},
        {u"account"_s, m_account, nullptr}};
    for (const auto& [name, view, side] : views) {
        if (name != id)
            continue;
        m_stack->setCurrentWidget(view);
        setPanelUsed(side != nullptr);
        if (side)
            m_sides->setCurrentWidget(side);
    }
    refresh();
    if (QWidget* list = listWidget(); list && isVisible())
        list->setFocus(Qt::OtherFocusReason);
}

void RemindersPage::activated()
{
    if (m_stack->currentWidget() != m_mail)
        showView(m_tabs->currentLane().isEmpty() ? u"due"_s : m_tabs->currentLane());
}

void RemindersPage::refresh()
{
    const QWidget* now = m_stack->currentWidget();
    if (now == m_due)
        m_due->refresh();
    else if (now == m_outbox)
        m_outbox->refresh();
    else if (now == m_strategies)
        m_strategies->refresh();
    else if (now == m_templates)
        m_templates->refresh();
    else if (now == m_account)
        m_account->refresh();
    fillTabs();
}

bool RemindersPage::back()
{
    if (m_stack->currentWidget() == m_mail) {
        showView(u"due"_s);
        return true;
    }
    if (m_stack->currentWidget() == m_due && m_due->table()->hasPicked()) {
        m_due->table()->clearPicked();
        return true;
    }
    return false;
}

QWidget* RemindersPage::listWidget() const
{
    const QWidget* now = m_stack->currentWidget();
    if (now == m_mail)
        return m_mail->first();
    return now == m_due          ? m_due->list()
           : now == m_outbox     ? static_cast<QWidget*>(m_outbox->table())
           : now == m_strategies ? m_strategies->list()
           : now == m_templates  ? m_templates->list()
                                 : m_account->form()->first();
}

void RemindersPage::drill(const QString& filter)
{
    const bool confirm = filter.startsWith(u"confirm:"_s);
    const QString start = confirm ? u"confirm:"_s : u"write:"_s;
    if (!filter.startsWith(start)) {
        showView(filter.isEmpty() ? u"due"_s : filter);
        return;
    }
    const Book& book = *m_workbench.book();
    const std::uint32_t row = book.customerByExternalId(filter.mid(start.size()));
    if (row != noRow)
        write(book.customers()[book.payerRow(row)].id, confirm);
}

void RemindersPage::write(CustomerId payer, bool aboutConfirm)
{
    m_mail->start(payer, aboutConfirm ? MailPanel::confirmMail : QString());
    m_stack->setCurrentWidget(m_mail);
    setPanelUsed(true);
    m_sides->setCurrentWidget(m_mail->side());
    fillTabs();
    m_tabs->setCurrentLane(u"write"_s);
    m_mail->first()->setFocus(Qt::OtherFocusReason);
}

void RemindersPage::openPayer(CustomerId payer) { emit openAccount(payer, {}, title()); }

void RemindersPage::skip()
{
    const auto why =
        m_prompter.ask(this, tr("Skip this step"), tr("Why is it skipped? It goes into the register."), {});
    if (why)
        m_due->skipStep(*why);
}

void RemindersPage::bindActions(ActionCatalog& catalog)
{
    m_due->table()->bindActions(catalog, m_due);
    m_outbox->table()->bindActions(catalog, m_outbox);
    catalog.bind(u"reminders.nextView"_s, this, this, [this] { m_tabs->step(1); });
    catalog.bind(u"reminders.previousView"_s, this, this, [this] { m_tabs->step(-1); });
    catalog.bind(u"reminders.finish"_s, this, this, [this] {
        const QWidget* now = m_stack->currentWidget();
        if (now == m_mail)
            m_mail->send();
        else if (now == m_due)
            m_due->send();
        else if (now == m_strategies)
            m_strategies->save();
        else if (now == m_templates)
            m_templates->save();
        else if (now == m_account)
            emit m_account->form()->save(false);
    });
    catalog.bind(u"reminders.attach"_s, this, this, [this] { attach(); }, [this] { return currentView() == u"write"; });
    bindLists(catalog);
}

void RemindersPage::attach() { m_mail->attach(m_prompter.openFiles(this, tr("Attach to the mail"), {})); }

void RemindersPage::bindLists(ActionCatalog& catalog)
{
    const auto due = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, m_due, m_due->table(), std::move(run));
    };
    due(u"reminders.tick"_s, [this] { m_due->table()->toggleSelected(); });
    due(u"reminders.done"_s, [this] { m_due->stepDone(); });
    due(u"reminders.skip"_s, [this] { skip(); });
    due(u"reminders.write"_s, [this] {
        if (m_due->currentPayer())
            write(m_due->currentPayer());
    });
    const auto out = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, m_outbox, m_outbox->table(), std::move(run));
    };
    out(u"reminders.takeBack"_s, [this] { m_outbox->takeBack(); });
    out(u"reminders.retry"_s, [this] { m_outbox->retry(); });
    out(u"reminders.arrived"_s, [this] { m_outbox->answer(true); });
    out(u"reminders.lost"_s, [this] { m_outbox->answer(false); });
}

QJsonObject RemindersPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"due"_s] = m_due->table()->saveState();
    state[u"outbox"_s] = m_outbox->table()->saveState();
    return state;
}

void RemindersPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_due->table()->restoreState(state.value(u"due"_s).toObject());
    m_outbox->table()->restoreState(state.value(u"outbox"_s).toObject());
}

} // namespace duedesk
