#include "app/desktop/composition.h"

#include "app/desktop/maildelivery.h"
#include "app/desktop/startdialog.h"
#include "core/base/words.h"
#include "core/store/storage.h"
#include "core/workbench/samplebook.h"
#include "core/workbench/workbench.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/accounts/accountspage.h"
#include "ui/pages/contacts/contactspage.h"
#include "ui/pages/dashboard/dashboardpage.h"
#include "ui/pages/disputes/disputespage.h"
#include "ui/pages/exceptions/exceptionspage.h"
#include "ui/pages/imports/importspage.h"
#include "ui/pages/items/itemspage.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/pages/morning/morningpage.h"
#include "ui/pages/promises/keptpage.h"
#include "ui/pages/promises/promisespage.h"
#include "ui/pages/reminders/reminderspage.h"
#include "ui/pages/today/todaypage.h"
#include "ui/prompts/fileopener.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype recentKept = 8;
QString bookFilter() { return Lang::tr("Duedesk books (*.duedesk)"); }

} // namespace

Composition::Composition(const Clock& clock, QString user, Preferences& preferences, Prompter& prompter)
    : m_clock(clock), m_user(std::move(user)), m_preferences(preferences), m_prompter(prompter)
{
}

Composition::~Composition() = default;

std::unique_ptr<MainWindow> Composition::makeWindow(Workbench& w, Preferences& preferences, Prompter& prompter)
{
    std::vector<PageSpec> pages;
    const auto add = [&](const QString& id, const QString& title, std::function<Page*()> make, bool inRail = true,
                         const QString& railId = {}) {
        pages.push_back({id, title, id, inRail, railId, std::move(make)});
    };
    auto* morning = new MorningDesk(w); // belongs to the window
    add(u"today"_s, tr("Today"), [&w, morning] { return new TodayPage(w, morning); });
    add(u"accounts"_s, tr("Accounts"), [&w] { return new AccountsPage(w); });
    add(
        u"account"_s, tr("Account"),
        [&w, &prompter] {
            static DesktopFileOpener opener; // has no state
            return new AccountPage(w, prompter, opener);
        },
        false, u"accounts"_s);
    add(u"items"_s, tr("Items"), [&w] { return new ItemsPage(w); });
    add(u"dashboard"_s, tr("Dashboard"), [&w] { return new DashboardPage(w); });
    add(u"contacts"_s, tr("Contacts"), [&w] { return new ContactsPage(w); });
    add(u"promises"_s, tr("Promises"), [&w] { return new PromisesPage(w); });
    add(u"disputes"_s, tr("Disputes"), [&w] { return new DisputesPage(w); });
    add(u"kept"_s, tr("Promises kept"), [&w] { return new KeptPage(w); }, false, u"promises"_s);
    add(u"exceptions"_s, tr("Exceptions"), [&w] { return new ExceptionsPage(w); }, false, u"disputes"_s);
    add(u"reminders"_s, tr("Reminders"), [&w, &prompter] { return new RemindersPage(w, prompter); });
    add(u"morning"_s, tr("Morning summary"), [morning] { return new MorningPage(*morning); }, false, u"today"_s);
    add(u"imports"_s, tr("Imports"), [&w, &prompter] { return new ImportsPage(w, prompter); });
    auto window = std::make_unique<MainWindow>(w, preferences, prompter, std::move(pages));
    morning->setParent(window.get());
    return window;
}

Outcome Composition::open(const QString& path)
{
    auto storage = Storage::open(path, m_user, m_clock);
    if (!storage)
        return std::unexpected<Error>(storage.error());
    auto workbench = std::make_unique<Workbench>(std::move(*storage), m_clock, m_user, path);
    auto window = makeWindow(*workbench, m_preferences, m_prompter);
    connect(window.get(), &MainWindow::openBookWanted, this, &Composition::openWanted, Qt::QueuedConnection);
    connect(window.get(), &MainWindow::newBookWanted, this, &Composition::newWanted, Qt::QueuedConnection);
    window->restore();
    window->show();
    m_mail.reset();
    m_window = std::move(window); // the old window closes before its workbench
    m_workbench = std::move(workbench);
    m_mail = std::make_unique<MailDelivery>(*m_workbench, *m_window, m_prompter);
    remember(path);
    return {};
}

void Composition::remember(const QString& path)
{
    QStringList recent = m_preferences.get(Key::RecentBooks).toStringList();
    const QString full = QFileInfo(path).absoluteFilePath();
    recent.removeAll(full);
    recent.prepend(full);
    m_preferences.set(Key::RecentBooks, QStringList(recent.mid(0, recentKept)));
}

bool Composition::start()
{
    for (const QString& path : m_preferences.get(Key::RecentBooks).toStringList()) {
        if (!QFileInfo::exists(path))
            continue;
        if (const Outcome o = open(path); !o)
            m_prompter.tell(nullptr, tr("The book cannot be opened"), o.error().message());
        break;
    }
    while (!m_window) {
        switch (StartDialog::ask()) {
        case StartDialog::Choice::None: return false;
        case StartDialog::Choice::Open: openWanted(); break;
        case StartDialog::Choice::New: newWanted(); break;
        case StartDialog::Choice::Practise: practise(); break;
        }
    }
    return true;
}

void Composition::tellDefect(const Error& defect)
{
    if (m_window)
        m_window->warn(defect);
    else
        m_prompter.tell(nullptr, tr("Something went wrong"), defect.message());
}

// Another book takes the place of this one when everything is saved.
bool Composition::mayLeave()
{
    if (!m_workbench || !m_workbench->isSaving())
        return true;
    m_prompter.tell(m_window.get(), tr("The book is being saved"),
                    tr("Its last changes are still on their way. Open the other book in a moment."));
    return false;
}

void Composition::openWanted()
{
    if (!mayLeave())
        return;
    const QStringList paths = m_prompter.openFiles(m_window.get(), tr("Open a book"), bookFilter());
    if (paths.isEmpty())
        return;
    const auto openIt = [this, path = paths.first()] {
        if (const Outcome o = open(path); !o)
            m_prompter.tell(m_window.get(), tr("The book cannot be opened"), o.error().message());
    };
    if (m_window)
        m_window->whenStopped(openIt);
    else
        openIt();
}

Outcome Composition::makeBook(const QString& path)
{
    const auto code = m_prompter.ask(m_window.get(), tr("New book"), tr("Base currency, three letters"), u"USD"_s);
    if (!code)
        return {};
    const auto currency = Currency::parse(code->trimmed().toUpper());
    if (!currency)
        return fail(ErrorCode::InputRejected, tr("“%1” is not a currency").arg(*code),
                    tr("use its three letters, like USD"));
    BookInfo info;
    info.name = QFileInfo(path).completeBaseName();
    info.base = *currency;
    info.zone = localZone();
    if (const auto made = BookStore::create(path, info, {m_user, m_clock.now()}); !made)
        return std::unexpected<Error>(made.error());
    return open(path);
}

void Composition::newWanted()
{
    if (!mayLeave())
        return;
    QString path = m_prompter.saveFile(m_window.get(), tr("New book"), u"receivables.duedesk"_s, bookFilter());
    if (path.isEmpty())
        return;
    if (!path.endsWith(u".duedesk"))
        path += u".duedesk"_s;
    const auto makeIt = [this, path] {
        if (const Outcome o = makeBook(path); !o)
            m_prompter.tell(m_window.get(), tr("No book was made"), o.error().message());
    };
    if (m_window)
        m_window->whenStopped(makeIt);
    else
        makeIt();
}

void Composition::practise()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    const QString path = folder + u"/practice-"_s + dayIn({}, m_clock.now()).toIso() + u".duedesk"_s;
    if (!QFileInfo::exists(path))
        if (const auto made = createSampleBook(path, {}, m_clock.now(), m_user); !made) {
            m_prompter.tell(nullptr, tr("The practice book cannot be made"), made.error().message());
            return;
        }
    if (const Outcome o = open(path); !o)
        m_prompter.tell(nullptr, tr("The practice book cannot be opened"), o.error().message());
}

} // namespace duedesk
