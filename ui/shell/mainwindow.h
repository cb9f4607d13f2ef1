// The main window: rail, pages, undo bar, status bar, palette. It routes keys and signals between pages that know
// nothing of each other, and remembers where things stood; all work is done by pages and the workbench.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/shell/actioncatalog.h"
#include "ui/shell/navigation.h"

#include <QMainWindow>
#include <functional>

class QMenu;
class QStackedWidget;

namespace duedesk {

class Banner;
class CommandPalette;
class Jobs;
class ListExport;
class Page;
struct Look;
class Preferences;
class Prompter;
class Rail;
class ShortcutSheet;
class StatusBar;
class MailCountdown;
class UndoBar;

struct PageSpec {
    QString id, title, icon;
    bool inRail = true;             // false: reached from others, e.g. the account
    QString railId;                 // the entry that is lit while it shows; "" = its own
    std::function<Page*()> make;    // called when first shown; the window takes it over
};

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // `pages` in the order of the rail; ids: "today", "accounts", "account", "items", "dashboard", "imports".
    MainWindow(Workbench& workbench, Preferences& preferences, Prompter& prompter, std::vector<PageSpec> pages,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    // Last page, geometry, look. Call before show().
    void restore();
    void openPage(const QString& id, const QString& filter = {});
    void openAccount(CustomerId customer, const std::vector<qint64>& walk = {}, const QString& listName = {});
    void openImport(const QStringList& files);
    QString currentPageId() const;
    QStringList pageIds() const; // in the order of the rail, those reached from others too
    // Gives up what pages still run and goes on when it has ended: at once where nothing runs. Closing does the same.
    void whenStopped(std::function<void()> then);
    Page* page(const QString& id); // made when needed; null when unknown
    ActionCatalog& catalog() { return m_catalog; }
    CommandPalette* commandPalette() const { return m_palette; }
    UndoBar* undoBar() const { return m_undoBar; }
    Banner* banner() const { return m_banner; }
    void warn(const Error& e); // across the window, until it is closed
    void setMailTrouble(const QString& why); // why mails wait; "" = they leave
    StatusBar* statusLine() const { return m_status; }

signals:
    void newBookWanted();
    void mailPasswordWanted();
    void mailRetryWanted();
    void openBookWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Slot {
        PageSpec spec;
        Page* page = nullptr;
    };
    void buildFrame();
    void bindActions();
    void bindView();
    void connectWorkbench();
    void connectTrouble();
    bool mayClose();
    void connectPage(Page* page);
    Slot* slot(const QString& id);
    Page* current() const;
    void go(const Place& place, bool remember);
    void showPage(Page* page);
    void goUp();
    void nextPane(int by);
    void undo();
    void redo();
    void askDay();
    void openPalette();
    void openFinder();
    void openMenu();
    QWidget* exportable() const; // what Ctrl+E would write; null = nothing here
    void exportShown();
    void connectExport();
    void setLook(const std::function<void(Look&)>& change);
    void placeFloats();
    void saveState();
    bool stopPages();
    void waitForPages(std::function<void()> then);
    std::vector<ActionScope> scopes() const;

    Workbench& m_workbench;
    Preferences& m_preferences;
    Prompter& m_prompter;
    ActionCatalog m_catalog;
    Navigation m_navigation;
    std::vector<Slot> m_pages;
    std::function<void()> m_whenStopped; // waits for a page to stop
    QWidget* m_frame;
    Banner* m_banner;
    Rail* m_rail;
    QStackedWidget* m_stack;
    StatusBar* m_status;
    UndoBar* m_undoBar;
    MailCountdown* m_mails;
    CommandPalette* m_palette;
    ShortcutSheet* m_sheet;
    Jobs* m_jobs;
    ListExport* m_export;
    QString m_mailTrouble;
    bool m_isClosing = false; // as soon as everything is saved
};

} // namespace duedesk
