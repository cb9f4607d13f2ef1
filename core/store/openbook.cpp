#include "core/store/openbook.h"

#include "core/store/database.h"
#include "core/store/dialect.h"
#include "core/store/migrations.h"
#include "core/store/writeguard.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>
#include <QtEndian>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <system_error>
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

QString words(int error) { return QString::fromStdString(std::generic_category().message(error)); }

constexpr const char* companions[] = {"-wal", "-shm", "-journal"};

bool isThere(const QString& path)
{
    struct stat s = {};
    return ::lstat(QFile::encodeName(path).constData(), &s) == 0; // a link to nothing is a name that is taken as well
}

qint64 sizeBeside(const QString& path, const char* suffix) { return QFileInfo(path + QLatin1String(suffix)).size(); }

// File systems whose locks do not reach the other machines, or not reliably: NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS, Ceph.
bool isNetwork(const QByteArray& name) // of an existing path
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
    const bool log = sizeBeside(path, "-wal") > 0, journal = sizeBeside(path, "-journal") > 0;
    if (word(24) == word(92) && file.size() < expected && !log && !journal)
        return refuse(ErrorCode::BookDamaged, path, u"is cut short: %1 of %2 bytes"_s.arg(file.size()).arg(expected),
                      restoreRemedy(path));
    // A book that keeps a log says so in its header; a backup or a book just restored does not.
    if (log && h[18] == 1)
        return refuse(ErrorCode::BookDamaged, path,
                      u"has %1-wal beside it, which is the log of another file"_s.arg(QFileInfo(path).fileName()),
                      u"move that log aside, together with the -shm of the same name; nothing was changed"_s);
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
    if (!Database::isOpenHere(real)) { // then it was looked at, and closing it here would drop SQLite's locks
        QFile file(real);
        if (!file.open(QIODevice::ReadOnly))
            return refuse(ErrorCode::StorageFailed, path, u"cannot be read: "_s + file.errorString(),
                          u"check the file's rights"_s);
        if (const Outcome ok = checkHeader(real, file); !ok) {
            Error e = ok.error();
            e.file = path;
            return fail(std::move(e));
        }
    }
    if (forWriting && isOnNetwork(real))
        return refuse(ErrorCode::StorageFailed, path, u"lies on a network drive, where writing is not safe"_s,
                      u"copy it to a local disk, or open it for reading only"_s);
    struct stat s = {};
    if (forWriting && ::stat(QFile::encodeName(real).constData(), &s) == 0 && s.st_nlink > 1)
        return refuse(ErrorCode::StorageFailed, path, secondName(s.st_nlink), secondNameRemedy());
    return real;
}

bool isOnNetwork(const QString& path) { return isNetwork(QFile::encodeName(path)); }

QString secondName(std::uint64_t links)
{
    return u"has %1 names (hard links), and what is written under another name would be lost"_s.arg(links);
}

QString secondNameRemedy()
{
    return u"remove the other name, or make the book a file of its own with backup and restore; it can be read"_s;
}

Outcome requireFree(const QString& path)
{
    if (isThere(path))
        return refuse(ErrorCode::InputRejected, path, u"exists already"_s,
                      u"choose another name; it was not touched"_s);
    QStringList left;
    for (const char* suffix : companions)
        if (isThere(path + QLatin1String(suffix)))
            left += QFileInfo(path).fileName() + QLatin1String(suffix);
    if (left.isEmpty())
        return {};
    return refuse(ErrorCode::InputRejected, path,
                  u"%1 of another book is left beside that name and would be taken for the new book's"_s.arg(
                      left.join(u" and "_s)),
                  u"if its book was moved aside, move it to that book, to the same new name; else choose another name; "
                  "nothing was touched"_s);
}

Outcome syncPath(const QString& path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return refuse(ErrorCode::StorageFailed, path, u"cannot be opened to make it safe: "_s + words(errno),
                      u"check the disk"_s);
    const int why = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    // Some file systems cannot sync a folder and say so; there is nothing more to do then.
    if (why != 0 && why != EINVAL && why != EROFS)
        return refuse(ErrorCode::StorageFailed, path, u"could not be made safe on the disk: "_s + words(why),
                      u"check the disk"_s);
    return {};
}

Outcome publishFile(const QString& from, const QString& to)
{
    if (const Outcome ok = syncPath(from); !ok)
        return ok;
    if (const Outcome ok = requireFree(to); !ok)
        return ok;
    for (const char* suffix : companions)
        if (sizeBeside(from, suffix) > 0)
            return refuse(ErrorCode::StorageFailed, to, u"is not whole: its log could not be written back into it"_s,
                          u"check the disk and try again; nothing was put in place"_s);
    countStep();
    const QByteArray a = QFile::encodeName(from), b = QFile::encodeName(to);
    int why = ::renameat2(AT_FDCWD, a.constData(), AT_FDCWD, b.constData(), RENAME_NOREPLACE) == 0 ? 0 : errno;
    if (why == EINVAL || why == ENOSYS) { // a file system without it: a link never replaces either
        why = ::link(a.constData(), b.constData()) == 0 ? 0 : errno;
        if (why == 0 && ::unlink(a.constData()) != 0) // else it would have two names
            why = errno;
    }
    if (why == EEXIST)
        return requireFree(to);
    if (why != 0)
        return refuse(ErrorCode::StorageFailed, to, u"cannot be put in place: "_s + words(why),
                      u"check the folder's rights and space"_s);
    countStep();
    return syncPath(QFileInfo(to).absolutePath());
}

namespace {

// A program that was killed while it filled a new book leaves a journal that only a writer can take back.
Outcome takeBackJournal(const QString& path)
{
    if (sizeBeside(path, "-journal") <= 0)
        return {};
    return guarded([&] {
        WriteLock lock(path);
        lock.lock();
        lock.fileWillChange();
        Database db(path, Database::Mode::ReadWrite);
        (void)db.integer("SELECT count(*) FROM sqlite_master");
        db.close();
        lock.unlock();
    });
}

bool mayWriteBeside(const QString& path)
{
    return QFileInfo(path).isWritable() && QFileInfo(QFileInfo(path).absolutePath()).isWritable();
}

} // namespace

std::unique_ptr<Database> forReading(const QString& path)
{
    disregard(takeBackJournal(path)); // where this cannot be done the opening itself tells why
    const bool journal = sizeBeside(path, "-journal") > 0;
    if (journal && !mayWriteBeside(path))
        throwFailure(
            ErrorCode::StorageFailed,
            u"a program that was writing was cut off, and %1-journal, which takes back what it began, cannot be "
            "used without the right to write here"_s.arg(QFileInfo(path).fileName()),
            u"let somebody open the book who may write to it; nothing is lost"_s);
    // Without a log and a journal the file is all there is. A log cannot be kept where nothing can be written.
    const bool alone = !journal && sizeBeside(path, "-wal") <= 0;
    if (alone && !isThere(path + u"-wal") && !QFileInfo(QFileInfo(path).absolutePath()).isWritable())
        return std::make_unique<Database>(path, Database::Mode::Immutable);
    Result<std::unique_ptr<Database>> db = guarded([&] {
        auto opened = std::make_unique<Database>(path, Database::Mode::ReadOnly);
        (void)opened->integer("PRAGMA user_version");
        return opened;
    });
    if (db)
        return std::move(*db);
    // No room for the index of a log that is not there: then no program can be writing either.
    if (!alone || !isForWantOfSpace(db.error()))
        throwFailure(db.error());
    return std::make_unique<Database>(path, Database::Mode::Immutable);
}

} // namespace duedesk::openbook
