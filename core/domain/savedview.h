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
};

} // namespace duedesk
