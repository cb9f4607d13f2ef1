#include "core/command/common.h"

#include <QJsonDocument>
#include <algorithm>

namespace duedesk {
namespace {

constexpr qsizetype viewNameLimit = 60, filterLimit = 2'000, columnsLimit = 10'000;

Outcome checkView(const SaveView& c, const QString& name)
{
    if (name.isEmpty())
        return refuse(QStringLiteral("name"), Lang::words("is missing"), Lang::words("give the view a short name"));
    if (c.page.isEmpty())
        return refuse(QStringLiteral("page"), Lang::words("is missing"));
    for (const auto& [text, field, limit] : {std::tuple{&name, QStringView(u"name"), viewNameLimit},
                                             std::tuple{&c.filter, QStringView(u"filter"), filterLimit},
                                             std::tuple{&c.page, QStringView(u"page"), viewNameLimit},
                                             std::tuple{&c.sort, QStringView(u"sort"), wordLimit}})
        if (const Outcome o = checkText(*text, field, limit); !o)
            return o;
    if (c.columns.size() > columnsLimit || (!c.columns.isEmpty() && !QJsonDocument::fromJson(c.columns).isObject()))
        return refuse(QStringLiteral("columns"), Lang::words("are not a table's columns"));
    return {};
}

// Of several users of one book each sees their own views and everybody's; the same name may stand once for each.
const SavedView* sameName(const Book& book, const SavedView& view)
{
    const SavedView* found = nullptr;
    book.rows<SavedView>().forEach([&](std::uint32_t, const SavedView& other) {
        if (other.id != view.id && other.page == view.page && other.user == view.user
            && other.name.compare(view.name, Qt::CaseInsensitive) == 0)
            found = &other;
    });
    return found;
}

int nextPosition(const Book& book, const QString& page)
{
    int last = 0;
    book.rows<SavedView>().forEach([&](std::uint32_t, const SavedView& v) {
        if (v.page == page)
            last = std::max(last, v.position);
    });
    return last + 1;
}

Result<const SavedView*> ownView(const Book& book, SavedViewId id, const Context& x)
{
    const SavedView* view = book.rows<SavedView>().find(id);
    if (!view)
        return refuse(QStringLiteral("view"), Lang::words("is not there any more"));
    if (!view->user.isEmpty() && view->user != x.user)
        return refuse(QStringLiteral("view"), Lang::words("belongs to %1", view->user),
                      Lang::words("save one of your own"));
    return view;
}

ChangeSet quiet(const Context& x, const QString& action, const QString& object)
{
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = action;
    changes.object = object;
    return changes;
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const SaveView& c, const Context& x)
{
    SavedView view;
    view.name = c.name.simplified();
    if (const Outcome o = checkView(c, view.name); !o)
        return std::unexpected(o.error());
    const SavedView* before = nullptr;
    if (c.view) {
        const auto own = ownView(book, c.view, x);
        if (!own)
            return std::unexpected(own.error());
        before = *own;
        view.id = before->id;
    }
    view.page = before ? before->page : c.page;
    view.user = c.everybody ? QString() : x.user;
    if (const SavedView* other = sameName(book, view)) {
        if (before)
            return refuse(QStringLiteral("name"), Lang::words("is that of another view: %1", other->name),
                          Lang::words("choose another name, or delete that one first"));
        before = other;
    }
    view.id = before ? before->id : nextId<SavedViewId>(x, Table::SavedView);
    view.position = before ? before->position : nextPosition(book, view.page);
    view.operation = before ? before->operation : x.operation;
    view.filter = c.filter.trimmed();
    view.columns = c.columns;
    view.sort = c.sort;
    ChangeSet changes = quiet(x, QStringLiteral("view saved"), view.name);
    if (!before)
        changes.summary = Lang::words("View “%1” saved.", view.name);
    else if (before->name == view.name)
        changes.summary = Lang::words("View “%1” shows this now.", view.name);
    else
        changes.summary = Lang::words("View “%1” is called “%2” now.", before->name, view.name);
    if (before)
        changes.change(*before, std::move(view));
    else
        changes.insert(std::move(view));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const DeleteView& c, const Context& x)
{
    const auto view = ownView(book, c.view, x);
    if (!view)
        return std::unexpected(view.error());
    ChangeSet changes = quiet(x, QStringLiteral("view deleted"), (*view)->name);
    changes.summary = Lang::words("View “%1” deleted.", (*view)->name);
    SavedView gone = **view;
    gone.retractedBy = x.operation;
    changes.change(**view, std::move(gone));
    return changes;
}

const Draft* draftOf(const Book& book, const QString& user, const QString& key)
{
    const Draft* found = nullptr;
    book.rows<Draft>().forEach([&](std::uint32_t, const Draft& d) {
        if (d.key == key && d.user == user)
            found = &d;
    });
    return found;
}

Result<ChangeSet> decideCommand(const Book& book, const SaveDraft& c, const Context& x)
{
    if (c.text.isEmpty())
        return decideCommand(book, DropDraft{c.key}, x);
    if (c.key.isEmpty())
        return refuse(QStringLiteral("key"), Lang::words("is missing"));
    for (const auto& [text, field, limit] :
         {std::tuple{&c.key, QStringView(u"key"), wordLimit}, std::tuple{&c.text, QStringView(u"text"), 2 * noteLimit}})
        if (const Outcome o = checkText(*text, field, limit); !o)
            return std::unexpected(o.error());
    ChangeSet changes = quiet(x, QStringLiteral("draft kept"), c.key);
    changes.summary = Lang::words("Draft kept.");
    const Draft* before = draftOf(book, x.user, c.key);
    if (before && before->text == c.text)
        return changes;
    Draft draft = before ? *before : Draft{};
    if (!before) {
        draft.id = nextId<DraftId>(x, Table::Draft);
        draft.user = x.user;
        draft.key = c.key;
        draft.operation = x.operation;
    }
    draft.text = c.text;
    draft.at = x.now;
    if (before)
        changes.change(*before, std::move(draft));
    else
        changes.insert(std::move(draft));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const DropDraft& c, const Context& x)
{
    ChangeSet changes = quiet(x, QStringLiteral("draft dropped"), c.key);
    changes.summary = Lang::words("Draft dropped.");
    if (const Draft* before = draftOf(book, x.user, c.key)) {
        Draft gone = *before;
        gone.retractedBy = x.operation;
        changes.change(*before, std::move(gone));
    }
    return changes;
}

} // namespace duedesk
