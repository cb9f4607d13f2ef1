// What a failure of SQLite means, in the reader's words.
#include "core/store/database.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>
#include <optional>
#include <sqlite3.h>
#include <system_error>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr QStringView diskFull = u"the disk is full", fileTooLarge = u"a file may not grow further here";

QString text8(const char* s) { return QString::fromUtf8(s); }

int systemError(sqlite3* db) { return db ? sqlite3_system_errno(db) : 0; }

QString systemCause(sqlite3* db)
{
    const int e = systemError(db);
    return e != 0 ? u": " + QString::fromStdString(std::generic_category().message(e)) : QString();
}

// Reading needs 32 kB beside the book and writing some more: a megabyte is what is asked for.
QString freeSpace(const QString& path)
{
    const qint64 free = QStorageInfo(path).bytesAvailable();
    return free < 0 ? QString() : u" ("_s + QString::number(free / 1'000'000) + u" MB free, at least 1 MB is needed)";
}

Error make(ErrorCode code, QString what, QString remedy)
{
    Error e;
    e.code = code;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return e;
}

// What the operating system said behind an error of the library, where that says more than its code.
std::optional<Error> systemsOwn(sqlite3* db, const QString& path)
{
    switch (systemError(db)) {
    case ENOSPC:
    case EDQUOT:
        return make(ErrorCode::StorageFailed, diskFull + freeSpace(path) + u", nothing was saved",
                    u"free some space and try again"_s);
    case EFBIG:
        return make(ErrorCode::StorageFailed, fileTooLarge + u": it has reached a limit of size, nothing was saved",
                    u"lift the limit (ulimit -f), or copy the book to a disk that takes larger files"_s);
    default: return std::nullopt;
    }
}

} // namespace

QString restoreRemedy(const QString& path)
{
    if (path.isEmpty())
        return u"restore the last verified backup"_s;
    const QString name = QFileInfo(path).fileName();
    return u"move %1 aside together with %1-wal, %1-shm and %1-journal, as far as they are there, and restore the last "
           "verified backup"_s.arg(name);
}

bool isForWantOfSpace(const Error& e)
{
    const QString what = say(e.what);
    return what.startsWith(diskFull) || what.startsWith(fileTooLarge);
}

Error Database::error(int rc) const
{
    const QString said = m_handle ? text8(sqlite3_errmsg(m_handle)) : text8(sqlite3_errstr(rc));
    const int kind = rc & 0xff;
    if (kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN)
        if (auto own = systemsOwn(m_handle, m_path))
            return *own;
    switch (kind) {
    case SQLITE_FULL:
        return make(ErrorCode::StorageFailed, diskFull + freeSpace(m_path) + u", nothing was saved",
                    u"free some space and try again"_s);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make(ErrorCode::StorageFailed, u"another program is writing to the book, nothing was saved"_s,
                    u"wait until it has finished and try again"_s);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return make(ErrorCode::BookDamaged, u"the book is damaged ("_s + said + u")", restoreRemedy(m_path));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        if (sqlite3_extended_errcode(m_handle) == SQLITE_READONLY_ROLLBACK)
            return make(ErrorCode::StorageFailed,
                        u"a program that was writing was cut off; what it began must be taken back first, and that "
                        "may not be done here"_s,
                        u"let somebody open the book who may write to it; nothing is lost"_s);
        return make(ErrorCode::StorageFailed, u"the book may not be written here"_s,
                    u"check the rights of the file and its folder"_s);
    case SQLITE_CANTOPEN:
        return make(ErrorCode::StorageFailed,
                    u"the book or a file beside it cannot be opened"_s + systemCause(m_handle),
                    u"check the rights of the folder and that it exists"_s);
    case SQLITE_CONSTRAINT:
        return make(ErrorCode::InputRejected,
                    u"the book does not take this change ("_s + said + u"), nothing was saved",
                    u"correct the named value and try again"_s);
    case SQLITE_NOMEM:
        return make(ErrorCode::StorageFailed, u"there is not enough memory, nothing was saved"_s,
                    u"close other programs and try again"_s);
    case SQLITE_INTERRUPT: return make(ErrorCode::Cancelled, u"stopped, nothing was saved"_s, {});
    case SQLITE_IOERR:
        return make(ErrorCode::StorageFailed,
                    u"the disk failed while the book was read or written"_s + systemCause(m_handle)
                        + u", nothing was saved",
                    u"check the disk, then open the book again"_s);
    default:
        return make(ErrorCode::StorageFailed, u"the book could not be read or written ("_s + said + u")",
                    u"open the book again; verify it if this comes back"_s);
    }
}

} // namespace duedesk
