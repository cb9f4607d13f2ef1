// The book as the window sees it: one current snapshot, one way to change it (submit), one notification per
// change. Lives on the GUI thread; storage and heavy derivations run on threads of their own.
#pragma once
#include "core/base/clock.h"
#include "core/command/command.h"
#include "core/domain/book.h"
#include "core/domain/stagedimport.h"
#include "core/insight/calllist.h"

#include <QObject>
#include <deque>
#include <memory>

namespace duedesk {

class Storage;
class Derived;
class Pulse;

// The insights every screen shares, computed together from one (book, day) off the GUI thread.
struct Insights {
    BookPtr book;
    Date day;
    CallList calls;
    std::shared_ptr<const BehaviourModel> behaviour;
    Instant nextChange = 0; // when time alone makes them untrue
};
using InsightsPtr = std::shared_ptr<const Insights>;

class Workbench : public QObject {
    Q_OBJECT
public:
    // Computes the first insights before it returns, so that the first paint shows a list.
    Workbench(std::unique_ptr<Storage> storage, const Clock& clock, QString user, QString path);
    ~Workbench() override;

    BookPtr book() const { return m_book; }
    QString path() const { return m_path; }
    QString user() const { return m_user; }
    const Clock& clock() const { return m_clock; }
    Pulse& pulse() const { return *m_pulse; } // lets time pass here; tests that move the clock tell it so
    Date today() const;             // the book's day now
    Date asOf() const;              // the day looked at; today unless set
    bool isToday() const { return asOf() == today(); }
    void setAsOf(Date d);           // invalid = today again

    // Latest insights; may be of an older book while newer ones are being computed (insightsChanged follows).
    InsightsPtr insights() const { return m_insights; }

    // Decides at once: an Error (with the field) means nothing happened. Otherwise the change is on its way to
    // the store; changed() follows, or failed(). Refused while asOf is not today.
    Outcome submit(const Command& command);
    // The same for what is no gesture of its own: texts being typed, a mail's way through the outbox. No step of undo,
    // no sentence.
    Outcome submitQuietly(const Command& command);
    // Bytes under their digest, for rows that name it (mails, attached files). They wait for the store.
    Result<QByteArray> putContent(const QByteArray& bytes);
    Result<QByteArray> content(const QByteArray& sha256);
    // For a mail whose Message-ID names its row before the row is there.
    OutboxId newOutboxId();
    bool canUndo() const { return !m_undo.empty(); }
    bool canRedo() const { return !m_redo.empty(); }
    QString undoText() const; // summary of what undo would take back
    void undo();
    void redo();
    bool isSaving() const { return m_sent.has_value() || !m_waiting.empty(); }

    // Import: committed as one batch, on the book as it is then, in its turn behind what is being saved; importFinished()
    // follows. Undo of the batch is undo() as for any change.
    void commitImport(std::shared_ptr<StagedImport> staged);
    void undoImport(BatchId batch);
    void cancelImport(); // one that waits, or is being written

    void refresh(); // F5: other processes' commits, and time at once

signals:
    // Once per commit, with the rows that changed; reload = everything may have (import, another process).
    void changed(const duedesk::ChangeSet& changes, bool reload);
    void insightsChanged();
    void asOfChanged();
    // The day turned; asOfChanged() follows where today is shown, while another day that is looked at stays.
    void dayChanged();
    // The clock shows another minute; `due`: and something shown may change with it (insightsChanged follows).
    void minutePassed(bool due);
    void logged(const QString& sentence, bool undoable); // for the undo bar
    void failed(const duedesk::Error& error);
    void savingChanged();
    void importProgress(double fraction);
    // Committed, or why not: isStale() where somebody changed what it stands on, Cancelled where it was given up.
    void importFinished(const duedesk::Outcome& outcome);

private:
    class Ids;
    // What can be taken back: a change, or a whole import.
    struct Step {
        ChangeSet change;
        BatchId batch;
        QString text;
    };
    enum class Kind : std::uint8_t { Do, DoQuietly, Undo, Redo, Import, UndoImport };
    struct Waiting {
        Kind kind;
        Command command;
        std::shared_ptr<StagedImport> staged = {}; // of an import
    };
    struct Sent { // on its way to the store
        Kind kind;
        OperationId operation;
        std::optional<Command> command; // decided again when another commit came first
        Step step;
    };
    OperationId newOperation();
    Outcome submit(Kind kind, const Command& command);
    void send(Kind kind, ChangeSet change, std::optional<Command> command);
    void sendWaiting();
    void onPublished(const BookPtr& book, const ChangeSet& changes, bool reload, OperationId operation);
    void onFailed(const Error& error, OperationId operation, const BookPtr& fresh);
    void finish(const Sent& sent);
    void requestInsights();
    void onBeat(bool due);
    void turnDay();
    void setBook(BookPtr book);

    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Ids> m_ids;
    std::unique_ptr<Derived> m_derived;
    std::unique_ptr<Pulse> m_pulse;
    BookPtr m_book;
    InsightsPtr m_insights;
    const Clock& m_clock;
    QString m_user, m_path;
    Date m_asOf;
    Date m_day; // today, as everybody was told
    std::vector<Step> m_undo, m_redo;
    std::optional<Sent> m_sent; // one at a time: the next is decided against the book it makes
    std::deque<Waiting> m_waiting; // given meanwhile
};

} // namespace duedesk
