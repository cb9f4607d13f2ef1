#include "ui/shell/mainwindow.h"

#include "ui/models/format.h"
#include "ui/pages/page.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/banner.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/icons.h"
#include "ui/shell/jobs.h"
#include "ui/shell/mailcountdown.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/undobar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QStringList localFiles(const QMimeData* mime)
{
    QStringList files;
    for (const QUrl& url : mime->urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

} // namespace

MainWindow::MainWindow(Workbench& workbench, Preferences& preferences, Prompter& prompter, std::vector<PageSpec> pages,
                       QWidget* parent)
    : QMainWindow(parent), m_workbench(workbench), m_preferences(preferences), m_prompter(prompter)
{
    setWindowTitle(tr("Duedesk \u2013 %1").arg(QFileInfo(workbench.path()).completeBaseName()));
    setAccessibleName(u"Duedesk"_s);
    setAcceptDrops(true);
    setMinimumSize(960, 600);
    for (PageSpec& spec : pages)
        m_pages.push_back({std::move(spec), nullptr});
    buildFrame();
    bindActions();
    bindView();
    connectWorkbench();
    connectTrouble();
    connectExport();
    m_catalog.setSingleLetters(preferences.singleLetters());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    m_frame = new QWidget(this);
    auto* outer = new QVBoxLayout(m_frame);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_rail = new Rail(m_frame);
    m_stack = new QStackedWidget(m_frame);
    m_stack->setAccessibleName(tr("Screen"));
    m_status = new StatusBar(m_workbench, m_frame);
    middle->addWidget(m_rail);
    middle->addWidget(m_stack, 1);
    m_banner = new Banner(m_frame);
    outer->addWidget(m_banner);
    outer->addLayout(middle, 1);
    outer->addWidget(m_status);
    setCentralWidget(m_frame);
    m_undoBar = new UndoBar(m_frame);
    m_jobs = new Jobs(m_workbench, m_frame);
    m_palette = new CommandPalette(m_frame);
    m_sheet = new ShortcutSheet(m_frame);
    for (const Slot& s : m_pages)
        if (s.spec.inRail) {
            const ActionSpec* action = findAction(u"go."_s + s.spec.id);
            m_rail->addEntry(s.spec.id, s.spec.icon, s.spec.title, action ? keysText(*action) : QString());
        }
    connect(m_rail, &Rail::chosen, this, [this](const QString& id) { openPage(id); });
    connect(m_rail, &Rail::menuWanted, this, &MainWindow::openMenu);
    connect(m_status, &StatusBar::asOfWanted, this, &MainWindow::askDay);
    connect(m_undoBar, &UndoBar::undoWanted, this, &MainWindow::undo);
    m_mails = new MailCountdown(m_workbench, *m_undoBar, this);
}

void MainWindow::connectWorkbench()
{
    connect(&m_workbench, &Workbench::logged, m_undoBar, &UndoBar::say);
    connect(&m_workbench, &Workbench::importProgress, m_status, &StatusBar::setProgress);
    connect(&m_workbench, &Workbench::importFinished, this, [this](const Outcome& outcome) {
        m_status->setProgress(-1);
        if (!outcome && !isStale(outcome.error())) // a stale one is read again, and told where it was confirmed
            m_undoBar->complain(sentenceOf(outcome.error()));
    });
}

MainWindow::Slot* MainWindow::slot(const QString& id)
{
    const auto it = std::ranges::find_if(m_pages, [&](const Slot& s) { return s.spec.id == id; });
    return it == m_pages.end() ? nullptr : &*it;
}

Page* MainWindow::page(const QString& id)
{
    Slot* s = slot(id);
    if (!s)
        return nullptr;
    if (!s->page) {
        s->page = s->spec.make();
        m_stack->addWidget(s->page);
        s->page->bindActions(m_catalog);
        s->page->restoreState(m_preferences.state(Key::PageState, id));
        connectPage(s->page);
        s->page->mailTrouble(m_mailTrouble);
    }
    return s->page;
}

void MainWindow::connectPage(Page* p)
{
    connect(p, &Page::openAccount, this, &MainWindow::openAccount);
    connect(p, &Page::openPage, this, &MainWindow::openPage);
    connect(p, &Page::openImport, this, &MainWindow::openImport);
    connect(p, &Page::said, this, [this](const QString& sentence) { m_undoBar->say(sentence, false); });
    // Queued: what waits may take this window away.
    connect(
        p, &Page::stopped, this,
        [this] {
            if (m_whenStopped && stopPages())
                std::exchange(m_whenStopped, nullptr)();
        },
        Qt::QueuedConnection);
    connect(p, &Page::badgeChanged, this, [this, p] { m_rail->setBadge(p->id(), p->badge()); });
    connect(p, &Page::selectionText, this, [this, p](const QString& text) {
        if (p == current())
            m_status->setSelectionText(text);
    });
    connect(p, &Page::statusText, this, [this, p](const QString& text) {
        p->setProperty("statusText", text);
        if (p == current())
            m_status->setPageText(text);
    });
}

Page* MainWindow::current() const { return qobject_cast<Page*>(m_stack->currentWidget()); }

QString MainWindow::currentPageId() const { return current() ? current()->id() : QString(); }

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Slot& s : m_pages)
        ids.append(s.spec.id);
    return ids;
}

void MainWindow::openPage(const QString& id, const QString& filter) { go({id, {}, {}, {}, filter}, true); }

void MainWindow::openAccount(CustomerId customer, const std::vector<qint64>& walk, const QString& listName)
{
    go({u"account"_s, customer, walk, listName, {}}, true);
}

void MainWindow::openImport(const QStringList& files)
{
    openPage(u"imports"_s);
    if (Page* p = page(u"imports"_s))
        p->takeFiles(files);
}

void MainWindow::go(const Place& place, bool remember)
{
    Page* p = page(place.page);
    if (!p)
        return;
    const Place target = place; // visit() may move what `place` refers to
    if (remember)
        m_navigation.visit(target);
    if (target.customer)
        p->showAccount(target.customer, target.walk, target.listName);
    if (!target.filter.isEmpty())
        p->drill(target.filter);
    showPage(p);
}

void MainWindow::showPage(Page* p)
{
    m_stack->setCurrentWidget(p);
    const Slot* s = slot(p->id());
    m_rail->setCurrent(s->spec.railId.isEmpty() ? p->id() : s->spec.railId);
    m_status->setSelectionText({});
    m_status->setPageText(p->property("statusText").toString());
    p->activated();
    if (QWidget* list = p->listWidget())
        list->setFocus();
}

void MainWindow::goUp()
{
    if (!m_undoBar->isHidden() && m_undoBar->isAncestorOf(QApplication::focusWidget())) {
        m_undoBar->sentenceOver();
        if (QWidget* list = current() ? current()->listWidget() : nullptr)
            list->setFocus(); // also where the seconds of a mail still run
        return;
    }
    if (!m_jobs->isHidden()) {
        m_jobs->hide();
        return;
    }
    Page* p = current();
    if (!p || p->back())
        return;
    const Slot* s = slot(p->id());
    if (s->spec.inRail)
        return;
    if (const Place* before = m_navigation.back())
        go(*before, false);
    else
        openPage(u"today"_s);
}

void MainWindow::nextPane(int by)
{
    Page* p = current();
    std::vector<QWidget*> panes{m_rail};
    if (p && p->listWidget() && p->listWidget()->isVisible())
        panes.push_back(p->listWidget());
    if (p && p->isPanelShown())
        panes.push_back(p->panel());
    panes.push_back(m_status);
    const QWidget* focus = QApplication::focusWidget();
    int at = 0;
    for (std::size_t i = 0; i < panes.size(); ++i)
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            at = int(i);
    const int n = int(panes.size());
    QWidget* pane = panes[std::size_t((at + by + n) % n)];
    QWidget* target = pane;
    if (pane->focusPolicy() == Qt::NoFocus)
        for (QWidget* w : pane->findChildren<QWidget*>())
            if ((w->focusPolicy() & Qt::TabFocus) && w->isVisible() && w->isEnabled()) {
                target = w;
                break;
            }
    target->setFocus(Qt::TabFocusReason);
}

void MainWindow::placeFloats()
{
    m_undoBar->place();
    m_jobs->place();
    m_palette->place();
    m_sheet->place();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    placeFloats();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    openImport(files);
}

void MainWindow::restore()
{
    const QByteArray geometry = m_preferences.get(Key::Geometry).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1440, 900);
    const QString last = m_preferences.get(Key::LastPage).toString();
    const Slot* s = slot(last);
    openPage(s && s->spec.inRail ? last : u"today"_s);
    // One key away on every list, and the page that takes longest to make: made while nobody waits for it.
    QTimer::singleShot(500, this, [this] { page(u"account"_s); });
}

void MainWindow::saveState()
{
    m_preferences.set(Key::Geometry, saveGeometry());
    m_preferences.set(Key::LastPage, currentPageId());
    for (const Slot& s : m_pages)
        if (s.page)
            m_preferences.setState(Key::PageState, s.spec.id, s.page->saveState());
}

bool MainWindow::stopPages()
{
    bool all = true;
    for (const Slot& s : m_pages)
        all = (!s.page || s.page->stop()) && all;
    return all;
}

void MainWindow::whenStopped(std::function<void()> then)
{
    if (stopPages())
        then();
    else
        waitForPages(std::move(then));
}

void MainWindow::waitForPages(std::function<void()> then)
{
    m_whenStopped = std::move(then);
    m_undoBar->say(tr("Stopping what still runs\u2026"), false);
}

} // namespace duedesk
