#include "core/store/database.h"

#include "core/store/dialect.h"

#include <QFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>
#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString text8(const char* s) { return QString::fromUtf8(s); }

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

// The files that this process has open, once for each connection.
class OpenFiles {
public:
    using Identity = std::pair<std::uint64_t, std::uint64_t>;
    static OpenFiles& instance()
    {
        static OpenFiles files;
        return files;
    }
    static std::optional<Identity> identityOf(const QString& path)
    {
        struct stat s = {};
        if (::stat(QFile::encodeName(path).constData(), &s) != 0)
            return std::nullopt;
        return Identity{s.st_dev, s.st_ino};
    }
    void add(const Identity& i)
    {
        const std::scoped_lock lock(m_mutex);
        m_files.insert(i);
    }
    void remove(const Identity& i)
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto at = m_files.find(i); at != m_files.end())
            m_files.erase(at);
    }
    bool contains(const Identity& i)
    {
        const std::scoped_lock lock(m_mutex);
        return m_files.contains(i);
    }

private:
    std::mutex m_mutex;
    std::multiset<Identity> m_files;
};

} // namespace

void countStep() { countStatement(); }

void injectFault(int statement, StatementFault kind)
{
    faultIn = statement;
    faultKind = kind;
}

void throwFailure(Error e) { throw StoreFailure{std::move(e)}; }

void throwFailure(ErrorCode code, QString what, QString remedy)
{
    Error e;
    e.code = code;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    throw StoreFailure{std::move(e)};
}

Statement::Statement(Database& db, std::string_view sql) : m_db(db)
{
    const int rc = sqlite3_prepare_v2(db.handle(), sql.data(), int(sql.size()), &m_stmt, nullptr);
    if (rc != SQLITE_OK)
        throwFailure(db.error(rc));
}

Statement::~Statement() { sqlite3_finalize(m_stmt); }

// A value that is not taken would be written as NULL, or as what was bound before.
Statement& Statement::bound(int rc)
{
    if (rc != SQLITE_OK)
        throwFailure(m_db.error(rc));
    return *this;
}

Statement& Statement::bind(int i, std::int64_t v) { return bound(sqlite3_bind_int64(m_stmt, i, v)); }

Statement& Statement::bind(int i, std::string_view text)
{
    return bound(
        sqlite3_bind_text64(m_stmt, i, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bind(int i, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    return bound(
        sqlite3_bind_text64(m_stmt, i, utf8.constData(), sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

Statement& Statement::bindBlob(int i, std::string_view bytes)
{
    return bound(sqlite3_bind_blob64(m_stmt, i, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_STATIC));
}

Statement& Statement::bindNull(int i) { return bound(sqlite3_bind_null(m_stmt, i)); }

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
        if (const auto identity = OpenFiles::identityOf(path)) {
            m_identity = *identity;
            OpenFiles::instance().add(m_identity);
        }
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
    OpenFiles::instance().remove(std::exchange(m_identity, {}));
}

bool Database::isOpenHere(const QString& path)
{
    const auto identity = OpenFiles::identityOf(path);
    return identity && OpenFiles::instance().contains(*identity);
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

std::string Database::setJournal(const char* pragma)
{
    std::string now = text(pragma);
    m_usesLog = now == "wal";
    (void)integer("PRAGMA user_version"); // the log is made with the first reading
    return now;
}

void Database::keepLogOnClose() { sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); }

} // namespace duedesk
