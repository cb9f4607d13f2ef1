// Every text that can be seen or is read aloud in the windows on show, each with the widget that has it: properties, cells
// and headings of lists, tabs, entries of boxes and menus, tables of charts. For tests that judge the words themselves.
#pragma once
#include "ui/charts/charttile.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QMetaProperty>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <functional>

namespace duedesk {

class VisibleTexts {
public:
    using See = std::function<void(const QWidget* where, const QString& text)>;
    explicit VisibleTexts(See see) : m_see(std::move(see)) {}

    // All windows, the popups too.
    void look() const
    {
        for (QWidget* w : QApplication::allWidgets())
            if (w->isVisible())
                lookAt(w);
    }

private:
    void say(const QWidget* where, const QString& text) const
    {
        if (text.isEmpty())
            return;
        m_see(where, Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text);
    }

    void lookAt(QWidget* w) const
    {
        static const QByteArrayList spoken{"accessibleName",
                                           "accessibleDescription",
                                           "currentText",
                                           "plainText",
                                           "placeholderText",
                                           "prefix",
                                           "specialValueText",
                                           "statusTip",
                                           "suffix",
                                           "text",
                                           "title",
                                           "toolTip",
                                           "whatsThis"};
        const QMetaObject* meta = w->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            if (const QMetaProperty p = meta->property(i); spoken.contains(p.name()))
                say(w, p.read(w).toString());
        if (w->isWindow())
            say(w, w->windowTitle());
        for (const QAction* a : w->actions()) {
            say(w, a->text().section(u'\t', 0, 0));
            say(w, a->toolTip());
        }
        if (QAccessibleInterface* a = QAccessible::queryAccessibleInterface(w))
            for (const QAccessible::Text t : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
                say(w, a->text(t));
        if (const auto* box = qobject_cast<QComboBox*>(w))
            for (int i = 0; i < box->count(); ++i)
                say(w, box->itemText(i));
        if (const auto* tabs = qobject_cast<QTabBar*>(w))
            for (int i = 0; i < tabs->count(); ++i)
                for (const QString& t : {tabs->tabText(i), tabs->tabToolTip(i), tabs->accessibleTabName(i)})
                    say(w, t);
        if (const auto* view = qobject_cast<QAbstractItemView*>(w); view && !qobject_cast<QHeaderView*>(w))
            lookAtModel(view);
        if (const auto* tile = dynamic_cast<ChartTile*>(w))
            lookAtChart(*tile);
    }

    void lookAtModel(const QAbstractItemView* view) const
    {
        const QAbstractItemModel* m = view->model();
        if (!m)
            return;
        const int columns = m->columnCount();
        for (int c = 0; c < columns; ++c)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
                say(view, m->headerData(c, Qt::Horizontal, role).toString());
        for (int r = 0; r < std::min(m->rowCount(), rowsSeen); ++r)
            for (int c = 0; c < columns; ++c)
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    say(view, m->index(r, c).data(role).toString());
    }

    void lookAtChart(const ChartTile& tile) const
    {
        const ChartTable table = tile.table();
        say(&tile, tile.title());
        say(&tile, tile.message());
        say(&tile, tile.reading());
        say(&tile, table.caption);
        for (const QString& h : table.headings)
            say(&tile, h);
        for (const QStringList& row : table.rows)
            for (const QString& cell : row)
                say(&tile, cell);
    }

    static constexpr int rowsSeen = 80;
    See m_see;
};

} // namespace duedesk
