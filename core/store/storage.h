// The store on a thread of its own, for the window: requests go in, published books come back as signals on the
// caller's thread. The connection is opened on that thread and never leaves it.
#pragma once
#include "core/store/bookstore.h"

#include <QObject>
#include <QThread>
#include <atomic>

namespace duedesk {

class StorageWorker;

class Storage : public QObject {
    Q_OBJECT
public:
    // Opens and loads, and waits for it: there is nothing to show before. Progress comes on the store's thread.
    static Result<std::unique_ptr<Storage>> open(const QString& path, const QString& user, const Clock& clock,
                                                 const BookStore::Progress& progress = {});
    ~Storage() override; // closes the book cleanly

    BookPtr loaded() const { return m_loaded; } // as it was when it was opened
    bool isReadOnly() const { return m_readOnly; }
    bool endedBadly() const { return m_endedBadly; }

    // Answered by published() or failed(), in the order of the requests.
    void apply(const ChangeSet& changes, std::int64_t baseRevision);
    // An import is answered under the (provisional) operation it was staged with. cancelImport() is for the one that
    // was given last, whether it is being written or still waits.
    void commitImport(std::shared_ptr<const StagedImport> staged);
    void undoImport(BatchId batch, OperationId operation);
    void cancelImport() { m_cancel = true; }
    // Looks for commits of other programs now; it also does so every second.
    void refresh();

    // Waits for the store; it is asked rarely, for many ids at once.
    Result<IdBlock> lease(Table table, std::int64_t count);
    // As in BookStore; they wait for the store.
    Result<QByteArray> putContent(const QByteArray& bytes);
    Result<QByteArray> content(const QByteArray& sha256);

signals:
    // `operation` is that of the request; none = another program's commit.
    void published(const std::shared_ptr<const duedesk::BookStore::Published>& news, duedesk::OperationId operation);
    // The request did not happen. `fresh`: the current book where a conflict, or a stale import, refused it; else null.
    void failed(const duedesk::Error& error, duedesk::OperationId operation, const duedesk::BookPtr& fresh);
    void importProgress(double fraction);

private:
    Storage() = default;
    template <class F> auto ask(F&& f) -> decltype(f());

    QThread m_thread;
    StorageWorker* m_worker = nullptr; // lives on m_thread
    BookPtr m_loaded;
    bool m_readOnly = false, m_endedBadly = false;
    std::atomic<bool> m_cancel = false;
};

} // namespace duedesk
