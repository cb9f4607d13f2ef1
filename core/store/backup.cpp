#include "core/store/backup.h"

#include "core/base/edge.h"
#include "core/store/bookreader.h"
#include "core/store/dialect.h"
#include "core/store/openbook.h"
#include "core/store/sha256.h"
#include "core/store/unfinished.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <atomic>
#include <future>
#include <sqlite3.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace backups {
namespace {

Error storageError(const QString& file, QString what, QString remedy)
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = file;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return e;
}

void requireSpace(Database& source, const QString& to)
{
    const qint64 need = source.integer("PRAGMA page_count") * source.integer("PRAGMA page_size");
    const qint64 free = QStorageInfo(QFileInfo(to).absolutePath()).bytesAvailable();
    if (free >= 0 && free < need)
        throwFailure(storageError(to,
                                  u"the disk has %1 MB free and the backup needs %2 MB"_s.arg(free / 1'000'000)
                                      .arg((need + 999'999) / 1'000'000),
                                  u"free some space and try again"_s));
}

// All pages in one step, from the snapshot that `source` holds.
void copyPages(Database& source, const QString& to)
{
    sqlite3* target = nullptr;
    int rc = sqlite3_open_v2(QFile::encodeName(to).constData(), &target,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    sqlite3_backup* copy = rc == SQLITE_OK ? sqlite3_backup_init(target, "main", source.handle(), "main") : nullptr;
    if (copy) {
        rc = sqlite3_backup_step(copy, -1);
        const int ended = sqlite3_backup_finish(copy);
        rc = rc == SQLITE_DONE ? ended : rc;
    }
    // The copy stands alone: no log beside it.
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    const QString why = copy ? QString::fromUtf8(sqlite3_errstr(rc)) : QString::fromUtf8(sqlite3_errmsg(target));
    const int closed = sqlite3_close(target);
    if (rc != SQLITE_OK || closed != SQLITE_OK)
        throwFailure(
            storageError(to, u"the backup could not be written: "_s + why, u"check the disk and its free space"_s));
}

// Structure, and by reading it whole the ledger equations.
void verifyCopy(const QString& path)
{
    Database db(path, Database::Mode::ReadOnly);
    if (db.text("PRAGMA integrity_check") != "ok")
        throwFailure(ErrorCode::BookDamaged, u"the backup does not pass its checks"_s,
                     u"check the disk, then verify the book"_s);
    (void)readBook(db);
}

// Under its final name it must be what was verified: nothing beside it that would be read with it.
void checkPublished(const QString& to, const QByteArray& sum)
{
    for (const char* suffix : {"-journal", "-wal", "-shm"})
        if (QFileInfo::exists(to + QLatin1String(suffix)))
            throwFailure(storageError(
                to, u"another program has put %1%2 beside it"_s.arg(QFileInfo(to).fileName(), QLatin1String(suffix)),
                u"close that program, move both files aside together and try again"_s));
    if (sha256OfFile(to) != sum)
        throwFailure(storageError(to, u"the backup cannot be read back as it was written"_s, u"check the disk"_s));
}

} // namespace

Result<QByteArray> copyVerified(Database& source, const QString& to)
{
    return guarded([&] {
        if (const Outcome ok = openbook::requireFree(to); !ok)
            throwFailure(ok.error());
        requireSpace(source, to);
        Unfinished draft(to);
        copyPages(source, draft.path());
        verifyCopy(draft.path());
        const QByteArray sum = sha256OfFile(draft.path());
        if (sum.isEmpty())
            throwFailure(storageError(to, u"the backup cannot be read back"_s, u"check the disk"_s));
        if (const Outcome ok = draft.publish(to); !ok)
            throwFailure(ok.error());
        checkPublished(to, sum);
        return sum;
    });
}

Result<BackupEntry> make(Database& source, const QString& bookPath, const QString& reason, Instant now)
{
    if (const Outcome ok = makeFolder(bookPath); !ok)
        return failed(ok);
    const QString folder = folderOf(bookPath);
    BackupEntry entry{freeName(bookPath, now), now, reason, {}, 0};
    const Result<QByteArray> sum = copyVerified(source, folder + u'/' + entry.file);
    if (!sum)
        return failed(sum);
    entry.sha256 = *sum;
    entry.bytes = QFileInfo(folder + u'/' + entry.file).size();
    if (const Outcome entered = enter(bookPath, entry, now); !entered)
        return failed(entered);
    return entry;
}

} // namespace backups

struct BackupRun::State {
    std::promise<void> snapshot;
    std::atomic<bool> done = false;
    std::optional<Error> error;
    std::jthread thread;
};

BackupRun::BackupRun(const QString& bookPath, const QString& reason, Instant now) : m_state(std::make_unique<State>())
{
    std::future<void> ready = m_state->snapshot.get_future();
    m_state->thread = std::jthread([state = m_state.get(), bookPath, reason, now] {
        bool told = false;
        const Outcome done = atEdge(u"a backup was made", [&] {
            return guarded([&] {
                Database db(bookPath, Database::Mode::ReadOnly);
                db.exec(dialect::beginRead);
                (void)readRevision(db); // the snapshot stands from the first read
                state->snapshot.set_value();
                told = true;
                const Result<BackupEntry> made = backups::make(db, bookPath, reason, now);
                db.exec(dialect::commit);
                if (!made)
                    throwFailure(made.error());
            });
        });
        if (!done)
            state->error = done.error();
        if (!told)
            state->snapshot.set_value();
        state->done = true;
    });
    ready.wait();
}

BackupRun::~BackupRun() { wait(); }

bool BackupRun::isDone() const { return m_state->done; }

std::optional<Error> BackupRun::wait()
{
    if (m_state->thread.joinable())
        m_state->thread.join();
    return m_state->error;
}

} // namespace duedesk
