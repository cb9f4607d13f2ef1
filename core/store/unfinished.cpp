#include "core/store/unfinished.h"

#include "core/store/database.h"
#include "core/store/openbook.h"
#include "core/store/sha256.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr const char* companions[] = {"-journal", "-wal", "-shm"};

bool lockNow(int fd) { return ::flock(fd, LOCK_EX | LOCK_NB) == 0; }

// Whether `path` still is what `fd` has open: somebody may have taken it away between making and locking it.
bool isStillThere(int fd, const QString& path)
{
    struct stat open = {}, named = {};
    return ::fstat(fd, &open) == 0 && ::lstat(QFile::encodeName(path).constData(), &named) == 0
           && open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

void removeAll(const QString& path, bool folder)
{
    if (folder) {
        QDir(path).removeRecursively();
        return;
    }
    QFile::remove(path);
    for (const char* suffix : companions)
        QFile::remove(path + QLatin1String(suffix));
}

int openPlain(const QString& path, bool folder)
{
    return ::open(QFile::encodeName(path).constData(),
                  (folder ? O_RDONLY | O_DIRECTORY : O_RDWR) | O_NOFOLLOW | O_CLOEXEC);
}

void clearIfDead(const QString& path)
{
    struct stat s = {};
    if (::lstat(QFile::encodeName(path).constData(), &s) != 0 || s.st_uid != ::geteuid())
        return;
    const bool folder = S_ISDIR(s.st_mode);
    if ((!folder && !S_ISREG(s.st_mode)) || (!folder && Database::isOpenHere(path)))
        return;
    const int fd = openPlain(path, folder);
    if (fd < 0)
        return;
    if (lockNow(fd) && isStillThere(fd, path))
        removeAll(path, folder);
    ::close(fd);
}

} // namespace

Unfinished::Unfinished(const QString& target, Kind kind) : m_target(target), m_kind(kind)
{
    clearDead(QFileInfo(target).absolutePath());
    for (int attempt = 0; attempt < 20; ++attempt)
        if (make())
            return;
    const int why = errno;
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = target;
    e.what = u"cannot be made: "_s + QString::fromStdString(std::generic_category().message(why));
    e.remedy = u"check that the folder exists and may be written, and its free space"_s;
    throwFailure(std::move(e));
}

bool Unfinished::make()
{
    m_path = m_target
             + u".duedesk-unfinished-%1-%2"_s.arg(::getpid())
                   .arg(QString::fromLatin1(QByteArray::fromStdString(randomBytes(4)).toHex()));
    const QByteArray name = QFile::encodeName(m_path);
    const bool folder = m_kind == Kind::Folder;
    if (folder && ::mkdir(name.constData(), 0700) != 0)
        return false;
    m_lock = folder ? openPlain(m_path, true) : ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (m_lock < 0)
        return false;
    // On a network drive SQLite's locks and this one may be the same: there it is not taken, and nothing is cleared.
    if (openbook::isOnNetwork(m_path) || (lockNow(m_lock) && isStillThere(m_lock, m_path)))
        return true;
    ::close(m_lock);
    m_lock = -1;
    return false;
}

Unfinished::~Unfinished()
{
    if (m_lock < 0)
        return;
    if (!m_published)
        removeAll(m_path, m_kind == Kind::Folder);
    ::close(m_lock);
}

Outcome Unfinished::publish(const QString& to)
{
    const Outcome done = openbook::publishFile(m_path, to);
    m_published = done.has_value() || !QFileInfo::exists(m_path);
    return done;
}

void Unfinished::clearDead(const QString& folder)
{
    if (openbook::isOnNetwork(folder))
        return;
    static const QRegularExpression ours(u"\\.duedesk-unfinished-[0-9]+-[0-9a-f]{8}$"_s);
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        if (ours.match(name).hasMatch())
            clearIfDead(dir.filePath(name));
}

} // namespace duedesk
