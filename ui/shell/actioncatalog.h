// Every action once, as data: id, words, keys, where it lives. Menus, the palette and the sheet of shortcuts
// derive from the table; pages bind what an action does here and when it can be done.
#pragma once
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <functional>
#include <vector>

class QAction;
class QWidget;

namespace duedesk {

enum class ActionScope : std::uint8_t {
    Window,    // anywhere
    List,      // any list that has the focus: the single letters all lists share
    Form,      // any form that is open
    Today,
    Accounts,
    Account,
    Items,
    Dashboard,
    Contacts,
    Promises,
    Disputes,
    Reminders,
    Morning,
    Exceptions,
    Kept,
    Import, // the page, or its list for single letters
};
QString scopeTitle(ActionScope s); // "Everywhere", "In a list", "Today"

struct ActionSpec {
    const char* id;    // "today.voicemail"
    const char* text;  // "Log a voicemail": a pattern of the catalogue
    const char* keys;  // portable text, several separated by a blank: "J Down"; "" = none
    ActionScope scope;
    const char* menu;  // "File", "Go", "View", "Account", "Log", "Help"; "" = in no menu
    bool inPalette = true;
    QString words() const; // the text in the language of the window
};
const std::vector<ActionSpec>& actionSpecs();
const ActionSpec* findAction(const QString& id);
QList<QKeySequence> keysOf(const ActionSpec& spec);
QString keysText(const ActionSpec& spec); // "Ctrl+Y or Ctrl+Shift+Z", "" when it has none
// Keys that mean something only to a list that has the focus: without Ctrl, Alt or Meta, and no function key.
bool isListKey(const QKeySequence& key);
// Of those, the ones that type something; they can be switched off.
bool isSingleLetter(const QKeySequence& key);

class ActionCatalog : public QObject {
    Q_OBJECT
public:
    using Run = std::function<void()>;
    using Enabled = std::function<bool()>;
    using QObject::QObject;

    // Gives the action a doing on a page. Keys with Ctrl or Alt and function keys work anywhere in `page`, the
    // others only while `list` itself has the focus. Actions of the Window scope take the window as `page`; their
    // "/" and "?" work wherever no text is typed. `enabled` is asked when a menu or the palette opens, and again
    // before it runs.
    void bind(const QString& id, QWidget* page, QWidget* list, Run run, Enabled enabled = {});

    // What could be done now: bound on a visible widget and enabled. In the order of the table.
    struct Available {
        const ActionSpec* spec;
        Run run;
        bool enabled;
    };
    std::vector<Available> available() const;
    // Runs it as its key would; false when nobody bound it on a visible widget, or it is not enabled.
    bool trigger(const QString& id) const;

    void setSingleLetters(bool on);
    bool singleLetters() const { return m_letters; }

private:
    struct Bound {
        const ActionSpec* spec;
        QPointer<QWidget> where;
        QAction* keys;
        Run run;
        Enabled enabled;
    };
    void giveKeys(const Bound& b) const;

    std::vector<Bound> m_bound;
    bool m_letters = true;
};

// Matches letters in order, preferring starts of words; below 0 = no match. For the palette.
int fuzzyScore(const QString& pattern, const QString& text);

} // namespace duedesk
