// The saved views of a list page: a row of them with live counts above the table. A page gives its table, its filter and
// a way to count; keys, saving, choosing and deleting are the same everywhere.
#pragma once
#include "core/workbench/workbench.h"
#include "ui/pages/latest.h"

#include <QObject>
#include <map>

class QWidget;

namespace duedesk {

class ActionCatalog;
class FilterField;
class LaneBar;
class TableDress;
class ViewBar;

class ListViews : public QObject {
    Q_OBJECT
public:
    // How many rows a filter matches in the list of that id, where the page has several; runs on another thread, sees
    // only what it captured; below 0 = not understood.
    using Counter = std::function<int(const QString& filter, const QString& list)>;

    // `page`: the id views are kept under. Table and filter belong to the page and outlive this.
    ListViews(Workbench& workbench, const QString& page, TableDress* table, FilterField* filter, QWidget* parent);

    // The list with the row of views above it: what the page shows as its main part.
    QWidget* above(QWidget* list);
    void setLists(LaneBar* lists); // a view is of one of them; they belong to the page and outlive this
    void bindActions(ActionCatalog& catalog, QWidget* page);
    void setCounter(Counter counter); // after each new answer; counts what is there now
    bool back(); // Esc: closes the line for a name
    ViewBar* bar() const { return m_bar; }

signals:
    void refused(const QString& why);

private:
    std::vector<const SavedView*> views() const; // one's own and everybody's, in their order
    const SavedView* view(qint64 id) const;
    void refresh();
    void count();
    void show(qint64 id);
    void ask(qint64 rename);
    void save(qint64 id, const QString& name, bool everybody);
    QString listOf(const SavedView& view) const;
    QString currentList() const;
    void contentChanged();

    Workbench& m_workbench;
    QString m_page;
    TableDress* m_table;
    FilterField* m_filter;
    LaneBar* m_lists = nullptr;
    ViewBar* m_bar;
    Counter m_counter;
    qint64 m_renaming = 0;
    bool m_choosing = false;
    Latest<std::map<qint64, int>> m_counting;
};

} // namespace duedesk
