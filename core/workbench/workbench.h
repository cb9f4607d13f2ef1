// The book as the window sees it: one current snapshot, one way to change it (submit), one notification per
// change. Lives on the GUI thread; storage and heavy derivations run on threads of their own.
#pragma once
#include "core/base/clock.h"
#include "core/command/command.h"
#include "core/domain/book.h"
#include "core/domain/stagedimport.h"
#include "core/insight/calllist.h"

#include <QObject>
#include <functional>
#include <memory>

namespace duedesk {

class Storage;
class Derived;

// The insights every screen shares, computed together from one (book, day) off the GUI thread.
struct Insights {
    BookPtr book;
    Date day;
    CallList calls;
    std::shared_ptr<const BehaviourModel> behaviour;
};
using InsightsPtr = std::shared_ptr<const Insights>;

class Workbench : public QObject {
    Q_OBJECT
public:
    Workbench(std::unique_ptr<Storage> storage, BookPtr book, const Clock& clock, QString user, QString path);
    ~Workbench() override;

    BookPtr book() const { return m_book; }
    QString path() const { return m_path; }
    QString user() const { return m_user; }
    const Clock& clock() const { return m_clock; }
    Date today() const;             // the book's day now
    Date asOf() const;              // the day looked at; today unless set
    bool isToday() const { return asOf() == today(); }
    void setAsOf(Date d);           // invalid = today again

    // Latest insights; may be of an older book while newer ones are being computed (insightsChanged follows).
    InsightsPtr insights() const { return m_insights; }

    // Decides at once: an Error (with the field) means nothing happened. Otherwise the change is on its way to
    // the store; changed() follows, or failed(). Refused while asOf is not today.
    Outcome submit(const Command& command);
    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    QString undoText() const;       // summary of what undo would take back
    void undo();
    void redo();
    bool isSaving() const { return m_pending > 0; }

    // Import: committed as one batch; importFinished() follows. Undo of the batch is undo() as for any change.
    void commitImport(std::shared_ptr<StagedImport> staged);
    void undoImport(BatchId batch);
    void cancelImport();
    std::unique_ptr<IdSource> importIds(); // for staging against book()

    void refresh(); // F5: other processes' commits and a new day

signals:
    // Once per commit, with the rows that changed; reload = everything may have (import, another process).
    void changed(const duedesk::ChangeSet& changes, bool reload);
    void insightsChanged();
    void asOfChanged();
    void logged(const QString& sentence, bool undoable); // for the undo bar
    void failed(const duedesk::Error& error);
    void savingChanged();
    void importProgress(double fraction);
    void importFinished(bool committed);

private:
    struct Step { ChangeSet done; BatchId batch; };
    void send(ChangeSet changes, bool undoing);

    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Derived> m_derived;
    BookPtr m_book;
    InsightsPtr m_insights;
    const Clock& m_clock;
    QString m_user, m_path;
    Date m_asOf;
    std::vector<Step> m_undo, m_redo;
    int m_pending = 0;
};

} // namespace duedesk
