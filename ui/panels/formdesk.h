// A desk: what is known of the current line, and in its place a form while something about it is asked. Every desk scrolls,
// saves, refuses beside the field or as a sentence, keeps what is typed, closes and binds its verbs in the same way.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/widgets/fieldform.h"

#include <QStackedWidget>
#include <functional>
#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace duedesk {

class ActionCatalog;
class DraftKeeper;

// A command was accepted.
struct Worked {
    CustomerId payer; // whose account it was about, where the desk works payers
    bool leaves = false; // it should leave the list for now
    bool next = false; // go on with the next line
    std::function<void()> again{}; // then: asks the same of that line; empty where a call has to come first
};

class FormDesk : public QStackedWidget {
    Q_OBJECT
public:
    FieldForm* form() const { return m_form; }
    bool isBusy() const { return currentWidget() != m_view; } // something is being asked
    bool back(); // Esc: closes what is asked; what was typed is kept where drafts are

    // The desk's own verbs by their names in the table of actions: "call" is "today.call" on Today, and bound where the
    // table has it for the page. `list` has the focus when single letters are meant.
    void bind(ActionCatalog& catalog, const QString& pageId, QWidget* page, QWidget* list,
              const std::function<bool()>& enabled);

signals:
    void worked(const duedesk::Worked& what);
    void roomWanted(); // must be visible now
    void finished(); // what was asked is closed; the list gets the focus back
    void refusedFor(const QString& reason); // something could not be done, where no form shows it
    void pageWanted(const QString& pageId, const QString& filter); // as Page::openPage

protected:
    struct Verb {
        QString name;
        std::function<void()> run;
    };

    // The form becomes the desk's.
    FormDesk(Workbench& workbench, FieldForm* form, QWidget* parent);

    // What stands there while nothing is asked; a desk without it is a form alone.
    void setView(QWidget* view);
    QVBoxLayout* makeView(const QString& name); // a column of facts that scrolls
    QLabel* addLabel(const QString& look, int above); // of that column
    static QScrollArea* scrolled(QWidget* inside, const QString& name);

    virtual std::vector<Verb> verbs() { return {}; }
    virtual Result<Command> command() const = 0; // what the form says
    virtual QString draftKey() const { return {}; } // where what is typed is kept; "" = nowhere
    virtual Worked about(const Command& command) const; // before anything is closed
    virtual void accepted(const Command& command) { Q_UNUSED(command) }

    // Filled by the caller; with its draft, at its top, with the focus. `again` asks the same of the line that is shown then.
    void openForm(std::function<void()> again = {});
    bool isAsking() const; // the form is open
    bool submit(const Command& command, bool next = false);
    bool isToday(const QString& otherwise); // says `otherwise` on another day
    void close();
    Workbench& workbench() const { return m_workbench; }

private:
    void save(bool next);

    Workbench& m_workbench;
    FieldForm* m_form;
    DraftKeeper* m_drafts;
    QScrollArea* m_formArea;
    QWidget* m_view = nullptr;
    QVBoxLayout* m_column = nullptr; // of makeView()
    std::function<void()> m_again; // of the form that is open
};

} // namespace duedesk
