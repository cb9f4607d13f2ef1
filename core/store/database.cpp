#include "core/store/database.h"

#include "core/store/dialect.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QStorageInfo>
#include <QUrl>
#include <QVariant>
#include <atomic>
#include <cstring>
#include <sqlite3.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString text8(const char* s) { return QString::fromUtf8(s); }

QString systemCause(sqlite3* db)
{
    const int e = db ? sqlite3_system_errno(db) : 0;
    return e != 0 ? u": " + text8(std::strerror(e)) : QString();
}

QString freeSpace(const QString& path)
{
    const qint64 free = QStorageInfo(path).bytesAvailable();
    return free < 0 ? QString() : u" ("_s + QString::number(free / 1'000'000) + u" MB free)";
}

Error make(ErrorCode code, QString what, QString remedy)
{
    Error e;
    e.code = code;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return e;
}

thread_local int faultIn = 0;
thread_local StatementFault faultKind = StatementFault::Fail;

// Before the library is used at all: its counters of memory cost a lock for each allocation and are not looked at.
void configureLibrary()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once; // a library that is in use already stays as it is
}

void countStatement()
{
    if (faultIn == 0 || --faultIn > 0) [[likely]]
        return;
    if (faultKind == StatementFault::Die)
        ::_exit(9);
    throwFailure(ErrorCode::StorageFailed, u"the disk failed while the book was written, nothing was saved"_s,
                 u"check the disk, then open the book again"_s);
}

} // namespace

void injectFault(int statement, StatementFault kind)
{
    faultIn = statement;
    faultKind = kind;
}

void throwFailure(Error e) { throw StoreFailure{std::move(e)}; }

void throwFailure(ErrorCode code, QString what, QString remedy)
{
    throw StoreFailure{make(code, std::move(what), std::move(remedy))};
}

Statement::Statement(Database& db, std::string_view sql) : m_db(db)
{
    const int rc = sqlite3_prepare_v2(db.handle(), sql.data(), int(sql.size()), &m_stmt, nullptr);
    if (rc != SQLITE_OK)
        throwFailure(db.error(rc));
}

Statement::~Statement() { sqlite3_finalize(m_stmt); }

Statement& Statement::bind(int i, std::int64_t v)
{
    sqlite3_bind_int64(m_stmt, i, v);
    return *this;
}

Statement& Statement::bind(int i, std::string_view text)
{
    sqlite3_bind_text(m_stmt, i, text.data() ? text.data() : "", int(text.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(int i, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text(m_stmt, i, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindBlob(int i, std::string_view bytes)
{
    sqlite3_bind_blob(m_stmt, i, bytes.data() ? bytes.data() : "", int(bytes.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull(int i)
{
    sqlite3_bind_null(m_stmt, i);
    return *this;
}

bool Statement::step()
{
    countStatement();
    const int rc = sqlite3_step(m_stmt);
    if (rc == SQLITE_ROW)
        return true;
    if (rc == SQLITE_DONE)
        return false;
    Error e = m_db.error(rc);
    sqlite3_reset(m_stmt);
    throwFailure(std::move(e));
}

void Statement::run()
{
    while (step()) {
    }
    reset();
}

void Statement::reset() { sqlite3_reset(m_stmt); }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_stmt, column); }

std::string_view Statement::text(int column) const
{
    const auto* p = reinterpret_cast<const char*>(sqlite3_column_text(m_stmt, column));
    return p ? std::string_view(p, std::size_t(sqlite3_column_bytes(m_stmt, column))) : std::string_view();
}

QString Statement::string(int column) const
{
    const std::string_view t = text(column);
    return QString::fromUtf8(t.data(), qsizetype(t.size()));
}

std::string Statement::blob(int column) const
{
    const auto* p = static_cast<const char*>(sqlite3_column_blob(m_stmt, column));
    return p ? std::string(p, std::size_t(sqlite3_column_bytes(m_stmt, column))) : std::string();
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_stmt, column) == SQLITE_NULL; }
int Statement::columns() const { return sqlite3_column_count(m_stmt); }

Database::Database(const QString& path, Mode mode) : m_path(path), m_mode(mode)
{
    configureLibrary();
    static std::atomic<int> counter = 0;
    m_name = u"duedesk-%1"_s.arg(++counter);
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    // As a URI with a mode: the driver alone would make an empty file of a mistyped path.
    const char* how = mode == Mode::ReadWrite  ? "?mode=rw"
                      : mode == Mode::ReadOnly ? "?mode=ro"
                                               : "?mode=ro&immutable=1";
    m_connection.setDatabaseName(u"file:" + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"))
                                 + QLatin1String(how));
    m_connection.setConnectOptions(mode == Mode::ReadWrite
                                       ? u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s
                                       : u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s);
    try {
        if (!m_connection.open()) {
            const QString why = m_connection.lastError().databaseText();
            throwFailure(ErrorCode::StorageFailed, u"the book cannot be opened: "_s + why,
                         u"check that the file and its folder may be read and written"_s);
        }
        const QVariant v = m_connection.driver()->handle();
        m_handle = *static_cast<sqlite3* const*>(v.constData());
        applyPragmas();
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database() { close(); }

void Database::close()
{
    if (m_name.isEmpty())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    m_handle = nullptr;
    m_name.clear();
}

void Database::applyPragmas()
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const dialect::Pragma& p : dialect::pragmas) {
        const std::string set = std::string("PRAGMA ") + p.name + '=' + p.value;
        exec(set.c_str());
        const std::string got = text((std::string("PRAGMA ") + p.name).c_str());
        // A build without memory mapping has no such setting, which is what is wanted.
        if (got != p.expected && !(got.empty() && std::string_view(p.name) == "mmap_size"))
            throwFailure(ErrorCode::StorageFailed,
                         u"this SQLite does not take the setting "_s + text8(p.name) + u" (it says "
                             + text8(got.c_str()) + u")",
                         u"use the SQLite library of the system"_s);
    }
    exec(dialect::journalSizeLimit);
    if (m_mode != Mode::ReadWrite)
        return;
    sqlite3_wal_hook(
        m_handle,
        [](void* self, sqlite3*, const char*, int pages) {
            static_cast<Database*>(self)->m_logBytes = std::int64_t(pages) * 4096;
            return SQLITE_OK;
        },
        this);
}

void Database::exec(const char* sql)
{
    countStatement();
    const int rc = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK)
        throwFailure(error(rc));
}

std::int64_t Database::integer(const char* sql)
{
    Statement s(*this, sql);
    return s.step() ? s.integer(0) : 0;
}

std::string Database::text(const char* sql)
{
    Statement s(*this, sql);
    return s.step() ? std::string(s.text(0)) : std::string();
}

std::int64_t Database::changes() const { return sqlite3_changes64(m_handle); }
bool Database::isBusy() const { return (sqlite3_errcode(m_handle) & 0xff) == SQLITE_BUSY; }
void Database::setBusyWait(int ms) { sqlite3_busy_timeout(m_handle, ms); }
bool Database::inTransaction() const { return sqlite3_get_autocommit(m_handle) == 0; }

void Database::checkpoint(bool truncate)
{
    // A reader may hold the log back: that is no failure, the next commit tries again.
    if (sqlite3_wal_checkpoint_v2(m_handle, nullptr, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                                  nullptr, nullptr)
        == SQLITE_OK)
        m_logBytes = 0;
}

Error Database::error(int rc) const
{
    const QString said = m_handle ? text8(sqlite3_errmsg(m_handle)) : text8(sqlite3_errstr(rc));
    switch (rc & 0xff) {
    case SQLITE_FULL:
        return make(ErrorCode::StorageFailed, u"the disk is full"_s + freeSpace(m_path) + u", nothing was saved",
                    u"free some space and try again"_s);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return make(ErrorCode::StorageFailed, u"another program is writing to the book, nothing was saved"_s,
                    u"wait until it has finished and try again"_s);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return make(ErrorCode::BookDamaged, u"the book is damaged ("_s + said + u")",
                    u"restore the last verified backup"_s);
    case SQLITE_READONLY:
    case SQLITE_PERM:
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
