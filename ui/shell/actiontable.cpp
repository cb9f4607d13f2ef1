// The table of actions. Order is the order of menus and of the sheet of shortcuts.
#include "ui/shell/actioncatalog.h"

namespace duedesk {

const std::vector<ActionSpec>& actionSpecs()
{
    using S = ActionScope;
    static const std::vector<ActionSpec> specs{
        {"file.import", "Import files…", "Ctrl+I", S::Window, "File"},
        {"file.new", "New book…", "Ctrl+N", S::Window, "File"},
        {"file.open", "Open a book…", "Ctrl+O", S::Window, "File"},
        {"file.export", "Export what is shown…", "Ctrl+E", S::Window, "File"},
        {"file.quit", "Quit", "Ctrl+Q", S::Window, "File"},

        {"edit.undo", "Undo", "Ctrl+Z", S::Window, "Edit"},
        {"edit.redo", "Redo", "Ctrl+Y Ctrl+Shift+Z", S::Window, "Edit"},

        {"go.today", "Today", "Ctrl+1", S::Window, "Go"},
        {"go.accounts", "Accounts", "Ctrl+2", S::Window, "Go"},
        {"go.items", "Items", "Ctrl+3", S::Window, "Go"},
        {"go.dashboard", "Dashboard", "Ctrl+4", S::Window, "Go"},
        {"go.contacts", "Contacts", "Ctrl+5", S::Window, "Go"},
        {"go.imports", "Imports", "", S::Window, "Go"},
        {"go.palette", "Do anything", "Ctrl+K", S::Window, "Go", false},
        {"go.anything", "Go to a customer, person, invoice, payment, phone, amount", "Ctrl+G", S::Window, "Go"},
        {"go.filter", "Filter the list", "/", S::Window, "Go"},
        {"go.back", "Back", "Alt+Left", S::Window, "Go"},
        {"go.forward", "Forward", "Alt+Right", S::Window, "Go"},
        {"go.nextPane", "Next pane", "F6", S::Window, "Go", false},
        {"go.previousPane", "Previous pane", "Shift+F6", S::Window, "Go", false},
        {"go.up", "One level back", "Escape", S::Window, "Go", false},

        {"view.menu", "Menu", "F10", S::Window, "", false},
        {"view.panel", "Show or hide the panel", "F9", S::Window, "View"},
        {"view.refresh", "Refresh", "F5", S::Window, "View"},
        {"view.asOf", "Look at another day…", "Ctrl+D", S::Window, "View"},
        {"view.backToToday", "Back to today", "Ctrl+Shift+D", S::Window, "View"},
        {"view.jobs", "Jobs", "Ctrl+J", S::Window, "View"},
        {"view.light", "Light", "", S::Window, "View"},
        {"view.dark", "Dark", "", S::Window, "View"},
        {"view.system", "Light or dark as the system", "", S::Window, "View"},
        {"view.compact", "Compact rows", "", S::Window, "View"},
        {"view.normal", "Normal rows", "", S::Window, "View"},
        {"view.roomy", "Roomy rows", "", S::Window, "View"},
        {"view.bigger", "Bigger type", "Ctrl++ Ctrl+=", S::Window, "View"},
        {"view.smaller", "Smaller type", "Ctrl+-", S::Window, "View"},
        {"view.letters", "Single-letter keys on or off", "", S::Window, "View"},

        {"list.down", "Next row", "J Down", S::List, "", false},
        {"list.up", "Previous row", "K Up", S::List, "", false},
        {"list.open", "Open", "Return", S::List, "", false},
        {"list.select", "Select or unselect", "X", S::List, "List"},
        {"list.copy", "Copy as table", "Ctrl+C", S::List, "List"},
        {"list.columns", "Columns…", "Ctrl+Shift+C", S::List, "List"},
        {"list.saveView", "Save as a view…", "Ctrl+S", S::List, "List"},
        {"list.nextView", "Next view", "Alt+Down", S::List, "List"},
        {"list.previousView", "Previous view", "Alt+Up", S::List, "List"},
        {"list.deleteView", "Delete this view", "", S::List, "List"},

        {"today.nextLane", "Next lane", "Ctrl+PgDown", S::Today, "Go"},
        {"today.previousLane", "Previous lane", "Ctrl+PgUp", S::Today, "Go"},
        {"today.why", "Why it is here", "Space", S::Today, "Account"},
        {"today.open", "Open the account", "Return", S::Today, "Account"},
        {"today.call", "Call", "C", S::Today, "Log"},
        {"today.outcome1", "Promise to pay", "1", S::Today, "Log"},
        {"today.outcome2", "Says paid", "2", S::Today, "Log"},
        {"today.outcome3", "Dispute", "3", S::Today, "Log"},
        {"today.outcome4", "Voicemail", "4", S::Today, "Log"},
        {"today.outcome5", "No answer, busy", "5", S::Today, "Log"},
        {"today.outcome6", "Call back", "6", S::Today, "Log"},
        {"today.outcome7", "Wrong number or person", "7", S::Today, "Log"},
        {"today.outcome8", "Needs a document", "8", S::Today, "Log"},
        {"today.outcome9", "Refused, escalate", "9", S::Today, "Log"},
        {"today.outcome0", "In process", "0", S::Today, "Log"},
        {"today.promise", "Promise without a call", "P", S::Today, "Log"},
        {"today.dispute", "Dispute without a call", "D", S::Today, "Log"},
        {"today.email", "E-mail sent", "E", S::Today, "Log"},
        {"today.note", "Note", "N", S::Today, "Log"},
        {"today.later", "Later", "S", S::Today, "Log"},
        {"today.assign", "Assign an owner", "A", S::Today, "Account"},
        {"today.putBack", "Put back on the list", "U", S::Today, "Log"},
        {"today.repeat", "Repeat the last one", ".", S::Today, "Log"},

        {"account.previous", "Previous account", "[", S::Account, "Go"},
        {"account.next", "Next account", "]", S::Account, "Go"},
        {"account.tick", "Tick the item", "Space", S::Account, "List"},
        {"account.call", "Call", "C", S::Account, "Log"},
        {"account.promise", "Promise", "P", S::Account, "Log"},
        {"account.dispute", "Dispute", "D", S::Account, "Log"},
        {"account.status", "Where it stands at the payer", "0", S::Account, "Log"},
        {"account.email", "E-mail sent", "E", S::Account, "Log"},
        {"account.note", "Note", "N", S::Account, "Log"},
        {"account.later", "Later", "S", S::Account, "Log"},

        {"contacts.edit", "Edit the contact", "Return", S::Contacts, "Contact"},
        {"contacts.verify", "Verified today", "V", S::Contacts, "Contact"},
        {"contacts.billing", "Make it the billing contact", "B", S::Contacts, "Contact"},
        {"contacts.confirm", "Confirm the changed address", "C", S::Contacts, "Contact"},
        {"contacts.merge", "Merge with its double", "M", S::Contacts, "Contact"},
        {"contacts.find", "Log where somebody looked for a person", "F", S::Contacts, "Contact"},
        {"contacts.add", "Add a person", "A", S::Contacts, "Contact"},
        {"contacts.defect", "Mark what is wrong", "D", S::Contacts, "Contact"},
        {"contacts.account", "Open the account", "O", S::Contacts, "Account"},
        {"contacts.list", "To fix, or everybody", "Ctrl+PgDown", S::Contacts, "Go"},

        {"dashboard.segment", "Age by another segment…", "Ctrl+B", S::Dashboard, "View"},
        {"dashboard.nextSegment", "Age by the next segment", ".", S::Dashboard, "View"},
        {"dashboard.previousSegment", "Age by the previous segment", ",", S::Dashboard, "View"},

        {"import.undo", "Undo this import…", "Delete", S::Import, "List"},

        {"help.keys", "Shortcuts", "? F1", S::Window, "Help"},
    };
    return specs;
}

} // namespace duedesk
