// Commands about what somebody likes to see and what somebody was typing: saved views of lists, drafts of texts.
#pragma once
#include "core/domain/draft.h"
#include "core/domain/savedview.h"

#include <QByteArray>
#include <QString>

namespace duedesk {

class Book;

// A new view (no id), or another name or content for one. A new one of the same name on the same page takes the place
// of the old one. Everybody's views are seen by every user; a view of one's own by its user alone.
struct SaveView {
    SavedViewId view;
    QString page, name, filter;
    QByteArray columns; // JSON object, as the table remembers its columns
    QString sort;       // column id, "-" before it = descending
    bool everybody = false;
};
struct DeleteView {
    SavedViewId view;
};

// The text being typed under a key; an empty one drops the draft.
struct SaveDraft {
    QString key; // where it is typed: "account/C017/note"
    QString text;
};
struct DropDraft {
    QString key;
};
// The draft that a user has under a key; null when there is none.
const Draft* draftOf(const Book& book, const QString& user, const QString& key);

} // namespace duedesk
