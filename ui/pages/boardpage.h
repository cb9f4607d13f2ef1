// A list page in tabs: lines of a book that each belong to a payer, counted by tab, with one sentence of figures beside
// the tabs and a desk as the panel on which the current line is worked.
#pragma once
#include "ui/pages/listpage.h"

class QLabel;

namespace duedesk {

class LaneBar;

// One answer. `in` and `holds` see nothing but what they captured: saved views are counted on another thread.
struct Board {
    BookPtr book;
    std::uint32_t lines = 0;
    std::function<bool(std::size_t tab, std::uint32_t line)> in;
    std::function<bool(const Filter& filter, std::uint32_t line)> holds;
    std::function<void()> swap; // what the columns read becomes this answer's
};

// What a page works out beside the window; T has the `lines`.
template <class T> struct BoardAnswer {
    BookPtr book;
    std::shared_ptr<const T> all;
};
template <class Line> struct LineTab {
    const char* id;
    const char* title;
    bool (*has)(const Line&);
    bool always = false; // shown even when empty
};
// `box`: what the columns read; its `now` becomes this answer.
template <class T, class Line, std::size_t n, class Box>
Board boardOf(const BoardAnswer<T>& answer, const LineTab<Line> (&tabs)[n],
              bool (*holds)(const Filter&, const Book&, const Line&), const std::shared_ptr<Box>& box)
{
    return {
        .book = answer.book,
        .lines = std::uint32_t(answer.all->lines.size()),
        .in = [all = answer.all, &tabs](std::size_t tab,
                                        std::uint32_t line) { return tabs[tab].has(all->lines[line]); },
        .holds = [answer, holds](const Filter& filter,
                                 std::uint32_t line) { return holds(filter, *answer.book, answer.all->lines[line]); },
        .swap = [box, all = answer.all] { box->now = all; }};
}

class BoardPage : public ListPage {
    Q_OBJECT
public:
    void bindActions(ActionCatalog& catalog) override; // and those of the tabs: "ID.nextList", "ID.previousList"
    bool back() override;

    LaneBar* lanes() const { return m_lanes; }
    QString headline() const;

protected:
    struct Tab {
        QString id, title;
        bool always = false;
    };
    template <class Line, std::size_t n> static std::vector<Tab> tabsOf(const LineTab<Line> (&tabs)[n])
    {
        std::vector<Tab> out;
        for (const LineTab<Line>& t : tabs)
            out.push_back({QString::fromLatin1(t.id), QString::fromLatin1(t.title), t.always});
        return out;
    }
    // `fields`: what the filter may ask besides the payer.
    BoardPage(const QString& id, const Words& words, Workbench& workbench, BookTableModel* model, const QString& title,
              std::vector<Tab> tabs, const QStringList& fields, QWidget* parent);

    virtual void showCurrent() = 0; // on the desk
    virtual void counted(const std::vector<int>& byTab) { Q_UNUSED(byTab) } // after each filter
    void applyFilter() override;

    // A desk asks for room, closes itself and says what could not be done; Esc goes to it first.
    template <class Desk> void setDesk(Desk* desk)
    {
        setPanel(desk);
        m_closeDesk = [desk] { return desk->back(); };
        connect(desk, &Desk::roomWanted, this, &Page::unfoldPanel);
        connect(desk, &Desk::finished, this, &BoardPage::deskClosed);
        connect(desk, &Desk::refusedFor, this, &Page::said);
    }
    void setBoard(Board board);
    void setHeadline(const QString& text, const QString& tooltip);
    void nextLine(); // after "save and next"
    bool isStale() const; // a newer book is being looked at

private:
    void deskClosed();
    std::size_t tabOf(const QString& id) const; // the first for ""
    void countViews();

    std::vector<Tab> m_tabs;
    QStringList m_fields;
    LaneBar* m_lanes;
    QLabel* m_headline;
    Board m_board;
    std::function<bool()> m_closeDesk;
};

} // namespace duedesk
