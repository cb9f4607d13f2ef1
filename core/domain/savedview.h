// A list as somebody likes it, under a name: filter, columns, order. Everybody's, or one user's.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>

namespace duedesk {

struct SavedView {
    SavedViewId id;
    QString user;       // "" = of everybody
    QString page;       // "accounts", "items" …
    QString name;
    QString filter;
    QByteArray columns; // what the table remembers of its columns, as JSON
    QString sort;       // column id, "-" before it = descending
    int position = 0;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const SavedView&) const = default;

    static constexpr const char* table = "saved_view";
    static constexpr const char* noun = "a saved view";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &SavedView::id);
        f("user", &SavedView::user);
        f("page", &SavedView::page);
        f("name", &SavedView::name);
        f("filter", &SavedView::filter);
        f("columns", &SavedView::columns);
        f("sort", &SavedView::sort);
        f("position", &SavedView::position);
        f("operation", &SavedView::operation);
        f("retracted_by", &SavedView::retractedBy);
    }
};

} // namespace duedesk
