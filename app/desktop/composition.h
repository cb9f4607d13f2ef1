// Builds the running program: store, workbench, main window. The only place that names concrete classes; it also
// opens, makes and changes books.
#pragma once
#include "core/base/clock.h"
#include "core/base/error.h"

#include <QObject>
#include <QString>
#include <memory>

namespace duedesk {

class MailDelivery;
class MainWindow;
class Preferences;
class Prompter;
class Workbench;

class Composition : public QObject {
    Q_OBJECT
public:
    Composition(const Clock& clock, QString user, Preferences& preferences, Prompter& prompter);
    ~Composition() override;

    // Opens a book and shows it in the place of the one that is open. The old one stays where this fails.
    Outcome open(const QString& path);
    // The book used last, else a choice: open one, make one, or practise. False = the person went away.
    bool start();
    void tellDefect(const Error& defect);
    MainWindow* window() const { return m_window.get(); }
    Workbench* workbench() const { return m_workbench.get(); }

    // A window with every page over a workbench; also what whole-window tests use.
    static std::unique_ptr<MainWindow> makeWindow(Workbench& workbench, Preferences& preferences, Prompter& prompter);

private:
    bool mayLeave();
    void openWanted();
    void newWanted();
    void practise();
    Outcome makeBook(const QString& path);
    void remember(const QString& path);

    const Clock& m_clock;
    QString m_user;
    Preferences& m_preferences;
    Prompter& m_prompter;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window; // goes before the workbench
    std::unique_ptr<MailDelivery> m_mail;  // goes before the window
};

} // namespace duedesk
