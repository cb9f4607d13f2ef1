// A list page in tabs: lines of a book that each belong to a payer, counted by tab, with one sentence of figures beside
// the tabs and a desk as the panel on which the current line is worked.
#pragma once
#include "ui/pages/listpage.h"

class QLabel;

namespace duedesk {

class FormDesk;
class LaneBar;
struct Worked;

// The lines of one answer. `in` and `holds` see nothing but what they captured: saved views are counted on another thread.
struct BoardLines {
    BookPtr book;
    std::uint32_t lines = 0;
    std::function<bool(std::size_t tab, std::uint32_t line)> in;
    std::function<bool(const Filter& filter, std::uint32_t line)> holds;
    std::function<void()> swap; // what the columns read becomes this answer's
};

class BoardPage : public ListPage {
    Q_OBJECT
public:
    // And by the page's id those of the tabs ("ID.nextList", "ID.previousList"), "ID.open" and the desk's verbs.
    void bindActions(ActionCatalog& catalog) override;
    bool back() override;

    LaneBar* lanes() const { return m_lanes; }
    QString headline() const;

protected:
    struct Tab {
        QString id, title;
        bool always = false;
    };
    // `fields`: what the filter may ask besides the payer.
    BoardPage(const QString& id, const ListWords& words, Workbench& workbench, BookTableModel* model,
              const QString& title, std::vector<Tab> tabs, const QStringList& fields, QWidget* parent);

    virtual void showCurrent() = 0; // on the desk
    virtual void counted(const std::vector<int>& byTab) { Q_UNUSED(byTab) } // after each filter
    void applyFilter() override;

    // The desk becomes the panel: it asks for room, closes itself and says what could not be done; Esc goes to it first.
    void setDesk(FormDesk* desk);
    void setBoard(BoardLines board);
    void setHeadline(const QString& text, const QString& tooltip);
    QString currentTab() const;
    void showTab(const QString& id);
    bool isStale() const; // a newer book is being looked at
    bool isAsking() const; // something is typed on the desk

private:
    void deskClosed();
    void worked(const Worked& what); // goes on with the next line where that is wanted
    void goOn();
    std::size_t tabOf(const QString& id) const; // the first for ""
    void countViews();

    std::vector<Tab> m_tabs;
    QStringList m_fields;
    LaneBar* m_lanes;
    QLabel* m_headline;
    BoardLines m_board;
    FormDesk* m_desk = nullptr;
    std::function<void()> m_again; // asked of the next line when the list has taken what was saved
};

} // namespace duedesk
