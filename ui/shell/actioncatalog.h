// Every action once, as data: id, words, keys, where it lives. Menus, the palette and the sheet of shortcuts
// derive from the table; pages bind what an action does here and when it can be done.
#pragma once
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <map>
#include <vector>

class QAction;
class QWidget;

namespace duedesk {

enum class ActionScope : std::uint8_t {
    Window,    // anywhere
    List,      // any list that has the focus: the single letters all lists share
    Today, Accounts, Account, Items, Dashboard, Import, // the page, or its list for single letters
};
QString scopeTitle(ActionScope s); // "Everywhere", "In a list", "Today"

struct ActionSpec {
    const char* id;    // "today.voicemail"
    const char* text;  // "Log a voicemail"
    const char* keys;  // portable text, several separated by a blank: "J Down"; "" = none
    ActionScope scope;
    const char* menu;  // "File", "Go", "View", "Account", "Log", "Help"; "" = in no menu
    bool inPalette = true;
};
const std::vector<ActionSpec>& actionSpecs();
const ActionSpec* findAction(const QString& id);
QList<QKeySequence> keysOf(const ActionSpec& spec);
// A key without Ctrl or Alt that types something: lives only where a list has the focus.
bool isSingleLetter(const QKeySequence& key);

class ActionCatalog : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Gives the action a doing on a widget: Window scope on the main window; others on the page (keys with
    // Ctrl or Alt work anywhere in it) and letters only while `list` itself has the focus. `enabled` is asked when a
    // menu or the palette opens and again before it runs.
    QAction* bind(const QString& id, QWidget* page, QWidget* list, std::function<void()> run,
                  std::function<bool()> enabled = {});
    // The same for an action that belongs to the window.
    QAction* bindWindow(const QString& id, QWidget* window, std::function<void()> run,
                        std::function<bool()> enabled = {});

    // Bound actions that could run now: their widget is visible and they are enabled.
    struct Available {
        const ActionSpec* spec;
        QAction* action;
    };
    std::vector<Available> available() const;
    void updateEnabled();
    QAction* find(const QString& id) const; // the first bound on a visible widget; else the first bound; else null

    void setSingleLetters(bool on);
    bool singleLetters() const { return m_letters; }

private:
    struct Bound {
        const ActionSpec* spec;
        QPointer<QWidget> where;
        QAction* action;        // keys with Ctrl or Alt, function keys; also what menus show
        QAction* letters;       // null when there are none
        std::function<bool()> enabled;
    };
    QAction* add(const ActionSpec& spec, QWidget* where, QWidget* list, std::function<void()> run,
                 std::function<bool()> enabled);

    std::vector<Bound> m_bound;
    bool m_letters = true;
};

// Matches letters in order, preferring starts of words; below 0 = no match. For the palette and Ctrl+G.
int fuzzyScore(const QString& pattern, const QString& text);

} // namespace duedesk
