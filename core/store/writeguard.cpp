#include "core/store/writeguard.h"

#include "core/store/dialect.h"

#include <QElapsedTimer>
#include <QFile>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
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
                 u"the book cannot be locked for writing: "_s + QString::fromLocal8Bit(std::strerror(error)),
                 u"check the rights of the folder; nothing was saved"_s);
}

} // namespace

WriteLock::WriteLock(const QString& path) : m_path(path)
{
    struct stat s = {};
    if (::stat(QFile::encodeName(m_path).constData(), &s) != 0)
        lockFailed(errno);
    m_device = s.st_dev;
    m_inode = s.st_ino;
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

void WriteLock::lock()
{
    QElapsedTimer waited;
    waited.start();
    useconds_t pause = 500;
    while (::flock(m_fd, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            lockFailed(errno);
        if (!waitsOn(waited.elapsed()))
            throwFailure(ErrorCode::StorageFailed, u"another program is writing to the book, nothing was saved"_s,
                         u"wait until it has finished and try again"_s);
        ::usleep(pause);
        pause = std::min<useconds_t>(pause * 2, 20'000);
    }
    m_locked = true;
    try {
        checkSameFile();
    } catch (...) {
        unlock();
        throw;
    }
}

bool WriteLock::waitsOn(qint64 waitedMs) const { return m_patience ? m_patience(waitedMs) : waitedMs <= lockWaitMs; }

void WriteLock::unlock()
{
    if (m_locked)
        ::flock(m_fd, LOCK_UN);
    m_locked = false;
}

void WriteLock::checkSameFile() const
{
    struct stat s = {};
    if (::stat(QFile::encodeName(m_path).constData(), &s) == 0 && s.st_dev == m_device && s.st_ino == m_inode)
        return;
    throwFailure(ErrorCode::StorageFailed, u"the book's file was moved, deleted or replaced while it was open"_s,
                 u"nothing was saved; put the file back or open the book where it is now"_s);
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
        begin();
    } catch (...) {
        if (m_lock)
            m_lock->unlock();
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

WriteTransaction::~WriteTransaction()
{
    if (!m_done && m_db.inTransaction()) {
        try {
            m_db.exec(dialect::rollback);
        } catch (const StoreFailure&) { // the first failure is the one to tell; the connection stays marked
        }
    }
    if (m_lock)
        m_lock->unlock();
}

void WriteTransaction::commit()
{
    m_db.exec(dialect::commit);
    m_done = true;
    if (m_lock && m_db.logBytes() > dialect::checkpointBytes)
        m_db.checkpoint(false);
}

} // namespace duedesk
