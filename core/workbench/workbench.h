// The book as the window sees it: one current snapshot, one way to change it (submit), one notification per
// change. Lives on the GUI thread, which never waits for the store; storage and heavy derivations run on threads of
// their own.
#pragma once
#include "core/base/clock.h"
#include "core/command/command.h"
#include "core/domain/book.h"
#include "core/domain/stagedimport.h"
#include "core/insight/calls/calllist.h"

#include <QObject>
#include <QPointer>
#include <deque>
#include <functional>
#include <memory>

namespace duedesk {

class Storage;
class Derived;
class HandIds;
class Pulse;
struct IdBlock;

// The insights every screen shares, computed together from one (book, day) off the GUI thread.
struct Insights {
    BookPtr book;
    Date day;
    CallList calls;
    std::shared_ptr<const BehaviourModel> behaviour;
    Instant nextChange = 0; // when time alone makes them untrue
    std::optional<Error> problem; // they could not be worked out: the list is empty, and what stands on it says so
    void require() const;         // ends work that stands on them, where there is a problem (edge.h)
};
using InsightsPtr = std::shared_ptr<const Insights>;

class Workbench : public QObject {
    Q_OBJECT
public:
    // Computes the first insights before it returns, so that the first paint shows a list.
    Workbench(std::unique_ptr<Storage> storage, const Clock& clock, QString user, QString path);
    ~Workbench() override; // what waits is still saved where that takes a moment; see abandon()

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

    // Decides at once: an Error (with the field) means nothing happened. Otherwise the change is on its way to the
    // store, or waits for its turn; changed() follows, or refused(). Refused while asOf is not today, and while the
    // book cannot be written. `contents`: bytes that the command names by contentDigest(), saved with it.
    Outcome submit(const Command& command, std::vector<QByteArray> contents = {});
    // The same for what is no gesture of its own: texts being typed, a mail's way through the outbox. No step of undo,
    // no sentence.
    Outcome submitQuietly(const Command& command);
    // Bytes under their digest, for rows that name it (mails, attached files). The answer comes later, on this thread,
    // unless `asker` is gone by then.
    static QByteArray contentDigest(const QByteArray& bytes);
    void content(const QByteArray& sha256, QObject* asker, std::function<void(const Result<QByteArray>&)> then);
    // For mails whose Message-ID names their row before the row is there: `then` runs at once, or as soon as so many
    // ids are in hand. newOutboxId() is valid that often.
    void whenOutboxIds(std::int64_t count, QObject* asker, std::function<void()> then);
    OutboxId newOutboxId();

    // Undo and redo pressed while something is being saved take their turn behind it.
    bool canUndo() const;
    bool canRedo() const;
    QString undoText() const; // summary of what undo would take back
    void undo();
    void redo();
    bool isSaving() const { return m_sent.has_value() || !m_waiting.empty() || !m_needIds.empty(); }
    int unsaved() const { return int(m_sent.has_value()) + int(m_waiting.size()); }

    // Import: committed as one batch, on the book as it is then, in its turn behind what is being saved; importFinished()
    // follows. Undo of the batch is undo() as for any change.
    void commitImport(std::shared_ptr<StagedImport> staged);
    void undoImport(BatchId batch);
    void cancelImport(); // one that waits, or is being written

    void refresh(); // F5: other processes' commits, time at once, and what waits is tried again
    void abandon(); // what waits is given up: the window closes without it

    // False while the book's file is gone or takes nothing: trouble() says why. What waits then is kept and goes on.
    bool canWrite() const { return !m_trouble || m_trouble->writable; }
    const Storage& storage() const { return *m_storage; }

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
    // A command that was taken and is no longer possible, or could not be done; it did not happen.
    void refused(duedesk::OperationId operation, const duedesk::Error& error);
    // The store: another program holds the book (canWrite() stays), or its file is gone or takes nothing.
    void trouble(const duedesk::Error& error);
    void troubleOver();
    // Worth telling at once; work goes on: a defect that an edge caught, a check that failed.
    void warned(const duedesk::Error& error);
    void savingChanged();
    void importProgress(double fraction);
    // Committed, or why not: isStale() where somebody changed what it stands on, Cancelled where it was given up.
    void importFinished(const duedesk::Outcome& outcome);

private:
    // What can be taken back: a change, or a whole import.
    struct Step {
        ChangeSet change;
        BatchId batch;
        Words text;
    };
    enum class Kind : std::uint8_t { Do, DoQuietly, Undo, Redo, Import, UndoImport };
    // What was asked for, until the store has it.
    struct Request {
        Kind kind;
        OperationId operation; // from its first decision on, so that it lands once
        std::optional<Command> command;
        std::vector<QByteArray> contents;
        std::shared_ptr<StagedImport> staged;
        BatchId batch;
    };
    struct Sent { // on its way to the store
        Request request;
        Step step; // what can be taken back, or done again, when it is saved
        Step from; // of Undo and Redo: what left its stack for it
    };
    struct NeedIds {
        std::int64_t count;
        QPointer<QObject> asker;
        std::function<void()> then;
    };
    struct Trouble {
        Error error;
        bool writable;
    };
    enum class Started : std::uint8_t { Sent, Nothing, WaitsForIds };

    // workbenchqueue.cpp: gestures on their way
    Outcome submit(Kind kind, const Command& command, std::vector<QByteArray> contents);
    void ask(Request request);
    Result<Started> start(Request request);
    Result<Started> startCommand(Request request);
    Started startTakeBack(Request request, std::vector<Step>& stack);
    Started startImport(Request request);
    bool drawOperation(Request& request);
    Started waitForIds(Request request);
    void send(Request request, ChangeSet change, Step from = {});
    void sendWaiting();
    void askForIds();
    void onIds(Table table, IdBlock block);
    void onPublished(const BookPtr& book, const ChangeSet& changes, bool reload, OperationId operation);
    void onRefused(const Error& error, OperationId operation, const BookPtr& fresh);
    void finish(const Sent& sent);
    void putBack(const Sent& sent);
    void drop(const Sent& sent, const Error& error);
    void onTrouble(const Error& error, bool writable);
    void onTroubleOver();
    void endTrouble();
    void saveWhatWaits();
    int pending(Kind kind) const;

    void requestInsights();
    void onBeat(bool due);
    void turnDay();
    void setBook(BookPtr book);

    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<HandIds> m_ids;
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
    std::deque<Request> m_waiting; // given meanwhile
    std::vector<NeedIds> m_needIds;
    std::optional<Trouble> m_trouble;
    bool m_isTrying = false; // what waits is tried although the last answer was trouble
};

} // namespace duedesk
