// What the actions of the window do: the part of MainWindow that binds the catalog.
#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/page.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/bookfinder.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/jobs.h"
#include "ui/shell/mailcountdown.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/undobar.h"

#include <QApplication>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace duedesk {

void MainWindow::bindActions()
{
    const auto bind = [this](const QString& id, std::function<void()> run, std::function<bool()> enabled = {}) {
        m_catalog.bind(id, this, nullptr, std::move(run), std::move(enabled));
    };
    bind(u"file.import"_s, [this] { openImport({}); }, [this] { return slot(u"imports"_s) != nullptr; });
    bind(u"file.new"_s, [this] { emit newBookWanted(); });
    bind(u"file.open"_s, [this] { emit openBookWanted(); });
    bind(u"file.export"_s, [this] { exportShown(); }, [this] { return exportable() != nullptr; });
    bind(u"file.mailPassword"_s, [this] { emit mailPasswordWanted(); });
    bind(u"file.mailRetry"_s, [this] { emit mailRetryWanted(); });
    bind(u"file.quit"_s, [this] { close(); });
    bind(u"edit.undo"_s, [this] { undo(); }); // never without an answer
    bind(u"edit.redo"_s, [this] { redo(); }, [this] { return m_workbench.canRedo(); });
    bind(u"mail.takeBack"_s, [this] { m_mails->takeBack(); }, [this] { return m_mails->holdsMail(); });
    for (const Slot& s : m_pages)
        if (const QString id = u"go."_s + s.spec.id; findAction(id))
            bind(id, [this, page = s.spec.id] { openPage(page); });
    bind(u"go.palette"_s, [this] { openPalette(); });
    bind(u"go.anything"_s, [this] { openFinder(); });
    bind(u"go.filter"_s, [this] { current()->focusFilter(); }, [this] { return current() != nullptr; });
    bind(u"go.back"_s, [this] { go(*m_navigation.back(), false); }, [this] { return m_navigation.canGoBack(); });
    bind(
        u"go.forward"_s, [this] { go(*m_navigation.forward(), false); },
        [this] { return m_navigation.canGoForward(); });
    bind(u"go.nextPane"_s, [this] { nextPane(1); });
    bind(u"go.previousPane"_s, [this] { nextPane(-1); });
    bind(u"go.up"_s, [this] { goUp(); });
    bind(u"help.keys"_s, [this] { m_sheet->isHidden() ? m_sheet->open(scopes()) : m_sheet->shut(); });
}

void MainWindow::bindView()
{
    const auto bind = [this](const QString& id, std::function<void()> run, std::function<bool()> enabled = {}) {
        m_catalog.bind(id, this, nullptr, std::move(run), std::move(enabled));
    };
    bind(u"view.menu"_s, [this] { openMenu(); });
    bind(u"view.panel"_s, [this] { current()->togglePanel(); }, [this] { return current() && current()->panel(); });
    bind(u"view.refresh"_s, [this] {
        m_workbench.refresh();
        if (current())
            current()->refresh();
    });
    bind(u"view.asOf"_s, [this] { askDay(); });
    bind(u"view.backToToday"_s, [this] { m_workbench.setAsOf(Date()); }, [this] { return !m_workbench.isToday(); });
    bind(u"view.jobs"_s, [this] { m_jobs->toggle(); });
    const auto look = [&](const QString& id, std::function<void(Look&)> change) {
        bind(id, [this, change = std::move(change)] { setLook(change); });
    };
    look(u"view.light"_s, [](Look& l) { l.mode = ThemeMode::Light; });
    look(u"view.dark"_s, [](Look& l) { l.mode = ThemeMode::Dark; });
    look(u"view.system"_s, [](Look& l) { l.mode = ThemeMode::System; });
    look(u"view.compact"_s, [](Look& l) { l.density = Density::Compact; });
    look(u"view.normal"_s, [](Look& l) { l.density = Density::Normal; });
    look(u"view.roomy"_s, [](Look& l) { l.density = Density::Roomy; });
    look(u"view.bigger"_s, [](Look& l) { l.bodyPixels = std::min(l.bodyPixels + 1, 20); });
    look(u"view.smaller"_s, [](Look& l) { l.bodyPixels = std::max(l.bodyPixels - 1, 11); });
    bind(u"view.letters"_s, [this] {
        m_catalog.setSingleLetters(!m_catalog.singleLetters());
        m_preferences.set(Key::SingleLetters, m_catalog.singleLetters());
        m_undoBar->say(m_catalog.singleLetters()
                           ? tr("Single-letter keys are on.")
                           : tr("Single-letter keys are off. Typing in a list now jumps to a name."),
                       false);
    });
}

void MainWindow::setLook(const std::function<void(Look&)>& change)
{
    Look look = m_preferences.look();
    change(look);
    m_preferences.setLook(look);
    applyTheme(*qApp, look);
    placeFloats();
}

void MainWindow::undo()
{
    if (m_workbench.canUndo())
        m_workbench.undo();
    else
        m_undoBar->say(tr("Nothing is left to undo of what was done in this window since it was opened."), false);
}

void MainWindow::redo()
{
    if (m_workbench.canRedo())
        m_workbench.redo();
}

void MainWindow::askDay()
{
    const Date today = m_workbench.today();
    const auto text = m_prompter.ask(this, tr("Look at another day"),
                                     tr("Day, for example %1 or %2").arg(u"30 Sep 2025"_s, u"2025-09-30"_s),
                                     dateText(m_workbench.asOf()));
    if (!text)
        return;
    Date day = readDate(*text, today);
    if (day > today && !text->contains(QString::number(day.year()))) // "30 Sep" is the last one
        day = day.addMonths(-12);
    if (!day.isValid())
        m_undoBar->complain(
            tr("\u201c%1\u201d is no day: write %2 or %3.").arg(*text, u"30 Sep 2025"_s, u"2025-09-30"_s));
    else
        m_workbench.setAsOf(day == today ? Date() : day);
}

void MainWindow::openPalette()
{
    // What can be done is read once: the palette takes the focus away from where keys live.
    auto all = std::make_shared<std::vector<ActionCatalog::Available>>(m_catalog.available());
    m_palette->open(tr("Do anything"), tr("Type what you want to do"), [all](const QString& text) {
        std::vector<std::pair<int, CommandPalette::Row>> scored;
        for (const ActionCatalog::Available& a : *all) {
            if (!a.spec->inPalette)
                continue;
            const QString title = Lang::tr(a.spec->text);
            const int score = text.isEmpty() ? 0 : fuzzyScore(text, title);
            if (score < 0 && !text.isEmpty())
                continue;
            scored.push_back({score, {title, keysText(*a.spec), a.enabled, a.run}});
        }
        std::ranges::stable_sort(scored, [](const auto& a, const auto& b) {
            return a.second.enabled != b.second.enabled ? a.second.enabled : a.first > b.first;
        });
        std::vector<CommandPalette::Row> rows;
        for (auto& [score, row] : scored)
            rows.push_back(std::move(row));
        return rows;
    });
}

void MainWindow::openFinder()
{
    m_palette->open(tr("Go to anything"), tr("Customer, person, phone, e-mail, invoice, PO, payment or amount"),
                    [this](const QString& text) {
                        std::vector<CommandPalette::Row> rows;
                        const BookPtr book = m_workbench.book();
                        const Date day = m_workbench.asOf();
                        for (const Found& f : findInBook(*book, day, text)) {
                            const FoundRow row = foundRow(*book, day, f);
                            rows.push_back({row.title, row.detail, true, [this, row] {
                                                openAccount(row.customer);
                                                if (Page* account = page(u"account"_s))
                                                    account->pointAt(row.table, row.id);
                                            }});
                        }
                        return rows;
                    });
}

void MainWindow::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    std::map<QString, QMenu*> parts;
    const auto available = m_catalog.available();
    for (const char* part :
         {QT_TR_NOOP("File"), QT_TR_NOOP("Edit"), QT_TR_NOOP("Go"), QT_TR_NOOP("Account"), QT_TR_NOOP("Contact"),
          QT_TR_NOOP("Log"), QT_TR_NOOP("List"), QT_TR_NOOP("View"), QT_TR_NOOP("Help")}) {
        QMenu* sub = nullptr;
        for (const ActionCatalog::Available& a : available) {
            if (QLatin1StringView(a.spec->menu) != QLatin1StringView(part))
                continue;
            if (!sub)
                sub = menu->addMenu(tr(part));
            const QString keys = keysText(*a.spec), text = Lang::tr(a.spec->text);
            QAction* action = sub->addAction(keys.isEmpty() ? text : QString(text + u'\t' + keys));
            action->setEnabled(a.enabled);
            connect(action, &QAction::triggered, this, a.run);
        }
    }
    const QWidget* button = m_rail->menuButton();
    menu->popup(button->mapToGlobal(QPoint(button->width(), button->height() - menu->sizeHint().height())));
}

std::vector<ActionScope> MainWindow::scopes() const
{
    std::vector<ActionScope> out{ActionScope::List, ActionScope::Form};
    const std::pair<const char*, ActionScope> all[] = {{"today", ActionScope::Today},
                                                       {"accounts", ActionScope::Accounts},
                                                       {"account", ActionScope::Account},
                                                       {"items", ActionScope::Items},
                                                       {"dashboard", ActionScope::Dashboard},
                                                       {"contacts", ActionScope::Contacts},
                                                       {"promises", ActionScope::Promises},
                                                       {"disputes", ActionScope::Disputes},
                                                       {"reminders", ActionScope::Reminders},
                                                       {"imports", ActionScope::Import},
                                                       {"morning", ActionScope::Morning},
                                                       {"exceptions", ActionScope::Exceptions},
                                                       {"kept", ActionScope::Kept}};
    for (const auto& [id, scope] : all)
        if (std::ranges::any_of(m_pages, [&](const Slot& s) { return s.spec.id == QLatin1StringView(id); }))
            out.push_back(scope);
    out.push_back(ActionScope::Window);
    return out;
}

} // namespace duedesk
