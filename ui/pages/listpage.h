// What every page that is one list has in common: filter field, saved views, the answer worked out beside the window, a
// message where there is no row, one level back, what is kept of it. A page adds what its rows are.
#pragma once
#include "core/insight/find/filter.h"
#include "core/workbench/workbench.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace duedesk {

class BookTableModel;
class EmptyState;
class FilterField;
class ListViews;
class TableDress;

// What a list page calls itself and its rows.
struct ListWords {
    QString table; // accessible name of the list: "Open items"
    QString placeholder; // of the filter: ">10k owner:me"
    QString working; // "Working out the open items…"
    QString failed; // "The open items could not be worked out"
    QString noMatch; // "No open item matches this filter"
    QString (*counted)(qint64 n) = nullptr; // of the selection where they are no rows: "3 items"
    QString sum = {}; // what is added up: "open"; may be empty
    QString sort = {}; // id of the column sorted by, downwards, until another is chosen; "" = as worked out
};

class ListPage : public Page {
    Q_OBJECT
public:
    void bindActions(ActionCatalog& catalog) override; // those of the table and of the saved views
    void activated() override;
    void refresh() override;
    bool back() override;
    void focusFilter() override;
    QWidget* listWidget() const override;
    void drill(const QString& filter) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    BookTableModel* model() const { return m_model; }
    ListViews* views() const { return m_views; }
    QString filterText() const;

signals:
    void rowsShown(); // after each new answer, for those who wait

protected:
    // The model becomes the page's.
    ListPage(const QString& id, const ListWords& words, Workbench& workbench, BookTableModel* model,
             const QString& title, QWidget* parent);

    virtual void ask() = 0; // works the answer out: by work()
    virtual void applyFilter() = 0; // another filter: shows what it leaves, by present()
    virtual void showEmpty() = 0; // nothing there though nothing is filtered: says so by showMessage()
    virtual void emptyAction() { emit openImport({}); } // the button of that message
    virtual std::uint32_t payerOf(std::uint32_t row) const = 0; // of a row of the model, by its box

    // `answer` runs on another thread and sees nothing but what it captured; `show` gets it on this one, unless a newer
    // question was asked meanwhile.
    template <class T> void work(std::function<T()> answer, std::function<void(const T&)> show)
    {
        askLatest(
            [answer, show]() -> Show { return [show, got = std::make_shared<const T>(answer())] { show(*got); }; });
    }
    // The filter as terms; nothing when it is not understood, which is said beside it: the list keeps what it showed.
    std::optional<Filter> filter(const QStringList& fields);
    // `swap`: replaces what the columns read besides the book.
    void present(const BookPtr& book, std::vector<std::uint32_t> rows, const std::function<void()>& swap);
    void showMessage(const QString& icon, const QString& heading, const QString& text, const QString& action = {});
    void bookChanged(); // asks again, at once when the page is visible
    std::uint32_t currentRow() const; // what the model's order holds; noRow = none
    std::function<bool()> whenRow() const
    {
        return [this] { return currentRow() != noRow; };
    }
    virtual void openCurrent(); // the account of the current row; [ and ] walk the payers of the list
    Workbench& workbench() const { return m_workbench; }
    TableDress* table() const { return m_table; }
    FilterField* filterField() const { return m_filter; }

private:
    using Show = std::function<void()>;
    void askLatest(std::function<Show()> answer);
    void tellSelection(int rows, qint64 sum, bool hasSum);

    Workbench& m_workbench;
    ListWords m_words;
    BookTableModel* m_model;
    TableDress* m_table;
    FilterField* m_filter;
    ListViews* m_views;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    Latest<Show> m_latest;
    bool m_dirty = true; // the book changed while the page was hidden
};

} // namespace duedesk
