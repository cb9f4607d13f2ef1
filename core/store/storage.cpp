#include "core/store/storage.h"

#include "core/base/edge.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <QPointer>
#include <QTimer>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int pollMs = 1'000, pollsBetweenTries = 5;
constexpr qint64 quietWaitMs = 2'000; // then the window hears of it
constexpr qint64 closeWaitMs = 1'000;

Error anotherProgramWrites()
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.what = u"another program is writing to the book; what you do here waits for it"_s;
    e.remedy = u"go on working: it is saved as soon as the other program has finished"_s;
    return e;
}

} // namespace

// Everything here runs on the store's thread. Nothing thrown leaves it: each request goes through atEdge().
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
            return failed(opened);
        store = std::move(*opened);
        if (const auto loaded = store->load(progress); !loaded)
            return failed(loaded);
        const auto ids = store->leaseEach(Storage::idsAtOnce);
        if (!ids)
            return failed(ids);
        firstIds = *ids;
        store->setPatience([this](qint64 waitedMs) { return waitsOn(waitedMs); });
        if (store->endedBadly())
            m_check = std::thread([this, path] { checkAfterBadEnd(path); });
        auto* poll = new QTimer(this);
        connect(poll, &QTimer::timeout, this, [this] { refresh(false); });
        poll->start(pollMs);
        return {};
    }
    void close()
    {
        if (m_check.joinable())
            m_check.join();
        const Outcome closed = atEdge(u"the book was closed", [this] {
            if (const auto failure = store ? store->waitForBackup() : std::nullopt)
                emit m_door.warned(*failure);
            store.reset();
        });
        if (!closed)
            emit m_door.warned(closed.error());
    }
    void apply(const ChangeSet& changes, std::int64_t base, const std::vector<QByteArray>& contents)
    {
        answer(atEdge(u"a change was saved", [&] { return store->apply(changes, base, actor(), contents); }),
               changes.operation, base);
    }
    void commitImport(const StagedImport& staged)
    {
        const auto progress = [this](double fraction) {
            emit m_door.importProgress(fraction);
            return !m_door.m_cancel;
        };
        answer(atEdge(u"an import was saved", [&] { return store->commitImport(staged, actor(), progress); }),
               staged.batch.operation, staged.baseRevision);
    }
    void undoImport(BatchId batch, OperationId operation)
    {
        answer(atEdge(u"an import was taken back", [&] { return store->undoImport(batch, operation, actor()); }),
               operation, store->book()->revision());
    }
    // `asked`: by a person, who wants what waits to be tried again.
    void refresh(bool asked)
    {
        if (!store)
            return; // a last tick of the timer, after closing
        if (const auto failure = store->takeBackupFailure())
            emit m_door.warned(*failure);
        if (!catchUp())
            return;
        const bool isBack = m_unreadable.has_value();
        m_unreadable.reset();
        const bool tryAgain = m_unwritten && ++m_quietPolls % pollsBetweenTries == 0;
        if (asked || isBack || tryAgain)
            emit m_door.troubleOver();
    }
    void leaseIds(Table table, std::int64_t count)
    {
        const auto block = atEdge(u"row numbers were fetched", [&] { return store->lease(table, count); });
        noteWrite(block ? nullptr : &block.error());
        if (!block)
            tell(block.error());
        emit m_door.idsLeased(table, block ? *block : IdBlock());
        sayWaitIsOver();
    }
    Result<QByteArray> content(const QByteArray& sha256)
    {
        return atEdge(u"a kept mail or file was read", [&] { return store->content(sha256); });
    }

    std::unique_ptr<BookStore> store;
    Storage::IdBlocksByTable firstIds;

private:
    // The whole check, over a connection and a thread of its own, while work goes on.
    void checkAfterBadEnd(const QString& path)
    {
        const auto report = atEdge(u"the book was checked", [&]() -> Result<VerifyReport> {
            auto other = BookStore::open(path, BookStore::Mode::ReadOnly, actor());
            if (!other)
                return failed(other);
            return (*other)->verify([this](double) { return !m_door.m_closing; });
        });
        if (!report && report.error().code == ErrorCode::Defect)
            emit m_door.warned(report.error());
        if (!report || report->isClean())
            return;
        Error e;
        e.code = ErrorCode::CheckFailed;
        e.file = path;
        e.what = u"the book was not closed properly and fails its check: "_s + report->findings.front().what;
        e.remedy = u"make a backup copy, then restore the last verified backup"_s;
        emit m_door.warned(e);
    }
    BookStore::Actor actor() const { return {m_user, m_clock.now()}; }

    // Commits of other programs; false, and told once, where the file cannot be read.
    bool catchUp()
    {
        auto news = atEdge(u"the work of other programs was read", [&] { return store->refresh(); });
        if (news) {
            if (auto& work = *news)
                emit m_door.published(std::make_shared<const BookStore::Published>(std::move(*work)), {});
            return true;
        }
        if (news.error().file.isEmpty())
            news.error().file = store->path(); // as a write names it
        if (!m_unreadable || m_unreadable != news.error())
            tell(news.error());
        if (Storage::isTrouble(news.error()))
            m_unreadable = news.error();
        return false;
    }
    void answer(Result<BookStore::Published> r, OperationId operation, std::int64_t base)
    {
        noteWrite(r ? nullptr : &r.error());
        if (r) {
            emit m_door.published(std::make_shared<const BookStore::Published>(std::move(*r)), operation);
        } else if (!BookStore::isConflict(r.error()) && !isStale(r.error())) {
            emit m_door.refused(r.error(), operation, nullptr);
        } else {
            // Without news the same request would only meet the same conflict.
            const bool known = catchUp();
            const BookPtr fresh = store->book()->revision() != base ? store->book() : nullptr;
            emit m_door.refused(!known && m_unreadable ? *m_unreadable : r.error(), operation, known ? fresh : nullptr);
        }
        sayWaitIsOver();
    }
    void noteWrite(const Error* why)
    {
        if (!why)
            m_unwritten = false;
        else if (Storage::isTrouble(*why))
            m_unwritten = true;
    }
    void tell(const Error& e)
    {
        if (Storage::isTrouble(e))
            emit m_door.trouble(e, false);
        else
            emit m_door.warned(e);
    }
    // Another program holds the book: what is to be saved waits, and after a moment the window says so.
    bool waitsOn(qint64 waitedMs)
    {
        if (m_door.m_closing) {
            if (!m_closeWait.isValid())
                m_closeWait.start();
            return m_closeWait.elapsed() < closeWaitMs;
        }
        if (waitedMs > quietWaitMs && !m_saidWait) {
            m_saidWait = true;
            emit m_door.trouble(anotherProgramWrites(), true);
        }
        return true;
    }
    void sayWaitIsOver()
    {
        if (std::exchange(m_saidWait, false))
            emit m_door.troubleOver();
    }

    Storage& m_door; // outlives this; its signals are queued to its own thread
    QString m_user;
    const Clock& m_clock;
    std::thread m_check;
    QElapsedTimer m_closeWait;
    std::optional<Error> m_unreadable; // what the last look at the file met
    bool m_unwritten = false;          // the last write met trouble
    bool m_saidWait = false;
    int m_quietPolls = 0;
};

bool Storage::isTrouble(const Error& e)
{
    switch (e.code) {
    case ErrorCode::StorageFailed:
    case ErrorCode::BookMissing:
    case ErrorCode::BookForeign:
    case ErrorCode::BookDamaged: return true;
    default: return BookStore::isFileTrouble(e);
    }
}

Result<std::unique_ptr<Storage>> Storage::open(const QString& path, const QString& user, const Clock& clock,
                                               const BookStore::Progress& progress)
{
    qRegisterMetaType<std::shared_ptr<const BookStore::Published>>();
    qRegisterMetaType<OperationId>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<BookPtr>();
    qRegisterMetaType<Table>();
    qRegisterMetaType<IdBlock>();
    std::unique_ptr<Storage> s(new Storage);
    s->m_worker = new StorageWorker(*s, user, clock);
    s->m_worker->moveToThread(&s->m_thread);
    s->m_thread.setObjectName(u"store"_s);
    s->m_thread.start();
    const Outcome opened =
        s->ask([&] { return atEdge(u"the book was opened", [&] { return s->m_worker->open(path, progress); }); });
    if (!opened)
        return failed(opened);
    s->m_loaded = s->m_worker->store->book();
    s->m_firstIds = s->m_worker->firstIds;
    s->m_readOnly = s->m_worker->store->isReadOnly();
    s->m_endedBadly = s->m_worker->store->endedBadly();
    s->m_isOpen = true;
    return s;
}

Storage::~Storage()
{
    m_cancel = true;
    m_closing = true;
    m_isOpen = false;
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
    if (m_isOpen && QThread::currentThread() == thread()) {
        ++m_waits;
        Q_ASSERT_X(false, "Storage", "the window's thread waits for the store");
    }
    std::optional<decltype(f())> answer;
    QMetaObject::invokeMethod(m_worker, [&] { answer.emplace(f()); }, Qt::BlockingQueuedConnection);
    if (!answer)
        throw std::logic_error("the store's thread gave no answer"); // as an invariant does, where a reader sees it
    return std::move(*answer);
}

void Storage::apply(const ChangeSet& changes, std::int64_t baseRevision, std::vector<QByteArray> contents)
{
    QMetaObject::invokeMethod(m_worker, [this, changes, baseRevision, contents = std::move(contents)] {
        m_worker->apply(changes, baseRevision, contents);
    });
}

void Storage::commitImport(std::shared_ptr<const StagedImport> staged)
{
    m_cancel = false; // here and not on the store's thread: a cancel pressed before it begins counts
    QMetaObject::invokeMethod(m_worker, [this, staged = std::move(staged)] { m_worker->commitImport(*staged); });
}

void Storage::undoImport(BatchId batch, OperationId operation)
{
    QMetaObject::invokeMethod(m_worker, [this, batch, operation] { m_worker->undoImport(batch, operation); });
}

void Storage::refresh()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_worker->refresh(true); });
}

void Storage::wantIds(Table table, std::int64_t count)
{
    QMetaObject::invokeMethod(m_worker, [this, table, count] { m_worker->leaseIds(table, count); });
}

void Storage::content(const QByteArray& sha256, QObject* asker, ContentAnswer then)
{
    const QPointer<QObject> still(asker);
    QMetaObject::invokeMethod(m_worker, [this, sha256, still, then = std::move(then)] {
        QMetaObject::invokeMethod(this, [answer = m_worker->content(sha256), still, then] {
            if (still)
                then(answer);
        });
    });
}

} // namespace duedesk
