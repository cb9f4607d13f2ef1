// The store on a thread of its own, for the window: requests go in, published books come back as signals on the
// caller's thread, which never waits after open(). The connection is opened on that thread and never leaves it.
#pragma once
#include "core/store/bookstore.h"

#include <QObject>
#include <QThread>
#include <atomic>
#include <functional>

namespace duedesk {

class StorageWorker;

class Storage : public QObject {
    Q_OBJECT
public:
    using IdBlocksByTable = std::array<IdBlock, tableCount>;
    using ContentAnswer = std::function<void(const Result<QByteArray>&)>;
    static constexpr std::int64_t idsAtOnce = 256;

    // Opens and loads, and waits for it: there is nothing to show before. Progress comes on the store's thread.
    static Result<std::unique_ptr<Storage>> open(const QString& path, const QString& user, const Clock& clock,
                                                 const BookStore::Progress& progress = {});
    ~Storage() override; // closes the book cleanly; waits at most a second for another program's lock

    BookPtr loaded() const { return m_loaded; } // as it was when it was opened
    bool isReadOnly() const { return m_readOnly; }
    bool endedBadly() const { return m_endedBadly; }
    // Ids of every table for the first commands; wantIds() brings more.
    const IdBlocksByTable& firstIds() const { return m_firstIds; }

    // Answered by published() or refused(), in the order of the requests. While another program holds the book they
    // wait for it, however long. `contents`: as in BookStore::apply.
    void apply(const ChangeSet& changes, std::int64_t baseRevision, std::vector<QByteArray> contents = {});
    // An import is answered under the (provisional) operation it was staged with. cancelImport() is for the one that
    // was given last, whether it is being written or still waits.
    void commitImport(std::shared_ptr<const StagedImport> staged);
    void undoImport(BatchId batch, OperationId operation);
    void cancelImport() { m_cancel = true; }
    // Looks for commits of other programs now; it also does so every second.
    void refresh();
    void wantIds(Table table, std::int64_t count); // answered by idsLeased()
    // As in BookStore. `then` runs on this object's thread, unless `asker` is gone by then.
    void content(const QByteArray& sha256, QObject* asker, ContentAnswer then);

    // How often this object's own thread waited for the store after open(): never, tests say.
    int waits() const { return m_waits; }

    // The store itself is in trouble (disk, file, damage), as against a request that it refuses.
    static bool isTrouble(const Error& e);

signals:
    // `operation` is that of the request; none = another program's commit.
    void published(const std::shared_ptr<const duedesk::BookStore::Published>& news, duedesk::OperationId operation);
    // The request did not happen. `fresh`: the current book where a conflict, or a stale import, refused it; else null.
    void refused(const duedesk::Error& error, duedesk::OperationId operation, const duedesk::BookPtr& fresh);
    // An empty block: they are not to be had now, for the reason that trouble() gave.
    void idsLeased(duedesk::Table table, duedesk::IdBlock block);
    // `writable`: requests only wait (another program is writing); else nothing is saved until troubleOver().
    void trouble(const duedesk::Error& error, bool writable);
    void troubleOver(); // worth trying again
    void warned(const duedesk::Error& error); // worth telling; work goes on
    void importProgress(double fraction);

private:
    friend class StorageWorker;
    Storage() = default;
    template <class F> auto ask(F&& f) -> decltype(f());

    QThread m_thread;
    StorageWorker* m_worker = nullptr; // lives on m_thread
    BookPtr m_loaded;
    IdBlocksByTable m_firstIds;
    bool m_readOnly = false, m_endedBadly = false, m_isOpen = false;
    int m_waits = 0;
    std::atomic<bool> m_cancel = false, m_closing = false;
};

} // namespace duedesk
