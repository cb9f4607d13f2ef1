#include "core/store/openbook.h"

#include "core/store/dialect.h"
#include "core/store/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk::openbook {
namespace {

std::unexpected<Error> refuse(ErrorCode code, const QString& path, QString what, QString remedy)
{
    Error e;
    e.code = code;
    e.file = path;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return fail(std::move(e));
}

QString cause() { return QString::fromLocal8Bit(std::strerror(errno)); }

// File systems whose locks do not reach the other machines, or not reliably: NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS, Ceph.
bool isNetwork(const QByteArray& name)
{
    struct statfs s = {};
    if (::statfs(name.constData(), &s) != 0)
        return false;
    switch (static_cast<std::uint32_t>(s.f_type)) {
    case 0x6969U:
    case 0x517bU:
    case 0xff534d42U:
    case 0xfe534d42U:
    case 0x65735546U:
    case 0x01021997U:
    case 0x5346414fU:
    case 0x00c36400U: return true;
    default: return false;
    }
}

Outcome checkHeader(const QString& path, QFile& file)
{
    const QByteArray h = file.read(100);
    const auto notOurs = [&](QString what) {
        return refuse(ErrorCode::BookForeign, path, std::move(what), u"name a Duedesk book, or make one with init"_s);
    };
    if (h.size() < 100 || !h.startsWith(QByteArray("SQLite format 3\0", 16)))
        return notOurs(u"is not a Duedesk book"_s);
    const auto word = [&](int at) { return qFromBigEndian<quint32>(h.constData() + at); };
    if (word(68) != dialect::applicationId)
        return notOurs(u"is a database of another program"_s);
    if (word(60) > quint32(migrations::latest()))
        return refuse(ErrorCode::BookForeign, path, u"was written by a newer Duedesk (version %1)"_s.arg(word(60)),
                      u"open it with that version; nothing was changed"_s);
    const quint32 stored = qFromBigEndian<quint16>(h.constData() + 16);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const qint64 expected = qint64(word(28)) * pageSize;
    // The page count is only kept up when these two agree; a shorter file has lost its end. Beside a journal it may have
    // been cut off while it grew, and is taken back to what it was when it is opened.
    const auto beside = [&](QStringView suffix) { return QFileInfo(path + suffix).size() > 0; };
    if (word(24) == word(92) && file.size() < expected && !beside(u"-wal") && !beside(u"-journal"))
        return refuse(ErrorCode::BookDamaged, path, u"is cut short: %1 of %2 bytes"_s.arg(file.size()).arg(expected),
                      u"restore the last verified backup"_s);
    return {};
}

} // namespace

Result<QString> check(const QString& path, bool forWriting)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refuse(ErrorCode::BookMissing, path, u"there is no such file"_s,
                      u"check the name, or make a book with init"_s);
    if (info.isDir())
        return refuse(ErrorCode::BookForeign, path, u"is a folder, not a book"_s, u"name the book's file"_s);
    if (!info.isFile())
        return refuse(ErrorCode::BookForeign, path, u"is not a plain file"_s, u"name the book's file"_s);
    QString real = info.canonicalFilePath();
    QFile file(real);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(ErrorCode::StorageFailed, path, u"cannot be read: "_s + file.errorString(),
                      u"check the file's rights"_s);
    if (const Outcome ok = checkHeader(real, file); !ok) {
        Error e = ok.error();
        e.file = path;
        return fail(std::move(e));
    }
    if (forWriting && isNetwork(QFile::encodeName(real)))
        return refuse(ErrorCode::StorageFailed, path, u"lies on a network drive, where writing is not safe"_s,
                      u"copy it to a local disk, or open it for reading only"_s);
    return real;
}

Outcome syncPath(const QString& path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return refuse(ErrorCode::StorageFailed, path, u"cannot be opened to make it safe: "_s + cause(),
                      u"check the disk"_s);
    const int rc = ::fsync(fd);
    const QString why = cause();
    ::close(fd);
    // Some file systems cannot sync a folder and say so; there is nothing more to do then.
    if (rc != 0 && errno != EINVAL && errno != EROFS)
        return refuse(ErrorCode::StorageFailed, path, u"could not be made safe on the disk: "_s + why,
                      u"check the disk"_s);
    return {};
}

Outcome publishFile(const QString& from, const QString& to)
{
    if (const Outcome ok = syncPath(from); !ok)
        return ok;
    const QByteArray a = QFile::encodeName(from), b = QFile::encodeName(to);
    int rc = ::renameat2(AT_FDCWD, a.constData(), AT_FDCWD, b.constData(), RENAME_NOREPLACE);
    if (rc != 0 && (errno == EINVAL || errno == ENOSYS)) { // a file system without it: a link never replaces either
        rc = ::link(a.constData(), b.constData());
        if (rc == 0)
            ::unlink(a.constData());
    }
    if (rc != 0 && errno == EEXIST)
        return refuse(ErrorCode::InputRejected, to, u"exists already"_s, u"choose another name; it was not touched"_s);
    if (rc != 0)
        return refuse(ErrorCode::StorageFailed, to, u"cannot be put in place: "_s + cause(),
                      u"check the folder's rights and space"_s);
    return syncPath(QFileInfo(to).absolutePath());
}

} // namespace duedesk::openbook
