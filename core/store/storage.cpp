#include "core/store/storage.h"

#include <QMetaObject>
#include <QTimer>
#include <thread>

namespace duedesk {

// Everything here runs on the store's thread.
class StorageWorker : public QObject {
public:
    StorageWorker(Storage& door, QString user, const Clock& clock)
        : m_door(door), m_user(std::move(user)), m_clock(clock)
    {
    }

    Outcome open(const QString& path, const BookStore::Progress& progress)
    {
        auto opened = BookStore::open(path, BookStore::Mode::ReadWrite, actor());
        if (!opened)
            return std::unexpected<Error>(opened.error());
        store = std::move(*opened);
        if (const auto loaded = store->load(progress); !loaded)
            return std::unexpected<Error>(loaded.error());
        if (store->endedBadly())
            m_check = std::thread([this, path] { checkAfterBadEnd(path); });
        auto* poll = new QTimer(this);
        connect(poll, &QTimer::timeout, this, [this] { refresh(); });
        poll->start(1000);
        return {};
    }
    void close()
    {
        m_closing = true;
        if (m_check.joinable())
            m_check.join();
        if (const auto failure = store ? store->waitForBackup() : std::nullopt)
            emit m_door.failed(*failure, {}, {});
        store.reset();
    }
    void apply(const ChangeSet& changes, std::int64_t base)
    {
        answer(store->apply(changes, base, actor()), changes.operation);
    }
    void commitImport(const StagedImport& staged, const std::atomic<bool>& cancel)
    {
        const auto progress = [this, &cancel](double fraction) {
            emit m_door.importProgress(fraction);
            return !cancel;
        };
        answer(store->commitImport(staged, actor(), progress), staged.batch.operation);
    }
    void undoImport(BatchId batch, OperationId operation)
    {
        answer(store->undoImport(batch, operation, actor()), operation);
    }
    void refresh()
    {
        if (!store)
            return; // a last tick of the timer, after closing
        auto news = store->refresh();
        if (!news)
            emit m_door.failed(news.error(), {}, {});
        else if (*news)
            emit m_door.published(std::make_shared<const BookStore::Published>(std::move(**news)), {});
    }

    std::unique_ptr<BookStore> store;

private:
    // The whole check, over a connection and a thread of its own, while work goes on.
    void checkAfterBadEnd(const QString& path)
    {
        auto other = BookStore::open(path, BookStore::Mode::ReadOnly, actor());
        if (!other)
            return;
        const auto report = (*other)->verify([this](double) { return !m_closing; });
        if (!report || report->isClean())
            return;
        Error e;
        e.code = ErrorCode::CheckFailed;
        e.file = path;
        e.what = u"the book was not closed properly and fails its check: " + report->findings.front().what;
        e.remedy = QStringLiteral("make a backup copy, then restore the last verified backup");
        emit m_door.failed(e, {}, {});
    }
    BookStore::Actor actor() const { return {m_user, m_clock.now()}; }
    void answer(Result<BookStore::Published> r, OperationId operation)
    {
        if (r) {
            emit m_door.published(std::make_shared<const BookStore::Published>(std::move(*r)), operation);
            return;
        }
        BookPtr fresh;
        if (BookStore::isConflict(r.error()) || isStale(r.error())) {
            refresh();
            fresh = store->book();
        }
        emit m_door.failed(r.error(), operation, fresh);
    }

    Storage& m_door; // outlives this; its signals are queued to its own thread
    QString m_user;
    const Clock& m_clock;
    std::thread m_check;
    std::atomic<bool> m_closing = false;
};

Result<std::unique_ptr<Storage>> Storage::open(const QString& path, const QString& user, const Clock& clock,
                                               const BookStore::Progress& progress)
{
    qRegisterMetaType<std::shared_ptr<const BookStore::Published>>();
    qRegisterMetaType<OperationId>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<BookPtr>();
    std::unique_ptr<Storage> s(new Storage);
    s->m_worker = new StorageWorker(*s, user, clock);
    s->m_worker->moveToThread(&s->m_thread);
    s->m_thread.setObjectName(QStringLiteral("store"));
    s->m_thread.start();
    const Outcome opened = s->ask([&] { return s->m_worker->open(path, progress); });
    if (!opened)
        return std::unexpected<Error>(opened.error());
    s->m_loaded = s->m_worker->store->book();
    s->m_readOnly = s->m_worker->store->isReadOnly();
    s->m_endedBadly = s->m_worker->store->endedBadly();
    return s;
}

Storage::~Storage()
{
    m_cancel = true;
    ask([this] {
        m_worker->close(); // the connection closes on its own thread
        return true;
    });
    m_worker->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

template <class F> auto Storage::ask(F&& f) -> decltype(f())
{
    std::optional<decltype(f())> answer;
    QMetaObject::invokeMethod(m_worker, [&] { answer.emplace(f()); }, Qt::BlockingQueuedConnection);
    return std::move(*answer);
}

void Storage::apply(const ChangeSet& changes, std::int64_t baseRevision)
{
    QMetaObject::invokeMethod(m_worker, [this, changes, baseRevision] { m_worker->apply(changes, baseRevision); });
}

void Storage::commitImport(std::shared_ptr<const StagedImport> staged)
{
    m_cancel = false; // here and not when it begins: who gives up while it waits gives it up
    QMetaObject::invokeMethod(m_worker, [this, staged] { m_worker->commitImport(*staged, m_cancel); });
}

void Storage::undoImport(BatchId batch, OperationId operation)
{
    QMetaObject::invokeMethod(m_worker, [this, batch, operation] { m_worker->undoImport(batch, operation); });
}

void Storage::refresh()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_worker->refresh(); });
}

Result<IdBlock> Storage::lease(Table table, std::int64_t count)
{
    return ask([&] { return m_worker->store->lease(table, count); });
}

Result<QByteArray> Storage::putContent(const QByteArray& bytes)
{
    return ask([&] { return m_worker->store->putContent(bytes); });
}

Result<QByteArray> Storage::content(const QByteArray& sha256)
{
    return ask([&] { return m_worker->store->content(sha256); });
}

} // namespace duedesk
