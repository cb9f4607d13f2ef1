#include "core/store/writeguard.h"

#include "core/store/dialect.h"
#include "core/store/migrations.h"
#include "core/store/openbook.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qint64 lockWaitMs = 10'000;
constexpr int busyWaitMs = 5'000, onePatienceMs = 200; // of SQLite itself, before a person is asked
constexpr off_t sessionBytes = 4096; // session n holds byte 4096 + n of the lock file

[[noreturn]] void lockFailed(int error)
{
    throwFailure(ErrorCode::StorageFailed,
                 u"the book cannot be locked for writing: "_s
                     + QString::fromStdString(std::generic_category().message(error)),
                 u"check the rights of the folder; nothing was saved"_s);
}

// BookStore::isFileTrouble() knows these by their field.
Error trouble(ErrorCode code, QString what, QString remedy)
{
    Error e;
    e.code = code;
    e.field = u"file"_s;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return e;
}

} // namespace

void requireKnownVersion(Database& db)
{
    const std::int64_t version = db.integer("PRAGMA user_version");
    if (version > migrations::latest())
        throwFailure(trouble(ErrorCode::BookForeign,
                             u"a newer Duedesk has brought the book up to date (version %1)"_s.arg(version),
                             u"close the book and open it with that version; nothing was saved"_s));
}

WriteLock::WriteLock(const QString& path) : m_path(path)
{
    m_known = FileStamp::of(m_path);
    if (m_known.inode == 0)
        lockFailed(ENOENT);
    openFile();
}

WriteLock::~WriteLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

void WriteLock::openFile()
{
    const QByteArray name = QFile::encodeName(m_path + u".wlock");
    do
        m_fd = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    while (m_fd < 0 && errno == EINTR);
    if (m_fd < 0)
        lockFailed(errno);
}

bool WriteLock::tryLock()
{
    if (::flock(m_fd, LOCK_EX | LOCK_NB) == 0)
        return m_locked = true;
    const int why = errno;
    if (why != EWOULDBLOCK && why != EINTR)
        lockFailed(why);
    return false;
}

void WriteLock::lock()
{
    QElapsedTimer waited;
    waited.start();
    useconds_t pause = 500;
    while (!tryLock()) {
        if (!waitsOn(waited.elapsed()))
            throwFailure(ErrorCode::StorageFailed, u"another program is writing to the book, nothing was saved"_s,
                         u"wait until it has finished and try again"_s);
        ::usleep(pause);
        pause = std::min<useconds_t>(pause * 2, 20'000);
    }
    if (auto e = misfit()) {
        unlock();
        throwFailure(std::move(*e));
    }
}

bool WriteLock::waitsOn(qint64 waitedMs) const { return m_patience ? m_patience(waitedMs) : waitedMs <= lockWaitMs; }

void WriteLock::unlock()
{
    if (m_changing) {
        m_changing = false;
        FileStamp now = FileStamp::of(m_path);
        if (m_db) { // what it has open, not what somebody may have put there
            now.log = m_known.log;
            now.index = m_known.index;
        }
        if (now.isSameFile(m_known)) {
            m_known = now;
            writeStamp(now);
        }
    }
    if (m_locked)
        ::flock(m_fd, LOCK_UN);
    m_locked = false;
}

void WriteLock::fileWillChange()
{
    invariant(m_locked, "a book's file is changed without its lock");
    m_changing = true;
    FileStamp stamp = m_known;
    stamp.changing = true;
    writeStamp(stamp);
}

void WriteLock::watchLog(const Database* db)
{
    m_db = db && db->usesLog() ? db : nullptr;
    const FileStamp now = FileStamp::of(m_path);
    m_known.log = now.log;
    m_known.index = now.index;
}

std::optional<FileStamp> WriteLock::readStamp() const
{
    QByteArray text(512, '\0');
    const ssize_t n = ::pread(m_fd, text.data(), std::size_t(text.size()), 0);
    return n > 0 ? FileStamp::parse(text.left(n)) : std::nullopt;
}

void WriteLock::writeStamp(const FileStamp& stamp) const
{
    const QByteArray text = stamp.text();
    // Without room for it there is none: then what lies there is taken as it is.
    if (::pwrite(m_fd, text.constData(), std::size_t(text.size()), 0) != text.size()) [[maybe_unused]]
        const int rc = ::ftruncate(m_fd, 0);
}

std::optional<Error> WriteLock::misfitOfNames(const FileStamp& now) const
{
    if (now.inode == 0)
        return trouble(ErrorCode::BookMissing, u"the book's file was moved or deleted while it was open"_s,
                       u"put it back, or open the book where it is now; nothing was saved since"_s);
    if (!now.isSameFile(m_known))
        return trouble(ErrorCode::BookForeign, u"the book's file was replaced by another one while it was open"_s,
                       u"put the first one back, or close the book and open it again; nothing was saved since"_s);
    if (now.links > 1)
        return trouble(ErrorCode::StorageFailed, openbook::secondName(now.links), openbook::secondNameRemedy());
    if (!m_db)
        return std::nullopt;
    for (const auto& [is, was, suffix] :
         {std::tuple(now.log, m_known.log, u"-wal"), {now.index, m_known.index, u"-shm"}})
        if (is != was)
            return trouble(ErrorCode::BookForeign,
                           u"%1%2, which belongs to the open book, was deleted or replaced"_s.arg(
                               QFileInfo(m_path).fileName(), QStringView(suffix)),
                           u"close the book in every program and open it again; nothing was saved since"_s);
    return std::nullopt;
}

// The file was changed, or its log does not fit: by whom is only sure while nobody writes.
std::optional<Error> WriteLock::misfitUnderLock()
{
    const QString name = QFileInfo(m_path).fileName();
    FileStamp now = FileStamp::of(m_path);
    if (!now.isUnchanged(m_known)) {
        const auto left = readStamp();
        // A program that died while it changed the file, or an older one, left no word about it.
        if (left && !left->changing && !left->isUnchanged(now))
            return trouble(ErrorCode::BookForeign,
                           u"the book's file was changed by another program while it was open"_s,
                           u"move %1 aside together with %1-wal and %1-shm, and restore the last verified backup; "
                           "nothing was saved since"_s.arg(name));
        now.log = m_known.log;
        now.index = m_known.index;
        m_known = now;
        if (!left || left->changing)
            writeStamp(now);
    }
    if (m_db && !m_db->isLogWhole())
        return trouble(ErrorCode::BookForeign,
                       u"%1-wal, the log of the open book, was changed by another program"_s.arg(name),
                       u"close the book and verify it; nothing was saved since"_s);
    return std::nullopt;
}

std::optional<Error> WriteLock::misfit()
{
    const FileStamp now = FileStamp::of(m_path);
    if (auto e = misfitOfNames(now))
        return e;
    if (!m_compared && m_locked) { // opening: what others who have it open know of it holds for us as well
        m_compared = true;
        const auto left = readStamp();
        if (left && !left->changing && isAnyoneElseAlive()
            && !(left->isUnchanged(now) && left->log == now.log && left->index == now.index)) {
            m_compared = false;
            return trouble(ErrorCode::BookForeign,
                           u"the book's file or its log was changed or deleted while another program has it open"_s,
                           u"close the book in every program and open it again"_s);
        }
    }
    if (now.isUnchanged(m_known) && (!m_db || m_db->isLogWhole()))
        return std::nullopt;
    if (m_locked)
        return misfitUnderLock();
    if (!tryLock())
        return std::nullopt; // somebody is writing: looked at again in a moment
    auto e = misfitUnderLock();
    ::flock(m_fd, LOCK_UN);
    m_locked = false;
    return e;
}

bool WriteLock::isFileAsLeft() const
{
    const auto left = readStamp();
    const FileStamp now = FileStamp::of(m_path);
    return now.isUnchanged(m_known) || (left && !left->changing && left->isUnchanged(now) && now.isSameFile(m_known));
}

// Any session's mark but our own.
bool WriteLock::isAnyoneElseAlive() const
{
    struct flock l = {};
    l.l_type = F_WRLCK;
    l.l_whence = SEEK_SET;
    l.l_start = sessionBytes;
    l.l_len = 0;
    return ::fcntl(m_fd, F_OFD_GETLK, &l) == 0 && l.l_type != F_UNLCK;
}

void WriteLock::markSession(std::int64_t session)
{
    struct flock l = {};
    l.l_type = F_WRLCK;
    l.l_whence = SEEK_SET;
    l.l_start = sessionBytes + session;
    l.l_len = 1;
    ::fcntl(m_fd, F_OFD_SETLK, &l); // without it a session only looks as if it had ended early
}

bool WriteLock::isSessionAlive(std::int64_t session) const
{
    struct flock l = {};
    l.l_type = F_WRLCK;
    l.l_whence = SEEK_SET;
    l.l_start = sessionBytes + session;
    l.l_len = 1;
    return ::fcntl(m_fd, F_OFD_GETLK, &l) == 0 && l.l_type != F_UNLCK;
}

WriteTransaction::WriteTransaction(Database& db, WriteLock* lock) : m_db(db), m_lock(lock)
{
    if (m_lock)
        m_lock->lock();
    try {
        if (m_lock && !m_db.usesLog())
            m_lock->fileWillChange();
        begin();
        if (m_lock)
            requireKnownVersion(m_db);
    } catch (...) {
        end();
        throw;
    }
}

// A program that knows nothing of our lock may hold the file itself.
void WriteTransaction::begin()
{
    if (!m_lock) {
        m_db.exec(dialect::beginWrite);
        return;
    }
    QElapsedTimer waited;
    waited.start();
    m_db.setBusyWait(onePatienceMs);
    for (;;) {
        const auto begun = guarded([this] { m_db.exec(dialect::beginWrite); });
        const bool again = !begun && m_db.isBusy() && m_lock->waitsOn(waited.elapsed());
        if (again)
            continue;
        m_db.setBusyWait(busyWaitMs);
        if (!begun)
            throwFailure(begun.error());
        return;
    }
}

WriteTransaction::~WriteTransaction() { end(); }

void WriteTransaction::end()
{
    if (!m_done && m_db.inTransaction()) {
        // The first failure is the one to tell; the connection stays marked.
        disregard(guarded([this] { m_db.exec(dialect::rollback); }));
    }
    if (m_lock)
        m_lock->unlock();
}

void WriteTransaction::commit()
{
    m_db.exec(dialect::commit);
    m_done = true;
    if (m_lock && m_db.logBytes() > dialect::checkpointBytes) {
        m_lock->fileWillChange();
        m_db.checkpoint(false);
    }
}

} // namespace duedesk
