// A board page as data: what it is called, its columns and tabs, how its lines are worked out and filtered, what it says in
// its header and where nothing is there. Board<Box> is the page of a spec; what is left to a page is its desk.
#pragma once
#include "ui/models/booktablemodel.h"
#include "ui/pages/boardpage.h"
#include "ui/panels/formdesk.h"

#include <memory>
#include <type_traits>

namespace duedesk {

template <class Line> struct LineTab {
    QString id, title;
    bool (*has)(const Line&);
    bool always = false; // shown even when empty
};

// The lines of the filter by tab, for those who tell them.
struct BoardCounts {
    const std::vector<int>& byTab;
    bool filtered = false;
};
struct BoardFigures {
    QString headline, tooltip; // beside the tabs
    QString subtitle; // beside the title
    std::optional<int> badge; // none = as it was
};
// Nothing is there though nothing is filtered; the button leads to a tab, to another page, or to the import.
struct BoardEmpty {
    QString icon, heading, text, button = {};
    QString tab = {}, page = {};
};

// `Box` is what the columns read besides the book: `now`, an answer with its `lines`, and `line(row)`. Each line has the
// `payer` it belongs to.
template <class Box> struct BoardSpec {
    using Answer = std::remove_const_t<typename decltype(Box::now)::element_type>;
    using Line = std::remove_cvref_t<decltype(std::declval<const Box&>().line(0))>;

    QString id, title;
    ListWords words;
    std::vector<Column> (*columns)(const std::shared_ptr<Box>& box);
    std::int64_t (*key)(const Book& book, const Line& line, std::uint32_t row); // survives a new order
    std::vector<LineTab<Line>> tabs;
    QStringList fields; // what the filter may ask besides the payer
    bool (*holds)(const Filter& filter, const Book& book, const Line& line);
    Answer (*ask)(const Book& book, Date day, Instant now); // on another thread
    BoardFigures (*figures)(const Answer& answer, const Book& book, const BoardCounts& counts);
    BoardEmpty (*empty)(const Answer& answer, const Book& book, const QString& tab);
};

template <class Box> class Board : public BoardPage {
public:
    using Spec = BoardSpec<Box>;
    using Answer = typename Spec::Answer;
    using Line = typename Spec::Line;

    Board(const Spec& spec, Workbench& workbench, QWidget* parent)
        : Board(std::make_shared<const Spec>(spec), std::make_shared<Box>(), workbench, parent)
    {
    }

protected:
    // `none`: what the desk says where no line is chosen. A desk works lines (setLine) or their payers (setPayer).
    template <class Desk> void addDesk(Desk* desk, const QString& none)
    {
        m_show = [this, desk, none](const Line* line) {
            if constexpr (requires { desk->setLine(Line(), none); })
                desk->setLine(line && !isStale() ? *line : Line(), none);
            else
                desk->setPayer(line ? line->payer : noRow, none);
        };
        if constexpr (requires { desk->refresh(); })
            connect(&workbench(), &Workbench::insightsChanged, desk, &Desk::refresh);
        setDesk(desk);
        showCurrent();
    }
    const Line* current() const // null = none
    {
        const std::uint32_t row = currentRow();
        return row == noRow || !m_box->now ? nullptr : &m_box->line(row);
    }
    std::uint32_t payerOf(std::uint32_t row) const override { return m_box->line(row).payer; }

private:
    using Told = std::pair<BookPtr, std::shared_ptr<const Answer>>;
    Board(std::shared_ptr<const Spec> spec, const std::shared_ptr<Box>& box, Workbench& workbench, QWidget* parent)
        : BoardPage(spec->id, spec->words, workbench,
                    new BookTableModel(spec->columns(box),
                                       [box, key = spec->key](const Book& book, std::uint32_t row) {
                                           return key(book, box->line(row), row);
                                       }),
                    spec->title, tabsOf(*spec), spec->fields, parent),
          m_spec(std::move(spec)), m_box(box)
    {
    }
    static std::vector<Tab> tabsOf(const Spec& spec)
    {
        std::vector<Tab> out;
        for (const LineTab<Line>& t : spec.tabs)
            out.push_back({t.id, t.title, t.always});
        return out;
    }
    void ask() override
    {
        work<Told>([book = workbench().book(), day = workbench().asOf(), now = workbench().clock().now(),
                    ask = m_spec->ask] { return Told{book, std::make_shared<const Answer>(ask(*book, day, now))}; },
                   [this](const Told& told) { show(told); });
    }
    void show(const Told& told)
    {
        const auto& [book, all] = told;
        m_told = told;
        setBoard({.book = book,
                  .lines = std::uint32_t(all->lines.size()),
                  .in = [spec = m_spec, all = all](std::size_t tab,
                                                   std::uint32_t i) { return spec->tabs[tab].has(all->lines[i]); },
                  .holds = [spec = m_spec, book = book, all = all](
                               const Filter& f, std::uint32_t i) { return spec->holds(f, *book, all->lines[i]); },
                  .swap = [box = m_box, all = all] { box->now = all; }});
    }
    void counted(const std::vector<int>& byTab) override
    {
        const BoardFigures f = m_spec->figures(*m_told.second, *m_told.first, {byTab, !filterText().isEmpty()});
        setHeadline(f.headline, f.tooltip);
        setSubtitle(f.subtitle);
        if (f.badge)
            setBadge(*f.badge);
    }
    // A newer book is being looked at: what is typed stays.
    void showCurrent() override
    {
        if (m_show && !(isStale() && isAsking()))
            m_show(current());
    }
    BoardEmpty empty() const { return m_spec->empty(*m_told.second, *m_told.first, currentTab()); }
    void showEmpty() override
    {
        const BoardEmpty e = empty();
        showMessage(e.icon, e.heading, e.text, e.button);
    }
    void emptyAction() override
    {
        const BoardEmpty e = empty();
        if (!e.tab.isEmpty())
            showTab(e.tab);
        else if (!e.page.isEmpty())
            emit openPage(e.page, {});
        else
            BoardPage::emptyAction();
    }

    std::shared_ptr<const Spec> m_spec;
    std::shared_ptr<Box> m_box;
    Told m_told; // the latest answer
    std::function<void(const Line*)> m_show;
};

} // namespace duedesk
